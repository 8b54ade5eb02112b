package output

import (
	"context"
	"strings"
)

// readParagraphs cuts the paragraph around every quoted claim out of its
// article's text, more of it around a claim that leads its side.
func (g *gathering) readParagraphs(ctx context.Context) error {
	byDoc := map[string]map[string]int{} // how much to show, by claim
	for _, side := range g.sides {
		for _, row := range side.rows {
			claims := byDoc[row.DocID]
			if claims == nil {
				claims = map[string]int{}
				byDoc[row.DocID] = claims
			}
			around := furtherContext
			if row.Rank == 1 {
				around = leadContext
			}
			claims[row.ClaimID] = max(claims[row.ClaimID], around)
		}
	}
	for row, err := range until(ctx, g.run.Documents()) {
		if err != nil {
			return err
		}
		if len(byDoc[row.DocID]) == 0 {
			continue
		}
		text := []rune(row.Text)
		for id, around := range byDoc[row.DocID] {
			facts := g.wanted[id]
			facts.before, facts.marked, facts.after = paragraph(text, facts.start, facts.end, around)
			g.wanted[id] = facts
		}
	}
	return nil
}

// How much of a paragraph is shown on each side of a claim, in code points.
const (
	leadContext    = 420
	furtherContext = 160
)

// paragraph returns the text of a span with what stands around it in its
// paragraph, or in its row of a table.
func paragraph(text []rune, start, end int64, context int) (before, marked, after string) {
	from, to := int(start), int(end)
	if from < 0 || to > len(text) || from >= to {
		return "", "", ""
	}
	first, last := from, to
	for first > 0 && !parts(text, first-1) {
		first--
	}
	for last < len(text) && !parts(text, last) {
		last++
	}
	before, marked, after = string(text[max(first, from-context):from]), string(text[from:to]), string(text[to:min(last, to+context)])
	if from-first > context {
		before = "… " + afterSpace(before)
	}
	if last-to > context {
		after = beforeSpace(after) + " …"
	}
	return cells(strings.TrimLeft(before, " \n\t")), cells(marked), cells(strings.TrimRight(after, " \n\t"))
}

// parts reports whether a line end at i parts paragraphs, items of a list, or
// rows of a table.
func parts(text []rune, i int) bool {
	if text[i] != '\n' {
		return false
	}
	above, below := text[:i], text[i+1:]
	return len(below) > 0 && (below[0] == '\n' || bullet(below)) || len(above) > 0 && above[len(above)-1] == '\n' ||
		tabbed(above, true) || tabbed(below, false)
}

// bullet reports whether a line begins as an item of a list.
func bullet(line []rune) bool {
	return len(line) > 1 && strings.ContainsRune("-*+•–·", line[0]) && line[1] == ' '
}

// tabbed reports whether the last, or the first, line of a text has a tab.
func tabbed(text []rune, last bool) bool {
	for i := range text {
		if last {
			i = len(text) - 1 - i
		}
		switch text[i] {
		case '\t':
			return true
		case '\n':
			return false
		}
	}
	return false
}

// cells parts the cells of a row by a visible mark.
func cells(text string) string { return strings.ReplaceAll(text, "\t", " | ") }

// afterSpace drops the word that a cut has split at the start.
func afterSpace(s string) string {
	if _, rest, ok := strings.Cut(s, " "); ok {
		return rest
	}
	return s
}

// beforeSpace drops the word that a cut has split at the end.
func beforeSpace(s string) string {
	if at := strings.LastIndex(s, " "); at >= 0 {
		return s[:at]
	}
	return s
}
