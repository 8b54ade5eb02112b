package html

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"roleclaims/corpus"
)

// Why a page has no content.
var (
	// ErrTooDeep says that elements nest deeper than the parser follows.
	ErrTooDeep = errors.New("elements nest too deep")
	// ErrNoArticle says that nothing but furniture was found.
	ErrNoArticle = errors.New("no article text found")
)

// Parse reads a whole page. The error is ErrTooDeep or ErrNoArticle, wrapped.
func Parse(body []byte) (corpus.Content, error) {
	doc, err := parse(decode(body))
	if err != nil {
		return corpus.Content{}, err
	}
	meta := readMeta(doc)
	open(doc)
	strip(doc)
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
	doc, err := parse(markup)
	if err != nil {
		return corpus.Content{}, err
	}
	w := &walker{}
	w.walk(doc, place{kind: corpus.Paragraph})
	w.flush(place{kind: corpus.Paragraph})
	return w.out.Content(), nil
}

func parse(markup string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTooDeep, err)
	}
	return doc, nil
}

// decode returns the page in UTF-8. What already is UTF-8 stays as it is,
// whatever its head declares: pages are often converted on their way and keep
// the old declaration.
func decode(body []byte) string {
	utf16 := bytes.HasPrefix(body, []byte("\xff\xfe")) || bytes.HasPrefix(body, []byte("\xfe\xff"))
	if !utf16 && !utf8.Valid(body) {
		encoding, _, _ := charset.DetermineEncoding(body, "")
		if decoded, err := encoding.NewDecoder().Bytes(body); err == nil {
			body = decoded
		}
	}
	return corpus.CleanText(body)
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
