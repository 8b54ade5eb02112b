package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// statement reads one sentence.
type statement struct {
	*reading
	s          *sentence
	words      []clause.Word
	block      corpus.Block
	context    blockContext
	antecedent []string    // what a pronoun stands for here
	you        []string    // what "you" and "I" stand for, set by "As a ROLE, …"
	form       clause.Form // of the last verb read, which verbs joined to it share
	// subjectFrom is the first word of the subject of the clause at hand, and
	// gerundFrom that of a gerund which is its subject; -1 for none.
	subjectFrom, gerundFrom int
	spoke                   bool // a clause with a role as its subject was read
	found                   []Responsibility
}

// read adds the duties that the sentence gives to those found.
func (p *statement) read() {
	p.rejectedView()
	if p.opensItem() {
		p.fragment()
	} else if p.prose(); !p.spoke {
		p.fragment()
	}
}

// lowerAt returns word i, "" past the end.
func (p *statement) lowerAt(i int) string {
	if i >= len(p.words) {
		return ""
	}
	return p.words[i].Lower
}

// lowerAfter returns the word after i, "" at the end.
func (p *statement) lowerAfter(i int) string {
	if i+1 >= len(p.words) {
		return ""
	}
	return p.words[i+1].Lower
}

func (p *statement) lower(i int) string { return p.words[i].Lower }

// wordsText returns the text from word first to before last.
func (p *statement) wordsText(first, last int) string {
	if first >= last {
		return ""
	}
	return strings.TrimSpace(p.doc.Text[p.words[first].Span.Start:p.words[last-1].Span.End])
}

// tagAt returns the tag of word i, none past the end.
func (p *statement) tagAt(i int) nlp.Tag {
	if i >= len(p.words) {
		return nlp.Untagged
	}
	return p.words[i].Tag
}
