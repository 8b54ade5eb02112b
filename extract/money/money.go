// Package money finds amounts of money in a text and parses them: numbers of
// several locales, signs and codes on either side, scales ("k", "million",
// "lakh"), ranges, open ends and the period that stands beside them. It does
// not know whose money it is, what for, or which dollar a "$" is.
//
// Not handled, on purpose:
//   - amounts without digits or a unit: "six figures", "a fortune", "minimum wage";
//   - amounts in parts of a unit: "75 cents a word", "50p";
//   - a bare number whose unit is named elsewhere, save by FindBare;
//   - ranges over a full stop, a line end or another amount, and ranges whose
//     ends are each tied to something ("from $40k for cooks to $60k for chefs"
//     is two amounts);
//   - scales on scales ("1.5 lakh crore") and tolerances ("$50k ± 5k" is $50k);
//   - "1.234" is a thousand and more, never one and a fraction, unless a scale
//     follows or it begins with 0.
package money

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
)

// Amount is one statement of an amount, with one end or two.
type Amount struct {
	// Span runs from the first to the last character of the amount, units
	// included: "$150,000 to $300,000", "over" and "a year" left out.
	Span corpus.Span
	// Extent is Span with the words that bound it and its period:
	// "over $150,000 a year".
	Extent corpus.Span
	// Low and High are hundredths of the unit; nil is an open end. They are
	// equal for a single figure, and never both nil.
	Low, High *int64
	// Unit is an ISO 4217 code, or in lower case or as a sign one of the units
	// that currencies share ("$", "¥", "krone"): see Grammar.Currency.
	Unit string
	// Period is year, month, week, day or hour where one stands beside the
	// amount, else "".
	Period string
}

// Single reports whether the amount is one figure without an open end.
func (a Amount) Single() bool { return a.Low != nil && a.High != nil && *a.Low == *a.High }

// Find returns the amounts in the part of text that within covers, in order
// and not overlapping. An amount needs a unit.
func (g *Grammar) Find(text string, within corpus.Span) []Amount {
	return g.find(text, within, "")
}

// FindBare is Find for a text whose unit is named elsewhere, such as the cell
// of a column "Salary (USD)": a number without a unit is taken to have unit.
func (g *Grammar) FindBare(text string, within corpus.Span, unit string) []Amount {
	return g.find(text, within, unit)
}

func (g *Grammar) find(text string, within corpus.Span, bare string) []Amount {
	p := parser{g: g, text: text[:within.End], start: within.Start, bare: bare}
	var found []Amount
	floor := within.Start
	for at, end := next(p.text, within.Start); at < within.End; at, end = next(p.text, end) {
		if !p.numberStart(at) {
			continue
		}
		if amount, ok := p.amount(at, floor); ok {
			found = append(found, amount)
			floor, end = amount.Extent.End, amount.Extent.End
		}
	}
	return found
}

// parser reads one part of a text.
type parser struct {
	g     *Grammar
	text  string // up to the end of the part
	start int
	bare  string // unit of a number without one, "" for none
}

// amount parses the amount whose first number begins at at; what lies before
// floor belongs to the amount before.
func (p *parser) amount(at, floor int) (Amount, bool) {
	first, ok := p.term(at, floor)
	if !ok {
		return Amount{}, false
	}
	a := Amount{}
	low, high := first, first
	if second, ok := p.second(&first, floor); ok {
		if joined, ok := p.join(first, second); ok {
			low, high = joined[0], joined[1]
		}
	}
	single := low == high
	unit := high.unit
	if p.bare != "" && (unit == "" || unit == "lakh") {
		unit = p.bare
	}
	if unit == "" || p.otherThing(&high, unit) {
		return Amount{}, false
	}
	a.Unit = unit
	a.Span = corpus.Span{Start: low.span.Start, End: high.span.End}
	a.Period = high.period
	if a.Period == "" {
		a.Period = low.period
	}
	ends := [2]int64{low.hundredths(), high.hundredths()}
	if ends[0] < 0 || ends[1] < 0 {
		return Amount{}, false
	}
	a.Low, a.High = &ends[0], &ends[1]
	start, end := p.before(low.span.Start, floor)
	p.after(&a, end, single)
	a.Extent.Start = start
	return a, true
}

// after reads what follows an amount: its period and the words that open one
// of its ends; end is the end that the words before it open.
func (p *parser) after(a *Amount, end string, single bool) {
	at := a.Span.End
	if at < len(p.text) && p.text[at] == '+' {
		at++
		a.Span.End = at
		if end == "" {
			end = "low"
		}
	}
	for {
		next := p.gap(at)
		if words := p.periodAt(at); words.end > at && (a.Period == "" || a.Period == words.value) {
			a.Period, at = words.value, words.end
			continue
		}
		if words := p.match(&p.g.after, next); words.end > next {
			at = words.end
			if end == "" {
				end = words.value
			}
			continue
		}
		break
	}
	a.Extent.End = at
	switch {
	case !single:
	case end == "low":
		a.High = nil
	case end == "high":
		a.Low = nil
	}
}

// before reads the words that open an end of the amount beginning at at, and
// returns where they begin.
func (p *parser) before(at, floor int) (start int, end string) {
	head := p.head(at, floor)
	base := at - len(head)
	cut := len(head)
	for {
		trimmed := strings.TrimRight(head[:cut], " \u00a0:")
		word := trimmed[strings.LastIndexAny(trimmed, " \u00a0\n\t")+1:]
		if !p.g.fillers[strings.ToLower(word)] {
			cut = len(trimmed)
			break
		}
		cut = len(trimmed) - len(word)
	}
	if cut == 0 {
		return at, ""
	}
	for _, words := range p.g.before[lower(head[cut-1])] {
		from := cut - len(words.text)
		if from < 0 || !strings.EqualFold(head[from:cut], words.text) || endsInWord(head[:from]) {
			continue
		}
		if words.text == "from" && changed.MatchString(head[:cut]) {
			break
		}
		if outer, end := p.before(base+from, floor); end != "" { // "up to over"
			return outer, end
		}
		return base + from, words.value
	}
	return at, ""
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
