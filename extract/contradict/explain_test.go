package contradict

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"
)

// madeUp makes claims of a few roles with every limit that detection knows,
// so that all reasons occur, and more of one source than a fold keeps.
func madeUp(n int, seed int64) []Record {
	rng := rand.New(rand.NewSource(seed))
	some := func(words ...string) string { return words[rng.Intn(len(words))] }
	seldom := func() bool { return rng.Intn(12) == 0 }
	var out []Record
	for i := range n {
		source := fmt.Sprintf("s%d", rng.Intn(4))
		r := Record{
			Doc: fmt.Sprintf("%s-%d", source, rng.Intn(3)), Source: source, Claim: fmt.Sprint("c", i), Start: i, End: i + 5, Confidence: 0.9,
			Sentence: rng.Intn(n), May: seldom(), Condition: some("", "", "", "", "senior"),
		}
		roles := []string{"chef", "cook", "nurse"}
		r.Role = some(roles...)
		switch rng.Intn(4) {
		case 0:
			r.Kind, r.Stance, r.Act, r.Verb, r.Concept = Duty, Does, some("set", "do"), some("set", "define"), some("menu", "team")
			r.Key, r.Head, r.Mods = r.Act+":"+r.Concept, r.Concept, some("", "", "daily", "weekly")
			r.Shared, r.Assisting, r.Weak, r.Vague, r.Own = seldom(), seldom(), seldom(), seldom(), seldom()
			r.Scope = some("", "", "", "small", "place-london", "year-2020")
			if rng.Intn(3) == 0 {
				r.Stance = DoesNot
			}
		case 1:
			r.Kind, r.Low, r.Currency, r.Statistic = Pay, float64(20000+1000*rng.Intn(40)), some("EUR", "EUR", "USD"), some("average", "median", "minimum")
			r.High, r.Key = r.Low, ""
			r.Key = r.Role + " " + r.Currency + " " + statClass(r.Statistic)
			if r.Statistic == "minimum" {
				r.High = math.Inf(1)
			}
		default:
			r.Kind, r.Stance = []Kind{PayOrder, Rank}[rng.Intn(2)], []Stance{Over, Under, Equal}[rng.Intn(3)]
			other := some(roles...)
			if other == r.Role {
				continue
			}
			r.Role, r.Other, _ = pair(r.Role, other)
			r.Key, r.Derived = r.Role+" "+r.Other, seldom()
			if r.Kind == Rank && r.Stance == Under {
				boss := r
				boss.Kind, boss.Key = Boss, r.Role
				out = append(out, boss)
			}
		}
		if r.Kind != Duty {
			r.Place, r.Year = some("", "", "", "Rome", "Oslo"), []int{0, 0, 0, 2020, 2021}[rng.Intn(5)]
			r.Component, r.Upstream = some("", "", "base", "total"), some("", "", "glassdoor")
		}
		out = append(out, r)
	}
	return append(out, Record{Kind: Compared, Key: "chef cook", Role: "chef", Other: "cook", Doc: "s0-0", Source: "s0"})
}

