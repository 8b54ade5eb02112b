package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roleclaims/corpus/sample"
	"roleclaims/output"
)

// cut lays the files of an input folder out in several folders, in turn by
// their base names, so that a page and its side file stay together. The empty
// name is the sample, of which a whole folder comes too.
func cut(t *testing.T, folder string, n int) (whole string, parts []string) {
	t.Helper()
	files := os.DirFS(folder)
	if folder == "" {
		files = sample.Articles()
	}
	whole = t.TempDir()
	for range n {
		parts = append(parts, t.TempDir())
	}
	place := map[string]int{}
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		stem, _, _ := strings.Cut(path, ".")
		if _, known := place[stem]; !known {
			place[stem] = len(place) % n
		}
		for _, dir := range []string{whole, parts[place[stem]]} {
			target := filepath.Join(dir, filepath.FromSlash(path))
			if err := errors.Join(os.MkdirAll(filepath.Dir(target), 0o777), os.WriteFile(target, body, 0o666)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return whole, parts
}

func mergeOf(t *testing.T, cfg Config) (*output.Run, *Summary) {
	t.Helper()
	cfg.Out = filepath.Join(t.TempDir(), "merged")
	cfg.Workers = max(cfg.Workers, 1)
	summary, err := Merge(t.Context(), cfg, Options{})
	if err != nil {
		t.Fatal(err)
	}
	run, err := output.Open(cfg.Out)
	if err != nil {
		t.Fatal(err)
	}
	return run, summary
}

// sameFiles wants two runs to have the same files but for run.json and those
// left out.
func sameFiles(t *testing.T, what string, want, got *output.Run, except ...string) {
	t.Helper()
	a, b := published(t, want.Dir), published(t, got.Dir)
	if !slices.Equal(slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b))) {
		t.Errorf("%s: other files", what)
	}
	for name := range a {
		if !bytes.Equal(a[name], b[name]) && !slices.Contains(except, name) {
			t.Errorf("%s: %s has other bytes than that of one run (%d and %d)", what, name, len(b[name]), len(a[name]))
		}
	}
}

// TestMergeIsOneRun wants a run over all of an input and the merge of three
// runs over a third each to have the same bytes, in any order of the runs, by any number
// of workers, with records in memory or in a file, and by way of another merge.
func TestMergeIsOneRun(t *testing.T) {
	for _, folder := range texts() {
		t.Run("texts="+filepath.Base(folder), func(t *testing.T) {
			whole, parts := cut(t, folder, 3)
			want, wantSummary := runOn(t, Config{Inputs: []string{whole}})
			var dirs []string
			contradictions := int64(0)
			for _, part := range parts {
				run, _ := runOn(t, Config{Inputs: []string{part}})
				dirs = append(dirs, run.Dir)
				contradictions += run.Manifest.Dataset("contradictions").Rows
			}
			if all := want.Manifest.Dataset("contradictions").Rows; contradictions >= all {
				t.Errorf("the parts have %d contradictions, all together %d: nothing was found between them", contradictions, all)
			}
			merged, summary := mergeOf(t, Config{Inputs: dirs})
			sameFiles(t, "merged", want, merged)
			if merged.Manifest.RunID != want.Manifest.RunID {
				t.Errorf("run id %s, want %s", merged.Manifest.RunID, want.Manifest.RunID)
			}
			wantSummary.Out, wantSummary.Ignored = summary.Out, summary.Ignored
			if a, b := fmt.Sprintf("%+v", wantSummary), fmt.Sprintf("%+v", summary); a != b {
				t.Errorf("summary %s, want %s", b, a)
			}
			first, _ := mergeOf(t, Config{Inputs: dirs[:2]})
			slices.Reverse(dirs)
			reversed, _ := mergeOf(t, Config{Inputs: dirs, Memory: 1, Workers: 3})
			sameFiles(t, "in reverse, from a file", want, reversed)
			again, _ := mergeOf(t, Config{Inputs: []string{first.Dir, dirs[0]}})
			sameFiles(t, "merged twice", want, again)
		})
	}
}

// TestMergeOfOnePage wants of two pages with one uri that of the earlier run,
// as in one run over both; the claims, amounts and findings of the other go.
func TestMergeOfOnePage(t *testing.T) {
	line := func(url, text string) string {
		return fmt.Sprintf("{\"url\": %q, \"text\": %q}\n", "https://"+url, text)
	}
	french := strings.Repeat("Le boulanger fait le pain tous les jours de la semaine, et la boulangère vend le pain aux clients du village. ", 5)
	dir := write(t, map[string]string{
		"one.jsonl": line("a.example/x", "The baker bakes the bread every day. A baker earns $40,000 a year. The oven costs $5m.") +
			line("b.example/y", french) +
			line("c.example/z", "The pilot does not guide the ships. The baker bakes the bread, and the baker bakes the bread."),
		"two.jsonl": line("a.example/x", "The baker never bakes the bread. A baker earns $90,000 a year. The mill costs $7m.") +
			line("b.example/y", "The baker bakes the bread every day of the week.") +
			line("c.example/z", french) +
			line("d.example/z", "The pilot guides the ships. The baker does not bake the bread."),
	})
	inputs := []string{filepath.Join(dir, "one.jsonl"), filepath.Join(dir, "two.jsonl")}
	want, _ := runOn(t, Config{Inputs: inputs})
	one, _ := runOn(t, Config{Inputs: inputs[:1]})
	two, _ := runOn(t, Config{Inputs: inputs[1:]})
	merged, summary := mergeOf(t, Config{Inputs: []string{one.Dir, two.Dir}})
	// The report names the run, whose id has the bytes of the page left out.
	sameFiles(t, "merged", want, merged, "report.md", "report.html")
	if summary.Rejects() != 4 || want.Manifest.Dataset("contradictions").Rows == 0 {
		t.Errorf("%d rejects, %d contradictions", summary.Rejects(), want.Manifest.Dataset("contradictions").Rows)
	}
}

func TestMergeRefuses(t *testing.T) {
	_, parts := cut(t, "", 2)
	one, _ := runOn(t, Config{Inputs: parts[:1]})
	filtered, _ := runOn(t, Config{Inputs: parts[1:], Roles: []string{"CTO"}})
	older := filepath.Join("..", "output", "testdata", "schema1", "run")
	lists := write(t, map[string]string{"role-twins.tsv": "key\tsame\nbread-baker\tbaker\n"})
	for _, tt := range []struct {
		name string
		cfg  Config
		want string
	}{
		{"a run twice", Config{Inputs: []string{one.Dir, one.Dir}}, "are the same run"},
		{"other settings", Config{Inputs: []string{one.Dir, filtered.Dir}}, "other --roles"},
		{"an older schema", Config{Inputs: []string{one.Dir, older}}, "run it again to merge it"},
		{"no run", Config{Inputs: []string{t.TempDir()}}, "holds no finished run"},
		{"one of the runs", Config{Inputs: []string{one.Dir}, Out: one.Dir, Force: true}, "is one of the runs to merge"},
		{"other word lists", Config{Inputs: []string{one.Dir}, Lexicon: lists}, "word lists"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.cfg.Out == "" {
				tt.cfg.Out = filepath.Join(t.TempDir(), "merged")
			}
			tt.cfg.Workers = 1
			_, err := Merge(t.Context(), tt.cfg, Options{})
			var misuse Misuse
			if !errors.As(err, &misuse) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Merge = %v, want a misuse that says %q", err, tt.want)
			}
		})
	}
}
