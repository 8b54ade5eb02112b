package extract

import (
	"strings"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// repair mends tags that are wrong by the shape of the sentence: a verb after
// a modal or "to" called a noun, a second verb of a series called a noun.
func (x *words) repair(words []clause.Word, s *sentence) {
	for i := 1; i < len(words); i++ {
		before, w := &words[i-1], &words[i]
		if w.Role >= 0 {
			continue
		}
		switch w.Lower {
		case "cannot":
			w.Tag = "MD"
		case "vs", "vs.", "versus", "towards", "toward":
			w.Tag = "IN"
		}
		if w.Tag == "VBZ" && before.Role >= 0 && i+1 < len(words) && plural(w) && (words[i+1].Tag == "MD" || words[i+1].Tag == "VBP" || words[i+1].Tag == "IN" && x.is(w.Lower, "vague")) {
			w.Tag = "NNS" // "nurse wages will rise", "manager jobs in shops"
			continue
		}
		if w.Lower == "seldom" || w.Lower == "hardly" || w.Lower == "scarcely" || w.Lower == "rarely" {
			w.Tag = "RB"
		}
		if w.Tag == "VBZ" && !w.Lemmas().IsVerb && plural(w) && wordnet.IsNoun(strings.TrimSuffix(w.Lower, "s")) {
			w.Tag = "NNS" // no verb at all: "writing the charity brochures"
		}
		if w.Tag == "VBZ" && plural(w) && (i+1 < len(words) && (words[i+1].Lower == "is" || words[i+1].Lower == "are") || endsObject(words, i)) {
			w.Tag = "NNS" // "checking the stocks is not their job", "they audit the charity permits."
		}
		if (w.Tag == "VBP" || w.Tag == "VBD") && clause.CanBe(*w, clause.Third) && clause.Lemma(*w) != "be" {
			w.Tag = "VBZ" // by its form: "the nurse, not the doctor, fixes …"
		}
		noun := false
		switch w.Tag {
		case "NN", "NNS", "JJ", "NNP":
			noun = true
		case "VBZ", "VBP", "VBD", "VBN", "MD":
		default:
			if w.Lower != "lead" {
				continue // nothing below mends it
			}
		}
		switch {
		case w.Tag == "NNS" && before.Lower == "who" && clause.CanBe(*w, clause.Third):
			w.Tag = "VBZ" // "the nurse who signs off on the plan"
		case noun && before.Tag == "MD" && clause.CanBe(*w, clause.Base):
			w.Tag = "VB"
		case w.Tag == "NN" && before.Tag == "TO" && clause.CanBe(*w, clause.Base) && i+1 < len(words) && (words[i+1].Tag == "DT" || words[i+1].Tag == "PRP$" || words[i+1].Tag == "JJ" || w.Lemmas().VerbLikelier):
			w.Tag = "VB"
		case w.Tag == "NN" && before.Tag == "TO" && clause.CanBe(*w, clause.Base) && x.governsVerb(words, i-1):
			w.Tag = "VB" // "licensed to practice law"
		case w.Tag == "JJ" && i+1 < len(words) && x.includes[clause.Lemma(*before)] && clause.FormOf(*before) != clause.NoVerb && clause.CanBe(*w, clause.Ing) && !x.is(w.Lower, "participial") && clause.StartsNoun(words[i+1]):
			w.Tag = "VBG" // "this includes conducting legal research"
		case noun && before.Tag == "PRP" && subjectPronoun[before.Lower] && i+1 < len(words) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == "IN" || words[i+1].Tag == "RP") && clause.CanBe(*w, clause.Base) && !thirdPerson[before.Lower]:
			w.Tag = "VBP" // "they research statutes"
		case noun && before.Tag == "PRP" && thirdPerson[before.Lower] && clause.CanBe(*w, clause.Third):
			w.Tag = "VBZ"
		case w.Tag == "NNS" && clause.CanBe(*w, clause.Third) && (before.Role >= 0 || before.Tag == "NN" || before.Lower == ",") && i+1 < len(words) && (words[i+1].Tag == "NNS" && plural(&words[i+1]) || words[i+1].Tag == "DT" || words[i+1].Tag == "PRP$"):
			w.Tag = "VBZ" // two plurals in a row: "the clinic treats injuries"
		case noun && before.Role >= 0 && s.mentions[before.Role].Plural && clause.CanBe(*w, clause.Base) && i+1 < len(words) && w.Tag != "NNS" &&
			(clause.StartsNoun(words[i+1]) || words[i+1].Tag == "IN" || words[i+1].Tag == "RP" || words[i+1].Lower == ","):
			w.Tag = "VBP" // a plural title is no part of a compound: "journalists research stories"
		case noun && w.Tag != "NNS" && before.Lower == "," && i+1 < len(words) && clause.CanBe(*w, clause.Base) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == "IN" || words[i+1].Tag == "RP") && pluralBeforeAside(words, s, i-1):
			w.Tag = "VBP" // "nurses, on the other hand, focus on comfort"
		case noun && i > 1 && (before.Lower == "that" || before.Lower == "who") && words[i-2].Tag == "NNS" && w.Tag != "NNS" && clause.CanBe(*w, clause.Base) && (!w.Lemmas().Singular || w.Lemmas().VerbLikelier) && i+1 < len(words) && clause.StartsNoun(words[i+1]):
			w.Tag = "VBP" // "advisors that utilize automation"
		case w.Tag == "NNS" && (before.Lower == "one" || before.Lower == "other" && i > 1 && words[i-2].Lower == "the") && clause.CanBe(*w, clause.Third) && w.Lemmas().VerbLikelier:
			w.Tag = "VBZ" // "one performs, the other focuses"
		case w.Tag == "NNS" && seriesVerb(words, i):
			w.Tag = "VBZ"
			if i+1 < len(words) && (words[i+1].Tag == "VBP" || words[i+1].Tag == "VBZ") && words[i+1].Role < 0 && plural(&words[i+1]) {
				words[i+1].Tag = "NNS" // "supervises cooks"
			}
		case w.Tag == "NN" && before.Lower == ";" && clause.FormOf(words[0]) == clause.Base && clause.CanBe(*w, clause.Base) && i+1 < len(words) && clause.StartsNoun(words[i+1]):
			w.Tag = "VB" // "Coach the staff; conduct regular reviews"
		case noun && before.Role >= 0 && clause.CanBe(*w, clause.Third) && i+1 < len(words) && (words[i+1].Tag == "DT" || words[i+1].Tag == "IN" || words[i+1].Tag == "RP" || words[i+1].Tag == "PRP$" || words[i+1].Tag == "TO"):
			w.Tag = "VBZ"
		case (w.Tag == "VBZ" || w.Tag == "VBP") && i > 1 && (before.Lower == "and" || before.Lower == "or") && words[i-2].Tag == "NNS" && strings.HasSuffix(w.Lower, "s") &&
			(i+1 == len(words) || words[i+1].Tag == "WDT" || words[i+1].Lower == "that" || words[i+1].Lower == "." || words[i+1].Lower == ","):
			w.Tag = "NNS" // "roles and processes that …"
		case noun && before.Tag == "RB" && i > 1 && (words[i-2].Role >= 0 || words[i-2].Tag == "PRP") && clause.CanBe(*w, clause.Base) && i+1 < len(words) && clause.StartsNoun(words[i+1]):
			w.Tag = "VBP" // "nurses seldom design wards"
		case w.Tag == "VBD" && before.Lower == "," && i+1 < len(words) && strings.HasPrefix(string(words[i+1].Tag), "NN"):
			w.Tag = "VBN" // "testing, advanced diagnosis"
		case (w.Tag == "VBD" || w.Tag == "VBN" || w.Tag == "MD" || w.Tag == "JJ") && strings.HasSuffix(w.Lower, "s") && clause.CanBe(*w, clause.Third) && (before.Role >= 0 || before.Tag == "RB" && i > 1 && words[i-2].Role >= 0 || thirdPerson[before.Lower]):
			w.Tag = "VBZ"
		case noun && (before.Lower == "former" || before.Lower == "latter") && i+1 < len(words) && (clause.CanBe(*w, clause.Third) || clause.CanBe(*w, clause.Base)):
			w.Tag = "VBZ"
		case w.Tag == "VBD" && before.Tag == "PRP" && (before.Lower == "they" || before.Lower == "both" || before.Lower == "you") && clause.CanBe(*w, clause.Base):
			w.Tag = "VBP" // "both set targets"
		case w.Lower == "lead" && (before.Tag == "PRP" || before.Role >= 0 && i+1 < len(words) && clause.StartsNoun(words[i+1])):
			w.Tag = "VBP"
		}
	}
}

