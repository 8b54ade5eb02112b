package contradict

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// A record as bytes, which is how folds and temporary files keep it, is
//
//	size | cell size | cell | rest
//
// with sizes of four bytes each. The cell holds all that makes two records of one
// source under one key differ for detection, beginning with kind and key, so
// that records of one cell have equal bytes there. The form is private to one
// process.

var errRecordCut = errors.New("a record is cut short")

// cellTexts are the strings of a record's cell.
func (r *Record) cellTexts() [18]*string {
	return [...]*string{
		(*string)(&r.Kind), &r.Key, &r.Source, &r.Role, &r.Other, (*string)(&r.Stance),
		&r.Act, &r.Head, &r.Mods, &r.Tail, &r.Generic, &r.Apart, &r.Scope, &r.Condition,
		&r.Place, &r.Component, &r.Currency, &r.Upstream,
	}
}

// cellFlags packs the truth values of a record's cell.
func (r *Record) cellFlags() uint64 {
	return bit(r.Contrast) | bit(r.Own)<<1 | bit(r.Shared)<<2 | bit(r.Assisting)<<3 | bit(r.Weak)<<4 |
		bit(r.Vague)<<5 | bit(r.May)<<6 | bit(r.Ruled)<<7 | bit(r.Derived)<<8
}

// setCellFlags is the reverse of cellFlags.
func (r *Record) setCellFlags(flags int) {
	on := func(i int) bool { return flags>>i&1 == 1 }
	r.Contrast, r.Own, r.Shared, r.Assisting, r.Weak = on(0), on(1), on(2), on(3), on(4)
	r.Vague, r.May, r.Ruled, r.Derived = on(5), on(6), on(7), on(8)
}

func bit(flag bool) uint64 {
	if flag {
		return 1
	}
	return 0
}

// restTexts are the strings outside of a record's cell.
func (r *Record) restTexts() [5]*string {
	return [...]*string{&r.Doc, &r.Claim, &r.Verb, &r.Concept, &r.Statistic}
}

// Append writes the record's bytes behind buf, to be read by Fold.AddBlock of
// the same process.
func (r *Record) Append(buf []byte) []byte {
	from := len(buf)
	buf = append(buf, make([]byte, 2*sizeBytes)...) // written when the sizes are known
	buf = r.appendCell(buf)
	cell := len(buf) - from - 2*sizeBytes
	buf = r.appendRest(buf)
	binary.LittleEndian.PutUint32(buf[from:], uint32(len(buf)-from-sizeBytes))
	binary.LittleEndian.PutUint32(buf[from+sizeBytes:], uint32(cell))
	return buf
}

// sizeBytes is how long a size is.
const sizeBytes = 4

func (r *Record) appendCell(buf []byte) []byte {
	texts := r.cellTexts()
	buf = appendTexts(buf, texts[:])
	return binary.AppendVarint(binary.AppendUvarint(buf, r.cellFlags()), int64(r.Year))
}

func (r *Record) appendRest(buf []byte) []byte {
	texts := r.restTexts()
	buf = appendTexts(buf, texts[:])
	for _, n := range []int{r.Start, r.End, r.Sentence} {
		buf = binary.AppendVarint(buf, int64(n))
	}
	buf = binary.LittleEndian.AppendUint32(buf, r.Section)
	buf = binary.LittleEndian.AppendUint64(buf, math.Float64bits(r.Confidence))
	buf = append(buf, byte(bit(r.Relational)))
	if r.Low == 0 && r.High == 0 {
		return buf
	}
	buf = binary.LittleEndian.AppendUint64(buf, math.Float64bits(r.Low))
	return binary.LittleEndian.AppendUint64(buf, math.Float64bits(r.High))
}

