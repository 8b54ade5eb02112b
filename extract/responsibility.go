package extract

import (
	"slices"

	"roleclaims/corpus"
)

// responsibilities reads the duties that the document gives to roles. Prose
// is read clause by clause (statement.go); items, cells and lines without a
// subject as fragments of the role in whose scope they stand (fragment.go).
func (r *reading) responsibilities() []Responsibility {
	p := &statement{found: r.room.duties[:0]}
	for i := range r.sentences {
		s := &r.sentences[i]
		block := r.doc.Blocks[s.block]
		context := s.context
		if block.Kind == corpus.Heading || s.question || s.label || context.kind == kindMeta || block.Header {
			continue
		}
		*p = statement{reading: r, s: s, words: s.words, block: block, context: context, antecedent: s.antecedent, subjectFrom: -1, gerundFrom: -1, found: p.found}
		p.read()
	}
	r.room.duties = p.found
	return append([]Responsibility(nil), distinct(p.found)...)
}

// distinct drops a claim that another of the same role repeats on the same
// span.
func distinct(claims []Responsibility) []Responsibility {
	seen := make(map[string]bool, len(claims))
	return slices.DeleteFunc(claims, func(c Responsibility) bool {
		repeated := seen[c.ID]
		seen[c.ID] = true
		return repeated
	})
}
