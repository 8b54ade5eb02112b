package pipeline

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roleclaims/extract/eval"
	"roleclaims/output"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// runOn runs the pipeline over inputs (none is the sample) into a folder of
// the test's own.
func runOn(t *testing.T, cfg Config) (*output.Run, *Summary) {
	t.Helper()
	if cfg.Out == "" {
		cfg.Out = filepath.Join(t.TempDir(), "run")
	}
	if cfg.Workers == 0 {
		cfg.Workers = 2
	}
	summary, err := Run(t.Context(), cfg, Options{})
	if err != nil {
		t.Fatal(err)
	}
	finished, err := output.Open(cfg.Out)
	if err != nil {
		t.Fatal(err)
	}
	return finished, summary
}

// noTexts skips a test that lacks the texts with answers, which lie beside the
// project and are promised nowhere.
func noTexts(t *testing.T) {
	t.Helper()
	t.Skip("SKIPPED, NOT TESTED: texts with answers (name their folder by ROLECLAIMS_SHARED)")
}

// write lays files out in a folder of the test's own.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// found reads a run back as eval wants it.
func found(t *testing.T, r *output.Run) eval.Found {
	t.Helper()
	all, err := Found(r)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// texts are the folders of articles that ROLECLAIMS_TEXTS names beside the
// sample, which is the empty name.
func texts() []string {
	return append([]string{""}, filepath.SplitList(strings.TrimSpace(os.Getenv("ROLECLAIMS_TEXTS")))...)
}

func inputsOf(folder string) []string {
	if folder == "" {
		return nil
	}
	return []string{folder}
}
