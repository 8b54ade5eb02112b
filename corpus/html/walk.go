package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"roleclaims/corpus"
)

// walker makes blocks of a tree, top down. Inline text gathers in runs until a
// block begins or ends.
type walker struct {
	out    corpus.Builder
	keep   func(*html.Node) bool // nil keeps everything
	runs   []corpus.Run
	linked bool // some of the runs stand in a link
	begun  bool // a paragraph of the text came
	level  int  // of the last heading proper, 0 before the first
	groups int  // lists and tables so far
}

// place is where in the tree the walk stands: what text met here becomes.
type place struct {
	kind   corpus.BlockKind
	level  int
	group  int
	strong bool
}

// lineBreak is the run that stands for a br element.
const lineBreak = "\n"

func (w *walker) walk(n *html.Node, at place) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, at)
	case html.DocumentNode:
		w.children(n, at)
	case html.ElementNode:
		if !dropped(n) && (w.keep == nil || w.keep(n)) {
			w.element(n, at)
		}
	}
}

func (w *walker) children(n *html.Node, at place) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, at)
	}
}

func (w *walker) text(s string, at place) {
	// Line ends of the source are blanks; only br breaks a line.
	s = strings.ReplaceAll(s, "\n", " ")
	w.runs = append(w.runs, corpus.Run{Text: s, Strong: at.strong})
}

func (w *walker) element(n *html.Node, at place) {
	switch {
	case n.Data == "br":
		w.runs = append(w.runs, corpus.Run{Text: lineBreak})
	case headingLevel(n) > 0:
		w.heading(n, headingLevel(n), at)
	case n.Data == "summary" || opener(n):
		w.heading(n, min(w.level+1, 6), at)
	case n.Data == "ul" || n.Data == "ol" || n.Data == "menu":
		w.list(n, at)
	case n.Data == "dt":
		w.heading(n, 6, at)
	case n.Data == "table":
		w.table(n, at)
	case n.Data == "blockquote":
		at.kind = corpus.Quote
		w.block(n, at)
	case n.Data == "pre":
		w.block(n, place{kind: corpus.Code})
	case blockElement(n):
		w.block(n, at)
	default:
		at.strong = at.strong || bold(n)
		w.linked = w.linked || n.Data == "a"
		w.children(n, at)
	}
}

// block walks an element that begins and ends a block.
func (w *walker) block(n *html.Node, at place) {
	w.flush(at)
	w.children(n, at)
	w.flush(at)
}

// heading makes one block of all that an element holds. The levels that the
// page itself gives are remembered; those of dt and summary are ours.
func (w *walker) heading(n *html.Node, level int, at place) {
	w.flush(at)
	runs := w.inline(n)
	if len(runs) == 0 {
		return
	}
	span := w.out.Add(corpus.Block{Kind: corpus.Heading, Level: level}, runs)
	if headingLevel(n) > 0 && !span.Empty() {
		w.level = level
	}
}

// inline returns all text below n as runs, line breaks as blanks.
func (w *walker) inline(n *html.Node) []corpus.Run {
	var runs []corpus.Run
	var visit func(*html.Node, bool)
	visit = func(n *html.Node, strong bool) {
		switch {
		case n.Type == html.TextNode:
			runs = append(runs, corpus.Run{Text: n.Data, Strong: strong})
			return
		case n.Type != html.ElementNode || dropped(n) || (w.keep != nil && !w.keep(n)):
			return
		}
		apart := n.Data == "br" || blockElement(n)
		if apart {
			runs = append(runs, corpus.Run{Text: " "})
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, strong || bold(n))
		}
		if apart {
			runs = append(runs, corpus.Run{Text: " "})
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		visit(c, bold(n))
	}
	return runs
}

// title adds the heading of the page where it stands outside the region.
func (w *walker) title(n *html.Node) {
	if n != nil {
		w.heading(n, 1, place{kind: corpus.Paragraph})
	}
}

// list walks a list; a table of contents, a list of links within the page, is
// left out.
func (w *walker) list(n *html.Node, at place) {
	if contents(n) {
		return
	}
	w.flush(at)
	below := place{kind: corpus.Item, level: 1}
	only := onlyItem(n)
	switch {
	case at.kind == corpus.Item:
		below.level, below.group = at.level+1, at.group
	case only != nil && pseudoHeading(w.inline(only)):
		// "1. **Strategy**" before a paragraph: a heading typed as a list.
		below = place{kind: corpus.Paragraph}
	default:
		w.groups++
		below.group = w.groups
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		item := below
		if c.Type == html.ElementNode && c.Data == "li" && find(c, func(n *html.Node) bool { return headingLevel(n) > 0 }) != nil {
			item = place{kind: corpus.Paragraph} // a card with a heading of its own
		}
		if c.Type == html.ElementNode && c.Data == "li" {
			if w.keep == nil || w.keep(c) {
				w.block(c, item)
			}
			continue
		}
		w.walk(c, item)
	}
	w.flush(below)
}

// headingLevel returns 1 to 6 for a heading, 0 for any other element.
func headingLevel(n *html.Node) int {
	if n.Type != html.ElementNode {
		return 0
	}
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	if attr(n, "role") == "heading" {
		if level, err := strconv.Atoi(attr(n, "aria-level")); err == nil && level >= 1 && level <= 6 {
			return level
		}
		return 2
	}
	return 0
}
