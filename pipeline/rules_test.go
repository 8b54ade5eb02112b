package pipeline

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/extract/eval"
)

func TestDisabledRulesArePartOfTheRunID(t *testing.T) {
	id := func(rules ...string) string {
		run, _ := runOn(t, Config{Disable: rules, Limit: 1})
		return run.Manifest.RunID
	}
	all, one := id(), id("subject-verb")
	if all == one {
		t.Error("a run without a rule has the id of one with it")
	}
	if a, b := id("subject-verb", "cue-list"), id("cue-list", " Subject-Verb", "cue-list"); a != b {
		t.Errorf("the order of the rules changes the id: %s, %s", a, b)
	}
}

// rulesOf returns the rules that found something, sorted.
func rulesOf(found eval.Found) []string {
	rules := map[string]bool{}
	for _, a := range found.Articles {
		for _, r := range a.Responsibilities {
			rules[r.Rule] = true
		}
		for _, s := range a.Salaries {
			rules[s.Rule] = true
		}
		for _, c := range a.Comparisons {
			rules[c.Rule] = true
		}
	}
	return slices.Sorted(maps.Keys(rules))
}

// TestEveryRuleCanBeSwitchedOff switches off each rule that finds something in
// the sample.
func TestEveryRuleCanBeSwitchedOff(t *testing.T) {
	lex, err := LoadLexicon("")
	if err != nil {
		t.Fatal(err)
	}
	docs, rejects, err := ReadDocuments(t.Context(), nil, nil)
	if err != nil || len(rejects) > 0 {
		t.Fatal(rejects, err)
	}
	all, err := Claimed(lex, docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(rulesOf(all)) < 10 {
		t.Fatalf("only %v find something in the sample", rulesOf(all))
	}
	for _, rule := range rulesOf(all) {
		without, err := Claimed(lex, docs, []string{rule})
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(rulesOf(without), rule) {
			t.Errorf("%s finds something though it is switched off", rule)
		}
	}
}

func TestRuleGroups(t *testing.T) {
	lex, err := LoadLexicon("")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, group := range ruleGroups(lex) {
		got[group.name] = group.rules
	}
	if diff := cmp.Diff([]string{"cell-nominal", "cell-verb"}, got["cell-*"]); diff != "" {
		t.Errorf("cell-* differs (-want +got):\n%s", diff)
	}
	if _, ok := got["participle-*"]; ok || len(got["participle"]) != 1 {
		t.Errorf("participle stands alone, but groups are %v", got)
	}
}
