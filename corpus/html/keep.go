package html

import "golang.org/x/net/html"

// keeper decides which elements of the region stay.
type keeper struct {
	chosen map[*html.Node]bool // by readability
	holds  map[*html.Node]bool // something chosen, in them or below
	kept   map[*html.Node]bool
}

// settleRoot decides on all below the root of the region. Where readability
// did not choose the root itself, only what stands between the first and the
// last child that it chose is inside, and what has structure next to these.
func (k *keeper) settleRoot(root *html.Node) {
	var children []*html.Node
	first, last := -1, -1
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if k.holds[c] {
			if first < 0 {
				first = len(children)
			}
			last = len(children)
		}
		children = append(children, c)
	}
	if k.chosen[root] || root.Data == "article" || root.Data == "main" {
		first, last = 0, len(children)-1
	}
	for first > 0 && adjoins(children[first-1]) {
		first--
	}
	for last >= 0 && last+1 < len(children) && adjoins(children[last+1]) {
		last++
	}
	for i, c := range children {
		k.settle(c, i >= first && i <= last, true)
	}
	k.kept[root] = true
}

// adjoins reports whether an element at the edge of what was chosen belongs to
// it: a heading, a table, a list of text.
func adjoins(n *html.Node) bool {
	return (headingLevel(n) > 0 || n.Data == "table" || structural(n)) && returns(n)
}

// settle decides on n and all below it, and reports whether any of it stays.
// inside says that n stands among what belongs to the article; whole, that the
// element around n stays for its own sake.
func (k *keeper) settle(n *html.Node, inside, whole bool) bool {
	inside = inside || k.chosen[n]
	keep := k.chosen[n] || inside && returns(n)
	if !blockElement(n) {
		keep = k.chosen[n] || whole
	}
	stays := keep
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && k.settle(c, inside, keep) {
			stays = true
		}
	}
	if stays {
		k.kept[n] = true
	}
	return stays
}

// returns reports whether a block that readability dropped comes back: it has
// structure and is no list of links, or it is bare text, without the links,
// pictures and controls that furniture is made of.
func returns(n *html.Node) bool {
	switch {
	case headingLevel(n) > 0, n.Data == "table", n.Data == "summary", opener(n):
		return true
	case structural(n):
		return linkShare(n) < 0.5
	default:
		return hasText(n) && find(n, active) == nil
	}
}

// linkShare returns how much of the text of n stands in links.
func linkShare(n *html.Node) float64 {
	total, links := 0, 0
	var visit func(*html.Node, bool)
	visit = func(n *html.Node, linked bool) {
		if n.Type == html.TextNode {
			length := ink(n.Data)
			total += length
			if linked {
				links += length
			}
			return
		}
		if invisible(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, linked || c.Data == "a" && c.Type == html.ElementNode)
		}
	}
	visit(n, false)
	if total == 0 {
		return 1
	}
	return float64(links) / float64(total)
}
