package extract

import (
	"regexp"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/pattern"
)

// maxNote is the most bytes of a sentence that is read as a note.
const maxNote = 300

// maxNotes is how many notes of a document are read.
const maxNotes = 40

// maxNotesOn is how many of them are read for one block, the nearest.
const maxNotesOn = 6

// Wordings of a note: a sentence that gives no amount itself and speaks of
// those around it ("All figures are in euros", "We asked 900 cooks in 2023").
var (
	noteSubject = pattern.MustCompile(`(?i)\b(?:figures|amounts|salaries|wages|rates|earnings|estimates|data|numbers|statistics|pay (?:scales?|bands?|grades?|rates?|tables?)|salary (?:scales?|tables?|schedules?|guides?)|scales?|schedule|survey(?:ed)?|table|chart|below|(?:we|who) (?:asked|analy[sz]ed|looked at|collected|polled|interviewed|compared|reviewed)|adverts|job ads|postings|wages? (?:is|are) set|source)\b`)
	noteAfter   = regexp.MustCompile(`(?i)^\W*(?:sources?\b|notes?\b|all (?:the )?(?:figures|amounts|salaries|wages|rates|data|numbers)|(?:figures|amounts|salaries|data|based on)\b|\()`)
	noteOther   = pattern.MustCompile(`(?i)\b(?:published|updated|written|copyright|posted on|last (?:reviewed|modified)|founded|established|growth|projected|outlook|demand|openings|bill|tuition|legislation)\b`)
)

// note is a sentence that says something once of the figures around it.
type note struct {
	*told
	block    int
	headings []*told // those above it, innermost first
	after    bool    // it speaks of the figures before it
}

// setNotes collects the notes of the document.
func (p *payReading) setNotes() {
	for i, block := range p.doc.Blocks {
		if block.Kind != corpus.Paragraph || p.blocks[i].last == 0 {
			continue
		}
		label := ""
		for _, s := range p.sentencesIn(i) {
			text := label + p.text(&s)
			label = ""
			if s.label {
				label = text + ": "
				continue
			}
			if len(text) > maxNote || s.question || strings.HasSuffix(text, ":") || !noteSubject.MatchString(text) || noteOther.MatchString(text) {
				continue
			}
			t := p.tell(text)
			if len(p.pay.money.Find(p.doc.Text, s.span)) > 0 || !t.tells() {
				continue
			}
			if len(p.notes) == maxNotes {
				return
			}
			p.notes = append(p.notes, note{told: t, block: i, headings: p.headingsAbove(i), after: noteAfter.MatchString(text)})
		}
	}
}

// tells reports whether a text holds what a note may say of figures: a year,
// a place, a unit, a period, a component.
func (t *told) tells() bool {
	return len(t.yearsNamed()) > 0 || len(t.periodsNamed()) > 0 || len(t.componentsNamed()) > 0 ||
		t.namesPlace() || t.unitNamed() != "" || t.inThousands()
}

// notesOn returns the notes in whose reach a block stands, nearest first: a
// note speaks of what follows it under its heading, and one that opens as a
// source does also of the table or list right before it.
func (p *payReading) notesOn(i int) []*told {
	if !p.noted { // a page without an amount needs none
		p.noted = true
		p.setNotes()
	}
	var before, after []*told
	above := p.headingsAbove(i)
	for _, n := range p.notes {
		switch {
		case n.block < i && within(above, n.headings):
			before = append([]*told{n.told}, before...)
		case n.after && n.block > i && p.rightBefore(i, n.block):
			after = append(after, n.told)
		}
	}
	notes := append(after, before...)
	return notes[:min(len(notes), maxNotesOn)]
}

// within reports whether the headings above a block hold those above a note.
func within(above, of []*told) bool {
	if len(of) > len(above) {
		return false
	}
	for k := range of {
		if above[len(above)-1-k] != of[len(of)-1-k] {
			return false
		}
	}
	return true
}

// rightBefore reports whether nothing but the rest of its list or table, and
// other notes, stand between a block and a note after it.
func (p *payReading) rightBefore(i, at int) bool {
	group := p.doc.Blocks[i].Group
	if group == 0 {
		return false
	}
	for k := i + 1; k < at; k++ {
		b := p.doc.Blocks[k]
		if b.Group != group && !(b.Kind == corpus.Paragraph && noteAfter.MatchString(b.Span.Of(p.doc.Text))) {
			return false
		}
	}
	return true
}

// thousands says that figures are given in thousands.
var thousands = pattern.MustCompile(`(?i)\bin (?:\S+ ){0,3}thousands?\b|[£$€]\s?['’‘]?000s?\b|['’‘]000s?\b|\(000s?\)|[£$€]k\b|\(k\)`)

// inThousands reports whether the heads, captions and notes of a cell say
// that its figures are given in thousands.
func inThousands(context []contextText) bool {
	for _, c := range context {
		if c.inThousands() {
			return true
		}
	}
	return false
}
