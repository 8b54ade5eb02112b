package contradict

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// salary makes a document of one pay claim.
func salary(source string, low, high int64, change func(*extract.Salary)) (*corpus.Document, *extract.Claims) {
	doc := &corpus.Document{ID: source + "-doc", URI: source, Source: source, Text: strings.Repeat("x", 100)}
	c := extract.Salary{ID: source + "-pay", Role: "nurse", Currency: "USD", Period: "year", Statistic: "average", Component: "unspecified"}
	if low > 0 {
		low *= 100
		c.Low = &low
	}
	if high > 0 {
		high *= 100
		c.High = &high
	}
	c.Span, c.Sentence, c.Confidence = corpus.Span{Start: 10, End: 20}, corpus.Span{End: 100}, 0.9
	if change != nil {
		change(&c)
	}
	return doc, &extract.Claims{Salaries: []extract.Salary{c}}
}

func TestPayRange(t *testing.T) {
	r := newReader(t)
	set := func(change func(*extract.Salary)) func(*extract.Salary) { return change }
	tests := []struct {
		name         string
		low1, high1  int64
		change1      func(*extract.Salary)
		low2, high2  int64
		change2      func(*extract.Salary)
		finding      bool
		miss         string // reason of a near miss, "" for none
		missingScope string
	}{
		{"apart", 70000, 90000, nil, 130000, 170000, nil, true, "", ""},
		{"overlap", 70000, 90000, nil, 85000, 170000, nil, false, "estimate-spread", ""},
		{"inside", 70000, 90000, nil, 80000, 80000, nil, false, "estimate-spread", ""},
		{"apart by less than a quarter", 70000, 80000, nil, 85000, 95000, nil, false, "estimate-spread", ""},
		{"open top", 70000, 0, nil, 130000, 130000, nil, false, "estimate-spread", ""},
		{"other unit, same pay", 104000, 104000, nil, 50, 50, set(func(s *extract.Salary) { s.Period = "hour" }), false, "estimate-spread", ""},
		{"other unit, other pay", 104000, 104000, nil, 20, 20, set(func(s *extract.Salary) { s.Period = "hour" }), true, "", ""},
		{"other currency", 70000, 90000, nil, 130000, 170000, set(func(s *extract.Salary) { s.Currency = "EUR" }), false, "other-currency", ""},
		{"other year", 70000, 70000, set(func(s *extract.Salary) { s.Year = 2012 }), 130000, 130000, set(func(s *extract.Salary) { s.Year = 2024 }), false, "other-year", ""},
		{"year on one side", 70000, 70000, set(func(s *extract.Salary) { s.Year = 2012 }), 130000, 130000, nil, true, "", "year"},
		{"other place", 70000, 70000, set(func(s *extract.Salary) { s.Location = "India" }), 130000, 130000, set(func(s *extract.Salary) { s.Location = "Canada" }), false, "other-place", ""},
		{"place within the other", 70000, 70000, set(func(s *extract.Salary) { s.Location = "London" }), 130000, 130000, set(func(s *extract.Salary) { s.Location = "UK" }), true, "", ""},
		{"other component", 70000, 70000, set(func(s *extract.Salary) { s.Component = "base" }), 130000, 130000, set(func(s *extract.Salary) { s.Component = "total" }), false, "other-component", ""},
		{"bonus against pay", 7000, 7000, set(func(s *extract.Salary) { s.Component = "bonus" }), 130000, 130000, nil, false, "other-component", ""},
		{"percentile against average", 70000, 70000, set(func(s *extract.Salary) { s.Statistic = "p10" }), 130000, 130000, nil, false, "other-statistic", ""},
		{"median against range", 70000, 70000, set(func(s *extract.Salary) { s.Statistic = "median" }), 100000, 150000, set(func(s *extract.Salary) { s.Statistic = "range" }), true, "", ""},
		{"grade on one side", 70000, 70000, set(func(s *extract.Salary) { s.Condition = "entry-level" }), 130000, 130000, nil, false, "other-condition", ""},
		{"one upstream", 70000, 70000, set(func(s *extract.Salary) { s.AttributedTo = "Glassdoor" }), 130000, 130000, set(func(s *extract.Salary) { s.AttributedTo = "Glassdoor.com" }), false, "same-upstream", ""},
		{"no amount", 0, 0, nil, 130000, 130000, nil, false, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var f Fold
			for i, side := range []struct {
				low, high int64
				change    func(*extract.Salary)
			}{{tt.low1, tt.high1, tt.change1}, {tt.low2, tt.high2, tt.change2}} {
				doc, claims := salary(fmt.Sprintf("%c.example", 'a'+i), side.low, side.high, side.change)
				for _, rec := range r.Records(doc, claims) {
					f.Add(rec)
				}
			}
			got := f.Detect(Env{Places: r.places})
			if len(got.Findings) > 1 || (len(got.Findings) == 1) != tt.finding {
				t.Fatalf("%d findings, want %v", len(got.Findings), tt.finding)
			}
			if tt.finding && (got.Findings[0].Kind != "pay-range" || got.Findings[0].MissingScope != tt.missingScope || got.Findings[0].Scope != "cross") {
				t.Errorf("finding %+v", got.Findings[0])
			}
			reasons := reasons(got)
			if (tt.miss == "") != (len(reasons) == 0) || tt.miss != "" && !slices.Contains(reasons, tt.miss) {
				t.Errorf("near misses %q, want %q", reasons, tt.miss)
			}
		})
	}
}

