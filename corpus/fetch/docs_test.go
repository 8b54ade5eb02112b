package fetch_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestOutcomesAreDescribed wants docs/fetching.md to have a row for every
// outcome, and for no other word.
func TestOutcomesAreDescribed(t *testing.T) {
	source, err := os.ReadFile("outcome.go")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "fetching.md"))
	if err != nil {
		t.Fatal(err)
	}
	described := map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\|").FindAllStringSubmatch(string(page), -1) {
		described[row[1]] = true
	}
	for _, word := range regexp.MustCompile(`Outcome\s+= "([a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
		if !described[word[1]] {
			t.Errorf("docs/fetching.md has no row for %s", word[1])
		}
		delete(described, word[1])
	}
	for word := range described {
		t.Errorf("docs/fetching.md describes %s, which is no outcome", word)
	}
}
