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
			w.Tag = nlp.MD
		case "vs", "vs.", "versus", "towards", "toward":
			w.Tag = nlp.IN
		}
		if w.Tag == nlp.VBZ && before.Role >= 0 && i+1 < len(words) && plural(w) && (words[i+1].Tag == nlp.MD || words[i+1].Tag == nlp.VBP || words[i+1].Tag == nlp.IN && x.is(w.Lower, "vague")) {
			w.Tag = nlp.NNS // "nurse wages will rise", "manager jobs in shops"
			continue
		}
		if w.Lower == "seldom" || w.Lower == "hardly" || w.Lower == "scarcely" || w.Lower == "rarely" {
			w.Tag = nlp.RB
		}
		if w.Tag == nlp.VBZ && !w.Lemmas().IsVerb && plural(w) && wordnet.IsNoun(strings.TrimSuffix(w.Lower, "s")) {
			w.Tag = nlp.NNS // no verb at all: "writing the charity brochures"
		}
		if w.Tag == nlp.VBZ && plural(w) && (i+1 < len(words) && (words[i+1].Lower == "is" || words[i+1].Lower == "are") || endsObject(words, i)) {
			w.Tag = nlp.NNS // "checking the stocks is not their job", "they audit the charity permits."
		}
		if (w.Tag == nlp.VBP || w.Tag == nlp.VBD) && clause.CanBe(*w, clause.Third) && clause.Lemma(*w) != "be" {
			w.Tag = nlp.VBZ // by its form: "the nurse, not the doctor, fixes …"
		}
		noun := false
		switch w.Tag {
		case nlp.NN, nlp.NNS, nlp.JJ, nlp.NNP:
			noun = true
		case nlp.VBZ, nlp.VBP, nlp.VBD, nlp.VBN, nlp.MD:
		default:
			if w.Lower != "lead" {
				continue // nothing below mends it
			}
		}
		switch {
		case w.Tag == nlp.NNS && (before.Role >= 0 || before.Tag.IsNoun()) && clause.CanBe(*w, clause.Third) && !w.Lemmas().IsNoun:
			w.Tag = nlp.VBZ // no noun at all: "the work done by welders involves lifting plates"
		case w.Tag == nlp.NNS && before.Lower == "who" && clause.CanBe(*w, clause.Third):
			w.Tag = nlp.VBZ // "the nurse who signs off on the plan"
		case noun && before.Tag == nlp.MD && clause.CanBe(*w, clause.Base):
			w.Tag = nlp.VB
		case w.Tag == nlp.NN && before.Tag == nlp.TO && clause.CanBe(*w, clause.Base) && i+1 < len(words) && (words[i+1].Tag == nlp.DT || words[i+1].Tag == nlp.PRPS || words[i+1].Tag == nlp.JJ || w.Lemmas().VerbLikelier):
			w.Tag = nlp.VB
		case w.Tag == nlp.NN && before.Tag == nlp.TO && clause.CanBe(*w, clause.Base) && x.governsVerb(words, i-1):
			w.Tag = nlp.VB // "licensed to practice law"
		case w.Tag == nlp.JJ && i+1 < len(words) && x.includes[clause.Lemma(*before)] && clause.FormOf(*before) != clause.NoVerb && clause.CanBe(*w, clause.Ing) && !x.is(w.Lower, "participial") && clause.StartsNoun(words[i+1]):
			w.Tag = nlp.VBG // "this includes conducting legal research"
		case noun && before.Tag == nlp.PRP && subjectPronoun[before.Lower] && i+1 < len(words) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == nlp.IN || words[i+1].Tag == nlp.RP) && clause.CanBe(*w, clause.Base) && !thirdPerson[before.Lower]:
			w.Tag = nlp.VBP // "they research statutes"
		case noun && before.Tag == nlp.PRP && thirdPerson[before.Lower] && clause.CanBe(*w, clause.Third):
			w.Tag = nlp.VBZ
		case w.Tag == nlp.NNS && clause.CanBe(*w, clause.Third) && (before.Role >= 0 || before.Tag == nlp.NN || before.Lower == ",") && i+1 < len(words) && (words[i+1].Tag == nlp.NNS && plural(&words[i+1]) || words[i+1].Tag == nlp.DT || words[i+1].Tag == nlp.PRPS):
			w.Tag = nlp.VBZ // two plurals in a row: "the clinic treats injuries"
		case noun && before.Role >= 0 && s.mentions[before.Role].Plural && clause.CanBe(*w, clause.Base) && i+1 < len(words) && w.Tag != nlp.NNS &&
			(clause.StartsNoun(words[i+1]) || words[i+1].Tag == nlp.IN || words[i+1].Tag == nlp.RP || words[i+1].Lower == ","):
			w.Tag = nlp.VBP // a plural title is no part of a compound: "journalists research stories"
		case noun && w.Tag != nlp.NNS && before.Lower == "," && i+1 < len(words) && clause.CanBe(*w, clause.Base) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == nlp.IN || words[i+1].Tag == nlp.RP) && pluralBeforeAside(words, s, i-1):
			w.Tag = nlp.VBP // "nurses, on the other hand, focus on comfort"
		case noun && i > 1 && (before.Lower == "that" || before.Lower == "who") && words[i-2].Tag == nlp.NNS && w.Tag != nlp.NNS && clause.CanBe(*w, clause.Base) && (!w.Lemmas().Singular || w.Lemmas().VerbLikelier) && i+1 < len(words) && clause.StartsNoun(words[i+1]):
			w.Tag = nlp.VBP // "advisors that utilize automation"
		case w.Tag == nlp.NNS && (before.Lower == "one" || before.Lower == "other" && i > 1 && words[i-2].Lower == "the") && clause.CanBe(*w, clause.Third) && w.Lemmas().VerbLikelier:
			w.Tag = nlp.VBZ // "one performs, the other focuses"
		case w.Tag == nlp.NNS && seriesVerb(words, i):
			w.Tag = nlp.VBZ
			if i+1 < len(words) && (words[i+1].Tag == nlp.VBP || words[i+1].Tag == nlp.VBZ) && words[i+1].Role < 0 && plural(&words[i+1]) {
				words[i+1].Tag = nlp.NNS // "supervises cooks"
			}
		case w.Tag == nlp.NN && before.Lower == ";" && clause.FormOf(words[0]) == clause.Base && clause.CanBe(*w, clause.Base) && i+1 < len(words) && clause.StartsNoun(words[i+1]):
			w.Tag = nlp.VB // "Coach the staff; conduct regular reviews"
		case w.Tag == nlp.NNS && before.Lower == "but" && clause.CanBe(*w, clause.Third) && i+1 < len(words) && words[i+1].Tag.IsNoun() && denied(words[:i]):
			w.Tag = nlp.VBZ // "does not sort letters but scans maps"
		case noun && before.Role >= 0 && clause.CanBe(*w, clause.Third) && i+1 < len(words) && (words[i+1].Tag == nlp.DT || words[i+1].Tag == nlp.IN || words[i+1].Tag == nlp.RP || words[i+1].Tag == nlp.PRPS || words[i+1].Tag == nlp.TO):
			w.Tag = nlp.VBZ
		case (w.Tag == nlp.VBZ || w.Tag == nlp.VBP) && i > 1 && (before.Lower == "and" || before.Lower == "or") && words[i-2].Tag == nlp.NNS && strings.HasSuffix(w.Lower, "s") &&
			(i+1 == len(words) || words[i+1].Tag == nlp.WDT || words[i+1].Lower == "that" || words[i+1].Lower == "." || words[i+1].Lower == ","):
			w.Tag = nlp.NNS // "roles and processes that …"
		case noun && before.Tag == nlp.RB && hasSubject(words, i-1) && clause.CanBe(*w, clause.Base) && i+1 < len(words) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == nlp.IN):
			w.Tag = nlp.VBP // "nurses seldom design wards"
		case w.Tag == nlp.VBD && before.Lower == "," && i+1 < len(words) && words[i+1].Tag.IsNoun():
			w.Tag = nlp.VBN // "testing, advanced diagnosis"
		case (w.Tag == nlp.VBD || w.Tag == nlp.VBN || w.Tag == nlp.MD || w.Tag == nlp.JJ) && strings.HasSuffix(w.Lower, "s") && clause.CanBe(*w, clause.Third) && (before.Role >= 0 || before.Tag == nlp.RB && i > 1 && words[i-2].Role >= 0 || thirdPerson[before.Lower]):
			w.Tag = nlp.VBZ
		case noun && (before.Lower == "former" || before.Lower == "latter") && i+1 < len(words) && (clause.CanBe(*w, clause.Third) || clause.CanBe(*w, clause.Base)):
			w.Tag = nlp.VBZ
		case w.Tag == nlp.VBD && before.Tag == nlp.PRP && (before.Lower == "they" || before.Lower == "both" || before.Lower == "you") && clause.CanBe(*w, clause.Base):
			w.Tag = nlp.VBP // "both set targets"
		case w.Lower == "lead" && (before.Tag == nlp.PRP || before.Role >= 0 && i+1 < len(words) && clause.StartsNoun(words[i+1])):
			w.Tag = nlp.VBP
		}
	}
}

