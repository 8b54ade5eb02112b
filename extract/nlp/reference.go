package nlp

import (
	"fmt"
	"strings"

	"github.com/jdkato/prose/v2"
)

// Reference tags with prose's own API, thirty times slower than a Tagger: it
// is what a Tagger is compared with. In a sentence that has a word twice
// prose gives the first the tag of the second, and it takes quotes for words.
type Reference struct{ model *prose.Model }

// NewReference decodes prose's model.
func NewReference() (*Reference, error) {
	doc, err := prose.NewDocument("x", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil, fmt.Errorf("nlp: prose: %w", err)
	}
	return &Reference{model: doc.Model}, nil
}

// Tag sets tags[i] to the part of speech of words[i]. It fails on words that
// prose would cut again, such as one with a quote at its end.
func (r *Reference) Tag(words []string, tags []Tag) error {
	joined := make([]string, len(words))
	for i, word := range words {
		if joined[i] = plain(word); joined[i] == "``" || joined[i] == "''" {
			joined[i] = `"`
		}
	}
	doc, err := prose.NewDocument(strings.Join(joined, " "), prose.UsingModel(r.model),
		prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return fmt.Errorf("nlp: prose: %w", err)
	}
	tokens := doc.Tokens()
	if len(tokens) != len(words) {
		return fmt.Errorf("nlp: prose cuts %d words to %d", len(words), len(tokens))
	}
	for i, token := range tokens {
		if token.Text != joined[i] {
			return fmt.Errorf("nlp: prose reads %q as %q", joined[i], token.Text)
		}
		tags[i] = TagOf(token.Tag)
	}
	return nil
}
