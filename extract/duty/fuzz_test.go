package duty

import (
	"slices"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// Whatever the words and tags: no panic, no end of duties, and keys of two
// halves without white space at their ends.
func FuzzDuties(f *testing.F) {
	for _, seed := range []string{
		"manages the budget", "not as involved in the day-to-day maintenance of hardware and software", "to to of of and and , ,",
		"ensure that", "makes decisions about", "the company’s", "R & D and R & D", "no no never not", "co-", "of the of the of the of", "'s 's 's",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	r := reader(f)
	model, err := nlp.Load()
	if err != nil {
		f.Fatal(err)
	}
	tagger := model.NewTagger()
	f.Fuzz(func(t *testing.T, text string, nominal bool) {
		tokens := nlp.Tokenize(nil, text, corpus.Span{End: len(text)})
		words := make([]*nlp.Word, len(tokens))
		for i, token := range tokens {
			words[i] = token.Word
		}
		tags := make([]nlp.Tag, len(tokens))
		tagger.Tag(words, tags)
		for _, tagged := range []bool{false, true} {
			for i := range tokens {
				tokens[i].Tag = nlp.Untagged
				if tagged {
					tokens[i].Tag = tags[i]
				}
			}
			duties := r.Duties(tokens, nominal)
			if len(duties) > maxWords*maxWords {
				t.Errorf("%d duties of %d tokens", len(duties), len(tokens))
			}
			for _, d := range duties {
				if key := d.Key(); key != strings.TrimSpace(key) || key != "" && !strings.Contains(key, ":") {
					t.Errorf("key %q", key)
				}
				if !slices.IsSorted(d.Mods) || !slices.IsSorted(d.Tail) {
					t.Errorf("modifiers %q and %q are not sorted", d.Mods, d.Tail)
				}
			}
			if frame := r.Frame(tokens, nominal); frame.Topic == "" {
				t.Error("no topic")
			}
		}
	})
}
