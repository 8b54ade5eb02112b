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
	got, err := run.Report()
	must(t, err)
	compare(t, "counts", report.Counts{
		Pages: 5, Documents: 3, Sources: 2, Duplicates: 1, RejectedPages: 2, UnusedAmounts: 1,
		Responsibilities: 3, Salaries: 3, Comparisons: 2, Headline: 2, NearMissPairs: 3,
	}, got.Counts)

	compare(t, "pairs, most severe first", [][]string{{cto, vpe}, {cto}}, values(got.Pairs, func(p report.Pair) []string { return p.Roles }))
	finding := got.Pairs[0].Full[0]
	compare(t, "quotes of side a", 2, len(finding.A.Quotes))
	compare(t, "side b", report.Quote{
		Says: "VP of Engineering", Before: "The VP of Engineering ", Marked: "sets the technical vision \U0001F680", After: " alone.", Section: "Duties",
		Origin: report.Origin{Source: "two.example", URI: "two.example/vp", Title: "On two.example/vp", Date: "1969-12-30"},
	}, finding.B.Quotes[0])
	compare(t, "pay", "Chief Technology Officer, USD 40 an hour", got.Pairs[1].Full[0].B.Quotes[0].Says)

	// The copy's claims count for nothing in the matrix and the plot.
	compare(t, "ownership", report.Ownership{
		Roles:  []string{cto, vpe},
		Topics: []report.Topic{{Name: "strategy", Contested: true, Cells: []report.Cell{{Asserted: 1}, {Asserted: 1}}}},
	}, got.Ownership)
	compare(t, "pay rows", 3, len(got.Pay[0].Roles[0].Rows))
	compare(t, "notes", []string{"an hour", "range", "US", "2024"}, got.Pay[0].Roles[0].Rows[1].Notes)
	compare(t, "near misses", 3, got.NearMisses[0].Pairs)
	compare(t, "rejects", []string{"binary", "empty", "not-pay"}, values(got.Rejects, func(g report.RejectGroup) string { return g.Reason }))
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
	got, err := run.Report()
	must(t, err)
	full, brief := 0, 0
	for _, p := range append(got.Pairs, got.Listed...) {
		full += len(p.Full)
		brief += len(p.Brief)
		for _, f := range p.Full {
			if f.Tier == lowestTier {
				t.Fatal("a duty claimed by both takes the place of a headline contradiction")
			}
		}
	}
	compare(t, "full, brief, omitted", []int{fullFindings, briefFindings, 10}, []int{full, brief, got.Omitted})
	info, err := os.Stat(filepath.Join(run.Dir, "report.html"))
	must(t, err)
	if info.Size() > 4<<20 {
		t.Errorf("report.html has %d bytes", info.Size())
	}
}

func TestMarkCutsAroundTheClaim(t *testing.T) {
	long := strings.Repeat("word ", 100)
	tests := []struct {
		name                  string
		quote                 string
		from, start, end      int64
		before, marked, after string
	}{
		{"inside", "é sets it.", 10, 12, 16, "é ", "sets", " it."},
		{"the whole", "sets", 10, 10, 14, "", "sets", ""},
		{"claim unknown", "sets", 10, 0, 0, "", "sets", ""},
		{"claim outside", "sets", 10, 2, 4, "", "sets", ""},
		{"long before", long + "sets", 0, 500, 504, "… " + strings.Repeat("word ", 55), "sets", ""},
		{"long after", "sets" + strings.Repeat(" word", 100), 0, 0, 4, "", "sets", strings.Repeat(" word", 55) + " …"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before, marked, after := mark(EvidenceRow{Quote: tt.quote, Start: tt.from}, claimFacts{start: tt.start, end: tt.end})
			compare(t, "mark", []string{tt.before, tt.marked, tt.after}, []string{before, marked, after})
		})
	}
}
