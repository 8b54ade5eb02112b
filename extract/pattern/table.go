package pattern

import (
	"math/bits"
	"strings"
)

// table finds literals in a text in one pass: the automaton of Aho and
// Corasick, with its failures worked into the transitions. A state is known by
// where its transitions begin, so that a step is an addition and a load.
type table struct {
	class [256]uint8 // of bytes that stand in literals, from 1; 0 for all others
	width int        // bits of a class: each state has 1<<width transitions
	next  []uint32   // state + class -> state, with ending where literals end there
	ends  [][]int    // state>>width -> numbers of the literals that end there
	sizes []int      // of the literals, in bytes
}

// ending marks a state in which literals end.
const ending = 1 << 31

// maxLetters bounds the letters of all literals together, and so the states.
const maxLetters = 1 << 15

// newTable returns a table of literals in lower case; false for more than it
// can hold.
func newTable(literals []string) (*table, bool) {
	t := &table{}
	classes, letters := 1, 0
	for _, literal := range literals {
		letters += len(literal)
		t.sizes = append(t.sizes, len(literal))
		for _, b := range []byte(literal) {
			if t.class[b] == 0 {
				if classes == 256 {
					return nil, false
				}
				t.class[b] = uint8(classes)
				classes++
			}
		}
	}
	if letters > maxLetters {
		return nil, false
	}
	for b := 'A'; b <= 'Z'; b++ {
		t.class[b] = t.class[b+'a'-'A']
	}
	t.width = bits.Len(uint(classes - 1))
	t.add()
	for i, literal := range literals {
		state := uint32(0)
		for _, b := range []byte(literal) {
			at := state + uint32(t.class[b])
			if t.next[at] == 0 {
				child := t.add() // moves next
				t.next[at] = child
			}
			state = t.next[at]
		}
		t.ends[state>>t.width] = append(t.ends[state>>t.width], i)
	}
	t.link(classes)
	return t, true
}

// add adds a state.
func (t *table) add() uint32 {
	state := uint32(len(t.next))
	t.next = append(t.next, make([]uint32, 1<<t.width)...)
	t.ends = append(t.ends, nil)
	return state
}

// link gives each state the transitions and ends of its longest suffix that
// is a state, level by level.
func (t *table) link(classes int) {
	suffix := make([]uint32, len(t.ends))
	queue := []uint32{0}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := uint32(1); c < uint32(classes); c++ {
			after := t.next[suffix[state>>t.width]+c]
			child := t.next[state+c]
			if child == 0 {
				t.next[state+c] = after
				continue
			}
			if state > 0 {
				suffix[child>>t.width] = after
			}
			t.ends[child>>t.width] = append(t.ends[child>>t.width], t.ends[suffix[child>>t.width]>>t.width]...)
			queue = append(queue, child)
		}
	}
	for at, state := range t.next {
		if len(t.ends[state>>t.width]) > 0 {
			t.next[at] |= ending
		}
	}
}

// vocabulary numbers literals in the order in which they are first asked for.
type vocabulary struct {
	literals []string
	numbers  map[string]int
}

// number returns the number of a literal.
func (v *vocabulary) number(literal string) int {
	n, ok := v.numbers[literal]
	if !ok {
		if v.numbers == nil {
			v.numbers = map[string]int{}
		}
		n = len(v.literals)
		v.numbers[literal] = n
		v.literals = append(v.literals, literal)
	}
	return n
}

// put appends a value to the list of a number, which may be the next one.
func put[T any](lists [][]T, number int, value T) [][]T {
	if number == len(lists) {
		lists = append(lists, nil)
	}
	lists[number] = append(lists[number], value)
	return lists
}

// find calls yield with each literal found and where it ends, by its end,
// until yield returns false. It returns false if the text holds letters whose
// other case is one of ASCII, of which the table knows nothing.
func find(t *table, text string, yield func(literal, end int) bool) bool {
	state, next := uint32(0), t.next
	for i := range len(text) {
		b := text[i]
		if b >= 0x80 && (strings.HasPrefix(text[i:], "\u017f") || strings.HasPrefix(text[i:], "\u212a")) {
			return false
		}
		state = next[state+uint32(t.class[b])]
		if state < ending {
			continue
		}
		state &^= ending
		for _, literal := range t.ends[state>>t.width] {
			if !yield(literal, i+1) {
				return true
			}
		}
	}
	return true
}
