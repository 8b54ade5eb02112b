package role

import (
	"slices"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// passage is a run of text read as one sentence. Its tokens are cut into
// pieces once, and a title found from a piece on is kept until the article
// teaches something that may change it.
type passage struct {
	tokens   []nlp.Token
	pieces   []piece
	looks    looks     // of the pieces
	last     int       // of the pieces, see lastOf
	named    bool      // a title may stand in it
	mentions []Mention // those found last
	kept     bool      // mentions still hold
	memo

	span   corpus.Span // empty for the title of the document
	top    bool        // the title, or the first heading of level 1
	level  int         // of a heading, 1 for the title, 0 for others
	label  bool        // a heading, a table's head, words in bold: may be a title as a whole
	strong bool        // words in bold within a sentence that is read too
}

// memo says how long the titles found in a passage hold: piece.match is 0 where
// none was looked for yet, -1 where there is none, else 1 and its index among
// those found.
type memo struct {
	age       int  // titles that were learnt when the passage was opened
	bareAge   int  // of the bare heads
	askedBare bool // whether a match rests on those
	askedName bool // or on the titles named so far, which grow with every sentence
}

// open returns the scan of a passage as it reads now.
func (inv *Inventory) open(p *passage) scan {
	stale := p.askedName || p.askedBare && p.bareAge != inv.bareAge
	if learnt := inv.learnt[p.age:]; p.may(learnt) && p.learn(inv.own, learnt) {
		stale = true
		p.named = true
		p.last = lastOf(p.pieces)
	}
	if stale {
		for i := range p.pieces {
			p.pieces[i].match = 0
		}
		p.memo = memo{}
		p.kept = false
	}
	p.age, p.bareAge = len(inv.learnt), inv.bareAge
	return scan{inv: inv, pieces: p.pieces, last: p.last, memo: &p.memo}
}

// few is how many words are sooner compared with each piece than each piece
// looked up.
const few = 8

// learn tells the pieces what was learnt since the passage was opened, and
// reports whether that may be of any of them.
func (p *passage) learn(own map[string]*word, learnt []*word) (any bool) {
	for i := range p.pieces {
		piece := &p.pieces[i]
		if len(learnt) > few {
			if w := own[piece.lower]; w != nil {
				piece.learn(w)
				any = true
			}
			continue
		}
		for _, w := range learnt {
			if w.form == piece.lower {
				piece.learn(w)
				any = true
			}
		}
	}
	return any
}

// may reports whether some of the words learnt may stand in the passage.
func (p *passage) may(learnt []*word) bool {
	return len(learnt) > few || slices.ContainsFunc(learnt, func(w *word) bool { return w.look&p.looks != 0 })
}

// at matches the longest title that begins at piece i, grades included.
func (s *scan) at(i int) (found, bool) {
	p := &s.pieces[i]
	if !s.mayBegin(i) {
		return found{}, false
	}
	if s.memo == nil || s.learning() {
		return s.match(i)
	}
	switch p.match {
	case 0:
		f, ok := s.match(i)
		p.match = -1
		if ok {
			s.inv.room.found = append(s.inv.room.found, f)
			p.match = int32(len(s.inv.room.found))
		}
		return f, ok
	case -1:
		return found{}, false
	}
	return s.inv.room.found[p.match-1], true
}

// learning reports whether titles were learnt since the passage was opened.
func (s *scan) learning() bool { return s.memo != nil && s.memo.age != len(s.inv.learnt) }

// mayBegin reports whether a title may begin at piece i.
func (s *scan) mayBegin(i int) bool {
	return s.pieces[i].open && (i <= s.last || s.learning()) && (s.afterArticle(i) || s.known(i))
}

// known reports whether the word at piece i, or the one beside it, may belong
// to a title, which others do only after an article.
func (s *scan) known(i int) bool {
	p := &s.pieces[i]
	if p.can(asTitle | asHead | asModifier | asGrade | isChief) {
		return true
	}
	return p.caps && i+1 < len(s.pieces) && s.pieces[i+1].caps && s.pieces[i+1].can(asHead)
}

// Sentences returns the sentences of a block of the article as nlp.Sentences
// cuts them, but for a heading, which is one however long.
func (inv *Inventory) Sentences(block int) []corpus.Span {
	passages := inv.passages[inv.blocks[block]:inv.blocks[block+1]]
	spans := make([]corpus.Span, 0, len(passages))
	for i := range passages {
		if !passages[i].strong {
			spans = append(spans, passages[i].span)
		}
	}
	return spans
}

// bare returns the key that the heads of a form stand for by themselves, "" for
// none.
func (s *scan) bare(form string) string {
	if s.memo != nil {
		s.memo.askedBare = true
	}
	return s.inv.bare[form]
}

// named reports whether the article names a title in full.
func (s *scan) named(key string) bool {
	if s.memo != nil {
		s.memo.askedName = true
	}
	return s.inv.named[key]
}

// Sentence returns the tokens of a sentence of the article and the titles
// named in it, which are the caller's from then on; false for a span that is
// none of the article's sentences as nlp.Sentences cuts them, or was asked for
// before.
func (inv *Inventory) Sentence(span corpus.Span) (tokens []nlp.Token, mentions []Mention, ok bool) {
	i, ok := slices.BinarySearchFunc(inv.sentences, span.Start, func(p *passage, start int) int { return p.span.Start - start })
	if !ok || inv.sentences[i].span != span || inv.sentences[i].tokens == nil {
		return nil, nil, false
	}
	p := inv.sentences[i]
	tokens = p.tokens
	p.tokens = nil
	return tokens, p.mentions, true
}

// bytesPerToken is a little less than English has, so that few articles need
// more room.
const bytesPerToken = 4

// read cuts a document into passages, its title first.
func (inv *Inventory) read(doc *corpus.Document) []passage {
	m := inv.room
	m.tokens = slices.Grow(m.tokens, len(doc.Text)/bytesPerToken)
	m.pieces = slices.Grow(m.pieces, len(doc.Text)/bytesPerToken)
	if doc.Title != "" {
		inv.add(doc.Title, corpus.Span{End: len(doc.Title)}, passage{top: true, level: 1, label: true})
	}
	first := true
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		m.blocks = append(m.blocks, len(m.passages))
		switch b.Kind {
		case corpus.Code:
			continue
		case corpus.Heading:
			top := first && b.Level == 1
			first = first && !top
			inv.add(doc.Text, b.Span, passage{span: b.Span, top: top, level: b.Level, label: true})
			continue
		}
		label := b.Kind == corpus.Cell && (b.Header || b.Col == 0)
		for _, span := range nlp.Sentences(doc.Text, b.Span) {
			inv.add(doc.Text, span, passage{span: span, label: label})
		}
		for _, strong := range b.Strong {
			if !label && b.Span.Contains(strong) {
				inv.add(doc.Text, strong, passage{label: true, strong: true})
			}
		}
	}
	m.blocks = append(m.blocks, len(m.passages))
	for i := range m.passages {
		if !m.passages[i].span.Empty() {
			m.sentences = append(m.sentences, &m.passages[i])
		}
	}
	return m.passages
}

// add cuts a span of text and appends it as a passage.
func (inv *Inventory) add(text string, span corpus.Span, p passage) {
	m := inv.room
	from := len(m.tokens)
	m.tokens = nlp.Tokenize(m.tokens, text, span)
	p.tokens = m.tokens[from:len(m.tokens):len(m.tokens)]
	from = len(m.pieces)
	m.pieces, p.named = inv.pieces(m.pieces, p.tokens)
	p.pieces = m.pieces[from:len(m.pieces):len(m.pieces)]
	for i := range p.pieces {
		p.looks |= p.pieces[i].look
	}
	p.last = lastOf(p.pieces)
	m.passages = append(m.passages, p)
}
