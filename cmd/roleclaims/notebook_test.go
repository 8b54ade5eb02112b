package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus/tooltest"
	"roleclaims/output"
	"roleclaims/output/verdict"
)

// executeNotebook runs a notebook and prints what its cells print.
const executeNotebook = `
import sys, nbformat
from nbclient import NotebookClient
book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, timeout=300, resources={"metadata": {"path": sys.argv[2]}}).execute()
for cell in book.cells:
    for out in cell.get("outputs", []):
        print(out.get("text") or out.get("data", {}).get("text/plain", ""))
`

// notebookPython returns a Python that can run notebooks.
func notebookPython(t *testing.T) string {
	t.Helper()
	python := os.Getenv("ROLECLAIMS_PYTHON")
	if python == "" || exec.Command(python, "-c", "import nbclient, pandas, pyarrow").Run() != nil {
		tooltest.Missing(t, "a Python with examples/requirements.txt (name it by ROLECLAIMS_PYTHON)")
	}
	return python
}

// The notebook runs on a reviewed run, and counts what verdicts stats counts.
func TestReviewNotebook(t *testing.T) {
	python := notebookPython(t)
	dir := t.TempDir()
	roleclaims := func(args ...string) string {
		t.Helper()
		out, err := roleclaims(dir, args...).Output()
		if err != nil {
			t.Fatalf("roleclaims %v: %v", args, err)
		}
		return string(out)
	}
	roleclaims("run", "--out", "run")
	run, err := output.Open(filepath.Join(dir, "run"))
	if err != nil {
		t.Fatal(err)
	}
	findings, err := run.Judgeable()
	if err != nil {
		t.Fatal(err)
	}
	log, err := verdict.OpenLog(verdict.File(run.Dir))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	if _, _, err := log.Append(time.Now(), func([]verdict.Entry) (all []verdict.Entry, err error) {
		for i, f := range findings {
			for j, reviewer := range []string{"ann", "ben"} {
				e := verdict.Entry{Contradiction: f.ID, Evidence: f.Evidence, Verdict: verdict.Confirmed, Reviewer: reviewer, Run: run.Manifest.RunID, Step: "s"}
				switch {
				case i%4 == 1 || i%4 == 2 && j == 1:
					e.Verdict, e.Reason = verdict.Dismissed, verdict.Reasons[i%len(verdict.Reasons)]
				case i == 3:
					e.Evidence = "other words"
				case i%5 == 4 && j == 0:
					e.Verdict = verdict.Unsure
				}
				all = append(all, e)
			}
		}
		return all, nil
	}); err != nil {
		t.Fatal(err)
	}
	roleclaims("verdicts", "export", "run")

	book, err := filepath.Abs(filepath.Join("..", "..", "examples", "review.ipynb"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", executeNotebook, book, dir)
	cmd.Env = append(os.Environ(), "ROLECLAIMS_RUN="+run.Dir, "JUPYTER_PLATFORM_DIRS=1", "IPYTHONDIR="+t.TempDir())
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("the notebook: %v\n%s", err, out)
	}
	stats := roleclaims("verdicts", "stats", "run")
	numbers := regexp.MustCompile(`(?m)^(\S+) +\d+ +\d+ +(\d+) +(\d+) +\d+ +(\d+) +([0-9.]+) +([0-9.]+) to ([0-9.]+)$`).FindAllStringSubmatch(stats, -1)
	if len(numbers) < 3 {
		t.Fatalf("too few rules are judged to compare: %s", stats)
	}
	for _, row := range numbers {
		if want := strings.Join(row[1:], " "); !slices.ContainsFunc(strings.Split(string(out), "\n"), func(line string) bool {
			return strings.Join(strings.Fields(line), " ") == want
		}) {
			t.Errorf("the notebook prints no line %q; it prints\n%s", want, out)
		}
	}
}
