package pipeline

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus/sample"
	"roleclaims/corpus/tooltest"
	"roleclaims/extract/eval"
)

// TestScores holds the scores on the sample to a golden file: a change that
// moves one must show it.
func TestScores(t *testing.T) {
	gold, err := eval.Load(sample.Answers())
	if err != nil {
		t.Fatal(err)
	}
	run, _ := runOn(t, Config{})
	got := found(t, run)
	var table strings.Builder
	fmt.Fprintf(&table, "%-17s%5s%7s%5s%7s%7s%7s\n", "kind", "gold", "found", "tp", "P", "R", "F1")
	for _, s := range gold.Score(got) {
		fmt.Fprintf(&table, "%-17s%5d%7d%5d%7.3f%7.3f%7.3f\n", s.Kind, s.TP+s.FN, s.TP+s.FP, s.TP, s.Precision(), s.Recall(), s.F1())
		if testing.Verbose() {
			t.Log(s.Kind, "missed:\n", strings.Join(s.Missed, "\n "))
			t.Log(s.Kind, "false alarms:\n", strings.Join(s.FalseAlarm, "\n "))
		}
	}
	sprung := gold.Sprung(got)
	fmt.Fprintf(&table, "traps: %d of %d fallen into\n", len(sprung), len(gold.Traps))
	for _, trap := range sprung {
		t.Logf("trap         %+v", trap)
	}
	golden(t, filepath.Join("testdata", "scores.txt"), table.String())
}

// golden compares with a golden file, or rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got); if the change is meant, run make golden and commit the file:\n%s", name, diff)
	}
}

// TestScorePy wants our scores to be those of the reference scorer, line for
// line: it reads the same run with DuckDB.
func TestScorePy(t *testing.T) {
	shared := os.Getenv("ROLECLAIMS_SHARED")
	if shared == "" {
		noTexts(t)
	}
	python := os.Getenv("ROLECLAIMS_PYTHON")
	if python == "" {
		tooltest.Missing(t, "a Python with duckdb (name it by ROLECLAIMS_PYTHON)")
	}
	for _, set := range []struct{ name, texts, answers string }{
		{"sample", "", answersForScorePy(t)},
		{"seeds", filepath.Join(shared, "seeds"), filepath.Join(shared, "gold", "seeds")},
		{"real", filepath.Join(shared, "gold", "real"), filepath.Join(shared, "gold", "real")},
	} {
		t.Run(set.name, func(t *testing.T) {
			run, _ := runOn(t, Config{Inputs: inputsOf(set.texts)})
			gold, err := eval.Load(os.DirFS(set.answers))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := gold.Print(&got, found(t, run), eval.Articles); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(python, filepath.Join(shared, "gold", "score.py"), "seeds", "--run", run.Dir, "--gold", set.answers)
			want, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("score.py: %v\n%s", err, want)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
				t.Errorf("scores differ from score.py's (-score.py +ours):\n%s", diff)
			}
		})
	}
}

// answersForScorePy lays out the sample's answers as score.py wants them: it
// knows no traps.
func answersForScorePy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, sample.Answers()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "traps.json")); err != nil {
		t.Fatal(err)
	}
	return dir
}
