package html

import (
	"roleclaims/corpus"
)

// Element is one heading, paragraph, list item or cell of a page as its source
// has it, furniture and all.
type Element struct {
	Kind corpus.BlockKind // Heading (h2 to h6), Paragraph, Item or Cell
	Text string           // white space collapsed, without marks of footnotes
}

// elementKinds says what the elements are that a page is measured by. A page's
// h1 is its title, which is no part of what it says.
var elementKinds = map[string]corpus.BlockKind{
	"h2": corpus.Heading, "h3": corpus.Heading, "h4": corpus.Heading, "h5": corpus.Heading, "h6": corpus.Heading,
	"p": corpus.Paragraph, "li": corpus.Item, "td": corpus.Cell, "th": corpus.Cell,
}

// Elements returns the elements of a page in their order, outer ones before
// those within them: what Parse is measured by. The error is ErrTooDeep.
func Elements(body []byte) ([]Element, error) {
	_, all, err := parse(decode(body, ""))
	if err != nil {
		return nil, err
	}
	var found []Element
	for _, n := range all {
		if kind, ok := elementKinds[n.Data]; ok {
			if text := textOfRuns((&walker{}).inline(n)); hasWord(text) {
				found = append(found, Element{kind, text})
			}
		}
	}
	return found, nil
}