// What is said of two claims is what detection found: in crowds, where most
// conflicts have no row of their own, and among a few.
func TestExplainAgreesWithDetection(t *testing.T) {
	reasons := map[string]int{}
	for seed, n := range []int{500, 120, 40, 40, 20, 20, 20} {
		var f Fold
		byClaim := map[string][]Record{}
		for _, r := range madeUp(n, int64(seed)) {
			f.Add(r)
			if r.Claim != "" {
				byClaim[r.Claim] = append(byClaim[r.Claim], r)
			}
		}
		env := Env{Independent: map[string]string{"s1-0": "s0"}}
		result := f.Detect(env)
		explain := func(a, b string) []Comparison {
			said := f.Explain(env, byClaim[a], byClaim[b])
			for _, c := range said {
				checkComparison(t, &c, a, b)
				reasons[c.Reason]++
			}
			return said
		}
		for _, found := range result.Findings {
			a, b := found.A.Evidence[0].Claim, found.B.Evidence[0].Claim
			if said := explain(a, b); !slices.ContainsFunc(said, func(c Comparison) bool {
				return c.Outcome == Flagged && c.Kind == found.Kind && c.Finding == found.ID
			}) {
				t.Errorf("seed %d: the leading pair of %q is explained as %s %s", seed, found.Summary, said[0].Outcome, said[0].Reason)
			}
		}
		for _, m := range result.NearMisses {
			if said := explain(m.A.Claim, m.B.Claim); !slices.ContainsFunc(said, func(c Comparison) bool {
				return c.Outcome == Spared && c.Kind == m.Kind && c.Topic == m.Topic && c.Reason == m.Reason
			}) {
				t.Errorf("seed %d: the %s of %v on %s for %s is explained as %s %s", seed, m.Kind, m.Roles, m.Topic, m.Reason, said[0].Outcome, said[0].Reason)
			}
		}
		claims := sortedKeys(byClaim)
		rng := rand.New(rand.NewSource(1))
		for i := range 600 {
			a, b := claims[rng.Intn(len(claims))], claims[rng.Intn(len(claims))]
			if a == b || i > 100 && byClaim[a][0].Kind != byClaim[b][0].Kind {
				continue
			}
			for _, c := range explain(a, b) {
				i := slices.IndexFunc(result.Findings, func(found Finding) bool { return found.ID == c.Finding })
				switch {
				case c.Finding != "" && i < 0:
					t.Errorf("seed %d: %s and %s: there is no finding %s", seed, a, b, c.Finding)
				case c.Outcome == Flagged && !(holds(result.Findings[i].A, a) && holds(result.Findings[i].B, b) || holds(result.Findings[i].A, b) && holds(result.Findings[i].B, a)):
					t.Errorf("seed %d: %s and %s: flagged by %q, which has them not on its sides", seed, a, b, result.Findings[i].Summary)
				case c.Outcome == Flagged && result.Findings[i].Kind != c.Kind:
					t.Errorf("seed %d: %s and %s: flagged as %s by a finding of %s", seed, a, b, c.Kind, result.Findings[i].Kind)
				}
			}
		}
	}
	for _, reason := range []string{
		"", "other-year", "other-place", "other-component", "other-currency", "other-statistic", "other-condition", "estimate-spread", "shared",
		"assisting", "other-action", "other-object", "not-compared", "hedged", "same-upstream", "duplicate",
		Outweighed, OtherKind, OtherRoles, OtherDuty, SameSide, TooGeneral,
	} {
		if reasons[reason] == 0 {
			t.Errorf("no two claims are explained by %q", reason)
		}
	}
	t.Log(reasons)
}

// holds reports whether a claim may stand on a side: in its rows, or among
// those that they leave out.
func holds(s Side, claim string) bool {
	return s.Claims > len(s.Evidence) || slices.ContainsFunc(s.Evidence, func(r Record) bool { return r.Claim == claim })
}

// checkComparison wants a comparison to be whole: its records are the claims' in
// their order, it has one of reason and finding, and its slots say what
// decided.
func checkComparison(t *testing.T, c *Comparison, a, b string) {
	t.Helper()
	if c.A.Claim != a || c.B.Claim != b {
		t.Errorf("%s and %s: compared as %s and %s", a, b, c.A.Claim, c.B.Claim)
	}
	if (c.Outcome == Flagged) != (c.Reason == "") || c.Outcome == Flagged && c.Finding == "" || (c.Outcome == Apart) != (c.Kind == "") {
		t.Errorf("%s and %s: %s for %q by %q as %q", a, b, c.Outcome, c.Reason, c.Finding, c.Kind)
	}
	decides := slices.ContainsFunc(c.Slots, func(s Slot) bool { return s.Decides })
	switch c.Reason {
	case "other-year", "other-place", "other-component", "other-currency", "other-statistic", "shared", "assisting", "other-object", "hedged", "same-upstream", "duplicate":
		if !decides {
			t.Errorf("%s and %s: %s, and no slot decides: %+v", a, b, c.Reason, c.Slots)
		}
	case "":
		if decides {
			t.Errorf("%s and %s: flagged, and a slot spares them: %+v", a, b, c.Slots)
		}
	}
	for _, s := range c.Slots {
		if s.Status == Differs && c.Outcome == Flagged && slices.Contains([]string{"year", "place", "currency", "condition", "limits"}, s.Name) {
			t.Errorf("%s and %s: flagged, though %s differs: %q, %q", a, b, s.Name, s.A, s.B)
		}
	}
}
