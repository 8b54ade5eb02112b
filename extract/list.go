package extract

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// listKey names a list, or a column of a table.
type listKey struct{ group, col int }

// listOf returns the list that an item, the column that a cell, or the sections
// that a paragraph right below a heading belongs to: headings of one level over
// "Studies markets." and "Helps families." are a list too.
func listOf(doc *corpus.Document, loose []int, i int) listKey {
	if list := loose[i]; list > 0 {
		return listKey{list, inLines}
	}
	switch b := &doc.Blocks[i]; b.Kind {
	case corpus.Item:
		return listKey{b.Group, -1}
	case corpus.Cell:
		return listKey{b.Group, b.Col}
	case corpus.Paragraph:
		for k := i - 1; k >= 0 && k >= i-2; k-- {
			if doc.Blocks[k].Kind == corpus.Heading {
				return listKey{-doc.Blocks[k].Level, -1}
			}
			if doc.Blocks[k].Kind != corpus.Paragraph || doc.Blocks[k].Span.Len() > maxBetween {
				break
			}
		}
	}
	return listKey{}
}

// inLines is the column of a list without its markup.
const inLines = -2

// maxBetween is the length of a line between a heading and its paragraph: a
// salary, a date.
const maxBetween = 40

// listForms returns for each list and column the form of the verb that half of
// its items or more begin with beyond doubt, or one does where all may.
func (x *Extractor) listForms(doc *corpus.Document, loose []int) map[listKey]clause.Form {
	type count struct{ items, base, third, mayBase, mayThird int }
	counts := map[listKey]count{}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		list := listOf(doc, loose, i)
		if list == (listKey{}) || b.Header {
			continue
		}
		first, rest, _ := strings.Cut(b.Span.Of(doc.Text), " ")
		next, _, _ := strings.Cut(rest, " ")
		w := clause.NewWord(&nlp.Token{Word: nlp.WordOf(first)})
		sure := w.Lemmas().VerbLikelier || x.words.is(nlp.WordOf(next).Lower, "object-opener")
		n := counts[list]
		n.items++
		if clause.CanBe(w, clause.Base) {
			n.mayBase++
		} else if clause.CanBe(w, clause.Third) {
			n.mayThird++
		}
		switch {
		case clause.CanBe(w, clause.Base) && (sure || !w.Lemmas().Singular):
			n.base++
		case clause.CanBe(w, clause.Third) && sure:
			n.third++
		}
		counts[list] = n
	}
	forms := map[listKey]clause.Form{}
	for list, n := range counts {
		switch {
		case list.group < 0 && n.items < 3:
		case n.third > 0 && (2*n.third >= n.items || n.mayThird == n.items):
			forms[list] = clause.Third
		case n.base > 0 && (2*n.base >= n.items || n.mayBase == n.items):
			forms[list] = clause.Base
		}
	}
	return forms
}

// looseLists returns the paragraphs that are lines of a list without its
// markup: three or more on end that are short and stop without a mark. Each has
// the number of its list, from 1.
func looseLists(doc *corpus.Document) []int {
	const fewest = 3
	loose := make([]int, len(doc.Blocks))
	for i := 0; i < len(doc.Blocks); {
		end := i
		for end < len(doc.Blocks) && isLine(doc, &doc.Blocks[end]) {
			end++
		}
		if first := i + 1; end-i >= fewest {
			for ; i < end; i++ {
				loose[i] = first
			}
		}
		i = max(i+1, end)
	}
	return loose
}

// isLine reports whether a block is a paragraph of one line that ends within a
// sentence.
func isLine(doc *corpus.Document, b *corpus.Block) bool {
	if b.Kind != corpus.Paragraph || b.Span.Len() > maxLine {
		return false
	}
	text := b.Span.Of(doc.Text)
	return text != "" && !strings.ContainsAny(text[len(text)-1:], ".!?:;,\"") && !strings.Contains(text, ". ")
}

// maxLine is the length of the longest line of a list.
const maxLine = 160

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

