package inspect

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"roleclaims/corpus"
)

// The colours of the kinds on a terminal, and the brackets that stand for
// them without colour.
var (
	colours = map[Kind]string{Duty: "\x1b[32m", Denied: "\x1b[31m", Pay: "\x1b[33m", Order: "\x1b[36m", Unused: "\x1b[2m"}
	opening = map[Kind]string{Duty: "[", Denied: "[!", Pay: "{", Order: "<", Unused: "("}
	closing = map[Kind]string{Duty: "]", Denied: "]", Pay: "}", Order: ">", Unused: ")"}
)

const (
	bold      = "\x1b[1m"
	dim       = "\x1b[2m"
	underline = "\x1b[4m"
	reset     = "\x1b[0m"
)

// Text is how an article is laid out on a terminal.
type Text struct {
	Color bool // mark by colour, not by brackets
	Why   bool // say for each claim what led to it
}

// Write lays out the article with its marks, each with the numbers of its
// claims behind it, and the list of claims.
func (t Text) Write(w io.Writer, a Article) error {
	var b strings.Builder
	t.legend(&b, a)
	marks := a.marks()
	at := 0
	for _, block := range a.Doc.Blocks {
		t.part(&b, a, marks, corpus.Span{Start: at, End: block.Span.Start}, false)
		t.part(&b, a, marks, block.Span, block.Kind == corpus.Heading)
		at = block.Span.End
	}
	t.part(&b, a, marks, corpus.Span{Start: at, End: len(a.Doc.Text)}, false)
	b.WriteString("\n")
	for _, c := range a.Claims {
		t.claim(&b, c)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t Text) legend(b *strings.Builder, a Article) {
	fmt.Fprintf(b, "%s\n", t.paint(dim, Printable(a.Doc.URI)))
	for i, kind := range []Kind{Duty, Denied, Pay, Order, Unused} {
		if i > 0 {
			b.WriteString(" ")
		}
		name := string(kind)
		if !t.Color {
			name = opening[kind] + name + closing[kind]
		}
		b.WriteString(t.paint(colours[kind], name))
	}
	b.WriteString("\n\n")
}

func (t Text) part(b *strings.Builder, a Article, marks []*mark, part corpus.Span, heading bool) {
	for _, p := range a.pieces(marks, part) {
		if !t.Color {
			for _, m := range p.opens {
				b.WriteString(opening[m.kind])
			}
			b.WriteString(Printable(p.text))
			for _, m := range p.closes {
				b.WriteString(closing[m.kind] + a.numbers(m))
			}
			continue
		}
		style := ""
		if heading {
			style = bold
		}
		if n := len(p.within); n > 0 {
			style += colours[p.within[n-1].kind] // the innermost
		}
		if len(p.within) > 1 {
			style += underline
		}
		b.WriteString(t.paint(style, Printable(p.text)))
		for _, m := range p.closes {
			b.WriteString(t.paint(dim, "["+a.numbers(m)+"]"))
		}
	}
}

func (t Text) claim(b *strings.Builder, c Claim) {
	fmt.Fprintf(b, "%4d %s %s\n", c.Number, t.paint(colours[c.Kind], fmt.Sprintf("%-6s", c.Kind)), Printable(c.Says))
	if !t.Why {
		return
	}
	for _, f := range c.Why {
		fmt.Fprintf(b, "            %s %s\n", t.paint(dim, fmt.Sprintf("%-12s", f.Name)), Printable(f.Value))
	}
}

func (t Text) paint(style, text string) string {
	if !t.Color || style == "" || text == "" {
		return text
	}
	return style + text + reset
}

// Printable keeps a terminal's control codes out, which an article could hold,
// and the marks that turn the direction of writing.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
			return ' '
		}
		return r
	}, text)
}
