package output

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roleclaims/output/report"
)

func TestReportOfARun(t *testing.T) {
	c := newCorpus(t)
	run := writeRun(t, c)
	got, err := run.Report(t.Context())
	must(t, err)
	compare(t, "counts", report.Counts{
		Pages: 5, Documents: 3, Sources: 2, Duplicates: 1, RejectedPages: 2, UnusedAmounts: 1,
		Responsibilities: 3, Salaries: 3, Comparisons: 2, Headline: 2, NearMissPairs: 3,
	}, got.Counts)

	compare(t, "pairs, most severe first", [][]string{{cto, vpe}, {cto}}, values(got.Pairs, func(p report.Pair) []string { return p.Roles }))
	finding := got.Pairs[0].Topics[0].Findings[0]
	compare(t, "quotes of side a", 2, len(finding.A.Quotes))
	compare(t, "side b", report.Quote{
		Says: "VP of Engineering", Before: "The VP of Engineering ", Marked: "sets the technical vision \U0001F680",
		After: " alone. A CTO makes $40 an hour, or over $200,000. Both are peers \U0001F91D.", Section: "Duties",
		Scope:  []report.Slot{{Name: "How often"}, {Name: "Shared with", Value: "Chief Executive Officer, Founder"}, {Name: "Limited to"}},
		Place:  report.Place{DocID: c.articles[1].doc.ID, Start: 43, End: 70},
		Origin: report.Origin{Source: "two.example", URI: "two.example/vp", Title: "On two.example/vp", Date: "1969-12-30"},
	}, oneLine(finding.B.Quotes[0]))
	compare(t, "sources of both sides", []string{"one.example", "two.example"}, finding.Sources)
	pay := got.Pairs[1].Topics[0].Findings[0].B.Quotes[0]
	compare(t, "pay", "Chief Technology Officer, USD 40 an hour", pay.Says)
	compare(t, "scope of pay", []report.Slot{{Name: "Year", Value: "2024"}, {Name: "Place", Value: "US"}, {Name: "Part of the pay"}, {Name: "Figure", Value: "range"}, {Name: "Whose figure"}, {Name: "Limited to"}}, pay.Scope)

	// The copy's claims count for nothing in the matrix and the plot.
	row := got.Ownership.Rows[0]
	compare(t, "columns", []string{cto, vpe}, got.Ownership.Roles)
	compare(t, "duty", "strategy contested", fmt.Sprint(row.Name, map[bool]string{true: " contested"}[row.Contested]))
	compare(t, "cells", []int{1, 1, 0, 0}, []int{row.Cells[0].Asserted, row.Cells[1].Asserted, row.Cells[0].Denied, row.Cells[1].Denied})
	compare(t, "words of a cell", []string{"The CTO ", "sets the technical vision — naïve or not", ".", "one.example/cto"},
		[]string{row.Cells[0].Quotes[0].Before, row.Cells[0].Quotes[0].Marked, row.Cells[0].Quotes[0].After, row.Cells[0].Quotes[0].URI})
	compare(t, "pay rows", 3, len(got.Pay[0].Roles[0].Rows))
	compare(t, "notes", []string{"an hour", "range", "US", "2024"}, got.Pay[0].Roles[0].Rows[1].Notes)
	compare(t, "sources", []report.SourceRow{
		{Name: "two.example", Articles: 1, Claims: 4, Disputed: 2, Against: []report.Peer{{Name: "one.example", Times: 2}}},
		{Name: "one.example", Articles: 1, Claims: 3, Disputed: 2, Against: []report.Peer{{Name: "two.example", Times: 2}}},
	}, got.Sources.Rows)
	compare(t, "near misses", 3, got.NearMisses[0].Pairs)
	compare(t, "rejects", []string{"binary", "empty", "not-pay"}, values(got.Rejects, func(g report.RejectGroup) string { return g.Reason }))
}

// oneLine joins the lines of a paragraph as a browser does.
func oneLine(q report.Quote) report.Quote {
	q.After = strings.ReplaceAll(q.After, "\n", " ")
	return q
}

func TestReportStaysBounded(t *testing.T) {
	c := newCorpus(t)
	template := c.findings[0]
	c.findings = nil
	for i := range fullFindings + briefFindings + 10 {
		f := template
		f.ID = fmt.Sprintf("f%05d", i)
		f.Severity = float64(i%100) / 100
		if i%7 == 0 {
			f.Tier = lowestTier
		}
		c.findings = append(c.findings, f)
	}
	run := writeRun(t, c)
	got, err := run.Report(t.Context())
	must(t, err)
	full, brief := 0, 0
	for _, p := range append(got.Pairs, got.Listed...) {
		for _, topic := range p.Topics {
			full += len(topic.Findings)
			for _, f := range topic.Findings {
				if f.Tier == lowestTier {
					t.Fatal("a duty claimed by both takes the place of a headline contradiction")
				}
			}
		}
		brief += len(p.Brief)
	}
	compare(t, "full, brief, omitted", []int{fullFindings, briefFindings, 10}, []int{full, brief, got.Omitted})
	for name, most := range map[string]int64{"report.html": 10_000_000, "report.md": 65536} {
		info, err := os.Stat(filepath.Join(run.Dir, name))
		must(t, err)
		if info.Size() > most {
			t.Errorf("%s has %d bytes, want at most %d", name, info.Size(), most)
		}
	}
}

