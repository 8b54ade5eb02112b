package eval

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// match is a pair of one answer and one find, by index, and how well they fit.
type match struct {
	score      float64
	gold, find int
}

// pair matches answers and finds one to one, best first; of equally good
// matches the earlier answer goes first, then the earlier find. It returns the
// matches and what is left over on both sides, in order.
func pair[T any](gold, found []T, score func(gold, found T) float64, least float64) (hits []match, missed, extra []T) {
	var ranked []match
	for i, g := range gold {
		for j, f := range found {
			if s := score(g, f); s >= least && s > 0 {
				ranked = append(ranked, match{s, i, j})
			}
		}
	}
	slices.SortStableFunc(ranked, func(a, b match) int { return cmp.Compare(b.score, a.score) })
	usedGold, usedFound := make([]bool, len(gold)), make([]bool, len(found))
	for _, m := range ranked {
		if !usedGold[m.gold] && !usedFound[m.find] {
			usedGold[m.gold], usedFound[m.find] = true, true
			hits = append(hits, m)
		}
	}
	return hits, unused(gold, usedGold), unused(found, usedFound)
}

func unused[T any](all []T, used []bool) []T {
	var rest []T
	for i, one := range all {
		if !used[i] {
			rest = append(rest, one)
		}
	}
	return rest
}

// phraseScore is the better token F1 of an answer's wordings; 0 where role or
// polarity differ.
func (r Responsibility) phraseScore(found Responsibility) float64 {
	if sameRole(r.Role) != sameRole(found.Role) || r.Polarity != found.Polarity {
		return 0
	}
	return max(tokenF1(r.Phrase, found.Phrase), tokenF1(r.Or, found.Phrase))
}

func (s Salary) same(found Salary) float64 {
	return truth(sameRole(s.Role) == sameRole(found.Role) && sameAmount(s.Low, found.Low) && sameAmount(s.High, found.High) &&
		s.Currency == found.Currency && s.Period == found.Period)
}

func (c Comparison) same(found Comparison) float64 {
	if c.Relation != found.Relation {
		return 0
	}
	a, b := sameRole(c.RoleA), sameRole(c.RoleB)
	foundA, foundB := sameRole(found.RoleA), sameRole(found.RoleB)
	symmetric := c.Relation == "peer-of" || c.Relation == "earns-same-as"
	return truth(a == foundA && b == foundB || symmetric && a == foundB && b == foundA)
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// sameAmount compares to the hundredth.
func sameAmount(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Round(*a*100) == math.Round(*b*100)
}

// tokenF1 is the harmonic mean of the shares of tokens that two phrases have
// in common, repeated words counting as often as both have them.
func tokenF1(a, b string) float64 {
	left, right := tokens(a), tokens(b)
	if len(left) == 0 || len(right) == 0 {
		return 0
	}
	counts := map[string]int{}
	for _, t := range right {
		counts[t]++
	}
	same := 0
	for _, t := range left {
		if counts[t] > 0 {
			counts[t]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(left)+len(right))
}

// tokens cuts a phrase into runs of letters and numbers, in lower case.
func tokens(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// sameRole folds the spellings of one title that answers and finds may differ
// in without being wrong.
func sameRole(key string) string {
	switch key {
	case "vice-president-of-engineering", "vp-engineering", "vice-president-engineering":
		key = "vp-of-engineering"
	case "chief-technical-officer":
		key = "chief-technology-officer"
	case "engineering-lead", "head-engineer":
		key = "head-of-engineering"
	case "director-of-it":
		key = "it-director"
	case "sre":
		key = "site-reliability-engineer"
	case "pm":
		key = "product-manager"
	case "technical-lead", "tech-lead-manager":
		key = "tech-lead"
	case "finance-controller":
		key = "financial-controller"
	}
	for _, spelling := range [][2]string{
		{"-front-end-", "-frontend-"},
		{"-back-end-", "-backend-"},
		{"-full-stack-", "-fullstack-"},
		{"-dev-ops-", "-devops-"},
		{"-ux-ui-", "-ux-"},
		{"-ml-", "-machine-learning-"},
	} {
		key = strings.Trim(strings.ReplaceAll("-"+key+"-", spelling[0], spelling[1]), "-")
	}
	return key
}
