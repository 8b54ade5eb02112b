package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// maxTeaser is the length in words up to which a card with a link may be a
// teaser: a heading, two sentences, a date.
const maxTeaser = 60

// dated matches what teasers and comments say of themselves, and the parts of
// an article do not.
var dated = regexp.MustCompile(`(?i)\b(?:min(?:ute)?s? read|(?:hours?|days?|weeks?|months?) ago|posted (?:on|by)|` +
	`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? 20\d\d|` +
	`\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? 20\d\d)\b`)

// cards are siblings of one structure, each of which leads away from the page
// or answers it.
type cards struct {
	nodes   []*html.Node
	certain bool // they bear dates, or the answers' button
}

// cardsOf returns the cards among the children of n, or none: most of its
// children, two or more, are teasers or comments.
func cardsOf(n *html.Node, tallies map[*html.Node]tally) cards {
	var found cards
	children, sure := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || headingLevel(c) > 0 || tallies[c].words == 0 {
			continue
		}
		children++
		answer := comment(c)
		if !answer && !teaser(c, tallies[c]) {
			continue
		}
		found.nodes = append(found.nodes, c)
		if answer || find(c, func(n *html.Node) bool { return n.Data == "time" }) != nil || dated.MatchString(textOf(c)) {
			sure++
		}
	}
	if len(found.nodes) < 2 || len(found.nodes)*3 < children*2 {
		return cards{}
	}
	found.certain = sure*2 > len(found.nodes)
	return found
}

// teaser reports whether n is a short card whose heading is a link, or that is
// a link as a whole, or that has a date and a link.
func teaser(n *html.Node, t tally) bool {
	if t.words > maxTeaser || !leads(n) && (!blockElement(n) || find(n, leads) == nil) {
		return false
	}
	if find(n, func(n *html.Node) bool {
		return n.Data == "table" || n.Data == "ul" || n.Data == "ol" || n.Data == "dl" || n.Data == "a" && within(n)
	}) != nil {
		return false
	}
	heading := n
	if headingLevel(heading) == 0 {
		heading = find(n, func(n *html.Node) bool { return headingLevel(n) > 0 })
	}
	return leads(n) || t.linkish(0.8) || heading != nil && linksAway(heading) ||
		find(n, func(n *html.Node) bool { return n.Data == "time" }) != nil || dated.MatchString(textOf(n))
}

// within reports whether a link leads to a place on the page, as those of
// footnotes do.
func within(link *html.Node) bool {
	href := attr(link, "href")
	return len(href) > 1 && href[0] == '#'
}

// linksAway reports whether n stands in a link to another page, or holds one.
func linksAway(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && leads(p) {
			return true
		}
	}
	return find(n, leads) != nil
}

// comment reports whether n has the link or button by which readers answer.
func comment(n *html.Node) bool {
	return find(n, func(n *html.Node) bool {
		return (n.Data == "a" || n.Data == "button") && strings.EqualFold(squeeze(textOf(n)), "reply")
	}) != nil
}
