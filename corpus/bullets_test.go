package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSplitBullets(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"lead-in and items", "Duties: • plans meals • orders food", []string{"paragraph Duties:", "item plans meals", "item orders food"}},
		{"no lead-in", "• plans meals • orders food", []string{"item plans meals", "item orders food"}},
		{"no blanks", "Duties:•plans meals •orders food", []string{"paragraph Duties:", "item plans meals", "item orders food"}},
		{"one bullet", "Ranks above the cook • Paris", []string{"paragraph Ranks above the cook • Paris"}},
		{"within words", "a•b and c•d", []string{"paragraph a•b and c•d"}},
		{"other marks stay", "● cooks • at night ● cleans", []string{"item cooks • at night", "item cleans"}},
		{"empty items go", "• • plans meals •", []string{"item plans meals"}},
		{"bullets alone", "• • •", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			blocks := []Block{{Kind: Paragraph, Span: Span{0, len(test.text)}}}
			var got []string
			for _, b := range SplitBullets(test.text, blocks) {
				got = append(got, string(b.Kind)+" "+b.Span.Of(test.text))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestSplitBulletsKeeps holds that groups stay apart, bold runs are cut with
// their text, and other blocks are left alone.
func TestSplitBulletsKeeps(t *testing.T) {
	text := "• one\n\n• two • three"
	at := strings.Index(text, "• two")
	blocks := []Block{
		{Kind: Item, Span: Span{0, len("• one")}, Level: 1, Group: 4},
		{Kind: Paragraph, Span: Span{at, len(text)}, Strong: []Span{{at, len(text)}}},
	}
	two, three := strings.Index(text, "two"), strings.Index(text, "three")
	want := []Block{
		blocks[0],
		{Kind: Item, Span: Span{two, two + 3}, Level: 1, Group: 5, Strong: []Span{{two, two + 3}}},
		{Kind: Item, Span: Span{three, len(text)}, Level: 1, Group: 5, Strong: []Span{{three, len(text)}}},
	}
	if diff := cmp.Diff(want, SplitBullets(text, blocks)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
