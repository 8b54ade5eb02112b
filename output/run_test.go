package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func collect[T any](t *testing.T, rows iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
	return all
}

func writeRun(t *testing.T, c *corpusOf) *Run {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "run")
	if _, err := c.write(dir, false); err != nil {
		t.Fatal(err)
	}
	run, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// What the rows should be, worked out apart from Draft and the files.
func TestRoundTrip(t *testing.T) {
	c := newCorpus(t)
	run := writeRun(t, c)
	one, two, three := c.articles[0], c.articles[1], c.articles[2]

	b := builder{doc: two.doc, points: newPoints(two.doc.Text), slots: two.slots()}
	wantDocument := b.document()
	wantDuty, err := b.responsibility(&two.claims.Responsibilities[0])
	if err != nil {
		t.Fatal(err)
	}
	wantPay, err := b.salary(&two.claims.Salaries[0])
	if err != nil {
		t.Fatal(err)
	}
	wantOrder, err := b.comparison(&two.claims.Comparisons[0])
	if err != nil {
		t.Fatal(err)
	}
	if wantDocument.PublishedAt == nil || *wantDocument.PublishedAt != -2 {
		t.Errorf("published_at of 1969-12-30 = %v, want -2", wantDocument.PublishedAt)
	}
	if *wantPay.AnnualLow != 4000*2080 {
		t.Errorf("annual_low of $40 an hour = %d, want %d", *wantPay.AnnualLow, 4000*2080)
	}

	documents := collect(t, run.Documents())
	compare(t, "documents", []string{one.doc.URI, three.doc.URI, two.doc.URI}, values(documents, func(d DocumentRow) string { return d.URI }))
	compare(t, "document", wantDocument, documents[2])
	compare(t, "duplicate_of", one.doc.ID, *documents[1].DuplicateOf)
	compare(t, "responsibility", wantDuty, collect(t, run.Responsibilities())[2])
	pays := collect(t, run.Salaries())
	compare(t, "salary", wantPay, pays[1])
	if pays[2].High != nil || pays[2].AnnualHigh != nil {
		t.Errorf("open end = %v, %v, want null", pays[2].High, pays[2].AnnualHigh)
	}
	compare(t, "comparison", wantOrder, collect(t, run.Comparisons())[0])

	findings := collect(t, run.Contradictions())
	compare(t, "contradictions", []string{"c1", "c2"}, values(findings, func(f ContradictionRow) string { return f.ContradictionID }))
	compare(t, "quote_b", "The VP of Engineering sets the technical vision \U0001F680 alone.", findings[0].QuoteB)
	sides := collect(t, run.Evidence())
	compare(t, "evidence", []string{"c1a", "c1a", "c1b", "c2a", "c2b"}, values(sides, func(e EvidenceRow) string { return e.ContradictionID + e.Side }))
	compare(t, "near misses", []NearMissRow{{
		Kind: "rank", Roles: []string{cto, vpe}, Topic: "rank", Reason: "hedged", Pairs: 3, Words: "can be",
		ClaimA: c.misses[0].ClaimA, QuoteA: "The CTO is senior to the VP.", ClaimB: c.misses[0].ClaimB, QuoteB: "Both are peers \U0001F91D.",
	}}, collect(t, run.NearMisses()))
	compare(t, "rejects", []string{"bad\uFFFDname.txt", "four.example/empty", "one.example/cto"},
		values(collect(t, run.Rejects()), func(r RejectRow) string { return r.URI }))
	compare(t, "pages", 5, run.Manifest.Pages)
}

func compare[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func values[T, V any](rows []T, of func(T) V) []V {
	all := make([]V, len(rows))
	for i, row := range rows {
		all[i] = of(row)
	}
	return all
}

// Python's text[start:end] counts code points, as a slice of runes does.
func TestSpansAreCodePoints(t *testing.T) {
	run := writeRun(t, newCorpus(t))
	texts := map[string][]rune{}
	for _, d := range collect(t, run.Documents()) {
		texts[d.DocID] = []rune(d.Text)
	}
	check := func(id string, start, end int64, quote string) {
		t.Helper()
		if got := string(texts[id][start:end]); got != quote {
			t.Errorf("text[%d:%d] = %q, want %q", start, end, got, quote)
		}
	}
	for _, r := range collect(t, run.Responsibilities()) {
		check(r.DocID, r.Start, r.End, r.Phrase)
	}
	for _, r := range collect(t, run.Salaries()) {
		check(r.DocID, r.Start, r.End, r.Quote)
	}
	for _, r := range collect(t, run.Comparisons()) {
		check(r.DocID, r.Start, r.End, r.Quote)
	}
	for _, r := range collect(t, run.Evidence()) {
		check(r.DocID, r.Start, r.End, r.Quote)
	}
	for _, r := range collect(t, run.Rejects()) {
		if r.Quote != nil {
			check(*r.DocID, *r.Start, *r.End, *r.Quote)
		}
		if !utf8.ValidString(r.URI) || !utf8.ValidString(r.Detail) {
			t.Errorf("reject %q is not UTF-8", r.URI)
		}
	}
}

func TestEmptyRunHasAllDatasets(t *testing.T) {
	run := writeRun(t, &corpusOf{})
	compare(t, "datasets", 8, len(run.Manifest.Datasets))
	for _, set := range run.Manifest.Datasets {
		if set.Rows != 0 {
			t.Errorf("%s has %d rows, want none", set.Name, set.Rows)
		}
		if _, err := os.Stat(filepath.Join(run.Dir, set.File)); err != nil {
			t.Error(err)
		}
	}
	compare(t, "rows", 0, len(collect(t, run.Documents()))+len(collect(t, run.NearMisses())))
	left, err := filepath.Glob(filepath.Join(run.Dir, spoolMark+"*"))
	if err != nil || len(left) > 0 {
		t.Errorf("spools left: %v, %v", left, err)
	}
}

// The order in which documents come, and what their claims share, must not
// show in any file but run.json.
func TestSameBytesInAnyOrder(t *testing.T) {
	c := newCorpus(t)
	first := sums(t, writeRun(t, c).Dir)
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 1))
		r.Shuffle(len(c.rejects), func(i, j int) { c.rejects[i], c.rejects[j] = c.rejects[j], c.rejects[i] })
		r.Shuffle(len(c.findings), func(i, j int) { c.findings[i], c.findings[j] = c.findings[j], c.findings[i] })
		for _, a := range c.articles {
			r.Shuffle(len(a.claims.Salaries), func(i, j int) {
				a.claims.Salaries[i], a.claims.Salaries[j] = a.claims.Salaries[j], a.claims.Salaries[i]
			})
		}
		c.articles[0], c.articles[1] = c.articles[1], c.articles[0]
		reordered := &corpusOf{articles: c.articles, rejects: c.rejects, findings: c.findings, misses: c.misses}
		dup := c.articles[0]
		if seed%2 == 0 {
			dup = c.articles[1]
		}
		if dup.doc.URI != "one.example/cto" {
			t.Fatalf("%s is not the original", dup.doc.URI)
		}
		compare(t, "files", first, sums(t, writeOf(t, reordered, dup)))
	}
}

