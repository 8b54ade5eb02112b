package html_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"roleclaims/corpus"
	"roleclaims/corpus/goldentest"
	"roleclaims/corpus/html"
	"roleclaims/corpus/tooltest"
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
		{"Windows, by a mark of UTF-8", "\xef\xbb\xbf<meta charset=windows-1252><p>Café €"},
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

func TestEncodingByHeader(t *testing.T) {
	for _, test := range []struct{ name, header, body string }{
		{"the header wins over the page", "text/html; charset=iso-8859-15", "<meta charset=windows-1251><p>Caf\xe9 \xa4"},
		{"what is UTF-8 is, whatever the header", "text/html; charset=iso-8859-1", "<p>Café €"},
		{"escapes of 7 bits", "text/html; charset=iso-2022-jp", "<p>\x1b$B;E;v\x1b(B"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := html.Parse([]byte(test.body), test.header)
			if err != nil || c.Text != "Café €" && c.Text != "仕事" {
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
		{"a byline", "", `<div class="post-byline">By A. Cook on March 3, 2021</div>`, "2021-03-03 byline"},
		{"a byline with an ordinal", "", `<p class="published">Published 3rd March 2021</p>`, "2021-03-03 byline"},
		{"two bylines that differ", "", `<p class="byline">March 3, 2021</p><p class="byline">March 4, 2021</p>`, " "},
		{"the byline of another article", "", `<div class="related-posts"><p class="byline">March 3, 2021</p></div>`, " "},
		{"the time of a comment", "", `<div class="comment"><time datetime="2019-07-08">a</time></div>`, " "},
		{"the time of a change", "", `<time class="updated" datetime="2019-07-08">a</time><time class="published" datetime="2018-07-08">b</time>`, "2018-07-08 time"},
		{"JSON-LD before all", `<meta name="date" content="2021-03-02"><script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","datePublished":"2020-01-02"}]}</script>`, "", "2020-01-02 json-ld"},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"Article","datePublished":"2020-01-02"</script>`, "", " "},
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

func TestMeta(t *testing.T) {
	for _, test := range []struct{ name, head, want string }{
		{"nothing", "", "||||"},
		{
			"JSON-LD that names by id", `<script type="application/ld+json">{"@graph":[{"@type":["Article"],"headline":"A &amp; B","dateModified":"2024-02-03T04:05:06Z",` +
				`"author":[{"@id":"#a"},{"name":"Bo"}],"publisher":{"@id":"#p"}},{"@type":"Person","@id":"#a","name":"Ann"},{"@type":"Organization","@id":"#p","name":"The Paper"}]}</script>`,
			"A & B|Ann, Bo|The Paper|2024-02-03|",
		},
		{
			"OpenGraph", `<meta property="og:title" content="A"><meta property="og:site_name" content="P"><meta property="article:modified_time" content="2024-02-03"><meta property="article:author" content="https://a.example/ann">`,
			"A||P|2024-02-03|",
		},
		{"meta elements", `<html lang="en-GB"><meta name="author" content="Ann"><meta name="DC.publisher" content="P"><meta name="last-modified" content="3 March 2024">`, "|Ann|P|2024-03-03|en-GB"},
		{"microdata", `<body><span itemprop="headline">A</span><div itemprop="author"><b itemprop="name">Ann</b></div><i itemprop="dateModified" content="2024-02-03"></i>`, "A|Ann||2024-02-03|"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := html.Parse([]byte(test.head+"<body><p>A text.</p>"), "")
			if got := strings.Join([]string{c.Meta.Title, c.Meta.Author, c.Meta.Publisher, c.Meta.Modified, c.Lang}, "|"); err != nil || got != test.want {
				t.Errorf("meta %q, want %q (%v)", got, test.want, err)
			}
		})
	}
}

// TestHostile prints how long pages take that were made to take long, at a tenth
// of the limit of elements, or with ROLECLAIMS_HOSTILE=1 at the limit.
func TestHostile(t *testing.T) {
	n := html.MaxElements / 2
	if os.Getenv("ROLECLAIMS_HOSTILE") == "" {
		n /= 10
	}
	for _, test := range []struct{ name, body string }{
		{"many paragraphs", strings.Repeat("<p>a cook", n)},
		{"many items", "<ul>" + strings.Repeat("<li>a", n)},
		{"many cells", "<table>" + strings.Repeat("<tr><td>a</td></tr>", n/2)},
		{"one wide row", "<table><tr>" + strings.Repeat("<td colspan=1000>a</td>", n)},
		{"many links", strings.Repeat("<a href=/a>reply</a> ", n)},
		{"many buttons", strings.Repeat("<button aria-expanded=true>one two</button>", n)},
		{"many teasers", strings.Repeat("<div><a href=/a><h3>Read this</h3></a></div>", n/2)},
		{"many headings of what is related", strings.Repeat("<h2>Related posts</h2>", n)},
		{"nested names", strings.Repeat(strings.Repeat("<div class=sidebar id=footer hidden>", 150)+"a"+strings.Repeat("</div>", 150), n/200)},
		{"hidden panels", strings.Repeat("<div class=x hidden>"+strings.Repeat("word ", 14)+"</div>", n/2)},
		{"one long text", strings.Repeat("a cook cooks ", 12*n)},
	} {
		t.Run(test.name, func(t *testing.T) {
			begin := tooltest.CPUTime(t)
			c, err := html.Parse([]byte("<body>"+test.body), "")
			if err == nil {
				check(t, c)
			}
			t.Logf("%.2f CPU-s for %d bytes, %d blocks, %v", (tooltest.CPUTime(t) - begin).Seconds(), len(test.body), len(c.Blocks), err)
		})
	}
	if _, err := html.Parse([]byte(strings.Repeat("<p>a", html.MaxElements+1)), ""); !errors.Is(err, html.ErrTooMany) {
		t.Errorf("one element too many gives %v", err)
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
