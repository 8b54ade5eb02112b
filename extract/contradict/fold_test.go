package contradict

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// records makes a set of records with many ties and copies.
func records(n int) []Record {
	rng := rand.New(rand.NewSource(1))
	roles := []string{"chef", "cook", "nurse", "waiter"}
	var out []Record
	for i := range n {
		source := fmt.Sprintf("s%d", rng.Intn(5))
		r := Record{
			Doc: fmt.Sprintf("%s-%d", source, rng.Intn(3)), Source: source, Claim: fmt.Sprint("c", i), Start: rng.Intn(50), Confidence: float64(rng.Intn(3)) / 2,
			Role: roles[rng.Intn(4)], Stance: Does, Sentence: i, Contrast: rng.Intn(3) == 0, Own: rng.Intn(3) == 0,
		}
		r.End = r.Start + 5
		switch rng.Intn(6) {
		case 0:
			r.Kind, r.Act, r.Concept = Duty, []string{"set", "do"}[rng.Intn(2)], []string{"menu", "work-plan"}[rng.Intn(2)]
			r.Key, r.Head = r.Act+":"+r.Concept, r.Concept
			if rng.Intn(3) == 0 {
				r.Stance = DoesNot
				r.Key = []string{r.Key, r.Act + ":" + anything}[rng.Intn(2)]
			}
			if rng.Intn(4) == 0 {
				r.Key = "manner:" + r.Key + ":hand"
			}
		case 4, 5:
			r.Kind, r.Stance = Rank, []Stance{Over, Under, Equal}[rng.Intn(3)]
			a, b := rng.Intn(4), rng.Intn(4)
			if a == b {
				continue
			}
			r.Role, r.Other, _ = pair(roles[a], roles[b])
			r.Key = r.Role + " " + r.Other
			if rng.Intn(2) == 0 {
				b = (a + 1 + int(source[1])%2) % 4 // a source names one
				r.Kind, r.Role, r.Other, r.Key, r.Stance = Boss, roles[a], roles[b], roles[a], Under
			}
		case 1:
			r.Kind, r.Stance = PayOrder, []Stance{Over, Under, Equal}[rng.Intn(3)]
			a, b := rng.Intn(4), rng.Intn(4)
			if a == b {
				continue
			}
			r.Role, r.Other, _ = pair(roles[a], roles[b])
			r.Key = r.Role + " " + r.Other
			if r.Key == "chef cook" || r.Key == "cook nurse" || r.Key == "chef nurse" { // a circle
				r.Stance = map[string]Stance{"chef cook": Over, "cook nurse": Over, "chef nurse": Under}[r.Key]
			}
		case 2:
			r.Kind, r.Currency, r.Statistic, r.Low = Pay, "EUR", "average", float64(20000+1000*rng.Intn(40))
			r.Place, r.Year = []string{"", "Spain", "Italy"}[rng.Intn(3)], []int{0, 2023, 2024}[rng.Intn(3)]
			r.High, r.Key = r.Low, r.Role+" EUR middle"
			if rng.Intn(4) == 0 {
				r.Currency, r.Key = "USD", r.Role+" USD middle"
			}
		case 3:
			r.Kind, r.Role, r.Other, r.Key = Compared, "chef", "cook", "chef cook"
		}
		out = append(out, r)
	}
	return out
}

// Runners add in any order and merge in any grouping.
func TestFoldIsOrderFree(t *testing.T) {
	list := records(600)
	var whole Fold
	for _, r := range list {
		whole.Add(r)
	}
	want := whole.Detect(Env{})
	if len(want.Findings) < 5 {
		t.Fatalf("%d findings, want more to compare", len(want.Findings))
	}
	for seed := range 20 {
		rng := rand.New(rand.NewSource(int64(seed)))
		rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		parts := make([]Fold, 1+rng.Intn(7))
		for i := range parts {
			parts[i].names = NewNames()
			parts[i].names.room = rng.Intn(4) * 100 // names for none, or some
		}
		for _, r := range list {
			parts[rng.Intn(len(parts))].Add(r)
		}
		var merged Fold
		for _, i := range rng.Perm(len(parts)) {
			merged.Merge(&parts[i])
		}
		if diff := cmp.Diff(want, merged.Detect(Env{})); diff != "" {
			t.Fatalf("seed %d: Detect of shuffled parts (-whole +parts):\n%s", seed, diff)
		}
	}
}

