package money

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/extract/lexicon"
)

// Grammar holds the words of the grammar. It is read-only.
type Grammar struct {
	units   map[string]unit
	begins  [256]bool      // with what byte units begin,
	ends    [256]bool      // and end; with any beyond ASCII, whose case may change bytes
	scales  map[string]int // zeros
	periods []phrase       // after an amount, longest first
	before  []phrase       // what opens an end before and after an amount,
	after   []phrase       // longest first
	fillers map[string]bool
	shared  map[string]shared
}

type unit struct{ kind, name string }

type phrase struct{ text, value string }

type shared struct {
	usual      string
	currencies []string
}

// New reads the grammar's tables (pay-bounds, pay-currencies, pay-periods,
// pay-scales, pay-shared) from a lexicon.
func New(lex *lexicon.Lexicon) *Grammar {
	g := &Grammar{
		units: map[string]unit{}, scales: map[string]int{}, shared: map[string]shared{},
		// Words that may stand between "over", "from" or "between" and the amount.
		fillers: map[string]bool{
			"about": true, "around": true, "approximately": true, "roughly": true, "a": true, "an": true, "the": true,
			"circa": true, "some": true, "nearly": true, "almost": true, "well": true,
		},
	}
	for _, row := range lex.Rows("pay-currencies") {
		g.units[row[0]] = unit{kind: row[1], name: row[2]}
	}
	for b := range 256 {
		g.begins[b], g.ends[b] = b >= utf8.RuneSelf, b >= utf8.RuneSelf
	}
	for name := range g.units {
		if name != "" {
			g.begins[name[0]], g.ends[name[len(name)-1]] = true, true
		}
	}
	for _, row := range lex.Rows("pay-scales") {
		// A scale that is no number is a slip in an overlay; it scales nothing.
		g.scales[row[0]], _ = strconv.Atoi(row[1])
	}
	for _, row := range lex.Rows("pay-periods") {
		g.periods = append(g.periods, phrase{row[0], row[1]})
	}
	for _, row := range lex.Rows("pay-bounds") {
		if row[2] != "after" {
			g.before = append(g.before, phrase{row[0], row[1]})
		}
		if row[2] != "before" {
			g.after = append(g.after, phrase{row[0], row[1]})
		}
	}
	for _, row := range lex.Rows("pay-shared") {
		g.shared[row[0]] = shared{usual: row[1], currencies: strings.Fields(row[2])}
	}
	for _, list := range [][]phrase{g.periods, g.before, g.after} {
		slices.SortStableFunc(list, func(a, b phrase) int { return cmp.Compare(len(b.text), len(a.text)) })
	}
	return g
}

// Currency returns the ISO 4217 code that a unit stands for where local is
// the currency of the place, "" for an unknown place.
func (g *Grammar) Currency(unit, local string) string {
	s, ok := g.shared[unit]
	switch {
	case !ok:
		return unit
	case slices.Contains(s.currencies, local):
		return local
	}
	return s.usual
}

// Unit returns the unit that a text names on its own, as the head of a column
// does ("Salary (USD)", "Wage, $", "all figures in Australian dollars"), or "".
// In a longer text a common word ("won", "real") is none but after "in".
func (g *Grammar) Unit(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("(),;:/'’[]", r)
	})
	for i := range words {
		for n := min(3, len(words)-i); n > 0; n-- {
			written := strings.TrimRight(strings.Join(words[i:i+n], " "), ".")
			u, ok := g.units[strings.ToLower(written)]
			if !ok || u.kind == "letters" && written != "RM" || u.kind == "code" && written != strings.ToUpper(written) {
				continue
			}
			if u.kind == "word" && n == 1 && len(words) > shortText && (i == 0 || !strings.EqualFold(words[i-1], "in")) {
				continue
			}
			return u.name
		}
	}
	return ""
}

// shortText is the most words of a head or a caption.
const shortText = 6

// matched is where a phrase ends and what it means.
type matched struct {
	end   int
	value string
}

// match returns the first of the phrases that stands at at.
func (p parser) match(phrases []phrase, at int) matched {
	for _, ph := range phrases {
		if end := p.matchOne(ph.text, at); end > 0 {
			return matched{end, ph.value}
		}
	}
	return matched{}
}

// matchOne returns the end of words standing at at, or 0. A space of words is
// any white space but a line end, or a hyphen; a slash may have space around
// it; words that end in a letter end a word of the text.
func (p parser) matchOne(words string, at int) int {
	for i := 0; i < len(words); i++ {
		if at >= p.within.End {
			return 0
		}
		switch c := words[i]; c {
		case ' ':
			next := p.gap(at)
			if next == at && p.text[at] == '-' {
				next++
			}
			if next == at {
				return 0
			}
			at = next
		case '/':
			if p.text[at] != '/' {
				return 0
			}
			at = p.gap(at + 1)
		default:
			if lower(p.text[at]) != c {
				return 0
			}
			at++
		}
	}
	if isLetter(words[len(words)-1]) && startsInWord(p.text[at:p.within.End]) {
		return 0
	}
	return at
}

// gap returns at, moved over white space but line ends.
func (p parser) gap(at int) int {
	for at < p.within.End {
		r, size := utf8.DecodeRuneInString(p.text[at:p.within.End])
		if r == '\n' || !unicode.IsSpace(r) {
			break
		}
		at += size
	}
	return at
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' }

func startsInWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
