package eval

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestByRule(t *testing.T) {
	by := func(rule, phrase string) Responsibility {
		d := duty("chef", phrase)
		d.Rule = rule
		return d
	}
	optional := duty("chef", "tastes the sauces")
	optional.Optional = true
	gold := Gold{Articles: []Answers{{Doc: "a.txt", Responsibilities: []Responsibility{duty("chef", "runs the pass"), optional}}}}
	found := Found{Articles: []Answers{{Doc: "a.txt", Responsibilities: []Responsibility{
		by("a-rule", "runs the pass"), by("b-rule", "likes cats"), by("a-rule", "tastes the sauces"), duty("chef", "has no rule"),
	}}}}
	want := []RuleCount{{"a-rule", "responsibilities", Count{1, 0}}, {"b-rule", "responsibilities", Count{0, 1}}}
	if diff := cmp.Diff(want, ByRule(gold.Score(found))); diff != "" {
		t.Errorf("ByRule differs (-want +got):\n%s", diff)
	}
}

func TestPrecisionIsSmoothed(t *testing.T) {
	for _, tt := range []struct {
		count Count
		want  float64
	}{{Count{}, 0.5}, {Count{2, 0}, 0.75}, {Count{0, 2}, 0.25}, {Count{97, 1}, 0.98}} {
		if got := tt.count.Precision(); got != tt.want {
			t.Errorf("%+v.Precision() = %v, want %v", tt.count, got, tt.want)
		}
	}
}

func TestUpdateRules(t *testing.T) {
	for _, tt := range []struct{ name, table, want, err string }{
		{"one rule, two kinds", "# c\nrule\tprecision\na\t0.1\nb\t0.2\n", "# c\nrule\tprecision\na\t0.67\nb\t0.2\n", ""},
		{"other columns stay", "rule\tprecision\tnote\na\t0.1\tx\n", "rule\tprecision\tnote\na\t0.67\tx\n", ""},
		{"no such column", "rule\tshare\na\t0.1\n", "", "no column precision"},
		{"row too short", "rule\tprecision\na\n", "", "rule a has no precision"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := UpdateRules([]byte(tt.table), []RuleCount{{"a", "salaries", Count{2, 1}}, {"a", "comparisons", Count{1, 0}}})
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Errorf("error %v, want one with %q", err, tt.err)
				}
				return
			}
			if err != nil || string(got) != tt.want {
				t.Errorf("UpdateRules = %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}

func TestCases(t *testing.T) {
	const lines = `{"id": "a", "text": "x", "salaries": [{"role": "chef", "low": 1, "high": null, "currency": "USD", "period": "hour", "statistic": "minimum", "component": "base", "location": "Rome", "year": 2020}]}

{"id": "b", "text": "y", "salaries": []}
`
	cases, err := LoadCases(strings.NewReader(lines))
	if err != nil || len(cases) != 2 {
		t.Fatalf("LoadCases = %v, %v, want two", cases, err)
	}
	low, year, rome := 1.0, int64(2020), "Rome"
	pay := func(statistic string, place *string) []Salary {
		return []Salary{{Role: "chef", Low: &low, Currency: "USD", Period: "hour", Statistic: statistic, Component: "base", Location: place, Year: &year}}
	}
	for _, tt := range []struct {
		name  string
		found []Salary
		want  Slots
	}{
		{"all right", pay("minimum", &rome), Slots{1, 1, 1, 1, 1}},
		{"two slots wrong", pay("typical", nil), Slots{1, 0, 1, 0, 1}},
		{"not found", nil, Slots{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			score, slots := ScoreCases(cases, map[string][]Salary{"a": tt.found})
			if slots != tt.want || score.TP != tt.want.Found || score.FN != 1-tt.want.Found {
				t.Errorf("ScoreCases = %+v, %+v, want slots %+v", score, slots, tt.want)
			}
		})
	}
	for _, wrong := range []string{"", "{", `{"id": "a"}`} {
		if _, err := LoadCases(strings.NewReader(wrong)); err == nil {
			t.Errorf("LoadCases(%q) gave no error", wrong)
		}
	}
}

func TestPrintDetails(t *testing.T) {
	gold, err := Load(fstest.MapFS{"a.json": {Data: []byte(`{"doc": "a.txt", "responsibilities": [{"role": "chef", "phrase": "runs\nthe pass", "polarity": "asserted"}]}`)}})
	if err != nil {
		t.Fatal(err)
	}
	for detail, want := range map[Detail]int{Totals: 3, Articles: 7, Misses: 8} {
		var out bytes.Buffer
		if err := gold.Print(&out, Found{}, detail); err != nil || strings.Count(out.String(), "\n") != want {
			t.Errorf("detail %d prints %d lines, want %d: %v\n%s", detail, strings.Count(out.String(), "\n"), want, err, &out)
		}
	}
}

func TestPart(t *testing.T) {
	gold := Gold{Articles: []Answers{{Doc: "a"}, {Doc: "b"}}, Contradictions: []Contradiction{{Kind: "rank"}}}
	if got := gold.Part(func(doc string) bool { return doc == "b" }); len(got.Articles) != 1 || got.Articles[0].Doc != "b" || got.Contradictions != nil {
		t.Errorf("Part = %+v, want b alone", got)
	}
	if got := Join([]Gold{gold, gold}); len(got.Articles) != 4 || got.Contradictions != nil {
		t.Errorf("Join = %+v, want four articles alone", got)
	}
	if got := Join([]Gold{gold}); len(got.Contradictions) != 1 {
		t.Errorf("Join of one = %+v, want it whole", got)
	}
}
