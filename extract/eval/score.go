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
	RightKind  int              // contradictions: how many of TP were found under their own kind
	Missed     []string         // the answers not found, for people
	FalseAlarm []string         // the finds that are no answer, for people
	Rules      map[string]Count // what each rule found; not for contradictions
}

// Count is how often a rule found an answer, and how often something else.
// What readers differ on counts as neither.
type Count struct{ Hits, FalseAlarms int }

// Precision is the share of finds that are answers, 0 for no finds.
func (s Score) Precision() float64 { return ratio(s.TP, s.TP+s.FP) }

// Recall is the share of answers that were found, 0 for no answers.
func (s Score) Recall() float64 { return ratio(s.TP, s.TP+s.FN) }

// F1 is the harmonic mean of precision and recall, 0 where both are.
func (s Score) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// String gives the score in a line, as gold/score.py prints it.
func (s Score) String() string {
	return fmt.Sprintf("%s: precision %.3f recall %.3f f1 %.3f (tp %d fp %d fn %d)", s.Kind, s.Precision(), s.Recall(), s.F1(), s.TP, s.FP, s.FN)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// add takes the score of one article into that of all.
func (s *Score) add(doc string, t Score) {
	s.TP, s.FP, s.FN = s.TP+t.TP, s.FP+t.FP, s.FN+t.FN
	for _, m := range t.Missed {
		s.Missed = append(s.Missed, doc+": "+m)
	}
	for _, f := range t.FalseAlarm {
		s.FalseAlarm = append(s.FalseAlarm, doc+": "+f)
	}
	for rule, n := range t.Rules {
		s.count(rule, n)
	}
}

// count notes what a rule found; the empty rule is that of finds without one.
func (s *Score) count(rule string, n Count) {
	if rule == "" {
		return
	}
	if s.Rules == nil {
		s.Rules = map[string]Count{}
	}
	had := s.Rules[rule]
	s.Rules[rule] = Count{had.Hits + n.Hits, had.FalseAlarms + n.FalseAlarms}
}

// ArticleScores are the scores of one article, a kind each.
type ArticleScores struct {
	Doc    string
	Scores []Score
}

// PerArticle compares what was found with the answers article by article, in
// the order of the answers: responsibilities, salaries, comparisons.
func (g Gold) PerArticle(found Found) []ArticleScores {
	var all []ArticleScores
	for _, want := range g.Articles {
		var got Answers
		if i := slices.IndexFunc(found.Articles, func(a Answers) bool { return a.Doc == want.Doc }); i >= 0 {
			got = found.Articles[i]
		}
		all = append(all, ArticleScores{want.Doc, []Score{
			tally("responsibilities", want.Responsibilities, got.Responsibilities, Responsibility.phraseScore, 0.5),
			tally("salaries", want.Salaries, got.Salaries, Salary.same, 1),
			tally("comparisons", want.Comparisons, got.Comparisons, Comparison.same, 1),
		}})
	}
	return all
}

// Score compares what was found with the answers: one score a kind, in the
// order responsibilities, salaries, comparisons, contradictions (the last only
// where there are answers for it). Finds in articles without answers do not
// count, but for contradictions, which are of the whole set.
func (g Gold) Score(found Found) []Score {
	scores := []Score{{Kind: "responsibilities"}, {Kind: "salaries"}, {Kind: "comparisons"}}
	for _, article := range g.PerArticle(found) {
		for i, s := range article.Scores {
			scores[i].add(article.Doc, s)
		}
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
	rule() string
}

// F1 is the F1 of all claims of articles together, whatever their kind.
func (g Gold) F1(found Found) float64 {
	var all Score
	for _, article := range g.PerArticle(found) {
		for _, s := range article.Scores {
			all.TP, all.FP, all.FN = all.TP+s.TP, all.FP+s.FP, all.FN+s.FN
		}
	}
	return all.F1()
}

// tally matches the certain answers first; a find that is left over and fits
// an optional answer is no false alarm.
func tally[T answer](kind string, gold, found []T, score func(gold, found T) float64, least float64) Score {
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
	s := Score{Kind: kind, TP: len(hits), FP: len(extra), FN: len(missed)}
	for _, h := range hits {
		s.count(found[h.find].rule(), Count{Hits: 1})
	}
	for _, m := range missed {
		s.Missed = append(s.Missed, m.String())
	}
	for _, e := range extra {
		s.count(e.rule(), Count{FalseAlarms: 1})
		s.FalseAlarm = append(s.FalseAlarm, e.String())
	}
	return s
}

func (r Responsibility) optional() bool { return r.Optional }
func (s Salary) optional() bool         { return s.Optional }
func (c Comparison) optional() bool     { return c.Optional }

func (r Responsibility) rule() string { return r.Rule }
func (s Salary) rule() string         { return s.Rule }
func (c Comparison) rule() string     { return c.Rule }

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
