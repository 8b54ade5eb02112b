package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// maxLeadIn is the most bytes of a paragraph that introduces a list or table.
const maxLeadIn = 400

// contextOf returns the texts that say what a block's amounts mean, nearest
// first: a cell's heads, the paragraph that leads into a list or table, and
// the headings above, innermost first, but for the title's level.
func (p *payReading) contextOf(i int) []string {
	text := p.doc.Text
	block := p.doc.Blocks[i]
	var context []string
	if block.Kind == corpus.Cell {
		for _, head := range []corpus.Span{block.RowHead, block.ColHead} {
			if !head.Empty() && head != block.Span {
				context = append(context, head.Of(text))
			}
		}
	}
	if lead := p.leadOf(i); lead >= 0 {
		context = append(context, p.doc.Blocks[lead].Span.Of(text))
	}
	level := 7
	for k := i - 1; k >= 0; k-- {
		b := p.doc.Blocks[k]
		if b.Kind == corpus.Heading && b.Level < level {
			level = b.Level
			context = append(context, b.Span.Of(text))
		}
	}
	return context
}

// leadOf returns the block that leads into the one given: the paragraph or
// parent item right before its list or table, or a short question or line
// ending in a colon before a paragraph; -1 for none.
func (p *payReading) leadOf(i int) int {
	block := p.doc.Blocks[i]
	k := i - 1
	for k >= 0 && block.Group > 0 && p.doc.Blocks[k].Group == block.Group {
		if block.Kind == corpus.Item && p.doc.Blocks[k].Level < block.Level {
			return k
		}
		k--
	}
	if k < 0 || p.doc.Blocks[k].Kind != corpus.Paragraph || p.doc.Blocks[k].Span.Len() > maxLeadIn {
		return -1
	}
	text := strings.TrimSpace(p.doc.Blocks[k].Span.Of(p.doc.Text))
	opens := strings.HasSuffix(text, ":") || strings.HasSuffix(text, "?") && len(strings.Fields(text)) < 16
	if block.Group == 0 && !opens {
		return -1
	}
	return k
}

// rolesNamed returns the keys of the roles named in a text that need not be
// part of the document.
func (p *payReading) rolesNamed(text string) []string {
	return keysOf(p.roles.Mentions(nlp.Tokenize(nil, text, corpus.Span{End: len(text)})))
}
