package extract

import (
	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/role"
)

// reading is a document prepared for the readers of claims: its sentences in
// order, tagged, with the roles named in each and those it may speak of.
type reading struct {
	*Extractor
	room      *room
	doc       *corpus.Document
	roles     *role.Inventory
	sentences []sentence
	headed    map[string]bool           // keys that a heading names
	genus     map[string]bool           // the one role of a page's title, of which its sections may tell kinds
	lists     map[listKey]clause.Form   // the verb form with which most items of a list begin, by group
	loose     []int                     // the list without markup that a paragraph is a line of, 0 for none, see looseLists
	led       []bool                    // whether a role's title or a colon introduces a block like an item
	blocks    []blockContext            // one a block of the document
	heads     map[corpus.Span]tableHead // tables' heads read so far, see headAt
	leadKinds map[int]string            // kinds of section that blocks open as lead-ins, of those read so far
}

// sentence is one sentence of a block; a heading, an item or a cell is cut
// into sentences of its own, and so is a label from its gloss ("Hiring: runs
// the interviews").
type sentence struct {
	span     corpus.Span
	block    int            // index into the document's blocks
	section  int            // index of the nearest heading block above, -1 for none
	first    bool           // it opens its block, or follows the block's label
	label    bool           // it is the label, without its colon
	gloss    bool           // it follows the block's label
	tokens   []nlp.Token    // of the text as it stands, tagged
	mentions []role.Mention // in order, not overlapping
	keys     []string       // distinct ones of the mentions, in order
	words    []clause.Word  // the tokens with each mention as one word

	// scope holds the keys of the roles that a sentence without a role of its
	// own speaks of by where it stands: table heads, list lead-in, heading,
	// the article's title; nil for none.
	scope []string
	// context is that of its block, or of the label before it.
	context blockContext
	// antecedent holds the keys of the roles that "they", "he or she" or "this
	// role" would stand for at the start of the sentence; falls back on scope.
	antecedent []string
	crowd      bool // the sentence before speaks of people without a title
	question   bool
}

// text returns the sentence as it stands in the article.
func (r *reading) text(s *sentence) string { return s.span.Of(r.doc.Text) }

// sectionText returns the heading in whose scope a sentence stands, "" for
// none.
func (r *reading) sectionText(s *sentence) string {
	if s.section < 0 {
		return ""
	}
	return r.doc.Blocks[s.section].Span.Of(r.doc.Text)
}
