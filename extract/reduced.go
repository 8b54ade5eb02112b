package extract

import (
	"slices"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// maxReduced is the most words between a noun and its verb that a participle or
// a short relative clause may take.
const maxReduced = 14

// reduced returns the end of the participle phrase at i that says which ones of
// a noun are meant, and the verb group behind it: "nurses employed by schools |
// give vaccinations", "the tasks performed by welders | include cutting".
func (p *statement) reduced(i int) (int, clause.VerbGroup, bool) {
	if tag := p.tagAt(i); tag != nlp.VBN && tag != nlp.VBG || i == 0 || p.words[i-1].Lower == "," {
		return 0, clause.VerbGroup{}, false
	}
	for k := i + 1; k < len(p.words) && k < i+maxReduced; k++ {
		w := p.words[k]
		if w.Lower == "," || w.Lower == ":" || w.Lower == ";" || w.Lower == "and" || w.Tag == nlp.WDT || w.Tag == nlp.WP || w.Tag == nlp.WRB || w.Tag == nlp.PRP || w.Lower == "that" || p.grammar.Opens(w.Lower) != "" {
			break
		}
		if before := p.words[k-1]; before.Role < 0 && before.Tag != nlp.NN && before.Tag != nlp.NNS && before.Tag != nlp.NNP && before.Tag != nlp.CD {
			continue
		}
		if v, ok := p.grammar.VerbGroupAt(p.words, k); ok && opensFinite(w) {
			return k, v, true
		}
	}
	return 0, clause.VerbGroup{}, false
}

// doneBy reads the clause after the noun phrase [first, end) that says who does
// what it names ("the jobs that welders do", "a thing they handle every day")
// and returns where it ends, its subject, and the verb group of the noun.
func (p *statement) doneBy(first, end int) (subject, clause.VerbGroup, bool) {
	i := end
	if p.lowerAt(i) == "that" || p.lowerAt(i) == "which" {
		i++
	}
	if i >= len(p.words) || p.words[end-1].Tag == nlp.PRP || !clause.StartsNoun(p.words[i]) || i == end && p.words[i].Role < 0 && p.words[i].Tag != nlp.PRP && p.words[i].Tag != nlp.DT {
		return subject{}, clause.VerbGroup{}, false
	}
	last := p.subjectEnd(i)
	does, ok := p.grammar.VerbGroupAt(p.words, last)
	if ok && does.Be && does.First == last && clause.Lemma(p.words[last]) == "do" {
		does = clause.VerbGroup{First: last, Verb: last} // "what they do | is", no auxiliary
	}
	if last == i || !ok || does.Be || does.Passive {
		return subject{}, clause.VerbGroup{}, false
	}
	for k := does.Verb + 1; k < len(p.words) && k < does.Verb+5; k++ {
		switch w := p.words[k]; {
		case w.Lower == ",", w.Lower == "and", w.Tag == nlp.TO:
			return subject{}, clause.VerbGroup{}, false
		}
		v, ok := p.grammar.VerbGroupAt(p.words, k)
		if !ok || !opensFinite(p.words[v.First]) {
			continue
		}
		if !slices.ContainsFunc(p.words[first:end], func(w clause.Word) bool {
			noun := w.Lemmas().Noun
			return p.reading.words.dutyNouns[noun] || noun == "thing" || w.Lower == "something"
		}) {
			return subject{}, v, true
		}
		who := p.subjectAt(i, last)
		who.nominal, who.plain, who.points = len(who.roles) > 0, false, false
		return who, v, true
	}
	return subject{}, clause.VerbGroup{}, false
}

// opensFinite reports whether a verb group begins with a verb that has a subject.
func opensFinite(w clause.Word) bool {
	switch w.Tag {
	case nlp.VBZ, nlp.VBP, nlp.MD, nlp.VBD, nlp.RB:
		return true
	case nlp.VB: // taggers are not sure where a plural goes before
		return !w.Lemmas().IsNoun
	}
	return false
}
