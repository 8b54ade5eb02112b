// Package markdown turns Markdown into canonical text with blocks: front
// matter gives the meta data, goldmark reads the rest, and the walker of
// package html makes the blocks, so that both formats, and the HTML within
// Markdown, follow the same rules. It does not run shortcodes or templates.
package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"roleclaims/corpus"
	pages "roleclaims/corpus/html"
)

// templateTag matches what the generators of static sites put among Markdown:
// Liquid and Hugo tags, attribute lists of kramdown, labels of MyST.
var templateTag = regexp.MustCompile(`\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\}|(?m:^\([\w:.-]+\)=[ \t]*$)|(?m:^[ \t]*:::.*$)`)

// Parse reads a Markdown page. The error is ErrTooDense, or html.ErrTooDeep for
// nesting too deep for the HTML parser, wrapped.
func Parse(body []byte) (corpus.Content, error) {
	text := corpus.CleanText(body)
	meta, text := frontMatter(text)
	if dense(text) {
		return corpus.Content{}, fmt.Errorf("%w: the limit is %d", ErrTooDense, maxMarks)
	}
	var markup bytes.Buffer
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.DefinitionList, extension.Strikethrough, extension.TaskList, extension.Footnote),
		goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(untag(text)), &markup); err != nil {
		return corpus.Content{}, fmt.Errorf("render markdown: %w", err)
	}
	content, err := pages.Fragment(markup.String())
	if err != nil {
		return corpus.Content{}, err
	}
	content.Meta = meta
	if content.Meta.Title == "" {
		content.Meta.Title = title(content)
	}
	return content, nil
}

// untag takes template tags out, but not from code.
func untag(text string) string {
	var out strings.Builder
	code := false
	for line := range strings.Lines(text) {
		if fence := strings.TrimSpace(line); strings.HasPrefix(fence, "```") || strings.HasPrefix(fence, "~~~") {
			code = !code
		}
		if !code {
			line = templateTag.ReplaceAllString(line, "")
		}
		out.WriteString(line)
	}
	return out.String()
}

// title returns the first block where it is a heading.
func title(c corpus.Content) string {
	if len(c.Blocks) > 0 && c.Blocks[0].Kind == corpus.Heading {
		return c.Blocks[0].Span.Of(c.Text)
	}
	return ""
}