// leadIn reads what introduces the item's list: its parent item or the
// paragraph right before the list ("Their duties include:").
func (r *reading) leadIn(i int, c *blockContext) {
	lead := r.leadOf(i)
	c.lead = lead
	if lead < 0 || r.blocks[lead].last == 0 {
		return
	}
	parent := r.doc.Blocks[lead]
	sentences := r.sentencesIn(lead)
	last := sentences[len(sentences)-1]
	text := strings.TrimRight(parent.Span.Of(r.doc.Text), " *_-–—")
	opens := strings.HasSuffix(text, ":") || parent.Kind == corpus.Item || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?")
	kind := r.leadKind(lead, &last)
	if kind == "" && last.question && len(last.mentions) == 1 && r.asksForDuties(&last) {
		kind = kindDuties
	}
	if !opens && kind != kindDuties {
		return
	}
	if verb := r.opensList(&last); opens && kind == "" && verb {
		kind = kindDuties
	}
	if modal := last.words[max(0, len(last.words)-2)]; modal.Tag == nlp.MD || modal.Lower == "be" {
		kind = kindDuties
	}
	if kind != "" {
		c.kind, c.own = kind, opens
	} else {
		c.kind, c.own = r.blocks[lead].kind, r.blocks[lead].own
	}
	if len(c.roles) == 2 && slices.ContainsFunc(last.words, func(w clause.Word) bool { return w.Lower == "both" }) {
		c.own, c.roleIn = true, true
	}
	roles := r.subjectsOf(&last)
	if len(roles) == 0 {
		roles = last.keys
	}
	switch {
	case len(roles) > 0:
		c.roles, c.roleIn, c.leadRole, c.own = roles, true, true, true
	case parent.Kind == corpus.Item:
		c.roles, c.roleIn = r.blocks[lead].roles, r.blocks[lead].roleIn
	case r.blocks[lead].first+len(sentences)-2 >= 0:
		before := &r.sentences[r.blocks[lead].first+len(sentences)-2]
		if keys := r.topicOf(before); before.section == last.section && len(keys) == 1 && (pronounSubject(&last) || !c.roleIn || len(c.roles) != 1) {
			c.roles, c.roleIn = keys, true
		}
	}
}

// leadKind returns the kind of section that the last sentence of block lead
// opens, read once for all items of a list.
func (r *reading) leadKind(lead int, last *sentence) string {
	kind, known := r.leadKinds[lead]
	if !known {
		kind = r.kindOf(besideRoles(r.doc.Text, last))
		r.leadKinds[lead] = kind
	}
	return kind
}

// opensList reports whether a lead-in breaks off behind a verb, or a verb and
// its preposition, whose objects the items are: "They handle:", "She focuses
// on:", "That means:".
func (r *reading) opensList(s *sentence) bool {
	last := len(s.words) - 1
	if last < 1 || s.words[last].Lower != ":" {
		return false
	}
	w := s.words[last-1]
	if (w.Tag == nlp.IN || w.Tag == nlp.TO || w.Tag == nlp.RP) && last > 1 {
		w = s.words[last-2]
	}
	lemma := clause.Lemma(w)
	return w.Role < 0 && (w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.VB) && lemma != "be" && (lemma == "mean" || r.words.stative[lemma] == "") &&
		!r.words.is(lemma, "attends") && !r.words.is(lemma, "gets") && !r.words.includes[lemma] && lemma != "have"
}

// asksForDuties reports whether a question asks for what a role does: "What are
// the main jobs of a porter?".
func (r *reading) asksForDuties(s *sentence) bool {
	for i, w := range s.words {
		if w.Role < 0 && r.words.dutyNouns[w.Lemmas().Noun] && i+1 < len(s.words) && s.words[i+1].Lower == "of" {
			return true
		}
	}
	return false
}

// leadOf returns the block that introduces an item or a led paragraph, -1 for
// none. Items that stand before it in the list know theirs.
func (r *reading) leadOf(i int) int {
	item := &r.doc.Blocks[i]
	for k := i - 1; k >= 0; {
		b := &r.doc.Blocks[k]
		switch inList := b.Kind == corpus.Item && b.Group == item.Group; {
		case inList && b.Level >= item.Level:
			if k = r.blocks[k].lead; k < 0 || b.Level == item.Level {
				return k
			}
		case r.led[i] && r.led[k]:
			return r.blocks[k].lead
		case inList || b.Kind == corpus.Paragraph:
			return k
		default:
			return -1
		}
	}
	return -1
}
