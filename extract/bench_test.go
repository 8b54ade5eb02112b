package extract_test

import (
	"context"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/read"
	"roleclaims/corpus/sample"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
)

// BenchmarkExtract reads the sample's articles one after the other, on one
// thread; bytes are those of their canonical text.
func BenchmarkExtract(b *testing.B) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		b.Fatal(err)
	}
	x, err := extract.New(lex, extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	inputs, err := read.FindFS(sample.Articles(), ".")
	if err != nil {
		b.Fatal(err)
	}
	var docs []*corpus.Document
	var bytes int64
	for input := range inputs.Pages(context.Background(), strings.NewReader("")) {
		doc, reject := decode.Decode(input.Page)
		if reject != nil {
			b.Fatal(reject)
		}
		docs = append(docs, doc)
		bytes += int64(len(doc.Text))
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			x.Extract(doc)
		}
	}
	b.ReportMetric(float64(b.N*len(docs))/b.Elapsed().Seconds(), "docs/s")
}
