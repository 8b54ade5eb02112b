package role

import (
	"strings"

	"roleclaims/extract/wordnet"
)

// learnAsked takes the titles that a heading asks about or puts to its front,
// although the lexicon lacks them or knows them in longer titles alone: "What
// does a closer do?", "Duties of an usher", "Packer job description", "Town crier
// vs. bailiff".
func (inv *Inventory) learnAsked(text []passage) {
	for i := range text {
		if p := &text[i]; p.level == 0 && !p.top || len(p.tokens) > 40 {
			continue
		}
		s := inv.open(&text[i])
		for k := range s.pieces {
			if from, to := s.asked(k); to > from {
				s.learnPerson(from, to)
			}
		}
		s.learnRivals()
	}
	inv.learnDescribed(text)
}

// learnDescribed learns the headings that the text below them begins with, where
// a heading of their level is a known title: "Closer" over "A closer prepares …".
func (inv *Inventory) learnDescribed(text []passage) {
	known := map[int]bool{}
	var described []int
	for i := range text {
		if text[i].level < 2 || len(text[i].tokens) > 3 {
			continue
		}
		s := inv.open(&text[i])
		if f, ok := s.at(0); ok && (f.end == len(s.pieces) || s.pieces[f.end].is("(")) {
			known[text[i].level] = true
		} else if i+1 < len(text) && (s.opens(&text[i+1]) || len(s.pieces) == 1 && tells(&text[i+1])) {
			described = append(described, i)
		}
	}
	for _, i := range described {
		if s := inv.open(&text[i]); known[text[i].level] {
			s.learnPerson(0, len(s.pieces))
		}
	}
}

// tells reports whether a passage tells what somebody does whom its heading
// names: it begins with a pronoun, or with a verb in the third person.
func tells(p *passage) bool {
	if p.label || len(p.pieces) < 3 {
		return false
	}
	first := &p.pieces[0]
	if first.is("they", "he", "she", "responsible") {
		return true
	}
	lemma, ok := strings.CutSuffix(first.lower, "s")
	return ok && wordnet.IsVerb(lemma) && (wordnet.VerbMoreLikely(first.lower) || p.pieces[1].is("a", "an", "the", "all", "their", "and", "up"))
}

// opens reports whether a passage begins with the words scanned, behind an
// article or in the plural.
func (s *scan) opens(p *passage) bool {
	from := 0
	if len(p.pieces) > 0 && p.pieces[0].is("a", "an", "the") {
		from = 1
	}
	if len(s.pieces) == 0 || p.label || from+len(s.pieces) >= len(p.pieces) {
		return false
	}
	for i := range s.pieces {
		a, b := strings.ToLower(s.pieces[i].text), strings.ToLower(p.pieces[from+i].text)
		if a != b && (i < len(s.pieces)-1 || a != plural(b) && b != plural(a)) {
			return false
		}
	}
	return from > 0 || strings.HasSuffix(p.pieces[len(s.pieces)-1].lower, "s")
}

// asked returns the pieces that a heading asks about by its words from k on, an
// empty range for none.
func (s *scan) asked(k int) (from, to int) {
	p := &s.pieces[k]
	switch {
	case p.is("does", "do") && k > 0 && k+2 < len(s.pieces):
		for to = k + 1; to < len(s.pieces) && !s.pieces[to].is("do", "really", "actually", "typically"); to++ {
		}
		if to == len(s.pieces) {
			return 0, 0
		}
		from = k + 1
	case p.is("of", "become", "becoming") && k > 0 && (!p.is("of") || s.pieces[k-1].is("duties", "responsibilities", "role", "job", "tasks", "life", "work")):
		for from, to = k+1, k+1; to < len(s.pieces) && s.pieces[to].isWord() && !s.pieces[to].is("in", "at", "and", "for", "vs", "do"); to++ {
		}
		if from == to || !s.pieces[from].is("a", "an", "the") {
			return 0, 0
		}
	case p.is("duties", "responsibilities") || p.is("job") && k+1 < len(s.pieces) && s.pieces[k+1].is("description", "descriptions", "duties", "profile", "responsibilities"):
		to = k
	}
	for from < to && s.pieces[from].is("a", "an", "the", "your") {
		from++
	}
	return from, to
}

// learnRivals learns the sides of "X vs. Y" of which one is a known title.
func (s *scan) learnRivals() {
	known := false
	var sides [][2]int
	for from, to := range s.sides {
		if to < len(s.pieces) && !s.pieces[to].is("vs", "versus", ".", "?", ":") || len(sides) == 3 {
			return
		}
		for from < to && s.pieces[from].is("a", "an", "the") {
			from++
		}
		if from == to {
			continue
		}
		if f, ok := s.at(from); ok && f.end == to {
			known = true
		}
		sides = append(sides, [2]int{from, to})
	}
	for _, side := range sides {
		if known && len(sides) > 1 {
			s.learnPerson(side[0], side[1])
		}
	}
}

// learnPerson learns the pieces [from, to) as a title if they are up to three
// words that end in a noun for a person.
func (s *scan) learnPerson(from, to int) {
	for from < to && s.grade(from) > 0 {
		from += s.grade(from)
	}
	if to <= from || to-from > 3 || !s.pieces[from].open || !s.pieces[to-1].close {
		return
	}
	if f, ok := s.at(from); ok && f.end == to {
		return
	}
	for i := from; i < to-1; i++ {
		if p := &s.pieces[i]; !p.isWord() || p.stop() || p.acts() {
			return
		}
	}
	last := &s.pieces[to-1]
	if last.stop() || last.word != nil && last.word.thing {
		return
	}
	h, _, n := s.head(to - 1)
	switch {
	case h != nil && n == 1 && to-from == 1:
		s.inv.setBare(h.form, h.form)
		return
	case h != nil && n == 1:
		words := s.text(from, to-1) + " " + h.form
		s.inv.learn(words, slug(words), false)
		return
	case last.word != nil && last.word.title != nil:
		return
	}
	word := strings.ToLower(last.text)
	if lemma, ok := wordnet.NounLemma(word); ok {
		if !wordnet.IsPerson(lemma) {
			return
		}
		word = lemma
	} else if !agent(last) {
		return
	}
	if to-from > 1 {
		word = strings.ToLower(s.text(from, to-1)) + " " + word
	}
	if slug(word) != "" {
		s.inv.learn(word, slug(word), false)
	}
}
