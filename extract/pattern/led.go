package pattern

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// led is a regular expression that is tried only where a literal stands with
// which all that it matches begins: an expression that is looked for anywhere
// reads on to the end of a text, one that is tried at a place gives up soon.
// It is safe for concurrent use.
type led struct {
	expr    string
	held    *regexp.Regexp        // to the start of a text, nil for an expression without leads
	free    func() *regexp.Regexp // looked for anywhere
	leads   *table
	bounded bool // no letter may stand before a lead
}

// newLed is regexp.MustCompile for a led.
func newLed(expr string) *led {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err) // as regexp.MustCompile does
	}
	l := &led{expr: expr, free: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
	if leads, bounded := leadsOf(parsed.Simplify()); leads != nil {
		if t, ok := newTable(leads); ok {
			l.held, l.leads, l.bounded = regexp.MustCompile("^(?:"+expr+")"), t, bounded
		}
	}
	return l
}

// String returns the expression as it is written.
func (l *led) String() string { return l.expr }

// SubexpIndex is that of regexp.Regexp.
func (l *led) SubexpIndex(name string) int {
	if l.held != nil {
		return l.held.SubexpIndex(name)
	}
	return l.free().SubexpIndex(name)
}

// MatchString is that of regexp.Regexp.
func (l *led) MatchString(s string) bool {
	var buffer [maxStarts]int
	starts, ok := l.starts(buffer[:0], s)
	if !ok {
		return l.free().MatchString(s)
	}
	return slices.ContainsFunc(starts, func(start int) bool { return l.held.MatchString(s[start:]) })
}

// FindStringSubmatchIndex is that of regexp.Regexp.
func (l *led) FindStringSubmatchIndex(s string) []int {
	all := l.FindAllStringSubmatchIndex(s, 1)
	if all == nil {
		return nil
	}
	return all[0]
}

// FindAllStringSubmatchIndex is that of regexp.Regexp.
func (l *led) FindAllStringSubmatchIndex(s string, n int) (all [][]int) {
	var buffer [maxStarts]int
	starts, ok := l.starts(buffer[:0], s)
	if !ok {
		return l.free().FindAllStringSubmatchIndex(s, n)
	}
	from := 0
	for _, start := range starts {
		if len(all) == n {
			break
		}
		if start < from {
			continue
		}
		m := l.held.FindStringSubmatchIndex(s[start:])
		if m == nil {
			continue
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += start
			}
		}
		all, from = append(all, m), m[1]
	}
	return all
}

// maxStarts is the most places at which an expression is tried in one text, so
// that the work stays linear in it.
const maxStarts = 32

// starts appends to dst where the expression may match, in order; false where
// it has no leads, where the table knows nothing of the text, or where there
// are too many places.
func (l *led) starts(dst []int, s string) (starts []int, ok bool) {
	if l.held == nil {
		return nil, false
	}
	few := true
	known := find(l.leads, s, func(literal, end int) bool {
		if start := end - l.leads.sizes[literal]; !l.bounded || start == 0 || !isWordByte(s[start-1]) {
			if few = len(dst) < maxStarts; few {
				dst = append(dst, start)
			}
		}
		return few
	})
	slices.Sort(dst) // they came by their ends
	return dst, known && few
}

// maxLeads is the most literals with which an expression may begin.
const maxLeads = 256

// leadsOf returns literals, in lower case, with one of which all begins that an
// expression matches, and whether it asks for a word's boundary before them;
// nil if there are too many, if one is blank, or if what the expression matches
// depends otherwise on what stands before it.
func leadsOf(re *syntax.Regexp) (leads []string, bounded bool) {
	if bounded = re.Op == syntax.OpConcat && re.Sub[0].Op == syntax.OpWordBoundary; bounded {
		leads, _ = sequenceLeads(re.Sub[1:])
	} else {
		leads, _ = beginnings(re)
	}
	for _, lead := range leads {
		if strings.TrimSpace(lead) == "" || bounded && !isWordByte(lead[0]) {
			return nil, false
		}
	}
	slices.Sort(leads)
	return slices.CompactFunc(leads, func(a, b string) bool { return strings.HasPrefix(b, a) }), bounded
}

// beginnings returns what all begins with that a part of an expression matches,
// and whether that is all of it; the empty literal where that may be anything.
func beginnings(re *syntax.Regexp) (leads []string, whole bool) {
	if looksAround(re) && re.Op != syntax.OpConcat && re.Op != syntax.OpAlternate && re.Op != syntax.OpCapture {
		return []string{""}, false
	}
	switch re.Op {
	case syntax.OpConcat:
		return sequenceLeads(re.Sub)
	case syntax.OpCapture:
		return beginnings(re.Sub[0])
	case syntax.OpPlus:
		leads, _ = beginnings(re.Sub[0])
		return leads, false
	case syntax.OpAlternate:
		whole = true
		for _, branch := range re.Sub {
			some, all := beginnings(branch)
			leads, whole = append(leads, some...), whole && all
		}
		if len(leads) <= maxLeads {
			return leads, whole
		}
	default:
		if w := writingsOf(re); w.all != nil {
			return w.all, true
		}
	}
	return []string{""}, false
}

// sequenceLeads is beginnings of parts one after the other.
func sequenceLeads(parts []*syntax.Regexp) (leads []string, whole bool) {
	leads = []string{""}
	for _, part := range parts {
		some, all := beginnings(part)
		if len(leads)*len(some) > maxLeads {
			return leads, false
		}
		if leads = product(leads, some); !all {
			return leads, false
		}
	}
	return leads, true
}

// isWordByte reports what "\b" takes for a part of a word.
func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

// looksAround reports whether an expression asks what stands beside a place.
func looksAround(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return slices.ContainsFunc(re.Sub, looksAround)
}
