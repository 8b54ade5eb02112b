package eval

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
)

func TestTokenF1(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       float64
	}{
		{"equal but for case and marks", "Leads R&D.", "leads r&d", 1},
		{"half", "runs the kitchen", "runs the big cold bar", 0.5},
		{"a repeated word counts as often as both have it", "the the pass", "the pass", 0.8},
		{"an underscore parts words", "menu_planning", "menu planning", 1},
		{"letters beyond ASCII", "Führt Küchen", "führt küchen", 1},
		{"nothing in common", "cooks", "sells", 0},
		{"empty", "", "cooks", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tokenF1(tt.a, tt.b); math.Abs(got-tt.want) > 1e-9 {
				t.Errorf("tokenF1(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
			}
		})
	}
}

func TestSameRole(t *testing.T) {
	for key, want := range map[string]string{
		"vice-president-of-engineering": "vp-of-engineering",
		"front-end-developer":           "frontend-developer",
		"ml-engineer":                   "machine-learning-engineer",
		"xml-editor":                    "xml-editor",
		"sous-chef":                     "sous-chef",
	} {
		if got := sameRole(key); got != want {
			t.Errorf("sameRole(%q) = %q, want %q", key, got, want)
		}
	}
}

func duty(role, phrase string) Responsibility {
	return Responsibility{Role: role, Phrase: phrase, Polarity: "asserted"}
}

func TestResponsibilities(t *testing.T) {
	optional := duty("chef", "writes menus")
	optional.Optional = true
	denied := duty("chef", "orders fish")
	denied.Polarity = "denied"
	for _, tt := range []struct {
		name        string
		gold, found []Responsibility
		tp, fp, fn  int
	}{
		{"found", []Responsibility{duty("chef", "runs the pass")}, []Responsibility{duty("chef", "runs the pass at night")}, 1, 0, 0},
		{"other role", []Responsibility{duty("chef", "runs the pass")}, []Responsibility{duty("cook", "runs the pass")}, 0, 1, 1},
		{"other polarity", []Responsibility{duty("chef", "orders fish")}, []Responsibility{denied}, 0, 1, 1},
		{"too little in common", []Responsibility{duty("chef", "orders fish")}, []Responsibility{duty("chef", "orders all the wine for guests")}, 0, 1, 1},
		{"one find serves one answer", []Responsibility{duty("chef", "orders fish"), duty("chef", "orders fish daily")}, []Responsibility{duty("chef", "orders fish")}, 1, 0, 1},
		{"the best match goes first", []Responsibility{duty("chef", "orders the fish"), duty("chef", "orders fish")}, []Responsibility{duty("chef", "orders fish"), duty("chef", "the fish")}, 2, 0, 0},
		{"an optional answer found is no false alarm", []Responsibility{optional}, []Responsibility{duty("chef", "writes menus")}, 0, 0, 0},
		{"an optional answer missed is no miss", []Responsibility{optional}, nil, 0, 0, 0},
		{"the second wording counts", []Responsibility{{Role: "chef", Phrase: "menus", Or: "plans all the menus", Polarity: "asserted"}}, []Responsibility{duty("chef", "plans all the menus")}, 1, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			gold := Gold{Articles: []Answers{{Doc: "a.txt", Responsibilities: tt.gold}}}
			got := gold.Score(Found{Articles: []Answers{{Doc: "a.txt", Responsibilities: tt.found}}})[0]
			if got.TP != tt.tp || got.FP != tt.fp || got.FN != tt.fn {
				t.Errorf("tp %d fp %d fn %d, want %d %d %d", got.TP, got.FP, got.FN, tt.tp, tt.fp, tt.fn)
			}
			if len(got.Missed) != got.FN || len(got.FalseAlarm) != got.FP {
				t.Errorf("%d misses and %d false alarms named, want %d and %d", len(got.Missed), len(got.FalseAlarm), got.FN, got.FP)
			}
		})
	}
}

func TestSalariesAndComparisons(t *testing.T) {
	low, near := 30_000.0, 30_000.004
	gold := Gold{Articles: []Answers{{
		Doc:         "a.txt",
		Salaries:    []Salary{{Role: "chef", Low: &low, Currency: "GBP", Period: "year"}},
		Comparisons: []Comparison{{RoleA: "chef", Relation: "peer-of", RoleB: "baker"}, {RoleA: "chef", Relation: "senior-to", RoleB: "cook"}},
	}}}
	found := Found{Articles: []Answers{{
		Doc:         "a.txt",
		Salaries:    []Salary{{Role: "chef", Low: &near, Currency: "GBP", Period: "year"}, {Role: "chef", Low: &low, High: &low, Currency: "GBP", Period: "year"}},
		Comparisons: []Comparison{{RoleA: "baker", Relation: "peer-of", RoleB: "chef"}, {RoleA: "cook", Relation: "senior-to", RoleB: "chef"}},
	}}}
	want := []Score{
		{Kind: "responsibilities"},
		{Kind: "salaries", TP: 1, FP: 1, FalseAlarm: []string{"a.txt: chef 30000-30000 GBP/year"}},
		{
			Kind: "comparisons", TP: 1, FP: 1, FN: 1,
			Missed:     []string{"a.txt: chef senior-to cook"},
			FalseAlarm: []string{"a.txt: cook senior-to chef"},
		},
	}
	if diff := cmp.Diff(want, gold.Score(found)); diff != "" {
		t.Errorf("scores differ (-want +got):\n%s", diff)
	}
}

