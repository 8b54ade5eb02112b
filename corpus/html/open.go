package html

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// open shows what an accordion or a tab hides until a reader clicks, so that
// it is not taken for hidden text: what a link or button names, what its class
// tells, what stands in a row of its like, and within the main part what has
// lists or headings.
func open(doc *html.Node) {
	page := goquery.NewDocumentFromNode(doc)
	controlled := make(map[string]bool)
	page.Find("a, button, li, label, [role=tab], [role=button]").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "#") || a.Key == "aria-controls" || strings.HasPrefix(a.Key, "data-") {
				controlled[strings.TrimPrefix(a.Val, "#")] = true
			}
		}
	})
	page.Find("[hidden], [aria-hidden=true], [style]").Each(func(_ int, s *goquery.Selection) {
		n := s.Nodes[0]
		id := attr(n, "id")
		if !hasAttr(n, "hidden") && attr(n, "aria-hidden") != "true" && !hides(n) {
			return
		}
		if id != "" && controlled[id] || folding(n) || panel(n) ||
			s.Closest("main, article, [role=main]").Length() > 0 && s.Find("li, h2, h3, h4").Length() > 0 {
			s.RemoveAttr("hidden").RemoveAttr("aria-hidden").RemoveAttr("style")
		}
	})
}

// panel reports whether n is one of several panels that a script shows in
// turn: the element before
// or after it is of its build but for its state, and says something else.
func panel(n *html.Node) bool {
	if !blocks[n.Data] || named(n) || len(strings.Fields(textOf(n))) <= maxHeadingWords {
		return false
	}
	return inTurn(n, n.PrevSibling, func(s *html.Node) *html.Node { return s.PrevSibling }) ||
		inTurn(n, n.NextSibling, func(s *html.Node) *html.Node { return s.NextSibling })
}

// inTurn reports whether the first element from s on is a panel beside n.
func inTurn(n, s *html.Node, next func(*html.Node) *html.Node) bool {
	for s != nil && s.Type != html.ElementNode {
		s = next(s)
	}
	if s == nil || s.Data != n.Data || kind(s) == "" || kind(s) != kind(n) {
		return false
	}
	text := squeeze(textOf(s))
	return text != "" && text != squeeze(textOf(n))
}

// kind returns the first of the classes of n; those after it tell its state.
func kind(n *html.Node) string {
	first, _, _ := strings.Cut(strings.TrimSpace(attr(n, "class")), " ")
	return first
}

// hides reports whether the style of n hides it.
func hides(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// folding reports whether the class of n, or of its parent, is that of a
// section which opens and closes.
func folding(n *html.Node) bool {
	for _, n := range []*html.Node{n, n.Parent} {
		if n == nil {
			continue
		}
		for _, word := range nameWords(attr(n, "class")) {
			switch word {
			case "accordion", "collapse", "collapsible", "faq", "faqs", "toggle", "tab", "tabs", "tabpanel", "expandable", "answer":
				return true
			}
		}
	}
	return false
}
