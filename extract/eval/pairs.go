package eval

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Pair is two short articles that contradict each other, or only look as if
// they did.
type Pair struct {
	ID             string          `json:"id"`
	Kind           string          `json:"kind"` // of the contradiction, or of the one that a hasty reader would see
	Expected       bool            `json:"expected"`
	Docs           []PairDoc       `json:"docs"`
	Contradictions []Contradiction `json:"contradictions"` // none of a trap
}

// PairDoc is an article of a pair: the name of its file, and the file.
type PairDoc struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// KindScore counts what was found in pairs, by kind of contradiction.
type KindScore struct {
	Kind     string
	Real     int // pairs that contradict each other in this way
	Found    int // of these, with a finding of this kind whose evidence covers both quotes
	Findings int // findings of this kind in all pairs
	Right    int // of these, with a leading pair that covers an answer
	Traps    int // pairs that only look like this kind
	Sprung   int // of these, with a finding of any kind
}

// LoadPairs reads pairs, one JSON object a line.
func LoadPairs(r io.Reader) ([]Pair, error) {
	return lines(r, "pairs", func(p *Pair, _ int) error {
		switch {
		case p.ID == "" || p.Kind == "" || len(p.Docs) == 0:
			return errors.New("no id, no kind or no docs")
		case p.Expected != (len(p.Contradictions) > 0):
			return errors.New("a pair has contradictions if they are expected, and else none")
		}
		return nil
	})
}

// ScorePairs compares the findings in each pair, in the order of the pairs,
// with the answers. The scores are sorted by kind; the last one, of kind
// "all", sums them up.
func ScorePairs(pairs []Pair, found [][]Finding) []KindScore {
	byKind := map[string]*KindScore{}
	of := func(kind string) *KindScore {
		if byKind[kind] == nil {
			byKind[kind] = &KindScore{Kind: kind}
		}
		return byKind[kind]
	}
	for i, p := range pairs {
		s := of(p.Kind)
		for _, g := range p.Contradictions {
			s.Real++
			if slices.ContainsFunc(found[i], func(f Finding) bool { return f.Kind == g.Kind && f.covers(g, best) }) {
				s.Found++
			}
		}
		if !p.Expected {
			s.Traps++
			if len(found[i]) > 0 {
				s.Sprung++
			}
		}
		for _, f := range found[i] {
			of(f.Kind).Findings++
			if slices.ContainsFunc(p.Contradictions, func(g Contradiction) bool { return f.covers(g, 1) }) {
				of(f.Kind).Right++
			}
		}
	}
	all := KindScore{Kind: "all"}
	var scores []KindScore
	for _, s := range byKind {
		scores = append(scores, *s)
		all.Real, all.Found, all.Traps, all.Sprung = all.Real+s.Real, all.Found+s.Found, all.Traps+s.Traps, all.Sprung+s.Sprung
		all.Findings, all.Right = all.Findings+s.Findings, all.Right+s.Right
	}
	slices.SortFunc(scores, func(a, b KindScore) int { return strings.Compare(a.Kind, b.Kind) })
	return append(scores, all)
}

// PrintPairs writes a Markdown table, a row a kind. Behind precision and
// recall stand the ends of their 95 % Wilson intervals.
func PrintPairs(w io.Writer, scores []KindScore) error {
	p := printer{w: w}
	p.line("| kind | contradict | found | recall | findings | right | precision | traps | sprung |")
	p.line("| --- | ---: | ---: | --- | ---: | ---: | --- | ---: | ---: |")
	for _, s := range scores {
		p.line("| %s | %d | %d | %s | %d | %d | %s | %d | %d |",
			s.Kind, s.Real, s.Found, share(s.Found, s.Real), s.Findings, s.Right, share(s.Right, s.Findings), s.Traps, s.Sprung)
	}
	return p.err
}

// share writes a share with its interval: "0.83 (0.55–0.95)".
func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	low, high := Wilson(part, whole)
	return fmt.Sprintf("%.2f (%.2f–%.2f)", float64(part)/float64(whole), low, high)
}