func TestFindings(t *testing.T) {
	const left, right = "The chef owns the menu. The chef owns the till.", "The owner has the menu."
	at := func(doc, text, quote string) Evidence {
		i := strings.Index(text, quote)
		return Evidence{Doc: doc, Text: text, Span: corpus.Span{Start: i, End: i + len(quote)}}
	}
	menu, till, owner := at("a.txt", left, "owns the menu"), at("a.txt", left, "owns the till"), at("b.txt", right, "has the menu")
	clear := Contradiction{Kind: "ownership", A: Side{Doc: "a.txt", Quote: "owns the menu"}, B: Side{Doc: "b.txt", Quote: "the menu"}}
	arguable := clear
	arguable.Strength = "arguable"
	for _, tt := range []struct {
		name       string
		gold       Contradiction
		found      []Finding
		tp, fp, fn int
	}{
		{"found", clear, []Finding{{"ownership", []Evidence{menu}, []Evidence{owner}}}, 1, 0, 0},
		{"sides turned round, another kind", clear, []Finding{{"polarity", []Evidence{owner}, []Evidence{menu}}}, 1, 0, 0},
		{"found by a later row, but the leading pair is wrong", clear, []Finding{{"ownership", []Evidence{till, menu}, []Evidence{owner}}}, 1, 1, 0},
		{"the sixth row does not count", clear, []Finding{{"ownership", []Evidence{till, till, till, till, till, menu}, []Evidence{owner}}}, 0, 1, 1},
		{"an arguable one is no false alarm", arguable, []Finding{{"ownership", []Evidence{menu}, []Evidence{owner}}}, 0, 0, 0},
		{"missed", clear, nil, 0, 0, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			scores := Gold{Contradictions: []Contradiction{tt.gold}}.Score(Found{Findings: tt.found})
			got := scores[len(scores)-1]
			if got.TP != tt.tp || got.FP != tt.fp || got.FN != tt.fn {
				t.Errorf("tp %d fp %d fn %d, want %d %d %d", got.TP, got.FP, got.FN, tt.tp, tt.fp, tt.fn)
			}
		})
	}
}

func TestSprung(t *testing.T) {
	const text = "Cooks earn $20 an hour. Cooks earn $30 an hour in Hawaii."
	at := func(start, end int) []Evidence {
		return []Evidence{{Doc: "a.txt", Text: text, Span: corpus.Span{Start: start, End: end}}}
	}
	gold := Gold{Traps: []Trap{{DocA: "a.txt", QuoteA: "$20", DocB: "a.txt", QuoteB: "$30", Reason: "other-place"}}}
	if got := gold.Sprung(Found{Findings: []Finding{{Kind: "pay-range", A: at(24, 57), B: at(0, 23)}}}); len(got) != 1 {
		t.Errorf("Sprung = %v, want the trap", got)
	}
	if got := gold.Sprung(Found{Findings: []Finding{{Kind: "pay-range", A: at(0, 23), B: at(0, 23)}}}); got != nil {
		t.Errorf("Sprung = %v, want none", got)
	}
}

func TestLoad(t *testing.T) {
	gold, err := Load(fstest.MapFS{
		"a.json":              {Data: []byte(`{"doc": "a.txt", "salaries": [{"role": "chef", "low": 30000, "high": null, "currency": "GBP", "period": "year"}]}`)},
		"contradictions.json": {Data: []byte(`[{"kind": "rank", "a": {"doc": "a.txt", "quote": "x"}, "b": {"doc": "b.txt", "quote": "y"}}]`)},
		"traps.json":          {Data: []byte(`[{"doc_a": "a.txt", "quote_a": "x", "doc_b": "b.txt", "quote_b": "z", "reason": "other-year"}]`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(gold.Articles) != 1 || len(gold.Articles[0].Salaries) != 1 || len(gold.Contradictions) != 1 || len(gold.Traps) != 1 {
		t.Errorf("Load = %+v, want one article with one salary, one contradiction and one trap", gold)
	}
	for name, files := range map[string]fstest.MapFS{
		"no .json file":  {"a.txt": {}},
		"names no doc":   {"a.json": {Data: []byte(`{}`)}},
		"a.json: invali": {"a.json": {Data: []byte(`<`)}},
	} {
		if _, err := Load(files); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("Load = %v, want an error with %q", err, name)
		}
	}
}
