package role

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// Mentions returns the titles named in the tokens of one sentence, in order
// and not overlapping. Of titles that overlap the leftmost wins, then the
// longest: "IT director" holds no second "director". Tags are not read.
func (inv *Inventory) Mentions(tokens []nlp.Token) []Mention {
	var buffer [80]piece
	pieces, any := inv.pieces(buffer[:0], tokens)
	if !any {
		return nil
	}
	s := inv.scan(pieces)
	return s.mentions(nil)
}

// mentionsIn is Mentions of a passage.
func (inv *Inventory) mentionsIn(p *passage) []Mention {
	s := inv.open(p)
	if !p.kept && p.named {
		from := len(inv.room.mentions)
		inv.room.mentions = s.mentions(inv.room.mentions)
		p.mentions = inv.room.mentions[from:len(inv.room.mentions):len(inv.room.mentions)]
	}
	p.kept = true
	return p.mentions
}

// mentions appends to out the titles named.
func (s *scan) mentions(out []Mention) []Mention {
	for i := 0; i <= s.last; {
		if !s.mayBegin(i) {
			i++
			continue
		}
		f, ok := s.at(i)
		if !ok {
			i++
			continue
		}
		if f.key != "-" {
			out = append(out, s.mention(i, f))
			if second, at, ok := s.shared(f); ok {
				out = append(out, s.mention(at, second))
				f = second
			}
		}
		i = f.end
	}
	return out
}

// scan matches titles in the pieces of one sentence.
type scan struct {
	inv    *Inventory
	pieces []piece
	last   int   // see lastOf
	memo   *memo // nil for a sentence that is read once
}

// scan returns the scan of some pieces.
func (inv *Inventory) scan(pieces []piece) scan {
	return scan{inv: inv, pieces: pieces, last: lastOf(pieces)}
}

// lastOf returns the last piece that a title may end with, but for levels; -1
// for none.
func lastOf(pieces []piece) int {
	last := len(pieces) - 1
	for last >= 0 && !pieces[last].can(asTitle|asHead|isOfficer) {
		last--
	}
	return last
}

// found is a title matched from some piece on, up to end.
type found struct {
	end       int
	key       string
	plural    bool
	gradeFrom int // pieces that grade the holder, gradeFrom == gradeTo for none
	gradeTo   int
	grade     string // that the head itself says, "" for none
	stem      string // key of the words before the head, "" for none
	shares    bool   // the head stands further on, see elliptic
	guess     bool   // found by a pattern, with a word that is unknown to the lexicon
}

func (s *scan) mention(start int, f found) Mention {
	first, last := s.pieces[start], s.pieces[f.end-1]
	grade := f.grade
	if f.gradeFrom < f.gradeTo {
		grade = s.text(f.gradeFrom, f.gradeTo)
	}
	key := f.key
	if same := s.inv.same[key]; same != "" {
		key = same
	}
	return Mention{
		Span:  corpus.Span{Start: int(first.start), End: int(last.end)},
		First: int(first.token), Last: int(last.token) + 1,
		Key: key, Plural: f.plural, Grade: grade,
	}
}

// text returns the words of the pieces [from, to), joined as they were: by a
// hyphen within a token, by a space between tokens.
func (s *scan) text(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			if s.pieces[i].token == s.pieces[i-1].token {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(s.pieces[i].text)
	}
	return b.String()
}

// match is at, without looking at what was found before.
func (s *scan) match(i int) (found, bool) {
	best, ok := s.longest(i)
	if !ok || !s.pieces[best.end-1].close || s.degree(best.end) {
		return found{}, false
	}
	if best.key != "-" {
		s.level(&best)
	}
	return best, true
}

// longest tries all that a title at i may be.
func (s *scan) longest(i int) (best found, ok bool) {
	if !s.known(i) {
		return s.guessed(i)
	}
	best, ok = s.whole(i)
	j := s.grades(i)
	if j > i {
		if f, found := s.whole(j); found && (!ok || f.end > best.end) {
			best, ok = f, true
			best.gradeFrom, best.gradeTo = i, j
		}
	}
	if f, found := s.pattern(j); found && (!ok || f.end > best.end) {
		best, ok = f, true
		if j > i {
			best.gradeFrom, best.gradeTo = i, j
		}
	}
	if f, found := s.guessed(j); found && (!ok || f.end > best.end) {
		best, ok = f, true
		if j > i {
			best.gradeFrom, best.gradeTo = i, j
		}
	}
	if f, found := s.elliptic(j, maxParts); found && !ok {
		best, ok = f, true
		if j > i {
			best.gradeFrom, best.gradeTo = i, j
		}
	}
	return best, ok
}

// degree reports whether a university degree is named: "engineer's degree",
// "doctor of philosophy".
func (s *scan) degree(end int) bool {
	if end+1 >= len(s.pieces) {
		return false
	}
	return s.pieces[end].is("'s") && s.pieces[end+1].is("degree", "degrees") ||
		s.pieces[end-1].is("doctor", "master", "bachelor") && s.pieces[end].is("of")
}

// level takes a roman or "level" number after the title into its grade.
func (s *scan) level(f *found) {
	end := f.end
	if end < len(s.pieces) && s.pieces[end].is("level") {
		end++
	}
	if end >= len(s.pieces) || !s.pieces[end].close {
		return
	}
	switch p := s.pieces[end].text; p {
	case "II", "III", "IV":
	case "1", "2", "3", "4", "5", "I":
		if end == f.end {
			return
		}
	default:
		return
	}
	if f.gradeFrom == f.gradeTo {
		f.gradeFrom, f.gradeTo = f.end, end+1
	}
	f.end = end + 1
}