// endsObject reports whether word i ends the sentence and the object of a verb
// that opens with an article two words before it.
func endsObject(words []clause.Word, i int) bool {
	return i > 2 && (i+1 == len(words) || words[i+1].Lower == ".") && words[i-2].Tag == nlp.DT && words[i-1].Role < 0 &&
		words[i-3].Tag.IsVerb()
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

// hasSubject reports whether a title or a pronoun stands before the adverbs
// that end at word i.
func hasSubject(words []clause.Word, i int) bool {
	const most = 3
	for k := i; k >= 0 && k > i-most; k-- {
		if words[k].Tag != nlp.RB {
			return words[k].Role >= 0 || words[k].Tag == nlp.PRP
		}
	}
	return i >= most && (words[i-most].Role >= 0 || words[i-most].Tag == nlp.PRP)
}

// denied reports whether "does not" or "do not" stands among the words.
func denied(words []clause.Word) bool {
	for i := 1; i < len(words); i++ {
		if (words[i].Lower == "not" || words[i].Lower == "n't") && clause.Lemma(words[i-1]) == "do" {
			return true
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
	if (next.Tag == nlp.VBP || next.Tag == nlp.VBZ || next.Tag == nlp.MD) && !plural(&next) {
		return false
	}
	if !w.Lemmas().IsNoun {
		return true
	}
	if w.Lower == "reports" || w.Lower == "answers" {
		next := i + 1
		for next+1 < len(words) && words[next].Tag == nlp.RB {
			next++
		}
		return words[next].Lower == "to"
	}
	return words[i+1].Lower == "and" && i+2 < len(words) && words[i+2].Tag == nlp.VBZ && words[i-1].Lower == "," && verbBefore(words, i)
}

// verbBefore reports whether a verb in the third person stands before word i.
func verbBefore(words []clause.Word, i int) bool {
	for _, w := range words[:i] {
		if w.Tag == nlp.VBZ {
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
	return words[2].Tag == nlp.IN || words[2].Tag == nlp.VBN || words[2].Tag == nlp.RB || words[2].Tag == nlp.WRB
}

// subjectPronoun and thirdPerson hold the pronouns that are subjects.
var (
	subjectPronoun = map[string]bool{"they": true, "we": true, "you": true, "i": true, "he": true, "she": true, "it": true}
	thirdPerson    = map[string]bool{"he": true, "she": true, "it": true}
)

// openingVerb makes a verb of an item's first word where a verb of the same form
// follows an "and": "Plans/NNS menus with the owner and manages/VBZ the cooks".
func openingVerb(words []clause.Word) {
	if len(words) == 0 || words[0].Tag != nlp.NNS || !clause.CanBe(words[0], clause.Third) {
		return
	}
	for i := 2; i < len(words); i++ {
		switch words[i].Tag {
		case nlp.VBZ:
			if words[i-1].Lower == "and" || words[i-1].Lower == "," {
				words[0].Tag = nlp.VBZ
			}
			return
		case nlp.VBP, nlp.MD, nlp.VBD:
			return
		}
	}
}

// findVerb gives a sentence that opens with a role and has no finite verb the
// likeliest one: "Nurses in our clinics diagnose/JJ common illnesses".
func findVerb(words []clause.Word, s *sentence) {
	head, aside := -1, false
	for i, w := range words {
		if w.Tag == nlp.WP || w.Tag == nlp.WDT {
			aside = true
		} else if w.Lower == "," {
			aside = false
		}
		switch w.Tag {
		case nlp.VBZ, nlp.VBP, nlp.VBD, nlp.MD:
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
	form, tag := clause.Third, nlp.VBZ
	if s.mentions[words[head].Role].Plural {
		form, tag = clause.Base, nlp.VBP
	}
	for i := head + 1; i+1 < len(words); i++ {
		w := words[i]
		if clause.CanBe(w, form) && (w.Tag != nlp.VBN && w.Tag != nlp.VBG) && (form == clause.Third || !w.Lemmas().Singular || w.Lemmas().VerbLikelier) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == nlp.IN || words[i+1].Tag == nlp.RP) {
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
