package contradict

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

var errRecordCut = errors.New("a record is cut short")

// cut takes the first record off a block.
func cut(block string) (record, rest string, err error) {
	from, to, err := sized(block)
	if err != nil {
		return "", "", err
	}
	return block[from:to], block[to:], nil
}

// sized returns where that stands whose size is at the front: a record in a
// block, a cell in a record.
func sized(text string) (from, to int, err error) {
	size := 0
	for i := 0; i < min(len(text), binary.MaxVarintLen32); i++ {
		size |= int(text[i]&0x7f) << (7 * i)
		if text[i] < 0x80 {
			from, to = i+1, i+1+size
			if to > len(text) {
				break
			}
			return from, to, nil
		}
	}
	return 0, 0, errRecordCut
}

// cellOf returns the cell of a record.
func cellOf(record string) string {
	cell, _ := takeText(record, 0)
	return cell
}

// groupOf returns the part of a cell that says under which kind and key it
// stands. Records of one key may differ in what that is made of.
func (n *Names) groupOf(cell string) string {
	var g madeOf
	return cell[:n.takeGroup(cell, 0, &g)]
}

// kindAndKey reads what groupOf returns.
func (n *Names) kindAndKey(cells string) (Kind, string) {
	var g madeOf
	n.takeGroup(cells, 0, &g)
	switch g.form {
	case keyPair:
		return g.kind, g.first + " " + g.second
	case keyDuty:
		return g.kind, g.first + ":" + g.second
	}
	return g.kind, g.first + g.second
}

// keyOf returns the key of a record.
func (n *Names) keyOf(encoded string) string {
	_, key := n.kindAndKey(n.groupOf(cellOf(encoded)))
	return key
}

// decode reads a record from its bytes, without the size of all, and from its
// key. Its strings are parts of encoded, or of the names. What Append wrote is
// whole, so that there is no error.
func (n *Names) decode(encoded, key string, r *Record) {
	*r = Record{}
	r.Key = key
	_, at := takeUvarint(encoded, 0) // the size of the cell
	var g madeOf
	at = n.takeGroup(encoded, at, &g)
	r.Kind = g.kind
	switch g.form {
	case keyLed:
		r.Role = g.first
	case keyPair:
		r.Role, r.Other = g.first, g.second
	case keyDuty:
		r.Act, r.Head = g.first, g.second
	}
	texts := r.texts()

	bits, at := takeUint32(encoded, at)
	at = n.takeTexts(encoded, at, bits&(1<<cellTexts-1), cellNamed, texts[:cellTexts])
	if bits&cellYear != 0 {
		r.Year, at = takeVarint(encoded, at)
	}
	r.Contrast, r.Own, r.Shared, r.Assisting = bits&cellContrast != 0, bits&cellOwn != 0, bits&cellShared != 0, bits&cellAssisting != 0
	r.Weak, r.Vague, r.May, r.Ruled, r.Derived = bits&cellWeak != 0, bits&cellVague != 0, bits&cellMay != 0, bits&cellRuled != 0, bits&cellDerived != 0

	bits, at = uint32(encoded[at])|uint32(encoded[at+1])<<8, at+2
	at = n.takeTexts(encoded, at, bits&(1<<restTexts-1), restNamed, texts[cellTexts:])
	if bits&restVerb != 0 {
		r.Verb = r.Act
	}
	if bits&restConcept != 0 {
		r.Concept = r.Head
	}
	if bits&restSection != 0 {
		r.Section, at = takeUint32(encoded, at)
	}
	r.Start, at = takeVarint(encoded, at)
	r.End, at = takeVarint(encoded, at)
	r.Sentence, at = takeVarint(encoded, at)
	r.End, r.Sentence = r.End+r.Start, r.Start-r.Sentence
	r.Confidence, at = takeFloat(encoded, at, thousandths)
	r.Relational = bits&restRelational != 0
	if bits&restAmount != 0 {
		r.Low, at = takeFloat(encoded, at, 1)
		r.High, _ = takeFloat(encoded, at, 1)
	}
}

// madeOf is what a cell begins with: what a key is made of.
type madeOf struct {
	form          byte
	kind          Kind
	first, second string
}

// What begins with take reads from a place of a string and returns the place
// behind it.
func (n *Names) takeGroup(s string, at int, g *madeOf) int {
	var kind string
	g.form = s[at]
	kind, at = n.takeName(s, at+1)
	g.kind = Kind(kind)
	switch g.form {
	case keyWhole:
		g.first, at = takeText(s, at)
	case keyLed:
		g.first, at = takeText(s, at)
		g.second, at = n.takeName(s, at)
	case keyPair:
		g.first, at = takeText(s, at)
		g.second, at = takeText(s, at)
	case keyDuty:
		g.first, at = n.takeName(s, at)
		g.second, at = takeText(s, at)
	}
	return at
}

// takeTexts reads the strings whose bits are set, of which so many have names.
func (n *Names) takeTexts(s string, at int, set uint32, named int, into []*string) int {
	for ; set != 0; set &= set - 1 {
		i := bits.TrailingZeros32(set)
		if i < named {
			*into[i], at = n.takeName(s, at)
		} else {
			*into[i], at = takeText(s, at)
		}
	}
	return at
}

// takeName reads what appendName wrote.
func (n *Names) takeName(s string, at int) (string, int) {
	number, at := takeUvarint(s, at)
	if number > 0 {
		return n.texts[number-1], at
	}
	return takeText(s, at)
}

func takeText(s string, at int) (string, int) {
	size, at := takeUvarint(s, at)
	return s[at : at+size], at + size
}

func takeUvarint(s string, at int) (int, int) {
	if b := s[at]; b < 0x80 { // nearly always
		return int(b), at + 1
	}
	return takeLongUvarint(s, at)
}

func takeLongUvarint(s string, at int) (int, int) {
	var x uint64
	for shift := 0; ; shift += 7 {
		b := s[at]
		at++
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return int(x), at
		}
	}
}

func takeVarint(s string, at int) (int, int) {
	x, at := takeUvarint(s, at)
	return int(uint(x)>>1) ^ -(x & 1), at
}

func takeUint32(s string, at int) (uint32, int) {
	s = s[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24, at + 4
}

// takeFloat reads what appendFloat wrote.
func takeFloat(s string, at int, parts float64) (float64, int) {
	k, at := takeUvarint(s, at)
	if k&1 == 0 {
		return float64(k>>1) / parts, at
	}
	low, at := takeUint32(s, at)
	high, at := takeUint32(s, at)
	return math.Float64frombits(uint64(low) | uint64(high)<<32), at
}
