package wordnet

import "strings"

// Lemmas are the base forms of a word, and what the word is.
type Lemmas struct {
	Verb, Noun     string // the word in lower case where it is none
	IsVerb, IsNoun bool
	VerbLikelier   bool // see VerbMoreLikely

	// Of the word as the base form of a noun.
	Singular bool   // it is one, see IsNoun
	Person   bool   // see IsPerson
	Category string // see NounCategory
	Deed     string // see VerbOfNoun, "" for none
}

// LemmasOf returns the base forms of a word, whatever its case. The caller
// must not change them.
func LemmasOf(form string) *Lemmas { return load().lemmas(form) }

// lemmas is LemmasOf.
func (w *words) lemmas(form string) *Lemmas { return w.recent.Of(form, w.fill) }

func (w *words) fill(l *Lemmas, form string) {
	lower := strings.ToLower(form)
	l.Verb, l.IsVerb = w.verbLemma(lower)
	l.Noun, l.IsNoun = w.nounLemma(lower)
	l.VerbLikelier = l.IsVerb && (!l.IsNoun || w.verbs[l.Verb] > w.nouns[l.Noun].count)
	n, ok := w.nouns[lower]
	l.Singular, l.Person, l.Category, l.Deed = ok, n.person, n.category, n.verb
	_, base := w.verbs[lower]
	if stem, found := strings.CutSuffix(lower, "ing"); l.Deed == "" && found && len(stem) > 2 && !base && n.category != "artifact" && l.IsVerb {
		l.Deed = l.Verb
	}
}
