package pipeline

import "testing"

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
