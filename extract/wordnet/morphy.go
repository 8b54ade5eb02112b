package wordnet

import (
	"slices"
	"strings"
)

// ending is a suffix of inflection and what stands in its place in the base
// form.
type ending struct{ inflected, base string }

var (
	verbEndings = []ending{
		{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ied", "y"}, {"ing", "e"}, {"ing", ""},
	}
	nounEndings = []ending{
		{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"},
	}
)

// prefixes are what makes a verb of a verb before a hyphen.
var prefixes = []string{"co", "cross", "de", "fine", "mis", "out", "over", "pre", "re", "self", "sub", "un", "under", "up"}

// VerbLemma returns the base form of a verb's form, whatever its case, by
// WordNet's Morphy: of several, the one used most. "co-leads" is "co-lead".
// For a form of no known verb ok is false and lemma the form in lower case.
func VerbLemma(form string) (lemma string, ok bool) {
	l := LemmasOf(form)
	return l.Verb, l.IsVerb
}

func (w *words) verbLemma(form string) (lemma string, ok bool) {
	count := func(verb string) (int, bool) {
		n, known := w.verbs[verb]
		return n, known
	}
	if lemma, ok = base(form, w.irregular[form], verbEndings, count); ok {
		return lemma, true
	}
	prefix, stem, _ := strings.Cut(form, "-")
	if slices.Contains(prefixes, prefix) && !strings.Contains(stem, "-") {
		if lemma, ok = w.verbLemma(stem); ok {
			return prefix + "-" + lemma, true
		}
	}
	return form, false
}

// NounLemma returns the singular of a noun's form, whatever its case; like
// VerbLemma, it prefers the more used: "costs" is "cost", "means" is "means".
func NounLemma(form string) (lemma string, ok bool) {
	l := LemmasOf(form)
	return l.Noun, l.IsNoun
}

func (w *words) nounLemma(form string) (lemma string, ok bool) {
	return base(form, w.irregularN[form], nounEndings, func(lemma string) (int, bool) {
		n, known := w.nouns[lemma]
		return n.count, known
	})
}

// base returns the most used of the words that a form may be of, the first of
// those used alike: the form itself, irregular ones, those without an ending.
func base(form string, irregular []string, endings []ending, count func(string) (int, bool)) (string, bool) {
	best, top := form, -1
	try := func(lemma string) {
		if n, known := count(lemma); known && n > top {
			best, top = lemma, n
		}
	}
	try(form)
	for _, lemma := range irregular {
		try(lemma)
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.inflected)
		if !ok || len(stem) < 2 || e.inflected == "s" && strings.HasSuffix(stem, "s") {
			continue
		}
		try(stem + e.base)
		if n := len(stem); e.base == "" && e.inflected != "s" && n > 3 && stem[n-1] == stem[n-2] {
			try(stem[:n-1]) // a doubled consonant: "upskilling", "programmed"
		}
	}
	return best, top >= 0
}
