package pipeline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"roleclaims/extract/lexicon"
)

// ruleIDs returns ids of rules sorted and unique. An unknown one is a Misuse:
// a misspelt rule that is silently left on would make a wrong comparison.
func ruleIDs(lex *lexicon.Lexicon, ids []string) ([]string, error) {
	known := lex.Set("rules")
	var rules []string
	for _, id := range ids {
		id = strings.ToLower(strings.TrimSpace(id))
		if !known[id] {
			return nil, Misuse{fmt.Errorf("--disable-rule: no rule %q; there are %s", id, strings.Join(slices.Sorted(maps.Keys(known)), ", "))}
		}
		rules = append(rules, id)
	}
	slices.Sort(rules)
	return slices.Compact(rules), nil
}
