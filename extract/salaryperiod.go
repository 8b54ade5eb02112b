package extract

import (
	"regexp"
	"strings"

	"roleclaims/extract/money"
)

// payNoun follows an adjective of time that speaks of pay.
var payNoun = regexp.MustCompile(`(?i)^\W*(?:\w+\W+){0,2}(?:salar|wage|pay|rate|income|earning|compensation|remuneration|range|figure|amount|bonus|package|basis|base|median|average|mean|take)`)

// periodOf returns a figure's period: its own, that of its clause, of the
// heads above it, of the amounts beside it, "" where nothing tells.
func (pass *passage) periodOf(i int) string {
	f := &pass.figures[i]
	if f.Period != "" {
		return f.Period
	}
	text := pass.p.doc.Text
	if c := firstIn(cuesIn(pass.p.pay.after, pass.wordsIn(f.after)), f.after); c != nil {
		return c.value
	}
	before := cuesIn(pass.p.pay.before, pass.wordsIn(f.before))
	for k := len(before) - 1; k >= 0; k-- {
		c := before[k]
		if c.value == "year" || strings.Contains(c.span.Of(text), "rate") || strings.HasPrefix(strings.ToLower(c.span.Of(text)), "by the ") || payNoun.MatchString(text[c.span.End:f.Span.Start]) {
			return c.value
		}
	}
	for _, k := range pass.beside(i) {
		if k > i && len(pass.wordsIn(f.after)) > 0 {
			continue
		}
		other := &pass.figures[k]
		if other.period == "" {
			other.period = other.Period
		}
		if other.period != "" && (other.component == "" || other.component == f.component) && near(other.anyEnd(), f.anyEnd()) {
			return other.period
		}
	}
	if c := pass.p.carry; c.block == pass.index && c.period != "" && near(c.amount, f.anyEnd()) {
		return c.period
	}
	if pass.underHeads(i) {
		if period := pass.periodAbove(f, true); period != "" {
			return period
		}
		if period := pass.p.periodOfNeighbours(pass.index, f.anyEnd()); period != "" {
			return period
		}
		if period := pass.periodAbove(f, false); period != "" {
			return period
		}
	}
	return ""
}

// pittance reports whether nobody is paid so little for a year's work.
func (f *figure) pittance() bool {
	return dear[f.Unit] && f.anyEnd() < minYearly && (f.component == "base" || f.component == "unspecified")
}

// minYearly is the least, in hundredths, that a year's work is taken to pay in
// the units of dear.
const minYearly = 2000_00

// periodAbove returns the period that the heads of a cell name, or that the
// rest of the context does.
// No hour pays thousands of dollars.
func (pass *passage) periodAbove(f *figure, heads bool) string {
	for _, c := range pass.context {
		if (c.kind == fromHead) != heads {
			continue
		}
		found := c.periodsNamed()
		if len(found) > 0 && !heads && routine(c.text, &found[0]) {
			continue
		}
		if len(found) > 0 && !(found[0].value == "hour" && dear[f.Unit] && f.anyEnd() > maxHourly) {
			return found[0].value
		}
	}
	return ""
}

// routine reports a word like "daily" that is said of something other than pay:
// "their daily duties".
func routine(text string, c *cue) bool {
	rest := text[c.span.End:]
	return c.value != "year" && strings.HasSuffix(strings.ToLower(c.span.Of(text)), "ly") && len(rest) > 1 && !payNoun.MatchString(rest)
}

// maxHourly is the most, in hundredths, that an hour is taken to pay in the
// units of dear.
const maxHourly = 3000_00

// dear holds units of which an hour's work buys few.
var dear = map[string]bool{"$": true, "USD": true, "CAD": true, "AUD": true, "NZD": true, "SGD": true, "EUR": true, "pound": true, "GBP": true, "CHF": true, "AED": true}

// maxNeighbours is how many blocks around one are searched for a period.
const maxNeighbours = 30

// periodOfNeighbours returns the period that stands beside an amount of like
// size in the nearest items of a list, cells of a column or lines like items
// around a block, those before it first.
func (p *payReading) periodOfNeighbours(i int, amount int64) string {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(p.doc.Blocks) && k >= i-maxNeighbours && k <= i+maxNeighbours; k += step {
			if !p.alike(i, k) {
				break
			}
			if p.doc.Blocks[k].Col != p.doc.Blocks[i].Col || p.doc.Blocks[k].Span.Len() > maxListed {
				continue
			}
			for _, a := range p.amountsOf(k) {
				other := figure{Amount: a}
				if a.Period != "" && near(other.anyEnd(), amount) {
					return a.Period
				}
			}
		}
	}
	return ""
}

// amountsOf returns the amounts of a block, which are asked for by all figures
// near it.
func (p *payReading) amountsOf(i int) []money.Amount {
	amounts, ok := p.amounts[i]
	if !ok {
		amounts = p.pay.money.Find(p.doc.Text, p.doc.Blocks[i].Span)
		p.amounts[i] = amounts
	}
	return amounts
}

// alike reports whether two blocks are of one list or table, or both lines
// like items.
func (p *payReading) alike(i, k int) bool {
	if group := p.doc.Blocks[i].Group; group > 0 {
		return p.doc.Blocks[k].Group == group
	}
	return p.listed(i) && p.listed(k)
}

// beside returns the indices of the figures around a figure: those before
// it, nearest first, then the next.
func (pass *passage) beside(i int) []int {
	var around []int
	for k := i - 1; k >= 0; k-- {
		around = append(around, k)
	}
	if i+1 < len(pass.figures) {
		around = append(around, i+1)
	}
	return around
}

// anyEnd returns an end that the figure has.
func (f *figure) anyEnd() int64 {
	if f.Low != nil {
		return *f.Low
	}
	return *f.High
}

// near reports whether two amounts may be of one period: those of a sentence
// before are not always beside.
func near(a, b int64) bool { return a > 0 && b > 0 && a/b < 20 && b/a < 20 }
