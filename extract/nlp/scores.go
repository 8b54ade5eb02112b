package nlp

// lane is the width in bits of one class's score in a word of scores.
const lane = 32

// scores holds a score for each class, two to a word, so that adding up
// features takes half the additions. A score below zero borrows from the one
// beside it in its word, which comes right again when level is added.
type scores struct {
	sums  [maxTags / 2]uint64
	named uint64 // the classes that a feature named, as bits
}

// level lifts all sums above zero: the model's weights stay far below it.
const level = 1 << (lane - 1)

func (s *scores) add(o *scores) {
	for i := range s.sums {
		s.sums[i] += o.sums[i]
	}
	s.named |= o.named
}

func (s *scores) addRow(r row) {
	for _, w := range r {
		s.sums[w.class%maxTags/2] += uint64(int64(w.value)) << (w.class % 2 * lane)
		s.named |= 1 << (w.class % maxTags)
	}
}

// best returns the named class with the highest score, the first of those
// that score alike.
func (s *scores) best() uint8 {
	best, top := uint8(0), uint32(0)
	for i, sums := range s.sums {
		sums += level<<lane + level
		first, second := uint32(sums), uint32(sums>>lane)
		named := s.named >> (2 * i)
		if named&1 != 0 && first > top {
			best, top = uint8(2*i), first
		}
		if named&2 != 0 && second > top {
			best, top = uint8(2*i+1), second
		}
	}
	return best
}
