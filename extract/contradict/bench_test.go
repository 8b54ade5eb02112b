package contradict_test

import (
	"context"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/read"
	"roleclaims/corpus/sample"
	"roleclaims/extract"
	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
)

// BenchmarkRecords makes the records of the sample's claims; bytes are those
// of the articles' canonical text.
func BenchmarkRecords(b *testing.B) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		b.Fatal(err)
	}
	x, err := extract.New(lex, extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, err := contradict.New(lex)
	if err != nil {
		b.Fatal(err)
	}
	inputs, err := read.FindFS(sample.Articles(), ".")
	if err != nil {
		b.Fatal(err)
	}
	var docs []*corpus.Document
	var claims []extract.Claims
	var bytes int64
	for input := range inputs.Pages(context.Background(), strings.NewReader("")) {
		doc, reject := decode.Decode(input.Page)
		if reject != nil {
			b.Fatal(reject)
		}
		docs, claims = append(docs, doc), append(claims, x.Extract(doc))
		bytes += int64(len(doc.Text))
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for i, doc := range docs {
			r.Records(doc, &claims[i])
		}
	}
	b.ReportMetric(float64(b.N*len(docs))/b.Elapsed().Seconds(), "docs/s")
}
