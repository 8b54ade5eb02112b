// Package eval compares what was found with answers made by people: it loads
// a folder of answers and counts hits, false alarms and misses a kind, by the
// rules of the annotation guide ("Scoring"). It runs nothing and knows no
// file format but the answers' own; who calls it says what was found.
package eval
