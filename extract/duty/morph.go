package duty

import (
	"strings"

	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// verbLemma returns the base form of a verb's form; a verb of "co-" keeps it.
func (r *Reader) verbLemma(w *nlp.Word) string {
	switch w.Lower {
	case "'s", "'re", "'m":
		return "be"
	}
	if rest, ok := strings.CutPrefix(w.Lower, "co-"); ok && !w.IsVerb && rest != "" {
		lemma, _ := wordnet.VerbLemma(rest)
		return "co-" + lemma
	}
	return w.Verb
}

// nounLemma returns a noun's singular.
func (r *Reader) nounLemma(w *nlp.Word) string {
	if _, ok := r.nouns[w.Lower]; ok {
		return w.Lower
	}
	return w.Noun
}

// verbOf returns the verb that a noun is the act of ("maintenance",
// "recruitment", "marking"), "" for none that the tables know. Nouns that the
// tables take for things are none.
func (r *Reader) verbOf(noun string) string {
	if n, ok := r.nouns[noun]; ok && n.kind != "activity" {
		return ""
	}
	if verb := acts[noun]; verb != "" {
		return verb
	}
	verb, ok := wordnet.VerbOfNoun(noun)
	if !ok && strings.HasSuffix(noun, "ing") {
		verb, ok = wordnet.VerbLemma(noun)
	}
	if c, known := r.actions[verb]; ok && known && c != Light {
		return verb
	}
	return ""
}

// acts holds nouns of action whose verb is spelled otherwise, or is one of
// several.
var acts = map[string]string{
	"acquisition": "acquire", "choice": "choose", "control": "control", "decision": "decide", "design": "design", "hire": "hire",
	"leadership": "lead", "oversight": "oversee", "purchase": "purchase", "repair": "repair", "research": "research", "review": "review",
	"sale": "sell", "sign-off": "sign off", "stewardship": "lead", "upkeep": "maintain", "valuation": "value", "maintenance": "maintain",
}

// categories gives the type of a noun that no table knows by WordNet's kinds.
var categories = map[string]string{"artifact": "asset", "act": "activity", "possession": "money", "person": "people"}

// noun returns what is known of an object's head: its concept is itself where
// no table names another.
func (r *Reader) noun(head string) noun {
	n, ok := r.nouns[head]
	if !ok {
		n.concept = head
		n.kind = categories[wordnet.NounCategory(head)]
	}
	return n
}
