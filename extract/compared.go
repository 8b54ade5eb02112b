package extract

import (
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
)

// maxCompared is the most roles that one heading or sentence sets side by
// side; longer rows are lists, not comparisons.
const maxCompared = 4

// contrast are the words of a sentence that sets roles apart.
var contrast = regexp.MustCompile(`(?i)\b(?:while|whereas|unlike|than|on the other (?:hand|side)|compared (?:to|with)|difference|differs?|versus|vs|rather than|in contrast|both|between)\b`)

// compared returns the pairs of roles that the article sets side by side.
func (r *reading) compared() [][2]string {
	var pairs [][2]string
	add := func(keys []string) {
		if len(keys) < 2 || len(keys) > maxCompared {
			return
		}
		for i := range keys {
			for k := range keys[:i] {
				pairs = append(pairs, pairOf(keys[i], keys[k]))
			}
		}
	}
	add(r.roles.Title())
	heads := map[int][]string{} // roles of the column heads, by table
	var tables []int
	for i := range r.sentences {
		s := &r.sentences[i]
		block := r.doc.Blocks[s.block]
		keys := keysOf(s.mentions)
		switch {
		case block.Kind == corpus.Cell:
			if block.Header && len(keys) == 1 {
				if heads[block.Group] == nil {
					tables = append(tables, block.Group)
				}
				if !slices.Contains(heads[block.Group], keys[0]) {
					heads[block.Group] = append(heads[block.Group], keys[0])
				}
			}
		case block.Kind == corpus.Heading, contrast.MatchString(r.text(s)):
			add(keys)
		case opensContrast(r.text(s)) && len(keys) == 1 && len(s.antecedent) == 1 && keys[0] != s.antecedent[0]:
			add([]string{keys[0], s.antecedent[0]})
		}
	}
	for _, table := range tables {
		add(heads[table])
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return strings.Compare(a[0]+" "+a[1], b[0]+" "+b[1]) })
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
