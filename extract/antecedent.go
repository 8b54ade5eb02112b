package extract

import (
	"slices"
	"strings"
	"unicode"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/role"
)

// setAntecedents walks the sentences in order and notes for each what a
// pronoun at its start stands for: the roles that the sentence before it has
// as its subject, within one section; else its scope.
func (r *reading) setAntecedents() {
	var last []string
	section, table := -2, -1
	crowd := false // the sentence before speaks of other people
	for i := range r.sentences {
		s := &r.sentences[i]
		block := r.doc.Blocks[s.block]
		c := r.blocks[s.block]
		s.scope, s.context = c.roles, c
		r.nameInFull(s)
		if s.section != section || block.Kind == corpus.Cell && s.block != table {
			last = nil
		}
		section = s.section
		if block.Kind == corpus.Cell {
			table = s.block
		}
		if s.label {
			if r.scopeFromLabel(i) {
				last = r.blocks[s.block].roles
			}
			continue
		}
		if s.first && (block.Kind == corpus.Item && !r.follows(s.block) || r.loose[s.block] > 0 && len(c.roles) == 1) {
			last = nil
		}
		s.crowd = crowd && block.Kind == corpus.Paragraph && i > 0 && r.sentences[i-1].block == s.block
		crowd = r.tellsOfOthers(s)
		s.antecedent = last
		if s.antecedent == nil {
			s.antecedent = s.scope
		}
		if block.Kind == corpus.Heading {
			continue
		}
		if keys := r.topicOf(s); len(keys) > 0 && !r.strays(s, keys) {
			last = keys
		}
	}
}

// strays reports whether a sentence in the section of one role only mentions
// another, which is not its subject: what follows is still of the section's.
func (r *reading) strays(s *sentence, keys []string) bool {
	return s.context.roleIn && len(s.context.roles) == 1 && !slices.Equal(keys, s.context.roles) && s.section >= 0 && slices.Equal(r.rolesIn(s.section), s.context.roles) && len(r.subjectsOf(s)) == 0
}

// tellsOfOthers reports whether the subject of a sentence is people without a
// title ("Customers like …"), or those that the sentence before spoke of: a
// "they" after it is no role.
func (r *reading) tellsOfOthers(s *sentence) bool {
	if len(s.words) > 0 && s.words[0].Lower == "they" {
		return s.crowd
	}
	for i, w := range s.words {
		switch {
		case w.Role >= 0 || w.Lower == "," || w.Tag == nlp.IN || w.Tag == nlp.WRB || i > 4:
			return false
		case w.Tag == nlp.VBP || w.Tag == nlp.MD || w.Tag == nlp.VBD || w.Tag == nlp.RB && i > 0:
			before := s.words[max(i-1, 0)]
			return i > 0 && before.Tag == nlp.NNS && isPerson(before.Lower) && !r.words.is(before.Lower, "person") && !r.words.is(before.Lower, "holder")
		}
	}
	return false
}

// nameInFull gives a bare title ("the mechanic") the key of the one role in
// scope, or in the title, that ends in it ("aircraft mechanic").
func (r *reading) nameInFull(s *sentence) {
	for i, m := range s.mentions {
		if r.genus[m.Key] && !pointed(s, m.First) || r.kindNamed(s, &m) {
			continue
		}
		if roles := s.context.roles; r.headed[m.Key] && m.First > 0 && pointed(s, m.First) && len(roles) == 1 && strings.HasSuffix(roles[0], "-"+m.Key) {
			s.mentions[i].Key = roles[0] // "this editor", behind the label "Chief news editor"
		} else if full := r.fullName(m.Key, s.context); full != "" {
			s.mentions[i].Key = full
		} else {
			continue
		}
		s.keys = keysOf(s.mentions)
	}
}

// pointed reports whether the title at token i opens its sentence or has a word
// before it that points back: "these lawyers" in the section on tax lawyers.
func pointed(s *sentence, i int) bool {
	if i == 0 {
		return true
	}
	switch strings.ToLower(s.tokens[i-1].Text) {
	case "these", "this", "such":
		return true
	}
	return false
}

// kindNamed reports whether a noun that is no part of the title stands before it
// and says which kind it is: "Door attendants" is not short for bell attendants.
func (r *reading) kindNamed(s *sentence, m *role.Mention) bool {
	if m.First == 0 {
		return false
	}
	before := s.tokens[m.First-1]
	return before.Span.End+1 == m.Span.Start && before.Tag.IsNoun() && before.Tag != nlp.NNS && strings.IndexFunc(before.Text, unicode.IsLetter) == 0
}

