package money

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
)

// term is one number with what belongs to it.
type term struct {
	span    corpus.Span
	number  number
	zeros   int    // of its scale
	scaled  bool   // has a scale
	unit    string // "" for none
	left    bool   // the unit stands before the number
	word    bool   // the unit is a word
	letters bool   // the unit is of letters, before the number
	period  string
	end     int // with period and "+"
}

func (t term) hundredths() int64 { return t.number.hundredths(t.zeros) }

// numberStart reports whether a number may begin at at: a digit that
// continues neither a number nor, units aside, a word; or a word.
func (p *parser) numberStart(at int) bool {
	c := p.text[at]
	head := p.text[p.start:at]
	if c >= '0' && c <= '9' {
		r, _ := utf8.DecodeLastRuneInString(head)
		return !unicode.IsDigit(r)
	}
	return isLetter(c) && !endsInWord(head)
}

// Kinds of bytes.
const (
	neither = iota
	digits
	letters // of ASCII
)

// kinds holds the kind of each byte.
var kinds = func() (kinds [256]uint8) {
	for b := range kinds {
		switch {
		case isDigit(byte(b)):
			kinds[b] = digits
		case isLetter(byte(b)):
			kinds[b] = letters
		}
	}
	return kinds
}()

// next returns where, at or after at, the next digits of a text begin and end,
// or the next word that looks like a number; the end of the text for none.
func next(text string, at int) (start, end int) {
	for start = at; start < len(text); start = end {
		kind := kinds[text[start]]
		for end = start + 1; end < len(text) && kinds[text[end]] == kind; {
			end++
		}
		if kind == digits || kind == letters && looksNumeral(text[start:end]) {
			return start, end
		}
	}
	return len(text), len(text)
}

// term reads the number at at with its unit and scale. A number without a
// unit is a term too.
func (p *parser) term(at, floor int) (term, bool) {
	t := term{span: corpus.Span{Start: at}}
	rest := p.text[at:]
	if c := rest[0]; c < '0' || c > '9' {
		value, end := readSpelled(rest)
		if end == 0 {
			return term{}, false
		}
		t.number = number{digits: strconv.FormatInt(value, 10), grouped: true}
		t.span.End = at + end
		p.rightUnit(&t)
		if t.unit == "" && value < 1000 {
			return term{}, false
		}
		p.trailing(&t)
		return t, true
	}
	t.number = readNumber(rest, func(end int) bool { return p.scaleEnd(at+end) > 0 })
	t.span.End = at + t.number.end
	p.leftUnit(&t, floor)
	if t.unit == "" && endsInWord(p.text[p.start:at]) {
		return term{}, false
	}
	p.scale(&t)
	p.rightUnit(&t)
	p.trailing(&t)
	return t, true
}

// trailing reads the period and the "+" that stand between a low end and the
// word that joins it to the high one.
func (p *parser) trailing(t *term) {
	t.end = t.span.End
	if t.end < len(p.text) && p.text[t.end] == '+' {
		t.end++
	}
	if words := p.periodAt(t.end); words.end > 0 {
		t.period, t.end = words.value, words.end
	}
}

// periodAt reads a period after at, also one tied on by a hyphen.
func (p *parser) periodAt(at int) matched {
	next := p.gap(at)
	if next == at && next < len(p.text) && p.text[next] == '-' {
		next++
	}
	return p.match(&p.g.periods, next)
}

// leftUnit reads the unit before a number: "$", "US$", "CHF", "Rs.", also
// "USD $", which makes the code the unit.
func (p *parser) leftUnit(t *term, floor int) {
	for range 2 {
		head := strings.TrimRight(p.text[floor:t.span.Start], " \u00a0\u202f")
		u, size := p.g.unitEnding(head)
		if size == 0 || t.unit != "" && (u.kind != "code" || !p.g.same(t.unit, u.name)) {
			break
		}
		t.unit, t.left, t.letters = u.name, true, u.kind != "sign"
		t.span.Start = floor + len(head) - size
	}
}

// unitEnding returns the longest unit with which head ends, and its length.
func (g *Grammar) unitEnding(head string) (unit, int) {
	if head == "" {
		return unit{}, 0
	}
	sizes := g.ends[lower(head[len(head)-1])]
	for size := min(6, len(head)); size > 0; size-- {
		if !sizes.has(size) {
			continue
		}
		written := head[len(head)-size:]
		u, ok := g.units[strings.ToLower(written)]
		if !ok || u.kind == "word" || !setAs(written, u) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(written)
		if unicode.IsLetter(first) && endsInWord(head[:len(head)-size]) {
			continue
		}
		return u, size
	}
	return unit{}, 0
}

