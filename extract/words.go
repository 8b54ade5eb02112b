package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
)

// words are the lexicon's tables that the reader of responsibilities uses.
type words struct {
	kinds     phrases             // words of a heading -> kind of section
	stative   map[string]string   // verb -> why it is no duty
	modality  phrases             // words -> modality
	cues      phrases             // after "be" -> how the rest reads
	verbCues  phrases             // verb phrase, first word a lemma -> how the rest reads
	dutyNouns map[string]bool     // "job", "focus"
	includes  map[string]bool     // "include", "entail"
	standIns  phrases             // "this role" -> role, both, former, latter
	classes   map[string][]string // word -> closed classes it belongs to
	rules     map[string]float64  // rule -> measured precision
	ladders   *nlp.Kept[bool]     // words -> whether they are of ladders, see speaksOfRanks
}

// is reports whether a lower-case word belongs to a class of word-classes.tsv.
func (w *words) is(word, class string) bool {
	return slices.Contains(w.classes[word], class)
}

func newWords(lex *lexicon.Lexicon) (words, error) {
	w := words{
		kinds:     newPhrases(lex.Map("section-kinds")),
		stative:   lex.Map("stative-verbs"),
		modality:  newPhrases(lex.Map("modality")),
		cues:      newPhrases(lex.Map("work-cues")),
		verbCues:  newPhrases(lex.Map("verb-cues")),
		dutyNouns: lex.Set("work-nouns"),
		includes:  lex.Set("work-includes"),
		standIns:  newPhrases(lex.Map("stand-ins")),
		classes:   map[string][]string{},
		rules:     map[string]float64{},
		ladders:   new(nlp.Kept[bool]),
	}
	for word, classes := range lex.Map("word-classes") {
		w.classes[word] = strings.Fields(classes)
	}
	for rule, precision := range lex.Map("rules") {
		p, err := strconv.ParseFloat(precision, 64)
		if err != nil || p < 0 || p > 1 {
			return w, fmt.Errorf("lexicon: rules.tsv: %s: precision %q is not a number from 0 to 1", rule, precision)
		}
		w.rules[rule] = p
	}
	return w, nil
}

// phrases finds the entries of a table, of one word or several.
type phrases struct {
	byFirst map[string][]phrase // by the first word, longest first
	firsts  [16]uint64          // bits of the first words
}

type phrase struct {
	rest  []string // the words after the first
	value string
}

func newPhrases(table map[string]string) phrases {
	p := phrases{byFirst: map[string][]phrase{}}
	for entry, value := range table {
		words := strings.Split(entry, " ")
		first := words[0]
		p.byFirst[first] = append(p.byFirst[first], phrase{words[1:], value})
		p.firsts[firstBit(first)/64] |= 1 << (firstBit(first) % 64)
	}
	for _, all := range p.byFirst {
		slices.SortFunc(all, func(a, b phrase) int { return len(b.rest) - len(a.rest) })
	}
	return p
}

// firstBit mixes the first and last letter of a word and its length, to tell
// most words that begin no entry without searching for them.
func firstBit(word string) uint {
	if word == "" {
		return 0
	}
	return (uint(word[0])*37 + uint(word[len(word)-1])*11 + uint(len(word))) % 1024
}

// at returns the value of the longest entry that begins at word i, and how
// many words it has; 0 for none.
func (p *phrases) at(n int, word func(int) string, i int) (value string, length int) {
	if i >= n {
		return "", 0
	}
	first := word(i)
	if p.firsts[firstBit(first)/64]&(1<<(firstBit(first)%64)) == 0 {
		return "", 0
	}
next:
	for _, entry := range p.byFirst[first] {
		if i+len(entry.rest) >= n {
			continue
		}
		for k, w := range entry.rest {
			if word(i+1+k) != w {
				continue next
			}
		}
		return entry.value, 1 + len(entry.rest)
	}
	return "", 0
}

// in returns the value of the longest entry that stands anywhere in a text of
// lower-case words, "" for none; of equally long ones the first, or the second
// where it follows at once: "leadership skills" are skills.
func (p *phrases) in(fields []string) string {
	best, length, end := "", 0, -1
	for i := range fields {
		v, n := p.at(len(fields), func(k int) string { return fields[k] }, i)
		if n > length || n > 0 && n == length && i == end {
			best, length, end = v, n, i+n
		}
	}
	return best
}
