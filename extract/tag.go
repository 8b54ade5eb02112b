package extract

import (
	"slices"
	"strings"
	"unicode"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// tag tags a sentence's tokens and returns its words. Taggers read a title
// before a verb as part of a compound ("The CTO sets" as two nouns) and a
// capitalised imperative as a name, so a mention goes to the tagger as a
// pronoun or a name, and an item that begins with a verb gets a subject
// (findings/prose.md measures both).
func (r *reading) tag(tagger *nlp.Tagger, s *sentence) []clause.Word {
	words, tokenOf := r.room.wordsOf(s)
	block := r.doc.Blocks[s.block]
	listed := s.first && (block.Kind == corpus.Item || block.Kind == corpus.Cell || r.led[s.block] || s.gloss)
	flat := listed && titleCase(s.tokens)
	input, place := r.room.input[:0], r.room.place[:0] // the word of each input, -1 for an added one
	forced := clause.NoVerb                            // the verb form that the other items of the list begin with
	for i := range words {
		w, word := &words[i], s.tokens[tokenOf[i]].Word
		switch {
		case w.Role >= 0:
			word = nlp.WordOf(r.stand(words, s, i))
		case w.Lower == "both" && i+1 < len(words) && (r.Extractor.words.is(words[i+1].Lower, "verb-opener") || clause.CanBe(words[i+1], clause.Base)) && (i == 0 || words[i-1].Lower == "and" || words[i-1].Lower == ","):
			word = nlp.WordOf("they") // "both teach students"
		case i+1 < len(words) && words[i+1].Role >= 0 && (w.Lower == "the" || w.Lower == "a" || w.Lower == "an"):
			words[i].Tag = nlp.DT
			continue
		case flat && !allCaps(word.Text), listed && i == 0 && !allCaps(word.Text):
			word = nlp.WordOf(w.Lower)
		case w.Lower != word.Text && strings.Contains(word.Text, "’"):
			word = nlp.WordOf(strings.ReplaceAll(word.Text, "’", "'"))
		}
		if len(input) == 0 && listed {
			if subject := r.missing(words, i, r.lists[listOf(r.doc, r.loose, s.block)]); subject != "" {
				input, place = append(input, nlp.WordOf(subject)), append(place, -1)
				word = nlp.WordOf(w.Lower)
				forced = r.lists[listOf(r.doc, r.loose, s.block)]
				if series(words, i) {
					forced = clause.Base
				}
			}
		}
		input, place = append(input, word), append(place, i)
	}
	tags := slices.Grow(r.room.tags[:0], len(input))[:len(input)]
	r.room.input, r.room.place, r.room.tags = input, place, tags
	tagger.Tag(input, tags)
	for i, w := range place {
		if w >= 0 && words[w].Role < 0 {
			words[w].Tag = tags[i]
		}
	}
	if forced != clause.NoVerb && clause.FormOf(words[0]) == clause.NoVerb && clause.CanBe(words[0], forced) {
		words[0].Tag = nlp.VBP
		if forced == clause.Third {
			words[0].Tag = nlp.VBZ
		}
	}
	r.Extractor.words.repair(words, s)
	if listed {
		openingVerb(words)
	}
	if block.Kind != corpus.Heading && !s.label {
		findVerb(words, s)
	}
	for i := range words {
		last := len(s.tokens)
		if i+1 < len(words) {
			last = tokenOf[i+1]
		}
		for t := tokenOf[i]; t < last; t++ {
			s.tokens[t].Tag = words[i].Tag
		}
	}
	return words
}

// stand returns the word that stands for a mention before the tagger: a
// pronoun where a verb follows, else a name.
func (x *Extractor) stand(words []clause.Word, s *sentence, i int) string {
	plural := s.mentions[words[i].Role].Plural
	form, pronoun, name := clause.Third, "he", "John"
	if plural {
		form, pronoun, name = clause.Base, "they", "men"
	}
	if i+1 < len(words) {
		next := words[i+1]
		object := i > 0 && (words[i-1].Lower == "of" || words[i-1].Lower == "for" || words[i-1].Lower == "to" || words[i-1].Lower == "with" || words[i-1].Lower == "by")
		if !object && (clause.CanBe(next, form) || clause.CanBe(next, clause.Third) || x.words.is(next.Lower, "verb-opener") || strings.HasSuffix(next.Lower, "ly")) {
			return pronoun
		}
	}
	return name
}

// missing returns the subject that an item lacks where its first word may be a
// finite verb: "They" for "Manage …", "He" for "Manages …", else "".
// A word that is more often a noun is a verb where the other items of its list
// begin with that form of a verb.
func (x *Extractor) missing(words []clause.Word, i int, list clause.Form) string {
	switch {
	case x.imperative(words, i), list == clause.Base && clause.CanBe(words[i], clause.Base):
		return "They"
	case list == clause.Third && clause.CanBe(words[i], clause.Third):
		return "He"
	case clause.CanBe(words[i], clause.Third) && i+1 < len(words):
		switch next := words[i+1].Lower; {
		case (next == "," || next == "and") && i+2 < len(words) && clause.CanBe(words[i+2], clause.Third),
			words[i].Lemmas().VerbLikelier, x.words.is(next, "object-opener"), next == "for", next == "to", next == "in", plural(&words[i+1]), next == "<role>":
			return "He"
		}
	}
	return ""
}

// imperative reports whether an item's first word may be a verb in its base
// form. A noun that is more often a noun counts only before an article.
func (x *Extractor) imperative(words []clause.Word, i int) bool {
	w := words[i]
	if !clause.CanBe(w, clause.Base) {
		return false
	}
	if w.Lemmas().VerbLikelier || i+1 >= len(words) {
		return w.Lemmas().VerbLikelier
	}
	if x.words.is(words[i+1].Lower, "object-opener") {
		return true
	}
	return series(words, i)
}

// series reports whether a second verb follows the one at i, which no noun can
// be: "research, analyze and …".
func series(words []clause.Word, i int) bool {
	if i+2 >= len(words) || !clause.CanBe(words[i], clause.Base) {
		return false
	}
	switch words[i+1].Lower {
	case "and", "or", ",":
		return clause.CanBe(words[i+2], clause.Base) && !words[i+2].Lemmas().Singular
	}
	return false
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
