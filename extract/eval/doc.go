// Package eval compares what was found with answers made by people: it loads
// a folder of answers and counts hits, false alarms and misses a kind and a
// rule, by the rules of the annotation guide ("Scoring"). It runs nothing and
// knows no file format but the answers' own and the table of rules; who calls
// it says what was found.
package eval
