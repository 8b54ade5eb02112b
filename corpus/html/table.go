package html

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"roleclaims/corpus"
)

// Limits of a table's grid: a span beyond maxSpan is a mistake or an attack,
// and cells beyond maxColumns are written without a head.
const (
	maxSpan    = 100
	maxColumns = 1000
)

// cell is one td or th, placed in the grid.
type cell struct {
	node     *html.Node
	row, col int
	rows     int // that it spans
	cols     int
	header   bool
	span     corpus.Span // of its first piece of text, once written
}

// table writes a table's cells row by row, each with its heads. A table that
// only lays out the page is walked as if it were not there.
func (w *walker) table(n *html.Node, at place) {
	w.flush(at)
	cells, rows := grid(n)
	if layout(n, cells) {
		for _, c := range cells {
			if w.keep == nil || w.keep(c.node) {
				w.block(c.node, at)
			}
		}
		return
	}
	w.caption(n)
	w.groups++
	markHeader(cells, rows)
	colHeads := make(map[int]corpus.Span)
	rowHeads := make(map[int]corpus.Span)
	for i := range cells {
		c := &cells[i]
		block := corpus.Block{Kind: corpus.Cell, Group: w.groups, Row: c.row, Col: c.col, Header: c.header}
		if !c.header || c.rowHead() {
			block.ColHead, block.RowHead = colHeads[c.col], rowHeads[c.row]
		}
		c.span = w.cell(c, block)
		w.heads(c, colHeads, rowHeads)
	}
}

// heads remembers a written cell as the head of its columns or rows.
func (w *walker) heads(c *cell, colHeads, rowHeads map[int]corpus.Span) {
	if c.span.Empty() {
		return
	}
	if c.header && !c.rowHead() {
		if _, again := colHeads[c.col]; again && c.cols > 1 {
			return // the title of a part of the table
		}
		for col := c.col; col < c.col+c.cols; col++ {
			colHeads[col] = c.span
		}
		return
	}
	if c.col == 0 && (c.header || namesRow(textOf(c.node))) {
		for row := c.row; row < c.row+c.rows; row++ {
			rowHeads[row] = c.span
		}
	}
}

// rowHead reports whether a th is the head of its row: it stands first, beside
// td cells.
func (c *cell) rowHead() bool {
	if c.col != 0 || c.node.Data != "th" || attr(c.node, "scope") == "col" {
		return false
	}
	for s := c.node.NextSibling; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode && s.Data == "td" {
			return true
		}
	}
	return false
}

// cell writes the pieces of one cell: its paragraphs, its list items, the
// lines that br parts. It returns the span of the first.
func (w *walker) cell(c *cell, block corpus.Block) corpus.Span {
	var first corpus.Span
	pieces := [][]corpus.Run{w.inline(c.node)}
	if !c.header {
		pieces = w.pieces(c.node)
	}
	for _, runs := range pieces {
		if bulleted(runs) {
			runs = unbullet(runs)
		}
		if span := w.out.Add(block, runs); first.Empty() {
			first = span
		}
	}
	return first
}

// pieces returns the runs of a cell, apart where blocks or lines part them. A
// line that goes on in lower case or with a sign is no piece of its own.
func (w *walker) pieces(n *html.Node) [][]corpus.Run {
	var pieces [][]corpus.Run
	var current []corpus.Run
	end := func() {
		for _, line := range breakLines(current) {
			if k := len(pieces); k > 0 && !line.apart && goesOn(line.runs) {
				pieces[k-1] = append(append(pieces[k-1], corpus.Run{Text: " "}), line.runs...)
				continue
			}
			pieces = append(pieces, line.runs)
		}
		current = nil
	}
	var visit func(*html.Node, bool)
	visit = func(n *html.Node, strong bool) {
		switch {
		case n.Type == html.TextNode:
			current = append(current, corpus.Run{Text: strings.ReplaceAll(n.Data, "\n", " "), Strong: strong})
			return
		case n.Type != html.ElementNode || dropped(n) || (w.keep != nil && !w.keep(n)):
			return
		case n.Data == "br":
			current = append(current, corpus.Run{Text: lineBreak})
			return
		}
		if blockElement(n) {
			end()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, strong || bold(n))
		}
		if blockElement(n) {
			end()
		}
	}
	visit(n, false)
	end()
	return pieces
}

// goesOn reports whether a line in a cell continues the one before it.
func goesOn(runs []corpus.Run) bool {
	if bulleted(runs) {
		return false
	}
	for _, run := range runs {
		for _, r := range strings.TrimSpace(run.Text) {
			return !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Sc, r)
		}
	}
	return true
}

// caption writes a table's caption as a paragraph.
func (w *walker) caption(n *html.Node) {
	if c := find(n, func(n *html.Node) bool { return n.Data == "caption" }); c != nil {
		w.out.Add(corpus.Block{Kind: corpus.Paragraph}, w.inline(c))
	}
}

// grid places the cells of a table, its nested tables left out, and returns
// them row by row with the number of rows.
func grid(table *html.Node) ([]cell, int) {
	var cells []cell
	taken := make(map[int]int) // column -> first row that is free again
	row := 0
	for _, tr := range rowsOf(table) {
		col := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || (c.Data != "td" && c.Data != "th") || col >= maxColumns {
				continue
			}
			for taken[col] > row {
				col++
			}
			placed := cell{node: c, row: row, col: col, rows: spanOf(c, "rowspan"), cols: spanOf(c, "colspan")}
			for i := col; i < col+placed.cols; i++ {
				taken[i] = row + placed.rows
			}
			cells = append(cells, placed)
			col += placed.cols
		}
		row++
	}
	return cells, row
}

// rowsOf returns the rows of a table, heads first, as they stand.
func rowsOf(table *html.Node) []*html.Node {
	var rows []*html.Node
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "tr":
			rows = append(rows, c)
		case c.Data == "thead" || c.Data == "tbody" || c.Data == "tfoot":
			rows = append(rows, rowsOf(c)...)
		}
	}
	return rows
}

func spanOf(n *html.Node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}