// entries calls yield with what the pieces from i on can be and their number,
// longest first, until it returns false.
func (s *scan) entries(i int, yield func(e *entry, n int) bool) {
	p := &s.pieces[i]
	if p.own != nil && !s.phrases(i, p.own, yield) || p.word != nil && !s.phrases(i, p.word, yield) || p.own != nil && !yield(&p.own.entry, 1) {
		return
	}
	if p.word != nil {
		yield(&p.word.entry, 1)
	}
}

// phrases is entries for those of several words that begin with w.
func (s *scan) phrases(i int, w *word, yield func(e *entry, n int) bool) bool {
	if i+1 == len(s.pieces) || w.seconds&s.pieces[i+1].look == 0 {
		return true
	}
	for k := range w.phrases {
		if phrase := &w.phrases[k]; s.follows(i+1, phrase.rest) && !yield(&phrase.entry, 1+len(phrase.rest)) {
			return false
		}
	}
	return true
}

func (s *scan) follows(i int, rest []string) bool {
	if i+len(rest) > len(s.pieces) {
		return false
	}
	for k, w := range rest {
		if p := &s.pieces[i+k]; p.lower != w && (p.look != anyLook || !strings.EqualFold(p.text, w)) {
			return false
		}
	}
	return true
}

// grades returns the end of the grade words from i on, which may be joined:
// "junior and senior engineers".
func (s *scan) grades(i int) int {
	most := i + maxParts
	for n := s.grade(i); n > 0 && i < most; n = s.grade(i) {
		i += n
		if i+1 < len(s.pieces) && s.pieces[i].is("and", "or", "to", "/", "&") && s.grade(i+1) > 0 {
			i++
		}
	}
	return i
}

// grade returns the number of pieces of the grade word at i, 0 for none.
func (s *scan) grade(i int) (n int) {
	if i >= len(s.pieces) || !s.pieces[i].can(asGrade) {
		return 0
	}
	s.entries(i, func(e *entry, size int) bool {
		if e.grade {
			n = size
		}
		return n == 0
	})
	return n
}

// modifier returns the modifier at i and the number of its pieces, nil for
// none.
func (s *scan) modifier(i int) (m *modifier, n int) {
	if i >= len(s.pieces) || !s.pieces[i].can(asModifier) {
		return nil, 0
	}
	s.entries(i, func(e *entry, size int) bool {
		if e.mod != nil && (!e.mod.capitals || s.pieces[i].caps && len(s.pieces[i].text) > 1) {
			m, n = e.mod, size
		}
		return m == nil
	})
	return m, n
}

// head returns the head noun at i, nil for none.
func (s *scan) head(i int) (h *head, plural bool, n int) {
	if i >= len(s.pieces) || !s.pieces[i].can(asHead) {
		return nil, false, 0
	}
	s.entries(i, func(e *entry, size int) bool {
		if e.head != nil {
			h, plural, n = e.head, e.plural, size
		}
		return h == nil
	})
	return h, plural, n
}

// title returns the title of the lexicon or the article at i, nil for none.
func (s *scan) title(i int) (t *title, plural bool, n int) {
	if i >= len(s.pieces) || !s.pieces[i].can(asTitle) {
		return nil, false, 0
	}
	s.entries(i, func(e *entry, size int) bool {
		if e.title == nil || e.title.capitals && !s.pieces[i].abbreviation || e.title.field && s.thing(i+size) || (e.title.field || e.title.capitals && (i == 0 || !s.determined(i))) && s.practice(i+size) {
			return true
		}
		t, plural, n = e.title, e.plural, size
		return t == nil
	})
	return t, plural, n
}

// whole matches a title as a whole at i.
func (s *scan) whole(i int) (found, bool) {
	t, plural, n := s.title(i)
	if t == nil {
		return found{}, false
	}
	return found{end: i + n, key: t.key, plural: plural}, true
}

// practice reports whether what follows at i explains the word before it as a
// practice: "DevOps is a set of practices", "SRE refers to ...".
func (s *scan) practice(i int) bool {
	if i+2 >= len(s.pieces) {
		return false
	}
	switch p := &s.pieces[i]; {
	case p.is("means", "emerged", "originated"), p.is("refers", "stands") && s.pieces[i+1].is("to", "for"):
		return true
	case !p.is("is", "was") || !s.pieces[i+1].is("a", "an", "the", "not", "about", "all", "more"):
		return false
	}
	for k := i + 1; k < len(s.pieces) && k < i+8; k++ {
		p := &s.pieces[k]
		if p.word != nil && p.word.practice {
			return true
		}
		if !p.isWord() || s.titled(k) {
			return false
		}
	}
	return false
}

// thing reports whether the piece at i makes a thing of the field before it:
// "DevOps culture", "front-end code". After a word that is mostly an
// adjective any noun does, and so only a mark, "and" or the end leave it.
func (s *scan) thing(i int) bool {
	if i >= len(s.pieces) {
		return false
	}
	p := &s.pieces[i]
	if s.pieces[i-1].is("end", "stack", "frontend", "backend", "fullstack") {
		return p.isWord() && !p.is("and", "or", "vs", "versus", "is", "are")
	}
	if m, _ := s.modifier(i); m != nil && !m.verb {
		return true
	}
	h, _, _ := s.head(i)
	return h != nil || p.word != nil && p.word.thing
}
