package decode_test

import (
	"context"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/read"
	"roleclaims/corpus/sample"
)

// BenchmarkDecode makes documents of the sample's pages; bytes are those of
// the files.
func BenchmarkDecode(b *testing.B) {
	inputs, err := read.FindFS(sample.Articles(), ".")
	if err != nil {
		b.Fatal(err)
	}
	var pages []corpus.Page
	var bytes int64
	for input := range inputs.Pages(context.Background(), strings.NewReader("")) {
		pages = append(pages, input.Page)
		bytes += int64(len(input.Page.Body))
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, page := range pages {
			if _, reject := decode.Decode(page); reject != nil {
				b.Fatal(reject)
			}
		}
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "docs/s")
}
