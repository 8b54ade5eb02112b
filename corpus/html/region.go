package html

import (
	"log/slog"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mark is the attribute by which the nodes of the original tree are known
// again in the copy that readability works on.
const mark = "data-node"

// minRegion is the text, in bytes, below which readability's choice is not
// trusted.
const minRegion = 250

// maxDepth is the nesting up to which readability is asked: it walks up from
// each node, and no page that people made nests so deep.
const maxDepth = 200

// region is the part of a page that holds the article.
type region struct {
	root  *html.Node
	title *html.Node              // the page's h1 where it stands outside root
	keep  func(n *html.Node) bool // whether an element under root belongs to it
}

// findRegion returns the region of the article, or nil where the page has no
// text. The tree must be free of furniture.
func findRegion(doc *html.Node) *region {
	nodes, copied, depth := copyTree(doc)
	var r *region
	if depth <= maxDepth {
		r = widen(doc, readable(doc, copied, nodes), len(nodes))
	}
	if r == nil {
		r = fallback(doc)
	}
	if r == nil {
		return nil
	}
	isTitle := func(n *html.Node) bool { return n.Data == "h1" && hasText(n) }
	isOwn := func(n *html.Node) bool { return isTitle(n) && keptBelow(n, r) }
	if isTitle(r.root) || find(r.root, isOwn) == nil {
		r.title = find(doc, isTitle)
	}
	return r
}

// copyTree copies a tree, its elements marked by their number, and returns the
// elements by number, the copy, and how deep they nest. What readability would
// only look at in vain is not copied: drawings, data of scripts, most of the head.
func copyTree(doc *html.Node) (nodes []*html.Node, copied *html.Node, deepest int) {
	var visit func(*html.Node, int) *html.Node
	visit = func(n *html.Node, depth int) *html.Node {
		c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
		if n.Type == html.ElementNode {
			c.Attr = make([]html.Attribute, 0, len(n.Attr)+1)
			for _, a := range n.Attr {
				if !strings.HasPrefix(a.Key, "data-") && !strings.HasPrefix(a.Key, "on") && a.Key != "srcset" {
					c.Attr = append(c.Attr, a)
				}
			}
			c.Attr = append(c.Attr, html.Attribute{Key: mark, Val: strconv.Itoa(len(nodes))})
			nodes = append(nodes, n)
			deepest = max(deepest, depth)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.CommentNode || n.Data == "svg" || n.Data == "head" && child.Data != "title" {
				continue
			}
			c.AppendChild(visit(child, depth+1))
		}
		return c
	}
	copied = visit(doc, 0)
	return nodes, copied, deepest
}

// readable asks readability for the region. What it dropped inside the region
// for looks comes back where it has structure: headings, tables, lists.
func readable(doc, copied *html.Node, nodes []*html.Node) *region {
	parser := readability.NewParser()
	// Meta data and looks are our own business.
	parser.DisableJSONLD, parser.KeepClasses, parser.Logger = true, true, slog.New(slog.DiscardHandler)
	article, err := parser.ParseAndMutate(copied, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	chosen := make(map[*html.Node]bool, len(nodes)/2)
	for n := range elements(article.Node) {
		n.DataAtom = atom.Lookup([]byte(n.Data)) // readability changes names without their atoms
		if i, err := strconv.Atoi(attr(n, mark)); err == nil && i >= 0 && i < len(nodes) {
			chosen[nodes[i]] = true
		}
	}
	if !long(article.Node, minRegion) {
		return nil
	}
	root, holds := commonAncestor(doc, chosen)
	if root == nil {
		return nil
	}
	k := &keeper{chosen: chosen, holds: holds, kept: make(map[*html.Node]bool, len(chosen))}
	k.settleRoot(root)
	return &region{root: root, keep: func(n *html.Node) bool { return k.kept[n] }}
}

// fallback takes the page's main element, article or body.
func fallback(doc *html.Node) *region {
	for _, role := range append(articleRoles, func(n *html.Node) bool { return n.Data == "body" }) {
		if found := only(doc, role); found != nil && hasText(found) {
			return &region{root: found, keep: func(*html.Node) bool { return true }}
		}
	}
	return nil
}

// articleRoles tell the element that a page itself takes for its article, the
// surest first.
var articleRoles = []func(*html.Node) bool{
	func(n *html.Node) bool { return n.Data == "main" },
	func(n *html.Node) bool { return attr(n, "role") == "main" },
	func(n *html.Node) bool { return attr(n, "itemprop") == "articleBody" },
	func(n *html.Node) bool { return n.Data == "article" },
}

// only returns the one element below n for which is holds, nil where there are
// several or none.
func only(n *html.Node, is func(*html.Node) bool) *html.Node {
	var found *html.Node
	for n := range elements(n) {
		if !is(n) {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
}

// commonAncestor returns the lowest element that holds all that was chosen, and
// the set of the elements that hold any of it, themselves included.
func commonAncestor(doc *html.Node, chosen map[*html.Node]bool) (*html.Node, map[*html.Node]bool) {
	holds := make(map[*html.Node]bool, len(chosen))
	var mark func(*html.Node) bool
	mark = func(n *html.Node) bool {
		held := chosen[n]
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			held = mark(c) || held
		}
		if held {
			holds[n] = true
		}
		return held
	}
	mark(doc)
	n := doc
	for {
		var below *html.Node
		several := false
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if holds[c] {
				several = several || below != nil
				below = c
			}
		}
		whole := n.Type == html.DocumentNode || n.Data == "html" || n.Data == "body"
		if below == nil || several || chosen[n] && !whole {
			break
		}
		n = below
	}
	if n.Type != html.ElementNode {
		return nil, nil
	}
	return n, holds
}

// keptBelow reports whether n and all above it up to the root are kept.
func keptBelow(n *html.Node, r *region) bool {
	for ; n != nil && n != r.root; n = n.Parent {
		if !r.keep(n) {
			return false
		}
	}
	return true
}
