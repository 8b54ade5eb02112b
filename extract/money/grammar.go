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
	begins  [256]lengths    // of the units that begin with a byte,
	ends    [256]lengths    // and that end with it
	opens   map[string]bool // first words of units, without a last full stop
	scales  map[string]int  // zeros
	periods phrases         // after an amount, by their first bytes
	before  phrases         // what opens an end before an amount, by their last bytes,
	after   phrases         // and after it, by their first
	fillers map[string]bool
	shared  map[string]shared
}

type unit struct{ kind, name string }

// lengths are lengths in bytes of units, as bits.
type lengths uint32

func (l lengths) has(size int) bool { return l&(1<<size) != 0 }

// phrases are lists of phrases, longest first, by a byte in lower case.
type phrases [256][]phrase

type phrase struct{ text, value string }

type shared struct {
	usual      string
	currencies []string
}

// New reads the grammar's tables (pay-bounds, pay-currencies, pay-periods,
// pay-scales, pay-shared) from a lexicon.
func New(lex *lexicon.Lexicon) *Grammar {
	g := &Grammar{
		units: map[string]unit{}, opens: map[string]bool{}, scales: map[string]int{}, shared: map[string]shared{},
		// Words that may stand between "over", "from" or "between" and the amount.
		fillers: map[string]bool{
			"about": true, "around": true, "approximately": true, "roughly": true, "a": true, "an": true, "the": true,
			"circa": true, "some": true, "nearly": true, "almost": true, "well": true,
		},
	}
	for _, row := range lex.Rows("pay-currencies") {
		g.units[row[0]] = unit{kind: row[1], name: row[2]}
	}
	for b := utf8.RuneSelf; b < 256; b++ { // the case of a letter may change its bytes
		g.begins[b], g.ends[b] = 1<<(longestUnit+1)-1, 1<<(longestUnit+1)-1
	}
	for name := range g.units {
		if size := len(name); size > 0 && size <= longestUnit {
			g.begins[name[0]] |= 1 << size
			g.ends[name[size-1]] |= 1 << size
		}
		first, _, _ := strings.Cut(name, " ")
		g.opens[strings.TrimRight(first, ".")] = true
	}
	for _, row := range lex.Rows("pay-scales") {
		// A scale that is no number is a slip in an overlay; it scales nothing.
		g.scales[row[0]], _ = strconv.Atoi(row[1])
	}
	for _, row := range lex.Rows("pay-periods") {
		g.periods.add(row[0][0], phrase{row[0], row[1]})
	}
	for _, row := range lex.Rows("pay-bounds") {
		if row[2] != "after" {
			g.before.add(row[0][len(row[0])-1], phrase{row[0], row[1]})
		}
		if row[2] != "before" {
			g.after.add(row[0][0], phrase{row[0], row[1]})
		}
	}
	for _, row := range lex.Rows("pay-shared") {
		g.shared[row[0]] = shared{usual: row[1], currencies: strings.Fields(row[2])}
	}
	return g
}

// add adds a phrase to the list of a byte.
func (p *phrases) add(b byte, added phrase) {
	p[b] = append(p[b], added)
	slices.SortStableFunc(p[b], func(a, b phrase) int { return cmp.Compare(len(b.text), len(a.text)) })
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
	words := strings.FieldsFunc(text, partsUnits)
	for i, word := range words {
		if !g.opens[strings.ToLower(strings.TrimRight(word, "."))] {
			continue
		}
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

// partsUnits reports what stands between the words of a head.
func partsUnits(r rune) bool {
	switch r {
	case '(', ')', ',', ';', ':', '/', '\'', '’', '[', ']':
		return true
	}
	return unicode.IsSpace(r)
}

// shortText is the most words of a head or a caption.
const shortText = 6

// matched is where a phrase ends and what it means.
type matched struct {
	end   int
	value string
}

// match returns the longest of the phrases that stands at at.
func (p *parser) match(phrases *phrases, at int) matched {
	if at >= len(p.text) {
		return matched{}
	}
	for _, ph := range phrases[lower(p.text[at])] {
		if end := p.matchOne(ph.text, at); end > 0 {
			return matched{end, ph.value}
		}
	}
	return matched{}
}

// matchOne returns the end of words standing at at, or 0. A space of words is
// any white space but a line end, or a hyphen; a slash may have space around
// it; words that end in a letter end a word of the text.
func (p *parser) matchOne(words string, at int) int {
	for i := 0; i < len(words); i++ {
		if at >= len(p.text) {
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
	if isLetter(words[len(words)-1]) && startsInWord(p.text[at:]) {
		return 0
	}
	return at
}

// gap returns at, moved over white space but line ends.
func (p *parser) gap(at int) int {
	for at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[at:])
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

// isLetter reports whether a byte is a letter of ASCII, of either case.
func isLetter(b byte) bool {
	b |= 'a' - 'A'
	return 'a' <= b && b <= 'z'
}

func startsInWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
