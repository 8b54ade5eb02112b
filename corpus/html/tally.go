package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// tally is how much text an element holds.
type tally struct {
	words  int // in all
	linked int // of them in links
}

// prose returns the words that stand in no link.
func (t tally) prose() int { return t.words - t.linked }

// linkish reports whether the share of words in links is at least share.
func (t tally) linkish(share float64) bool {
	return t.words > 0 && float64(t.linked) >= share*float64(t.words)
}

// count tallies all elements below root, about so many, and root, in one pass.
func count(root *html.Node, about int) map[*html.Node]tally {
	tallies := make(map[*html.Node]tally, about)
	var visit func(*html.Node, bool) tally
	visit = func(n *html.Node, linked bool) tally {
		var t tally
		switch n.Type {
		case html.TextNode:
			t.words = wordsIn(n.Data)
			if linked {
				t.linked = t.words
			}
			return t
		case html.ElementNode:
			if dropped(n) {
				return t
			}
			linked = linked || linkText(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			below := visit(c, linked)
			t.words += below.words
			t.linked += below.linked
		}
		tallies[n] = t
		return t
	}
	visit(root, false)
	return tallies
}

// wordsIn counts the words of a text; the signs that part links are none.
func wordsIn(s string) int {
	words := 0
	word := false // the field that the scan is in has a letter or digit
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size - 1
			if unicode.IsSpace(r) {
				word = false
			} else if !word && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				word = true
				words++
			}
		case c == ' ' || c >= '\t' && c <= '\r':
			word = false
		case !word && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'):
			word = true
			words++
		}
	}
	return words
}

// leads reports whether n is a link to another page.
func leads(n *html.Node) bool {
	if n.Data != "a" {
		return false
	}
	href := attr(n, "href")
	return href != "" && href[0] != '#' && !strings.HasPrefix(href, "javascript:")
}

// linkText reports whether the text of n is that of a link. A link around a
// whole card, with paragraphs in it, is not: its text is prose.
func linkText(n *html.Node) bool {
	return leads(n) && find(n, func(n *html.Node) bool {
		return headingLevel(n) == 0 && block(n) && wordy(n, maxHeadingWords)
	}) == nil
}
