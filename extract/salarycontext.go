package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// maxLeadIn is the most bytes of a paragraph that introduces a list or table.
const maxLeadIn = 400

// maxItems is how far above an item its parent is looked for.
const maxItems = 200

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
	return append(context, p.headingsAbove(i)...)
}

// headingsAbove returns the headings in whose scope a block stands, innermost
// first.
func (p *payReading) headingsAbove(i int) []string {
	from := p.sentences[p.blocks[i].first].section
	if p.doc.Blocks[i].Kind == corpus.Heading {
		from = i - 1
	} else if from == p.above {
		return p.headings
	}
	var headings []string
	level := 7
	for k := from; k >= 0 && level > 1; k-- {
		if b := p.doc.Blocks[k]; b.Kind == corpus.Heading && b.Level < level {
			level = b.Level
			headings = append(headings, b.Span.Of(p.doc.Text))
		}
	}
	if p.doc.Blocks[i].Kind != corpus.Heading {
		p.above, p.headings = from, headings
	}
	return headings
}

// leadOf returns the block that leads into the one given: the paragraph or
// parent item right before its list or table, or a short question or line
// ending in a colon before a paragraph; -1 for none.
func (p *payReading) leadOf(i int) int {
	block := p.doc.Blocks[i]
	k := i - 1
	if block.Group > 0 {
		k = p.first[block.Group] - 1
		for parent := i - 1; parent > max(k, i-maxItems) && block.Level > 1; parent-- {
			if p.doc.Blocks[parent].Level < block.Level {
				return parent
			}
		}
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
