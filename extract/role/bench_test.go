package role

import (
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("The CTO and the VP of Engineering of a larger company set the technical vision together, "+
		"while senior front-end developers look after the pages that its customers see every day. "+
		"It is often said that this takes a good deal of patience and a plan that people can follow. ", 20)
	inv := recognizer(b).Inventory(&corpus.Document{})
	var sentences [][]nlp.Token
	for _, span := range nlp.Sentences(text, corpus.Span{End: len(text)}) {
		sentences = append(sentences, nlp.Tokenize(nil, text, span))
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, tokens := range sentences {
			inv.Mentions(tokens)
		}
	}
}
