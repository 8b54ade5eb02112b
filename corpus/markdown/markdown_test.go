package markdown_test

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
	"roleclaims/corpus/markdown"
)

// TestParse compares meta data and blocks with testdata/*.txtar.
func TestParse(t *testing.T) {
	goldentest.Archives(t, "testdata/*.txtar", func(t *testing.T, page txtar.File) []txtar.File {
		content, err := markdown.Parse(page.Data)
		if err != nil {
			t.Fatal(err)
		}
		return []txtar.File{{Name: "blocks", Data: []byte(show(content))}}
	})
}

// show writes the meta data, then a block a line.
func show(c corpus.Content) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%+v\n", c.Meta)
	for _, b := range c.Blocks {
		fmt.Fprintf(&out, "%s level=%d group=%d at=%d,%d", b.Kind, b.Level, b.Group, b.Row, b.Col)
		if b.Kind == corpus.Cell {
			fmt.Fprintf(&out, " head=%v row=%q col=%q", b.Header, b.RowHead.Of(c.Text), b.ColHead.Of(c.Text))
		}
		fmt.Fprintf(&out, " %q", b.Span.Of(c.Text))
		for _, s := range b.Strong {
			fmt.Fprintf(&out, " *%s*", s.Of(c.Text))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestParseTooDeep(t *testing.T) {
	if _, err := markdown.Parse([]byte(strings.Repeat("> ", 600) + "a")); !errors.Is(err, html.ErrTooDeep) {
		t.Errorf("Parse = %v, want %v", err, html.ErrTooDeep)
	}
}

func TestParseTooDense(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       error
	}{
		{"links without end", strings.Repeat("[a](", 50_000), markdown.ErrTooDense},
		{"emphasis without end", strings.Repeat("*a_", 50_000), markdown.ErrTooDense},
		{"quotes without end", strings.Repeat("> ", 50_000), markdown.ErrTooDense},
		{"many links in many paragraphs", strings.Repeat("[a](b) *c*\n\n", 20_000), nil},
		{"a long table", "|a|b|\n|-|-|\n" + strings.Repeat("|[a](b)|**c**|\n", 1500), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := markdown.Parse([]byte(test.body)); !errors.Is(err, test.want) {
				t.Errorf("Parse = %v, want %v", err, test.want)
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
	f.Add("---\na: &a [*a]\n---\nb")
	f.Fuzz(func(t *testing.T, body string) {
		c, err := markdown.Parse([]byte(body))
		if err != nil {
			return
		}
		end := 0
		for i, b := range c.Blocks {
			if b.Span.Start < end || b.Span.Empty() || b.Span.End > len(c.Text) || !utf8.ValidString(b.Span.Of(c.Text)) {
				t.Fatalf("block %d has span %v after %d", i, b.Span, end)
			}
			if gap := c.Text[end:b.Span.Start]; strings.Trim(gap, " \t\n") != "" {
				t.Fatalf("text %q before block %d is in none", gap, i)
			}
			end = b.Span.End
		}
		if !utf8.ValidString(c.Meta.Title + c.Meta.Author + c.Meta.Source) {
			t.Fatalf("meta data are no UTF-8: %+v", c.Meta)
		}
	})
}
