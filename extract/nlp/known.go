package nlp

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"roleclaims/extract/recent"
	"roleclaims/extract/wordnet"
)

// Word is what is known of a word wherever it stands. It is looked up once for
// a token, for all that read it.
type Word struct {
	Text  string // as it is written
	Lower string // in lower case, with a straight apostrophe
	wordnet.Lemmas
	Joined bool   // of several parts, at hyphens or slashes
	number uint32 // another for each word that is made, see Kept

	form atomic.Pointer[form] // what the tagger's model says, nil until it is asked
}

var (
	remembered recent.Words[Word]
	made       atomic.Uint32 // words
)

// WordOf returns what is known of a word.
func WordOf(text string) *Word { return remembered.Of(text, fill) }

func fill(w *Word, text string) {
	w.Text, w.Lower = text, Lower(text)
	w.number = made.Add(1)
	w.Joined = strings.ContainsAny(text, "-/‑")
	w.Lemmas = *wordnet.LemmasOf(w.Lower)
}

// Kept keeps a value for each word, by its number; the latest of some words that
// share a place. It is safe for concurrent use.
type Kept[T any] struct {
	places [1 << 15]atomic.Pointer[kept[T]]
}

type kept[T any] struct {
	of    *Word
	value T
}

// Of returns the value of a word, made by fill where it is not kept; the caller
// must not change it.
func (k *Kept[T]) Of(w *Word, fill func(value *T, w *Word)) *T {
	place := &k.places[w.number%uint32(len(k.places))]
	v := place.Load()
	if v == nil || v.of != w {
		v = &kept[T]{of: w}
		fill(&v.value, w)
		place.Store(v)
	}
	return &v.value
}

// Lower is strings.ToLower with the curly apostrophe made straight.
func Lower(word string) string {
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ReplaceAll(strings.ToLower(word), "’", "'")
		}
	}
	return word
}
