package role

import (
	"roleclaims/extract/nlp"
)

// room is the memory that reading one article takes, kept for the next.
type room struct {
	tokens    []nlp.Token
	pieces    []piece
	passages  []passage
	found     []found    // in the passages
	mentions  []Mention  // of the passages
	blocks    []int      // the first passage of each block, and the number of all
	sentences []*passage // those of the document's text, in order
}

// room returns memory that was given back, or new.
func (r *Recognizer) room() *room {
	if m, ok := r.rooms.Get().(*room); ok {
		return m
	}
	return new(room)
}

// Release gives the memory of an inventory back: neither it nor the tokens and
// titles of its sentences may be used after. One that is not released is left to the
// garbage collector.
func (inv *Inventory) Release() {
	m := inv.room
	inv.room = nil
	clear(m.tokens)
	clear(m.pieces)
	clear(m.passages)
	clear(m.found)
	clear(m.mentions)
	clear(m.sentences)
	m.tokens, m.pieces, m.passages, m.found, m.mentions, m.sentences, m.blocks = m.tokens[:0], m.pieces[:0], m.passages[:0], m.found[:0], m.mentions[:0], m.sentences[:0], m.blocks[:0]
	inv.rec.rooms.Put(m)
}