// writeOf writes a run in which the last article is a copy of original.
func writeOf(t *testing.T, c *corpusOf, original *article) string {
	t.Helper()
	articles := []*article{original}
	for _, a := range c.articles {
		if a != original {
			articles = append(articles, a)
		}
	}
	again := *c
	again.articles = articles
	return writeRun(t, &again).Dir
}

func TestAddFromSeveralGoroutines(t *testing.T) {
	var serial, parallel []*article
	for i := range 60 {
		a := newArticle(t, fmt.Sprintf("s%d.example/%d", i%7, i), "", fmt.Sprintf("%d: they set the vision.", i))
		a.duty(cto, "set the vision", "strategy")
		serial, parallel = append(serial, a), append(parallel, a)
	}
	first := writeRun(t, &corpusOf{articles: serial}).Manifest

	dir := filepath.Join(t.TempDir(), "run")
	d, err := Create(t.Context(), dir, false)
	must(t, err)
	defer d.Abort()
	var group sync.WaitGroup
	for _, a := range parallel {
		group.Go(func() {
			if err := d.Add(a.doc, &a.claims, a.slots()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	d.Duplicates(map[string]string{serial[2].doc.ID: serial[0].doc.ID})
	m, err := d.Commit(Manifest{Tool: first.Tool, Lexicon: first.Lexicon, Inputs: first.Inputs})
	must(t, err)
	compare(t, "datasets", first.Datasets, m.Datasets)
	compare(t, "run id", first.RunID, m.RunID)
}

func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(body)
		all[e.Name()] = hex.EncodeToString(sum[:])
	}
	return all
}

func TestManifestDescribesColumns(t *testing.T) {
	run := writeRun(t, newCorpus(t))
	want := map[string]ColumnInfo{
		"published_at": {Name: "published_at", Nulls: 1, Min: "1969-12-30", Max: "2024-03-01"},
		"text":         {Name: "text"},
		"duplicate_of": {Name: "duplicate_of", Nulls: 2, Min: newCorpus(t).articles[0].doc.ID, Max: newCorpus(t).articles[0].doc.ID},
	}
	for _, c := range run.Manifest.Dataset("documents").Columns {
		if w, ok := want[c.Name]; ok {
			compare(t, c.Name, w, c)
		}
	}
	for _, c := range run.Manifest.Dataset("salaries").Columns {
		if c.Name == "annual_low" {
			compare(t, c.Name, ColumnInfo{Name: "annual_low", Min: "83200.00", Max: "200000.00"}, c)
		}
	}
	for _, set := range run.Manifest.Datasets {
		if got := sums(t, run.Dir)[set.File]; got != set.SHA256 {
			t.Errorf("%s: sha256 = %s, run.json says %s", set.File, got, set.SHA256)
		}
	}
}

func TestFindingWantsKnownClaims(t *testing.T) {
	c := newCorpus(t)
	c.findings[0].B.Claims = []string{"0000000000000000"}
	if _, err := c.write(filepath.Join(t.TempDir(), "run"), false); err == nil {
		t.Error("a claim that was never added: no error")
	}
	c.findings[0].B.Claims = nil
	if _, err := c.write(filepath.Join(t.TempDir(), "run"), false); err == nil {
		t.Error("a side without claims: no error")
	}
}

func TestAnnual(t *testing.T) {
	tests := []struct {
		name   string
		amount int64
		period string
		want   int64 // 0 for null
	}{
		{"a year is itself", 100, "year", 100},
		{"an hour", 4000, "hour", 8320000},
		{"a day", 50000, "day", 13000000},
		{"unknown period", 100, "quarter", 0},
		{"more than the column holds", 9e17, "month", 0},
		{"more than int64 holds", 9e18, "hour", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := annual(&tt.amount, tt.period)
			if tt.want == 0 && got != nil || tt.want != 0 && (got == nil || *got != tt.want) {
				t.Errorf("annual(%d, %s) = %v, want %d", tt.amount, tt.period, got, tt.want)
			}
		})
	}
}
