package corpus

import (
	"strings"
	"unicode/utf8"
)

// SplitBullets cuts paragraphs at the bullets within them: "Duties: • plans
// meals • orders food" is a lead-in and two items. Pages that lost their line
// breaks on the way, slides and PDF files above all, have their lists so.
func SplitBullets(text string, blocks []Block) []Block {
	if !strings.ContainsFunc(text, isBullet) {
		return blocks
	}
	groups := 0
	for i := range blocks {
		groups = max(groups, blocks[i].Group)
	}
	out := make([]Block, 0, len(blocks))
	for i := range blocks {
		parts := bulletParts(text, &blocks[i])
		if parts == nil {
			out = append(out, blocks[i])
			continue
		}
		groups++
		out = appendParts(out, text, &blocks[i], parts, groups)
	}
	return out
}

// bulletParts returns the spans that bullets part a paragraph into, the first
// being what stands before them, nil where there are fewer than two bullets.
func bulletParts(text string, block *Block) []Span {
	if block.Kind != Paragraph {
		return nil
	}
	s := block.Span.Of(text)
	first := strings.IndexFunc(s, isBullet)
	if first < 0 {
		return nil
	}
	mark, _ := utf8.DecodeRuneInString(s[first:])
	var parts []Span
	start := 0
	for i, r := range s {
		if r != mark || i > 0 && s[i-1] != ' ' && s[i-1] != ':' && s[i-1] != '.' && s[i-1] != '\n' {
			continue
		}
		parts = append(parts, Span{block.Span.Start + start, block.Span.Start + i})
		start = i + utf8.RuneLen(mark)
	}
	if len(parts) < 2 {
		return nil
	}
	return append(parts, Span{block.Span.Start + start, block.Span.End})
}

// isBullet reports whether r is a sign that opens an item and hardly stands
// within one.
func isBullet(r rune) bool {
	switch r {
	case '•', '●', '▪', '◦', '‣', '■', '➢', '✓', '✔':
		return true
	}
	return false
}

// appendParts appends blocks of the parts of a paragraph: what comes before the
// first bullet stays one, the others are items of a list.
func appendParts(out []Block, text string, block *Block, parts []Span, group int) []Block {
	for i, part := range parts {
		part = trimSpan(text, part, 0)
		if !strings.ContainsFunc(part.Of(text), isWordRune) {
			continue
		}
		b := Block{Kind: Item, Span: part, Level: 1, Group: group}
		if i == 0 {
			b = Block{Kind: Paragraph, Span: part}
		}
		for _, strong := range block.Strong {
			if within := (Span{max(strong.Start, part.Start), min(strong.End, part.End)}); !within.Empty() {
				b.Strong = append(b.Strong, within)
			}
		}
		out = append(out, b)
	}
	return out
}
