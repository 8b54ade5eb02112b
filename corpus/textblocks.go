package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// textParser makes blocks of the lines of a plain text, in three steps: lines
// that belong together, what each is, blocks.
type textParser struct {
	text   string
	lines  []line
	width  int // of a hard-wrapped text, else 0
	units  []unit
	blocks []Block
	groups int
}

// unit is a run of lines that makes one block, or one row of a table.
type unit struct {
	line  // the first line, its span and text those of the whole unit
	kind  BlockKind
	level int
}

// group joins the lines of wrapped paragraphs and items.
func (p *textParser) group() {
	for i, l := range p.lines {
		if n := len(p.units); n > 0 && i > 0 && p.joins(p.units[n-1], p.lines[i-1], l) {
			u := &p.units[n-1]
			u.span.End = l.span.End
			u.text = u.span.Of(p.text)
			continue
		}
		if !strings.ContainsFunc(l.text, isWordRune) {
			continue // a rule, a bullet without text
		}
		p.units = append(p.units, unit{line: l})
	}
}

// joins reports whether a line goes on where the line before it, the last of
// unit u, broke off: the first word would not have fitted there, or the line
// stands under the text of an item.
func (p *textParser) joins(u unit, before, l line) bool {
	if l.gap || l.bullet > 0 || textRule.MatchString(l.text) || textRule.MatchString(before.text) || l.cells != nil {
		return false
	}
	if u.bullet > 0 && l.indent > u.indent {
		return true
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	if p.width == 0 {
		return unicode.IsLower(first) && utf8.RuneCountInString(before.text) <= wrapMax && breaksOff(u.text)
	}
	word, _, _ := strings.Cut(l.text, " ")
	n := before.indent + utf8.RuneCountInString(before.text)
	return n+1+utf8.RuneCountInString(word) > p.width*8/10 || unicode.IsLower(first) && !endsSentence(before.text)
}

// breaksOff reports whether a text stops within a sentence, and is too long
// for a heading over small letters or a lead-in: a few wrapped lines don't
// show the width of a text, but this.
func breaksOff(s string) bool {
	return utf8.RuneCountInString(s) >= brokenMin && !endsSentence(s) && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, ";")
}

// classify says what each unit is.
func (p *textParser) classify() {
	for i := range p.units {
		u := &p.units[i]
		switch {
		case p.row(i):
			u.kind = Cell
		case u.bullet > 0 && !p.numberedHeading(i):
			u.kind = Item
		case i == 0 && len(p.units) > 1 && titleLike(u.text):
			u.kind, u.level = Heading, 1
		case u.bullet > 0:
			u.kind, u.level = Heading, 3
		case headingLike(u.text) && i+1 < len(p.units):
			u.kind, u.level = Heading, 2
		default:
			u.kind = Paragraph
		}
	}
	p.bareLists()
	p.nest()
}

// row reports whether unit i is a row of a table: the line before or after it
// has as many cells.
func (p *textParser) row(i int) bool {
	n := len(p.units[i].cells)
	if n < 2 {
		return false
	}
	after := i > 0 && !p.units[i].gap && len(p.units[i-1].cells) == n
	return after || i+1 < len(p.units) && !p.units[i+1].gap && len(p.units[i+1].cells) == n
}

// numberedHeading reports whether a numbered line heads what follows, as in a
// text whose parts are numbered: short, and a longer plain line comes next.
func (p *textParser) numberedHeading(i int) bool {
	u := p.units[i]
	if i > 0 && p.units[i-1].kind == Item && p.units[i-1].number && !u.gap {
		return false
	}
	if !u.number || i+1 == len(p.units) || !headingLike(u.text[u.bullet:]) {
		return false
	}
	next := p.units[i+1]
	return next.bullet == 0 && !headingLike(next.text) || next.bullet > 0 && !next.number && next.indent <= u.indent && next.gap
}

