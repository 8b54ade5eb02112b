package html

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// texts yields the text nodes of n, in their order, that are shown.
func texts(n *html.Node) iter.Seq[string] {
	return func(yield func(string) bool) {
		for c := n; c != nil; {
			if c.Type == html.TextNode && !yield(c.Data) {
				return
			}
			if invisible(c) {
				c = past(c, n)
			} else {
				c = after(c, n)
			}
		}
	}
}

// textOf returns the text of n as it stands in the source.
func textOf(n *html.Node) string {
	var text strings.Builder
	for piece := range texts(n) {
		text.WriteString(piece)
	}
	return text.String()
}

// hasText reports whether the text of n has a letter or digit.
func hasText(n *html.Node) bool {
	for piece := range texts(n) {
		if hasWord(piece) {
			return true
		}
	}
	return false
}

// wordy reports whether the text of n has more than so many words, signs that
// stand alone among them.
func wordy(n *html.Node, words int) bool {
	var g gauge
	for piece := range texts(n) {
		if g.add(piece); g.words > words {
			return true
		}
	}
	return false
}

// long reports whether the text of n, white space collapsed, has at least so
// many bytes.
func long(n *html.Node, size int) bool {
	var g gauge
	for piece := range texts(n) {
		if g.add(piece); g.ink+g.words-1 >= size {
			return true
		}
	}
	return false
}

// inkOf returns the length of the text of n without its white space.
func inkOf(n *html.Node) int {
	var g gauge
	for piece := range texts(n) {
		g.add(piece)
	}
	return g.ink
}

// gauge measures a text that comes in pieces.
type gauge struct {
	words int // what white space parts
	ink   int // bytes without the white space
	in    bool
}

func (g *gauge) add(piece string) {
	for i := 0; i < len(piece); {
		r, size := rune(piece[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(piece[i:])
		}
		i += size
		if unicode.IsSpace(r) {
			g.in = false
			continue
		}
		if !g.in {
			g.words++
		}
		g.in = true
		g.ink += size
	}
}

// ink returns the length of s without its white space.
func ink(s string) int {
	var g gauge
	g.add(s)
	return g.ink
}

// squeeze collapses white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
