package contradict

// neighbours are pairs of amounts that don't contradict each other, for one
// reason: how many there are, and the best of them.
type neighbours struct{ pairs, i, j int }

// spread notes what was looked at and not flagged: neighbours by amount and
// the two extremes, not every pair. It returns the role, and the best record as
// its bytes.
func (s *sweep) spread() (role, encoded string) {
	if s.noted == nil {
		s.noted = map[string]neighbours{}
	}
	noted := s.noted
	clear(noted)
	best := 0
	for i := 1; i < len(s.amounts); i++ {
		s.note(i-1, i, noted)
		if s.better(s.amounts[i], s.amounts[best]) < 0 {
			best = i
		}
	}
	if last := len(s.amounts) - 1; last > 1 {
		s.note(0, last, noted)
	}
	s.tell(noted)
	encoded = s.amounts[best].encoded
	s.d.fold.names.decode(encoded, s.key, &s.x)
	return s.x.Role, encoded
}

// note counts a pair that does not contradict each other.
func (s *sweep) note(i, j int, noted map[string]neighbours) {
	reason := s.bar(i, j)
	if reason == "" {
		return
	}
	n, known := noted[reason]
	n.pairs++
	a, b := s.amounts[i], s.amounts[j]
	if c := s.better(a, s.amounts[n.i]); !known || c < 0 || c == 0 && s.better(b, s.amounts[n.j]) < 0 {
		n.i, n.j = i, j
	}
	noted[reason] = n
	if s.d.watch != nil { // which wants to see each pair
		s.tell(noted)
		clear(noted)
	}
}

// bar says what amountBar does of two amounts, "" too for two of one sentence.
// Those of different articles that are no copies are not decoded.
func (s *sweep) bar(i, j int) string {
	a, b := s.amounts[i], s.amounts[j]
	if a.doc == b.doc || a.copy || b.copy || a.upstream != 0 && a.upstream == b.upstream {
		x, y := s.record(i), s.record(j)
		if x.Doc == y.Doc && x.Sentence == y.Sentence && s.d.source(&x) == s.d.source(&y) {
			return ""
		}
		return s.d.amountBar(&x, &y)
	}
	if a.set != b.set {
		if reason := s.d.limitBar(&a.set.limits, &b.set.limits, true); reason != "" {
			return reason
		}
	}
	if a.open || b.open || a.low <= b.high && b.low <= a.high || max(a.mid, b.mid) < gap*min(a.mid, b.mid) {
		return "estimate-spread"
	}
	return ""
}

// tell passes on what was noted.
func (s *sweep) tell(noted map[string]neighbours) {
	for reason, n := range noted {
		a, b := s.record(n.i), s.record(n.j)
		_, deciding := s.d.payBar(&a, &b)
		if deciding == nil {
			deciding = []string{money(&a), money(&b)}
		}
		s.d.miss("pay-range", []string{a.Role}, "pay", reason, &a, &b, deciding...).Pairs += n.pairs - 1
	}
}
