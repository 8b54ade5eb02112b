package nlp_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

func TestSentences(t *testing.T) {
	tests := []struct{ name, text string }{ // " | " marks the cuts expected
		{"plain", "Nurses plan care. | Do they prescribe? | Rarely!"},
		{"latin abbreviations", "Tools, e.g. IT systems, i.e. Cloud, help. | A chef vs. Cook test is next."},
		{"titles", "Dr. Jane Roe and Prof. Poe met. | Mr. Doe left."},
		{"initials", "J. R. Roe runs it. | They like plan B. | The rest do not."},
		{"number sign", "It is No. 5 on the list. | Is it yours? | No. | They own it."},
		{"number sign before a digit", "See Fig. 2 and pp. 3 to 4 for more."},
		{"approximations", "Pay is approx. $200k a year."},
		{"companies", "She works at Acme Inc. | He works at Roe Ltd. and likes it."},
		{"names", "The U.S. Department pays. | They live in the U.S. | The rest do not."},
		{"grades", "A Sr. Manager leads. | A Jr. Developer codes."},
		{"et cetera", "They hire, train, etc. and report. | They buy tools, etc. | Pay varies."},
		{"list numbers", "1. Lead the team | 2. Hire people | 3. Report"},
		{"list number alone", "1. Lead the team."},
		{"digit begins a sentence", "They earn $90,000. | 20 people work there."},
		{"brackets", "The cook (who plans menus. Also buys food) reports to the chef. | Good."},
		{"brackets around sentences", "(The cook plans menus. | The chef leads.) | Good."},
		{"short quote", "They said “Plan. Build. Run.” and left. | It worked."},
		{"closing quote", "They shouted “Stop!” | The crew left."},
		{"question in quotes", "\"What does a chef do?\" asks Jane. | She waits."},
		{"name with a mark", "Yahoo! is a firm. | eBay is too."},
		{"small first letter", "They build apps. | iOS tools help."},
		{"footnote", "They lead the team.[1] | The cook helps."},
		{"no space", "They plan the menu.| The cook helps."},
		{"hosts and versions", "Use Node.js 2.0 at example.com today."},
		{"wrapped lines", "A cook plans\nmenus and\nBuys food."},
		{"blank line", "A cook\n\n| plans menus"},
		{"lower case goes on", "They met at 5 p.m. sharp."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := strings.Split(strings.ReplaceAll(strings.ReplaceAll(test.text, " | ", "|"), "\n\n| ", "|"), "|")
			for i := range want {
				want[i] = strings.TrimSpace(want[i])
			}
			text := strings.ReplaceAll(strings.ReplaceAll(test.text, " | ", " "), "| ", "")
			var got []string
			for _, span := range nlp.Sentences(text, corpus.Span{End: len(text)}) {
				got = append(got, span.Of(text))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestLongSentences wants what has no full stop cut at the mark between
// clauses that stands highest, and none longer than a sentence may be.
func TestLongSentences(t *testing.T) {
	tests := []struct{ name, text, end string }{ // end is that of the first piece
		{"semicolon before comma", strings.Repeat("plan a menu; buy food, ", 200), ";"},
		{"comma before space", strings.Repeat("plan the menu, then buy food and ", 200), ","},
		{"space", strings.Repeat("plan ", 900), "plan"},
		{"amounts stay whole", strings.Repeat("$90,000 ", 600), "0"},
		{"no space", strings.Repeat("é", 3000), "é"},
		{"no rune", strings.Repeat("\x80", 3000), "\x80"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := nlp.Sentences(test.text, corpus.Span{End: len(test.text)})
			if first := found[0].Of(test.text); !strings.HasSuffix(first, test.end) {
				t.Errorf("the first ends with %q, want %q", first[len(first)-10:], test.end)
			}
			kept := 0
			for _, span := range found {
				if n := span.End - span.Start; n > nlp.MaxSentence || n < nlp.MaxSentence/2 && span != found[len(found)-1] {
					t.Errorf("a piece of %d bytes", n)
				}
				kept += len(strings.Join(strings.Fields(span.Of(test.text)), ""))
			}
			if want := len(strings.Join(strings.Fields(test.text), "")); kept != want {
				t.Errorf("the pieces hold %d bytes, want %d", kept, want)
			}
		})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("1. Lead (e.g. IT. Or not) 2. Hire “now. Here.” U.S. Roe! iOS.[1] The end.")
	f.Add("Mr. Mr. !a!a\r\r\n \n1. 2. (. A")
	f.Add("\xff. A \x80\"B. \u200bC.(")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, span := range nlp.Sentences(text, corpus.Span{End: len(text)}) {
			if span.Start < at || span.Empty() || span.End > len(text) {
				t.Fatalf("span %v after %d of %q", span, at, text)
			}
			if strings.TrimSpace(span.Of(text)) != span.Of(text) {
				t.Fatalf("%q is not trimmed", span.Of(text))
			}
			if gap := strings.ReplaceAll(text[at:span.Start], "\u200b", ""); strings.TrimSpace(gap) != "" {
				t.Fatalf("lost %q of %q", gap, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(span.Of(text)) {
				t.Fatalf("%v cuts a rune of %q", span, text)
			}
			at = span.End
		}
	})
}
