// Package pattern keeps regular expressions from being run where they can't
// match. An expression needs certain words, in a certain order; one pass over
// a text by table finds which of them stand there, some twenty times as fast
// as the expression itself. It never changes what an expression matches.
package pattern
