// Package role finds the job titles named in a text and gives each its
// canonical key (gold/GUIDE.md, "Roles"). What an article introduces ("Chief
// Data Officer (CDO)") is decided once a document, in its Inventory. It does
// not decide who a pronoun stands for.
package role

import "roleclaims/corpus"

// Mention is a place where a text names a role.
type Mention struct {
	Span        corpus.Span // the title itself, grades included, without article
	First, Last int         // tokens of the sentence given, [First, Last)
	Key         string      // canonical key
	Plural      bool
	Grade       string // "senior", "junior", "interim", ... in the text's words; "" for none
}
