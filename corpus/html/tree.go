package html

import (
	"iter"
	"slices"

	"golang.org/x/net/html"
)

// elements yields the elements below root in their order.
func elements(root *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := root.FirstChild; n != nil; n = after(n, root) {
			if n.Type == html.ElementNode && !yield(n) {
				return
			}
		}
	}
}

// after returns the node below root that begins next after n, or nil.
func after(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	return past(n, root)
}

// past returns the node below root that begins next after n and all in it, or
// nil.
func past(n, root *html.Node) *html.Node {
	for ; n != root; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
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
