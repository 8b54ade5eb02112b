package output

import (
	"bytes"
	"cmp"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"roleclaims/corpus"
)

func FuzzDecodeRow(f *testing.F) {
	title := "t"
	row := RejectRow{URI: "u", Stage: "s", DocID: &title}
	f.Add(appendRow(nil, reflect.ValueOf(row)))
	f.Add(appendRow(nil, reflect.ValueOf(ComparisonRow{FromClaims: []string{"a", ""}, Hedge: true, Confidence: 0.5})))
	f.Fuzz(func(t *testing.T, record []byte) {
		for _, row := range []any{&RejectRow{}, &ComparisonRow{}, &DocumentRow{}} {
			value := reflect.ValueOf(row).Elem()
			if decodeRow(record, value) != nil {
				continue
			}
			// What was read is written and read again as the same.
			again := appendRow(nil, value)
			back := reflect.New(value.Type())
			if err := decodeRow(again, back.Elem()); err != nil {
				t.Fatal(err)
			}
			if third := appendRow(nil, back.Elem()); !bytes.Equal(again, third) {
				t.Errorf("%x came back as %x", again, third)
			}
		}
	})
}

func FuzzPoints(f *testing.F) {
	f.Add("plain", 2, 3)
	f.Add(strings.Repeat("a\U0001F680e\u0301", 200), 400, 1000)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		a, b, err := newPoints(text).of(corpus.Span{Start: start, End: end})
		if start < 0 || end < start || end > len(text) {
			if err == nil {
				t.Fatalf("span %d:%d of %d bytes: no error", start, end, len(text))
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		onStarts := (start == len(text) || utf8.RuneStart(text[start])) && (end == len(text) || utf8.RuneStart(text[end]))
		if onStarts && string([]rune(text)[a:b]) != text[start:end] {
			t.Errorf("code points %d:%d are %q, want %q", a, b, string([]rune(text)[a:b]), text[start:end])
		}
	})
}

// A key must order as the values do.
func FuzzSortKey(f *testing.F) {
	f.Add("a", "a\x00", int64(-1), int64(1), 0.5, -0.5)
	f.Add("", "\x00", int64(0), int64(0), 0.0, 1.0)
	f.Fuzz(func(t *testing.T, s1, s2 string, n1, n2 int64, x1, x2 float64) {
		type row struct {
			S string
			X float64
			N *int64
		}
		if x1 != x1 || x2 != x2 || x1 == 0 && x2 == 0 {
			t.Skip("no number, or two zeros")
		}
		fields := []sortField{{field: 0}, {field: 1, descending: true}, {field: 2}}
		key := func(r row) string { return sortKey(reflect.ValueOf(r), fields) }
		want := cmp.Or(strings.Compare(s1, s2), cmp.Compare(x2, x1), cmp.Compare(n1, n2))
		if got := strings.Compare(key(row{s1, x1, &n1}), key(row{s2, x2, &n2})); got != want {
			t.Errorf("keys of %q %g %d and %q %g %d compare as %d, want %d", s1, x1, n1, s2, x2, n2, got, want)
		}
		if key(row{s1, x1, &n1}) >= key(row{s1, x1, nil}) {
			t.Errorf("null does not come last")
		}
	})
}
