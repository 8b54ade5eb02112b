package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	block.Span, block.Strong = b.join(b.gap(block), runs)
	if block.Span.Empty() {
		return Span{}
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

// join appends runs to the text, white space collapsed and a gap before them,
// and returns the span of what they say, empty for nothing, and the spans in
// bold, merged where only a blank parts them.
func (b *Builder) join(gap string, runs []Run) (span Span, strong []Span) {
	blank, begun := false, false
	write := func(s string, bold bool) {
		switch {
		case !begun:
			b.text.WriteString(gap)
			span.Start, begun = b.text.Len(), true
		case blank:
			b.text.WriteByte(' ')
		}
		start := b.text.Len()
		b.text.WriteString(s)
		span.End = b.text.Len()
		if bold {
			strong = grow(strong, Span{start, span.End}, blank)
		}
		blank = false
	}
	for _, run := range runs {
		for rest := run.Text; rest != ""; {
			if size := stretch(rest); size > 0 {
				write(rest[:size], run.Strong)
				rest = rest[size:]
				continue
			}
			r, size := utf8.DecodeRuneInString(rest)
			switch {
			case unicode.IsSpace(r):
				blank = begun
			case r == utf8.RuneError:
				write("\ufffd", run.Strong)
			}
			rest = rest[size:]
		}
	}
	return span, strong
}

// stretch returns the length of the part of s, from its start, that is written
// as it stands: characters that show, and single blanks between those of ASCII.
func stretch(s string) int {
	shows := func(i int) bool { return i < len(s) && s[i] > ' ' && s[i] < '\u007f' }
	for i, r := range s {
		if shows(i) || r == ' ' && i > 0 && shows(i+1) {
			continue
		}
		if unicode.IsSpace(r) || invisible(r) || r == utf8.RuneError {
			return i
		}
	}
	return len(s)
}

// grow adds a bold stretch to the spans, lengthening the last one where the
// stretch follows on it at once or after one blank.
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