func TestParagraph(t *testing.T) {
	long := strings.Repeat("word ", 200)
	tests := []struct {
		name                  string
		text                  string // the claim in brackets
		before, marked, after string
	}{
		{"inside", "One.\n\né [sets] it.\n\nTwo.", "é ", "sets", " it."},
		{"lines of a paragraph", "é\n[sets] it\nall.", "é\n", "sets", " it\nall."},
		{"an item of a list", "They:\n- one\n- [two]\n- three", "- ", "two", ""},
		{"a row of a table", "Role\tPay\nCTO\t[$1]\tUS\nVP\t$2", "CTO | ", "$1", " | US"},
		{"below a table", "Role\tPay\n[Both] earn.", "", "Both", " earn."},
		{"the whole", "[sets]", "", "sets", ""},
		{"long before", long + "[sets]", "… " + strings.Repeat("word ", 83), "sets", ""},
		{"long after", "[sets] " + long, "", "sets", " " + strings.TrimSpace(strings.Repeat("word ", 83)) + " …"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			head, rest, _ := strings.Cut(tt.text, "[")
			claim, tail, _ := strings.Cut(rest, "]")
			from := len([]rune(head))
			before, marked, after := paragraph([]rune(head+claim+tail), int64(from), int64(from+len([]rune(claim))), leadContext)
			compare(t, "paragraph", []string{tt.before, tt.marked, tt.after}, []string{before, marked, after})
		})
	}
	for _, span := range [][2]int64{{-1, 2}, {2, 2}, {0, 9}} {
		if _, marked, _ := paragraph([]rune("text"), span[0], span[1], leadContext); marked != "" {
			t.Errorf("span %v of a text of 4 gives %q", span, marked)
		}
	}
}

func TestOrders(t *testing.T) {
	o := orders{}
	add := func(source, above, below string) {
		o.add(&ComparisonRow{Source: source, Relation: earnsMore, RoleA: above, RoleB: below})
	}
	add("s1", "c", "a")
	add("s1", "a", "b")
	add("s2", "a", "b")
	add("s3", "b", "a")
	add("s3", "b", "c")
	add("s3", "d", "e")
	o.add(&ComparisonRow{Source: "s4", Relation: earnsSame, RoleA: "e", RoleB: "d"})
	o.add(&ComparisonRow{Source: "s4", Relation: earnsMore, RoleA: "e", RoleB: "d", Hedge: true})
	o.add(&ComparisonRow{Source: "s4", Relation: "senior-to", RoleA: "e", RoleB: "d"})
	add("s1", "y", "x")
	compare(t, "orders", []report.Order{
		{A: "a", B: "b", More: []string{"s1", "s2"}, Less: []string{"s3"}, Circle: []string{"a", "b", "c"}},
		{A: "c", B: "a", More: []string{"s1"}, Circle: []string{"c", "a", "b"}},
		{A: "b", B: "c", More: []string{"s3"}, Circle: []string{"b", "c", "a"}},
		{A: "d", B: "e", More: []string{"s3"}, Same: []string{"s4"}, Hedged: 1},
		{A: "y", B: "x", More: []string{"s1"}},
	}, o.table().Rows)
}

func TestSourcesAgree(t *testing.T) {
	g := &gathering{articles: map[string]int{"a": 2, "b": 1, "c": 1}, claims: map[string]int{"c": 3}, sides: map[sideKey]*sideFacts{}, owners: owners{}}
	for _, source := range []string{"a", "b"} {
		g.owners.add(&ResponsibilityRow{Topic: "vision", Role: cto, Source: source})
	}
	side := func(id, name string, sources ...string) {
		set := map[string]bool{}
		for _, s := range sources {
			set[s] = true
		}
		g.sides[sideKey{id, name}] = &sideFacts{sources: set}
	}
	side("1", "a", "a", "b")
	side("1", "b", "c")
	side("2", "a", "a")
	side("2", "b", "a")
	g.findings = []ContradictionRow{{ContradictionID: "1", Kind: "rank"}, {ContradictionID: "2", Kind: "polarity"}}
	compare(t, "sources", []report.SourceRow{
		{Name: "a", Articles: 2, Disputed: 2, With: []report.Peer{{Name: "b", Times: 2}}, Against: []report.Peer{{Name: "c", Times: 1}}},
		{Name: "c", Articles: 1, Claims: 3, Disputed: 1, Alone: 1, Against: []report.Peer{{Name: "a", Times: 1}, {Name: "b", Times: 1}}},
		{Name: "b", Articles: 1, Disputed: 1, With: []report.Peer{{Name: "a", Times: 2}}, Against: []report.Peer{{Name: "c", Times: 1}}},
	}, g.sources().Rows)
}
