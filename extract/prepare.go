package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// maxLabel is the most words that a label before a colon has.
const maxLabel = 8

// read cuts a document into tagged sentences and decides what each may speak
// of.
func (x *Extractor) read(doc *corpus.Document) *reading {
	r := &reading{Extractor: x, doc: doc, roles: x.roles.Inventory(doc), led: map[int]bool{}}
	tagger := x.model.NewTagger()
	section := -1
	for i, block := range doc.Blocks {
		if block.Kind == corpus.Heading {
			section = i
		}
		r.led[i] = block.Kind == corpus.Paragraph && i > 0 && r.leads(i-1)
		if block.Kind == corpus.Code {
			continue
		}
		gloss := block.Span
		if label, rest, ok := r.label(block); ok {
			r.add(tagger, sentence{span: label, block: i, section: section, label: true})
			gloss = rest
		}
		first := true
		for _, span := range r.sentencesOf(block, gloss) {
			r.add(tagger, sentence{span: span, block: i, section: section, first: first})
			first = false
		}
	}
	r.setScopes()
	return r
}

// leads reports whether a block introduces the paragraphs after it as it would
// the items of a list: it ends at a colon, it is a heading that names a role
// and nothing else, or it is itself so introduced and begins with a verb.
func (r *reading) leads(i int) bool {
	block := r.doc.Blocks[i]
	text := strings.TrimSpace(block.Span.Of(r.doc.Text))
	if block.Kind == corpus.Paragraph && (strings.HasSuffix(text, ":") || strings.HasSuffix(text, ";") && r.led[i]) {
		return true
	}
	if block.Kind != corpus.Heading && !(block.Kind == corpus.Paragraph && r.led[i]) || len(r.sentences) == 0 {
		return false
	}
	last := &r.sentences[len(r.sentences)-1]
	if last.block != i {
		return false
	}
	if block.Kind == corpus.Heading {
		return len(last.mentions) == 1 && len(last.words) <= 3
	}
	first := last
	for k := len(r.sentences) - 1; k >= 0 && r.sentences[k].block == i; k-- {
		first = &r.sentences[k]
	}
	return len(first.words) < 6 || clause.CanBe(first.words[0], clause.Base)
}

// sentencesOf cuts a block's text; a heading is one sentence.
func (r *reading) sentencesOf(block corpus.Block, within corpus.Span) []corpus.Span {
	if block.Kind == corpus.Heading {
		return []corpus.Span{within}
	}
	return nlp.Sentences(r.doc.Text, within)
}

// label splits "Label: gloss" at the start of a block: a run in bold that
// ends at a colon or dash, or a few words before a colon.
func (r *reading) label(block corpus.Block) (label, gloss corpus.Span, ok bool) {
	text := r.doc.Text
	if block.Kind == corpus.Heading {
		return label, gloss, false
	}
	end := -1
	if len(block.Strong) > 0 && strings.TrimSpace(text[block.Span.Start:block.Strong[0].Start]) == "" {
		end = block.Strong[0].End
	} else if colon := strings.IndexByte(block.Span.Of(text), ':'); colon > 0 {
		end = block.Span.Start + colon
	}
	if end < 0 || end >= block.Span.End {
		return label, gloss, false
	}
	label = trimSpan(text, corpus.Span{Start: block.Span.Start, End: end}, " \t\n:-–—.")
	rest := text[end:block.Span.End]
	trimmed := strings.TrimLeft(rest, " \t\u00a0")
	marked := strings.HasSuffix(strings.TrimRight(text[block.Span.Start:end], " "), ":") || strings.HasSuffix(strings.TrimRight(text[block.Span.Start:end], " "), ".")
	for _, mark := range []string{":", "–", "—", "- "} {
		if strings.HasPrefix(trimmed, mark) {
			marked = true
		}
	}
	gloss = trimSpan(text, corpus.Span{Start: end, End: block.Span.End}, " \t\n:-–—\u00a0")
	if !marked || label.Empty() || gloss.Empty() || len(strings.Fields(label.Of(text))) > maxLabel || strings.ContainsAny(label.Of(text), ".!?;") && block.Kind != corpus.Item {
		return label, gloss, false
	}
	return label, gloss, true
}

// trimSpan takes the characters of cut from both ends of a span.
func trimSpan(text string, s corpus.Span, cut string) corpus.Span {
	s.Start += len(s.Of(text)) - len(strings.TrimLeft(s.Of(text), cut))
	s.End -= len(s.Of(text)) - len(strings.TrimRight(s.Of(text), cut))
	return s
}

// add tokenises and tags one sentence and appends it.
func (r *reading) add(tagger *nlp.Tagger, s sentence) {
	s.tokens = nlp.Tokenize(nil, r.doc.Text, s.span)
	if len(s.tokens) == 0 {
		return
	}
	s.mentions = r.roles.Mentions(s.tokens)
	s.question = s.tokens[len(s.tokens)-1].Text == "?"
	s.words = r.tag(tagger, &s)
	r.sentences = append(r.sentences, s)
}

// wordsOf builds the words of a sentence: each mention, with an abbreviation
// in brackets after it, is one.
func wordsOf(s *sentence) (words []clause.Word, tokenOf []int) {
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
			words = append(words, clause.Word{Span: span, Lower: "<role>", Role: m, Tag: "NN"})
			tokenOf = append(tokenOf, t)
			t = last - 1
			m++
			continue
		}
		words = append(words, clause.Word{Span: s.tokens[t].Span, Lower: lower(s.tokens[t].Text), Role: -1})
		tokenOf = append(tokenOf, t)
	}
	return words, tokenOf
}

// lower is strings.ToLower with the curly apostrophe made straight.
func lower(word string) string {
	word = strings.ToLower(word)
	if strings.Contains(word, "’") {
		word = strings.ReplaceAll(word, "’", "'")
	}
	return word
}
