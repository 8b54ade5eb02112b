// Package pipeline runs the whole way on one machine: it finds the pages,
// analyses them by several workers, compares what they say, and hands it to
// output, which writes. All local concurrency is here. It knows neither flags
// nor terminals, and no rule of what is a claim.
package pipeline

// Version is the program's own; with the schema's it decides what bytes a run
// gives.
const Version = "0.1.0"
