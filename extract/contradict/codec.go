package contradict

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// A record as bytes, which is how folds and temporary files keep it, is
//
//	size | cell size | cell | rest
//
// with a varint for each size. The cell holds all that makes two records of one
// source under one key differ for detection, beginning with kind and key, so
// that records of one cell have equal bytes there. Strings from small sets are
// numbers (Names), and what follows from others is not written. The form is
// private to one process.

// texts are the strings of a record beside kind and key: those of the cell, then
// those of the rest, and of each the ones first that come from small sets.
func (r *Record) texts() [allTexts]*string {
	return [...]*string{
		&r.Act, (*string)(&r.Stance), &r.Place, &r.Component, &r.Currency,
		&r.Role, &r.Other, &r.Head, &r.Source, &r.Mods, &r.Tail, &r.Generic, &r.Apart, &r.Scope, &r.Condition, &r.Upstream,
		&r.Verb, &r.Statistic,
		&r.Concept, &r.Doc, &r.Claim,
	}
}

// How many strings the cell and the rest have, and how many of them come from
// small sets.
const (
	cellNamed, cellTexts = 5, 16
	restNamed, restTexts = 2, 5
	allTexts             = cellTexts + restTexts
	verbText             = 0         // in the rest
	conceptText          = restNamed // too
)

// The fields whose names are remembered: those of texts one behind the other,
// and what else is in the cell.
const (
	actName  = 0
	kindName = cellNamed + restNamed + iota - 1
	keyName
	allNames
)

// The bits of strings that keys are made of.
const (
	actText  = 1 << iota
	roleText = 1 << (cellNamed + iota - 1)
	otherText
	headText
)

// What a key is written as: the first byte of a cell.
const (
	keyWhole = iota // itself
	keyLed          // the role, and what follows
	keyPair         // role and other, with a space between
	keyDuty         // act and head, with a colon between
)

// form returns what the record's key is written as, and the bits of the strings
// that it is made of.
func (r *Record) form() (form byte, made uint32) {
	if r.Kind == Duty {
		if r.Act != "" && r.Head != "" && joined(r.Key, r.Act, ':', r.Head) {
			return keyDuty, actText | headText
		}
		return keyWhole, 0
	}
	switch {
	case r.Role == "" || !strings.HasPrefix(r.Key, r.Role):
		return keyWhole, 0
	case r.Other != "" && joined(r.Key, r.Role, ' ', r.Other):
		return keyPair, roleText | otherText
	}
	return keyLed, roleText
}

// joined reports whether a text is made of two, with a byte between.
func joined(text, first string, between byte, second string) bool {
	return len(text) == len(first)+1+len(second) && text[len(first)] == between && text[:len(first)] == first && text[len(first)+1:] == second
}

// The bits of a cell behind those of its strings.
const (
	cellYear = 1 << (cellTexts + iota)
	cellContrast
	cellOwn
	cellShared
	cellAssisting
	cellWeak
	cellVague
	cellMay
	cellRuled
	cellDerived
)

// The bits of the rest, behind those of its strings.
const (
	restVerb    = 1 << (restTexts + iota) // the verb is the act
	restConcept                           // the concept is the head
	restSection
	restRelational
	restAmount
)

// cellBits are the bits of a cell without those of its strings.
func (r *Record) cellBits() uint32 {
	return flag(r.Contrast, cellContrast) | flag(r.Own, cellOwn) | flag(r.Shared, cellShared) | flag(r.Assisting, cellAssisting) |
		flag(r.Weak, cellWeak) | flag(r.Vague, cellVague) | flag(r.May, cellMay) | flag(r.Ruled, cellRuled) | flag(r.Derived, cellDerived) |
		flag(r.Year != 0, cellYear)
}

// restBits are those of the rest.
func (r *Record) restBits() uint32 {
	return flag(r.Verb == r.Act, restVerb) | flag(r.Concept == r.Head, restConcept) | flag(r.Section != 0, restSection) |
		flag(r.Relational, restRelational) | flag(r.Low != 0 || r.High != 0, restAmount)
}

func flag(on bool, bit uint32) uint32 {
	if on {
		return bit
	}
	return 0
}

