package extract

import (
	"cmp"
	"strings"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// stranger returns the noun for people that a figure's statement has as its
// subject where the recognizer saw no role in it ("Sergeants earn $8,240"):
// its singular, "" for none.
func (pass *passage) stranger(f *figure) string {
	subject, verb := pass.subjectOf(f)
	if noun := pass.p.personal(subject.Lower); noun != "" || clause.Lemma(verb) != "earn" {
		return noun
	}
	return pass.p.unknown(subject.Lower)
}

// ofThing reports whether a figure's statement has a thing as its subject that
// has nothing to do with pay: "The software is $700".
func (pass *passage) ofThing(f *figure) bool {
	subject, _ := pass.subjectOf(f)
	lemma, ok := wordnet.NounLemma(subject.Lower)
	if named := subject.Span.Of(pass.p.doc.Text); named != strings.ToLower(named) {
		return false // a place, or the first word
	}
	return ok && !pass.p.pay.holders[lemma] && !wordnet.IsPerson(lemma)
}

// subjectOf returns the noun right before the first verb of a figure's own
// text, or before the "who" there, and the verb; empty words where a role, a
// pronoun or a phrase with a preposition is the subject.
func (pass *passage) subjectOf(f *figure) (subject, verb clause.Word) {
	var words []clause.Word
	for k := range pass.sentences {
		for _, w := range pass.sentences[k].words {
			if w.Span.Start >= f.before.Start && w.Span.End <= f.Span.Start {
				words = append(words, w)
			}
		}
	}
	for i, w := range words {
		if w.Role >= 0 {
			break
		}
		if i == 0 || !endsSubject(w) {
			continue
		}
		at := i - 1
		if at > 0 && (words[at].Lower == "who" || words[at].Lower == "that") {
			at--
		}
		if words[at].Tag.IsNoun() && !pass.ofSomething(words[:at]) {
			return words[at], w
		}
		break
	}
	return clause.Word{}, clause.Word{}
}

// ofSomething reports whether the noun after words is not the subject's head
// ("the pay of workers is").
func (pass *passage) ofSomething(words []clause.Word) bool {
	for _, w := range words {
		if w.Tag == nlp.IN || w.Tag == nlp.TO {
			return true
		}
	}
	return false
}

// endsSubject reports whether a word is a finite verb, by its tag.
func endsSubject(w clause.Word) bool {
	return w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.VBD || w.Tag == nlp.MD
}

// personal returns the singular of a noun that names people by what they do,
// "" for any other.
func (p *payReading) personal(noun string) string {
	if noun == "" {
		return ""
	}
	lemma, ok := wordnet.NounLemma(noun)
	if !ok {
		lemma = noun
	}
	if p.pay.holders[lemma] || p.pay.heads[lemma] == "" && !wordnet.IsPerson(lemma) {
		return ""
	}
	return lemma
}

// unknown returns the singular of a noun that is in no dictionary: what earns
// is somebody.
func (p *payReading) unknown(noun string) string {
	lemma, ok := wordnet.NounLemma(noun)
	if ok || noun == "" || p.pay.holders[strings.TrimSuffix(noun, "s")] {
		return ""
	}
	return cmp.Or(lemma, noun)
}

// keysOfStranger returns the role in the article that a bare head names
// ("agents" of an estate agent), or the key of a title that is one word; nil
// for a noun that may be neither.
func (pass *passage) keysOfStranger(noun string) []string {
	if key := pass.p.longForm(noun, pass.last().scope); key != "" {
		return []string{key}
	}
	if alone := pass.p.pay.heads[noun]; alone == "" || alone == "no" {
		return nil
	}
	return []string{noun}
}

// longForm returns the only role in scope, else in the article, whose title
// ends in a noun, "" for none.
func (p *payReading) longForm(noun string, scope []string) string {
	for _, keys := range [][]string{scope, p.roles.Title(), p.roles.Keys()} {
		var ending []string
		for _, key := range keys {
			if strings.HasSuffix(key, "-"+noun) {
				ending = append(ending, key)
			}
		}
		if len(ending) > 0 {
			if len(ending) > 1 {
				return ""
			}
			return ending[0]
		}
	}
	return ""
}

// shortForm returns the role that a bare head in a figure's own text names,
// where the article has it by its full title; nil for none.
func (pass *passage) shortForm(f *figure) []string {
	for k := range pass.sentences {
		for _, w := range pass.sentences[k].words {
			if w.Role >= 0 || w.Span.Start < f.before.Start || w.Span.End > f.Span.Start || !w.Tag.IsNoun() {
				continue
			}
			lemma, _ := wordnet.NounLemma(w.Lower)
			if pass.p.pay.heads[lemma] == "" || pass.p.pay.holders[lemma] {
				continue
			}
			if key := pass.p.longForm(lemma, pass.last().scope); key != "" {
				return []string{key}
			}
		}
	}
	return nil
}

// labelRole returns the role that a line's label is where its title is one
// word ("Sergeant: $8,240"), nil for none.
func (pass *passage) labelRole(f *figure) []string {
	label := strings.TrimSpace(f.before.Of(pass.p.doc.Text))
	words := pass.wordsIn(f.before)
	if len(words) != 1 || strings.TrimRight(label, " :–—-") == label {
		return nil
	}
	noun := pass.p.personal(words[0].lower)
	if alone := pass.p.pay.heads[noun]; alone == "" || alone == "no" {
		return nil
	}
	return pass.keysOfStranger(noun)
}
