package corpus_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"roleclaims/corpus"
	"roleclaims/corpus/goldentest"
)

// TestText compares the blocks of testdata/*.txtar, in each the file "page"
// and the blocks of it.
func TestText(t *testing.T) {
	goldentest.Archives(t, "testdata/text/*.txtar", func(t *testing.T, page txtar.File) []txtar.File {
		content := corpus.ParseText(string(page.Data))
		checkBlocks(t, content)
		return []txtar.File{{Name: "blocks", Data: []byte(printBlocks(content))}}
	})
}

// printBlocks writes a block a line: its kind, its level or place, its text.
func printBlocks(c corpus.Content) string {
	var out strings.Builder
	for _, b := range c.Blocks {
		switch b.Kind {
		case corpus.Cell:
			fmt.Fprintf(&out, "cell %d:%d,%d row=%q col=%q", b.Group, b.Row, b.Col, b.RowHead.Of(c.Text), b.ColHead.Of(c.Text))
		case corpus.Item:
			fmt.Fprintf(&out, "item %d:%d", b.Group, b.Level)
		case corpus.Heading:
			fmt.Fprintf(&out, "heading %d", b.Level)
		default:
			out.WriteString(string(b.Kind))
		}
		fmt.Fprintf(&out, " %q\n", b.Span.Of(c.Text))
	}
	return out.String()
}

// checkBlocks holds the invariants of blocks: spans in order, apart, on rune
// starts, not empty and without white space at their ends.
func checkBlocks(t *testing.T, c corpus.Content) {
	t.Helper()
	end := 0
	for i, b := range c.Blocks {
		if b.Span.Start < end || b.Span.End > len(c.Text) || b.Span.Empty() {
			t.Fatalf("block %d has span %v after %d in %d bytes", i, b.Span, end, len(c.Text))
		}
		end = b.Span.End
		text := b.Span.Of(c.Text)
		if !utf8.ValidString(text) || strings.TrimSpace(text) != text {
			t.Fatalf("block %d is %q", i, text)
		}
		for _, s := range append([]corpus.Span{b.RowHead, b.ColHead}, b.Strong...) {
			if s.Start < 0 || s.End > len(c.Text) || !utf8.ValidString(s.Of(c.Text)) {
				t.Fatalf("block %d refers to %v", i, s)
			}
		}
		if (b.Kind == corpus.Item) != (b.Group > 0 && b.Level > 0) && b.Kind != corpus.Heading {
			t.Fatalf("block %d: %+v", i, b)
		}
	}
}

func FuzzParseText(f *testing.F) {
	for _, seed := range []string{
		"Title\n\nA paragraph.\n\n- one\n  - two\n\n1. Plan\nIt plans.\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "a\tb\nc\td\n", "•x\n\u00a0\u2003y\n", "|\t|\n|\t|",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		text := corpus.CleanText([]byte(body))
		c := corpus.ParseText(text)
		if c.Text != text {
			t.Fatal("the text was changed")
		}
		checkBlocks(t, c)
	})
}

func TestCleanText(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"a byte order mark goes", "\ufeffa", "a"},
		{"line ends", "a\r\nb\rc\n", "a\nb\nc\n"},
		{"bytes that are no UTF-8", "caf\xe9 x", "caf\ufffd x"},
		{"UTF-16, little end first", "\xff\xfea\x00\xac\x20", "a€"},
		{"UTF-16, big end first", "\xfe\xff\x00a\x20\xac", "a€"},
		{"nothing is composed", "e\u0301", "e\u0301"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := corpus.CleanText([]byte(test.body)); got != test.want {
				t.Errorf("CleanText(%q) = %q, want %q", test.body, got, test.want)
			}
		})
	}
}

func TestParseDate(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2024-03-05", "2024-03-05"},
		{"2024-03-05T23:59:59-08:00", "2024-03-05"},
		{"2018-01-14 05:14:37 Pacific Standard Time", "2018-01-14"},
		{"March 5, 2024", "2024-03-05"},
		{"5 March 2024", "2024-03-05"},
		{"Mar 5, 2024", "2024-03-05"},
		{"03/05/2024", ""},
		{"2024", ""},
		{"0001-01-01", ""},
		{"yesterday", ""},
		{"", ""},
	} {
		if got := corpus.ParseDate(test.in); got != test.want {
			t.Errorf("ParseDate(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
