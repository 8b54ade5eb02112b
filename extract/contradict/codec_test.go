package contradict

import (
	"math"
	"reflect"
	"strings"
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
	check(t, Record{Kind: Pay, Key: "k", Low: 1e300, High: 70_000.01, Confidence: 0.123456789})
	for _, n := range []int{100, 127, 128, 16_000, 16_384, 1 << 21} { // at which sizes grow
		check(t, Record{Kind: Duty, Key: "set:menu", Condition: strings.Repeat("x", n)})
		check(t, Record{Kind: Duty, Key: "set:menu", Doc: strings.Repeat("x", n)})
	}
	for _, key := range []string{"chef", "chef EUR middle", "chef cook", "cook chef", "chefcook", "set:menu", "do:menu", "set:", ""} {
		for _, kind := range []Kind{Duty, Pay, PayOrder, Boss} {
			check(t, Record{Kind: kind, Key: key, Role: "chef", Other: "cook", Act: "set", Head: "menu", Verb: "set", Concept: "menu"})
			check(t, Record{Kind: kind, Key: key, Verb: "fix", Concept: "list"})
		}
	}
}

func check(t *testing.T, want Record) {
	t.Helper()
	for _, room := range []int{0, 100, namesRoom} { // no names, one, all
		names := NewNames()
		names.room = room
		names.Append(nil, &Record{Kind: Duty, Key: "set:menu", Role: "chef"})
		checkNamed(t, names, want)
	}
}

func checkNamed(t *testing.T, names *Names, want Record) {
	t.Helper()
	block := string(append(names.Append(nil, &want), "behind"...))
	encoded, rest, err := cut(block)
	if err != nil || rest != "behind" {
		t.Fatalf("cut: %v, rest %q", err, rest)
	}
	var got Record
	names.decode(encoded, names.keyOf(encoded), &got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a record changed (-was +is):\n%s", diff)
	}
}

// A block that was not written whole is an error, and no panic.
func TestAddBlockCutShort(t *testing.T) {
	r := Record{Kind: Duty, Key: "set:menu", Role: "chef", Doc: "d"}
	names := NewNames()
	whole := names.Append(nil, &r)
	for n := 1; n < len(whole); n++ {
		f := NewFold(names)
		if err := f.AddBlock(whole[:n], nil); err == nil {
			t.Errorf("%d of %d bytes are a record", n, len(whole))
		}
	}
}
