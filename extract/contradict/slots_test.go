package contradict

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filled returns a record none of whose fields is empty.
func filled(t *testing.T) Record {
	t.Helper()
	var r Record
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("<é> & \"" + v.Type().Field(i).Name + "\"\n")
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Int:
			f.SetInt(int64(i + 1))
		case reflect.Uint32:
			f.SetUint(math.MaxUint32)
		case reflect.Float64:
			f.SetFloat(float64(i) / 3)
		default:
			t.Fatalf("no test value for %s", f.Type())
		}
	}
	return r
}

// What is kept of a claim is every slot of its records, in whatever field.
func TestSlotsKeepAll(t *testing.T) {
	all, open := filled(t), filled(t)
	open.High = math.Inf(1)
	claim := Record{Doc: all.Doc, Source: all.Source, Claim: all.Claim, Start: all.Start, End: all.End, Confidence: all.Confidence}
	want := []Record{all, open, claim}
	text := Slots(want)
	got, err := ReadSlots(text, claim)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ReadSlots(Slots(x)) (-want +got):\n%s", diff)
	}
	if Slots(got) != text {
		t.Error("written again the slots are others")
	}
}

func TestReadSlotsRefuses(t *testing.T) {
	for text, want := range map[string]string{
		`[{"key":"set:menu"`:   "unexpected end",
		`[{"weight":3}]`:       `no slot is called "weight"`,
		`[{"year":"2024"}]`:    "year: json: cannot unmarshal string",
		`{"key":"set:menu"}`:   "cannot unmarshal object",
		`[{"key":"set"}] more`: "invalid character",
	} {
		if _, err := ReadSlots(text, Record{Claim: "c1"}); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "claim c1") {
			t.Errorf("ReadSlots(%s): %v, want the claim and %q", text, err, want)
		}
	}
	if got, err := ReadSlots("", Record{}); got != nil || err != nil {
		t.Errorf("ReadSlots of nothing = %v, %v", got, err)
	}
}

func FuzzReadSlots(f *testing.F) {
	f.Add(`[{"kind":"pay","low":1e5,"high":null},{}]`)
	f.Add(`[null]`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ReadSlots(text, Record{Claim: "c"})
		if err != nil {
			return
		}
		again, err := ReadSlots(Slots(got), Record{Claim: "c"})
		if diff := cmp.Diff(got, again); err != nil || len(got) > 0 && diff != "" {
			t.Errorf("%s read, written and read: %v\n%s", text, err, diff)
		}
	})
}

// docs/slots.md names every slot that can stand in a row.
func TestSlotsAreDescribed(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "slots.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Record]()) {
		if name := "`" + strings.ToLower(field.Name) + "`"; !identity[field.Name] && !strings.Contains(string(page), name) {
			t.Errorf("docs/slots.md says nothing of %s", name)
		}
	}
}
