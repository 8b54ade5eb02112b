package pattern

import "strings"

// table finds literals in a text in one pass: the automaton of Aho and
// Corasick, with its failures worked into the transitions.
type table struct {
	class   [256]uint8 // of bytes that stand in literals, from 1; 0 for all others
	classes int
	next    []uint16 // state*classes + class -> state, with ending where literals end there
	ends    [][]int  // state -> numbers of the literals that end there
	sizes   []int    // of the literals, in bytes
}

// ending marks a state in which literals end.
const ending = 1 << 15

// maxStates is the number of states that next can tell apart.
const maxStates = ending

// newTable returns a table of literals in lower case; false for more than it
// can hold.
func newTable(literals []string) (*table, bool) {
	t := &table{classes: 1}
	total := 1
	for _, literal := range literals {
		total += len(literal)
		t.sizes = append(t.sizes, len(literal))
		for _, b := range []byte(literal) {
			if t.class[b] == 0 {
				if t.classes == 256 {
					return nil, false
				}
				t.class[b] = uint8(t.classes)
				t.classes++
			}
		}
	}
	if total > maxStates {
		return nil, false
	}
	for b := 'A'; b <= 'Z'; b++ {
		t.class[b] = t.class[b+'a'-'A']
	}
	t.add()
	for i, literal := range literals {
		state := 0
		for _, b := range []byte(literal) {
			at := state*t.classes + int(t.class[b])
			if t.next[at] == 0 {
				t.next[at] = uint16(t.add())
			}
			state = int(t.next[at])
		}
		t.ends[state] = append(t.ends[state], i)
	}
	t.link()
	return t, true
}

// add adds a state.
func (t *table) add() int {
	t.next = append(t.next, make([]uint16, t.classes)...)
	t.ends = append(t.ends, nil)
	return len(t.ends) - 1
}

// link gives each state the transitions and ends of its longest suffix that
// is a state, level by level.
func (t *table) link() {
	suffix := make([]int, len(t.ends))
	queue := []int{0}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := 1; c < t.classes; c++ {
			at := state*t.classes + c
			after := int(t.next[suffix[state]*t.classes+c])
			switch child := int(t.next[at]); {
			case child == 0:
				t.next[at] = uint16(after)
			default:
				if state > 0 {
					suffix[child] = after
				}
				t.ends[child] = append(t.ends[child], t.ends[suffix[child]]...)
				queue = append(queue, child)
			}
		}
	}
	for at, state := range t.next {
		if len(t.ends[state]) > 0 {
			t.next[at] |= ending
		}
	}
}

// find calls yield with each literal found and where it ends, by its end,
// until yield returns false. It returns false if the text holds letters whose
// other case is one of ASCII, of which the table knows nothing.
func (t *table) find(text string, yield func(literal, end int) bool) bool {
	state := 0
	for i := range len(text) {
		b := text[i]
		if b >= 0x80 && (strings.HasPrefix(text[i:], "\u017f") || strings.HasPrefix(text[i:], "\u212a")) {
			return false
		}
		next := t.next[state*t.classes+int(t.class[b])]
		state = int(next &^ ending)
		if next&ending == 0 {
			continue
		}
		for _, literal := range t.ends[state] {
			if !yield(literal, i+1) {
				return true
			}
		}
	}
	return true
}
