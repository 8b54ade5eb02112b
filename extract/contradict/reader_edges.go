package contradict

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// edges returns the pairs of roles that an article sets side by side: those
// that extraction found, those that it orders, and those whose duties it gives
// in one sentence or in two that follow each other in a paragraph. Each pair
// comes once, in order.
func edges(doc *corpus.Document, claims *extract.Claims) []Record {
	var pairs [][2]string
	add := func(a, b string) {
		if a != b && a != "" && b != "" {
			a, b, _ = pair(a, b)
			pairs = append(pairs, [2]string{a, b})
		}
	}
	for _, c := range claims.Compared {
		add(c[0], c[1])
	}
	for i := range claims.Comparisons {
		if c := &claims.Comparisons[i]; c.Stated {
			add(c.RoleA, c.RoleB)
		}
	}
	for i := range claims.Responsibilities {
		for k := i + 1; k < len(claims.Responsibilities) && k <= i+neighbourhood; k++ {
			if a, b := &claims.Responsibilities[i], &claims.Responsibilities[k]; adjoin(doc.Text, a.Sentence, b.Sentence) {
				add(a.Role, b.Role)
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	var out []Record
	for _, p := range slices.Compact(pairs) {
		out = append(out, Record{Kind: Compared, Key: p[0] + " " + p[1], Role: p[0], Other: p[1], Doc: doc.ID, Source: doc.Source})
	}
	return out
}

// neighbourhood is how many claims on from one another of its sentence, or of
// the next, may stand.
const neighbourhood = 8

// adjoin reports whether two sentences are one, or the second follows the
// first in its paragraph.
func adjoin(text string, a, b corpus.Span) bool {
	if a == b {
		return true
	}
	if !within(text, a) || !within(text, b) || a.End > b.Start {
		return false
	}
	between := text[a.End:b.Start]
	return len(between) < 4 && strings.TrimSpace(between) == "" && !strings.Contains(between, "\n")
}
