package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// room is the memory that reading one article takes, kept for the next.
type room struct {
	sentences []sentence
	words     []clause.Word // of all sentences

	// Of the sentence that is tagged: the first token of each word, and what
	// the tagger is given and gives.
	tokenOf, place []int
	input          []*nlp.Word
	tags           []nlp.Tag

	duties []Responsibility // before those that repeat others are dropped

	line line // of the sentence whose orders are read
}

// room returns memory that was given back, or new.
func (x *Extractor) room() *room {
	if m, ok := x.rooms.Get().(*room); ok {
		return m
	}
	return new(room)
}

// release gives the memory of a reading back, which must not be used after.
func (r *reading) release() {
	r.roles.Release()
	m := r.room
	m.sentences = r.sentences
	clear(m.sentences)
	clear(m.words)
	clear(m.input[:cap(m.input)])
	clear(m.duties)
	clear(m.line.items[:cap(m.line.items)])
	m.sentences, m.words = m.sentences[:0], m.words[:0]
	m.line = line{items: m.line.items[:0], starts: m.line.starts[:0], letters: m.line.letters[:0]}
	r.Extractor.rooms.Put(m)
}