// endsObject reports whether word i ends the sentence and the object of a verb
// that opens with an article two words before it.
func endsObject(words []clause.Word, i int) bool {
	return i > 2 && (i+1 == len(words) || words[i+1].Lower == ".") && words[i-2].Tag == "DT" && words[i-1].Role < 0 &&
		strings.HasPrefix(string(words[i-3].Tag), "VB")
}

// governsVerb reports whether the "to" at word i ends a cue after which a verb
// stands.
func (x *words) governsVerb(words []clause.Word, i int) bool {
	for first := i - 1; first >= 0 && first >= i-3; first-- {
		reads, n := x.cues.at(len(words), func(k int) string { return words[k].Lower }, first)
		if first+n == i+1 && (reads == "verb" || reads == "ability") {
			return true
		}
		reads, n = x.verbCues.at(len(words), func(k int) string {
			if k == first {
				return clause.Lemma(words[k])
			}
			return words[k].Lower
		}, first)
		if first+n == i+1 && reads == "verb" {
			return true // "has an obligation to report fraud"
		}
	}
	return false
}

// seriesVerb reports whether what the tagger calls a plural after a comma or an
// "and" is a verb of a series: no noun at all ("creates menus, supervises
// cooks"), joined to a sure verb ("runs the shop, leads and develops staff"),
// or "reports to".
func seriesVerb(words []clause.Word, i int) bool {
	switch words[i-1].Lower {
	case ",", "and", "or", ";":
	default:
		return false
	}
	w := words[i]
	if !clause.CanBe(w, clause.Third) || i+1 >= len(words) {
		return false
	}
	next := words[i+1]
	if (next.Tag == "VBP" || next.Tag == "VBZ" || next.Tag == "MD") && !plural(&next) {
		return false
	}
	if !w.Lemmas().IsNoun {
		return true
	}
	if w.Lower == "reports" || w.Lower == "answers" {
		next := i + 1
		for next+1 < len(words) && words[next].Tag == "RB" {
			next++
		}
		return words[next].Lower == "to"
	}
	return words[i+1].Lower == "and" && i+2 < len(words) && words[i+2].Tag == "VBZ" && words[i-1].Lower == "," && verbBefore(words, i)
}

