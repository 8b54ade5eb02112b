package html

import (
	"strings"

	"golang.org/x/net/html"
)

// dropped reports whether an element never gives text: what is not shown, the
// buttons, the marks of footnotes and the anchors beside headings.
func dropped(n *html.Node) bool {
	switch {
	case invisible(n):
		return true
	case n.Data == "button":
		return !opener(n) && find(n, func(n *html.Node) bool { return headingLevel(n) > 0 }) == nil && !inHeading(n)
	case n.Data == "sup":
		return find(n, func(n *html.Node) bool { return n.Data == "a" && strings.HasPrefix(attr(n, "href"), "#") }) != nil
	case n.Data == "a":
		return strings.HasPrefix(attr(n, "href"), "#") && !hasText(n)
	}
	return false
}

// opener reports whether n is the button that opens a section of an accordion
// and so is the section's heading: its attributes say so, or its script names
// the element that follows it.
func opener(n *html.Node) bool {
	if n.Data != "button" && attr(n, "role") != "button" || inHeading(n) || !hasText(n) {
		return false
	}
	if hasAttr(n, "aria-expanded") || hasAttr(n, "aria-controls") || strings.Contains(attr(n, "class"), "accordion") {
		return n.NextSibling != nil && wordy(n, 1)
	}
	next := n.NextSibling
	for next != nil && next.Type != html.ElementNode {
		next = next.NextSibling
	}
	return next != nil && attr(next, "id") != "" && strings.Contains(attr(n, "onclick"), attr(next, "id"))
}

func inHeading(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if headingLevel(p) > 0 {
			return true
		}
	}
	return false
}

// blockElement reports whether n stands apart from the text around it. Elements
// of a page's own making do if something in them does.
func blockElement(n *html.Node) bool {
	if strings.Contains(n.Data, "-") {
		return find(n, block) != nil
	}
	return block(n)
}

func bold(n *html.Node) bool {
	if n.Data == "b" || n.Data == "strong" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:7") || strings.Contains(style, "font-weight:6")
}

// contents reports whether a list is a table of contents: three or more items
// and nearly all of their text in links to places on the same page.
func contents(list *html.Node) bool {
	items, linked := 0, 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Data == "a" && len(attr(n, "href")) > 1 && strings.HasPrefix(attr(n, "href"), "#") {
			linked += inkOf(n)
			return
		}
		if n.Data == "li" {
			items++
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(list)
	return items >= 3 && linked > 0 && linked*10 >= inkOf(list)*9
}

// onlyItem returns the item of a list that has one, and no text in blocks of
// its own, else nil.
func onlyItem(list *html.Node) *html.Node {
	var item *html.Node
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if item != nil || c.Data != "li" {
			return nil
		}
		item = c
	}
	return item
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// find returns the first element below n, n left out, for which is holds.
func find(n *html.Node, is func(*html.Node) bool) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && is(c) {
			return c
		}
		if found := find(c, is); found != nil {
			return found
		}
	}
	return nil
}
