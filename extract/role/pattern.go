package role

import (
	"cmp"
	"strings"
)

// maxParts bounds the words of a title before its head.
const maxParts = 8

// parts are the words of a title read so far, before its head.
type parts struct {
	forms [maxParts]string // an array, so that a failed try allocates nothing
	n     int
	ranks bool // all are rank words
	known bool // the last is a known modifier
	rank  bool // the last is a rank word
	guess bool // one is unknown to the lexicon
}

func (p *parts) add(form string, m *modifier) {
	p.forms[p.n] = form
	p.n++
	p.known = m != nil
	p.rank = m != nil && m.rank
	p.ranks = p.ranks && p.rank
}

// key joins the parts as in a key, with last at the end unless it is "".
func (p *parts) key(last string) string {
	stem := strings.Join(p.forms[:p.n], "-")
	if stem == "" || last == "" {
		return stem + last
	}
	return stem + "-" + last
}

// pattern matches MODIFIER* HEAD, with "of X" where the head takes it, and
// "chief X officer", at i.
func (s *scan) pattern(i int) (best found, ok bool) {
	if f, ok := s.chief(i); ok {
		return f, true
	}
	before := parts{ranks: true}
	for k := i; k < len(s.pieces) && before.n < maxParts; {
		if t, plural, n := s.title(k); t != nil && k > i && t.key != "-" && (n > 1 || before.ranks) {
			best, ok = found{end: k + n, key: before.key(t.key), plural: plural}, true
		}
		h, plural, hn := s.head(k)
		if ok && best.end == k && h != nil && h.verb && plural && !s.pieces[k].caps {
			break // a title and its verb: "the Scrum Master coaches"
		}
		if h != nil {
			if f, good := s.headed(k, hn, h, plural, &before); good && (!ok || f.end > best.end) {
				best, ok = f, true
			}
			if plural || best.end > k+hn {
				break
			}
		}
		m, n := s.modifier(k)
		switch {
		case before.n == 0 && (m != nil && m.verb && s.asVerb(k) || s.takesPeople(k, n, m, h)):
			return best, ok
		case m != nil:
			before.add(m.form, m)
			k += n
		case h != nil:
			before.add(h.form, nil)
			k += hn
		case s.grade(k) > 0:
			k += s.grade(k)
		case before.n > 0 && s.inBrackets(k):
			k += 3
		case s.unknown(k):
			before.add(slug(s.pieces[k].text), nil)
			before.guess = true
			k++
		default:
			return best, ok
		}
	}
	return best, ok
}

// headed decides whether the head of n pieces at k, with the words before it,
// names a role, and which.
func (s *scan) headed(k, n int, h *head, plural bool, before *parts) (found, bool) {
	f := found{end: k + n, grade: h.grade, plural: plural, guess: before.guess, stem: before.key("")}
	if before.n == 0 && !s.pieces[k].caps && s.bareVerb(k, h, plural) {
		return f, false
	}
	if h.of != "-" && before.ranks {
		x, end := s.object(s.afterBrackets(k+n), s.pieces[k].caps, h.form == "vp")
		if x == "" {
			x, end = s.objectOfNext(k, n), k+n
		}
		if x != "" {
			f.end = end
			f.key = before.key(h.form + "-of-" + x)
			if h.of == "x" {
				f.key = before.key(x + "-" + h.form)
			}
			return f, true
		}
	}
	switch {
	case before.n == 0 && h.alone == aloneYes:
		f.key = h.form
		return f, true
	case before.n == 0 && h.alone == aloneShort:
		f.key = cmp.Or(s.bare(h.form), h.form)
		return f, true
	case before.n == 0:
		f.key = s.bare(h.form)
		return f, f.key != ""
	case h.verb && !before.known:
		return f, false
	case h.of == "keep" && !before.rank:
		f.key = h.form + "-of-" + before.key("")
	default:
		f.key = before.key(h.form)
	}
	return f, true
}

// afterBrackets skips an abbreviation in brackets that "of" follows: "Vice
// President (VP) of Engineering".
func (s *scan) afterBrackets(k int) int {
	if s.inBrackets(k) && s.pieces[k+3].is("of") {
		return k + 3
	}
	return k
}

// objectOfNext reads the X that the head of n pieces at k has in common with
// the next: "VP/Head of X", "the director or manager of X".
func (s *scan) objectOfNext(k, n int) string {
	if k+n+1 >= len(s.pieces) || !s.pieces[k+n].is("/", "or", "and") {
		// A slash within a token parts pieces without one of its own.
		if k+n >= len(s.pieces) || s.pieces[k+n].token != s.pieces[k].token {
			return ""
		}
		n--
	}
	next := k + n + 1
	h, _, size := s.head(next)
	if h == nil || h.of == "-" || s.pieces[next].caps != s.pieces[k].caps || !s.pieces[next+size-1].close {
		return ""
	}
	x, _ := s.object(next+size, s.pieces[k].caps, false)
	return x
}

