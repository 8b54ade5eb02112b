package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/pattern"
)

// Heads of columns that say what the other cells of a row speak of.
var (
	titleHead = pattern.MustCompile(`(?i)^\W*(?:(?:job|occupation|position|role|career)s?\s*)?(?:titles?|names? of (?:the )?(?:job|post)|jobs?|roles?|positions?|occupations?|professions?|designations?|careers?|trades?)\s*(?:\(.*\))?\W*$`)
	placeHead = pattern.MustCompile(`(?i)\b(?:city|cities|town|state|country|location|region|area|province|metro|county)\b`)
	yearHead  = pattern.MustCompile(`(?i)^\W*(?:year|as of|date)\W*$`)
	fromWhom  = pattern.MustCompile(`(?i)^\W*(?:data )?(?:sources?|websites?|site)\W*$`)
)

// place3 is where a cell stands: its table, row and column.
type place3 struct{ group, row, col int }

// setTables notes where each cell stands.
func (p *payReading) setTables() {
	for i, b := range p.doc.Blocks {
		if b.Kind == corpus.Cell {
			p.cells[place3{b.Group, b.Row, b.Col}] = i
			table := p.tables[b.Group]
			table.count = max(table.count, b.Col+1)
			p.tables[b.Group] = table
		}
	}
	for group, i := range p.first {
		if _, ok := p.tables[group]; ok {
			p.setColumns(i)
		}
	}
}

// besideCell returns the text of the cell in another column of a cell's row.
func (p *payReading) besideCell(i, col int) string {
	b := p.doc.Blocks[i]
	k, ok := p.cells[place3{b.Group, b.Row, col}]
	if !ok || k == i {
		return ""
	}
	return p.doc.Blocks[k].Span.Of(p.doc.Text)
}

// headOf returns the head of a column of a cell's table.
func (p *payReading) headOf(i, col int) string {
	k, ok := p.cells[place3{p.doc.Blocks[i].Group, 0, col}]
	if !ok {
		return ""
	}
	return p.doc.Blocks[k].Span.Of(p.doc.Text)
}

// tableColumns are the columns of a table that say what a row speaks of.
type tableColumns struct {
	title   int // of job titles, -1 for none
	telling []int
	count   int
}

// maxTelling is how many columns of places, years and sources are read.
const maxTelling = 4

// setColumns finds the telling columns of a cell's table by their heads.
func (p *payReading) setColumns(i int) {
	group := p.doc.Blocks[i].Group
	table := p.tables[group]
	table.title = -1
	for col := range table.count {
		head := p.headOf(i, col)
		switch {
		case titleHead.MatchString(head):
			if table.title < 0 {
				table.title = col
			}
		case placeHead.MatchString(head), yearHead.MatchString(head), fromWhom.MatchString(head):
			if len(table.telling) < maxTelling {
				table.telling = append(table.telling, col)
			}
		}
	}
	p.tables[group] = table
}

// titleOf returns the cell that names a row's job in the column of titles,
// wherever that stands, "" where the table has none.
func (p *payReading) titleOf(i int) string {
	block := p.doc.Blocks[i]
	if title := p.tables[block.Group].title; title >= 0 {
		if title == block.Col || block.Row == 0 {
			return ""
		}
		return p.besideCell(i, title)
	}
	if block.RowHead.Empty() || len(p.rolesNamed(block.RowHead.Of(p.doc.Text))) > 0 {
		return ""
	}
	// A number or a code may stand before the title.
	if next := p.besideCell(i, 1); block.Col > 1 && len(p.rolesNamed(next)) > 0 && len(strings.Fields(next)) < 10 {
		return next
	}
	return ""
}

// tellingCells returns the cells of a row that give its place, year or
// source, by the heads of their columns.
func (p *payReading) tellingCells(i int) []contextText {
	var telling []contextText
	for _, col := range p.tables[p.doc.Blocks[i].Group].telling {
		cell, head := p.besideCell(i, col), p.headOf(i, col)
		if len(cell) < 3 && placeHead.MatchString(head) {
			continue // a code of a state, which the row's title may spell out
		}
		if cell != head && len(strings.Fields(cell)) <= 8 && cell != p.doc.Blocks[i].RowHead.Of(p.doc.Text) {
			telling = append(telling, contextText{told: p.tell(cell), kind: fromHead, place: placeHead.MatchString(head)})
		}
	}
	return telling
}

