package extract

import (
	"roleclaims/corpus"
	"roleclaims/extract/nlp"
	"roleclaims/extract/role"
)

// reading is a document prepared for the readers of claims: its sentences in
// order, tagged, with the roles named in each and those it may speak of.
type reading struct {
	doc       *corpus.Document
	sentences []sentence
}

// sentence is one sentence of a block; a heading, an item or a cell is cut
// into sentences of its own.
type sentence struct {
	span     corpus.Span
	block    int            // index into the document's blocks
	section  int            // index of the nearest heading block above, -1 for none
	tokens   []nlp.Token    // of the text as it stands, tagged
	mentions []role.Mention // in order, not overlapping

	// scope holds the keys of the roles that a sentence without a role of its
	// own speaks of by where it stands: table heads, list lead-in, heading,
	// the article's title; nil for none.
	scope []string
	// antecedent holds the keys of the roles that "they", "he or she" or "this
	// role" would stand for at the start of the sentence; falls back on scope.
	antecedent []string
	question   bool
}
