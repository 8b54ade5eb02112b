package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestCreateSaysWhatToDo(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(dir string) error
		force   bool
		want    string // in the error, "" for none
	}{
		{"absent", func(string) error { return nil }, false, ""},
		{"parent absent", os.RemoveAll, false, ""},
		{"empty", func(dir string) error { return os.MkdirAll(dir, 0o777) }, false, ""},
		{"a run", func(dir string) error { _, err := (&corpusOf{}).write(dir, false); return err }, false, "--force"},
		{"a run, forced", func(dir string) error { _, err := (&corpusOf{}).write(dir, false); return err }, true, ""},
		{"not ours", func(dir string) error { return os.MkdirAll(filepath.Join(dir, "x"), 0o777) }, true, "choose another folder"},
		{"a file", func(dir string) error { return os.WriteFile(dir, nil, 0o666) }, true, "choose another"},
		{"another run.json", func(dir string) error {
			return errors.Join(os.MkdirAll(dir, 0o777), os.WriteFile(filepath.Join(dir, manifestFile), []byte("{}"), 0o666))
		}, true, "choose another folder"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "run")
			if err := tt.prepare(dir); err != nil {
				t.Fatal(err)
			}
			d, err := Create(t.Context(), dir, tt.force)
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				if err := d.Abort(); err != nil {
					t.Fatal(err)
				}
			} else if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("Create = %v, want one line with %q", err, tt.want)
			}
			if left := leftovers(t, dir); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestTwoRunsToOneFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	d, err := Create(t.Context(), dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Create(t.Context(), dir, false); err == nil || !strings.Contains(err.Error(), "another run") {
		t.Errorf("second Create = %v, want an error", err)
	}
	if err := d.Abort(); err != nil {
		t.Fatal(err)
	}
	if err := d.Abort(); err != nil {
		t.Errorf("second Abort = %v", err)
	}
	if d, err = Create(t.Context(), dir, false); err != nil {
		t.Fatal(err)
	}
	if err := d.Abort(); err != nil {
		t.Fatal(err)
	}
}

// What a reviewer keeps in the run's folder outlives the run.
func TestForceKeepsFilesOfOthers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	if _, err := newCorpus(t).write(dir, false); err != nil {
		t.Fatal(err)
	}
	verdicts := filepath.Join(dir, "verdicts.jsonl")
	if err := os.WriteFile(verdicts, []byte("{}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := (&corpusOf{}).write(dir, true); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(verdicts); err != nil {
		t.Error(err)
	}
	run, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "rows of the new run", int64(0), run.Manifest.Dataset("documents").Rows)
	if left := leftovers(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestOpenFindsDamage(t *testing.T) {
	run := writeRun(t, newCorpus(t))
	if err := os.Truncate(filepath.Join(run.Dir, "salaries.parquet"), 10); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(run.Dir); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("Open = %v, want an error of damage", err)
	}
	run = writeRun(t, newCorpus(t))
	run.Manifest.Datasets = run.Manifest.Datasets[1:]
	must(t, run.Manifest.write(run.Dir))
	if _, err := Open(run.Dir); err == nil || !strings.Contains(err.Error(), "has no dataset documents") {
		t.Errorf("Open = %v, want an error of damage", err)
	}
	if _, err := Open(filepath.Join(run.Dir, "nowhere")); err == nil {
		t.Error("Open of nothing: no error")
	}
}

