package pattern

// Set tells of many expressions at once which a text may match. It is
// read-only and safe for concurrent use.
type Set struct {
	table *table // nil if nothing is known of any
	steps []int  // number of steps, by expression
	asks  [][]ask
}

// ask is a place where an expression needs a literal.
type ask struct{ pattern, step int }

// NewSet returns the set of some expressions, as they are written.
func NewSet(exprs ...string) *Set {
	s := &Set{}
	var literals []string
	index := map[string]int{}
	for i, expr := range exprs {
		needs := needsOf(expr)
		s.steps = append(s.steps, len(needs))
		// Later steps first, so that one literal fulfils one step of two.
		for k := len(needs) - 1; k >= 0; k-- {
			for _, literal := range needs[k] {
				id, ok := index[literal]
				if !ok {
					id = len(literals)
					index[literal] = id
					literals = append(literals, literal)
					s.asks = append(s.asks, nil)
				}
				s.asks[id] = append(s.asks[id], ask{i, k})
			}
		}
	}
	if t, ok := newTable(literals); ok {
		s.table = t
	}
	return s
}

// progress is how many steps of an expression a text has fulfilled, and where
// the last of them ends.
type progress struct{ steps, end int32 }

// In appends to dst the numbers of the expressions that a text may match, in
// their order.
func (s *Set) In(dst []int, text []byte) []int {
	var buffer [160]progress
	at := append(buffer[:0], make([]progress, len(s.steps))...)
	known := s.table != nil && find(s.table, text, func(literal, end int) bool {
		start := end - s.table.sizes[literal]
		for _, a := range s.asks[literal] {
			if p := &at[a.pattern]; int(p.steps) == a.step && int(p.end) <= start {
				p.steps, p.end = p.steps+1, int32(end)
			}
		}
		return true
	})
	for i, n := range s.steps {
		if !known || int(at[i].steps) >= n {
			dst = append(dst, i)
		}
	}
	return dst
}

// may reports whether a text may match the only expression of a set.
func (s *Set) may(text string) bool {
	if s.table == nil || s.steps[0] == 0 {
		return true
	}
	step, from := 0, 0
	known := find(s.table, text, func(literal, end int) bool {
		start := end - s.table.sizes[literal]
		for _, a := range s.asks[literal] {
			if step == a.step && from <= start {
				step, from = step+1, end
			}
		}
		return step < s.steps[0]
	})
	return !known || step == s.steps[0]
}
