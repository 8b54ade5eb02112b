package main

import (
	"bufio"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roleclaims/output/browsertest"
	"roleclaims/output/verdict"
)

// reviewing is a review that runs as users run it.
type reviewing struct {
	cmd     *exec.Cmd
	address string
	talk    *bufio.Scanner
}

func startReview(t *testing.T, dir string) *reviewing {
	t.Helper()
	cmd := roleclaims(dir, "review", "run", "--reviewer", "ann")
	pipe, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	r := &reviewing{cmd: cmd, talk: bufio.NewScanner(pipe)}
	for r.talk.Scan() {
		if address, ok := strings.CutPrefix(r.talk.Text(), "open      "); ok {
			r.address = address
			return r
		}
	}
	t.Fatalf("the review prints no address: %v", r.talk.Err())
	return nil
}

// interrupt ends a review with Ctrl-C and returns the last line that it says.
func (r *reviewing) interrupt(t *testing.T) string {
	t.Helper()
	if err := r.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	last := ""
	for r.talk.Scan() {
		last = r.talk.Text()
	}
	if err := r.cmd.Wait(); err != nil {
		t.Errorf("the review ends with %v", err)
	}
	return last
}

// A verdict on the sample goes to the file, stays after a reload, after the
// end and after another run, and the report shows it. With a folder in
// ROLECLAIMS_SCREENSHOTS the pages are taken as pictures.
func TestReviewOfTheSample(t *testing.T) {
	browser := browsertest.Start(t)
	dir := t.TempDir()
	run := func(args ...string) {
		t.Helper()
		if out, err := roleclaims(dir, args...).CombinedOutput(); err != nil {
			t.Fatalf("roleclaims %v: %v\n%s", args, err, out)
		}
	}
	run("run", "--out", "run")

	first := startReview(t, dir)
	tab := browser.Open(t, first.address, browsertest.View{})
	tab.Wait(`document.documentElement.dataset.review === "ready"`)
	tab.Press("j", "c", "1", "2")
	tab.Wait(`document.getElementById("said").textContent === "other scope, kept."`)
	const shown = `Array.from(document.querySelectorAll("[data-f]:has(> .verdicts)"), (e) => e.id + " " + e.querySelector(".verdicts b").textContent)`
	judged := browsertest.Eval[[]string](tab, shown)
	tab.Press("a")
	tab.Wait(`!document.getElementById("reader").hidden`)
	shot := func(tab *browsertest.Tab, name string) {
		if folder := os.Getenv("ROLECLAIMS_SCREENSHOTS"); folder != "" {
			tab.Shot(filepath.Join(folder, name), false)
		}
	}
	shot(tab, "review.png")
	browsertest.Eval[bool](tab, `location.replace("about:blank"), true`)
	if last := first.interrupt(t); !strings.HasPrefix(last, "kept      3 verdicts in ") {
		t.Errorf("the end says %q", last)
	}
	file := filepath.Join(dir, "run.verdicts.jsonl")
	entries, unread, err := verdict.Load(file)
	if err != nil || len(unread) > 0 || len(entries) != 3 || entries[0].Reviewer != "ann" || entries[2].Reason != verdict.OtherScope {
		t.Fatalf("the file holds %v, %v, %v", entries, unread, err)
	}

	run("run", "--out", "run", "--force")
	second := startReview(t, dir)
	for _, view := range []browsertest.View{{Width: 1280, Height: 1360}, {Width: 390, Height: 844, Dark: true}} {
		tab = browser.Open(t, second.address, view)
		tab.Wait(`document.documentElement.dataset.review === "ready"`)
		again := browsertest.Eval[[]string](tab, shown)
		if !slices.Equal(again, judged) || len(again) != 3 {
			t.Errorf("after another run: %q, want %q", again, judged)
		}
		tab.Press("j")
		if view.Dark {
			shot(tab, "review-narrow-dark.png")
		}
		browsertest.Eval[bool](tab, `location.replace("about:blank"), true`)
		report := browser.Open(t, (&url.URL{Scheme: "file", Path: filepath.Join(dir, "run", "report.html")}).String(), view)
		if got := browsertest.Eval[string](report, `document.querySelector(".counts div:last-child dd").textContent`); !strings.HasPrefix(got, "1 confirmed, 2 dismissed, ") {
			t.Errorf("the report says of the review: %q", got)
		}
		if !view.Dark {
			shot(report, "report.png")
		}
	}
	second.interrupt(t)
}
