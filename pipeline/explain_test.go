package pipeline

import (
	"errors"
	"math"
	"strings"
	"testing"

	"roleclaims/extract/lexicon"
	"roleclaims/output"
	"roleclaims/output/explain"
)

func newTestExplainer(t *testing.T, run *output.Run) *Explainer {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	e, err := NewExplainer(run, lex)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestExplainContradictions wants every contradiction of the sample to be
// explained by what the run says of it, its figures to follow from their
// formula, and its leading pair to be flagged by it.
func TestExplainContradictions(t *testing.T) {
	run, _ := runOn(t, Config{})
	e := newTestExplainer(t, run)
	kinds := map[string]bool{}
	for row, err := range run.Contradictions() {
		if err != nil {
			t.Fatal(err)
		}
		c, err := e.Contradiction(row.ContradictionID)
		if err != nil {
			t.Fatal(err)
		}
		kinds[c.Kind] = true
		if c.Severity.Value != row.Severity || c.Confidence.Value != row.Confidence || c.Rule != row.Rule || c.Summary != row.Summary {
			t.Errorf("%s is explained with severity %v, confidence %v, rule %s; the run says %v, %v, %s", row.Summary, c.Severity.Value, c.Confidence.Value, c.Rule, row.Severity, row.Confidence, row.Rule)
		}
		if got := bySeverityTerms(c.Severity.Terms); math.Abs(got-row.Severity) > 0.0006 {
			t.Errorf("%s: %s makes %v, not %v", row.Summary, c.Severity.Formula, got, row.Severity)
		}
		if got := byConfidenceTerms(c.Confidence.Terms); math.Abs(got-row.Confidence) > 0.0006 {
			t.Errorf("%s: %s makes %v, not %v", row.Summary, c.Confidence.Formula, got, row.Confidence)
		}
		if first := c.Leading.Comparisons[0]; first.Outcome != "flagged" || first.Finding != c.ID || first.Kind != c.Kind {
			t.Errorf("%s: the leading pair is %s by %s", row.Summary, first.Outcome, first.Finding)
		}
		if lead := c.A.Evidence[0]; lead.Source != row.SourceA || !strings.Contains(row.QuoteA, lead.Quote) || lead.URI == "" || len(lead.Keys) == 0 {
			t.Errorf("%s: side a is led by %+v, the run quotes %q", row.Summary, lead, row.QuoteA)
		}
	}
	if len(kinds) < 5 {
		t.Errorf("the sample has contradictions of %v only", kinds)
	}
}

// The formulas of docs/severity.md, apart from the code.
func bySeverityTerms(terms []explain.Term) float64 {
	v := values(terms)
	return min(1, v["base"]+0.05*max(0, v["weaker"]-1)+0.1*v["cross"]+0.1*v["strength"])
}

func byConfidenceTerms(terms []explain.Term) float64 {
	v := values(terms)
	return math.Sqrt(v["a"]*v["b"]) * v["precision"] * v["missing"] * v["derived"]
}

func values(terms []explain.Term) map[string]float64 {
	byName := map[string]float64{}
	for _, term := range terms {
		byName[term.Name] = term.Value
	}
	return byName
}

// TestExplainPair follows one pair from the articles to the reason.
func TestExplainPair(t *testing.T) {
	dir := write(t, map[string]string{
		"a.md": "# Chef\n\nIn 2021 the average base salary of a chef in London was £30,000 a year.\n",
		"b.md": "# Chef\n\nIn 2023 the average base salary of a chef in the UK was £45,000 a year.\n",
	})
	run, _ := runOn(t, Config{Inputs: []string{dir}})
	e := newTestExplainer(t, run)
	var ids []string
	for row, err := range run.Salaries() {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, row.ClaimID)
	}
	if len(ids) != 2 {
		t.Fatalf("%d salaries, want 2", len(ids))
	}
	pair, err := e.Claims(strings.ToUpper(ids[0][:8]), ids[1])
	if err != nil {
		t.Fatal(err)
	}
	c := pair.Comparisons[0]
	if c.Outcome != "spared" || c.Kind != "pay-range" || c.Reason != "other-year" || strings.Join(c.Words, " ") != "2021 2023" {
		t.Errorf("explained as %+v", c)
	}
	want := map[string]string{"year": "differs", "place": "compatible", "component": "equal", "currency": "equal", "amount a year": "differs", "source": "differs"}
	for _, s := range c.Slots {
		if status, ok := want[s.Name]; ok && status != s.Status {
			t.Errorf("%s is %s, want %s: %q, %q", s.Name, s.Status, status, s.A, s.B)
		}
		if s.Decides != (s.Name == "year") {
			t.Errorf("%s decides: %v", s.Name, s.Decides)
		}
		delete(want, s.Name)
	}
	if len(want) > 0 {
		t.Errorf("no slots %v", want)
	}
}

func TestExplainMisuse(t *testing.T) {
	run, _ := runOn(t, Config{})
	e := newTestExplainer(t, run)
	var first string
	for row, err := range run.Salaries() {
		if err != nil {
			t.Fatal(err)
		}
		first = row.ClaimID
		break
	}
	for _, row := range []struct {
		name string
		do   func() error
		want string
	}{
		{"no such contradiction", func() error { _, err := e.Contradiction("zz"); return err }, "list them with: roleclaims explain "},
		{"an empty id", func() error { _, err := e.Contradiction(""); return err }, `begins with ""`},
		{"a claim for a contradiction", func() error { _, err := e.Contradiction(first); return err }, "name a second one"},
		{"no such claim", func() error { _, err := e.Claims(first, "zz"); return err }, `no claim of `},
		{"one claim twice", func() error { _, err := e.Claims(first, first[:9]); return err }, "are one claim"},
		{"an old run", func() error {
			old := *run
			old.Manifest.SchemaVersion = 1
			_, err := NewExplainer(&old, nil)
			return err
		}, "run it again to explain it"},
	} {
		var misuse Misuse
		if err := row.do(); !errors.As(err, &misuse) || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want a misuse with %q", row.name, err, row.want)
		}
	}
}
