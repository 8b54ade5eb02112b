package html

import (
	"slices"

	"golang.org/x/net/html"
)

// The measures of a box that calls to an action, in words and as a share of the
// page's prose: role cards with buttons that hold more are what a page is about.
const (
	maxCall   = 40
	callShare = 0.15
)

// calls cuts boxes that call to an action: a few words with a button.
func (c *cleaner) calls(root *html.Node) {
	var found []*html.Node
	words := 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type != html.ElementNode || c.cut[n] {
			return
		}
		if c.call(n) {
			found = append(found, n)
			words += c.tallies[n].words
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			visit(child)
		}
	}
	visit(root)
	if float64(words) > callShare*float64(c.tallies[root].prose()) {
		return
	}
	for _, n := range found {
		c.cut[n] = true
	}
}

// call reports whether n is a box of a few words with a button that leads away,
// and no list or table.
func (c *cleaner) call(n *html.Node) bool {
	if n.Data != "div" && n.Data != "section" && n.Data != "aside" && n.Data != "figure" {
		return false
	}
	words := c.tallies[n].words
	return words > 0 && words <= maxCall && find(n, button) != nil && find(n, func(n *html.Node) bool {
		return n.Data == "li" || n.Data == "table" || n.Data == "h1" || n.Data == "dl" || opener(n)
	}) == nil
}

// button reports whether n is a link that looks like a button.
func button(n *html.Node) bool {
	return leads(n) && slices.ContainsFunc(nameWords(nil, attr(n, "class")), func(word string) bool {
		return word == "button" || word == "btn" || word == "cta"
	})
}

// trailing returns the cards that no text follows.
func trailing(root *html.Node, cards []*html.Node) []*html.Node {
	card := make(map[*html.Node]bool, len(cards))
	for _, n := range cards {
		card[n] = box(n)
	}
	var found []*html.Node
	var visit func(*html.Node) bool // from the end, until text comes
	visit = func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			return wordsIn(n.Data) < longLine
		case n.Type != html.ElementNode || dropped(n):
			return true
		case card[n]:
			found = append(found, n)
			return true
		case n.Data == "p" && wordsIn(textOf(n)) >= longLine:
			return false
		}
		for child := n.LastChild; child != nil; child = child.PrevSibling {
			if !visit(child) {
				return false
			}
		}
		return true
	}
	visit(root)
	return found
}

// box reports whether a card has parts: a link in a line or a list is none.
func box(n *html.Node) bool {
	return n.Data != "li" && find(n, block) != nil
}
