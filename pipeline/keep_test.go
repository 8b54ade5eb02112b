package pipeline

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/extract/lexicon"
)

// TestKeep wants what stays in memory to share none with the articles, which
// would otherwise stay there too.
func TestKeep(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	analyzer, err := NewAnalyzer(lex, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := corpus.Page{URI: "a.txt", Format: corpus.Text, Body: []byte("CTO or nurse\n\nIn small startups, the cto leads the team if it is new. " +
		"In austin, the nurse earns $90,000 a year, according to Payboard, and more than the cto.")}
	a := analyzer.Analyze(page)
	if len(a.Records) == 0 {
		t.Fatal("no records")
	}
	kept := keeper{}
	for _, record := range a.Records {
		got := kept.record(record)
		if diff := cmp.Diff(record, got); diff != "" {
			t.Errorf("the record changed (-was +is):\n%s", diff)
		}
		fields := reflect.ValueOf(got)
		for i := range fields.NumField() {
			if f := fields.Field(i); f.Kind() == reflect.String && pieceOf(f.String(), a.Document.Text) {
				t.Errorf("%s %q is a piece of the text", fields.Type().Field(i).Name, f.String())
			}
		}
	}
	if one, other := kept.text(fmt.Sprint("role", 1)), kept.text(strings.ToLower("ROLE1")); unsafe.StringData(one) != unsafe.StringData(other) {
		t.Error("equal strings are kept twice")
	}
}

// pieceOf reports whether a string's bytes lie in those of a text.
func pieceOf(s, text string) bool {
	if s == "" {
		return false
	}
	at, from := uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(unsafe.Pointer(unsafe.StringData(text)))
	return at >= from && at < from+uintptr(len(text))
}