// The states that a kill between two steps of a commit can leave.
func TestMend(t *testing.T) {
	tests := []struct {
		name  string
		leave func(t *testing.T, dir string)
		want  int64 // rows of documents, -1 for no run
	}{
		{"a draft without manifest", func(t *testing.T, dir string) {
			must(t, os.MkdirAll(dir+partialMark+"x", 0o777))
		}, -1},
		{"moved aside, the new one whole", func(t *testing.T, dir string) {
			leaveRun(t, &corpusOf{}, dir+oldMark+"x")
			leaveRun(t, newCorpus(t), dir+partialMark+"y")
		}, 3},
		{"moved aside, no new one", func(t *testing.T, dir string) {
			leaveRun(t, newCorpus(t), dir+oldMark+"x")
			must(t, os.MkdirAll(dir+partialMark+"y", 0o777))
		}, 3},
		{"in place, the old one not removed", func(t *testing.T, dir string) {
			leaveRun(t, &corpusOf{}, dir+oldMark+"x")
			leaveRun(t, newCorpus(t), dir)
		}, 3},
		{"in place, the old one half removed", func(t *testing.T, dir string) {
			leaveRun(t, newCorpus(t), dir)
			must(t, os.MkdirAll(dir+oldMark+"x", 0o777))
		}, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "run")
			tt.leave(t, dir)
			d, err := Create(t.Context(), dir, true)
			if err != nil {
				t.Fatal(err)
			}
			must(t, d.Abort())
			if left := leftovers(t, dir); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
			run, err := Open(dir)
			switch {
			case tt.want < 0 && err == nil:
				t.Errorf("a run stands where none was")
			case tt.want >= 0 && err != nil:
				t.Error(err)
			case tt.want >= 0:
				compare(t, "rows", tt.want, run.Manifest.Dataset("documents").Rows)
			}
		})
	}
}

// endsAfter is a context that ends when it was asked so many times.
type endsAfter struct {
	context.Context
	left int
}

func (c *endsAfter) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestInterruptedAnywhere ends the context at many of the moments at which a
// draft asks it. The old run then stands, and nothing beside it, until the new one does.
func TestInterruptedAnywhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	old, err := (&corpusOf{}).write(dir, false)
	must(t, err)
	for asked := 0; ; asked += 1 + asked/8 {
		written, err := newCorpus(t).writeUntil(&endsAfter{t.Context(), asked}, dir, true)
		if left := leftovers(t, dir); len(left) > 0 {
			t.Fatalf("ended after %d questions, left behind: %v", asked, left)
		}
		run, openErr := Open(dir)
		must(t, openErr)
		if err == nil {
			compare(t, "run", written.RunID, run.Manifest.RunID)
			if asked < 50 {
				t.Errorf("the context was asked %d times in all", asked)
			}
			return
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("ended after %d questions: %v, want that the context ended", asked, err)
		}
		compare(t, "run", old.RunID, run.Manifest.RunID)
	}
}

// leaveRun makes a run and moves it to where a kill would have left it.
func leaveRun(t *testing.T, c *corpusOf, path string) {
	t.Helper()
	_, err := c.write(path+"-made", false)
	must(t, err)
	must(t, os.Rename(path+"-made", path))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func leftovers(t *testing.T, dir string) []string {
	t.Helper()
	drafts, err := besides(dir, partialMark)
	must(t, err)
	olds, err := besides(dir, oldMark)
	must(t, err)
	return append(drafts, olds...)
}

const killedEnv = "ROLECLAIMS_TEST_WRITE_FOREVER"

// A process is killed at twenty moments of writing runs over and over: the
// folder then holds a whole run or, until the next start, none.
func TestKilledAnywhere(t *testing.T) {
	if dir := os.Getenv(killedEnv); dir != "" {
		for {
			if _, err := newCorpus(t).write(dir, true); err != nil {
				t.Fatal(err)
			}
			fmt.Println("written")
		}
	}
	if testing.Short() {
		t.Skip("starts twenty processes")
	}
	dir := filepath.Join(t.TempDir(), "run")
	must(t, func() error { _, err := newCorpus(t).write(dir, false); return err }())
	absent := 0
	for i := range 20 {
		child := exec.Command(os.Args[0], "-test.run=^TestKilledAnywhere$")
		child.Env = append(os.Environ(), killedEnv+"="+dir)
		out, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		_, err = out.Read(make([]byte, 1)) // the first run is written
		must(t, err)
		time.Sleep(time.Duration(i*7919%5000) * 10 * time.Microsecond)
		must(t, child.Process.Kill())
		_ = child.Wait() // it was killed

		if _, err := os.Lstat(dir); errors.Is(err, os.ErrNotExist) {
			absent++
		}
		run, err := Open(dir)
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		compare(t, "rows", 3, len(collect(t, run.Documents())))
		for _, set := range run.Manifest.Datasets {
			compare(t, set.Name, set.SHA256, sums(t, dir)[set.File])
		}
	}
	t.Logf("absent after %d of 20 kills", absent)
}