// Detection part by part finds what detection of all at once does, in any
// number of parts and any order of records.
func TestPartsAgree(t *testing.T) {
	list := records(2000)
	var whole Fold
	for _, r := range list {
		whole.Add(r)
	}
	env := Env{Independent: map[string]string{"s1-0": "s2", "s3-1": "s4"}}
	want := whole.Detect(env)
	kinds := map[string]int{}
	for _, f := range want.Findings {
		kinds[f.Kind+" "+f.Rule]++
	}
	if len(kinds) < 8 {
		t.Fatalf("only findings of %v", kinds)
	}
	for n := 1; n <= 16; n++ {
		rand.New(rand.NewSource(int64(n))).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		blocks := make([][]byte, n)
		names := NewNames()
		names.room = n * 100 // for a few, or for all
		pairs := Pairs{}
		for _, r := range list {
			if r.Kind == Compared {
				pairs.Add(&r)
				continue
			}
			at := r.Part() % uint64(n)
			blocks[at] = names.Append(blocks[at], &r)
		}
		read := func(keys map[string]bool, blocks ...[]byte) *Fold {
			f := NewFold(names)
			for _, block := range blocks {
				if err := f.AddBlock(block, keys); err != nil {
					t.Fatal(err)
				}
			}
			return f
		}
		var got Result
		take := func(r Result) {
			got.Findings = append(got.Findings, r.Findings...)
			got.NearMisses = append(got.NearMisses, r.NearMisses...)
		}
		d := NewDetector(env, pairs)
		for _, block := range blocks {
			take(d.Part(read(nil, block)))
		}
		take(d.Circles(read(d.Circling(), blocks...)))
		got.sort()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%d parts (-whole +parts):\n%s", n, diff)
		}
	}
}

// Each row of evidence conflicts with the other side, leads first, five a
// side at most, and no claim stands twice on one side.
func TestEvidenceInvariants(t *testing.T) {
	var f Fold
	for _, r := range records(600) {
		f.Add(r)
	}
	ids := map[string]bool{}
	for _, finding := range f.Detect(Env{}).Findings {
		if ids[finding.ID] {
			t.Errorf("%s: two findings of one id", finding.Summary)
		}
		ids[finding.ID] = true
		for _, s := range []Side{finding.A, finding.B} {
			if len(s.Evidence) == 0 || len(s.Evidence) > bestRows {
				t.Errorf("%s: %d rows on a side", finding.Summary, len(s.Evidence))
			}
			if s.Support < 1 || s.Claims < len(s.Evidence) {
				t.Errorf("%s: support %d, claims %d, rows %d", finding.Summary, s.Support, s.Claims, len(s.Evidence))
			}
			claims := map[string]bool{}
			for _, r := range s.Evidence {
				if claims[r.Claim] {
					t.Errorf("%s: claim %s stands twice", finding.Summary, r.Claim)
				}
				claims[r.Claim] = true
			}
		}
		if finding.Severity < 0 || finding.Severity > 1 || finding.Confidence < 0 || finding.Confidence > 1 {
			t.Errorf("%s: severity %v, confidence %v", finding.Summary, finding.Severity, finding.Confidence)
		}
	}
}

// Records of one key are compared whatever it is made of.
func TestKeyOfOtherStrings(t *testing.T) {
	var f Fold
	f.Add(Record{Kind: Duty, Key: "set:menu", Act: "set", Head: "menu", Role: "chef", Source: "a"})
	f.Add(Record{Kind: Duty, Key: "set:menu", Act: "set", Head: "card", Role: "chef", Source: "b"})
	f.Add(Record{Kind: Rank, Key: "set:menu", Role: "set:menu", Source: "c"})
	g := slices.Collect(f.groups(f.keys()[Duty]))
	if len(g) != 1 || len(g[0].records) != 2 {
		t.Errorf("%d groups, want 1 of 2 records", len(g))
	}
}

// A source that says one thing a thousand times keeps a handful of records.
func TestFoldIsBounded(t *testing.T) {
	var f Fold
	for i := range 1000 {
		f.Add(Record{Kind: Duty, Key: "set:menu", Role: "chef", Stance: Does, Source: "s", Doc: fmt.Sprint(i), Claim: fmt.Sprint(i)})
	}
	g := slices.Collect(f.groups(f.keys()[Duty]))
	if len(g) != 1 || len(g[0].records) != keep {
		t.Fatalf("kept %d records in %d groups, want %d in 1", len(g[0].records), len(g), keep)
	}
	total := 0
	for _, r := range g[0].records {
		total += r.count
	}
	if total != 1000 {
		t.Errorf("counted %d, want 1000", total)
	}
}