// inBrackets reports whether an abbreviation in brackets stands at k, with
// more after it: "augmented reality (AR) designers".
func (s *scan) inBrackets(k int) bool {
	return k+3 < len(s.pieces) && s.pieces[k].is("(") && s.pieces[k+2].is(")") && s.pieces[k+1].abbreviation
}

// object reads the X of "director of X", "VP, X" and (if bare) "VP X" from
// piece k on: its key, and where it ends. "The X department" is X. The words
// of X are known fields, or capitalised if the head is (caps).
func (s *scan) object(k int, caps, bare bool) (x string, end int) {
	if k >= len(s.pieces) {
		return "", 0
	}
	first := &s.pieces[k]
	switch {
	case first.is("of", "for"):
		k++
	case first.text == "," && caps && k+1 < len(s.pieces) && s.pieces[k+1].caps:
		k++
		bare = true
	case bare && first.caps:
	default:
		return "", 0
	}
	the := k < len(s.pieces) && s.pieces[k].is("the")
	if the {
		k++
	}
	words, end := s.fields(k, caps && !bare && !the)
	if end == k {
		return "", 0
	}
	if h, _, n := s.head(end - 1); first.text == "," && h != nil && n == 1 && !h.verb {
		return "", 0 // "General Manager, Managing Editor"
	}
	if h, _, _ := s.head(end); h != nil && !h.verb {
		return "", 0
	}
	if the {
		if end >= len(s.pieces) || !s.pieces[end].is("department", "team", "division", "function", "unit", "office") {
			return "", 0
		}
		return slug(words), end + 1
	}
	for more := s.and(end, s.pieces[k].caps); more > end; more = s.and(end, s.pieces[k].caps) {
		words += " " + s.text(end, more)
		end = more
	}
	return slug(words), end
}

// fields reads a run of field words at k; the first may be any capitalised
// word if unknown says so.
func (s *scan) fields(k int, unknown bool) (words string, end int) {
	end = k
	for end < len(s.pieces) {
		m, n := s.modifier(end)
		switch {
		case m != nil && end > k && s.pieces[k].caps && !s.pieces[end].caps:
			return s.text(k, end), end // "Head of Engineering controls ..."
		case m != nil:
			end += n
		case unknown && end == k && s.pieces[end].caps && s.pieces[end].isWord() && !s.pieces[end].stop() && !s.titled(end):
			end++
		default:
			return s.text(k, end), end
		}
	}
	return s.text(k, end), end
}

// titled reports whether a head or a title stands at k.
func (s *scan) titled(k int) bool {
	h, _, _ := s.head(k)
	t, _, _ := s.title(k)
	return h != nil || t != nil
}

// and returns the end of a further part of X after "and" at k, or k. It must
// be written as X is, so that "the VP of Engineering and product people" has
// none, and no title may follow it.
func (s *scan) and(k int, caps bool) int {
	if k+1 >= len(s.pieces) || !s.pieces[k].is("and", "&") || s.pieces[k+1].caps != caps {
		return k
	}
	_, end := s.fields(k+1, caps)
	if end == k+1 || s.titledSoon(end) {
		return k
	}
	return end
}

// titledSoon reports whether a title goes on at k.
func (s *scan) titledSoon(k int) bool {
	return k < len(s.pieces) && (s.titled(k) || s.grade(k) > 0)
}

// chief matches "chief X officer" at i.
func (s *scan) chief(i int) (found, bool) {
	if i >= len(s.pieces) || !s.pieces[i].can(isChief) {
		return found{}, false
	}
	for k := i + 1; k < len(s.pieces) && k <= i+5; k++ {
		p := &s.pieces[k]
		if p.can(isOfficer) {
			field := slug(s.text(i+1, k))
			return found{end: k + 1, key: "chief-" + field + "-officer", plural: p.is("officers")}, field != ""
		}
		if !p.isWord() && !p.is("&") || p.stop() && !p.is("and") {
			break
		}
	}
	return found{}, false
}

// unknown reports whether the capitalised word at k may be part of a title
// although the lexicon has it not: right before a capitalised head that names
// no role by itself ("the Bid Manager", but not "a Google engineer").
func (s *scan) unknown(k int) bool {
	p := &s.pieces[k]
	if !p.caps || !p.isWord() || p.stop() || k+1 >= len(s.pieces) || !s.pieces[k+1].caps {
		return false
	}
	h, plural, _ := s.head(k + 1)
	if h == nil || h.alone == aloneYes || h.verb || plural && k == 0 {
		return false
	}
	return slug(p.text) != ""
}
