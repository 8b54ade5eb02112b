package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"roleclaims/output"
)

// TestKill kills runs at random moments, by a signal that they cannot see. The
// folder then holds a whole run or none, and the next run works.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	begin := time.Now()
	if text, err := roleclaims(dir, "run", "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	whole := time.Since(begin)
	want := datasets(t, out)
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	t.Logf("a run takes %v; seed %d", whole, seed)
	killed, runs := 0, 0
	for range 20 {
		cmd := roleclaims(dir, "run", "--out", out, "--force")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Float64() * 1.2 * float64(whole)))
		_ = cmd.Process.Kill() // it may have ended
		if err := cmd.Wait(); err != nil {
			killed++
		}
		if _, err := os.Stat(out); errors.Is(err, os.ErrNotExist) {
			continue
		}
		runs++
		if got := datasets(t, out); got != want {
			t.Fatalf("after a kill the folder holds\n%s\nwant\n%s", got, want)
		}
	}
	t.Logf("of 20 runs %d were killed; %d times there was a run", killed, runs)
	if killed == 0 {
		t.Error("no run was killed in time: the test shows nothing")
	}
	if text, err := roleclaims(dir, "run", "--out", out, "--force").CombinedOutput(); err != nil {
		t.Fatalf("the run after the kills: %v\n%s", err, text)
	}
	if got := datasets(t, out); got != want {
		t.Errorf("the run after the kills holds\n%s\nwant\n%s", got, want)
	}
	onlyRun(t, dir, "out")
}

// datasets opens the run in dir and describes its datasets, reading each to
// its end.
func datasets(t *testing.T, dir string) string {
	t.Helper()
	run, err := output.Open(dir)
	if err != nil {
		t.Fatalf("no whole run: %v", err)
	}
	rows := 0
	for _, err := range run.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		rows++
	}
	text := fmt.Sprintln(run.Manifest.RunID, rows)
	for _, d := range run.Manifest.Datasets {
		info, err := os.Stat(filepath.Join(dir, d.File))
		if err != nil || info.Size() != d.Bytes {
			t.Fatalf("%s: %v, size is not the %d bytes of the manifest", d.File, err, d.Bytes)
		}
		text += fmt.Sprintln(d.Name, d.Rows, d.SHA256)
	}
	return text
}

// onlyRun wants nothing in dir but a run, if one is named.
func onlyRun(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(names) {
		t.Errorf("the folder holds %v, want %v", got, names)
	}
}

// TestInterrupt stops a run that waits for standard input.
func TestInterrupt(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			dir := t.TempDir()
			cmd := roleclaims(dir, "run", "-", "--out", "out")
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			stderr, err := cmd.StderrPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			awaitDraft(t, dir)
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			said, err := io.ReadAll(stderr)
			if err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
				t.Errorf("the run ended with %v, want exit code %d", err, exitInterrupted)
			}
			if got, want := string(said), "roleclaims: interrupted; nothing was written\n"; got != want {
				t.Errorf("it said %q, want %q", got, want)
			}
			onlyRun(t, dir)
		})
	}
}

// TestInterruptedWrite stops a run that writes its datasets already, in place of
// one that stands. A run that ends before the signal comes shows nothing and is
// made once more.
func TestInterruptedWrite(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if text, err := roleclaims(dir, "run", "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	want := datasets(t, out)
	var articles strings.Builder
	for n := range 200 {
		fmt.Fprintln(&articles, dense(n))
	}
	for range 5 {
		var said bytes.Buffer
		cmd := roleclaims(dir, "run", "-", "--out", "out", "--force")
		cmd.Stdin, cmd.Stderr = strings.NewReader(articles.String()), &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for waited := 0; len(files(t, filepath.Join(dir, "out.partial-*", "*.parquet"))) == 0; waited++ {
			if waited == 60_000 {
				t.Fatal("no dataset was begun within a minute")
			}
			time.Sleep(time.Millisecond)
		}
		begin := time.Now()
		_ = cmd.Process.Signal(syscall.SIGINT) // it may have ended
		if err := cmd.Wait(); err == nil {
			want = datasets(t, out)
			continue
		}
		t.Logf("it ended %v after the signal", time.Since(begin))
		if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(said.String(), "interrupted; nothing was written") {
			t.Errorf("exit code %d, %q", code, said.String())
		}
		if got := datasets(t, out); got != want {
			t.Errorf("the folder holds\n%s\nwant\n%s", got, want)
		}
		onlyRun(t, dir, "out")
		return
	}
	t.Error("no run was interrupted in time: the test shows nothing")
}

// files lists what a pattern names.
func files(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// awaitDraft waits until a run has begun to write.
func awaitDraft(t *testing.T, dir string) {
	t.Helper()
	for range 1000 {
		if drafts, _ := filepath.Glob(filepath.Join(dir, "out.partial-*")); len(drafts) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the run did not begin within 10 s")
}

// What reads a run ends with the context too, and leaves no half of a file.
func TestInterruptedReaders(t *testing.T) {
	dir := t.TempDir()
	out, tables := filepath.Join(dir, "out"), filepath.Join(dir, "tables")
	if text, err := roleclaims(dir, "run", "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range [][]string{
		{"validate", out},
		{"head", out, "documents"},
		{"export", out, "salaries"},
		{"export", out, "--out", tables},
		{"export", out, "--format", "xlsx", "--out", filepath.Join(tables, "all.xlsx")},
	} {
		var said bytes.Buffer
		code := execute(ctx, args, terminal{strings.NewReader(""), io.Discard, &said})
		if code != exitInterrupted || !strings.Contains(said.String(), "interrupted") {
			t.Errorf("%v: exit code %d, %q", args, code, said.String())
		}
	}
	onlyRun(t, tables)
}
