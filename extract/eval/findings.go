package eval

import (
	"slices"
	"strings"
)

// best is how many pieces of evidence a side count for finding an answer.
const best = 5

// scoreFindings counts a clear answer as found if some finding's best evidence
// covers both of its quotes, in either order and whatever the kind; a finding
// is a false alarm unless its leading pair covers an answer, arguable ones
// included.
func scoreFindings(gold []Contradiction, found []Finding) Score {
	s := Score{Kind: "contradictions"}
	for _, g := range gold {
		switch {
		case g.Strength != "" && g.Strength != "clear":
		case slices.ContainsFunc(found, func(f Finding) bool { return f.covers(g, best) }):
			s.TP++
			if slices.ContainsFunc(found, func(f Finding) bool { return f.Kind == g.Kind && f.covers(g, best) }) {
				s.RightKind++
			}
		default:
			s.FN++
			s.Missed = append(s.Missed, g.Kind+" | "+g.A.Quote+" | "+g.B.Quote)
		}
	}
	for _, f := range found {
		if !slices.ContainsFunc(gold, func(g Contradiction) bool { return f.covers(g, 1) }) {
			s.FP++
			s.FalseAlarm = append(s.FalseAlarm, f.String())
		}
	}
	return s
}

// covers reports whether the first n pieces of evidence of both sides cover
// the two quotes of an answer.
func (f Finding) covers(g Contradiction, n int) bool {
	a, b := f.A[:min(n, len(f.A))], f.B[:min(n, len(f.B))]
	return g.A.coveredBy(a) && g.B.coveredBy(b) || g.B.coveredBy(a) && g.A.coveredBy(b)
}

// Sprung returns the traps that a finding's leading pair covers.
func (g Gold) Sprung(found Found) []Trap {
	var sprung []Trap
	for _, trap := range g.Traps {
		as := Contradiction{A: Side{Doc: trap.DocA, Quote: trap.QuoteA}, B: Side{Doc: trap.DocB, Quote: trap.QuoteB}}
		if slices.ContainsFunc(found.Findings, func(f Finding) bool { return f.covers(as, 1) }) {
			sprung = append(sprung, trap)
		}
	}
	return sprung
}

func (s Side) coveredBy(evidence []Evidence) bool {
	return slices.ContainsFunc(evidence, func(e Evidence) bool {
		return e.Doc == s.Doc && (e.overlaps(s.Quote) || slices.ContainsFunc(s.Also, e.overlaps))
	})
}

// overlaps reports whether the evidence shares a character with any place
// where the quote stands in the article.
func (e Evidence) overlaps(quote string) bool {
	if quote == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(e.Text[from:], quote)
		if at < 0 {
			return false
		}
		start, end := from+at, from+at+len(quote)
		if e.Span.Start < end && start < e.Span.End {
			return true
		}
		from = end
	}
}

// String gives the finding's leading pair in a line, for lists of false
// alarms.
func (f Finding) String() string {
	line := f.Kind
	for _, side := range [][]Evidence{f.A, f.B} {
		if len(side) > 0 {
			line += " | " + side[0].Span.Of(side[0].Text)
		}
	}
	return line
}
