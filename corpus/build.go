package corpus

import (
	"strings"
	"unicode"
)

// Content is what a parser makes of one page: its canonical text with blocks,
// and what the page says of itself. Parsers of all formats return it.
type Content struct {
	Text   string
	Blocks []Block
	Meta   Meta   // as stated by the page, empty fields where it is silent
	URL    string // canonical address that the page names, "" without one
	Lang   string // language that the page declares, "" without one
}

// Run is a piece of a block's text, set in bold or not.
type Run struct {
	Text   string
	Strong bool
}

// Builder puts the canonical text of a marked-up page together, block by
// block. The zero value is an empty page.
type Builder struct {
	text   strings.Builder
	blocks []Block
}

// Add appends a block made of runs and returns the span of its text. White
// space is collapsed and characters that do not show are dropped; where
// nothing is left no block is added and the span is empty. The caller sets all
// fields of the block but Span and Strong.
func (b *Builder) Add(block Block, runs []Run) Span {
	text, strong := join(runs)
	if text == "" {
		return Span{}
	}
	b.text.WriteString(b.gap(block))
	start := b.text.Len()
	b.text.WriteString(text)
	block.Span = Span{start, b.text.Len()}
	block.Strong = nil
	for _, s := range strong {
		block.Strong = append(block.Strong, Span{start + s.Start, start + s.End})
	}
	b.blocks = append(b.blocks, block)
	return block.Span
}

// Content returns what was added so far.
func (b *Builder) Content() Content {
	return Content{Text: b.text.String(), Blocks: b.blocks}
}

// Last returns the block added last, or the zero Block.
func (b *Builder) Last() Block {
	if len(b.blocks) == 0 {
		return Block{}
	}
	return b.blocks[len(b.blocks)-1]
}

// gap returns what parts the next block from the one before: a blank between
// the pieces of a cell, a tab between cells, a line end between rows, a blank
// line elsewhere.
func (b *Builder) gap(next Block) string {
	last := b.Last()
	switch {
	case len(b.blocks) == 0:
		return ""
	case next.Kind != Cell || last.Kind != Cell || next.Group != last.Group:
		return "\n\n"
	case next.Row != last.Row:
		return "\n"
	case next.Col != last.Col:
		return "\t"
	default:
		return " "
	}
}

// join collapses the white space of runs and returns the text with the spans
// in bold, merged where only a blank parts them.
func join(runs []Run) (string, []Span) {
	var text strings.Builder
	var strong []Span
	blank := false
	for _, run := range runs {
		for _, r := range run.Text {
			if unicode.IsSpace(r) {
				blank = text.Len() > 0
				continue
			}
			if invisible(r) {
				continue
			}
			if blank {
				text.WriteByte(' ')
			}
			start := text.Len()
			text.WriteRune(r)
			if run.Strong {
				strong = grow(strong, Span{start, text.Len()}, blank)
			}
			blank = false
		}
	}
	return text.String(), strong
}

// grow adds a bold rune to the spans, lengthening the last one where the rune
// follows on it at once or after one blank.
func grow(spans []Span, s Span, blank bool) []Span {
	before := s.Start
	if blank {
		before--
	}
	if n := len(spans); n > 0 && spans[n-1].End == before {
		spans[n-1].End = s.End
		return spans
	}
	return append(spans, s)
}

// invisible reports whether r would part or hide the letters of a word
// without being seen: soft hyphens, zero-width spaces, control characters.
// Joiners stay, as emoji and some scripts are spelled with them.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsControl(r)
}
