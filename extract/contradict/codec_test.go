package contradict

import (
	"math"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every field of a record survives being written and read, one by one: a field
// that is new must be written too.
func TestRecordBytes(t *testing.T) {
	whole := Record{Kind: Duty, Key: "set:menu"}
	for i := range reflect.TypeFor[Record]().NumField() {
		one := Record{Kind: Duty, Key: "set:menu"}
		for _, r := range []*Record{&one, &whole} {
			switch f := reflect.ValueOf(r).Elem().Field(i); f.Kind() {
			case reflect.String:
				f.SetString("é\x00" + reflect.TypeFor[Record]().Field(i).Name)
			case reflect.Int:
				f.SetInt(-1 << 40)
			case reflect.Uint32:
				f.SetUint(math.MaxUint32)
			case reflect.Float64:
				f.SetFloat(math.Inf(1))
			case reflect.Bool:
				f.SetBool(true)
			default:
				t.Fatalf("a record has a %s, which is not written", f.Type())
			}
		}
		check(t, one)
	}
	check(t, whole)
	check(t, Record{Kind: Pay, Key: "k", Low: -0.5})
}

func check(t *testing.T, want Record) {
	t.Helper()
	block := append(want.Append(nil), "behind"...)
	encoded, rest, err := cut(block)
	if err != nil || string(rest) != "behind" {
		t.Fatalf("cut: %v, rest %q", err, rest)
	}
	var got Record
	decode(string(encoded), &got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a record changed (-was +is):\n%s", diff)
	}
}

// A block that was not written whole is an error, and no panic.
func TestAddBlockCutShort(t *testing.T) {
	r := Record{Kind: Duty, Key: "set:menu", Role: "chef", Doc: "d"}
	whole := r.Append(nil)
	for n := 1; n < len(whole); n++ {
		var f Fold
		if err := f.AddBlock(whole[:n], nil); err == nil {
			t.Errorf("%d of %d bytes are a record", n, len(whole))
		}
	}
}
