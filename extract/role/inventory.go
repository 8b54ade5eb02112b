package role

import (
	"slices"
	"strings"

	"roleclaims/corpus"
)

// Inventory is what one article says of its titles: the short forms that it
// introduces, the titles of its headings, and which roles it speaks of. It is
// for one goroutine at a time.
type Inventory struct {
	rec *Recognizer
	*room

	own     map[string]*word  // titles of the article's own, by first word
	learnt  []*word           // of own, once for each time that something was added to it
	phrases int               // of own, see maxOwn
	bare    map[string]string // heads that name a role by themselves here, by form
	bareAge int               // how often bare changed
	named   map[string]bool   // keys of the titles written in full
	same    map[string]string // keys that are another name of a key here
	title   []string
	keys    []string
	count   map[string]int
}

// Inventory reads a document once and decides what its titles mean.
func (r *Recognizer) Inventory(doc *corpus.Document) *Inventory {
	inv := &Inventory{rec: r, room: r.room(), own: map[string]*word{}, bare: map[string]string{"vp": "vp"}, named: map[string]bool{}, same: map[string]string{}, count: map[string]int{}}
	text := inv.read(doc)
	inv.learnHeadings(text)
	inv.learnAsked(text)
	inv.learnAbbreviations(text)
	inv.learnFields(text)
	inv.learnBare(text)
	inv.learnLabels(doc)
	inv.tally(text)
	return inv
}

// Title returns the keys of the roles that the article is about, in order:
// those of its title and its first heading of level 1, and of a heading near
// the top that sets one of them against others ("Copywriter vs. journalist").
// Where these name none, those of the headings of the highest level that
// names any; else the roles that the text names most; none if it has none.
func (inv *Inventory) Title() []string { return inv.title }

// Keys returns the keys of all roles named, by first occurrence.
func (inv *Inventory) Keys() []string { return inv.keys }

// Count returns how often the article names a role.
func (inv *Inventory) Count(key string) int { return inv.count[key] }

// tally counts the roles named and settles which the title is about.
func (inv *Inventory) tally(text []passage) {
	levels := map[int][]string{} // keys by level of heading
	seen := map[levelKey]bool{}
	headings := 0
	for i := range text {
		p := &text[i]
		if p.strong { // read with its sentence
			continue
		}
		var keys []string
		for _, m := range inv.mentionsIn(p) {
			if inv.count[m.Key] == 0 {
				inv.keys = append(inv.keys, m.Key)
			}
			inv.count[m.Key]++
			keys = addNew(keys, m.Key)
		}
		if p.level > 0 {
			headings++
			for _, key := range keys {
				if at := (levelKey{p.level, key}); !seen[at] {
					seen[at] = true
					levels[p.level] = append(levels[p.level], key)
				}
			}
		}
		if p.top || p.level > 0 && headings <= nearTop && setsAgainst(inv.title, keys) {
			inv.title = addNew(inv.title, keys...)
		}
	}
	for level := 1; level <= 6 && len(inv.title) == 0; level++ {
		inv.title = levels[level]
	}
	if len(inv.title) == 0 {
		inv.title = inv.frequent()
	}
}

// frequent returns the one or two roles that a text without a title speaks of
// most, or its first role if it names none often.
func (inv *Inventory) frequent() []string {
	const often = 3
	most := 0
	for _, key := range inv.keys {
		most = max(most, inv.count[key])
	}
	if most < often {
		return inv.keys[:min(1, len(inv.keys)):min(1, len(inv.keys))]
	}
	var keys []string
	for _, key := range inv.keys {
		if inv.count[key]*2 >= most {
			keys = append(keys, key)
		}
	}
	if len(keys) > 2 {
		return slices.DeleteFunc(keys, func(key string) bool { return inv.count[key] < most })[:1]
	}
	return keys
}

// levelKey is a key named in a heading of a level.
type levelKey struct {
	level int
	key   string
}

// nearTop is the number of headings that may add to what the title says.
const nearTop = 3

// setsAgainst reports whether keys hold one of title, and others.
func setsAgainst(title, keys []string) bool {
	return len(keys) > 1 && slices.ContainsFunc(keys, func(key string) bool { return slices.Contains(title, key) })
}

func addNew(list []string, keys ...string) []string {
	for _, key := range keys {
		if !slices.Contains(list, key) {
			list = append(list, key)
		}
	}
	return list
}

// maxOwn is the most titles of several words that an article may add, each
// with its plural; a page of more is a list of jobs, which the lexicon reads.
const maxOwn = 500

// learn enters a title of the article's own, with its plural.
func (inv *Inventory) learn(text, key string, capitals bool) {
	t := &title{key: key, capitals: capitals}
	inv.enter(text, entry{title: t})
	inv.enter(plural(strings.ToLower(text)), entry{title: t, plural: true})
}

func (inv *Inventory) enter(text string, e entry) {
	if inv.phrases >= 2*maxOwn {
		return
	}
	w, added := addEntry(inv.own, text, e)
	if w == nil {
		return
	}
	if added {
		inv.phrases++
		w.sortPhrases()
	}
	inv.learnt = append(inv.learnt, w)
}

// setBare lets the heads of a form stand for a key.
func (inv *Inventory) setBare(form, key string) {
	if inv.bare[form] != key {
		inv.bare[form] = key
		inv.bareAge++
	}
}