// cellRoles returns the roles that a cell pays: those in scope, unless its
// table has titles where this cell's heads name none that is known. A row of
// a column "Job title" is a title all the same.
func (p *payReading) cellRoles(i int, scope []string) []string {
	text := p.doc.Text
	block := p.doc.Blocks[i]
	if title := p.titleOf(i); title != "" {
		if keys := p.rolesNamed(title); len(keys) > 0 {
			return longest(keys)
		}
		return keyOfTitle(title)
	}
	for _, head := range []corpus.Span{block.ColHead, block.RowHead} {
		if !head.Empty() && head != block.Span && len(p.rolesNamed(head.Of(text))) > 0 {
			return scope
		}
	}
	if upper := p.upperHead(i); !upper.Empty() {
		if keys := p.rolesNamed(upper.Of(text)); len(keys) > 0 {
			return keys
		}
	}
	if keys := p.captionRoles(i); len(keys) == 1 {
		return keys
	}
	if p.tellsMore(block.ColHead) {
		return scope
	}
	for col := range p.tables[block.Group].count {
		if k, ok := p.cells[place3{block.Group, 0, col}]; ok && p.doc.Blocks[k].Header && len(p.rolesNamed(p.headOf(i, col))) > 0 {
			return nil
		}
	}
	return scope
}

// captionRoles returns the roles that the caption of a cell's table names: the
// line without a full stop right before it.
func (p *payReading) captionRoles(i int) []string {
	lead := p.leadOf(i)
	if lead < 0 {
		return nil
	}
	caption := strings.TrimSpace(p.doc.Blocks[lead].Span.Of(p.doc.Text))
	if strings.HasSuffix(caption, ".") || !p.tell(caption).speaksOfPay() {
		return nil
	}
	return longest(p.rolesNamed(caption))
}

// upperHead returns the head that spans the column's own head: "London" above
// "Minimum" and "Maximum"; an empty span for none.
func (p *payReading) upperHead(i int) corpus.Span {
	block := p.doc.Blocks[i]
	upper := corpus.Span{}
	for k := p.first[block.Group]; k < i && !block.ColHead.Empty(); k++ {
		b := p.doc.Blocks[k]
		switch {
		case b.Row > 1:
			return corpus.Span{}
		case b.Kind != corpus.Cell || !b.Header && b.Row == 0 || b.Col > block.Col:
		case b.Span == block.ColHead:
			if b.Row == 0 {
				return corpus.Span{}
			}
			return upper
		case b.Row == 0 && b.Col > 0:
			upper = b.Span
		}
	}
	return corpus.Span{}
}

// cornerOf returns the text of the first cell of a cell's table.
func (p *payReading) cornerOf(i int) string {
	k, ok := p.first[p.doc.Blocks[i].Group]
	for ok && k < i && p.doc.Blocks[k].Kind != corpus.Cell {
		k++
	}
	if !ok || k >= i {
		return ""
	}
	return p.doc.Blocks[k].Span.Of(p.doc.Text)
}

// tellsMore reports whether the head of a column speaks of pay, a statistic
// or a place.
func (p *payReading) tellsMore(head corpus.Span) bool {
	t := p.tell(head.Of(p.doc.Text))
	return len(t.cuesNamed()) > 0 || len(t.statisticsNamed()) > 0 || t.namesPlace() || len(t.periodsNamed()) > 0
}

// keyOfTitle returns the key of a title that only its column makes one, nil
// where it is too long for a title or is none by its letters.
func keyOfTitle(title string) []string {
	words := strings.Fields(strings.ToLower(strings.Trim(title, " *")))
	if len(words) == 0 || len(words) > 5 {
		return nil
	}
	for _, word := range words {
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz-") != "" {
			return nil
		}
	}
	last := words[len(words)-1]
	switch {
	case strings.HasSuffix(last, "ies"):
		last = strings.TrimSuffix(last, "ies") + "y"
	case strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss"):
		last = strings.TrimSuffix(last, "s")
	}
	words[len(words)-1] = last
	return []string{strings.Join(words, "-")}
}
