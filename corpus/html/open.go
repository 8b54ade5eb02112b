package html

import (
	"strings"

	"golang.org/x/net/html"
)

// open shows what an accordion or a tab hides until a reader clicks, so that
// it is not taken for hidden text: what a link or button names, what its class
// tells, what stands in a row of its like, and within the main part what has
// lists or headings.
func open(all []*html.Node, names names) {
	controlled := make(map[string]bool)
	var hidden []*html.Node
	for _, n := range all {
		if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" || hides(n) {
			hidden = append(hidden, n)
		}
		role := attr(n, "role")
		if !control(n) && role != "tab" && role != "button" {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "#") || a.Key == "aria-controls" || strings.HasPrefix(a.Key, "data-") {
				controlled[strings.TrimPrefix(a.Val, "#")] = true
			}
		}
	}
	for _, n := range hidden {
		id := attr(n, "id")
		if id != "" && controlled[id] || folding(n) || panel(n, names) ||
			inside(n, main) != nil && find(n, func(n *html.Node) bool { return n.Data == "li" || headingLevel(n) > 0 }) != nil {
			dropAttr(n, "hidden", "aria-hidden", "style")
		}
	}
}

// main reports whether n is the main part of a page.
func main(n *html.Node) bool {
	return n.Data == "main" || n.Data == "article" || attr(n, "role") == "main"
}

// panel reports whether n is one of several panels that a script shows in
// turn: the element before
// or after it is of its build but for its state, and says something else.
func panel(n *html.Node, names names) bool {
	if !block(n) || names.of(n).furniture || !wordy(n, maxHeadingWords) {
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
	style := attr(n, "style")
	if style == "" {
		return false
	}
	style = strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// folding reports whether the class of n, or of its parent, is that of a
// section which opens and closes.
func folding(n *html.Node) bool {
	for _, n := range []*html.Node{n, n.Parent} {
		if n == nil {
			continue
		}
		for _, word := range nameWords(nil, attr(n, "class")) {
			switch word {
			case "accordion", "collapse", "collapsible", "faq", "faqs", "toggle", "tab", "tabs", "tabpanel", "expandable", "answer":
				return true
			}
		}
	}
	return false
}
