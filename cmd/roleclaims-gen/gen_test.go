package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roleclaims/extract/eval"
	"roleclaims/output"
	"roleclaims/pipeline"
)

// run runs the command as users do.
func run(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	var out, talk bytes.Buffer
	code = execute(t.Context(), args, &out, &talk)
	return code, out.String() + talk.String()
}

// All that is planted in articles is found, and nothing else; in files and in
// lines alike.
func TestPlantedIsFound(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"files", []string{"--seed", "1"}},
		{"lines", []string{"--seed", "2", "--jsonl"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "made")
			if code, said := run(t, append([]string{"articles", "300", "--out", dir}, tt.args...)...); code != 0 {
				t.Fatalf("exit code %d: %s", code, said)
			}
			gold, err := eval.Load(os.DirFS(filepath.Join(dir, "answers")))
			if err != nil {
				t.Fatal(err)
			}
			if len(gold.Contradictions) != 30 || len(gold.Traps) != 30 {
				t.Errorf("%d contradictions and %d traps, want 30 each", len(gold.Contradictions), len(gold.Traps))
			}
			out := filepath.Join(t.TempDir(), "run")
			summary, err := pipeline.Run(t.Context(), pipeline.Config{Inputs: []string{filepath.Join(dir, "articles")}, Out: out, Workers: 2}, pipeline.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if summary.Documents != 300 || summary.Duplicates != 0 {
				t.Errorf("%d documents, %d of them copies, want 300 and none", summary.Documents, summary.Duplicates)
			}
			finished, err := output.Open(out)
			if err != nil {
				t.Fatal(err)
			}
			found, err := pipeline.Found(finished)
			if err != nil {
				t.Fatal(err)
			}
			scores := gold.Score(found)
			if s := scores[len(scores)-1]; s.FN > 0 || s.FP > 0 || s.RightKind < s.TP {
				t.Errorf("%s, right kind %d\nmissed: %s\nfalse alarms: %s", s, s.RightKind, strings.Join(s.Missed, "\n"), strings.Join(s.FalseAlarm, "\n"))
			}
			for _, trap := range gold.Sprung(found) {
				t.Errorf("a trap (%s) was sprung: %s | %s", trap.Reason, trap.QuoteA, trap.QuoteB)
			}
		})
	}
}

// made returns the files that a command makes, by their paths.
func made(t *testing.T, what, n, seed string) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "made")
	if code, said := run(t, what, n, "--seed", seed, "--out", dir); code != 0 {
		t.Fatalf("exit code %d: %s", code, said)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			var body []byte
			body, err = os.ReadFile(filepath.Join(dir, path))
			files[path] = string(body)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Equal flags make equal bytes, another seed makes others, and every quote of
// the answers stands in its article.
func TestArticlesAreDeterministic(t *testing.T) {
	one, again, other := made(t, "articles", "120", "1"), made(t, "articles", "120", "1"), made(t, "articles", "120", "9")
	differ := 0
	for name, body := range one {
		if again[name] != body {
			t.Errorf("%s has other bytes the second time", name)
		}
		if other[name] != body {
			differ++
		}
	}
	if differ < 100 {
		t.Errorf("only %d files of another seed are others", differ)
	}
	p := newPlan(120, 1)
	for _, c := range p.answers {
		for _, side := range []eval.Side{c.A, c.B} {
			if !strings.Contains(one["articles/"+side.Doc], side.Quote) {
				t.Errorf("%s does not say %q", side.Doc, side.Quote)
			}
		}
	}
}

func TestMisuse(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "a"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"articles", "many", "--out", "x"}, `"many" is no number of things to make: want 2 or more`},
		{[]string{"articles", "1", "--out", "x"}, "want 2 or more"},
		{[]string{"articles", "10"}, "name one with --out DIR"},
		{[]string{"articles", "10", "--out", full}, "is not empty: choose another folder"},
		{[]string{"articles", "10", "--seeds", "1"}, "unknown flag: --seeds; see roleclaims-gen articles --help"},
		{[]string{"article"}, "unknown command"},
		{[]string{"claims", "999", "--out", "x"}, `"999" is no number of things to make: want 1000 or more; see roleclaims-gen claims --help`},
		{[]string{"claims", "1000"}, "name one with --out DIR"},
		{[]string{"claims", "1000", "--out", full}, "is not empty: choose another folder"},
		{[]string{"score", full, full}, "name a folder that roleclaims-gen claims --out DIR wrote"},
	} {
		code, said := run(t, tt.args...)
		if code != exitUsage || !strings.Contains(said, tt.want) || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: exit code %d, said %q, want %d and %q", tt.args, code, said, exitUsage, tt.want)
		}
	}
}
