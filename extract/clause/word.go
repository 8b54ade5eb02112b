// Package clause reads the grammar of one tagged sentence as far as claims
// need it: noun phrases, verb groups, where a predicate ends, and what a
// comma or an "and" joins. It is a chunker with rules, not a parser, and knows
// nothing of what a duty is or whose it is.
package clause

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// Word is a token as the grammar sees it. A role's title is one Word.
type Word struct {
	Span  corpus.Span
	Lower string
	Tag   nlp.Tag
	Role  int // index of the sentence's mention that the word stands for, -1 for none

	known *wordnet.Lemmas // of Lower, nil where they were not looked up
}

// NewWord returns a token as a word that is no title.
func NewWord(t *nlp.Token) Word {
	return Word{Span: t.Span, Lower: t.Word.Lower, Role: -1, known: &t.Word.Lemmas}
}

// Lemmas returns the base forms of the word.
func (w *Word) Lemmas() *wordnet.Lemmas {
	if w.known == nil {
		return wordnet.LemmasOf(w.Lower)
	}
	return w.known
}

// Form is a form of the verb.
type Form int

// The forms of a verb; NoVerb is none of them.
const (
	NoVerb Form = iota
	Base        // lead
	Third       // leads
	Ing         // leading
	Past        // led
)

// FormOf returns which form of a verb a word is by its tag, NoVerb for words
// that are tagged otherwise.
func FormOf(w Word) Form {
	switch w.Tag {
	case nlp.VB, nlp.VBP:
		return Base
	case nlp.VBZ:
		return Third
	case nlp.VBG:
		return Ing
	case nlp.VBD, nlp.VBN:
		return Past
	}
	return NoVerb
}

// CanBe reports whether a word, whatever its tag, has the shape of form f of
// some verb.
func CanBe(w Word, f Form) bool {
	if w.Role >= 0 || f == NoVerb {
		return false
	}
	l := w.Lemmas()
	if !l.IsVerb {
		dash := strings.LastIndexByte(w.Lower, '-')
		return dash > 0 && f != Base && CanBe(Word{Lower: w.Lower[dash+1:], Role: -1}, f) // "cite-checks"
	}
	lemma := l.Verb
	switch f {
	case Base:
		return lemma == w.Lower
	case Third:
		return lemma != w.Lower && strings.HasSuffix(w.Lower, "s")
	case Ing:
		return lemma != w.Lower && strings.HasSuffix(w.Lower, "ing")
	}
	return lemma != w.Lower && !strings.HasSuffix(w.Lower, "ing") && !strings.HasSuffix(w.Lower, "s")
}

// Lemma returns the lemma of a word read as a verb, the word itself where it
// is none.
func Lemma(w Word) string {
	if l := w.Lemmas(); l.IsVerb {
		return l.Verb
	}
	return w.Lower
}

// isFinite reports tags that can only head a clause: "leads", "led", "must".
func isFinite(t nlp.Tag) bool {
	return t == nlp.VBZ || t == nlp.VBP || t == nlp.VBD || t == nlp.MD
}

// StartsNoun reports whether a noun phrase may begin at w.
func StartsNoun(w Word) bool {
	switch w.Tag {
	case nlp.DT, nlp.PRPS, nlp.PDT, nlp.PRP, nlp.CD, nlp.EX, nlp.WPS:
		return true
	}
	return w.Role >= 0 || w.Tag.IsNoun() || w.Tag.IsAdjective()
}

func isOpen(w Word) bool  { return w.Lower == "(" || w.Lower == "[" }
func isClose(w Word) bool { return w.Lower == ")" || w.Lower == "]" }
func isComma(w Word) bool { return w.Lower == "," }

// isAnd reports a coordinating word or sign.
func isAnd(w Word) bool {
	switch w.Lower {
	case "and", "or", "nor", "&", "and/or", "plus":
		return true
	}
	return false
}

// isStop reports a mark that no phrase crosses.
func isStop(w Word) bool {
	switch w.Lower {
	case ".", "!", "?", ";", ":", "…", "...", "—", "–", "--", "-", "|", "→", "•":
		return true
	}
	return false
}

func isQuote(w Word) bool {
	switch w.Lower {
	case "\"", "“", "”", "''", "``", "‘", "’", "'", "«", "»":
		return true
	}
	return false
}
