package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// colophon matches the line that stands at the foot of pages.
var colophon = regexp.MustCompile(`(?i)^(?:©|\(c\)|copyright\b|all rights reserved)`)

// survey is what is known of a page before anything is cut.
type survey struct {
	tallies map[*html.Node]tally
	answers map[*html.Node]bool // what holds the link or button by which readers answer
}

func newSurvey(doc *html.Node, about int) *survey {
	return &survey{tallies: count(doc, about), answers: answers(doc)}
}

// cleaner decides what of a container is furniture by its build, since names
// and roles have been looked at before.
type cleaner struct {
	*survey
	cut    map[*html.Node]bool
	strict bool // what may be furniture is cut too
}

func newCleaner(box *html.Node, s *survey, strict bool) *cleaner {
	c := &cleaner{survey: s, cut: make(map[*html.Node]bool), strict: strict}
	if strict {
		c.beforeTitle(box)
	}
	c.cards(box)
	c.calls(box)
	c.settle(box)
	return c
}

func (c *cleaner) keep(n *html.Node) bool { return !c.cut[n] }

// beforeTitle cuts what stands before the page's h1, unless it is much.
func (c *cleaner) beforeTitle(box *html.Node) {
	title := find(box, func(n *html.Node) bool { return n.Data == "h1" && hasText(n) })
	if title == nil {
		return
	}
	var before []*html.Node
	words := 0
	for n := title; n != box; n = n.Parent {
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			before = append(before, s)
			words += c.tallies[s].words
		}
	}
	if words*5 > c.tallies[box].words {
		return
	}
	for _, n := range before {
		c.cut[n] = true
	}
}

// cards cuts teasers and comments. Teasers without dates that make up half of
// a page or more are what it is about.
func (c *cleaner) cards(box *html.Node) {
	var unsure []*html.Node
	words := 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if c.cut[n] || n.Type != html.ElementNode {
			return
		}
		group := c.cardsOf(n)
		for _, card := range group.nodes {
			if group.certain {
				c.cut[card] = true
				continue
			}
			unsure = append(unsure, card)
			words += c.tallies[card].prose()
		}
		if len(group.nodes) > 0 {
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			visit(child)
		}
	}
	visit(box)
	if words*2 > c.tallies[box].prose() {
		return
	}
	if !c.strict {
		unsure = trailing(box, unsure)
	}
	for _, card := range unsure {
		c.cut[card] = true
	}
}

// settle cuts furniture below n, and the headings over it, and reports whether
// any prose stays.
func (c *cleaner) settle(n *html.Node) bool {
	if n.Type == html.TextNode {
		return hasWord(n.Data)
	}
	if c.cut[n] || n.Type != html.ElementNode || dropped(n) {
		return false
	}
	if c.furniture(n) {
		c.cut[n] = true
		return false
	}
	prose := false
	var heading *html.Node // that no prose follows so far
	lost := false          // something was cut under it
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if headingLevel(child) > 0 {
			c.orphan(heading, lost)
			heading, lost = child, false
			continue
		}
		if c.settle(child) {
			prose, heading = true, nil
		}
		lost = lost || c.cut[child]
	}
	c.orphan(heading, lost)
	if !prose && lost && n.Data != "body" {
		c.cut[n] = true
	}
	return prose
}

// orphan cuts a heading that has lost all that stood under it.
func (c *cleaner) orphan(heading *html.Node, lost bool) {
	if heading != nil && lost && heading.Data != "h1" {
		c.cut[heading] = true
	}
}

// furniture reports whether n is a list of links, a box with fields to fill in,
// or the line at the foot of the page.
func (c *cleaner) furniture(n *html.Node) bool {
	t := c.tallies[n]
	if !c.strict {
		return n.Data != "p" && n.Data != "li" && blockElement(n) && t.linkish(0.9) && t.words > 2 &&
			find(n, block) == nil
	}
	switch n.Data {
	case "ul", "ol", "menu", "dl":
		return t.linkish(0.5)
	case "p", "table":
		return t.linkish(0.8)
	}
	if !blockElement(n) || t.words == 0 || t.words > maxTeaser {
		return false
	}
	if find(n, block) == nil && t.linkish(0.5) {
		return true
	}
	return colophon.MatchString(strings.TrimSpace(textOf(n))) || find(n, field) != nil
}

// field reports whether n is something to fill in.
func field(n *html.Node) bool {
	return n.Data == "textarea" || n.Data == "select" || n.Data == "input" && attr(n, "type") != "hidden"
}

// prose returns the words under n, n being kept, that stand in no link.
func (s *survey) prose(n *html.Node, keep func(*html.Node) bool) int {
	words := 0
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type == html.TextNode:
			words += wordsIn(child.Data)
		case child.Type == html.ElementNode && !linkText(child) && !dropped(child) && keep(child):
			words += s.prose(child, keep)
		}
	}
	return words
}
