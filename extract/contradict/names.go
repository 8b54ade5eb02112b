package contradict

import "strings"

// Names numbers strings that come from small sets (kinds, acts, places,
// currencies), so that the bytes of a record hold a number in place of each. What
// has a number keeps it. When the room is taken the strings that come have none,
// and stand in the records themselves. Several may read names at a time, but not
// while records are written.
type Names struct {
	numbers map[string]uint32 // from 1 on
	texts   []string          // by number, less 1
	room    int               // bytes left
	last    [allNames][lastNames]uint32
}

const (
	// namesRoom is how many bytes names may take: some thousands, which stay near.
	namesRoom = 256 << 10

	// nameBytes is what a name takes beside its text.
	nameBytes = 48

	// lastNames is how many numbers of a field are remembered, by what costs less
	// than a hash of the text.
	lastNames = 8
)

// NewNames returns names of nothing yet.
func NewNames() *Names { return &Names{numbers: map[string]uint32{}, room: namesRoom} }

// number returns the number of a string that a field of a record has, 0 for
// none.
func (n *Names) number(field int, text string) uint32 {
	last := &n.last[field][0]
	if text != "" {
		last = &n.last[field][(uint8(len(text))+text[0]+text[len(text)-1])%lastNames]
	}
	if *last > 0 && n.texts[*last-1] == text {
		return *last
	}
	number, known := n.numbers[text]
	if !known {
		if n.room -= len(text) + nameBytes; n.room < 0 {
			return 0 // and no other string gets one, however short
		}
		text = strings.Clone(text)
		n.texts = append(n.texts, text)
		number = uint32(len(n.texts))
		n.numbers[text] = number
	}
	*last = number
	return number
}
