package clause_test

import (
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
)

// reader tags sentences for the tests of this package.
type reader struct {
	grammar *clause.Grammar
	tagger  *nlp.Tagger
}

func newReader(t testing.TB) *reader {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &reader{grammar: clause.New(lex), tagger: model.NewTagger()}
}

// sentence is a tagged text and the word at which the test begins.
type sentence struct {
	text  string
	words []clause.Word
	start int
}

// read tags a text. A bar stands before the word at which the test begins, and
// braces hold a title, which is one word: "The {head chef} |plans the menu".
// The tagger sees "he" for a title, as it does in package extract.
func (r *reader) read(marked string) sentence {
	bar := strings.IndexByte(strings.NewReplacer("{", "", "}", "").Replace(marked), '|')
	text := strings.NewReplacer("{", "", "}", "", "|", "").Replace(marked)
	roles := bracketed(strings.ReplaceAll(marked, "|", ""))
	s := sentence{text: text}
	var input []*nlp.Word
	for _, token := range nlp.Tokenize(nil, text, corpus.Span{End: len(text)}) {
		if len(roles) > 0 && roles[0].Contains(token.Span) {
			if token.Span.Start == roles[0].Start {
				s.words = append(s.words, clause.Word{Span: roles[0], Lower: strings.ToLower(roles[0].Of(text)), Role: 0})
				input = append(input, nlp.WordOf("he"))
			}
			if token.Span.End == roles[0].End {
				roles = roles[1:]
			}
			continue
		}
		s.words = append(s.words, clause.Word{Span: token.Span, Lower: strings.ToLower(token.Text), Role: -1})
		input = append(input, token.Word)
	}
	tags := make([]nlp.Tag, len(input))
	r.tagger.Tag(input, tags)
	for i := range s.words {
		s.words[i].Tag = tags[i]
		if s.words[i].Role >= 0 {
			s.words[i].Tag = nlp.NN
		}
		if bar > 0 && s.words[i].Span.Start < bar {
			s.start = i + 1
		}
	}
	return s
}

// bracketed returns where the parts in braces stand once the braces are gone.
func bracketed(marked string) []corpus.Span {
	var found []corpus.Span
	gone := 0
	for i := range len(marked) {
		switch marked[i] {
		case '{':
			found = append(found, corpus.Span{Start: i - gone})
			gone++
		case '}':
			found[len(found)-1].End = i - gone
			gone++
		}
	}
	return found
}

// phrase returns the text of the words [first, last).
func (s sentence) phrase(first, last int) string {
	if first >= last {
		return ""
	}
	return s.text[s.words[first].Span.Start:s.words[last-1].Span.End]
}

// phrases returns the texts of predicates.
func (s sentence) phrases(found []clause.Predicate) []string {
	var texts []string
	for _, p := range found {
		texts = append(texts, s.phrase(p.First, p.Last))
	}
	return texts
}

// tags shows how the words were tagged, for messages.
func (s sentence) tags() string {
	var out strings.Builder
	for _, w := range s.words {
		out.WriteString(w.Lower + "/" + w.Tag.String() + " ")
	}
	return out.String()
}
