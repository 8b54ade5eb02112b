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
	sums  [maxTags / lanes]uint64
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
		class := w.class % maxTags
		s.sums[class/lanes] += uint64(int64(w.value)) << (class % lanes * lane)
		s.named |= 1 << class
	}
}

// best returns the named class with the highest score, the first of those
// that score alike.
func (s *scores) best() uint8 {
	best, top := uint8(0), uint64(0)
	for i, sums := range s.sums {
		sums += level<<(2*lane) + level<<lane + level
		for k := range lanes {
			class := lanes*i + k
			score := sums >> (k * lane) % (1 << lane)
			if s.named&(1<<class) != 0 && score > top {
				best, top = uint8(class), score
			}
		}
	}
	return best
}
