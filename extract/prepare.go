package extract

import (
	"slices"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// read cuts a document into tagged sentences and decides what each may speak
// of.
func (x *Extractor) read(doc *corpus.Document) *reading {
	r := &reading{Extractor: x, room: x.room(), doc: doc, roles: x.roles.Inventory(doc), led: make([]bool, len(doc.Blocks)), loose: looseLists(doc), heads: map[corpus.Span]tableHead{}, leadKinds: map[int]string{}, headed: map[string]bool{}, genus: map[string]bool{}}
	r.lists = x.listForms(doc, r.loose)
	r.sentences = r.room.sentences
	tagger := x.model.Tagger()
	section := -1
	for i, block := range doc.Blocks {
		if block.Kind == corpus.Heading {
			section = i
		}
		r.led[i] = block.Kind == corpus.Paragraph && (r.loose[i] > 0 || i > 0 && r.leads(i-1))
		if block.Kind == corpus.Code {
			continue
		}
		gloss := block.Span
		for !gloss.Empty() {
			label, rest, labelled := r.label(block, gloss)
			if labelled {
				r.add(tagger, sentence{span: label, block: i, section: section, label: true})
				gloss = rest
				if second, rest, ok := r.label(block, gloss); ok && r.kindOf(second.Of(doc.Text)) != "" {
					r.add(tagger, sentence{span: second, block: i, section: section, label: true})
					gloss = rest // "Nurse: Main duties: washes patients"
				}
			}
			part := corpus.Span{Start: gloss.Start, End: r.nextLabel(block, gloss)}
			first := true
			for _, span := range r.sentencesOf(i, part) {
				r.add(tagger, sentence{span: span, block: i, section: section, first: first, gloss: first && labelled})
				first = (r.led[i] || block.Kind == corpus.Item) && r.imperativeLast()
			}
			gloss.Start = part.End
		}
	}
	tagger.Release()
	r.setScopes()
	return r
}

// imperativeLast reports whether the last sentence is a duty without its
// subject, so that the next one of its paragraph may be another.
func (r *reading) imperativeLast() bool {
	if len(r.sentences) == 0 {
		return false
	}
	last := &r.sentences[len(r.sentences)-1]
	return last.first && !last.label && clause.CanBe(last.words[0], clause.Base) && clause.FormOf(last.words[0]) == clause.Base
}

// sentencesOf cuts the text of block i; a heading is one sentence, unless it is too
// long to be one.
func (r *reading) sentencesOf(i int, within corpus.Span) []corpus.Span {
	block := r.doc.Blocks[i]
	if block.Kind == corpus.Heading && within.End-within.Start <= nlp.MaxSentence {
		return []corpus.Span{within}
	}
	if within == block.Span && block.Kind != corpus.Heading {
		return r.roles.Sentences(i)
	}
	return nlp.Sentences(r.doc.Text, within)
}

// add tokenises and tags one sentence and appends it.
func (r *reading) add(tagger *nlp.Tagger, s sentence) {
	var read bool
	if s.tokens, s.mentions, read = r.roles.Sentence(s.span); !read {
		s.tokens = nlp.Tokenize(nil, r.doc.Text, s.span)
		s.mentions = r.roles.Mentions(s.tokens)
	}
	if len(s.tokens) == 0 {
		return
	}
	s.keys = keysOf(s.mentions)
	if b := r.doc.Blocks[s.block]; b.Kind == corpus.Heading && b.Level == 1 && len(s.mentions) == 1 {
		r.genus[s.mentions[0].Key] = true
	} else if b.Kind == corpus.Heading || s.label {
		for _, m := range s.mentions {
			if m.First == 0 || nlp.Lower(s.tokens[m.First-1].Text) != "the" {
				r.headed[m.Key] = true
			}
		}
	}
	s.question = s.tokens[len(s.tokens)-1].Text == "?"
	s.words = r.tag(tagger, &s)
	r.sentences = append(r.sentences, s)
}

// wordsOf builds the words of a sentence: each mention, with an abbreviation
// in brackets after it, is one.
func (m *room) wordsOf(s *sentence) (words []clause.Word, tokenOf []int) {
	m.words = slices.Grow(m.words, len(s.tokens))
	words, tokenOf = m.words[len(m.words):], m.tokenOf[:0]
	for t, m := 0, 0; t < len(s.tokens); t++ {
		if m < len(s.mentions) && s.mentions[m].First == t {
			mention := s.mentions[m]
			span, last := mention.Span, mention.Last
			if m+1 < len(s.mentions) && s.mentions[m+1].Key == mention.Key && s.mentions[m+1].First == last+1 &&
				s.tokens[last].Text == "(" && s.mentions[m+1].Last < len(s.tokens) && s.tokens[s.mentions[m+1].Last].Text == ")" {
				m++
				last = s.mentions[m].Last + 1
				span.End = s.tokens[last-1].Span.End
			}
			words = append(words, clause.Word{Span: span, Lower: "<role>", Role: m, Tag: nlp.NN})
			tokenOf = append(tokenOf, t)
			t = last - 1
			m++
			continue
		}
		words = append(words, clause.NewWord(&s.tokens[t]))
		tokenOf = append(tokenOf, t)
	}
	m.words, m.tokenOf = m.words[:len(m.words)+len(words)], tokenOf
	return words[:len(words):len(words)], tokenOf
}
