package role

import "strings"

// elliptic matches words that share the head of the title after "and", "or",
// a comma or a slash: "front-end and back-end developers". Only words that
// hardly name a department do so, or titles that the article has in full
// elsewhere: "design, engineering and product managers" is one title. At
// most so many words share a head, so that a long list takes no longer.
func (s *scan) elliptic(i, most int) (found, bool) {
	own := parts{}
	shares := true
	k := i
	for own.n < maxParts {
		m, n := s.modifier(k)
		if m == nil || own.n == 0 && m.verb && s.asVerb(k) {
			break
		}
		own.add(m.form, m)
		shares = shares && m.shares
		k += n
	}
	if most == 0 || own.n == 0 || k+1 >= len(s.pieces) || !s.pieces[k-1].close {
		return found{}, false
	}
	end := k
	if s.inBrackets(k) {
		k += 3
	}
	joint := k
	k = s.afterJoint(k)
	if k == joint {
		return found{}, false
	}
	next, ok := s.pattern(k)
	if !ok {
		next, ok = s.elliptic(k, most-1)
	}
	head, cut := strings.CutPrefix(next.key, next.stem+"-")
	if !ok || !cut || next.stem == "" {
		return found{}, false
	}
	f := found{end: end, key: own.key(head), stem: own.key(""), plural: next.plural, shares: true}
	return f, shares || s.named(f.key) || s.pieces[joint].is("vs", "vs.", "versus")
}

// afterJoint returns the piece after "and", "or", "vs", a comma, a slash or a
// comma and one of them at k, or k if there is none.
func (s *scan) afterJoint(k int) int {
	at := k
	if s.pieces[at].is(",", "/", "vs", "vs.", "versus") {
		at++
		if at < len(s.pieces) && s.pieces[at].is(".") {
			at++
		}
	}
	if at < len(s.pieces) && s.pieces[at].is("and", "or", "&") {
		at++
	}
	if at >= len(s.pieces) {
		return k
	}
	return at
}

// shared matches a bare head after the title f and "or", a slash or "vs", which
// takes the title's other words: "nurse administrator or manager". After "vs",
// or where the head is a title by itself, the article names it in full elsewhere.
func (s *scan) shared(f found) (second found, at int, ok bool) {
	at = f.end + 1
	if f.stem == "" || at >= len(s.pieces) || !s.pieces[f.end].is("or", "/", "vs", "vs.", "versus") || !strings.HasPrefix(f.key, f.stem+"-") {
		return found{}, 0, false
	}
	versus := !s.pieces[f.end].is("or", "/")
	if s.pieces[at].is(".") {
		at++
	}
	h, plural, n := s.head(at)
	if h == nil || h.alone == aloneYes && !versus || h.verb || plural != f.plural || !s.pieces[at+n-1].close || versus && !s.named(f.stem+"-"+h.form) {
		return found{}, 0, false
	}
	if g, ok := s.pattern(at); ok && g.end > at+n {
		return found{}, 0, false
	}
	return found{end: at + n, key: f.stem + "-" + h.form, plural: plural}, at, true
}
