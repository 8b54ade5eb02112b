package extract

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/money"
	"roleclaims/extract/pattern"
)

// notAmounts are heads of columns of numbers that are no pay.
var notAmounts = pattern.MustCompile(`(?i)\b(?:jobs?|number|growth|change|year|years|openings|employment|employed|experience|age|hours|rank|%|percent|count|employees|population|reviews|rating|share|difference|#)\b|[%#]`)

// cellAmounts returns the amounts of a cell, of which some are read already,
// in single units where its heads
// or its caption say that it gives thousands.
func (p *payReading) cellAmounts(i int, span corpus.Span, context []contextText, amounts []money.Amount) []money.Amount {
	if len(amounts) == 0 {
		amounts = p.bareCell(i, span, context)
	}
	if !inThousands(context) {
		return amounts
	}
	for k, a := range amounts {
		if *cmp.Or(a.Low, a.High) < maxThousands && !scaledLetter.MatchString(a.Span.Of(p.doc.Text)) {
			amounts[k].Low, amounts[k].High = thousandfold(a.Low), thousandfold(a.High)
		}
	}
	return amounts
}

// maxThousands is a figure, in hundredths, too high to be one in thousands.
const maxThousands = 10_000_00

// scaledLetter is an amount that has its own scale.
var scaledLetter = pattern.MustCompile(`(?i)\d\s?(?:k|l|m|lakh|lakhs|lpa|million|thousand)\b`)

func thousandfold(v *int64) *int64 {
	if v == nil {
		return nil
	}
	product := *v * 1000
	return &product
}

// bareCell reads the number of a cell whose unit its heads name, or other
// cells of its column, or the place that its heads name.
func (p *payReading) bareCell(i int, span corpus.Span, context []contextText) []money.Amount {
	block := p.doc.Blocks[i]
	text := p.doc.Text
	if block.Header || len(textWords(text, block.Span)) > 6 || !strings.ContainsAny(span.Of(text), digits) {
		return nil
	}
	column := ""
	if !block.ColHead.Empty() {
		column = block.ColHead.Of(text)
	}
	pays := false
	for _, c := range context {
		if c.speaksOfPay() && (c.kind == fromHead || !notAmounts.MatchString(column)) {
			pays = true
		}
	}
	if !pays || column != "" && !p.tell(column).speaksOfPay() && notAmounts.MatchString(column) {
		return nil
	}
	unit := p.unitAbove(i, context)
	if unit == "" {
		return nil
	}
	var kept []money.Amount
	for _, a := range p.pay.money.FindBare(text, span, unit) {
		scaled := strings.ContainsAny(a.Span.Of(text), "kKLl")
		if column != "" && p.tell(column).speaksOfPay() || scaled || inThousands(context) || a.High != nil && *a.High >= 1000_00 {
			kept = append(kept, a)
		}
	}
	return kept
}

const digits = "0123456789"

// unitRows is how many rows of a table are searched for the unit of a column.
const unitRows = 12

// unitAbove returns the unit of a cell's bare numbers.
func (p *payReading) unitAbove(i int, context []contextText) string {
	text := p.doc.Text
	for _, c := range context {
		if unit := c.unitNamed(); unit != "" {
			return unit
		}
	}
	block := p.doc.Blocks[i]
	for k := p.first[block.Group]; k < len(p.doc.Blocks); k++ {
		b := p.doc.Blocks[k]
		if b.Kind != corpus.Cell || b.Group != block.Group || b.Row > unitRows {
			break
		}
		if b.Col != block.Col || k == i {
			continue
		}
		if found := p.pay.money.Find(text, b.Span); len(found) == 1 {
			return found[0].Unit
		}
	}
	for _, c := range context {
		if code := p.places.Currency(c.text); code != "" {
			return code
		}
	}
	return ""
}

// pairedCell reports whether a cell is the high end of the range that the cell
// before it begins, in columns "Minimum" and "Maximum"; the low one reads
// both.
func (p *payReading) pairedCell(i int) bool {
	if p.paired == i {
		return true
	}
	if i+1 >= len(p.doc.Blocks) || p.endOf(i) != "low" || p.endOf(i+1) != "high" || !p.sameRow(i, i+1) {
		return false
	}
	amount := p.pair(i, i+1)
	if amount == nil {
		return false
	}
	p.paired = i + 1
	sentences := p.sentences[p.blocks[i].first:p.blocks[i].last]
	pass := newPassage(p, i, sentences[:1])
	if pass == nil || len(pass.figures) != 1 {
		return false
	}
	pass.figures[0].Amount = *amount
	pass.span.End = amount.Span.End
	pass.look = pattern.Look{} // which is of the first cell alone
	pass.statistics = nil
	pass.pairedEnds()
	p.figure(pass, 0)
	return true
}

