package extract

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
	"roleclaims/extract/pattern"
)

// maxLeadIn is the most bytes of a paragraph that introduces a list or table.
const maxLeadIn = 400

// maxItems is how far above an item its parent is looked for.
const maxItems = 200

// Kinds of context.
const (
	fromHead    = "head"    // of a row or a column
	fromLead    = "lead-in" // right before a list or table
	fromNote    = "note"
	fromHeading = "heading"
)

// contextText is a text that says what the amounts of a block mean.
type contextText struct {
	*told
	kind  string
	place bool // a cell of a column of places
}

// contextOf returns the texts that say what a block's amounts mean, nearest
// first: a cell's heads, the paragraph that leads into a list or table, the
// notes in whose reach it stands, the headings above, innermost first.
func (p *payReading) contextOf(i int) []contextText {
	text := p.doc.Text
	block := p.doc.Blocks[i]
	var context []contextText
	if block.Kind == corpus.Cell {
		for k, head := range []corpus.Span{block.RowHead, block.ColHead} {
			if !head.Empty() && head != block.Span {
				place := k == 0 && placeHead.MatchString(p.headOf(i, 0))
				context = append(context, contextText{told: p.tell(head.Of(text)), kind: fromHead, place: place})
			}
		}
		context = append(context, p.tellingCells(i)...)
		if upper := p.upperHead(i); !upper.Empty() {
			context = append(context, contextText{told: p.tell(upper.Of(text)), kind: fromHead})
		}
	}
	lead := p.leadOf(i)
	if lead >= 0 {
		context = append(context, contextText{told: p.tell(p.doc.Blocks[lead].Span.Of(text)), kind: fromLead})
	}
	for _, n := range p.notesOn(i) {
		context = append(context, contextText{told: n, kind: fromNote})
	}
	for _, heading := range p.headingsAbove(i) {
		context = append(context, contextText{told: heading, kind: fromHeading})
	}
	return context
}

// contextFor returns the context that holds for a figure: notes speak of
// tables, lists and lines without words of pay, not of a statement made
// somewhere else on the page.
func (pass *passage) contextFor(i int) []contextText {
	if pass.underHeads(i) {
		return pass.context
	}
	return slices.DeleteFunc(slices.Clone(pass.context), func(c contextText) bool { return c.kind == fromNote })
}

// headingsAbove returns the headings in whose scope a block stands, innermost
// first.
func (p *payReading) headingsAbove(i int) []*told {
	from := p.sentences[p.blocks[i].first].section
	if p.doc.Blocks[i].Kind == corpus.Heading {
		from = i - 1
	} else if from == p.above {
		return p.headings
	}
	var headings []*told
	for from >= 0 && p.doc.Blocks[from].Kind != corpus.Heading {
		from--
	}
	for k := from; k >= 0; k = p.outer[k] {
		headings = append(headings, p.tell(p.doc.Blocks[k].Span.Of(p.doc.Text)))
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
	for block.Group == 0 && k > i-maxItems && p.listed(k) && p.listed(i) {
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

// listed reports whether a block is a line like an item: a label and an
// amount, without a full stop. In plain text such a line passes for a heading.
func (p *payReading) listed(i int) bool {
	if i < 0 || p.doc.Blocks[i].Kind != corpus.Paragraph && p.doc.Blocks[i].Kind != corpus.Heading || p.doc.Blocks[i].Span.Len() > maxListed {
		return false
	}
	listed, ok := p.lines[i]
	if !ok {
		span := p.doc.Blocks[i].Span
		text := span.Of(p.doc.Text)
		// Most lines end as sentences do, which is seen without the expression.
		listed = strings.TrimRight(text, ".!?") == text && listedLine.MatchString(text) && len(p.pay.money.Find(p.doc.Text, span)) > 0
		p.lines[i] = listed
	}
	return listed
}

// maxListed is the most bytes of a line like an item.
const maxListed = 160

// listedLine is a label and what it says, without a full stop.
var listedLine = pattern.MustCompile(`^[^.:]{1,80}(?::| [–—-] ).*[^.!?]$`)

// rolesNamed returns the keys of the roles named in a text that need not be
// part of the document.
func (p *payReading) rolesNamed(text string) []string {
	t := p.tell(text)
	return t.roles.get(func() []string { return keysOf(p.roles.Mentions(nlp.Tokenize(nil, text, t.whole()))) })
}
