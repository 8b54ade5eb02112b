// Package nlp cuts English text into sentences and tokens with byte offsets
// and tags them with the Penn Treebank's parts of speech, by the model of
// github.com/jdkato/prose/v2. It knows nothing of roles and claims, and keeps
// no state between sentences.
package nlp

import "roleclaims/corpus"

// Token is a word, a number, a clitic or a mark of punctuation.
type Token struct {
	Span corpus.Span // into the document's text
	Text string      // text[Span]
	Tag  Tag         // zero before tagging
	Word *Word       // what is known of it
}
