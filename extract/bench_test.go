package extract_test

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/read"
	"roleclaims/corpus/tooltest"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
	"roleclaims/pipeline"
)

// BenchmarkExtract reads articles one after the other, on one thread: plain prose
// (testdata/prose) and the sample, which has a claim every hundred bytes, or the
// articles of the folder that the environment variable TEXTS names. The collector
// of garbage runs as often as it does in roleclaims. Bytes are those of canonical
// text; MB/cpu-s, for which this needs Unix, counts only the time that the
// processor worked for the benchmark, which a busy machine changes less.
func BenchmarkExtract(b *testing.B) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		b.Fatal(err)
	}
	x, err := extract.New(lex, extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(pipeline.GCPercent))
	}
	if folder := os.Getenv("TEXTS"); folder != "" {
		benchmarkExtract(b, x, folder)
		return
	}
	b.Run("prose", func(b *testing.B) { benchmarkExtract(b, x, "testdata/prose") })
	b.Run("sample", func(b *testing.B) { benchmarkExtract(b, x, "../corpus/sample/articles") })
}

func benchmarkExtract(b *testing.B, x *extract.Extractor, folder string) {
	docs, bytes := articles(b, folder)
	for _, doc := range docs { // what is compiled and remembered with the first articles
		x.Extract(doc)
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	var worked time.Duration
	for b.Loop() {
		if worked == 0 {
			worked = -tooltest.CPUTime(b)
		}
		for _, doc := range docs {
			x.Extract(doc)
		}
	}
	worked += tooltest.CPUTime(b)
	b.ReportMetric(float64(b.N*len(docs))/b.Elapsed().Seconds(), "docs/s")
	b.ReportMetric(float64(b.N)*float64(bytes)/1e6/worked.Seconds(), "MB/cpu-s")
}

// articles returns the documents of a folder and the length of their text.
func articles(b *testing.B, folder string) (docs []*corpus.Document, bytes int64) {
	inputs, err := read.Find([]string{folder})
	if err != nil {
		b.Fatal(err)
	}
	for input := range inputs.Pages(context.Background(), strings.NewReader("")) {
		doc, reject := decode.Decode(input.Page)
		if reject != nil {
			b.Logf("not read: %v", reject)
			continue
		}
		docs = append(docs, doc)
		bytes += int64(len(doc.Text))
	}
	return docs, bytes
}
