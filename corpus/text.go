package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of plain text: how long a line may be to pass for a heading, from
// which width on a text whose lines are all shorter counts as hard-wrapped, and
// from which length on a line may go on in the next one all the same.
const (
	headingWords  = 15
	questionWords = 20
	labelWords    = 4
	titleWords    = 24
	wrapMin       = 45
	wrapMax       = 100
	brokenMin     = 60
)

var (
	textBullet = regexp.MustCompile(`^[ \t]*(?:(?:[-*+•●○▪■◦‣∙·–—✓✔➢►▶→⁃]|\(?\d{1,3}[.)]|\(?[a-zA-Z][)]|\([ivx]+\))[ \t]+|[•●▪■◦‣])`)
	textNumber = regexp.MustCompile(`^[ \t]*\(?\d{1,3}[.)][ \t]`)
	textRule   = regexp.MustCompile(`^[ \t]*(?:[-=_*~#]{3,}|[-|:+= \t]*-[-|:+= \t]*)$`)
	textURL    = regexp.MustCompile(`https?://|www\.`)
)

// ParseText finds the blocks of a plain text, which must be as CleanText
// leaves it; the text itself is kept verbatim. A line is a paragraph, an item
// or a heading of its own, unless the text is hard-wrapped: then the lines of
// a paragraph make one block, whose span covers the line ends.
func ParseText(text string) Content {
	p := &textParser{text: text, lines: splitLines(text)}
	p.width = wrapWidth(p.lines)
	p.group()
	p.classify()
	p.emit()
	content := Content{Text: text, Blocks: p.blocks}
	if len(p.blocks) > 0 && p.blocks[0].Kind == Heading {
		content.Meta.Title = strings.Join(strings.Fields(p.blocks[0].Span.Of(text)), " ")
	}
	return content
}

// line is one line of a text that is not blank.
type line struct {
	span   Span // without the white space around it
	text   string
	indent int  // columns before the text, a tab being four
	gap    bool // a blank line stands before it
	bullet int  // bytes of the bullet or number, 0 without one
	number bool // the bullet is a number
	cells  []Span
}

// splitLines returns the lines that are not blank.
func splitLines(text string) []line {
	var lines []line
	gap, start := false, 0
	for raw := range strings.Lines(text) {
		at := start
		start += len(raw)
		left := strings.TrimLeftFunc(raw, unicode.IsSpace)
		trimmed := strings.TrimRightFunc(left, unicode.IsSpace)
		if trimmed == "" {
			gap = true
			continue
		}
		from := at + len(raw) - len(left)
		l := line{span: Span{from, from + len(trimmed)}, text: trimmed, gap: gap || len(lines) == 0}
		gap = false
		for _, r := range raw[:len(raw)-len(left)] {
			l.indent++
			if r == '\t' {
				l.indent += 3
			}
		}
		if m := textBullet.FindString(trimmed); len(m) < len(trimmed) {
			l.bullet = len(m)
			l.number = textNumber.MatchString(trimmed)
		}
		l.cells = splitCells(trimmed, from)
		lines = append(lines, l)
	}
	return lines
}

// splitCells returns the cells of a line that is a row of a table: parted by
// tabs, or by pipes where the line begins and ends with one.
func splitCells(s string, from int) []Span {
	sign := byte('\t')
	if len(s) > 2 && s[0] == '|' && s[len(s)-1] == '|' {
		sign = '|'
		s, from = s[1:len(s)-1], from+1
	}
	if strings.IndexByte(s, sign) < 0 {
		return nil
	}
	var cells []Span
	at := 0
	for {
		end := strings.IndexByte(s[at:], sign)
		if end < 0 {
			return append(cells, trimSpan(s, Span{at, len(s)}, from))
		}
		cells = append(cells, trimSpan(s, Span{at, at + end}, from))
		at += end + 1
	}
}

// trimSpan returns span without white space at its ends, moved by from.
func trimSpan(s string, span Span, from int) Span {
	left := strings.TrimLeftFunc(span.Of(s), unicode.IsSpace)
	start := span.End - len(left)
	return Span{from + start, from + start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}

// wrapWidth returns the width at which a text is hard-wrapped, or 0 if each of
// its lines is whole. In a wrapped text most lines that another follows fill
// the width, no line is far longer, and few of them end a sentence.
func wrapWidth(lines []line) int {
	var width, follow, full, ended int
	for _, l := range lines {
		n := utf8.RuneCountInString(l.text) + l.indent
		if n > wrapMax {
			return 0
		}
		width = max(width, n)
	}
	if width < wrapMin {
		return 0
	}
	for i, l := range lines {
		if i+1 == len(lines) || lines[i+1].gap || lines[i+1].bullet > 0 {
			continue
		}
		follow++
		if utf8.RuneCountInString(l.text)+l.indent >= width*6/10 {
			full++
		}
		if endsSentence(l.text) {
			ended++
		}
	}
	if follow < 2 || full*10 < follow*6 || ended*2 > follow {
		return 0
	}
	return width
}

// endsSentence reports whether a line ends with a mark that ends a sentence,
// quotes and brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)]»*_ `)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}
