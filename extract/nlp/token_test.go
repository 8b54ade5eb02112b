package nlp_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

func TestTokenize(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"clitics", "We'll see what they're doing; I'd say it's Ann's.", "We 'll see what they 're doing ; I 'd say it 's Ann 's ."},
		{"curly clitics", "They’ve met the CTO’s team.", "They ’ve met the CTO ’s team ."},
		{"negation", "She doesn't. He can’t, won't!", "She does n't . He ca n’t , wo n't !"},
		{"apostrophe inside a word", "O'Sullivan, D’Arcy's", "O'Sullivan , D’Arcy 's"},
		{"plural possessive", "managers' pay", "managers ' pay"},
		{"quoted words keep their letters", "'senior' ‘manager.’ “lead”", "' senior ' ‘ manager . ’ “ lead ”"},
		{"dashes between words", "lead—not follow, plan–build, act--now", "lead — not follow , plan – build , act -- now"},
		{"ranges", "5–10 years, $150k–$200k", "5–10 years , $150k–$200k"},
		{"hyphens", "well-known co-founders pre- and post-sale", "well-known co-founders pre- and post-sale"},
		{"slash between words", "CTO/VP and chefs/cooks", "CTO / VP and chefs / cooks"},
		{"slashed words", "and/or 24/7 I/O n/a UI/UX $50/hour", "and/or 24/7 I/O n/a UI/UX $50/hour"},
		{"amounts", "$1,234.50 US$200k €5m 20% £90,000.", "$1,234.50 US$200k €5m 20% £90,000 ."},
		{"ampersand", "R&D at AT&T & Co.", "R&D at AT&T & Co."},
		{"abbreviations", "U.S. firms, e.g. Ph.D. staff vs. approx. ten.", "U.S. firms , e.g. Ph.D. staff vs. approx. ten ."},
		{"acronym with a suffix", "U.S.-based", "U.S.-based"},
		{"number sign", "No. 5 said no.", "No. 5 said no ."},
		{"initial", "J. Smith and I.", "J. Smith and I ."},
		{"addresses", "See https://a.example/x?y=1, www.b.example. Write to a.b@c.example!", "See https://a.example/x?y=1 , www.b.example . Write to a.b@c.example !"},
		{"brackets", "(see [1])", "( see [ 1 ] )"},
		{"optional plural", "manager(s)", "manager ( s )"},
		{"runs", "wait... what?! -----", "wait ... what ? ! -----"},
		{"bullet and emoji", "• lead 🚀 team", "• lead 🚀 team"},
		{"names with signs", "C++, C# and Node.js", "C++ , C# and Node.js"},
		{"zero width space", "a\u200bb\u00a0c", "a b c"},
		{"none", " \n\t ", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var words []string
			for _, token := range nlp.Tokenize(nil, test.text, corpus.Span{End: len(test.text)}) {
				words = append(words, token.Text)
			}
			if got := strings.Join(words, " "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestTokenizeCutsLongWords(t *testing.T) {
	text := strings.Repeat("é", 500) + " " + strings.Repeat(".", 1000)
	for _, token := range nlp.Tokenize(nil, text, corpus.Span{End: len(text)}) {
		if len(token.Text) > 200 || !utf8.ValidString(token.Text) {
			t.Errorf("token of %d bytes, valid %v", len(token.Text), utf8.ValidString(token.Text))
		}
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add("The CTO's $150k–$200k isn’t U.S.-based, e.g. (see www.a.example/b).")
	f.Add("www.www.www./// (((''''")
	f.Add("abc\xff\xfe's ȺȺȺ's ''''s \x80.\u200b-")
	f.Fuzz(func(t *testing.T, text string) {
		within := corpus.Span{Start: len(text) / 4, End: len(text) - len(text)/4}
		for within.Start < within.End && !utf8.RuneStart(text[within.Start]) {
			within.Start++
		}
		for within.End > within.Start && within.End < len(text) && !utf8.RuneStart(text[within.End]) {
			within.End--
		}
		at := within.Start
		for _, token := range nlp.Tokenize(nil, text, within) {
			if token.Span.Start < at || token.Span.Empty() || !within.Contains(token.Span) || token.Span.Of(text) != token.Text {
				t.Fatalf("token %+v after %d in %v of %q", token, at, within, text)
			}
			if gap := strings.ReplaceAll(text[at:token.Span.Start], "\u200b", ""); strings.TrimSpace(gap) != "" {
				t.Fatalf("lost %q of %q", gap, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(token.Text) {
				t.Fatalf("token %q cuts a rune", token.Text)
			}
			at = token.Span.End
		}
	})
}
