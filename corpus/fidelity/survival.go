package fidelity

import (
	"regexp"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/html"
)

// Kinds are the kinds of element whose survival is counted, in the order in
// which they are shown.
var Kinds = []corpus.BlockKind{corpus.Heading, corpus.Paragraph, corpus.Item, corpus.Cell}

// Survival counts elements of the source that stand in the true text of the
// article, word for word.
type Survival struct {
	Elements int // of these there are
	Text     int // so many have their text in ours
	Kind     int // so many in blocks of their own kind
}

// Add adds the counts of another page.
func (s *Survival) Add(t Survival) {
	s.Elements += t.Elements
	s.Text += t.Text
	s.Kind += t.Kind
}

// TextShare returns the share of elements whose text survives, and whether
// there are any.
func (s Survival) TextShare() (share float64, ok bool) { return of(s.Text, s.Elements) }

// KindShare returns the share of elements that survive as what they are.
func (s Survival) KindShare() (share float64, ok bool) { return of(s.Kind, s.Elements) }

// survival counts the elements of a page by kind.
func survival(elements []html.Element, want string, got corpus.Content) map[corpus.BlockKind]Survival {
	truth, ours := flat(want), flat(got.Text)
	texts := make(map[corpus.BlockKind]*strings.Builder)
	for _, kind := range Kinds {
		texts[kind] = &strings.Builder{}
	}
	for _, block := range got.Blocks {
		said := block.Span.Of(got.Text) + "\n"
		if block.Kind != corpus.Heading {
			texts[corpus.Paragraph].WriteString(said) // the paragraphs of items, cells and quotes
		}
		if text, ok := texts[block.Kind]; ok && block.Kind != corpus.Paragraph {
			text.WriteString(said)
		}
	}
	byKind := make(map[corpus.BlockKind]string)
	for kind, text := range texts {
		byKind[kind] = flat(text.String())
	}
	counts := make(map[corpus.BlockKind]Survival)
	for _, e := range elements {
		text := flat(e.Text)
		if text == "" || !strings.Contains(truth, text) {
			continue
		}
		count := Survival{Elements: 1}
		if strings.Contains(ours, text) {
			count.Text = 1
		}
		if strings.Contains(byKind[e.Kind], text) {
			count.Kind = 1
		}
		sum := counts[e.Kind]
		sum.Add(count)
		counts[e.Kind] = sum
	}
	return counts
}

// mark matches the marks of footnotes and of a wiki's editors, which are no
// words of an article.
var mark = regexp.MustCompile(`\[(?:\d{1,3}|[a-z]|note \d{1,3}|edit|citation needed)\]`)

// flat returns the words of a text between single blanks, marks left out, so that
// one flat text holds another only where whole words agree; "" for no words.
func flat(text string) string {
	found := words(mark.ReplaceAllString(text, " "))
	if len(found) == 0 {
		return ""
	}
	return " " + strings.Join(found, " ") + " "
}
