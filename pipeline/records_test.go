package pipeline

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/place"
	"roleclaims/output"
)

// TestComparedAgain wants the datasets of a run to hold all that detection
// compares: comparing them again gives the same contradictions, evidence and
// near misses.
func TestComparedAgain(t *testing.T) {
	for _, folder := range texts() {
		run, _ := runOn(t, Config{Inputs: inputsOf(folder)})
		g := gatherAll(t, run, nil)
		again := g.fold.Detect(g.env)
		if diff := cmp.Diff(foundLines(t, run), resultLines(again)); diff != "" {
			t.Errorf("%q compared again from its datasets (-run +again):\n%s", folder, diff)
		}
	}
}

// TestComparedInPart wants the claims about some roles to be enough to find
// what is said of these roles.
func TestComparedInPart(t *testing.T) {
	run, _ := runOn(t, Config{})
	g := gatherAll(t, run, nil)
	for _, f := range g.fold.Detect(g.env).Findings {
		part := gatherAll(t, run, f.Roles)
		found := part.fold.Detect(part.env).Findings
		if !slices.ContainsFunc(found, func(p contradict.Finding) bool { return cmp.Equal(p, f) }) {
			t.Errorf("%s (%s) is not found among the claims about %v alone", f.ID, f.Summary, f.Roles)
		}
	}
}

// gatherAll reads the records of a run back, with the places of the embedded
// word lists.
func gatherAll(t *testing.T, run *output.Run, roles []string) *gathered {
	t.Helper()
	g, err := gather(run, roles)
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	g.env.Places = place.New(lex)
	return g
}

// foundLines writes what a run found, in no order that matters.
func foundLines(t *testing.T, run *output.Run) []string {
	t.Helper()
	var lines []string
	add := func(err error, values ...any) {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintln(values...))
	}
	for r, err := range run.Contradictions() {
		add(err, r.ContradictionID, r.Kind, r.Tier, r.Scope, r.Roles, r.Topic, r.Summary, r.Severity, r.Confidence, r.SupportA, r.SupportB, r.ClaimsA, r.ClaimsB, r.Rule, orEmpty(r.MissingScope))
	}
	for r, err := range run.Evidence() {
		add(err, r.ContradictionID, r.Side, r.Rank, r.ClaimID)
	}
	for r, err := range run.NearMisses() {
		add(err, r.Kind, r.Roles, r.Topic, r.Reason, r.Pairs, r.ClaimA, r.ClaimB, r.Words)
	}
	slices.Sort(lines)
	return lines
}

func resultLines(result contradict.Result) []string {
	var lines []string
	add := func(values ...any) { lines = append(lines, fmt.Sprintln(values...)) }
	for _, f := range result.Findings {
		add(f.ID, f.Kind, f.Tier, f.Scope, f.Roles, f.Topic, f.Summary, f.Severity, f.Confidence, f.A.Support, f.B.Support, f.A.Claims, f.B.Claims, f.Rule, f.MissingScope)
		for i, r := range f.A.Evidence {
			add(f.ID, "a", i+1, r.Claim)
		}
		for i, r := range f.B.Evidence {
			add(f.ID, "b", i+1, r.Claim)
		}
	}
	for _, m := range result.NearMisses {
		add(m.Kind, m.Roles, m.Topic, m.Reason, m.Pairs, m.A.Claim, m.B.Claim, m.Words)
	}
	slices.Sort(lines)
	return lines
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
