package html_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"roleclaims/corpus"
	"roleclaims/corpus/goldentest"
	"roleclaims/corpus/html"
)

// TestParse compares meta data and blocks with testdata/*.txtar.
func TestParse(t *testing.T) {
	goldentest.Archives(t, "testdata/*.txtar", func(t *testing.T, page txtar.File) []txtar.File {
		content, err := html.Parse(page.Data, "")
		if err != nil {
			t.Fatal(err)
		}
		check(t, content)
		return []txtar.File{{Name: "blocks", Data: []byte(show(content))}}
	})
}

// show writes what the page says of itself, then a block a line.
func show(c corpus.Content) string {
	var out strings.Builder
	fmt.Fprintf(&out, "title=%q author=%q published=%s by=%s url=%s lang=%s\n", c.Meta.Title, c.Meta.Author, c.Meta.Published, c.Meta.By, c.URL, c.Lang)
	for _, b := range c.Blocks {
		switch b.Kind {
		case corpus.Cell:
			fmt.Fprintf(&out, "cell %d:%d,%d head=%v row=%q col=%q", b.Group, b.Row, b.Col, b.Header, b.RowHead.Of(c.Text), b.ColHead.Of(c.Text))
		case corpus.Item:
			fmt.Fprintf(&out, "item %d:%d", b.Group, b.Level)
		case corpus.Heading:
			fmt.Fprintf(&out, "heading %d", b.Level)
		default:
			out.WriteString(string(b.Kind))
		}
		fmt.Fprintf(&out, " %q", b.Span.Of(c.Text))
		for _, s := range b.Strong {
			fmt.Fprintf(&out, " *%s*", s.Of(c.Text))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// check holds the invariants of canonical text: valid UTF-8, blocks in order
// and apart with nothing but white space between them, white space collapsed.
func check(t *testing.T, c corpus.Content) {
	t.Helper()
	if !utf8.ValidString(c.Text) {
		t.Fatalf("text is no UTF-8: %q", c.Text)
	}
	end := 0
	for i, b := range c.Blocks {
		if b.Span.Start < end || b.Span.Empty() || b.Span.End > len(c.Text) {
			t.Fatalf("block %d has span %v after %d", i, b.Span, end)
		}
		if gap := c.Text[end:b.Span.Start]; strings.Trim(gap, " \t\n") != "" {
			t.Fatalf("text %q before block %d is in none", gap, i)
		}
		end = b.Span.End
		text := b.Span.Of(c.Text)
		if strings.Join(strings.Fields(text), " ") != text {
			t.Fatalf("white space of block %d is not collapsed: %q", i, text)
		}
		for _, s := range b.Strong {
			if !b.Span.Contains(s) || s.Empty() || !utf8.ValidString(s.Of(c.Text)) {
				t.Fatalf("bold run %v of block %d at %v", s, i, b.Span)
			}
		}
		for _, s := range []corpus.Span{b.RowHead, b.ColHead} {
			if s.End > b.Span.Start && !s.Empty() {
				t.Fatalf("head %v of block %d does not stand before it", s, i)
			}
		}
	}
	if end != len(c.Text) {
		t.Fatalf("text after the last block: %q", c.Text[end:])
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       error
	}{
		{"nothing", "", html.ErrNoArticle},
		{"only a menu", "<body><nav><a href=/>Home</a></nav><script>var a = 1</script>", html.ErrNoArticle},
		{"nesting without end", strings.Repeat("<div>", 600) + "a", html.ErrTooDeep},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := html.Parse([]byte(test.body), ""); !errors.Is(err, test.want) {
				t.Errorf("Parse = %v, want %v", err, test.want)
			}
		})
	}
}

func TestEncoding(t *testing.T) {
	for _, test := range []struct{ name, body string }{
		{"declared in a meta element", "<meta charset=iso-8859-15><p>Caf\xe9 \xa4"},
		{"UTF-8 that says to be something else", "<meta charset=iso-8859-1><p>Café €"},
		{"Windows, undeclared", "<p>Caf\xe9 \x80"},
		{"UTF-16 with a mark", "\xff\xfe<\x00p\x00>\x00C\x00a\x00f\x00\xe9\x00 \x00\xac\x20"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := html.Parse([]byte(test.body), "")
			if err != nil || c.Text != "Café €" {
				t.Errorf("Parse = %q, %v", c.Text, err)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct{ name, head, body, want string }{
		{"open graph", `<meta property="article:published_time" content="2022-01-02T00:00:00Z">`, "", "2022-01-02 open-graph"},
		{"a meta element", `<meta name="date" content="2 March 2021">`, "", "2021-03-02 meta"},
		{"microdata", "", `<span itemprop="datePublished" content="2020-05-06"></span>`, "2020-05-06 microdata"},
		{"one time", "", `<time datetime="2019-07-08">July</time>`, "2019-07-08 time"},
		{"two times that differ", "", `<time datetime="2019-07-08">a</time><time datetime="2018-07-08">b</time>`, " "},
		{"a date in the text is nobody's word", "", "<p>Written on 2019-07-08.", " "},
		{"a date that nobody can read for certain", `<meta name="date" content="01/02/2021">`, "", " "},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := html.Parse([]byte("<head>"+test.head+"</head><body><p>A text.</p>"+test.body), "")
			if got := c.Meta.Published + " " + c.Meta.By; err != nil || got != test.want {
				t.Errorf("published %q, want %q (%v)", got, test.want, err)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if archive, err := txtar.ParseFile(file); err == nil {
			f.Add(string(archive.Files[0].Data))
		}
	}
	f.Add("<table><tr><th rowspan=0 colspan=-1>a<td><br>•b<table><td>c")
	f.Add("<li>a<b><p>b</b>c<h2><ul><li><h3>d")
	f.Fuzz(func(t *testing.T, body string) {
		if c, err := html.Parse([]byte(body), ""); err == nil {
			check(t, c)
		}
		if c, err := html.Fragment(body); err == nil {
			check(t, c)
		}
	})
}
