package eval

import (
	"fmt"
	"slices"
	"strings"

	"roleclaims/corpus"
)

// Found is what a run found in a set of articles.
type Found struct {
	Articles []Answers // in any order; an article missing here was rejected
	Findings []Finding // without those of the tier claimed-by-both
}

// Finding is a contradiction that a run reports: its evidence a side, best
// first.
type Finding struct {
	Kind string
	A, B []Evidence
}

// Evidence is a quote and where it stands.
type Evidence struct {
	Doc  string // base name of the article's file
	Text string // canonical text of the article
	Span corpus.Span
}

// Score counts the answers of one kind that were found (TP), the finds that
// are no answer (FP) and the answers not found (FN), optional ones aside.
type Score struct {
	Kind       string
	TP, FP, FN int
	Missed     []string // the answers not found, for people
	FalseAlarm []string // the finds that are no answer, for people
}

// Precision is the share of finds that are answers, 0 for no finds.
func (s Score) Precision() float64 { return ratio(s.TP, s.TP+s.FP) }

// Recall is the share of answers that were found, 0 for no answers.
func (s Score) Recall() float64 { return ratio(s.TP, s.TP+s.FN) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.TP, 2*s.TP+s.FP+s.FN) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (s *Score) add(t Score) {
	s.TP, s.FP, s.FN = s.TP+t.TP, s.FP+t.FP, s.FN+t.FN
	s.Missed = append(s.Missed, t.Missed...)
	s.FalseAlarm = append(s.FalseAlarm, t.FalseAlarm...)
}

// Score compares what was found with the answers: one score a kind, in the
// order responsibilities, salaries, comparisons, contradictions (the last only
// where there are answers for it). Finds in articles without answers do not
// count, but for contradictions, which are of the whole set.
func (g Gold) Score(found Found) []Score {
	scores := []Score{{Kind: "responsibilities"}, {Kind: "salaries"}, {Kind: "comparisons"}}
	for _, want := range g.Articles {
		var got Answers
		if i := slices.IndexFunc(found.Articles, func(a Answers) bool { return a.Doc == want.Doc }); i >= 0 {
			got = found.Articles[i]
		}
		scores[0].add(tally(want.Doc, want.Responsibilities, got.Responsibilities, Responsibility.phraseScore, 0.5))
		scores[1].add(tally(want.Doc, want.Salaries, got.Salaries, Salary.same, 1))
		scores[2].add(tally(want.Doc, want.Comparisons, got.Comparisons, Comparison.same, 1))
	}
	if g.Contradictions != nil {
		scores = append(scores, scoreFindings(g.Contradictions, found.Findings))
	}
	return scores
}

// answer is what tally needs of a kind.
type answer interface {
	fmt.Stringer
	optional() bool
}

// tally matches the certain answers first; a find that is left over and fits
// an optional answer is no false alarm.
func tally[T answer](doc string, gold, found []T, score func(gold, found T) float64, least float64) Score {
	var certain, optional []T
	for _, g := range gold {
		if g.optional() {
			optional = append(optional, g)
		} else {
			certain = append(certain, g)
		}
	}
	hits, missed, extra := pair(certain, found, score, least)
	_, _, extra = pair(optional, extra, score, least)
	s := Score{TP: hits, FP: len(extra), FN: len(missed)}
	for _, m := range missed {
		s.Missed = append(s.Missed, doc+": "+m.String())
	}
	for _, e := range extra {
		s.FalseAlarm = append(s.FalseAlarm, doc+": "+e.String())
	}
	return s
}

func (r Responsibility) optional() bool { return r.Optional }
func (s Salary) optional() bool         { return s.Optional }
func (c Comparison) optional() bool     { return c.Optional }

// String gives the duty in a line, for lists of misses.
func (r Responsibility) String() string {
	return fmt.Sprintf("%s [%s] %s", r.Role, r.Polarity, r.Phrase)
}

// String gives the pay in a line, for lists of misses.
func (s Salary) String() string {
	return fmt.Sprintf("%s %s-%s %s/%s", s.Role, amount(s.Low), amount(s.High), s.Currency, s.Period)
}

func amount(a *float64) string {
	if a == nil {
		return "?"
	}
	return strings.TrimSuffix(fmt.Sprintf("%.2f", *a), ".00")
}

// String gives the order in a line, for lists of misses.
func (c Comparison) String() string { return c.RoleA + " " + c.Relation + " " + c.RoleB }
