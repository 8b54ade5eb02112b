// Package duty turns the words of a responsibility ("managing the company's
// technology budget") into what detection and readers compare: a frame with
// its verb, object and topic, and one Duty a predicate in normal form. It does
// not decide what is a responsibility, whose it is, or what contradicts it.
package duty
