package sample_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/read"
	"roleclaims/corpus/sample"
)

// documents reads and decodes the articles as a run does, by name.
func documents(t *testing.T) map[string]*corpus.Document {
	t.Helper()
	inputs, err := read.FindFS(sample.Articles(), ".")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]*corpus.Document{}
	for input := range inputs.Pages(t.Context(), nil) {
		reject := input.Reject
		if reject == nil {
			var doc *corpus.Document
			if doc, reject = decode.Decode(input.Page); reject == nil {
				docs[path.Base(doc.URI)] = doc
				continue
			}
		}
		t.Errorf("%s: %s (%s)", reject.URI, reject.Reason, reject.Detail)
	}
	return docs
}

func TestArticlesDecode(t *testing.T) {
	sources := map[string]string{}
	docs := documents(t)
	if !slices.Equal(slices.Sorted(maps.Keys(docs)), names(t)) {
		t.Errorf("decoded: %v", slices.Sorted(maps.Keys(docs)))
	}
	for name, doc := range docs {
		if doc.Words < 400 || doc.Words > 1200 {
			t.Errorf("%s: %d words, want 400 to 1,200", name, doc.Words)
		}
		if doc.Title == "" || doc.Published == "" {
			t.Errorf("%s: title %q, published %q", name, doc.Title, doc.Published)
		}
		if doc.Source == name || sources[doc.Source] != "" {
			t.Errorf("%s: source %q, also that of %q", name, doc.Source, sources[doc.Source])
		}
		sources[doc.Source] = name
		for _, furniture := range []string{"cookie", "Share", "Privacy", "Subscribe", "$135,000", "$86,000", "$110,000", "$240,000"} {
			if strings.Contains(doc.Text, furniture) {
				t.Errorf("%s: %q of the page's furniture is in the text", name, furniture)
			}
		}
	}
}

func TestAnswersStandInTheText(t *testing.T) {
	docs := documents(t)
	check := func(doc, quote string) {
		t.Helper()
		if docs[doc] == nil || quote == "" || !strings.Contains(docs[doc].Text, quote) {
			t.Errorf("%s: %q is not in the text", doc, quote)
		}
	}

	for name := range docs {
		a := claims(t, name)
		for _, r := range a.Responsibilities {
			check(name, r.Phrase)
			if r.Or != "" {
				check(name, r.Or)
			}
		}
		for _, s := range a.Salaries {
			check(name, s.Quote)
		}
		for _, c := range a.Comparisons {
			check(name, c.Quote)
		}
	}

	var all []contradiction
	load(t, "contradictions.json", &all)
	for _, c := range all {
		for _, s := range []side{c.A, c.B} {
			check(s.Doc, s.Quote)
			for _, quote := range s.Also {
				check(s.Doc, quote)
			}
		}
	}
	var traps []trap
	load(t, "traps.json", &traps)
	for _, x := range traps {
		check(x.DocA, x.QuoteA)
		check(x.DocB, x.QuoteB)
	}
}
