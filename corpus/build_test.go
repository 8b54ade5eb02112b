package corpus

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// FuzzBuilder holds Add to what it should do character by character.
func FuzzBuilder(f *testing.F) {
	for _, runs := range [][3]string{
		{"", "", ""},
		{"Leads ", "the team", " of nine."},
		{"  Leads\n\tthe ", " team  ", ""},
		{"soft\u00adhyphen \u200b ", "a\u00a0b", "\ufeff c"},
		{"caf\u00e9 ", " \u2014 ", "\u65e5\u672c \u8a9e"},
		{"cut \xe6\x97", "\ufffd", "\xff \x00 z"},
		{" ", "\u2028", " \x7f"},
	} {
		f.Add(runs[0], runs[1], runs[2])
	}
	f.Fuzz(func(t *testing.T, before, strong, after string) {
		runs := []Run{{before, false}, {strong, true}, {after, false}}
		var b Builder
		b.Add(Block{Kind: Paragraph}, []Run{{Text: "First"}})
		b.Add(Block{Kind: Paragraph}, runs)
		want := Content{Text: "First", Blocks: []Block{{Kind: Paragraph, Span: Span{0, 5}}}}
		if text, spans := slowly(runs); text != "" {
			start := len("First\n\n")
			want.Text += "\n\n" + text
			for i := range spans {
				spans[i] = Span{start + spans[i].Start, start + spans[i].End}
			}
			want.Blocks = append(want.Blocks, Block{Kind: Paragraph, Span: Span{start, len(want.Text)}, Strong: spans})
		}
		if diff := cmp.Diff(want, b.Content()); diff != "" {
			t.Errorf("Add(%v) (-want +got):\n%s", runs, diff)
		}
	})
}

// slowly returns the text of runs and its spans in bold.
func slowly(runs []Run) (string, []Span) {
	var text strings.Builder
	var strong []Span
	blank := false
	for _, run := range runs {
		for _, r := range run.Text {
			switch {
			case unicode.IsSpace(r):
				blank = text.Len() > 0
				continue
			case invisible(r):
				continue
			case blank:
				text.WriteByte(' ')
			}
			start := text.Len()
			text.WriteRune(r)
			if run.Strong {
				strong = grow(strong, Span{start, text.Len()}, blank)
			}
			blank = false
		}
	}
	return text.String(), strong
}
