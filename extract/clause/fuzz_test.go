package clause_test

import (
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// tagset holds the tags that the fuzz target gives to words, right or wrong.
var tagset = []nlp.Tag{
	nlp.CC, nlp.CD, nlp.DT, nlp.EX, nlp.IN, nlp.JJ, nlp.JJR, nlp.MD, nlp.NN, nlp.NNP, nlp.NNS, nlp.PDT, nlp.POS, nlp.PRP, nlp.PRPS, nlp.RB, nlp.RP, nlp.TO,
	nlp.VB, nlp.VBD, nlp.VBG, nlp.VBN, nlp.VBP, nlp.VBZ, nlp.WDT, nlp.WP, nlp.WPS, nlp.WRB, nlp.TagOf(","), nlp.TagOf("``"), nlp.Untagged,
}

// FuzzGrammar reads any words under any tags: phrases must lie in the
// sentence, in order, and a reader must get on.
func FuzzGrammar(f *testing.F) {
	for _, text := range []string{
		"", "leads", "leads the team , never", "leading , and", "responsible for hiring , training and ( or", ") leads (",
		"ensures that the nurse and the doctor sign", "helps to make sure that it", "plans , directs , and controls the work of others",
		"is not only", "who whose which that what", "as well as", "in order to", "\" leads \" '", "set up and", "and and and , , ,",
	} {
		f.Add(text, []byte("lead"))
		f.Add(text, []byte{18, 3, 8, 0, 18, 28})
		f.Add(text, []byte{})
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string, tags []byte) {
		words := wordsUnder(text, tags)
		if len(words) > 300 {
			return
		}
		for i := range words {
			check(t, r.grammar, words, i)
		}
	})
}

// wordsUnder gives the words of a text the tags that the bytes choose, in
// turn; the greatest bytes make a word a title.
func wordsUnder(text string, tags []byte) []clause.Word {
	var words []clause.Word
	for i, word := range strings.Fields(text) {
		w := clause.Word{Lower: strings.ToLower(word), Role: -1, Span: corpus.Span{Start: i, End: i + 1}}
		if len(tags) > 0 {
			b := tags[i%len(tags)]
			w.Tag = tagset[int(b)%len(tagset)]
			if b > 240 {
				w.Tag, w.Role = nlp.NN, 0
			}
		}
		words = append(words, w)
	}
	return words
}

func check(t *testing.T, g *clause.Grammar, words []clause.Word, i int) {
	t.Helper()
	noun, tail := g.Noun(words, i), g.NounWithTail(words, i)
	if noun < i || tail < noun || tail > len(words) {
		t.Fatalf("phrases at %d end at %d and %d of %d words", i, noun, tail, len(words))
	}
	if v, ok := g.VerbGroupAt(words, i); ok && (v.First != i || v.Verb < i || v.Verb >= len(words)) {
		t.Fatalf("verb group at %d is %+v of %d words", i, v, len(words))
	}
	for _, form := range []clause.Form{clause.NoVerb, clause.Base, clause.Third, clause.Ing, clause.Past} {
		g.VerbAfterAnd(words, i, form)
	}
	g.Tail(words, i)
	verbs, end := g.Predicates(words, i)
	if len(verbs) == 0 || end <= i {
		t.Fatalf("predicates at %d are %v and end at %d", i, verbs, end)
	}
	ordered(t, "predicates", words, i, verbs, end)
	list, end := g.Nominals(words, i)
	if end < i || end == i && len(list) > 0 {
		t.Fatalf("nominals at %d are %v and end at %d", i, list, end)
	}
	ordered(t, "nominals", words, i, list, end)
}

// ordered holds that phrases follow each other between the word that they were
// read from and the end that was returned.
func ordered(t *testing.T, what string, words []clause.Word, from int, found []clause.Predicate, end int) {
	t.Helper()
	if end > len(words) {
		t.Fatalf("%s at %d end at %d of %d words", what, from, end, len(words))
	}
	at := from
	for _, p := range found {
		if p.First < at || p.Last <= p.First || p.Last > end || p.Verb >= p.Last || p.Verb >= 0 && p.Verb < p.First {
			t.Fatalf("%s at %d are %+v and end at %d of %d words", what, from, found, end, len(words))
		}
		at = p.Last
	}
}