// appendTexts writes which strings are not empty, a bit each, and those.
func appendTexts(buf []byte, texts []*string) []byte {
	at := len(buf)
	buf = append(buf, 0, 0, 0, 0) // the bits, written when they are known
	var full uint32
	for i, t := range texts {
		text := *t
		if text == "" {
			continue
		}
		full |= 1 << i
		if len(text) < 0x80 { // nearly always
			buf = append(buf, byte(len(text)))
		} else {
			buf = binary.AppendUvarint(buf, uint64(len(text)))
		}
		buf = append(buf, text...)
	}
	binary.LittleEndian.PutUint32(buf[at:], full)
	return buf
}

// cut takes the first record off a block.
func cut(block []byte) (record, rest []byte, err error) {
	to, err := sized(block)
	if err != nil {
		return nil, nil, err
	}
	return block[sizeBytes:to], block[to:], nil
}

// cellSpan returns where a record's cell stands in its bytes.
func cellSpan(record []byte) (from, to int, err error) {
	to, err = sized(record)
	return sizeBytes, to, err
}

// sized returns where that ends whose size stands at the front.
func sized(bytes []byte) (end int, err error) {
	if len(bytes) < sizeBytes {
		return 0, errRecordCut
	}
	size := uint64(binary.LittleEndian.Uint32(bytes))
	if size > uint64(len(bytes)-sizeBytes) {
		return 0, errRecordCut
	}
	return sizeBytes + int(size), nil
}

// groupOf returns the part of a cell that says under which kind and key it
// stands.
func groupOf(cell string) string {
	d := decoder{rest: cell[4:]} // behind the bits: neither is ever empty
	d.text()
	d.text()
	return cell[4 : len(cell)-len(d.rest)]
}

// kindAndKey reads what groupOf returns.
func kindAndKey(group string) (Kind, string) {
	d := decoder{rest: group}
	return Kind(d.text()), d.text()
}

// decode reads a record from its bytes, without the size of all. Its strings
// are parts of encoded. What Append wrote is whole, so that there is no error.
func decode(encoded string, r *Record) {
	*r = Record{}
	d := decoder{rest: encoded[sizeBytes:]}
	cellTexts := r.cellTexts()
	d.texts(cellTexts[:])
	r.setCellFlags(d.uvarint())
	r.Year = d.varint()
	restTexts := r.restTexts()
	d.texts(restTexts[:])
	r.Start, r.End, r.Sentence = d.varint(), d.varint(), d.varint()
	r.Section = d.uint32()
	r.Confidence = d.float()
	r.Relational = d.byte() == 1
	if d.rest != "" {
		r.Low, r.High = d.float(), d.float()
	}
}

// decoder takes values off the front of a string.
type decoder struct{ rest string }

func (d *decoder) take(n int) string {
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) uvarint() int {
	if b := d.rest[0]; b < 0x80 { // nearly always
		d.rest = d.rest[1:]
		return int(b)
	}
	return d.longUvarint()
}

func (d *decoder) longUvarint() int {
	var x uint64
	for shift := 0; ; shift += 7 {
		b := d.byte()
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return int(x)
		}
	}
}

func (d *decoder) varint() int {
	x := uint64(d.uvarint())
	return int(x>>1) ^ -int(x&1)
}

func (d *decoder) byte() byte {
	b := d.rest[0]
	d.rest = d.rest[1:]
	return b
}

func (d *decoder) uint32() uint32 {
	s := d.take(4)
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func (d *decoder) float() float64 {
	return math.Float64frombits(uint64(d.uint32()) | uint64(d.uint32())<<32)
}

func (d *decoder) text() string { return d.take(d.uvarint()) }

func (d *decoder) texts(into []*string) {
	full := d.uint32()
	rest := d.rest
	for ; full != 0; full &= full - 1 {
		n := int(rest[0])
		if n < 0x80 { // nearly always
			rest = rest[1:]
		} else {
			d.rest = rest
			n = d.uvarint()
			rest = d.rest
		}
		*into[bits.TrailingZeros32(full)] = rest[:n]
		rest = rest[n:]
	}
	d.rest = rest
}
