package nlp

// Three classes share a word of scores, so that adding up features takes a
// third of the additions.
const (
	lanes = 3
	lane  = 21 // bits
)

// scores holds a score for each class. One below zero borrows from the one
// beside it in its word, which comes right again when level is added.
type scores struct {
	sums  [maxClasses / lanes]uint64
	named uint64 // the classes that a feature named, as bits
}

// level lifts every sum above zero: the sums of the model's weights stay below
// it on either side, see TestScoresFit.
const level = 1 << (lane - 1)

func (s *scores) add(o *scores) {
	for i := range s.sums {
		s.sums[i] += o.sums[i]
	}
	s.named |= o.named
}

func (s *scores) addRow(r row) {
	for _, w := range r {
		class := w.class % maxClasses
		s.sums[class/lanes] += uint64(int64(w.value)) << (class % lanes * lane)
		s.named |= 1 << class
	}
}

// best returns the named class with the highest score, the first of those
// that score alike.
func (s *scores) best() uint8 {
	best, top := uint8(0), uint64(0)
	named := s.named
	for i, sums := range s.sums {
		sums += level<<(2*lane) + level<<lane + level
		if score := sums % (1 << lane); score > top && named&1 != 0 {
			best, top = uint8(lanes*i), score
		}
		if score := sums >> lane % (1 << lane); score > top && named&2 != 0 {
			best, top = uint8(lanes*i+1), score
		}
		if score := sums >> (2 * lane) % (1 << lane); score > top && named&4 != 0 {
			best, top = uint8(lanes*i+2), score
		}
		named >>= lanes
	}
	return best
}
