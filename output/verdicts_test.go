package output

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roleclaims/output/verdict"
)

func TestEvidenceHash(t *testing.T) {
	row := func(side, source, quote string, rank int64) EvidenceRow {
		return EvidenceRow{Side: side, Source: source, Quote: quote, Rank: rank, ClaimID: source + quote, Start: rank * 100}
	}
	base := []EvidenceRow{row("a", "one", "He does.", 1), row("a", "two", "They do.", 2), row("b", "three", "He does not.", 1)}
	tests := []struct {
		name string
		rows []EvidenceRow
		same bool
	}{
		{"the same", base, true},
		{"elsewhere in the text, by another id", []EvidenceRow{row("a", "one", "He does.", 7), base[1], base[2]}, true},
		{"in another order", []EvidenceRow{base[2], base[1], base[0]}, true},
		{"sides changed", []EvidenceRow{row("b", "one", "He does.", 1), row("b", "two", "They do.", 2), row("a", "three", "He does not.", 1)}, true},
		{"other words", []EvidenceRow{row("a", "one", "He did.", 1), base[1], base[2]}, false},
		{"another source", []EvidenceRow{row("a", "four", "He does.", 1), base[1], base[2]}, false},
		{"one less", base[:2], false},
		{"on the other side", []EvidenceRow{base[0], row("b", "two", "They do.", 2), base[2]}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := EvidenceHash(tt.rows) == EvidenceHash(base); got != tt.same {
				t.Errorf("same hash %t, want %t", got, tt.same)
			}
		})
	}
}

