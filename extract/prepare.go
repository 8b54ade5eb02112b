package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// maxLabel is the most words that a label before a colon has.
const maxLabel = 8

// read cuts a document into tagged sentences and decides what each may speak
// of.
func (x *Extractor) read(doc *corpus.Document) *reading {
	r := &reading{Extractor: x, doc: doc, roles: x.roles.Inventory(doc), led: map[int]bool{}, heads: map[corpus.Span]tableHead{}, headed: map[string]bool{}, lists: listForms(doc)}
	tagger := x.model.Tagger()
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
		for !gloss.Empty() {
			label, rest, labelled := r.label(block, gloss)
			if labelled {
				r.add(tagger, sentence{span: label, block: i, section: section, label: true})
				gloss = rest
			}
			part := corpus.Span{Start: gloss.Start, End: r.nextLabel(block, gloss)}
			first := true
			for _, span := range r.sentencesOf(block, part) {
				r.add(tagger, sentence{span: span, block: i, section: section, first: first, gloss: first && labelled})
				first = false
			}
			gloss.Start = part.End
		}
	}
	tagger.Release()
	r.setScopes()
	return r
}

// listForms returns for each list the form of the verb that half of its items
// or more begin with beyond doubt.
func listForms(doc *corpus.Document) map[int]clause.Form {
	counts := map[int]map[clause.Form]int{}
	items := map[int]int{}
	for _, b := range doc.Blocks {
		if b.Kind != corpus.Item {
			continue
		}
		items[b.Group]++
		first, rest, _ := strings.Cut(b.Span.Of(doc.Text), " ")
		next, _, _ := strings.Cut(rest, " ")
		w := clause.Word{Lower: lower(first), Role: -1}
		for _, form := range []clause.Form{clause.Base, clause.Third} {
			if clause.CanBe(w, form) && (wordnet.VerbMoreLikely(w.Lower) || !wordnet.IsNoun(w.Lower) && form == clause.Base || opensObject[lower(next)]) {
				if counts[b.Group] == nil {
					counts[b.Group] = map[clause.Form]int{}
				}
				counts[b.Group][form]++
			}
		}
	}
	forms := map[int]clause.Form{}
	for group, n := range counts {
		for _, form := range []clause.Form{clause.Base, clause.Third} {
			if 2*n[form] >= items[group] && n[form] > 0 {
				forms[group] = form
			}
		}
	}
	return forms
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

// sentencesOf cuts a block's text; a heading is one sentence, unless it is too
// long to be one.
func (r *reading) sentencesOf(block corpus.Block, within corpus.Span) []corpus.Span {
	if block.Kind == corpus.Heading && within.End-within.Start <= nlp.MaxSentence {
		return []corpus.Span{within}
	}
	return nlp.Sentences(r.doc.Text, within)
}

// nextLabel returns where in a gloss a further label in bold begins ("**Cook:**
// …. **Waiter:** …"), its end where none does.
func (r *reading) nextLabel(block corpus.Block, gloss corpus.Span) int {
	for _, strong := range block.Strong {
		if strong.Start > gloss.Start && strong.End < gloss.End && strings.HasSuffix(strings.TrimSpace(strong.Of(r.doc.Text)), ":") {
			return strong.Start
		}
	}
	return gloss.End
}

// label splits "Label: gloss" at the start of what is left of a block: a run in
// bold that ends at a colon or dash, or a few words before a colon.
func (r *reading) label(block corpus.Block, left corpus.Span) (label, gloss corpus.Span, ok bool) {
	text := r.doc.Text
	if block.Kind == corpus.Heading {
		return label, gloss, false
	}
	end := -1
	for _, strong := range block.Strong {
		if strong.Start >= left.Start && strong.End <= left.End && strings.TrimSpace(text[left.Start:strong.Start]) == "" {
			end = strong.End
			break
		}
	}
	if colon := strings.IndexByte(left.Of(text), ':'); end < 0 && colon > 0 {
		end = left.Start + colon
	}
	if dash := r.roleDash(left); end < 0 && dash > 0 {
		end = dash
	}
	if end < 0 || end >= left.End {
		return label, gloss, false
	}
	label = trimSpan(text, corpus.Span{Start: left.Start, End: end}, " \t\n:-–—.")
	rest := text[end:left.End]
	trimmed := strings.TrimLeft(rest, " \t\u00a0")
	head := strings.TrimRight(text[left.Start:end], " ")
	marked := strings.HasSuffix(head, ":") || strings.HasSuffix(head, ".")
	for _, mark := range []string{":", "–", "—", "- "} {
		if strings.HasPrefix(trimmed, mark) {
			marked = true
		}
	}
	gloss = trimSpan(text, corpus.Span{Start: end, End: left.End}, " \t\n:-–—\u00a0")
	if !marked || label.Empty() || gloss.Empty() || len(strings.Fields(label.Of(text))) > maxLabel || strings.ContainsAny(label.Of(text), ".!?;") && block.Kind != corpus.Item {
		return label, gloss, false
	}
	return label, gloss, true
}

// roleDash returns where a dash parts a role's title from its gloss ("Waiter –
// serves the guests"), 0 for other text.
func (r *reading) roleDash(left corpus.Span) int {
	text := left.Of(r.doc.Text)
	end := -1
	for _, dash := range []string{" – ", " — ", " - "} {
		if i := strings.Index(text, dash); i > 0 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 0 || strings.Count(text[:end], " ") >= maxLabel {
		return 0
	}
	tokens := nlp.Tokenize(nil, r.doc.Text, corpus.Span{Start: left.Start, End: left.Start + end})
	mentions := r.roles.Mentions(tokens)
	if len(mentions) == 0 || mentions[0].First > 1 || len(tokens)-mentions[len(mentions)-1].Last > 1 {
		return 0
	}
	return left.Start + end
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
	if r.doc.Blocks[s.block].Kind == corpus.Heading {
		for _, m := range s.mentions {
			r.headed[m.Key] = true
		}
	}
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