func reasons(r Result) []string {
	var out []string
	for _, m := range r.NearMisses {
		out = append(out, m.Reason)
	}
	return out
}

// Ten sources that part into two camps are one finding, not twenty-five.
func TestPayRangeCamps(t *testing.T) {
	r := newReader(t)
	var f Fold
	for i := range 10 {
		pay := int64(50000 + 500*i)
		if i%2 == 0 {
			pay *= 2
		}
		doc, claims := salary(fmt.Sprintf("s%d.example", i), pay, pay, nil)
		for _, rec := range r.Records(doc, claims) {
			f.Add(rec)
		}
	}
	got := f.Detect(Env{}).Findings
	if len(got) != 1 {
		t.Fatalf("%d findings, want 1: %+v", len(got), got)
	}
	if f := got[0]; f.A.Support != 5 || f.B.Support != 5 || f.A.Claims != 5 || len(f.A.Evidence) != 5 {
		t.Errorf("sides %+v and %+v, want five sources each", f.A, f.B)
	}
}

// Copies of one article are one source: they don't contradict each other.
func TestPayRangeCopies(t *testing.T) {
	r := newReader(t)
	var f Fold
	for i, pay := range []int64{50000, 100000} {
		doc, claims := salary(fmt.Sprintf("%c.example", 'a'+i), pay, pay, nil)
		for _, rec := range r.Records(doc, claims) {
			f.Add(rec)
		}
	}
	got := f.Detect(Env{Independent: map[string]string{"b.example-doc": "a.example"}})
	if len(got.Findings) != 0 || !slices.Contains(reasons(got), "duplicate") {
		t.Errorf("findings %+v, near misses %q; want a duplicate", got.Findings, reasons(got))
	}
}

// Of a claim that an article and its copy both make, the article's leads,
// wherever the copy's name sorts.
func TestOriginalLeads(t *testing.T) {
	r := newReader(t)
	var f Fold
	for _, source := range []string{"a.example", "b.example", "c.example"} {
		a, b := "clerk", "porter"
		if source == "c.example" {
			a, b = b, a
		}
		doc, claims := order(source, a, extract.EarnsMoreThan, b, nil)
		for _, rec := range r.Records(doc, claims) {
			f.Add(rec)
		}
	}
	for _, copied := range []string{"a.example", "b.example"} {
		original := map[string]string{"a.example": "b.example", "b.example": "a.example"}[copied]
		got := f.Detect(Env{Independent: map[string]string{copied + "-doc": original}})
		if len(got.Findings) != 1 {
			t.Fatalf("with %s a copy: %d findings, want 1", copied, len(got.Findings))
		}
		found := got.Findings[0]
		for _, side := range []Side{found.A, found.B} {
			if side.Evidence[0].Doc == copied+"-doc" {
				t.Errorf("with %s a copy, it leads", copied)
			}
		}
	}
}

// order makes a document of one comparison "a relation b".
func order(source, a string, relation extract.Relation, b string, change func(*extract.Comparison)) (*corpus.Document, *extract.Claims) {
	text := "Of these two the one stands before the other."
	c := extract.Comparison{ID: source + "-" + a + b, Relation: relation, RoleA: a, RoleB: b, Stated: true}
	c.Span, c.Sentence, c.Confidence = corpus.Span{End: 10}, corpus.Span{End: len(text)}, 0.9
	doc := &corpus.Document{ID: source + "-doc", URI: source, Source: source, Text: text}
	if change != nil {
		change(&c)
	}
	return doc, &extract.Claims{Comparisons: []extract.Comparison{c}}
}

type stated struct {
	source, a string
	relation  extract.Relation
	b         string
	change    func(*extract.Comparison)
}

