package lexicon

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A linguist finds a word by looking where it would stand, so files are kept
// sorted; a blank field or a stray space is a slip.
func TestEmbeddedTablesAreTidy(t *testing.T) {
	names, err := fs.Glob(embedded, "data/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		body, err := fs.ReadFile(embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		head := true
		for i, line := range strings.Split(strings.TrimSuffix(string(body), "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			if line == "" || strings.TrimSpace(line) != line && !strings.HasSuffix(line, "\t") {
				t.Errorf("%s:%d: blank line or space at an end", name, i+1)
			}
			if head {
				head = false
				continue
			}
			keys = append(keys, strings.Split(line, "\t")[0])
		}
		if !slices.IsSorted(keys) {
			for i := 1; i < len(keys); i++ {
				if keys[i-1] > keys[i] {
					t.Errorf("%s: %q stands before %q", name, keys[i-1], keys[i])
				}
			}
		}
	}
}

func TestOverlay(t *testing.T) {
	tests := []struct {
		name, file, body, wantErr string
	}{
		{"adds a row", "grades.tsv", "grade\nzesty\n", ""},
		{"unknown table", "nonsense.tsv", "word\nx\n", "no table of ours"},
		{"upper case key", "grades.tsv", "grade\nSenior\n", "grades.tsv:2"},
		{"row of other width", "grades.tsv", "grade\na\tb\n", "2 columns, want 1"},
		{"other columns", "grades.tsv", "word\nx\n", "want [\"grade\"]"},
		{"key twice", "grades.tsv", "grade\nx\nx\n", "stands twice"},
	}
	base, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lex, err := Load(fstest.MapFS{tt.file: {Data: []byte(tt.body)}})
			if tt.wantErr != "" {
				if err == nil || !strings.Contains(err.Error(), tt.wantErr) {
					t.Fatalf("Load = %v, want an error with %q", err, tt.wantErr)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !lex.Set("grades")["zesty"] || !lex.Set("grades")["acting"] {
				t.Errorf("Set(grades) lacks the overlay's row or the embedded one")
			}
			if lex.Digest() == base.Digest() {
				t.Errorf("Digest is the same with and without the overlay")
			}
		})
	}
}
