package role

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
)

// Recognizer holds the lexicon of titles, indexed by word. It is read-only,
// but for the memory that inventories give back, and safe for concurrent use.
type Recognizer struct {
	words map[string]*word
	// introduced holds the titles that count only in an article that says
	// what they stand for, by their words joined by spaces.
	introduced map[string]string
	twins      map[string]string // keys, or the words that keys begin with, by another that is the same where an article names both
	bare       map[string]bool   // forms of the heads that name a role where the title does

	forms nlp.Kept[form] // of words
	rooms sync.Pool      // those given back
}

// word is what is known of a word, by its lower-case form.
type word struct {
	entry
	form    string   // in lower case
	look    looks    // of form
	phrases []phrase // those that begin with the word, longest first
	kinds   kinds    // of the entry and the phrases
	seconds looks    // of the second words of the phrases
}

// looks is a set of words of which some look alike: it tells most that are not
// in it at once.
type looks uint64

// look returns the set of one word, in lower case, and those that look like it.
func look(word string) looks {
	h := uint(len(word))
	for i := range len(word) {
		h = h*31 + uint(word[i])
	}
	return 1 << (h % 64)
}

// kinds is a set of what words can be to a title.
type kinds uint8

const (
	asTitle kinds = 1 << iota
	asHead
	asModifier
	asGrade
	anArticle
	isChief
	isOfficer
	opensPhrase // the first word of an entry of several
)

func (e *entry) canBe() (k kinds) {
	if e.title != nil {
		k |= asTitle
	}
	if e.head != nil {
		k |= asHead
	}
	if e.mod != nil {
		k |= asModifier
	}
	if e.grade {
		k |= asGrade
	}
	return k
}

// phrase is an entry of two or more words.
type phrase struct {
	entry
	rest []string // the words after the first, lower case
}

// entry is what a word or phrase can be; several may hold at once.
type entry struct {
	mod    *modifier
	head   *head
	title  *title
	plural bool // of head or title
	grade  bool
	stop   bool
	thing  bool // after a field makes a thing of it
	// function says that the head stands for a function rather than a trade.
	function bool
	any      bool // of a function, with any noun before it
	practice bool // a noun that explains a field as what people do
}

// modifier is a word before a head that belongs to the title.
type modifier struct {
	form     string // as it stands in a key
	rank     bool   // may stand before "director of X" too
	verb     bool   // a verb after a subject or an auxiliary
	people   bool   // a gerund that takes people as its object
	capitals bool   // counts only if capitalised
	shares   bool   // gives a title with the head after "and"
}

// alone says whether a head may name a role without a modifier.
type alone string

const (
	aloneYes   alone = "yes"
	aloneShort alone = "short" // itself, or the one title of the article that it ends
	aloneTitle alone = "title" // where the article's title or a heading does
)

// head is the last word of a title.
type head struct {
	form  string // as it stands in a key
	alone alone
	of    string // how "of X" goes into the key: "x", "keep", "stay", "-"
	verb  bool   // needs a known modifier directly before
	grade string // that the word itself says: "SVP"
}

// title is a whole title of the lexicon or of the article.
type title struct {
	key      string // "-" for what looks like a title and is none
	capitals bool   // counts only if written in capitals
	field    bool   // a field that stands for a role: counts only as a noun by itself
}

// New indexes the role tables of a lexicon.
func New(lex *lexicon.Lexicon) (*Recognizer, error) {
	r := &Recognizer{words: map[string]*word{}, bare: map[string]bool{}, twins: map[string]string{}, introduced: map[string]string{}}
	for _, row := range lex.Rows("role-heads") {
		h := &head{form: orKey(row[1], row[0]), alone: alone(row[2]), of: row[3], verb: row[5] == "yes"}
		if row[6] != "-" {
			h.grade = row[6]
		}
		switch h.alone {
		case aloneYes, aloneShort, aloneTitle, "no":
		default:
			return nil, fmt.Errorf("role-heads: %s: alone is %q, want yes, short, title or no", row[0], row[2])
		}
		if h.alone == aloneTitle || h.alone == aloneShort {
			r.bare[h.form] = true
		}
		r.add(row[0], entry{head: h})
		r.add(pluralOr(row[4], row[0]), entry{head: h, plural: true})
	}
	for _, row := range lex.Rows("role-modifiers") {
		if row[2] != "field" && row[2] != "rank" {
			return nil, fmt.Errorf("role-modifiers: %s: kind is %q, want field or rank", row[0], row[2])
		}
		r.add(row[0], entry{mod: &modifier{
			form: orKey(row[1], row[0]), rank: row[2] == "rank", verb: row[3] == "verb", people: row[3] == "people", capitals: row[3] == "capitals", shares: row[3] == "shares",
		}})
	}
	for _, row := range lex.Rows("role-titles") {
		switch row[2] {
		case "always", "capitals":
			t := &title{key: row[1], capitals: row[2] == "capitals"}
			r.add(row[0], entry{title: t})
			r.add(plural(row[0]), entry{title: t, plural: true})
		case "introduced":
			r.introduced[row[0]] = row[1]
		default:
			return nil, fmt.Errorf("role-titles: %s: when is %q, want always, capitals or introduced", row[0], row[2])
		}
	}
	for _, row := range lex.Rows("role-twins") {
		r.twins[row[0]] = row[1]
	}
	for grade := range lex.Set("grades") {
		r.add(grade, entry{grade: true})
	}
	for stop := range lex.Set("role-stops") {
		r.add(stop, entry{stop: true})
	}
	for _, row := range lex.Rows("role-functions") {
		function := entry{function: true, any: row[1] == "yes"}
		r.add(row[0], function)
		r.add(plural(row[0]), function)
	}
	for practice := range lex.Set("role-practices") {
		r.add(practice, entry{practice: true})
	}
	for thing := range lex.Set("role-things") {
		r.add(thing, entry{thing: true})
	}
	for _, w := range r.words {
		w.sortPhrases()
	}
	return r, nil
}