// setAs reports whether a unit is set in capitals as its kind wants.
func setAs(written string, u unit) bool {
	first, _ := utf8.DecodeRuneInString(written)
	switch u.kind {
	case "code":
		return written == strings.ToUpper(written) || written == "Php"
	case "letters":
		return unicode.IsUpper(first)
	}
	return true
}

// scaleEnd returns the end of the scale that stands at at, or 0.
func (p *parser) scaleEnd(at int) int {
	_, end := p.scaleAt(at)
	return end
}

func (p *parser) scaleAt(at int) (word string, end int) {
	from := p.gap(at)
	if from == at && from < len(p.text) && p.text[from] == '-' {
		from++
	}
	end = from
	for end < len(p.text) && isLetter(p.text[end]) {
		end++
	}
	word = strings.ToLower(p.text[from:end])
	if _, ok := p.g.scales[word]; !ok || startsInWord(p.text[end:]) || len(word) == 1 && from != at && word != "k" {
		return "", 0
	}
	return word, end
}

func (p *parser) scale(t *term) {
	word, end := p.scaleAt(t.span.End)
	if end == 0 {
		return
	}
	t.zeros, t.scaled, t.span.End = p.g.scales[word], true, end
	if word == "lpa" {
		t.period = "year"
	}
	if t.unit != "" {
		return
	}
	switch word {
	case "lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores":
		t.unit = "lakh"
	}
}

// rightUnit reads the unit after a number: "€", "USD", "dollars"; after a
// "$" only one that says which dollar. A sign or code before another number
// is that one's.
func (p *parser) rightUnit(t *term) {
	from := p.gap(t.span.End)
	if from == t.span.End && from < len(p.text) && p.text[from] == '-' {
		from++
	}
	tail := p.text[from:]
	if tail == "" {
		return
	}
	sizes := p.g.begins[lower(tail[0])]
	for size := min(len(tail), longestUnit); size > 0; size-- {
		if !sizes.has(size) || size < len(tail) && !utf8.RuneStart(tail[size]) {
			continue
		}
		written := tail[:size]
		u, ok := p.g.units[strings.ToLower(written)]
		if !ok || u.kind == "letters" || !setAs(written, u) || startsInWord(tail[size:]) && u.kind != "word" && isWordy(written) {
			continue
		}
		if u.kind == "word" && startsInWord(tail[size:]) || u.kind != "word" && digitNext(tail[size:]) {
			continue
		}
		if t.unit != "" && !(t.unit == "lakh" || p.g.same(t.unit, u.name)) {
			return
		}
		if u.kind == "sign" && t.unit != "" && t.unit != "lakh" {
			return
		}
		t.unit, t.word = u.name, u.kind == "word"
		t.span.End = from + size
		return
	}
}

// longestUnit is the length in bytes of the longest unit that is looked for.
const longestUnit = 22

func isWordy(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func digitNext(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// same reports whether two units may be one: equal, or one a currency that
// shares the other.
func (g *Grammar) same(a, b string) bool {
	return a == b || slices.Contains(g.shared[a].currencies, b) || slices.Contains(g.shared[b].currencies, a)
}

// narrower returns the one of two units that says more.
func (g *Grammar) narrower(a, b string) string {
	_, ok := g.shared[a]
	if a == "" || ok && b != "" && b != "lakh" {
		return b
	}
	return a
}

// notMoney are the things counted by what looks like a bare high end.
var notMoney = regexp.MustCompile(`^\s*(?:%|-?\s*(?i:percent|per cent|years?|yrs?|hours?|hrs|days?|weeks?|months?|people|employees|students|miles|credits|members|engineers|times)\b|[-–—]\s?\d+(?:\.\d+)?\s?%)`)

// otherThing reports whether a number is no money for all its unit: weights
// in pounds, names of things ("PHP 8", "R2"), counts.
func (p *parser) otherThing(t *term, unit string) bool {
	if t.unit == "" {
		tail := p.text[t.span.End:]
		return notMoney.MatchString(tail) || strings.HasPrefix(tail, "(k)") || startsInWord(strings.TrimLeft(tail, "-"))
	}
	if t.scaled || t.period != "" {
		return false
	}
	weight := t.word && (unit == "pound" || unit == "KRW" || unit == "BRL")
	return weight && t.hundredths() < 1000_00 || t.letters && t.hundredths() < 100_00
}
