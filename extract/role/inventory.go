package role

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// Inventory is what one article says of its titles: the short forms that it
// introduces, the titles of its headings, and which roles it speaks of. It is
// read-only and safe for concurrent use.
type Inventory struct {
	rec   *Recognizer
	own   map[string]*word  // titles of the article's own, by first word
	bare  map[string]string // heads that name a role by themselves here, by form
	title []string
	keys  []string
	count map[string]int
}

// Inventory reads a document once and decides what its titles mean.
func (r *Recognizer) Inventory(doc *corpus.Document) *Inventory {
	inv := &Inventory{rec: r, own: map[string]*word{}, bare: map[string]string{}, count: map[string]int{}}
	text := read(doc)
	inv.learnHeadings(text)
	inv.learnAbbreviations(text)
	inv.learnFields(text)
	inv.learnBare(text)
	inv.tally(text)
	return inv
}

// Title returns the keys of the roles that the title and the first heading,
// or else the first headings, or else the first sentence, say the article is
// about, in order.
func (inv *Inventory) Title() []string { return inv.title }

// Keys returns the keys of all roles named, by first occurrence.
func (inv *Inventory) Keys() []string { return inv.keys }

// Count returns how often the article names a role.
func (inv *Inventory) Count(key string) int { return inv.count[key] }

// passage is a run of text read as one sentence.
type passage struct {
	tokens []nlp.Token
	top    bool // the title, or the first heading of level 1
	label  bool // a heading, a table's head, words in bold: may be a title as a whole
	head   bool // a heading
}

// read cuts a document into passages, its title first.
func read(doc *corpus.Document) []passage {
	var out []passage
	if doc.Title != "" {
		out = append(out, passage{tokens: nlp.Tokenize(nil, doc.Title, corpus.Span{End: len(doc.Title)}), top: true, label: true, head: true})
	}
	first := true
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch b.Kind {
		case corpus.Code:
			continue
		case corpus.Heading:
			top := first && b.Level == 1
			first = first && !top
			out = append(out, passage{tokens: nlp.Tokenize(nil, doc.Text, b.Span), top: top, label: true, head: true})
			continue
		}
		label := b.Kind == corpus.Cell && (b.Header || b.Col == 0)
		for _, span := range nlp.Sentences(doc.Text, b.Span) {
			out = append(out, passage{tokens: nlp.Tokenize(nil, doc.Text, span), label: label})
		}
		for _, strong := range b.Strong {
			if !label && b.Span.Contains(strong) {
				out = append(out, passage{tokens: nlp.Tokenize(nil, doc.Text, strong), label: true})
			}
		}
	}
	return out
}

// tally counts the roles named and settles which the title is about.
func (inv *Inventory) tally(text []passage) {
	var headings []string
	for i := range text {
		for _, m := range inv.Mentions(text[i].tokens) {
			if inv.count[m.Key] == 0 {
				inv.keys = append(inv.keys, m.Key)
			}
			inv.count[m.Key]++
			switch {
			case text[i].top && !slices.Contains(inv.title, m.Key):
				inv.title = append(inv.title, m.Key)
			case text[i].head && len(headings) < 2 && !slices.Contains(headings, m.Key):
				headings = append(headings, m.Key)
			}
		}
	}
	if len(inv.title) == 0 {
		inv.title = headings
	}
	if len(inv.title) == 0 && len(inv.keys) > 0 {
		inv.title = inv.keys[:1:1]
	}
}

// learn enters a title of the article's own, with its plural.
func (inv *Inventory) learn(text, key string, capitals bool) {
	t := &title{key: key, capitals: capitals}
	addEntry(inv.own, text, entry{title: t})
	if p := plural(strings.ToLower(text)); p != text {
		addEntry(inv.own, p, entry{title: t, plural: true})
	}
	sortPhrases(inv.own)
}