// A run takes over the verdicts that stand beside it, and says which hold.
func TestRunShowsVerdicts(t *testing.T) {
	c := newCorpus(t)
	run := writeRun(t, c)
	judgeable, err := run.Judgeable()
	must(t, err)
	ids := values(judgeable, func(f verdict.Finding) string { return f.ID + " " + f.Rule })
	slices.Sort(ids)
	compare(t, "judgeable", []string{"c1 ownership", "c2 pay-range"}, ids)
	if _, err := os.Stat(filepath.Join(run.Dir, verdictsFile)); err == nil {
		t.Error("a run without verdicts has a dataset of them")
	}

	at := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	entries := []verdict.Entry{
		{Contradiction: "c1", Verdict: verdict.Dismissed, Reason: verdict.OtherScope, Note: "of <2019>"},
		{Contradiction: "c2", Verdict: verdict.Confirmed},
		{Contradiction: "c9", Verdict: verdict.Confirmed, Evidence: "gone"},
	}
	for i := range entries {
		e := &entries[i]
		e.Reviewer, e.Time, e.Run, e.Step = "ann", at, run.Manifest.RunID, "s"
		for _, f := range judgeable {
			if f.ID == e.Contradiction {
				e.Evidence = f.Evidence
			}
		}
	}
	var file strings.Builder
	must(t, verdict.Write(&file, entries))
	must(t, os.WriteFile(verdict.File(run.Dir), []byte(file.String()+"torn"), 0o666))

	// c2's words change, c1 loses its copy, which counts for nothing in the hash but as a row.
	changed := newCorpus(t)
	changed.findings[1].B.Claims = changed.findings[1].A.Claims
	_, err = changed.write(run.Dir, true)
	must(t, err)
	again, err := Open(run.Dir)
	must(t, err)
	var got []string
	for row, err := range read(again, verdicts) {
		must(t, err)
		got = append(got, strings.Join([]string{row.ContradictionID, row.Reviewer, row.Verdict, orEmpty(row.Reason), orEmpty(row.Note), row.Status, time.UnixMicro(row.JudgedAt).UTC().Format(time.RFC3339)}, " "))
	}
	compare(t, "verdicts.parquet", []string{
		"c1 ann dismissed other-scope of <2019> current 2026-03-04T05:06:07Z",
		"c2 ann confirmed   stale 2026-03-04T05:06:07Z",
		"c9 ann confirmed   gone 2026-03-04T05:06:07Z",
	}, got)
	for name, wants := range map[string][]string{
		"report.html": {"1 dismissed, 1 stale, 1 no longer found, 1 line of the verdicts unreadable", "dismissed, other scope</b> by ann", "of &lt;2019&gt;", "stale: confirmed"},
		"report.md":   {"- reviewed: 1 dismissed, 1 stale, 1 no longer found", "dismissed other scope by ann, 2026-03-04", "(stale)"},
	} {
		body, err := os.ReadFile(filepath.Join(run.Dir, name))
		must(t, err)
		for _, want := range wants {
			if !strings.Contains(string(body), want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}

	// Without the file the next run has none of it.
	must(t, os.Remove(verdict.File(run.Dir)))
	_, err = c.write(run.Dir, true)
	must(t, err)
	if _, err := os.Stat(filepath.Join(run.Dir, verdictsFile)); err == nil {
		t.Error("verdicts of an earlier run stay in the folder")
	}

	// An export gives the bytes that a run gives, however often.
	for range 2 {
		again, err = Open(run.Dir)
		must(t, err)
		must(t, again.WriteVerdicts(t.Context(), verdict.Fold(entries), 0))
	}
	exported := sums(t, run.Dir)
	must(t, os.WriteFile(verdict.File(run.Dir), []byte(file.String()), 0o666))
	_, err = c.write(run.Dir, true)
	must(t, err)
	compare(t, "files of an export and of a run", exported, sums(t, run.Dir))
	left, err := filepath.Glob(filepath.Join(run.Dir, spoolMark+"*"))
	must(t, err)
	compare(t, "left over", 0, len(left))
}

func TestDocument(t *testing.T) {
	run := writeRun(t, newCorpus(t))
	for row, err := range run.Documents() {
		must(t, err)
		got, ok, err := run.Document(row.DocID)
		must(t, err)
		compare(t, "document", []string{"true", row.URI, row.Text}, []string{map[bool]string{true: "true"}[ok], got.URI, got.Text})
	}
	if _, ok, err := run.Document("none"); ok || err != nil {
		t.Errorf("an unknown document: %t, %v", ok, err)
	}
}

// reviewedRun is a run with a verdict that holds, one on other words and one
// on what is no longer found.
func reviewedRun(t *testing.T) *Run {
	t.Helper()
	run := writeRun(t, newCorpus(t))
	hashes, err := run.evidenceHashes()
	must(t, err)
	at := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	state := verdict.Fold([]verdict.Entry{
		{Contradiction: "c1", Evidence: hashes["c1"], Verdict: verdict.Dismissed, Reason: verdict.OtherScope, Reviewer: "ann", Time: at},
		{Contradiction: "c1", Evidence: hashes["c1"], Verdict: verdict.Confirmed, Reviewer: "=ben", Note: "both", Time: at},
		{Contradiction: "c2", Evidence: "other words", Verdict: verdict.Unsure, Reviewer: "ann", Time: at},
		{Contradiction: "c9", Evidence: "gone", Verdict: verdict.Open, Note: "?", Reviewer: "ann", Time: at},
	})
	must(t, run.WriteVerdicts(t.Context(), state, 0))
	run, err = Open(run.Dir)
	must(t, err)
	return run
}

// Verdicts are a dataset like the others, in the runs that have them.
func TestVerdictsAreDescribed(t *testing.T) {
	run := reviewedRun(t)
	info := run.Manifest.Dataset("verdicts")
	compare(t, "of run.json", DatasetInfo{Name: "verdicts", File: verdictsFile, Rows: 4}, DatasetInfo{Name: info.Name, File: info.File, Rows: info.Rows})
	compare(t, "counts of reason", ColumnInfo{Name: "reason", Nulls: 3, Min: "other-scope", Max: "other-scope"}, info.Columns[3])
	compare(t, "digest", sums(t, run.Dir)[verdictsFile], info.SHA256)
	var p dataPackage
	body, err := os.ReadFile(filepath.Join(run.Dir, packageFile))
	must(t, err)
	must(t, json.Unmarshal(body, &p))
	compare(t, "resource of datapackage.json", verdictsFile, p.Resources[8].Path)
	compare(t, "its key", []string{"contradiction_id", "reviewer"}, p.Resources[8].TableSchema.PrimaryKey)
	card, err := os.ReadFile(filepath.Join(run.Dir, cardFile))
	must(t, err)
	for _, want := range []string{"- config_name: verdicts\n  data_files: verdicts.parquet\n", "| `verdicts` | 4 |", "\n### verdicts\n"} {
		if !strings.Contains(string(card), want) {
			t.Errorf("the card lacks %q", want)
		}
	}
	var cells []string
	for row, err := range run.Cells(t.Context(), "verdicts") {
		must(t, err)
		cells = append(cells, fmt.Sprintf("%v %v %v %v %v", row[0], row[1], row[2], row[5], row[8]))
	}
	compare(t, "cells", []string{
		"c1 =ben confirmed current 2026-03-04T05:06:07Z", "c1 ann dismissed current 2026-03-04T05:06:07Z",
		"c2 ann unsure stale 2026-03-04T05:06:07Z", "c9 ann open gone 2026-03-04T05:06:07Z",
	}, cells)

	// A reviewer may take the file away; the run is as whole as before.
	must(t, os.Remove(filepath.Join(run.Dir, verdictsFile)))
	if _, err := Open(run.Dir); err != nil {
		t.Error(err)
	}
}
