package extract

import (
	"cmp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/pattern"
)

// maxCompared is the most roles that one heading or sentence sets side by
// side; longer rows are lists, not comparisons.
const maxCompared = 4

// contrast are the words of a sentence that sets roles apart.
var contrast = pattern.MustCompile(`(?i)\b(?:while|whereas|unlike|than|on the other (?:hand|side)|compared (?:to|with)|difference|differs?|versus|vs|rather than|in contrast|both|between)\b`)

// compared returns the pairs of roles that the article sets side by side:
// those of its topics and those of its text.
func (r *reading) compared(topics [][2]string) [][2]string {
	pairs := slices.Clone(topics)
	for i := range r.sentences {
		s := &r.sentences[i]
		if kind := r.doc.Blocks[s.block].Kind; kind == corpus.Cell || kind == corpus.Heading {
			continue
		}
		keys := s.keys
		switch text := r.text(s); {
		case len(keys) == 1 && len(s.antecedent) == 1 && keys[0] != s.antecedent[0] && opensContrast(text):
			pairs = appendPairs(pairs, []string{keys[0], s.antecedent[0]})
		case len(keys) > 1 && len(keys) <= maxCompared && contrast.MatchString(text):
			pairs = appendPairs(pairs, keys)
		}
	}
	return sortedPairs(pairs)
}

// topics returns the pairs that the title, a heading or the heads of a table
// set side by side.
func (r *reading) topics() [][2]string {
	pairs := appendPairs(nil, r.roles.Title())
	heads := map[int][]string{} // roles of the column heads, by table
	var tables []int
	for i := range r.sentences {
		s := &r.sentences[i]
		block := r.doc.Blocks[s.block]
		keys := s.keys
		switch {
		case block.Kind == corpus.Heading:
			pairs = appendPairs(pairs, keys)
		case block.Kind == corpus.Cell && block.Header && len(keys) == 1:
			if heads[block.Group] == nil {
				tables = append(tables, block.Group)
			}
			if known := heads[block.Group]; len(known) <= maxCompared && !slices.Contains(known, keys[0]) {
				heads[block.Group] = append(heads[block.Group], keys[0])
			}
		}
	}
	for _, table := range tables {
		pairs = appendPairs(pairs, heads[table])
	}
	return sortedPairs(pairs)
}

// appendPairs adds each pair of a few roles.
func appendPairs(pairs [][2]string, keys []string) [][2]string {
	if len(keys) > maxCompared {
		return pairs
	}
	for i := range keys {
		for k := range keys[:i] {
			pairs = append(pairs, pairOf(keys[i], keys[k]))
		}
	}
	return pairs
}

func sortedPairs(pairs [][2]string) [][2]string {
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1])) })
	return slices.Compact(pairs)
}

// opensContrast reports sentences that begin by turning to another role.
func opensContrast(text string) bool {
	text = strings.ToLower(text)
	for _, opening := range []string{"in contrast", "on the other", "by contrast", "meanwhile", "conversely", "however"} {
		if strings.HasPrefix(text, opening) {
			return true
		}
	}
	return false
}
