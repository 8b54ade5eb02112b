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

// ruleGroup is some rules that are switched off together.
type ruleGroup struct {
	name  string
	rules []string
}

// ruleGroups lists every rule, and before the first of several rules whose
// ids begin with the same word, those together as "word-*".
func ruleGroups(lex *lexicon.Lexicon) []ruleGroup {
	rules := slices.Sorted(maps.Keys(lex.Set("rules")))
	byWord := map[string][]string{}
	word := func(rule string) string { w, _, _ := strings.Cut(rule, "-"); return w }
	for _, rule := range rules {
		byWord[word(rule)] = append(byWord[word(rule)], rule)
	}
	var groups []ruleGroup
	for _, rule := range rules {
		if family := byWord[word(rule)]; len(family) > 1 && family[0] == rule {
			groups = append(groups, ruleGroup{word(rule) + "-*", family})
		}
		groups = append(groups, ruleGroup{rule, []string{rule}})
	}
	return groups
}
