package extract

import (
	"strings"
	"unicode"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// tag tags a sentence's tokens and returns its words. Taggers read a title
// before a verb as part of a compound ("The CTO sets" as two nouns) and a
// capitalised imperative as a name, so a mention goes to the tagger as a
// pronoun or a name, and an item that begins with a verb gets a subject
// (findings/prose.md measures both).
func (r *reading) tag(tagger *nlp.Tagger, s *sentence) []clause.Word {
	words, tokenOf := wordsOf(s)
	block := r.doc.Blocks[s.block]
	listed := s.first && (block.Kind == corpus.Item || block.Kind == corpus.Cell || r.led[s.block] || s.gloss)
	flat := listed && titleCase(s.tokens)
	input := make([]string, 0, len(words)+1)
	place := make([]int, 0, len(words)+1) // word of each input, -1 for an added one
	forced := clause.NoVerb               // the verb form that the other items of the list begin with
	for i, w := range words {
		text := s.tokens[tokenOf[i]].Text
		switch {
		case w.Role >= 0:
			text = stand(words, s, i)
		case w.Lower == "both" && i+1 < len(words) && (verbOpener[words[i+1].Lower] || clause.CanBe(words[i+1], clause.Base)) && (i == 0 || words[i-1].Lower == "and" || words[i-1].Lower == ","):
			text = "they" // "both teach students"
		case i+1 < len(words) && words[i+1].Role >= 0 && (w.Lower == "the" || w.Lower == "a" || w.Lower == "an"):
			words[i].Tag = "DT"
			continue
		case flat && !allCaps(text), listed && i == 0 && !allCaps(text):
			text = w.Lower
		case w.Lower != text && strings.Contains(text, "’"):
			text = strings.ReplaceAll(text, "’", "'")
		}
		if len(input) == 0 && listed {
			if subject := missing(words, i, r.lists[block.Group]); subject != "" {
				input, place = append(input, subject), append(place, -1)
				text = w.Lower
				forced = r.lists[block.Group]
			}
		}
		input, place = append(input, text), append(place, i)
	}
	tags := make([]nlp.Tag, len(input))
	tagger.Tag(input, tags)
	for i, w := range place {
		if w >= 0 && words[w].Role < 0 {
			words[w].Tag = tags[i]
		}
	}
	if forced != clause.NoVerb && clause.FormOf(words[0]) == clause.NoVerb && clause.CanBe(words[0], forced) {
		words[0].Tag = map[clause.Form]nlp.Tag{clause.Base: "VBP", clause.Third: "VBZ"}[forced]
	}
	repair(words)
	if listed {
		openingVerb(words)
	}
	if block.Kind != corpus.Heading && !s.label {
		findVerb(words, s)
	}
	for i, w := range words {
		last := len(s.tokens)
		if i+1 < len(words) {
			last = tokenOf[i+1]
		}
		for t := tokenOf[i]; t < last; t++ {
			s.tokens[t].Tag = w.Tag
		}
	}
	return words
}

// stand returns the word that stands for a mention before the tagger: a
// pronoun where a verb follows, else a name.
func stand(words []clause.Word, s *sentence, i int) string {
	plural := s.mentions[words[i].Role].Plural
	form, pronoun, name := clause.Third, "he", "John"
	if plural {
		form, pronoun, name = clause.Base, "they", "men"
	}
	if i+1 < len(words) {
		next := words[i+1]
		object := i > 0 && (words[i-1].Lower == "of" || words[i-1].Lower == "for" || words[i-1].Lower == "to" || words[i-1].Lower == "with" || words[i-1].Lower == "by")
		if !object && (clause.CanBe(next, form) || clause.CanBe(next, clause.Third) || verbOpener[next.Lower] || strings.HasSuffix(next.Lower, "ly")) {
			return pronoun
		}
	}
	return name
}

// verbOpener holds words with which a verb group often begins.
var verbOpener = map[string]bool{
	"will": true, "would": true, "can": true, "could": true, "may": true, "might": true, "must": true, "shall": true, "should": true,
	"is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true, "does": true, "do": true, "did": true,
	"also": true, "often": true, "never": true, "always": true, "sometimes": true, "not": true, "who": true, "then": true,
}

// missing returns the subject that an item lacks where its first word may be a
// finite verb: "They" for "Manage …", "He" for "Manages …", else "".
// A word that is more often a noun is a verb where the other items of its list
// begin with that form of a verb.
func missing(words []clause.Word, i int, list clause.Form) string {
	switch {
	case imperative(words, i), list == clause.Base && clause.CanBe(words[i], clause.Base):
		return "They"
	case list == clause.Third && clause.CanBe(words[i], clause.Third):
		return "He"
	case clause.CanBe(words[i], clause.Third) && i+1 < len(words):
		switch next := words[i+1].Lower; {
		case (next == "," || next == "and") && i+2 < len(words) && clause.CanBe(words[i+2], clause.Third),
			wordnet.VerbMoreLikely(words[i].Lower), opensObject[next], next == "for", next == "to", next == "in", plural(next):
			return "He"
		}
	}
	return ""
}

// plural reports whether a word is the plural of a noun; after another plural
// it is that one's object: "telephones patients".
func plural(word string) bool {
	lemma, ok := wordnet.NounLemma(word)
	return ok && lemma != word && strings.HasSuffix(word, "s")
}

// opensObject holds words that follow a verb more than a noun.
var opensObject = map[string]bool{
	"a": true, "an": true, "the": true, "their": true, "its": true, "your": true, "our": true, "all": true, "any": true, "each": true,
	"how": true, "what": true, "with": true, "on": true, "that": true, "sure": true,
}

// imperative reports whether an item's first word may be a verb in its base
// form. A noun that is more often a noun counts only before an article.
func imperative(words []clause.Word, i int) bool {
	w := words[i]
	if !clause.CanBe(w, clause.Base) {
		return false
	}
	if wordnet.VerbMoreLikely(w.Lower) || i+1 >= len(words) {
		return wordnet.VerbMoreLikely(w.Lower)
	}
	if opensObject[words[i+1].Lower] {
		return true
	}
	switch words[i+1].Lower {
	case "and", "or", ",":
		return i+2 < len(words) && clause.CanBe(words[i+2], clause.Base) && !wordnet.IsNoun(words[i+2].Lower)
	}
	return false
}

// repair mends tags that are wrong by the shape of the sentence: a verb after
// a modal or "to" called a noun, a second verb of a series called a noun.
func repair(words []clause.Word) {
	for i := 1; i < len(words); i++ {
		before, w := words[i-1], &words[i]
		if w.Role >= 0 {
			continue
		}
		if w.Lower == "seldom" || w.Lower == "hardly" || w.Lower == "scarcely" || w.Lower == "rarely" {
			w.Tag = "RB"
		}
		noun := w.Tag == "NN" || w.Tag == "NNS" || w.Tag == "JJ" || w.Tag == "NNP"
		switch {
		case noun && before.Tag == "MD" && clause.CanBe(*w, clause.Base):
			w.Tag = "VB"
		case w.Tag == "NN" && before.Tag == "TO" && clause.CanBe(*w, clause.Base) && i+1 < len(words) && (words[i+1].Tag == "DT" || words[i+1].Tag == "PRP$" || words[i+1].Tag == "JJ" || wordnet.VerbMoreLikely(w.Lower)):
			w.Tag = "VB"
		case noun && subjectPronoun[before.Lower] && before.Tag == "PRP" && i+1 < len(words) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == "IN" || words[i+1].Tag == "RP") && clause.CanBe(*w, clause.Base) && !thirdPerson[before.Lower]:
			w.Tag = "VBP" // "they research statutes"
		case noun && thirdPerson[before.Lower] && before.Tag == "PRP" && clause.CanBe(*w, clause.Third):
			w.Tag = "VBZ"
		case w.Tag == "NNS" && clause.CanBe(*w, clause.Third) && (before.Role >= 0 || before.Tag == "NN" || before.Lower == ",") && i+1 < len(words) && (words[i+1].Tag == "NNS" && plural(words[i+1].Lower) || words[i+1].Tag == "DT" || words[i+1].Tag == "PRP$"):
			w.Tag = "VBZ" // two plurals in a row: "the clinic treats injuries"
		case noun && before.Role >= 0 && clause.CanBe(*w, clause.Third) && i+1 < len(words) && (words[i+1].Tag == "DT" || words[i+1].Tag == "IN" || words[i+1].Tag == "PRP$" || words[i+1].Tag == "TO"):
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

// subjectPronoun and thirdPerson hold the pronouns that are subjects.
var (
	subjectPronoun = map[string]bool{"they": true, "we": true, "you": true, "i": true, "he": true, "she": true, "it": true}
	thirdPerson    = map[string]bool{"he": true, "she": true, "it": true}
)

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
		if clause.CanBe(w, form) && (w.Tag != "VBN" && w.Tag != "VBG") && (form == clause.Third || !wordnet.IsNoun(w.Lower) || wordnet.VerbMoreLikely(w.Lower)) && (clause.StartsNoun(words[i+1]) || words[i+1].Tag == "IN" || words[i+1].Tag == "RP") {
			words[i].Tag = tag
			return
		}
	}
}

// titleCase reports whether most longer words are capitalised.
func titleCase(tokens []nlp.Token) bool {
	longer, capital := 0, 0
	for _, t := range tokens {
		if len(t.Text) < 4 {
			continue
		}
		longer++
		if unicode.IsUpper([]rune(t.Text)[0]) {
			capital++
		}
	}
	return longer > 1 && capital*3 > longer*2
}

func allCaps(word string) bool {
	return len(word) > 1 && word == strings.ToUpper(word)
}
