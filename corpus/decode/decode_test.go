package decode_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
)

func TestDecode(t *testing.T) {
	page := corpus.Page{
		URI: "dir/a.md", Format: corpus.Markdown, FetchedAt: "2026-01-02T03:04:05Z",
		Meta: corpus.Meta{Title: "Stated", Published: "2024-01-02", By: "meta.json"},
		Body: []byte("---\ntitle: Said\nauthor: Eve\ndate: 2020-01-01\n---\nA *cook* cooks.\n"),
	}
	doc, reject := decode.Decode(page)
	if reject != nil {
		t.Fatal(reject)
	}
	want := &corpus.Document{
		ID: corpus.DocumentID("dir/a.md", "A cook cooks."), URI: "dir/a.md", Source: "dir/a.md",
		Title: "Stated", Author: "Eve", Published: "2024-01-02", PublishedBy: "meta.json", FetchedAt: "2026-01-02T03:04:05Z",
		Lang: "en", Words: 3, Text: "A cook cooks.",
		Blocks: []corpus.Block{{Kind: corpus.Paragraph, Span: corpus.Span{Start: 0, End: 13}}},
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

func TestSource(t *testing.T) {
	for _, test := range []struct{ name, uri, stated, body, want string }{
		{"the domain of the address", "https://blog.jobs.co.uk/a", "", "A", "jobs.co.uk"},
		{"a host without a public suffix", "http://localhost:8080/a", "", "A", "localhost"},
		{"an address in figures", "http://192.0.2.7/a", "", "A", "192.0.2.7"},
		{"the canonical link", "a.html", "", `<link rel="canonical" href="https://www.x.example.com/a"><p>A`, "example.com"},
		{"og:url", "a.html", "", `<meta property="og:url" content="https://example.org/a"><p>A`, "example.org"},
		{"what is stated wins", "https://a.example.com/", "A Journal", "A", "A Journal"},
		{"a stated address", "a.txt", "https://www.example.com/a", "A", "example.com"},
		{"else the uri", "dir/a.txt", "", "A", "dir/a.txt"},
	} {
		t.Run(test.name, func(t *testing.T) {
			format := corpus.Text
			if strings.HasPrefix(test.body, "<") {
				format = corpus.HTML
			}
			doc, reject := decode.Decode(corpus.Page{URI: test.uri, Format: format, Meta: corpus.Meta{Source: test.stated}, Body: []byte(test.body)})
			if reject != nil {
				t.Fatal(reject)
			}
			if doc.Source != test.want {
				t.Errorf("source %q, want %q", doc.Source, test.want)
			}
		})
	}
}

const (
	german  = "Die Köchin bereitet das Essen vor und der Kellner bringt es den Gästen an den Tisch, wo sie schon lange darauf warten. "
	english = "The cook prepares the meal and the waiter brings it to the guests at their table, where they have been waiting for it. "
)

func TestRejects(t *testing.T) {
	for _, test := range []struct {
		name   string
		format corpus.Format
		body   string
		want   string // stage and reason, "" for a document
	}{
		{"English", corpus.Text, strings.Repeat(english, 4), ""},
		{"another language", corpus.Text, strings.Repeat(german, 4), "language not-english"},
		{"another language, short", corpus.Text, german, ""},
		{"another language, short and declared", corpus.HTML, `<html lang="de-AT"><p>` + german, "language not-english"},
		{"English declared as another language", corpus.HTML, `<html lang="de"><p>` + strings.Repeat(english, 4), ""},
		{"nothing", corpus.Text, " \n\t", "decode empty"},
		{"no article", corpus.HTML, "<script>a</script>", "decode no-article"},
		{"nesting without end", corpus.HTML, strings.Repeat("<div>", 600), "decode too-deep"},
		{"links without end", corpus.Markdown, strings.Repeat("[a](", 20_000), "decode too-dense"},
		{"too much", corpus.Text, strings.Repeat("a", corpus.MaxPageBytes+1), "decode too-large"},
		{"no format", "pdf", "A", "decode bad-format"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, reject := decode.Decode(corpus.Page{URI: "a", Format: test.format, Body: []byte(test.body)})
			got := ""
			if reject != nil {
				got = string(reject.Stage) + " " + reject.Reason
			}
			if got != test.want || (doc == nil) == (reject == nil) {
				t.Errorf("reject %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, format := range []corpus.Format{corpus.Text, corpus.Markdown, corpus.HTML} {
		f.Add("https://a.example/b", string(format), "# A\n\n- b\n\n<table><tr><td>c<td>d")
	}
	f.Add("://", "text", "\xff\xfea")
	f.Fuzz(func(t *testing.T, uri, format, body string) {
		doc, reject := decode.Decode(corpus.Page{URI: uri, Format: corpus.Format(format), Body: []byte(body)})
		if (doc == nil) == (reject == nil) {
			t.Fatalf("document %v and reject %v", doc, reject)
		}
		if doc == nil {
			return
		}
		if doc.ID != corpus.DocumentID(uri, doc.Text) || !utf8.ValidString(doc.Text) || doc.Words != len(strings.Fields(doc.Text)) {
			t.Fatalf("document %+v", doc)
		}
		end := 0
		for _, block := range doc.Blocks {
			if block.Span.Start < end || block.Span.Empty() || !utf8.ValidString(block.Span.Of(doc.Text)) {
				t.Fatalf("block %+v after %d", block, end)
			}
			end = block.Span.End
		}
	})
}

func TestGuessedDate(t *testing.T) {
	for _, test := range []struct{ uri, head, want string }{
		{"https://a.example/2023/05/17/cook", "", "2023-05-17 guess-url"},
		{"https://a.example/news/2023-05-17-cook", "", "2023-05-17 guess-url"},
		{"https://a.example/2023/05/17/cook", `<meta name=date content=2020-01-02>`, "2020-01-02 meta"},
		{"https://a.example/2023/05/cook", "", " "},
		{"https://a.example/2023/13/17/cook", "", " "},
		{"a/2023/05/17/cook.html", "", " "},
	} {
		page := corpus.Page{URI: test.uri, Format: corpus.HTML, Body: []byte(test.head + "<p>A cook cooks.")}
		doc, reject := decode.Decode(page)
		if reject != nil {
			t.Fatal(reject)
		}
		if got := doc.Published + " " + doc.PublishedBy; got != test.want {
			t.Errorf("%s is dated %q, want %q", test.uri, got, test.want)
		}
	}
}
