package extract

import (
	"slices"
	"strconv"
	"strings"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// line is a sentence as the patterns of orders read it: lower-case words with
// a space after each, and each group of roles as "<n>".
type line struct {
	r       *reading
	s       *sentence
	letters []byte // of text, overwritten by the next line
	text    string
	items   []item
	starts  []int // offset of each item in text
}

// item is a word of a line, or a group of roles.
type item struct {
	text     string
	first    int  // its first word in the sentence
	end      int  // the word after it
	group    bool // it stands for roles
	keys     []string
	standsIn string // "they", "both": what a group without a role's name is; "" else
}

// lineOf returns the line that a sentence reads as, until the next is asked
// for: it joins roles that "and" or "or" joins, and what stands for roles, into
// groups.
func (r *reading) lineOf(s *sentence) *line {
	l := &r.room.line
	*l = line{r: r, s: s, items: l.items[:0], starts: l.starts[:0], letters: l.letters[:0]}
	word := func(i int) string { return s.words[i].Lower }
	for i := 0; i < len(s.words); {
		it := item{text: s.words[i].Lower, first: i, end: i + 1}
		stands, n := r.words.standIns.at(len(s.words), word, i)
		switch {
		case s.words[i].Role >= 0 && l.boss(i):
			it.text = strings.Join(strings.Fields(strings.ToLower(s.words[i].Span.Of(r.doc.Text))), " ")
		case s.words[i].Role >= 0:
			it.group = true
			it.keys, it.end = l.groupAt(i)
		case n > 0 && (i+n == len(s.words) || s.words[i+n].Lower != "of" && (!describes(s.words[i+n-1]) || s.words[i+n].Role < 0)):
			it.group, it.standsIn, it.end = true, stands, i+n
		case standsAsPronoun(s.words, i):
			it.group, it.standsIn = true, "role"
			if word(i) == "he" && i+2 < len(s.words) && word(i+1) == "or" && word(i+2) == "she" {
				it.end = i + 3
			}
		}
		if it.group {
			it.text = "<" + strconv.Itoa(len(l.items)) + ">"
		}
		l.items = append(l.items, it)
		i = it.end
	}
	l.letters = append(l.letters, ' ')
	for i := range l.items {
		l.starts = append(l.starts, len(l.letters))
		l.letters = append(append(l.letters, l.items[i].text...), ' ')
	}
	l.text = string(l.letters)
	return l
}

// boss reports whether the role at word i is named as somebody's superior and
// not as a role: "their line manager", "the supervisor of the clerk".
func (l *line) boss(i int) bool {
	switch l.s.mentions[l.s.words[i].Role].Key {
	case "line-manager", "supervisor", "manager", "boss", "superior", "direct-supervisor", "immediate-supervisor", "chief", "head":
	default:
		return false
	}
	if i > 0 {
		switch l.s.words[i-1].Lower {
		case "'s", "'", "their", "his", "her", "its", "direct", "immediate":
			return true
		}
	}
	return i+1 < len(l.s.words) && (l.s.words[i+1].Lower == "of" || l.s.words[i+1].Lower == "to")
}

// describes reports "both", "each" and the like, which before a role belong to
// it ("both CTOs").
func describes(w clause.Word) bool {
	return w.Lower == "both" || w.Lower == "each"
}

// standsAsPronoun reports the subject pronouns, and object ones after words
// that put one role beside another.
func standsAsPronoun(words []clause.Word, i int) bool {
	switch words[i].Lower {
	case "they", "he", "she", "it":
		return true
	case "them", "him", "her":
		if i == 0 || words[i].Lower == "her" && i+1 < len(words) && (clause.StartsNoun(words[i+1]) || words[i+1].Role >= 0) {
			return false
		}
		switch words[i-1].Lower {
		case "to", "under", "than", "above", "below", "by":
			return true
		}
	}
	return false
}

// groupAt returns the roles joined to the one at word i, and the word after
// the last. "The CTO leads them, and the VP …" begins a clause, and so does
// "assists the CTO and the VP reports to …".
func (l *line) groupAt(i int) (keys []string, end int) {
	words := l.s.words
	members := 0
	for k := i; k < len(words); {
		if words[k].Role < 0 {
			break
		}
		members++
		if key := l.s.mentions[words[k].Role].Key; !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
		end = k + 1
		k = end
		comma, joined := false, false
		for ; k < len(words) && words[k].Role < 0; k++ {
			switch words[k].Lower {
			case ",", "/":
				comma = true
			case "and", "or", "&", "nor":
				joined = true
			case "a", "an", "the", "both", "either", "their", "senior", "junior":
			default:
				return keys, end
			}
		}
		if k == len(words) || !comma && !joined || comma && joined && members == 1 && l.verbAfter(k) || joined && l.governed(i) && l.verbAfter(k) {
			return keys, end
		}
		if comma && !joined && !l.seriesFrom(k) {
			return keys, end
		}
	}
	return keys, end
}

// verbAfter reports whether a finite verb follows the role at word k.
func (l *line) verbAfter(k int) bool {
	for k++; k < len(l.s.words) && (l.s.words[k].Tag == nlp.RB); k++ {
	}
	return k < len(l.s.words) && finite(l.s.words[k])
}

// governed reports whether a verb stands before word i in its clause, so that
// the role there is no subject.
func (l *line) governed(i int) bool {
	for i--; i >= 0; i-- {
		w := l.s.words[i]
		switch {
		case w.Lower == ";" || w.Lower == "," || w.Lower == "while" || w.Lower == "whereas" || w.Lower == "that":
			return false
		case finite(w) || w.Tag == nlp.VBG || w.Tag == nlp.VBN:
			return true
		}
	}
	return false
}

// seriesFrom reports whether the roles from word k on go on to an "and" or
// "or" before the series ends: "A, B and C".
func (l *line) seriesFrom(k int) bool {
	for ; k < len(l.s.words); k++ {
		w := l.s.words[k]
		if w.Role >= 0 {
			continue
		}
		switch w.Lower {
		case "and", "or", "&":
			return true
		case ",", "a", "an", "the", "/":
		default:
			return false
		}
	}
	return false
}

func finite(w clause.Word) bool {
	return w.Role < 0 && endsSubject(w)
}

// itemAt returns the item that holds an offset of the text.
func (l *line) itemAt(offset int) int {
	i, found := slices.BinarySearch(l.starts, offset)
	if !found {
		i--
	}
	return max(i, 0)
}

// joins reports words that may stand between two roles of one phrase.
func joins(w clause.Word) bool {
	switch w.Lower {
	case "and", "or", "&", ",", "the", "a", "an", "both", "/", "'s", "either", "salary", "salaries", "of", "roles", "role", "position", "positions":
		return true
	}
	return w.Role >= 0
}
