package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// maxNameWords is the length up to which a first cell names its row.
const maxNameWords = 12

// markHeader says which cells are heads: th, cells in thead, and the first row
// of a table without th where it reads as one.
func markHeader(cells []cell, rows int) {
	marked := false
	for i := range cells {
		n := cells[i].node
		if n.Data == "th" || under(n, "thead") {
			cells[i].header = true
			marked = marked || !cells[i].rowHead()
		}
	}
	if marked || rows < 2 || !headRow(cells) {
		return
	}
	for i := range cells {
		if cells[i].row == 0 {
			cells[i].header = true
		}
	}
}

// headRow reports whether the first row of a table heads the others though
// nothing marks it: all of it is bold, or it has no figure while most cells in
// a column under it do. Its cells are short, and there are two or more.
func headRow(cells []cell) bool {
	first, boldCells := 0, 0
	figures := make(map[int]int)
	below := make(map[int]int)
	for _, c := range cells {
		text := textOf(c.node)
		if c.row > 0 {
			below[c.col]++
			if hasDigit(text) {
				figures[c.col]++
			}
			continue
		}
		if !hasWord(text) {
			continue
		}
		if hasDigit(text) || len(strings.Fields(text)) > maxNameWords {
			return false
		}
		first++
		if pseudoHeading((&walker{}).inline(c.node)) {
			boldCells++
		}
	}
	if first < 2 {
		return false
	}
	if boldCells == first {
		return true
	}
	for col, n := range below {
		if col > 0 && figures[col]*2 > n {
			return true
		}
	}
	return false
}

// namesRow reports whether the first cell of a row names it: a few words with a
// letter in them, no sentence.
func namesRow(text string) bool {
	text = strings.TrimSpace(text)
	return strings.ContainsFunc(text, unicode.IsLetter) && !strings.HasSuffix(text, ".") &&
		len(strings.Fields(text)) <= maxNameWords
}

// layout reports whether a table only lays out the page: it says so, it holds
// tables or headings with text under them, or no row has two cells.
func layout(table *html.Node, cells []cell) bool {
	if role := attr(table, "role"); role == "presentation" || role == "none" {
		return true
	}
	if find(table, func(n *html.Node) bool { return n.Data == "table" }) != nil {
		return true
	}
	wide := false
	for _, c := range cells {
		wide = wide || c.col > 0
		heading := find(c.node, func(n *html.Node) bool { return headingLevel(n) > 0 })
		if heading != nil && c.node.Data == "td" && len(textOf(c.node)) > 4*len(textOf(heading)) {
			return true
		}
	}
	return !wide
}

func under(n *html.Node, name string) bool {
	return n.Parent != nil && n.Parent.Parent != nil && n.Parent.Parent.Data == name
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }
