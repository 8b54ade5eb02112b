package role

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// labelled is the place of a row of labels: the heads of a table's columns,
// of its rows, those of a list's items, the bold words that open paragraphs,
// or the headings of one level.
type labelled struct {
	kind  corpus.BlockKind
	group int
	head  bool // of a table's columns
	jobs  bool // of the rows of a column that is headed "Job"
}

// learnLabels takes the bare heads and other nouns for people that stand as
// labels among roles: "Director: shapes the play" in a list where most labels
// are titles.
func (inv *Inventory) learnLabels(doc *corpus.Document) {
	var places []labelled
	labels := map[labelled][][]nlp.Token{}
	for i := range doc.Blocks {
		place, span := labelOf(doc, i)
		if span.Empty() {
			continue
		}
		if labels[place] == nil {
			places = append(places, place)
		}
		from := len(inv.room.tokens)
		inv.room.tokens = nlp.Tokenize(inv.room.tokens, doc.Text, span)
		labels[place] = append(labels[place], slices.Clip(inv.room.tokens[from:]))
	}
	for _, place := range places {
		inv.learnRow(labels[place], place.jobs)
	}
}

// maxLabel is the length in bytes up to which words are a label.
const maxLabel = 60

// labelOf returns the label that a block is or begins with, an empty span for
// none, and the row of labels that it belongs to.
func labelOf(doc *corpus.Document, i int) (labelled, corpus.Span) {
	b := &doc.Blocks[i]
	span := corpus.Span{Start: b.Span.Start, End: b.Span.Start}
	switch {
	case b.Kind == corpus.Cell && (b.Header && b.Row == 0 && b.Col > 0 || b.Col == 0 && b.Row > 0):
		span = b.Span
	case b.Kind == corpus.Heading:
		return labelled{kind: b.Kind, group: b.Level}, b.Span
	case b.Kind != corpus.Item && b.Kind != corpus.Paragraph:
	case len(b.Strong) > 0 && b.Strong[0].Start == b.Span.Start:
		span = b.Strong[0]
	case b.Kind == corpus.Item:
		if n := strings.IndexByte(b.Span.Of(doc.Text), ':'); n > 0 {
			span.End += n
		} else if i+1 < len(doc.Blocks) && doc.Blocks[i+1].Group == b.Group && doc.Blocks[i+1].Level > b.Level {
			span = b.Span // "Director", over a list of its own
		}
	}
	if span.End-span.Start > maxLabel {
		span.End = span.Start
	}
	jobs := b.Kind == corpus.Cell && b.Col == 0 && listsJobs[strings.ToLower(b.ColHead.Of(doc.Text))]
	return labelled{b.Kind, b.Group, b.Col > 0, jobs}, span
}

// listsJobs holds heads of a column whose cells are titles.
var listsJobs = map[string]bool{
	"job": true, "jobs": true, "job title": true, "role": true, "roles": true, "position": true, "title": true, "occupation": true, "profession": true, "career": true,
}

// learnRow takes the labels of one row if half of them or more are titles, or
// heads that name a role where a heading does; or if they are known to be jobs.
func (inv *Inventory) learnRow(labels [][]nlp.Token, jobs bool) {
	var buffer [80]piece
	roles := 0
	var heads []*head
	var people []string
	for _, tokens := range labels {
		pieces, _ := inv.pieces(buffer[:0], tokens)
		if open := slices.IndexFunc(pieces, func(p piece) bool { return p.is("(") }); open > 0 {
			pieces = pieces[:open] // "Sub-editor (sub)"
		}
		for len(pieces) > 0 && !pieces[len(pieces)-1].isWord() {
			pieces = pieces[:len(pieces)-1]
		}
		for len(pieces) > 0 && (pieces[0].is("a", "an", "the") || !pieces[0].isWord() || strings.Trim(pieces[0].text, "0123456789.)") == "") {
			pieces = pieces[1:]
		}
		s := inv.scan(pieces)
		if len(pieces) == 0 {
			continue
		}
		if f, ok := s.at(0); ok && f.end == len(pieces) && f.key != "-" {
			roles++
			continue
		}
		switch h, _, n := s.head(0); {
		case h != nil && n == len(pieces):
			heads = append(heads, h)
			if h.alone == aloneTitle {
				roles++
			}
		case len(pieces) <= 3 && (person(&pieces[len(pieces)-1]) || agent(&pieces[len(pieces)-1])) && !slices.ContainsFunc(pieces, func(p piece) bool { return p.acts() || p.stop() || !p.isWord() }):
			people = append(people, strings.ToLower(s.text(0, len(pieces))))
		}
	}
	if !jobs && (roles < 2 || roles*2 < len(labels) && (roles+len(people))*3 < len(labels)*2) {
		return
	}
	for _, h := range heads {
		if inv.bare[h.form] == "" {
			inv.setBare(h.form, h.form)
		}
	}
	for _, word := range people {
		inv.learn(word, slug(word), false)
	}
}

// acts reports whether a word that the lexicon of titles lacks is rather a verb
// or a thing of its own than a word of a title: a verb or a plural ("Casts
// actors", "Why companies need engineers").
func (p *piece) acts() bool {
	if p.word != nil && (p.word.mod != nil || p.word.head != nil || p.word.grade || len(p.word.phrases) > 0) || p.own != nil {
		return false
	}
	word := strings.ToLower(p.text)
	lemma, noun := wordnet.NounLemma(word)
	return noun && lemma != word || wordnet.VerbMoreLikely(word)
}

// agent reports whether a piece is formed like a noun for who does something
// ("mixer", "colourist"). Among titles it names a person.
func agent(p *piece) bool {
	word := strings.ToLower(p.text)
	for _, ending := range []string{"er", "or", "ist", "ian", "eer", "man", "woman", "ant"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) > 2 {
			return !p.stop() && p.word == nil
		}
	}
	return false
}

// person reports whether a piece is a noun for a person that the lexicon of
// titles lacks.
func person(p *piece) bool {
	word := strings.ToLower(p.text)
	lemma, ok := wordnet.NounLemma(word)
	return ok && lemma == word && wordnet.IsPerson(word) && !p.stop() && p.word == nil && slug(word) != ""
}
