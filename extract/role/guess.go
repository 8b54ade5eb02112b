package role

import (
	"strings"

	"roleclaims/extract/wordnet"
)

// maxGuesses bounds the words of a title that the lexicon lacks.
const maxGuesses = 2

// guessed matches a title whose first words are nouns that the lexicon of
// titles lacks, after an article and before a head: "a ventilation officer", or
// at the start of a sentence before a head in the plural: "Bee inspectors".
func (s *scan) guessed(i int) (found, bool) {
	article := s.afterArticle(i)
	if !article && i > 0 || !s.headWithin(i+1) {
		return found{}, false
	}
	before := parts{ranks: true}
	guesses := 0
	for k := i; k < len(s.pieces) && before.n < maxParts; {
		if h, plural, n := s.head(k); h != nil && before.n > 0 && s.pieces[k].word != nil {
			if guesses == 0 || h.verb || !article && !plural || s.titled(k+n) {
				return found{}, false
			}
			return found{end: k + n, key: before.key(h.form), plural: plural, stem: before.key(""), grade: h.grade}, true
		}
		if m, n := s.modifier(k); m != nil {
			before.add(m.form, m)
			k += n
			continue
		}
		if guesses == maxGuesses || !s.pieces[k].guessable(!article && k == 0) {
			break
		}
		before.add(slug(s.pieces[k].text), nil)
		guesses++
		k++
	}
	return found{}, false
}

// headWithin reports whether a head may stand within reach of a title at k.
func (s *scan) headWithin(k int) bool {
	for end := min(k+maxReach, len(s.pieces)); k < end; k++ {
		if s.pieces[k].can(asHead) {
			return true
		}
	}
	return false
}

// maxReach bounds the pieces of a title, whose words may each be a phrase.
const maxReach = 40

// afterArticle reports whether an article, or a grade word, stands before i.
func (s *scan) afterArticle(i int) bool {
	return i > 0 && (s.pieces[i-1].can(anArticle) || s.pieces[i-1].graded())
}

func (p *piece) graded() bool { return p.word != nil && p.word.grade }

// guessable reports whether a word may be the field of a title: a noun in the
// singular and, unless it opens its sentence, in lower case, that names no
// person, group or time and of which the lexicon knows nothing.
func (p *piece) guessable(opens bool) bool {
	if p.caps && !opens || p.own != nil || p.word != nil && (p.word.stop || p.word.thing || p.word.grade || p.word.title != nil || p.word.head != nil) {
		return false
	}
	word := strings.ToLower(p.text)
	l := wordnet.LemmasOf(word)
	return l.IsNoun && l.Noun == word && !l.Person && !l.VerbLikelier && l.Category != "group" && l.Category != "time" && slug(word) != ""
}
