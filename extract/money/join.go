package money

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/extract/pattern"
)

// What joins two ends, and what may stand before the first.
var (
	dash    = regexp.MustCompile(`^[\s\p{Zs}]*(?:[-–—‒−~]|\.\.+|…)[\s\p{Zs}]*`)
	upTo    = regexp.MustCompile(`^,?[\s\p{Zs}]+(?i:(?:all the way )?(?:up )?(?:to|through|till|until))[\s\p{Zs}]+` + fillersBefore)
	and     = regexp.MustCompile(`^,?[\s\p{Zs}]+(?i:and|to)[\s\p{Zs}]+` + fillersBefore)
	aside   = regexp.MustCompile(`^[\s\p{Zs}]+(?i:in|at|on)[\s\p{Zs}][\pL'’\- \p{Zs}]{1,40}?,?[\s\p{Zs}]+(?i:(?:up )?to)[\s\p{Zs}]+` + fillersBefore)
	between = pattern.MustCompile(`(?i)\b(?:between|(?:salary|pay|wage|hourly) ranges? (?:is|are|was|of))(?:[\s\p{Zs}]+(?:a|an|about|around|roughly|approximately|the|low|of|base|mid))*[\s\p{Zs}:]*$`)
	from    = pattern.MustCompile(`(?i)\bfrom(?:[\s\p{Zs}]+(?:a|an|about|around|roughly|approximately|the|low|of|as|little))*[\s\p{Zs}:]*$`)
	changed = pattern.MustCompile(`(?i)\b(?:rose|risen|rising|rises?|increas(?:e|es|ed|ing)|grew|grown|grows|grow|jump(?:s|ed)?|climb(?:s|ed)?|went|fell|drop(?:s|ped)?|declin(?:e|ed|es)|raised|up|down)[\s\p{Zs}]+from[\s\p{Zs}:]*$`)
)

// fillersBefore are the words that may stand before a high end.
const fillersBefore = `(?:(?i:a|an|high|of|about|around|roughly|approximately|over|well|more|than|as|much|nearly|almost|the)[\s\p{Zs}]+)*`

// second reads the high end of a range whose low end is first.
func (p *parser) second(first *term, floor int) (term, bool) {
	rest := p.text[first.end:]
	joiner := joinerOf(rest, p.head(first.span.Start, floor))
	if joiner == nil {
		return term{}, false
	}
	size := len(joiner.FindString(rest))
	if size == 0 || strings.Contains(rest[:size], "\n") {
		return term{}, false
	}
	start := first.end + size
	// The number may have its unit before it.
	for at := start; at < min(start+8, len(p.text)); at++ {
		if !p.numberStart(at) {
			continue
		}
		if second, ok := p.term(at, start); ok && second.span.Start == start {
			return second, true
		}
	}
	return term{}, false
}

// joinerOf returns what may join a number that follows head to the number in
// rest, told by the first word there; nil for nothing.
func joinerOf(rest, head string) *regexp.Regexp {
	rest = strings.TrimLeftFunc(strings.TrimPrefix(rest, ","), unicode.IsSpace)
	end := 0
	for end < len(rest) && isLetter(rest[end]) {
		end++
	}
	joiner := dash
	switch strings.ToLower(rest[:end]) {
	case "":
		if r, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune("-–—‒−~.…", r) {
			return nil
		}
	case "to":
		joiner = upTo
		if between.MatchString(head) {
			joiner = and
		}
	case "and":
		joiner = and
		if !between.MatchString(head) {
			return nil
		}
	case "all", "up", "through", "till", "until":
		joiner = upTo
		if between.MatchString(head) {
			return nil
		}
	case "in", "at", "on":
		joiner = aside
		if between.MatchString(head) || !from.MatchString(head) {
			return nil
		}
	default:
		return nil
	}
	if changed.MatchString(head) {
		return nil
	}
	return joiner
}

// head returns the text before at, no more than may matter for it.
func (p *parser) head(at, floor int) string {
	start := max(floor, at-80)
	for !utf8.RuneStart(p.text[start]) {
		start++
	}
	return p.text[start:at]
}

// join makes two terms the ends of one range: they share a unit and a scale
// where only one has it.
func (p *parser) join(low, high term) ([2]term, bool) {
	none := [2]term{}
	switch {
	case high.unit == "" && p.otherThing(&high, ""):
		return none, false
	case low.unit == "" && high.left: // "in 2020 to $90,000"
		return none, false
	case high.unit == "" && low.unit != "" && !low.left && !low.scaled: // "90 dollars to 100"
		return none, false
	case low.unit != "" && high.unit != "" && high.unit != "lakh" && low.unit != "lakh" && !p.g.same(low.unit, high.unit):
		return none, false
	case high.unit == "" && yearLike(high) && (low.number.grouped || low.scaled || low.hundredths() < 500_00):
		return none, false
	}
	switch {
	case high.scaled && !low.scaled && !low.number.grouped && low.hundredths() <= high.number.hundredths(0):
		low.zeros, low.scaled = high.zeros, true
	case !low.scaled && !low.number.grouped && high.number.grouped && low.number.fraction == 0 && low.hundredths() < 1000_00 && low.hundredths() >= 10_00 && high.hundredths() >= 10_000_00 && 1000*low.hundredths() < high.hundredths():
		low.zeros, low.scaled = 3, true // "$85-$120,000"
	case low.scaled && !high.scaled && !high.number.grouped && high.hundredths() < 1000_00:
		high.zeros, high.scaled = low.zeros, true
	}
	unit := p.g.narrower(low.unit, high.unit)
	low.unit, high.unit = unit, unit
	if low.period == "" {
		low.period = high.period
	}
	return [2]term{low, high}, low.hundredths() < high.hundredths()
}

// yearLike reports whether a term is written as a year of our time.
func yearLike(t term) bool {
	year := t.hundredths() / 100
	return !t.number.grouped && !t.scaled && t.number.fraction == 0 && year >= 1950 && year < 2100
}
