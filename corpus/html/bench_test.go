package html_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"codeberg.org/readeck/go-readability/v2"
	nethtml "golang.org/x/net/html"

	"roleclaims/corpus/html"
	"roleclaims/corpus/tooltest"
)

// sites returns pages in the manner of site builders, or those of the folder
// that ROLECLAIMS_PAGES names.
func sites(tb testing.TB) [][]byte {
	tb.Helper()
	pattern := filepath.Join("..", "fidelity", "testdata", "sites", "*", "html", "*.html")
	if folder := os.Getenv("ROLECLAIMS_PAGES"); folder != "" {
		pattern = filepath.Join(folder, "*.html")
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		tb.Fatalf("no pages match %s: %v", pattern, err)
	}
	var pages [][]byte
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

// BenchmarkPage sets Parse beside readability's own work on the same pages, both
// from bytes: pages per second of processor time.
func BenchmarkPage(b *testing.B) {
	pages := sites(b)
	for _, bench := range []struct {
		name string
		read func([]byte) error
	}{
		{"readability", func(page []byte) error {
			doc, err := nethtml.Parse(bytes.NewReader(page))
			if err != nil {
				return err
			}
			parser := readability.NewParser()
			_, err = parser.ParseDocument(doc, nil)
			return err
		}},
		{"ours", func(page []byte) error {
			_, err := html.Parse(page, "")
			return err
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			begin := tooltest.CPUTime(b)
			for b.Loop() {
				for _, page := range pages {
					if err := bench.read(page); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.N*len(pages))/(tooltest.CPUTime(b)-begin).Seconds(), "pages/cpu-s")
		})
	}
}
