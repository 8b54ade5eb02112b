package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// telegraphic reports whether the paragraph of a sentence stands below a heading
// that names duties and lists them in sentences most of which have no subject:
// "Preparation of medicines. Control of stock. Keep records." One sentence by
// itself that lists nothing is rather a heading.
func (r *reading) telegraphic(s *sentence) bool {
	c := &r.blocks[s.block]
	if c.terse == unread {
		c.terse = no
		if r.isTerse(s.block, r.sectionText(s)) {
			c.terse = yes
		}
	}
	return c.terse == yes
}

// answer is what was found once for all sentences of a block.
type answer int8

const (
	unread answer = iota
	no
	yes
)

func (r *reading) isTerse(block int, heading string) bool {
	b := r.doc.Blocks[block]
	if b.Kind != corpus.Paragraph || r.led[block] || r.blocks[block].own || !namesDuties(heading) || !strings.HasSuffix(b.Span.Of(r.doc.Text), ".") {
		return false
	}
	sentences := r.sentencesIn(block)
	subjects := 0
	for i := range sentences {
		s := &sentences[i]
		if s.question || s.label {
			return false
		}
		if s.hasFinite() {
			subjects++
		}
	}
	list := len(sentences) > 1 || strings.Count(b.Span.Of(r.doc.Text), ",") > 1
	return list && subjects*2 < len(sentences)
}

// hasFinite reports whether a finite verb stands behind the first word of a
// sentence, relative clauses aside.
func (s *sentence) hasFinite() bool {
	for i := 1; i < len(s.words); i++ {
		switch s.words[i].Tag {
		case nlp.VBZ, nlp.VBP, nlp.MD, nlp.VBD:
			if before := s.words[i-1]; before.Tag != nlp.WDT && before.Lower != "that" && before.Lower != "who" {
				return true
			}
		}
	}
	return false
}