// Append writes a record's bytes behind buf, to be read by a Fold of the same
// names.
func (n *Names) Append(buf []byte, r *Record) []byte {
	from := len(buf)
	buf = append(buf, make([]byte, 2*sizeBytes)...) // written when the sizes are known
	texts := r.texts()
	buf = n.appendCell(buf, r, &texts)
	cell := len(buf) - from - 2*sizeBytes
	buf = n.appendRest(buf, r, &texts)
	if size := len(buf) - from - sizeBytes; size < 1<<(7*sizeBytes) {
		putSize(buf[from:], size)
		putSize(buf[from+sizeBytes:], cell)
		return buf
	}
	inner := binary.AppendUvarint(nil, uint64(cell))
	outer := binary.AppendUvarint(nil, uint64(len(inner)+len(buf)-from-2*sizeBytes))
	return slices.Replace(buf, from, from+2*sizeBytes, append(outer, inner...)...)
}

// sizeBytes is how long a size nearly always is.
const sizeBytes = 2

// putSize writes a varint of sizeBytes, however small it is, so that a record
// is written once, in place.
func putSize(buf []byte, size int) { buf[0], buf[1] = byte(size)|0x80, byte(size>>7) }

func (n *Names) appendCell(buf []byte, r *Record, texts *[allTexts]*string) []byte {
	form, made := r.form()
	buf = n.appendName(append(buf, form), kindName, string(r.Kind))
	switch form {
	case keyWhole:
		buf = appendText(buf, r.Key)
	case keyLed:
		buf = n.appendName(appendText(buf, r.Role), keyName, r.Key[len(r.Role):])
	case keyPair:
		buf = appendText(appendText(buf, r.Role), r.Other)
	case keyDuty:
		buf = appendText(n.appendName(buf, actName, r.Act), r.Head)
	}
	at := len(buf)
	buf = append(buf, 0, 0, 0, 0) // the bits, written when they are known
	bits := r.cellBits()
	for i, text := range texts[:cellTexts] {
		if *text == "" || made>>i&1 == 1 {
			continue
		}
		bits |= 1 << i
		if i < cellNamed {
			buf = n.appendName(buf, i, *text)
		} else {
			buf = appendText(buf, *text)
		}
	}
	binary.LittleEndian.PutUint32(buf[at:], bits)
	if r.Year != 0 {
		buf = binary.AppendVarint(buf, int64(r.Year))
	}
	return buf
}

func (n *Names) appendRest(buf []byte, r *Record, texts *[allTexts]*string) []byte {
	at := len(buf)
	buf = append(buf, 0, 0)
	bits := r.restBits()
	for i, text := range texts[cellTexts:] {
		switch {
		case *text == "" || i == verbText && bits&restVerb != 0 || i == conceptText && bits&restConcept != 0:
			continue
		case i < restNamed:
			buf = n.appendName(buf, cellNamed+i, *text)
		default:
			buf = appendText(buf, *text)
		}
		bits |= 1 << i
	}
	binary.LittleEndian.PutUint16(buf[at:], uint16(bits))
	if r.Section != 0 {
		buf = binary.LittleEndian.AppendUint32(buf, r.Section)
	}
	buf = binary.AppendVarint(buf, int64(r.Start))
	buf = binary.AppendVarint(buf, int64(r.End-r.Start))
	buf = binary.AppendVarint(buf, int64(r.Start-r.Sentence))
	buf = appendFloat(buf, r.Confidence, thousandths)
	if r.Low != 0 || r.High != 0 {
		buf = appendFloat(appendFloat(buf, r.Low, 1), r.High, 1)
	}
	return buf
}

// appendName writes a string's number; 0 and the string where it has none.
func (n *Names) appendName(buf []byte, field int, text string) []byte {
	if number := n.number(field, text); number > 0 {
		return binary.AppendUvarint(buf, uint64(number))
	}
	return appendText(append(buf, 0), text)
}

// appendText writes a string behind its length.
func appendText(buf []byte, text string) []byte {
	if len(text) < 0x80 { // nearly always
		return append(append(buf, byte(len(text))), text...)
	}
	return append(binary.AppendUvarint(buf, uint64(len(text))), text...)
}

// thousandths is how fine confidence nearly always is.
const thousandths = 1000

// appendFloat writes a number as so many parts of one if that is what it is,
// which takes a few bytes, and else as its bits. The lowest bit says which.
func appendFloat(buf []byte, x, parts float64) []byte {
	if whole := x*parts + 0.5; whole >= 0 && whole < 1<<40 {
		if k := uint64(whole); math.Float64bits(float64(k)/parts) == math.Float64bits(x) {
			return binary.AppendUvarint(buf, k<<1)
		}
	}
	return binary.LittleEndian.AppendUint64(append(buf, 1), math.Float64bits(x))
}