// add enters a word or phrase, merging it with what is known of it.
func (r *Recognizer) add(text string, e entry) { addEntry(r.words, text, e) }

// addEntry returns the word that the entry begins with, nil for none, and
// whether the entry is a new phrase.
func addEntry(words map[string]*word, text string, e entry) (w *word, added bool) {
	parts := split(text)
	if len(parts) == 0 {
		return nil, false
	}
	w = words[parts[0]]
	if w == nil {
		w = &word{form: parts[0], look: look(parts[0])}
		words[parts[0]] = w
	}
	w.kinds |= e.canBe()
	if len(parts) == 1 {
		w.merge(e)
		return w, false
	}
	for i := range w.phrases {
		if slices.Equal(w.phrases[i].rest, parts[1:]) {
			w.phrases[i].merge(e)
			return w, false
		}
	}
	w.kinds |= opensPhrase
	w.phrases = append(w.phrases, phrase{entry: e, rest: parts[1:]})
	w.seconds |= look(parts[1])
	return w, true
}

// merge adds what f says to e; what e says already stands.
func (e *entry) merge(f entry) {
	if e.mod == nil {
		e.mod = f.mod
	}
	if e.head == nil && e.title == nil {
		e.plural = f.plural
	}
	if e.head == nil {
		e.head = f.head
	}
	if e.title == nil {
		e.title = f.title
	}
	e.grade = e.grade || f.grade
	e.stop = e.stop || f.stop
	e.thing = e.thing || f.thing
	e.function = e.function || f.function
	e.any = e.any || f.any
	e.practice = e.practice || f.practice
}

func (w *word) sortPhrases() {
	slices.SortFunc(w.phrases, func(a, b phrase) int {
		if len(a.rest) != len(b.rest) {
			return len(b.rest) - len(a.rest)
		}
		return slices.Compare(a.rest, b.rest)
	})
}

// split cuts a lexicon's text as pieces are cut: at spaces and hyphens, with
// a possessive apart.
func split(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "'s", " 's")
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == '/' })
}

// orKey returns the form given, or the words of text as a key.
func orKey(form, text string) string {
	if form != "-" && form != "" {
		return form
	}
	return slug(text)
}

// plain takes the accents off the letters of borrowed titles ("maître").
var plain = strings.NewReplacer("à", "a", "á", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e",
	"ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ò", "o", "ó", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ù", "u", "ú", "u", "û", "u", "ü", "u")

// slug writes text as part of a key: lower-case letters and digits of ASCII,
// joined by single hyphens.
func slug(text string) string {
	text = strings.ToLower(text)
	if strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		text = plain.Replace(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		switch {
		case r == '\'' || r == '’':
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '&':
			if b.Len() > 0 {
				b.WriteString("-and")
			}
			gap = true
		default:
			gap = true
		}
	}
	return b.String()
}

func pluralOr(given, text string) string {
	if given != "-" {
		return given
	}
	return plural(text)
}

// plural returns the plural of a title: of its head, which stands before
// "of", "in" and "de", else last.
func plural(text string) string {
	for _, mark := range []string{" of ", " in ", " de "} {
		if i := strings.Index(text, mark); i > 0 {
			return plural(text[:i]) + text[i:]
		}
	}
	switch {
	case strings.HasSuffix(text, "man"):
		return strings.TrimSuffix(text, "an") + "en"
	case strings.HasSuffix(text, "y") && !strings.HasSuffix(text, "ey") && !strings.HasSuffix(text, "ay"):
		return strings.TrimSuffix(text, "y") + "ies"
	case strings.HasSuffix(text, "ch"), strings.HasSuffix(text, "ss"), strings.HasSuffix(text, "sh"), strings.HasSuffix(text, "x"):
		return text + "es"
	}
	return text + "s"
}
