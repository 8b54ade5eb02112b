package sample_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/sample"
)

var formats = map[string]corpus.Format{".html": corpus.HTML, ".md": corpus.Markdown, ".txt": corpus.Text}

// document decodes an article as a reader of the folder would.
func document(t *testing.T, name string) *corpus.Document {
	t.Helper()
	body, err := fs.ReadFile(sample.Articles(), name)
	if err != nil {
		t.Fatal(err)
	}
	page := corpus.Page{URI: name, Format: formats[path.Ext(name)], Body: body}
	beside, err := fs.ReadFile(sample.Articles(), strings.TrimSuffix(name, path.Ext(name))+".meta.json")
	if err == nil {
		var meta struct{ Source, Title, Author, Published string }
		if err := json.Unmarshal(beside, &meta); err != nil {
			t.Fatal(err)
		}
		page.Meta = corpus.Meta{Source: meta.Source, Title: meta.Title, Author: meta.Author, Published: meta.Published, By: "meta.json"}
	}
	doc, reject := decode.Decode(page)
	if reject != nil {
		t.Fatalf("%s: %s (%s)", name, reject.Reason, reject.Detail)
	}
	return doc
}

func TestArticlesDecode(t *testing.T) {
	sources := map[string]string{}
	for _, name := range names(t) {
		doc := document(t, name)
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
	texts := map[string]string{}
	for _, name := range names(t) {
		texts[name] = document(t, name).Text
	}
	check := func(doc, quote string) {
		t.Helper()
		if quote == "" || !strings.Contains(texts[doc], quote) {
			t.Errorf("%s: %q is not in the text", doc, quote)
		}
	}

	for name := range texts {
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
	read(t, "contradictions.json", &all)
	for _, c := range all {
		for _, s := range []side{c.A, c.B} {
			check(s.Doc, s.Quote)
			for _, quote := range s.Also {
				check(s.Doc, quote)
			}
		}
	}
	var traps []trap
	read(t, "traps.json", &traps)
	for _, x := range traps {
		check(x.DocA, x.QuoteA)
		check(x.DocB, x.QuoteB)
	}
}