func TestOrders(t *testing.T) {
	r := newReader(t)
	derived := func(c *extract.Comparison) { c.Stated = false }
	tests := []struct {
		name  string
		list  []stated
		kinds string // of the findings, with their rules
		miss  string
	}{
		{"opposite pay", []stated{{"s", "cook", "earns-more-than", "waiter", nil}, {"t", "waiter", "earns-more-than", "cook", nil}}, "pay-order opposite-orders", ""},
		{"pay and the same", []stated{{"s", "cook", "earns-more-than", "waiter", nil}, {"t", "waiter", "earns-same-as", "cook", nil}}, "pay-order order-and-equal", ""},
		{"agreed", []stated{{"s", "cook", "earns-more-than", "waiter", nil}, {"t", "cook", "earns-more-than", "waiter", nil}}, "", ""},
		{"derived against stated", []stated{{"s", "cook", "earns-more-than", "waiter", derived}, {"t", "waiter", "earns-more-than", "cook", nil}}, "pay-order opposite-orders", ""},
		{"two tables of one article", []stated{{"s", "cook", "earns-more-than", "waiter", derived}, {"s", "waiter", "earns-more-than", "cook", func(c *extract.Comparison) { c.Stated, c.Sentence.Start, c.Span.Start = false, 3, 3 }}}, "", "estimate-spread"},
		{"other places", []stated{{"s", "cook", "earns-more-than", "waiter", func(c *extract.Comparison) { c.Location = "France" }}, {"t", "waiter", "earns-more-than", "cook", func(c *extract.Comparison) { c.Location = "Peru" }}}, "", "other-place"},
		{"circle", []stated{{"s", "cook", "earns-more-than", "waiter", nil}, {"t", "waiter", "earns-more-than", "baker", nil}, {"u", "baker", "earns-more-than", "cook", nil}}, "pay-order circle", ""},
		{"no circle", []stated{{"s", "cook", "earns-more-than", "waiter", nil}, {"t", "waiter", "earns-more-than", "baker", nil}, {"u", "cook", "earns-more-than", "baker", nil}}, "", ""},
		{"report to each other", []stated{{"s", "cook", "reports-to", "waiter", nil}, {"t", "waiter", "reports-to", "cook", nil}}, "rank opposite-orders", ""},
		{"senior and peer", []stated{{"s", "cook", "senior-to", "waiter", nil}, {"t", "waiter", "peer-of", "cook", nil}}, "rank order-and-equal", ""},
		{"reports to what is junior", []stated{{"s", "cook", "reports-to", "waiter", nil}, {"t", "cook", "senior-to", "waiter", nil}}, "rank opposite-orders", ""},
		{"reports and senior agree", []stated{{"s", "cook", "reports-to", "waiter", nil}, {"t", "waiter", "senior-to", "cook", nil}}, "", ""},
		{"two superiors", []stated{{"s", "cook", "reports-to", "chef", nil}, {"t", "cook", "reports-to", "owner", nil}}, "rank two-superiors", ""},
		{"either superior", []stated{{"s", "cook", "reports-to", "chef", nil}, {"s", "cook", "reports-to", "owner", nil}, {"t", "cook", "reports-to", "owner", nil}}, "", "other-condition"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var f Fold
			for _, s := range tt.list {
				doc, claims := order(s.source+".example", s.a, s.relation, s.b, s.change)
				for _, rec := range r.Records(doc, claims) {
					f.Add(rec)
				}
			}
			got := f.Detect(Env{Places: r.places})
			var kinds []string
			for _, finding := range got.Findings {
				kinds = append(kinds, finding.Kind+" "+finding.Rule)
			}
			if strings.Join(kinds, ", ") != tt.kinds {
				t.Errorf("findings %q, want %q", kinds, tt.kinds)
			}
			if tt.miss != "" && !slices.Contains(reasons(got), tt.miss) {
				t.Errorf("near misses %q, want %q", reasons(got), tt.miss)
			}
		})
	}
}

// An article lists pay by grade, place and trade, mostly without saying so in
// each row: only like statistics under one heading are a contradiction.
func TestPayRangeWithin(t *testing.T) {
	r := newReader(t)
	tests := []struct {
		name, statistic, section string
		want                     int
	}{
		{"averages of one section", "average", "Pay", 1},
		{"averages of two sections", "average", "Best-paying cities", 0},
		{"ranges of one section", "range", "Pay", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, claims := salary("a.example", 50000, 50000, func(s *extract.Salary) { s.Section, s.Statistic = "Pay", tt.statistic })
			_, second := salary("a.example", 90000, 90000, func(s *extract.Salary) {
				s.ID, s.Section, s.Statistic = "second", tt.section, tt.statistic
				s.Span, s.Sentence = corpus.Span{Start: 60, End: 70}, corpus.Span{Start: 50, End: 100}
			})
			claims.Salaries = append(claims.Salaries, second.Salaries...)
			var f Fold
			for _, rec := range r.Records(doc, claims) {
				f.Add(rec)
			}
			if got := f.Detect(Env{}).Findings; len(got) != tt.want {
				t.Errorf("%d findings, want %d", len(got), tt.want)
			}
		})
	}
}
