// Package recent remembers what was made of the words that were asked for
// lately: a text asks for the same few words again and again. It knows nothing
// of what is remembered.
package recent

import (
	"strings"
	"sync/atomic"
)

// ways is how many words whose letters give them the same place are remembered.
const ways = 4

// Words remembers a value for each of some words. It is safe for concurrent use.
type Words[T any] struct {
	places [1 << 13][ways]atomic.Pointer[entry[T]]
}

type entry[T any] struct {
	word  string
	value T
}

// maxLength is the length in bytes of the longest word that is remembered.
const maxLength = 32

// Of returns the value of a word, made by fill where it is not remembered; the
// caller must not change it.
func (r *Words[T]) Of(word string, fill func(value *T, word string)) *T {
	if len(word) > maxLength {
		e := &entry[T]{word: word}
		fill(&e.value, word)
		return &e.value
	}
	place := &r.places[hash(word)%uint32(len(r.places))]
	for i := range place {
		e := place[i].Load()
		if e == nil {
			break
		}
		if e.word == word {
			return &e.value
		}
	}
	e := &entry[T]{word: strings.Clone(word)}
	fill(&e.value, e.word)
	for i, moved := 0, e; i < ways && moved != nil; i++ {
		moved = place[i].Swap(moved) // the latest first
	}
	return &e.value
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
