package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/money"
	"roleclaims/extract/nlp"
	"roleclaims/extract/pattern"
)

// payWords are the lexicon's tables that the reader of pay uses.
type payWords struct {
	money       *money.Grammar
	numbers     *nlp.Kept[bool] // words -> whether they hold a number
	cues        phrases         // pay, weak, cost, not
	statistics  phrases
	components  phrases
	before      phrases // period named before an amount
	after       phrases // and after it
	sources     phrases
	ends        map[string]string // head of a column -> low, high
	heads       map[string]string // head noun of titles -> whether it names a role alone
	holders     map[string]bool   // nouns that name no role of their own
	differences [2]phrases        // right before and right after an amount
}

func newPayWords(lex *lexicon.Lexicon) payWords {
	w := payWords{
		money:      money.New(lex),
		numbers:    new(nlp.Kept[bool]),
		cues:       newPhrases(lex.Map("pay-cues")),
		statistics: newPhrases(lex.Map("pay-statistics")),
		components: newPhrases(lex.Map("pay-components")),
		ends:       lex.Map("pay-ends"),
	}
	before, after := map[string]string{}, map[string]string{}
	for _, row := range lex.Rows("pay-spans") {
		after[row[0]] = row[1]
		if row[2] == "any" {
			before[row[0]] = row[1]
		}
	}
	w.before, w.after = newPhrases(before), newPhrases(after)
	w.holders = lex.Set("pay-holders")
	w.heads = map[string]string{}
	for _, row := range lex.Rows("role-heads") {
		w.heads[row[0]] = row[2]
	}
	sources := map[string]string{}
	for source := range lex.Set("pay-sources") {
		sources[source] = source
	}
	w.sources = newPhrases(sources)
	sides := [2]map[string]string{{}, {}}
	for _, row := range lex.Rows("pay-differences") {
		side := 1
		if row[1] == "before" {
			side = 0
		}
		sides[side][row[0]] = row[1]
	}
	w.differences = [2]phrases{newPhrases(sides[0]), newPhrases(sides[1])}
	return w
}

// textWord is a word of a passage in lower case.
type textWord struct {
	span  corpus.Span
	lower string
}

// bytesPerWord is about how many bytes a word takes with the space after it.
const bytesPerWord = 6

// textWords cuts a span into words; points, hyphens, apostrophes, stars and
// ampersands within a word belong to it ("salary.com", "day-rate", "o*net").
func textWords(text string, span corpus.Span) []textWord {
	words := make([]textWord, 0, span.Len()/bytesPerWord+1)
	start, end := -1, -1 // of the word, without what may belong to it
	flush := func(at int) {
		if start >= 0 {
			words = append(words, textWord{corpus.Span{Start: start, End: at}, strings.TrimSuffix(nlp.Lower(text[start:end]), "'s")})
			start = -1
		}
	}
	for i, r := range span.Of(text) {
		at := span.Start + i
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if start < 0 {
				start = at
			}
			end = at + utf8.RuneLen(r)
		case r == '.', r == '-', r == '\'', r == '’', r == '*', r == '&':
		default:
			flush(at)
		}
	}
	flush(span.End)
	return words
}

// cue is an entry of a table found in a text.
type cue struct {
	span  corpus.Span
	value string
}

// cuesIn finds the entries of a table in words, longest first, not
// overlapping. Entries without a value hide what they hold.
func cuesIn(p phrases, words []textWord) []cue {
	var found []cue
	for i := 0; i < len(words); i++ {
		value, n := p.at(len(words), func(k int) string { return words[k].lower }, i)
		if n == 0 {
			continue
		}
		if value != "" {
			found = append(found, cue{corpus.Span{Start: words[i].span.Start, End: words[i+n-1].span.End}, value})
		}
		i += n - 1
	}
	return found
}

// Percentiles and the groups at the ends of a distribution.
var (
	percentile = pattern.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)[\s-]percentile|\bp(10|25|50|75|90)\b|\b(?:at|in) the (10|25|50|75|90)th\b`)
	topShare   = pattern.MustCompile(`(?i)\b(top|highest|upper|best)(?:[\s-]+(?:paid|earning))?[\s-]+(\d{1,2}|ten|five|twenty|twenty-five)(?:\s*%|\s+per\s?cent\b)`)
	lowShare   = pattern.MustCompile(`(?i)\b(bottom|lowest|lower|worst)(?:[\s-]+(?:paid|earning))?[\s-]+(\d{1,2}|ten|five|twenty|twenty-five)(?:\s*%|\s+per\s?cent\b)`)
)

// statisticsIn finds the statistics named in a span of text.
func (w *payWords) statisticsIn(text string, span corpus.Span, words []textWord, look pattern.Look) []cue {
	found := cuesIn(w.statistics, words)
	part := span.Of(text)
	add := func(at []int, value string) {
		found = append(found, cue{span: corpus.Span{Start: span.Start + at[0], End: span.Start + at[1]}, value: value})
	}
	find := func(p *pattern.Pattern) [][]int {
		if !look.May(p) {
			return nil
		}
		return p.FindAllStringSubmatchIndex(part, -1)
	}
	for _, at := range find(percentile) {
		number := ""
		for _, group := range []int{2, 4, 6} {
			if at[group] >= 0 {
				number = part[at[group]:at[group+1]]
			}
		}
		if number == "50" {
			add(at, "median")
		} else {
			add(at, "p"+number)
		}
	}
	for _, at := range find(topShare) {
		add(at, "top-"+share(part[at[4]:at[5]]))
	}
	for _, at := range find(lowShare) {
		add(at, "low-"+share(part[at[4]:at[5]]))
	}
	return sortedCues(found)
}

// statistic returns the statistic that one word names.
func (w *payWords) statistic(word string) string {
	value, _ := w.statistics.at(1, func(int) string { return strings.ToLower(word) }, 0)
	return value
}

// share returns the number that a share in words stands for.
func share(words string) string {
	switch strings.ToLower(words) {
	case "five":
		return "5"
	case "ten":
		return "10"
	case "twenty":
		return "20"
	case "twenty-five":
		return "25"
	}
	return words
}