// fullName returns the key of the one role in scope or in the title that ends
// in the given word, "" for none or several, or where the word is itself one.
func (r *reading) fullName(word string, c blockContext) string {
	if strings.Contains(word, "-") || r.headed[word] && !r.endsTitle(word) {
		return ""
	}
	for i, keys := range [][]string{c.roles, r.roles.Title()} {
		if len(keys) > maxCompared || slices.Contains(keys, word) {
			return ""
		}
		if i == 0 && !c.roleIn {
			continue
		}
		full := ""
		for _, key := range keys {
			if first, _, _ := strings.Cut(key, "-"); r.words.is(first, "rank") {
				continue // an assistant manager is no manager
			}
			if last := key[strings.LastIndexByte(key, '-')+1:]; last == word && key != word || len(word) > 3 && last != word && strings.HasSuffix(last, word) {
				if full != "" {
					return ""
				}
				full = key
			}
		}
		if full != "" {
			return full
		}
	}
	return ""
}

// endsTitle reports whether the page's heading names one role, which ends in a
// word: headings below it that name the word alone mean that role too.
func (r *reading) endsTitle(word string) bool {
	title := r.roles.Title()
	return len(title) == 1 && r.genus[title[0]] && strings.HasSuffix(title[0], "-"+word)
}

// follows reports whether an item goes on where the one before it left off:
// items of a list about one role.
func (r *reading) follows(block int) bool {
	return block > 0 && r.doc.Blocks[block-1].Kind == corpus.Item && slices.Equal(r.blocks[block-1].roles, r.blocks[block].roles) && len(r.blocks[block].roles) != 1
}

// scopeFromLabel gives the roles and the kind of a label ("CTO: sets the
// vision", "Main duties: …") to the rest of its block.
// It reports whether the label names roles.
func (r *reading) scopeFromLabel(i int) bool {
	s := &r.sentences[i]
	c := &r.blocks[s.block]
	kind := r.kindOf(besideRoles(r.doc.Text, s))
	if c.kind == kindDuties && kind != kindMeta && len(c.roles) == 1 && i+1 < len(r.sentences) && r.names(s, &r.sentences[i+1]) {
		return false
	}
	keys := s.keys
	if len(keys) > 0 {
		c.roles, c.roleIn, c.leadRole = keys, true, true
		if kind == "" && c.kind != kindMeta {
			kind = kindDuties
		}
	}
	if kind != "" {
		c.kind, c.own = kind, true
	}
	return len(keys) > 0
}

// names reports whether a label in a list of duties says what the deed in its
// gloss is about, and not whose it is or what is asked for: "Working with
// teachers: preparing reports", "Education: teaching children to count".
func (r *reading) names(label, gloss *sentence) bool {
	if first := gloss.words[0]; !gloss.gloss || first.Tag != nlp.PRP && !clause.CanBe(first, clause.Ing) && (clause.FormOf(first) == clause.NoVerb || !clause.CanBe(first, clause.FormOf(first))) {
		return false
	}
	for i, w := range label.words {
		if w.Role >= 0 {
			return i > 0 && (label.words[0].Tag == nlp.VBG || label.words[i-1].Lower == "with" || label.words[i-1].Lower == "to")
		}
	}
	return true
}

// topicOf returns the roles that a sentence is about: those named before its
// verb, else its only role, else what its pronoun stands for.
func (r *reading) topicOf(s *sentence) []string {
	if subjects := r.subjectsOf(s); len(subjects) > 0 {
		return subjects
	}
	if s.gloss && clause.FormOf(s.words[0]) != clause.NoVerb {
		return nil // "Production manager: supervises the crew"
	}
	if keys := s.keys; len(keys) == 1 && !pronounSubject(s) {
		return keys
	}
	return nil
}

// pronounSubject reports whether a pronoun stands before the first finite verb.
func pronounSubject(s *sentence) bool {
	for _, w := range s.words {
		switch w.Lower {
		case "they", "he", "she", "their", "his", "her", "you", "this", "it":
			return true
		}
		if w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.MD || w.Tag == nlp.VBD {
			return false
		}
	}
	return false
}

// subjectsOf returns the keys named before the first finite verb, where no
// preposition opens the sentence.
func (r *reading) subjectsOf(s *sentence) []string {
	var keys []string
	skip := len(s.words) > 0 && (s.words[0].Tag == nlp.IN || s.words[0].Tag == nlp.WRB) && s.words[0].Lower != "while" && s.words[0].Lower != "although"
	otherName := false // what follows is an aside: "a lineman, also known as …"
	for i, w := range s.words {
		if skip {
			skip = w.Lower != ","
			continue
		}
		if w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.MD || w.Tag == nlp.VBD || len(keys) > 0 && (w.Lower == "as" || w.Lower == "like") {
			break
		}
		if w.Role < 0 {
			otherName = otherName || len(keys) > 0 && !joins(w) || w.Lower == "or" && i > 0 && s.words[i-1].Lower == ","
		} else if key := s.mentions[w.Role].Key; !otherName && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// keysOf returns the distinct keys of mentions, in order.
func keysOf(mentions []role.Mention) []string {
	var keys []string
	for _, m := range mentions {
		if !slices.Contains(keys, m.Key) {
			keys = append(keys, m.Key)
		}
	}
	return slices.Clip(keys)
}