// bareLists turns runs of short lines that nothing parts into items: four or
// more in a row can't all be headings. The first one heads the others.
func (p *textParser) bareLists() {
	for i := 0; i < len(p.units); {
		j := i
		for j < len(p.units) && p.units[j].kind == Heading && p.units[j].level == 2 && (j == i || !p.units[j].gap) {
			j++
		}
		from := i + 1
		if i > 0 && i < j && p.units[i-1].kind == Heading && !p.units[i].gap {
			from-- // the line before heads them
		}
		if j-from >= 3 {
			for k := from; k < j; k++ {
				p.units[k].kind, p.units[k].level = Item, 1
			}
		}
		i = max(j, i+1)
	}
}

// nest gives items their depth, by how far their bullets are indented.
func (p *textParser) nest() {
	var indents []int
	for i := range p.units {
		u := &p.units[i]
		if u.kind != Item {
			indents = nil
			continue
		}
		for len(indents) > 0 && indents[len(indents)-1] > u.indent {
			indents = indents[:len(indents)-1]
		}
		if len(indents) == 0 || indents[len(indents)-1] < u.indent {
			indents = append(indents, u.indent)
		}
		u.level = len(indents)
	}
}

// emit writes the blocks.
func (p *textParser) emit() {
	for i := 0; i < len(p.units); i++ {
		u := p.units[i]
		switch u.kind {
		case Cell:
			i = p.table(i)
		case Item:
			if i == 0 || p.units[i-1].kind != Item {
				p.groups++
			}
			span := trimSpan(p.text, Span{u.span.Start + u.bullet, u.span.End}, 0)
			p.blocks = append(p.blocks, Block{Kind: Item, Span: span, Level: u.level, Group: p.groups})
		default:
			p.blocks = append(p.blocks, Block{Kind: u.kind, Span: u.span, Level: u.level})
		}
	}
}

// table writes the rows from unit i on and returns the last one's place. The
// first row heads the columns, the first cell of each other row the row.
func (p *textParser) table(i int) int {
	p.groups++
	heads := p.units[i].cells
	last := i
	for row := 0; last < len(p.units) && p.units[last].kind == Cell; row++ {
		cells := p.units[last].cells
		if len(cells) != len(heads) || row > 0 && p.units[last].gap {
			break
		}
		for col, span := range cells {
			block := Block{Kind: Cell, Span: span, Group: p.groups, Row: row, Col: col, Header: row == 0}
			if row > 0 {
				block.ColHead = heads[col]
			}
			if row > 0 && col > 0 {
				block.RowHead = cells[0]
			}
			if !span.Empty() {
				p.blocks = append(p.blocks, block)
			}
		}
		last++
	}
	return last - 1
}

// headingLike reports whether a line reads as a heading: it begins like one,
// is short, and does not end like a sentence or a lead-in. A question does,
// and a label of a few words with a colon.
func headingLike(s string) bool {
	words := len(strings.Fields(s))
	if words == 0 || words > questionWords || !beginsHeading(s) || textURL.MatchString(s) {
		return false
	}
	switch {
	case strings.HasSuffix(s, "?"):
		return true
	case strings.HasSuffix(s, ":"):
		return words <= labelWords
	default:
		return words <= headingWords && !endsClause(s)
	}
}

// titleLike reports whether the first line of a text is its title.
func titleLike(s string) bool {
	return len(strings.Fields(s)) <= titleWords && hasLetter(s) && !textURL.MatchString(s) &&
		(strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || !endsClause(s))
}

// beginsHeading reports whether a line begins with a capital, a figure, or a
// mark before one. Scripts and signs without case, emoji too, may begin one.
func beginsHeading(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return !unicode.IsLower(r)
		case unicode.IsDigit(r):
			return hasLetter(s)
		}
	}
	return false
}

// endsClause reports whether a line ends with a mark of a sentence or clause.
func endsClause(s string) bool {
	if endsSentence(s) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(",;:—–-", last)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
