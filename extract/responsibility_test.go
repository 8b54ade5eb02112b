package extract_test

// The goldens of this file are testdata/duties/*.txtar: an article each, on one
// idea, and the duties that are found in it, a line each:
//
//	ROLE [denied] [MODALITY] [with ROLE ...] [if CONDITION]: PHRASE [RULE]
//
// After a change run
//
//	go test ./extract -run Golden -update
//
// and read the diff before you commit it: a line that goes or comes is a claim
// that users lose or get.

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/goldentest"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
)

func newExtractor(t testing.TB, opts extract.Options) *extract.Extractor {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(lex, opts)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// parse reads a page in the format of its name's ending.
func parse(t testing.TB, name string, body []byte) *corpus.Document {
	t.Helper()
	format := map[string]corpus.Format{".html": corpus.HTML, ".md": corpus.Markdown, ".txt": corpus.Text}[filepath.Ext(name)]
	doc, reject := decode.Decode(corpus.Page{URI: name, Format: format, Body: body})
	if reject != nil {
		t.Fatalf("decode %s: %s %s", name, reject.Reason, reject.Detail)
	}
	return doc
}

// showDuty writes a duty in one line.
func showDuty(d extract.Responsibility, text string) string {
	line := d.Role
	if d.Polarity == extract.Denied {
		line += " denied"
	}
	if d.Modality != "" {
		line += " " + d.Modality
	}
	if len(d.SharedWith) > 0 {
		line += " with " + strings.Join(d.SharedWith, " ")
	}
	if d.Condition != "" {
		line += " if " + d.Condition
	}
	return line + ": " + strings.Join(strings.Fields(d.Span.Of(text)), " ") + " [" + d.Rule + "]"
}

func TestGoldenDuties(t *testing.T) {
	x := newExtractor(t, extract.Options{})
	goldentest.Archives(t, "testdata/duties/*.txtar", func(t *testing.T, page txtar.File) []txtar.File {
		doc := parse(t, page.Name, page.Data)
		var got bytes.Buffer
		for _, d := range x.Extract(doc).Responsibilities {
			got.WriteString(showDuty(d, doc.Text) + "\n")
		}
		return []txtar.File{{Name: "duties", Data: got.Bytes()}}
	})
}

// TestDisable holds that a rule which is switched off finds nothing, and that
// the others find what they found before.
func TestDisable(t *testing.T) {
	const page = "# Nurse\n\nA nurse washes patients. A nurse is responsible for the drug cupboard."
	doc := parse(t, "nurse.md", []byte(page))
	tests := []struct {
		off  []string
		want []string
	}{
		{nil, []string{"nurse: washes patients [subject-verb]", "nurse: the drug cupboard [cue-list]"}},
		{[]string{"subject-verb"}, []string{"nurse: the drug cupboard [cue-list]"}},
		{[]string{"subject-verb", "cue-list"}, nil},
	}
	for _, tt := range tests {
		x := newExtractor(t, extract.Options{Disable: tt.off})
		var got []string
		for _, d := range x.Extract(doc).Responsibilities {
			got = append(got, showDuty(d, doc.Text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("duties without %q (-want +got):\n%s", tt.off, diff)
		}
	}
}

func TestDisableUnknownRule(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := extract.New(lex, extract.Options{Disable: []string{"no-such-rule"}}); err == nil || !strings.Contains(err.Error(), "no-such-rule") {
		t.Errorf("New with an unknown rule: error %v, want one that names it", err)
	}
}
