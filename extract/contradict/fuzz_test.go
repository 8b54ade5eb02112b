package contradict

import (
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// Whatever the text and the spans: no panic, and every record stands where
// its claim does and has a key.
func FuzzRecords(f *testing.F) {
	f.Add("Unlike the nurse, the doctor may not prescribe drugs if needed. On the other hand, nurses do.", 27, 56, 0, 62)
	f.Add("L’é, while –", 0, 3, 0, 14)
	f.Add("", 0, 0, 0, 0)
	f.Add("It is a myth that editors write", -4, 99, 5, 2)
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string, start, end, from, to int) {
		doc := &corpus.Document{ID: "d", URI: "d", Source: "d", Text: text}
		c := extract.Responsibility{ID: "c", Role: "nurse", Polarity: extract.Asserted}
		c.Span, c.Sentence = corpus.Span{Start: start, End: end}, corpus.Span{Start: from, End: to}
		var fold Fold
		for _, rec := range r.Records(doc, &extract.Claims{Responsibilities: []extract.Responsibility{c}}) {
			if rec.Key == "" || rec.Start != start || rec.End != end || rec.Claim != "c" {
				t.Errorf("record %+v", rec)
			}
			fold.Add(rec)
		}
		fold.Detect(Env{Places: r.places})
	})
}

func BenchmarkFold(b *testing.B) {
	list := records(2000)
	for b.Loop() {
		var f Fold
		for _, r := range list {
			f.Add(r)
		}
		f.Detect(Env{})
	}
	b.ReportMetric(float64(len(list)*b.N)/b.Elapsed().Seconds(), "records/s")
}
