// Package place finds the names of countries, regions and larger cities in a
// text and says which lie in which. It is a small gazetteer, not a geocoder:
// a name that several places share stands for the one that articles on pay
// mean most often, and villages, districts and postcodes are unknown to it.
package place

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract/lexicon"
)

// Mention is a place named in a text.
type Mention struct {
	Span corpus.Span
	Name string // canonical name, lower case: "united kingdom", "london"
	// Adjective says that the words qualify something ("Canadian nurses").
	Adjective bool
}

// Gazetteer knows the places of the table place-names. It is read-only.
type Gazetteer struct {
	entries map[string]entry
	byFirst map[string][]string // names by their first word, longest first
}

type entry struct {
	kind, of, currency string
}

// New builds a gazetteer from a lexicon's place-names.
func New(lex *lexicon.Lexicon) *Gazetteer {
	g := &Gazetteer{entries: map[string]entry{}, byFirst: map[string][]string{}}
	for _, row := range lex.Rows("place-names") {
		name := row[0]
		g.entries[name] = entry{kind: row[1], of: row[2], currency: row[3]}
		first := name[:wordEnd(name, 0)]
		g.byFirst[first] = append(g.byFirst[first], name)
	}
	for _, names := range g.byFirst {
		slices.SortFunc(names, func(a, b string) int {
			return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
		})
	}
	return g
}

// Find returns the places named in the part of text that within covers, in
// order and not overlapping. "Austin, Texas" is one mention, of Austin; in
// "London, Ontario", where the larger place is not the one known to hold the
// smaller, the mention is of the larger. A name must begin with a capital,
// and a code of a state ("OH") follow a comma or stand alone.
func (g *Gazetteer) Find(text string, within corpus.Span) []Mention {
	var found []Mention
	for at := within.Start; at < within.End; {
		r, size := utf8.DecodeRuneInString(text[at:within.End])
		if !unicode.IsLetter(r) {
			at += size
			continue
		}
		if !unicode.IsUpper(r) {
			at = wordEnd(text[:within.End], at)
			continue
		}
		end := g.match(text, corpus.Span{Start: at, End: within.End}, within)
		if end <= at {
			at = wordEnd(text[:within.End], at)
			continue
		}
		found = g.add(found, text, corpus.Span{Start: at, End: end})
		at = end
	}
	return found
}

// add appends the place that span names, joining it to the one before where
// the two are a city and its region.
func (g *Gazetteer) add(found []Mention, text string, span corpus.Span) []Mention {
	name := strings.ToLower(span.Of(text))
	e := g.entries[name]
	m := Mention{Span: span, Name: g.Canonical(name), Adjective: e.kind == "adjective"}
	if len(found) == 0 || m.Adjective {
		return append(found, m)
	}
	last := &found[len(found)-1]
	larger := e.kind != "city" && g.entries[last.Name].kind != "country"
	if between := text[last.Span.End:span.Start]; between != ", " || !larger || last.Adjective {
		return append(found, m)
	}
	switch {
	case g.within(last.Name, m.Name):
	case g.entries[last.Name].kind == "city":
		last.Name = m.Name
	default: // two regions of a list
		return append(found, m)
	}
	last.Span.End = span.End
	return found
}

// match returns the end of the longest name at the start of rest, which is a
// capital, or 0.
func (g *Gazetteer) match(text string, rest, within corpus.Span) int {
	tail := rest.Of(text)
	first := strings.ToLower(tail[:wordEnd(tail, 0)])
	names := g.byFirst[first]
	if names == nil && strings.HasSuffix(first, ".") { // which may end the sentence
		names = g.byFirst[strings.TrimRight(first, ".")]
	}
	for _, name := range names {
		if len(name) > len(tail) || !strings.EqualFold(tail[:len(name)], name) || !endsWord(tail, len(name)) {
			continue
		}
		if g.written(text, corpus.Span{Start: rest.Start, End: rest.Start + len(name)}, within) {
			return rest.Start + len(name)
		}
	}
	return 0
}

// written reports whether the name at span is spelled and set as a place is.
func (g *Gazetteer) written(text string, span, within corpus.Span) bool {
	name := span.Of(text)
	letters := strings.ReplaceAll(name, ".", "")
	if len(letters) <= 3 && letters != strings.ToUpper(letters) {
		return false
	}
	if g.entries[strings.ToLower(name)].kind != "code" {
		return true
	}
	before := text[within.Start:span.Start]
	alone := strings.TrimSpace(before) == "" && strings.TrimSpace(text[span.End:within.End]) == ""
	return alone || strings.HasSuffix(before, ", ")
}

// Canonical returns the name that a place goes by here, "" for an unknown one.
func (g *Gazetteer) Canonical(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for {
		e, ok := g.entries[name]
		switch {
		case !ok:
			return ""
		case e.kind != "alias" && e.kind != "code" && e.kind != "adjective":
			return name
		}
		name = e.of
	}
}

// Currency returns the ISO 4217 code of the money used at a place named in
// the text's words, "" where the place is unknown.
func (g *Gazetteer) Currency(name string) string {
	for _, m := range g.named(name) {
		for at := m.Name; at != ""; at = g.entries[at].of {
			if code := g.entries[at].currency; code != "" {
				return code
			}
		}
	}
	return ""
}

// within reports whether the canonical place a is b or lies in b.
func (g *Gazetteer) within(a, b string) bool {
	for depth := 0; a != "" && depth < 8; depth++ {
		if a == b {
			return true
		}
		a = g.entries[a].of
	}
	return false
}

// named returns the places in a location given in the text's words, which may
// be a canonical name.
func (g *Gazetteer) named(location string) []Mention {
	if name := g.Canonical(location); name != "" {
		return []Mention{{Span: corpus.Span{End: len(location)}, Name: name}}
	}
	return g.Find(location, corpus.Span{End: len(location)})
}

func wordEnd(s string, at int) int {
	for i, r := range s[at:] {
		if !unicode.IsLetter(r) && r != '.' {
			return at + max(i, 1)
		}
	}
	return len(s)
}

func endsWord(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return at == len(s) || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
