package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/output"
)

// hostile begins as a formula does, and has all that a separated file must quote.
const hostile = "=HYPERLINK(\"http://a.example\",\"x\"), said\nthe 'baker' 🚢"

// newRun writes a run of one article with one statement of pay, whose title is
// hostile.
func newRun(t *testing.T) *output.Run {
	t.Helper()
	text := "A baker earns £1,200.50 a month."
	doc := &corpus.Document{
		ID: corpus.DocumentID("a.example/x", text), URI: "a.example/x", Source: "a.example", Title: hostile, Lang: "en", Words: 6, Text: text,
		Published: "2024-02-29", PublishedBy: "meta", FetchedAt: "2024-05-06T07:08:09.5+02:00",
	}
	low := int64(120050)
	span := corpus.Span{Start: strings.Index(text, "£"), End: strings.Index(text, " a month")}
	pay := extract.Salary{
		ID: extract.ClaimID(doc.ID, "salary", "baker", span), Role: "baker", RoleText: "A baker", Low: &low, Currency: "GBP", Period: "month",
		Statistic: "minimum", Component: "base",
		Evidence: extract.Evidence{Span: span, Sentence: corpus.Span{End: len(text)}, Rule: "test", Confidence: 0.875},
	}
	dir := filepath.Join(t.TempDir(), "run")
	draft, err := output.Create(t.Context(), dir, false)
	must(t, err)
	must(t, draft.Add(doc, &extract.Claims{Salaries: []extract.Salary{pay}}, output.Slots{Compared: []string{"baker cook", "baker pilot"}}))
	_, err = draft.Commit(output.Manifest{Tool: "test"})
	must(t, err)
	run, err := output.Open(dir)
	must(t, err)
	return run
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// table returns the dataset of this name.
func table(t *testing.T, name string) *output.Table {
	t.Helper()
	tables := output.Schema()
	i := slices.IndexFunc(tables, func(table output.Table) bool { return table.Name == name })
	if i < 0 {
		t.Fatalf("no dataset %s", name)
	}
	return &tables[i]
}

func TestJSONL(t *testing.T) {
	run := newRun(t)
	var b bytes.Buffer
	must(t, JSONL(t.Context(), &b, run, table(t, "salaries")))
	for _, want := range []string{`"low":1200.50,"high":null,`, `"annual_low":14406.00,`, `"quote":"£1,200.50"`, `"confidence":0.875,"slots":null}`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s has no %s", b.String(), want)
		}
	}
	b.Reset()
	must(t, JSONL(t.Context(), &b, run, table(t, "documents")))
	var row map[string]any
	must(t, json.Unmarshal(b.Bytes(), &row))
	if row["title"] != hostile || row["published_at"] != "2024-02-29" || row["fetched_at"] != "2024-05-06T05:08:09.5Z" || len(row["compared"].([]any)) != 2 {
		t.Errorf("row %v", row)
	}
	b.Reset()
	must(t, JSONL(t.Context(), &b, run, table(t, "rejects")))
	if b.Len() != 0 {
		t.Errorf("no rows are %q", b.String())
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	must(t, CSV(t.Context(), &b, newRun(t), table(t, "documents")))
	rows, err := csv.NewReader(&b).ReadAll()
	must(t, err)
	column := func(name string) string { return rows[1][slices.Index(rows[0], name)] }
	if column("title") != "'"+hostile || column("compared") != "baker cook; baker pilot" || column("author") != "" || column("words") != "6" {
		t.Errorf("rows %q", rows)
	}
}

func TestSafe(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "plain": "plain", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "a=1": "a=1", "'=1": "'=1",
	} {
		if got := Safe(s); got != want {
			t.Errorf("Safe(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestXLSX(t *testing.T) {
	run := newRun(t)
	var b bytes.Buffer
	cut, err := XLSX(t.Context(), &b, run, run.Manifest.Tables())
	must(t, err)
	if cut != 0 {
		t.Errorf("%d texts cut, want none", cut)
	}
	file, err := excelize.OpenReader(&b)
	must(t, err)
	var names []string
	for _, table := range run.Manifest.Tables() {
		names = append(names, table.Name)
	}
	if got := file.GetSheetList(); !slices.Equal(got, append(names, "columns")) {
		t.Errorf("sheets %v", got)
	}
	if extent, err := file.GetSheetDimension("salaries"); err != nil || extent != "A1:Y2" {
		t.Errorf("salaries reach over %s, %v, want A1:Y2", extent, err)
	}
	rows, err := file.GetRows("salaries")
	must(t, err)
	column := func(name string) string { return rows[1][slices.Index(rows[0], name)] }
	if column("low") != "1,200.50" || column("high") != "" || column("quote") != "£1,200.50" {
		t.Errorf("salaries %q", rows)
	}
	rows, err = file.GetRows("documents")
	must(t, err)
	if column("title") != "'"+hostile || column("published_at") != "2024-02-29" || column("fetched_at") != "2024-05-06 05:08:09" && column("fetched_at") != "2024-05-06 05:08:10" {
		t.Errorf("documents %q", rows)
	}
	for _, name := range names {
		for _, cell := range []string{"A2", "D2", "R2"} {
			if formula, err := file.GetCellFormula(name, cell); err != nil || formula != "" {
				t.Errorf("%s!%s has the formula %q, %v", name, cell, formula, err)
			}
		}
	}
}

func TestFit(t *testing.T) {
	long := strings.Repeat("🚢", maxCell) // two units each
	short, was := fit(long)
	if !was || short != strings.Repeat("🚢", (maxCell-1)/2)+"…" {
		t.Errorf("cut to %d bytes", len(short))
	}
	for _, s := range []string{"", strings.Repeat("a", maxCell), strings.Repeat("é", maxCell)} {
		if got, was := fit(s); was || got != s {
			t.Errorf("%d bytes are cut to %d", len(s), len(got))
		}
	}
}
