package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
)

// Kinds of section, from section-kinds.tsv; "" is unknown.
const (
	kindDuties   = "duties"
	kindMeta     = "meta"
	kindRejected = "rejected" // views that the article calls wrong
	kindGeneral  = "general"  // all roles of the article: differences, a summary
)

// blockContext is what the blocks around a block say of it.
type blockContext struct {
	roles    []string // roles it speaks of where it names none
	kind     string   // kind of section, list or table column it belongs to
	own      bool     // the kind comes from a lead-in, label or table head, not from a heading
	first    int      // index of its first sentence
	last     int      // index after its last sentence
	lead     int      // block that introduces it, -1 for none; set for items and led paragraphs
	leadRole bool     // its lead-in names the roles
	terse    answer   // see telegraphic
	roleIn   bool     // roles come from a heading, lead-in or table head, not from the title alone
}

// setScopes decides for every block and sentence which roles it speaks of by
// where it stands, and for every sentence what a pronoun stands for.
func (r *reading) setScopes() {
	r.blocks = make([]blockContext, len(r.doc.Blocks))
	for i := range r.sentences {
		b := &r.blocks[r.sentences[i].block]
		if b.last == 0 {
			b.first = i
		}
		b.last = i + 1
	}
	title := r.roles.Title()
	if len(title) > maxCompared {
		title = nil // a list of professions speaks of none of them in general
	}
	heads := headingStack{}
	for i, block := range r.doc.Blocks {
		c := &r.blocks[i]
		switch block.Kind {
		case corpus.Heading:
			for k := c.first; k < c.last; k++ {
				r.nameInFull(&r.sentences[k])
			}
			kind := r.headingKind(r.besideRoles(i))
			if kind == kindRejected {
				kind = "" // what follows a heading "Myth: …" is the correction
			}
			heads.push(block.Level, r.rolesIn(i), kind)
			c.roles, c.kind, c.roleIn = heads.roles(title), heads.kind(), heads.named()
			continue
		case corpus.Item:
			c.roles, c.kind, c.roleIn = heads.roles(title), heads.kind(), heads.named()
			r.leadIn(i, c)
		case corpus.Cell:
			c.roles, c.kind, c.roleIn = heads.roles(title), heads.kind(), heads.named()
			r.tableHeads(i, c)
		default:
			c.roles, c.kind, c.roleIn = heads.roles(title), heads.kind(), heads.named()
			if r.led[i] {
				r.leadIn(i, c)
			}
		}
	}
	r.setAntecedents()
}

// rolesIn returns the distinct keys named in a block.
func (r *reading) rolesIn(block int) []string {
	var keys []string
	for _, s := range r.sentencesIn(block) {
		for i, m := range s.mentions {
			if i > 0 && m.First > 0 && (s.tokens[m.First-1].Text == "(" || s.mentions[0].First == 0 && s.tokens[s.mentions[0].Last].Text == ":") {
				continue // another name: "Executive chef (chef de cuisine)", "Sales rep: the hunter"
			}
			if !slices.Contains(keys, m.Key) {
				keys = append(keys, m.Key)
			}
		}
	}
	return keys
}

func (r *reading) sentencesIn(block int) []sentence {
	return r.sentences[r.blocks[block].first:r.blocks[block].last]
}

// kindOf returns the kind of section that a label, lead-in or table head opens.
func (r *reading) kindOf(head string) string {
	if kind := r.headingKind(head); kind != kindGeneral {
		return kind
	}
	return ""
}

// headingKind returns the kind of section that a heading opens. One that names
// duties outright is of that kind whatever else it says.
func (r *reading) headingKind(head string) string {
	head = strings.ToLower(head)
	if namesDuties(head) {
		return kindDuties
	}
	var buffer [16]string
	words := buffer[:0]
	for head != "" {
		n := strings.IndexFunc(head, betweenWords)
		if n < 0 {
			n = len(head)
		}
		if n > 0 {
			words = append(words, head[:n])
		}
		_, mark := utf8.DecodeRuneInString(head[n:])
		head = head[n+mark:]
	}
	return r.words.kinds.in(words)
}

