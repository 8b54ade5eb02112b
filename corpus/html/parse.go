package html

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"roleclaims/corpus"
)

// MaxElements is how many elements a page may have. It bounds the time that a
// page takes: a clock would make what is rejected a matter of the machine.
const MaxElements = 100_000

// Why a page has no content.
var (
	// ErrTooDeep says that elements nest deeper than the parser follows.
	ErrTooDeep = errors.New("elements nest too deep")
	// ErrTooMany says that a page has more than MaxElements.
	ErrTooMany = errors.New("too many elements")
	// ErrNoArticle says that nothing but furniture was found.
	ErrNoArticle = errors.New("no article text found")
)

// Parse reads a whole page; contentType is the header that came with it, "" for
// none. The error is ErrTooDeep, ErrTooMany or ErrNoArticle, wrapped.
func Parse(body []byte, contentType string) (corpus.Content, error) {
	doc, all, err := parse(decode(body, contentType))
	if err != nil {
		return corpus.Content{}, err
	}
	names := make(names)
	meta := readMeta(doc, names)
	open(all, names)
	strip(doc, all, names)
	region := findRegion(doc)
	if region == nil {
		return corpus.Content{}, ErrNoArticle
	}
	w := &walker{keep: region.keep}
	w.title(region.title)
	w.walk(region.root, place{kind: corpus.Paragraph})
	w.flush(place{kind: corpus.Paragraph})
	content := w.out.Content()
	if content.Text == "" {
		return corpus.Content{}, ErrNoArticle
	}
	headline(&content, first(meta.Title, meta.window))
	content.Meta, content.URL, content.Lang = meta.Meta, meta.url, meta.lang
	content.Meta.Title = first(meta.Title, firstHeading(content), meta.window)
	return content, nil
}

// Fragment reads markup that is all article, as a Markdown renderer writes it:
// no region is sought and no furniture dropped. The error is ErrTooDeep.
func Fragment(markup string) (corpus.Content, error) {
	doc, _, err := parse([]byte(markup))
	if err != nil {
		return corpus.Content{}, err
	}
	w := &walker{}
	w.walk(doc, place{kind: corpus.Paragraph})
	w.flush(place{kind: corpus.Paragraph})
	return w.out.Content(), nil
}

// parse returns the tree of a page, and its elements in their order.
func parse(markup []byte) (doc *html.Node, all []*html.Node, err error) {
	doc, err = html.Parse(bytes.NewReader(markup))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrTooDeep, err)
	}
	all = make([]*html.Node, 0, bytes.Count(markup, []byte("<"))/2+4)
	all = slices.AppendSeq(all, elements(doc))
	if len(all) > MaxElements {
		return nil, nil, fmt.Errorf("%w: %d, the limit is %d", ErrTooMany, len(all), MaxElements)
	}
	return doc, all, nil
}

// titleParts are what parts an article's title from the site's in the title of
// a window.
var titleParts = regexp.MustCompile(`\s+(?:[|–—»·:]+|-{1,2})\s+`)

// headline makes a heading of the first block where it is a paragraph that says
// the title, or the article's part of it.
func headline(c *corpus.Content, title string) {
	if len(c.Blocks) == 0 || c.Blocks[0].Kind != corpus.Paragraph || title == "" {
		return
	}
	said := c.Blocks[0].Span.Of(c.Text)
	if strings.EqualFold(said, title) || len(strings.Fields(said)) > 2 && slices.ContainsFunc(titleParts.Split(title, -1), func(part string) bool {
		return strings.EqualFold(said, part)
	}) {
		c.Blocks[0].Kind, c.Blocks[0].Level = corpus.Heading, 1
	}
}

// firstHeading returns the text of the first heading of rank 1, or "".
func firstHeading(c corpus.Content) string {
	for _, block := range c.Blocks {
		if block.Kind == corpus.Heading && block.Level == 1 {
			return block.Span.Of(c.Text)
		}
	}
	return ""
}
