package inspect

import (
	"slices"
	"strconv"
	"strings"

	"roleclaims/corpus"
)

// mark is a span with all claims of one kind that stand on just it.
type mark struct {
	kind   Kind
	span   corpus.Span
	claims []int // indexes
}

// piece is a run of text that no mark begins or ends within.
type piece struct {
	text   string
	opens  []*mark // at its start, outermost first
	within []*mark // all that cover it
	closes []*mark // at its end, innermost first
}

// marks groups the claims, by start, the longer first.
func (a Article) marks() []*mark {
	var all []*mark
	for i, c := range a.Claims {
		if c.Span.Empty() {
			continue
		}
		if m := standing(all, c.Kind, c.Span); m != nil {
			m.claims = append(m.claims, i)
			continue
		}
		all = append(all, &mark{c.Kind, c.Span, []int{i}})
	}
	return all
}

// standing returns the mark of a kind on a span among those that begin where
// the span does, which stand last; nil for none.
func standing(all []*mark, kind Kind, span corpus.Span) *mark {
	for i := len(all) - 1; i >= 0 && all[i].span.Start == span.Start; i-- {
		if all[i].kind == kind && all[i].span == span {
			return all[i]
		}
	}
	return nil
}

// numbers lists a mark's claims: "3,4".
func (a Article) numbers(m *mark) string {
	var texts []string
	for _, i := range m.claims {
		texts = append(texts, strconv.Itoa(a.Claims[i].Number))
	}
	return strings.Join(texts, ",")
}

// pieces cuts a part of the text where marks begin or end. Marks that reach
// over the part's borders are cut there.
func (a Article) pieces(marks []*mark, part corpus.Span) []piece {
	var here []*mark
	cuts := []int{part.Start, part.End}
	for _, m := range marks {
		if m.span.Start >= part.End {
			break
		}
		if m.span.Overlaps(part) {
			here = append(here, m)
			cuts = append(cuts, max(m.span.Start, part.Start), min(m.span.End, part.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var all []piece
	for i := 0; i+1 < len(cuts); i++ {
		p := piece{text: a.Doc.Text[cuts[i]:cuts[i+1]]}
		for _, m := range here {
			if m.span.Start > cuts[i] || m.span.End < cuts[i+1] {
				continue
			}
			p.within = append(p.within, m)
			if m.span.Start == cuts[i] {
				p.opens = append(p.opens, m)
			}
			if m.span.End == cuts[i+1] {
				p.closes = append(p.closes, m)
			}
		}
		slices.Reverse(p.closes)
		all = append(all, p)
	}
	return all
}
