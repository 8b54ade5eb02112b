package wordnet

import (
	"strings"
	"sync/atomic"
)

// lemmas are the base forms of a word, read as a verb and as a noun; where it
// is none, the word in lower case.
type lemmas struct {
	form           string
	verb, noun     string
	isVerb, isNoun bool
}

// recent remembers the base forms of the words that were asked for lately, each
// in the place that its letters give it: a text asks for the same few words
// again and again, and each takes half a dozen searches.
type recent [1 << 15]atomic.Pointer[lemmas]

// maxRecent is the length in bytes of the longest word that is remembered.
const maxRecent = 32

// lemmas returns the base forms of a word, whatever its case.
func (w *words) lemmas(form string) *lemmas {
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

func (w *words) newLemmas(form string) *lemmas {
	l := &lemmas{form: form}
	lower := strings.ToLower(form)
	l.verb, l.isVerb = w.verbLemma(lower)
	l.noun, l.isNoun = w.nounLemma(lower)
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
