package output

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
)

var errRowCut = errors.New("row is cut short")

// appendRow appends the fields of row, a struct of the kinds that rows are
// made of, in their order. The form is private to one run: it is written to a
// spool and read back by the same process. Strings become valid UTF-8 here,
// so that all that is published is.
func appendRow(buf []byte, row reflect.Value) []byte {
	for i := range row.NumField() {
		buf = appendField(buf, row.Field(i))
	}
	return buf
}

func appendField(buf []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		s := strings.ToValidUTF8(v.String(), "\uFFFD")
		buf = binary.AppendUvarint(buf, uint64(len(s)))
		return append(buf, s...)
	case reflect.Int32, reflect.Int64:
		return binary.AppendVarint(buf, v.Int())
	case reflect.Float64:
		return binary.BigEndian.AppendUint64(buf, math.Float64bits(v.Float()))
	case reflect.Bool:
		if v.Bool() {
			return append(buf, 1)
		}
		return append(buf, 0)
	case reflect.Pointer:
		if v.IsNil() {
			return append(buf, 0)
		}
		return appendField(append(buf, 1), v.Elem())
	case reflect.Slice:
		buf = binary.AppendUvarint(buf, uint64(v.Len()))
		for i := range v.Len() {
			buf = appendField(buf, v.Index(i))
		}
		return buf
	default:
		panic(fmt.Sprintf("output: rows hold no %s", v.Type()))
	}
}

// decodeRow sets the fields of row from what appendRow wrote.
func decodeRow(buf []byte, row reflect.Value) error {
	d := decoder{buf: buf}
	for i := range row.NumField() {
		d.field(row.Field(i))
	}
	if d.err == nil && len(d.buf) > 0 {
		return fmt.Errorf("row has %d bytes left", len(d.buf))
	}
	return d.err
}

// decoder takes fields off the front of buf; after the first error it gives
// zero values.
type decoder struct {
	buf []byte
	err error
}

func (d *decoder) field(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(d.bytes(d.length())))
	case reflect.Int32, reflect.Int64:
		n, size := binary.Varint(d.buf)
		v.SetInt(n)
		d.skip(size)
	case reflect.Float64:
		if b := d.bytes(8); b != nil {
			v.SetFloat(math.Float64frombits(binary.BigEndian.Uint64(b)))
		}
	case reflect.Bool:
		b := d.bytes(1)
		v.SetBool(b != nil && b[0] == 1)
	case reflect.Pointer:
		if b := d.bytes(1); b != nil && b[0] == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			d.field(v.Elem())
		}
	case reflect.Slice:
		n := d.length()
		for range n {
			elem := reflect.New(v.Type().Elem()).Elem()
			d.field(elem)
			v.Set(reflect.Append(v, elem))
		}
	default:
		panic(fmt.Sprintf("output: rows hold no %s", v.Type()))
	}
}

// length takes a count that can't exceed the bytes left, since each element
// has at least one byte.
func (d *decoder) length() int {
	n, size := binary.Uvarint(d.buf)
	d.skip(size)
	if n > uint64(len(d.buf)) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.buf) {
		d.fail()
		return nil
	}
	b := d.buf[:n]
	d.buf = d.buf[n:]
	return b
}

func (d *decoder) skip(n int) {
	if n <= 0 {
		d.fail()
		return
	}
	d.buf = d.buf[n:]
}

func (d *decoder) fail() { d.buf, d.err = nil, errRowCut }
