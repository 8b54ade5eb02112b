package contradict

import (
	"fmt"
	"slices"
	"strings"

	"roleclaims/extract/duty"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/wordnet"
)

// opposites are verbs of which one role can't do both to one thing: who
// encourages overtime does not discourage it. Most antonyms of verbs are no
// such pairs: one hires and fires, loads and unloads.
type opposites map[string]mannerSide

func newOpposites(lex *lexicon.Lexicon) (opposites, error) {
	table := opposites{}
	for _, row := range lex.Rows("contradict-opposites") {
		side, err := sideOf(row)
		if err != nil {
			return nil, fmt.Errorf("contradict-opposites: %w", err)
		}
		table[row[0]] = side
	}
	return table, nil
}

// records returns the record of a duty whose verb has an opposite. It is a
// weak one: who owns the duty, and who is denied it, is said by the duty's own
// record.
func (o opposites) records(rec Record, d duty.Duty) []Record {
	side, ok := o[d.Verb]
	if !ok || d.Concept == "" || rec.Stance == DoesNot {
		return nil
	}
	rec.Key, rec.Weak, rec.Assisting = opposing+side.manner+":"+d.Concept, true, false
	if side.without {
		rec.Stance = DoesNot
	}
	return []Record{rec}
}

// opposing begins the keys of verbs with opposites.
const opposing = "opposite:"

// denial returns the other stance on a duty.
func denial(s Stance) Stance {
	if s == Does {
		return DoesNot
	}
	return Does
}

// adverbSide reads an adverb that has a negated twin as a manner: "directly"
// is with it, "indirectly" without. The adjectives are WordNet's antonyms; of
// those only the ones that negate by a prefix, since what is done publicly
// may be done privately too.
func adverbSide(adverb string) (side mannerSide, ok bool) {
	adjective, isAdverb := strings.CutSuffix(adverb, "ly")
	if !isAdverb {
		return side, false
	}
	for _, antonym := range wordnet.Antonyms(adjective) {
		switch {
		case negates(adjective, antonym):
			return mannerSide{antonym + "ly", true}, true
		case negates(antonym, adjective):
			return mannerSide{adverb, false}, true
		}
	}
	return side, false
}

// negates reports whether an adjective is another behind a negative prefix.
func negates(negative, positive string) bool {
	prefix, ok := strings.CutSuffix(negative, positive)
	return ok && slices.Contains([]string{"un", "in", "im", "il", "ir", "dis", "non", "non-"}, prefix)
}
