package pattern

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNeeds(t *testing.T) {
	tests := []struct {
		name, expr string
		want       needs
	}{
		{"word", `cook`, needs{{"cook"}}},
		{"either", `cook|baker`, needs{{"cook", "baker"}}},
		{"common beginnings", `earns?|earned|makes?`, needs{{"earn", "make"}}},
		{"order", `pays .* than`, needs{{"pays "}, {" than"}}},
		{"an end left out", `wages? `, needs{{"wage ", "wages "}}},
		{"a small class", `[£$€]k\b`, needs{{"$k", "£k", "€k"}}},
		{"a large class", `[a-z]+ly paid`, needs{{"ly paid"}}},
		{"white space", `per\s+year`, needs{{"per"}, {"year"}}},
		{"repeated", `(?:very )+well`, needs{{"very "}, {"well"}}},
		{"counted", `(?:ab){2}c`, needs{{"ababc"}}},
		{"perhaps", `(?:the )*cook`, needs{{"cook"}}},
		{"case", `(?i)Cook`, needs{{"cook"}}},
		{"the more telling of a branch", `in .*thousands?|\(k\)`, needs{{"thousand", "(k)"}}},
		{"a branch that needs nothing", `cook|\d+`, nil},
		{"letters with another case", `(?i)é`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, needsOf(tt.expr)); diff != "" {
				t.Errorf("needs of %s (-want +got):\n%s", tt.expr, diff)
			}
		})
	}
}

func TestSet(t *testing.T) {
	set := NewSet(` more .* than `, ` than .* more `, `\d`, ` (?:is|are) in charge of <\d> `, ` charged? .*ing `, ` more <\d> `)
	for text, want := range map[string][]int{
		"":                       {2},
		"earns more is than":     {0, 2, 5},
		"than is more":           {1, 2, 5},
		"than more than":         {0, 1, 2, 5},
		"anymore athan":          {2},
		"is in charge of":        {2, 3},
		"charge is in":           {2, 3}, // only the longest word of a literal is asked for
		"they charge for baking": {2, 3, 4},
		"charging":               {2},
	} {
		if got := in(set, text); !slices.Equal(got, want) {
			t.Errorf("In(%q) = %v, want %v", text, got, want)
		}
	}
	if got := in(set, "ſ"); len(got) != 6 {
		t.Errorf("In of a letter with a case of ASCII = %v, want all", got)
	}
}

// in returns what a set finds in the words of a text.
func in(set *Set, text string) []int {
	words := strings.Fields(text)
	return set.In(nil, len(words), func(i int) *Part { return set.Part(words[i]) })
}

// expressions are of every form that needs are read from.
var expressions = []string{
	`cook|baker`, `(?i)\b(?:wages?|pay|salar(?:y|ies)) (?:is|are)\b`, `earns? (?:[a-z]+ ){0,3}?than`, `(?:^| )(?:a|an|the) cook `,
	`[£$€]\s?\d`, `(?i)[ks]+t`, `(?i)kiss`, `aa?b{2,3}`, `(?:ab|a)(?:c|bcd)`, `(?:a|b|)c`, `more.*less|less.*more`, `\b(?:cook|baker)s?\b`, `(?i)\bthan\b.*|\bper`, `(?i)\bearns? (?:a )?lot`, `b.?b`, `(?i)\b(?:pay|(?:we|who) (?:ask|look)(?:ed)?|in [a-z]+ly|bake[sr]+)\b`, `(?:^|a)b|c$`, `(?:\ba|b)c`, `(a+b|cd?)e`, `\bper\s+(?:year|month)\s*$`, `(?i)é|ok`, `x*`, `[^a]b`,
}

// FuzzPattern holds a Pattern, a Set and a Group to what the expressions alone
// find.
func FuzzPattern(f *testing.F) {
	for _, text := range []string{
		"", "the cook earns more than a baker", "Wages are $9", "KİSS \u212ai\u017fs", "\u212a\u017f", "aabbb acbcd abcd", "less more less",
		"per  month ", "É OK", "\xff\xc5k", "bbabbb", strings.Repeat("earn a b ", 20) + "than", strings.Repeat("cook ", 32), strings.Repeat("cook ", 33) + "baker",
	} {
		f.Add(text)
	}
	var patterns []*Pattern
	var all []*regexp.Regexp
	for _, expr := range expressions {
		patterns = append(patterns, MustCompile(expr))
		all = append(all, regexp.MustCompile(expr))
	}
	set := NewSet(expressions...)
	group := NewGroup(patterns...)
	f.Fuzz(func(t *testing.T, text string) {
		words := " " + strings.Join(strings.Fields(strings.ToLower(text)), " ") + " "
		may := in(set, words)
		look := group.In(text)
		for i, re := range all {
			if re.MatchString(words) && !slices.Contains(may, i) {
				t.Errorf("In(%q) leaves out %s, which matches", words, re)
			}
			if part := text[len(text)/2:]; !look.May(patterns[i]) && (re.MatchString(text) || re.MatchString(part)) {
				t.Errorf("Look of %q leaves out %s, which matches", text, re)
			}
			if diff := cmp.Diff(re.FindAllStringSubmatchIndex(text, -1), patterns[i].FindAllStringSubmatchIndex(text, -1)); diff != "" {
				t.Errorf("%s in %q (-regexp +pattern):\n%s", re, text, diff)
			}
		}
	})
}

func BenchmarkPattern(b *testing.B) {
	expr := `(?i)\b(?:costs?|fees|expenses|tuition|budgets?|prices?|funding|revenues?|taxes)\b`
	text := "The head cook plans the menu, orders what the kitchen needs and sees to it that every plate leaves on time."
	re, p := regexp.MustCompile(expr), MustCompile(expr)
	for name, match := range map[string]func(string) bool{"regexp": re.MatchString, "pattern": p.MatchString} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				match(text)
			}
		})
	}
}
