// Package goldentest holds what tests of several stages share: a txtar archive
// of testdata has a sample page first, then what the stage makes of it. Only
// tests import it.
package goldentest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// Archives runs show on the page of each archive that a glob names, and
// compares what it returns with the rest of the archive, or with -update
// writes it there.
func Archives(t *testing.T, glob string, show func(t *testing.T, page txtar.File) []txtar.File) {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("goldens %s: %v, %v", glob, files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page, want := archive.Files[0], archive.Files[1:]
			got := show(t, page)
			if *update {
				archive.Files = append([]txtar.File{page}, got...)
				if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(texts(want), texts(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// texts returns the lines of each file under its name.
func texts(files []txtar.File) map[string][]string {
	named := map[string][]string{}
	for _, f := range files {
		named[f.Name] = strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n")
	}
	return named
}
