package roleclaims_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order is the total order of folders: a package imports only what stands
// before it.
var order = []string{
	"corpus/goldentest", "corpus/tooltest", "corpus/folder", "corpus/warc", "corpus/feed", "corpus", "corpus/html", "corpus/markdown", "corpus/fidelity", "corpus/decode", "corpus/read", "corpus/fetch", "corpus/sample",
	"extract/pattern", "extract/recent", "extract/wordnet", "extract/nlp", "extract/lexicon", "extract/role", "extract/clause", "extract/duty", "extract/place", "extract/money", "extract",
	"extract/contradict", "extract/eval",
	"output/browsertest", "output/report", "output/inspect", "output/explain", "output/verdict", "output", "output/review", "output/export", "pipeline", "cmd/roleclaims",
	"cmd/roleclaims-gen",
}

// doors says which packages alone may import a heavy dependency, tests aside.
var doors = map[string][]string{
	"github.com/PuerkitoBio/goquery":         {"corpus/html"},
	"golang.org/x/net/html":                  {"corpus/html"},
	"codeberg.org/readeck/go-readability/v2": {"corpus/html"},
	"github.com/yuin/goldmark":               {"corpus/markdown"},
	"github.com/internetarchive/gowarc":      {"corpus/warc"},
	"github.com/mmcdole/gofeed":              {"corpus/feed"},
	"net/http":                               {"corpus/fetch", "output/review"},
	"github.com/jdkato/prose/v2":             {"extract/nlp"},
	"github.com/parquet-go/parquet-go":       {"output"},
	"github.com/bsm/extsort":                 {"output"},
	"github.com/xuri/excelize/v2":            {"output/export"},
	"github.com/chromedp":                    {"output/browsertest"},
}

func TestImports(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && path != "." || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		place := slices.Index(order, folder)
		if place < 0 {
			t.Errorf("%s: folder %s has no place in the order", path, folder)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if own, ok := strings.CutPrefix(imported, "roleclaims/"); ok && slices.Index(order, own) >= place {
				t.Errorf("%s imports %s, which stands after it", path, own)
			}
			for heavy, allowed := range doors {
				if (imported == heavy || strings.HasPrefix(imported, heavy+"/")) && !slices.Contains(allowed, folder) {
					t.Errorf("%s imports %s; only %v may", path, imported, allowed)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
