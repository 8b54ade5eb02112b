package pipeline

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract/contradict"
	"roleclaims/extract/eval"
	"roleclaims/output"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// runOn runs the pipeline over inputs (none is the sample) into a folder of
// the test's own.
func runOn(t *testing.T, cfg Config) (*output.Run, *Summary) {
	t.Helper()
	if cfg.Out == "" {
		cfg.Out = filepath.Join(t.TempDir(), "run")
	}
	if cfg.Workers == 0 {
		cfg.Workers = 2
	}
	summary, err := Run(t.Context(), cfg, Options{})
	if err != nil {
		t.Fatal(err)
	}
	finished, err := output.Open(cfg.Out)
	if err != nil {
		t.Fatal(err)
	}
	return finished, summary
}

// missing skips a test that lacks a tool or texts; where a tool is promised,
// in CI, it fails.
func missing(t *testing.T, what string, promised bool) {
	t.Helper()
	if promised && os.Getenv("CI") == "true" {
		t.Fatalf("MISSING IN CI: %s", what)
	}
	t.Skipf("SKIPPED, NOT TESTED: %s", what)
}

// write lays files out in a folder of the test's own.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// found reads the claims and findings of a run as eval wants them: by the
// base name of the article, in the order of the datasets.
func found(t *testing.T, r *output.Run) eval.Found {
	t.Helper()
	f := &foundReader{t: t, docs: map[string]int{}, texts: map[string]string{}}
	for row, err := range r.Documents() {
		f.check(err)
		f.docs[row.DocID] = len(f.all.Articles)
		f.texts[row.DocID] = row.Text
		f.all.Articles = append(f.all.Articles, eval.Answers{Doc: filepath.Base(row.URI)})
	}
	f.claims(r)
	f.findings(r)
	return f.all
}

type foundReader struct {
	t     *testing.T
	docs  map[string]int // place in Articles, by doc_id
	texts map[string]string
	all   eval.Found
}

func (f *foundReader) check(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *foundReader) claims(r *output.Run) {
	article := func(id string) *eval.Answers { return &f.all.Articles[f.docs[id]] }
	for row, err := range r.Responsibilities() {
		f.check(err)
		a := article(row.DocID)
		a.Responsibilities = append(a.Responsibilities, eval.Responsibility{Role: row.Role, Phrase: row.Phrase, Polarity: row.Polarity})
	}
	for row, err := range r.Salaries() {
		f.check(err)
		a := article(row.DocID)
		a.Salaries = append(a.Salaries, eval.Salary{Role: row.Role, Low: units(row.Low), High: units(row.High), Currency: row.Currency, Period: row.Period})
	}
	for row, err := range r.Comparisons() {
		f.check(err)
		if row.Stated {
			a := article(row.DocID)
			a.Comparisons = append(a.Comparisons, eval.Comparison{RoleA: row.RoleA, Relation: row.Relation, RoleB: row.RoleB})
		}
	}
}

func (f *foundReader) findings(r *output.Run) {
	place := map[string]int{}
	for row, err := range r.Contradictions() {
		f.check(err)
		if row.Tier == contradict.ClaimedByBoth {
			continue
		}
		place[row.ContradictionID] = len(f.all.Findings)
		f.all.Findings = append(f.all.Findings, eval.Finding{Kind: row.Kind})
	}
	for row, err := range r.Evidence() {
		f.check(err)
		i, ok := place[row.ContradictionID]
		if !ok {
			continue
		}
		text := f.texts[row.DocID]
		e := eval.Evidence{
			Doc:  filepath.Base(f.all.Articles[f.docs[row.DocID]].Doc),
			Text: text,
			Span: corpus.Span{Start: byteOffset(text, row.Start), End: byteOffset(text, row.End)},
		}
		if row.Side == "a" {
			f.all.Findings[i].A = append(f.all.Findings[i].A, e)
		} else {
			f.all.Findings[i].B = append(f.all.Findings[i].B, e)
		}
	}
}

// units turns hundredths into units.
func units(hundredths *int64) *float64 {
	if hundredths == nil {
		return nil
	}
	u := float64(*hundredths) / 100
	return &u
}

// byteOffset finds where the code point number n begins.
func byteOffset(text string, n int64) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// texts are the folders of articles that ROLECLAIMS_TEXTS names beside the
// sample, which is the empty name.
func texts() []string {
	return append([]string{""}, filepath.SplitList(strings.TrimSpace(os.Getenv("ROLECLAIMS_TEXTS")))...)
}

func inputsOf(folder string) []string {
	if folder == "" {
		return nil
	}
	return []string{folder}
}