// verbBefore reports whether a verb in the third person stands before word i.
func verbBefore(words []clause.Word, i int) bool {
	for _, w := range words[:i] {
		if w.Tag == "VBZ" {
			return true
		}
	}
	return false
}

// pluralBeforeAside reports whether the comma at word i closes an aside right
// after the plural title that the sentence opens with, or another name of it.
func pluralBeforeAside(words []clause.Word, s *sentence, i int) bool {
	const longest = 6
	if i > 3 && words[i-1].Role >= 0 && s.mentions[words[i-1].Role].Plural && words[i-2].Lower == "or" && words[i-3].Lower == "," {
		return true // "mechanics, or millwrights, work with …"
	}
	if len(words) < 3 || words[0].Role < 0 || !s.mentions[words[0].Role].Plural || words[1].Lower != "," || i < 3 || i > longest {
		return false
	}
	return words[2].Tag == "IN" || words[2].Tag == "RB" || words[2].Tag == "WRB"
}

// subjectPronoun and thirdPerson hold the pronouns that are subjects.
var (
	subjectPronoun = map[string]bool{"they": true, "we": true, "you": true, "i": true, "he": true, "she": true, "it": true}
	thirdPerson    = map[string]bool{"he": true, "she": true, "it": true}
)

// openingVerb makes a verb of an item's first word where a verb of the same form
// follows an "and": "Plans/NNS menus with the owner and manages/VBZ the cooks".
func openingVerb(words []clause.Word) {
	if len(words) == 0 || words[0].Tag != "NNS" || !clause.CanBe(words[0], clause.Third) {
		return
	}
	for i := 2; i < len(words); i++ {
		switch words[i].Tag {
		case "VBZ":
			if words[i-1].Lower == "and" || words[i-1].Lower == "," {
				words[0].Tag = "VBZ"
			}
			return
		case "VBP", "MD", "VBD":
			return
		}
	}
}

// findVerb gives a sentence that opens with a role and has no finite verb the
// likeliest one: "Nurses in our clinics diagnose/JJ common illnesses".
func findVerb(words []clause.Word, s *sentence) {
	head, aside := -1, false
	for i, w := range words {
		if w.Tag == "WP" || w.Tag == "WDT" {
			aside = true
		} else if w.Lower == "," {
			aside = false
		}
		switch w.Tag {
		case "VBZ", "VBP", "VBD", "MD":
			if !aside {
				return
			}
		}
		if w.Role >= 0 && head < 0 && i < 3 {
			head = i
		}
	}
	if head < 0 {
		return
	}
	form, tag := clause.Third, nlp.Tag("VBZ")
	if s.mentions[words[head].Role].Plural {
		form, tag = clause.Base, "VBP"
	}
	for i := head + 1; i+1 < len(words); i++ {
		w := words[i]
		if clause.CanBe(w, form) && (w.Tag != "VBN" && w.Tag != "VBG") && (form == clause.Third || !w.Lemmas().Singular || w.Lemmas().VerbLikelier) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == "IN" || words[i+1].Tag == "RP") {
			words[i].Tag = tag
			return
		}
	}
}

// plural reports whether a word is the plural of a noun; after another plural
// it is that one's object: "telephones patients".
func plural(w *clause.Word) bool {
	l := w.Lemmas()
	return l.IsNoun && l.Noun != w.Lower && strings.HasSuffix(w.Lower, "s")
}