// betweenWords reports whether c parts the words of a heading.
func betweenWords(c rune) bool {
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '-'
}

// besideRoles returns the text of a block without the titles in it, whose words
// say nothing of the section's kind ("Training manager").
func (r *reading) besideRoles(block int) string {
	sentences := r.sentencesIn(block)
	if len(sentences) == 1 {
		return besideRoles(r.doc.Text, &sentences[0])
	}
	var b strings.Builder
	for i := range sentences {
		b.WriteString(besideRoles(r.doc.Text, &sentences[i]))
		b.WriteByte(' ')
	}
	return b.String()
}

func besideRoles(text string, s *sentence) string {
	if len(s.mentions) == 0 {
		return s.span.Of(text)
	}
	var b strings.Builder
	at := s.span.Start
	for _, m := range s.mentions {
		b.WriteString(text[at:m.Span.Start])
		at = m.Span.End
	}
	b.WriteString(text[at:s.span.End])
	return b.String()
}

// namesDuties reports whether a text in lower case has a word for duties.
func namesDuties(text string) bool {
	return strings.Contains(text, "responsibilit") || strings.Contains(text, "duties") || strings.Contains(text, "tasks")
}

// tableHeads reads the role from one head of a cell and the kind from the
// other.
func (r *reading) tableHeads(i int, c *blockContext) {
	cell := r.doc.Blocks[i]
	named := false
	for _, head := range []corpus.Span{cell.ColHead, cell.RowHead} {
		if head.Empty() || head == cell.Span {
			continue
		}
		if h := r.headAt(head); len(h.roles) > 0 {
			c.roles, c.roleIn, named = h.roles, true, true
		} else if h.kind != "" {
			c.kind, c.own = h.kind, true
		}
	}
	if !named && !cell.Header {
		if roles := r.rowTitle(i); len(roles) > 0 {
			c.roles, c.roleIn = roles, true
		}
	}
}

// rowTitle returns the roles that a cell before cell i in its row names and
// says nothing else: "State Police | Trooper | Highway patrol".
func (r *reading) rowTitle(i int) []string {
	cell := &r.doc.Blocks[i]
	for k := i - 1; k >= 0; k-- {
		b := &r.doc.Blocks[k]
		if b.Kind != corpus.Cell || b.Group != cell.Group || b.Row != cell.Row {
			return nil
		}
		sentences := r.sentencesIn(k)
		if len(sentences) != 1 || len(sentences[0].mentions) == 0 {
			continue
		}
		bare := true
		for _, w := range sentences[0].words {
			bare = bare && (w.Role >= 0 || w.Lower == "/" || w.Lower == "or" || w.Lower == "and")
		}
		if bare {
			return sentences[0].keys
		}
	}
	return nil
}

// tableHead is what a head says of the cells of its row or column.
type tableHead struct {
	roles  []string
	kind   string
	orders int // see labelKind
}

// headAt reads a table's head, once for all its cells.
func (r *reading) headAt(span corpus.Span) tableHead {
	h, known := r.heads[span]
	if !known {
		text := span.Of(r.doc.Text)
		h = tableHead{r.rolesWithin(span), r.kindOf(text), labelKind(text)}
		r.heads[span] = h
	}
	return h
}

// rolesAt returns the keys named in a table's head.
func (r *reading) rolesAt(head corpus.Span) []string { return r.headAt(head).roles }

// rolesWithin returns the keys named within a span.
func (r *reading) rolesWithin(span corpus.Span) []string {
	var keys []string
	first := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].span.End > span.Start })
	for i := first; i < len(r.sentences); i++ {
		s := &r.sentences[i]
		if s.span.Start >= span.End {
			break
		}
		for _, m := range s.mentions {
			if span.Contains(m.Span) && !slices.Contains(keys, m.Key) {
				keys = append(keys, m.Key)
			}
		}
	}
	return keys
}
