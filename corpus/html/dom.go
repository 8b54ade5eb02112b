package html

import (
	"strings"

	"golang.org/x/net/html"
)

// invisible names elements that hold no text of the article.
var invisible = set("script style noscript template svg math canvas iframe object embed video audio " +
	"img picture map input select option textarea datalist progress meter head del s strike")

// blocks names elements that begin and end a block.
var blocks = set("address article aside body center dd details dir div dl fieldset figcaption figure footer form header " +
	"hgroup hr html li main nav p section tbody td th thead tfoot tr caption ul ol menu table blockquote pre " +
	"h1 h2 h3 h4 h5 h6 summary dt")

func set(names string) map[string]bool {
	m := make(map[string]bool)
	for _, name := range strings.Fields(names) {
		m[name] = true
	}
	return m
}

// dropped reports whether an element never gives text: what is not shown, the
// buttons, the marks of footnotes and the anchors beside headings.
func dropped(n *html.Node) bool {
	switch {
	case invisible[n.Data]:
		return true
	case n.Data == "button":
		return !opener(n) && find(n, func(n *html.Node) bool { return headingLevel(n) > 0 }) == nil && !inHeading(n)
	case n.Data == "sup":
		return find(n, func(n *html.Node) bool { return n.Data == "a" && strings.HasPrefix(attr(n, "href"), "#") }) != nil
	case n.Data == "a":
		return !hasWord(textOf(n)) && strings.HasPrefix(attr(n, "href"), "#")
	}
	return false
}

// opener reports whether n is the button that opens a section of an accordion
// and so is the section's heading.
func opener(n *html.Node) bool {
	if n.Data != "button" && attr(n, "role") != "button" {
		return false
	}
	return (attr(n, "aria-expanded") != "" || attr(n, "aria-controls") != "" || strings.Contains(attr(n, "class"), "accordion")) &&
		!inHeading(n) && len(strings.Fields(textOf(n))) > 1
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
		return find(n, func(c *html.Node) bool { return blocks[c.Data] }) != nil
	}
	return blocks[n.Data]
}

func bold(n *html.Node) bool {
	if n.Data == "b" || n.Data == "strong" {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:7") || strings.Contains(style, "font-weight:6")
}

// contents reports whether a list is a table of contents: three or more items,
// each nothing but a link to a place on the same page.
func contents(list *html.Node) bool {
	links := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		link := find(c, func(n *html.Node) bool { return n.Data == "a" })
		if link == nil || !strings.HasPrefix(attr(link, "href"), "#") || ownText(c) {
			return false
		}
		links++
	}
	return links >= 3
}

// ownText reports whether an item has words outside its links and the lists
// within it.
func ownText(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && hasWord(c.Data):
			return true
		case c.Type == html.ElementNode && c.Data != "a" && c.Data != "ul" && c.Data != "ol" && ownText(c):
			return true
		}
	}
	return false
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

// textOf returns the text of n as it stands in the source.
func textOf(n *html.Node) string {
	var text strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && invisible[n.Data] {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(n)
	return text.String()
}
