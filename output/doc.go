// Package output keeps what a run found: the rows of the published datasets
// and their schema, the writing of a run folder as a whole or not at all, its
// manifest, and its reading back. It decides nothing about claims and
// starts no goroutines; the page that people read is laid out by
// output/report.
package output

// SchemaVersion names the columns of the datasets and their meaning; it grows
// with each change, and changes are additive.
const SchemaVersion = 2
