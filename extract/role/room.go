package role

import (
	"roleclaims/extract/nlp"
)

// room is the memory that reading one article takes, kept for the next.
type room struct {
	tokens    []nlp.Token
	pieces    []piece
	passages  []passage
	blocks    []int      // the first passage of each block, and the number of all
	sentences []*passage // those of the document's text, in order
	forms     map[string]*form
	chunks    [][]form // of which forms are cut
	used      int      // forms of chunks
}

// formsAtOnce is the number of forms in a chunk.
const formsAtOnce = 256

// room returns memory that was given back, or new.
func (r *Recognizer) room() *room {
	if m, ok := r.rooms.Get().(*room); ok {
		return m
	}
	return &room{forms: map[string]*form{}}
}

// newForm returns a form to be filled.
func (m *room) newForm() *form {
	if m.used == len(m.chunks)*formsAtOnce {
		m.chunks = append(m.chunks, make([]form, formsAtOnce))
	}
	f := &m.chunks[m.used/formsAtOnce][m.used%formsAtOnce]
	m.used++
	return f
}

// Release gives the memory of an inventory back: neither it nor the tokens of
// its sentences may be used after. One that is not released is left to the
// garbage collector.
func (inv *Inventory) Release() {
	m := inv.room
	inv.room = nil
	clear(m.tokens)
	clear(m.pieces)
	clear(m.passages)
	clear(m.sentences)
	clear(m.forms)
	m.tokens, m.pieces, m.passages, m.sentences, m.blocks, m.used = m.tokens[:0], m.pieces[:0], m.passages[:0], m.sentences[:0], m.blocks[:0], 0
	inv.rec.rooms.Put(m)
}
