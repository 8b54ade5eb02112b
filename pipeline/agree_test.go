package pipeline

import (
	"math/rand"
	"slices"
	"testing"

	"roleclaims/extract/contradict"
	"roleclaims/output"
)

// TestExplainAgrees wants what is said of two claims to be what the run says:
// flagged where they stand on two sides of a contradiction, spared for its
// reason where they are the example of a near miss, and never flagged
// elsewhere.
func TestExplainAgrees(t *testing.T) {
	for _, folder := range texts() {
		run, _ := runOn(t, Config{Inputs: inputsOf(folder)})
		g := gatherAll(t, run, nil)
		findings := g.fold.Detect(g.env).Findings
		byID := map[string]contradict.Finding{}
		for _, f := range findings {
			byID[f.ID] = f
			agreeOnFinding(t, g, &f)
		}
		for m, err := range run.NearMisses() {
			if err != nil {
				t.Fatal(err)
			}
			agreeOnMiss(t, g, &m)
		}
		agreeAtRandom(t, g, byID)
	}
}

// agreeOnFinding wants the leading pair of a finding to be flagged by it, and
// each row of evidence with some row of the other side.
func agreeOnFinding(t *testing.T, g *gathered, f *contradict.Finding) {
	t.Helper()
	flags := func(a, b contradict.Record) bool {
		return slices.ContainsFunc(g.fold.Explain(g.env, g.records[a.Claim], g.records[b.Claim]), func(c contradict.Comparison) bool {
			return c.Outcome == contradict.Flagged && c.Kind == f.Kind && c.Finding == f.ID && c.Rule == f.Rule && c.A.Claim == a.Claim
		})
	}
	if !flags(f.A.Evidence[0], f.B.Evidence[0]) {
		t.Errorf("%s: the leading pair is not flagged", f.Summary)
	}
	for _, a := range f.A.Evidence {
		if !slices.ContainsFunc(f.B.Evidence, func(b contradict.Record) bool { return flags(a, b) }) {
			t.Errorf("%s: row %s of side a is flagged with none of side b", f.Summary, a.Claim)
		}
	}
	for _, b := range f.B.Evidence {
		if !slices.ContainsFunc(f.A.Evidence, func(a contradict.Record) bool { return flags(b, a) }) {
			t.Errorf("%s: row %s of side b is flagged with none of side a", f.Summary, b.Claim)
		}
	}
}

// agreeOnMiss wants the example of a near miss to be spared for its reason.
func agreeOnMiss(t *testing.T, g *gathered, m *output.NearMissRow) {
	t.Helper()
	said := g.fold.Explain(g.env, g.records[m.ClaimA], g.records[m.ClaimB])
	if !slices.ContainsFunc(said, func(c contradict.Comparison) bool {
		return c.Outcome == contradict.Spared && c.Kind == m.Kind && c.Topic == m.Topic && c.Reason == m.Reason
	}) {
		t.Errorf("%s of %v on %s: explained as %s %s, want %s", m.Kind, m.Roles, m.Topic, said[0].Outcome, said[0].Reason, m.Reason)
	}
}

// agreeAtRandom takes claims by chance, half of them of one role and kind. None may be
// flagged but by a finding that has them on its two sides, in its rows or
// among those that five rows a side leave out; each has its reason.
func agreeAtRandom(t *testing.T, g *gathered, findings map[string]contradict.Finding) {
	t.Helper()
	claims := map[string][]string{}
	var all []string
	for id, records := range g.records {
		key := records[0].Role + string(records[0].Kind)
		claims[key] = append(claims[key], id)
		all = append(all, id)
	}
	slices.Sort(all)
	rng := rand.New(rand.NewSource(1))
	reasons := map[string]int{}
	for i := range 600 {
		a := all[rng.Intn(len(all))]
		others := all
		if i%2 == 0 {
			others = claims[g.records[a][0].Role+string(g.records[a][0].Kind)]
			slices.Sort(others)
		}
		b := others[rng.Intn(len(others))]
		if a == b {
			continue
		}
		for _, c := range g.fold.Explain(g.env, g.records[a], g.records[b]) {
			if c.Outcome != contradict.Flagged {
				if c.Reason == "" {
					t.Errorf("%s and %s: spared for no reason", a, b)
				}
				reasons[c.Reason]++
				continue
			}
			f, known := findings[c.Finding]
			if !known || !(opposed(f, a, b) || opposed(f, b, a)) {
				t.Errorf("%s and %s are flagged as %s by %q, which has them not", a, b, c.Kind, c.Finding)
			}
		}
	}
	t.Log(len(all), "claims, reasons:", reasons)
	if reasons[contradict.BeyondReach] > 0 {
		t.Errorf("%d pairs of a small run are beyond reach", reasons[contradict.BeyondReach])
	}
}

// opposed reports whether a may stand on side a of a finding and b on side b.
func opposed(f contradict.Finding, a, b string) bool {
	on := func(s contradict.Side, claim string) bool {
		return s.Claims > len(s.Evidence) || slices.ContainsFunc(s.Evidence, func(r contradict.Record) bool { return r.Claim == claim })
	}
	return on(f.A, a) && on(f.B, b)
}
