package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roleclaims/output"
	"roleclaims/pipeline"
)

// The datasets hold so many claims, all that roleclaims validate looks at
// holds, and what is planted among them is found once they are compared, and
// not before; the numbers are those of the measurement of the same claims.
func TestClaimsAsDatasets(t *testing.T) {
	const claims = 30_000
	dir := filepath.Join(t.TempDir(), "made")
	code, said := run(t, "claims", fmt.Sprint(claims), "--seed", "5", "--out", dir)
	if code != 0 {
		t.Fatalf("exit code %d: %s", code, said)
	}
	found := filepath.Join(t.TempDir(), "found")
	summary, err := pipeline.Merge(t.Context(), pipeline.Config{Inputs: []string{filepath.Join(dir, "claims")}, Out: found, Workers: 2}, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := summary.Responsibilities + summary.Salaries + summary.Comparisons; n != claims || summary.Duplicates != 0 {
		t.Errorf("%d claims and %d copies, want %d and none", n, summary.Duplicates, claims)
	}
	for _, folder := range []string{filepath.Join(dir, "claims"), found} {
		finished, err := output.Examine(folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := finished.Validate(t.Context(), func(p output.Problem) { t.Error(p) }); err != nil {
			t.Fatal(err)
		}
	}

	answers, err := readAnswers(filepath.Join(dir, "answers.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if answers.planted < 15 || answers.traps < 15 || !strings.Contains(said, fmt.Sprintf("%d contradictions, %d traps", answers.planted, answers.traps)) {
		t.Errorf("%d contradictions and %d traps, want 15 or more; the command said %q", answers.planted, answers.traps, said)
	}
	all := fmt.Sprintf("%d of %d planted contradictions found, 0 of %d traps sprung\n", answers.planted, answers.planted, answers.traps)
	if code, said := run(t, "score", dir, found); code != 0 || said != all {
		t.Errorf("score: exit code %d, said %q, want %q", code, said, all)
	}
	if code, said := run(t, "score", dir, filepath.Join(dir, "claims")); code != exitMissed || !strings.HasPrefix(said, "0 of ") {
		t.Errorf("score of what was not compared: exit code %d, said %q", code, said)
	}
	code, said = run(t, "bench", fmt.Sprint(claims), "--seed", "5")
	line := strings.Fields(said[strings.Index(said, "\n"):])
	if want := []string{fmt.Sprint(summary.Contradictions["stated"]), fmt.Sprint(summary.NearMisses), fmt.Sprint(answers.planted)}; code != 0 || strings.Join(line[6:9], " ") != strings.Join(want, " ") {
		t.Errorf("bench: exit code %d, findings, near misses and planted found %v, the datasets give %v", code, line[6:9], want)
	}
}

// Equal flags make equal bytes, another seed makes others, and the two claims
// of an answer stand in two articles that say their words.
func TestClaimsAreDeterministic(t *testing.T) {
	one, again, other := made(t, "claims", "3000", "1"), made(t, "claims", "3000", "1"), made(t, "claims", "3000", "9")
	for name, body := range one {
		if again[name] != body {
			t.Errorf("%s has other bytes the second time", name)
		}
	}
	for _, name := range []string{"answers.jsonl", "claims/documents.parquet", "claims/salaries.parquet", "claims/responsibilities.parquet", "claims/comparisons.parquet"} {
		if body, ok := one[name]; !ok || other[name] == body {
			t.Errorf("%s is missing, or the same with another seed", name)
		}
	}

	dir := filepath.Join(t.TempDir(), "made")
	if code, said := run(t, "claims", "3000", "--out", dir); code != 0 {
		t.Fatalf("exit code %d: %s", code, said)
	}
	finished, err := output.Open(filepath.Join(dir, "claims"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for row, err := range finished.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		texts[row.URI] = row.Text
	}
	lines := json.NewDecoder(strings.NewReader(one["answers.jsonl"]))
	for n := 0; ; n++ {
		var a answer
		if err := lines.Decode(&a); err == io.EOF {
			if n == 0 {
				t.Error("nothing is planted")
			}
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if a.A.Doc == a.B.Doc {
			t.Errorf("%v: both claims stand in one article", a)
		}
		for _, s := range []side{a.A, a.B} {
			if !strings.Contains(texts[s.Doc], s.Quote) {
				t.Errorf("%s does not say %q", s.Doc, s.Quote)
			}
		}
	}
}

// An interrupted command leaves nothing but the folder.
func TestClaimsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := filepath.Join(t.TempDir(), "made")
	var talk strings.Builder
	if code := execute(ctx, []string{"claims", "1000", "--out", dir}, io.Discard, &talk); code != exitInterrupted {
		t.Errorf("exit code %d, said %q", code, talk.String())
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) > 0 {
		t.Errorf("left %v (%v)", entries, err)
	}
}
