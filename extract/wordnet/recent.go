package wordnet

import (
	"strings"
	"sync/atomic"
)

// Lemmas are the base forms of a word.
type Lemmas struct {
	form           string
	Verb, Noun     string // the word in lower case where it is none
	IsVerb, IsNoun bool
}

// LemmasOf returns the base forms of a word, whatever its case. The caller
// must not change them.
func LemmasOf(form string) *Lemmas { return load().lemmas(form) }

// recent remembers the base forms of the words that were asked for lately, each
// in the place that its letters give it: a text asks for the same few words
// again and again, and each takes half a dozen searches.
type recent [1 << 15]atomic.Pointer[Lemmas]

// maxRecent is the length in bytes of the longest word that is remembered.
const maxRecent = 32

// lemmas is LemmasOf.
func (w *words) lemmas(form string) *Lemmas {
	if len(form) > maxRecent {
		return w.newLemmas(form)
	}
	place := &w.recent[hash(form)%uint32(len(w.recent))]
	if l := place.Load(); l != nil && l.form == form {
		return l
	}
	l := w.newLemmas(strings.Clone(form))
	place.Store(l)
	return l
}

func (w *words) newLemmas(form string) *Lemmas {
	l := &Lemmas{form: form}
	lower := strings.ToLower(form)
	l.Verb, l.IsVerb = w.verbLemma(lower)
	l.Noun, l.IsNoun = w.nounLemma(lower)
	return l
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
