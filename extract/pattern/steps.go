package pattern

// steps are the literals that one expression needs, found in a text by one
// pass.
type steps struct {
	table *table  // nil if nothing is known of them
	takes [][]int // the steps that a literal takes, later ones first, so that it takes one of two
	count int
}

func newSteps(expr string) *steps {
	needs := needsOf(expr)
	s := &steps{count: len(needs)}
	var v vocabulary
	for k := len(needs) - 1; k >= 0; k-- {
		for _, literal := range needs[k] {
			s.takes = put(s.takes, v.number(literal), k)
		}
	}
	if t, ok := newTable(v.literals); ok {
		s.table = t
	}
	return s
}

// in reports whether a text may match the expression.
func (s *steps) in(text string) bool {
	if s.table == nil || s.count == 0 {
		return true
	}
	taken, from := 0, 0
	known := find(s.table, text, func(literal, end int) bool {
		if start := end - s.table.sizes[literal]; from <= start {
			for _, step := range s.takes[literal] {
				if step == taken {
					taken, from = taken+1, end
					break
				}
			}
		}
		return taken < s.count
	})
	return !known || taken == s.count
}
