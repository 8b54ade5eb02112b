package html

import (
	"slices"

	"golang.org/x/net/html"
)

// elements returns the elements below n in their order.
func elements(n *html.Node) []*html.Node {
	found := make([]*html.Node, 0, 256)
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				found = append(found, c)
			}
			visit(c)
		}
	}
	visit(n)
	return found
}

// holds reports whether an element of this tag stands below n.
func holds(n *html.Node, tag string) bool {
	return find(n, func(n *html.Node) bool { return n.Data == tag }) != nil
}

// inside returns n, or the lowest element above it, for which is holds; nil
// where there is none.
func inside(n *html.Node, is func(*html.Node) bool) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && is(n) {
			return n
		}
	}
	return nil
}

// remove takes n out of the tree.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// dropAttr takes attributes off n.
func dropAttr(n *html.Node, keys ...string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return slices.Contains(keys, a.Key) })
}
