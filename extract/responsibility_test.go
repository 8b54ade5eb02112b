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
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
)

var update = flag.Bool("update", false, "rewrite the goldens")

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
	files, err := filepath.Glob("testdata/duties/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("goldens: %v, %v", files, err)
	}
	x := newExtractor(t, extract.Options{})
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page := archive.Files[0]
			doc := parse(t, page.Name, page.Data)
			var got strings.Builder
			for _, d := range x.Extract(doc).Responsibilities {
				got.WriteString(showDuty(d, doc.Text) + "\n")
			}
			if *update {
				archive.Files = []txtar.File{page, {Name: "duties", Data: []byte(got.String())}}
				if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(lines(string(archive.Files[1].Data)), lines(got.String())); diff != "" {
				t.Errorf("duties (-want +got):\n%s", diff)
			}
		})
	}
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }

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