// pairedEnds takes the column's head, which names one end only, from the
// context of a passage of two cells.
func (pass *passage) pairedEnds() {
	column := pass.block.ColHead.Of(pass.p.doc.Text)
	var kept []contextText
	for _, c := range pass.context {
		if c.text != column {
			kept = append(kept, c)
		}
	}
	pass.context = kept
}

// pair returns the range of two cells, or nil.
func (p *payReading) pair(low, high int) *money.Amount {
	a, b := p.cellAmount(low), p.cellAmount(high)
	if a == nil || b == nil || !a.Single() || !b.Single() || a.Unit != b.Unit || *a.Low > *b.High {
		return nil
	}
	joined := *a
	joined.High = b.High
	joined.Span.End, joined.Extent.End = b.Span.End, b.Extent.End
	return &joined
}

func (p *payReading) cellAmount(i int) *money.Amount {
	span := p.doc.Blocks[i].Span
	found := p.cellAmounts(i, span, p.contextOf(i), p.pay.money.Find(p.doc.Text, span))
	if len(found) != 1 {
		return nil
	}
	return &found[0]
}

// endOf says which end of a range the head of a cell's column names.
func (p *payReading) endOf(i int) string {
	block := p.doc.Blocks[i]
	if block.Kind != corpus.Cell || block.Header || block.ColHead.Empty() {
		return ""
	}
	return p.endIn(block.ColHead)
}

// endIn says which end of a range a head names.
func (p *payReading) endIn(head corpus.Span) string {
	t := p.tell(head.Of(p.doc.Text))
	return t.end.get(func() string { return endIn(p.pay.ends, t.textWords()) })
}

func endIn(ends map[string]string, words []textWord) string {
	end := ""
	for _, w := range words {
		if e := ends[w.lower]; e != "" {
			end = e
		} else if len(words) > 3 {
			return ""
		}
	}
	return end
}

func (p *payReading) sameRow(a, b int) bool {
	x, y := p.doc.Blocks[a], p.doc.Blocks[b]
	return x.Group == y.Group && x.Row == y.Row && x.Col+1 == y.Col
}

// rowNumber is a number or code of a row.
var rowNumber = regexp.MustCompile(`^\W*[\w.]*-?\d[\w.-]*\W*$`)

// placesAt reports whether a cell's row heads are a column of places.
func (p *payReading) placesAt(block corpus.Block) bool {
	k, ok := p.cells[place3{block.Group, 0, 0}]
	return ok && placeHead.MatchString(p.doc.Blocks[k].Span.Of(p.doc.Text))
}

// titleAt reports whether a column beside a cell's row heads holds titles.
func (p *payReading) titleAt(block corpus.Block) bool {
	table, ok := p.tables[block.Group]
	return ok && table.title > 0
}

// emptyHead is the head of a column that says nothing of what is in it.
var emptyHead = pattern.MustCompile(`(?i)^\W*(?:details?|values?|info(?:rmation)?|descriptions?|answers?|data|facts?)\W*$`)

// cellCondition returns the head of a cell that names neither a role, a place,
// a statistic nor pay: "Entry level".
func (p *payReading) cellCondition(block corpus.Block, key string) string {
	text := p.doc.Text
	for _, span := range []corpus.Span{block.RowHead, block.ColHead} {
		if span.Empty() || span == block.Span {
			continue
		}
		head := span.Of(text)
		if p.titleAt(block) && rowNumber.MatchString(head) || span == block.RowHead && p.placesAt(block) {
			continue
		}
		t := p.tell(head)
		words := t.textWords()
		if len(words) == 0 || len(words) > 6 || len(t.cuesNamed()) > 0 || len(t.statisticsNamed()) > 0 || t.namesPlace() || len(t.yearsNamed()) > 0 || p.pay.ends[words[0].lower] != "" ||
			len(p.rolesNamed(head)) > 0 || emptyHead.MatchString(head) || slices.Contains(keyOfTitle(head), key) {
			continue
		}
		return head
	}
	return ""
}
