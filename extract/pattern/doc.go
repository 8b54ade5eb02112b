// Package pattern keeps regular expressions from being run where they can't
// match. An expression needs certain words, in a certain order; one pass over
// a text by table finds which of them stand there, some twenty times as fast
// as the expression itself: for one expression (Pattern), for several at once
// (Group), or for many by words that were looked up before (Set). It never
// changes what an expression matches.
package pattern
