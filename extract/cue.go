package extract

import (
	"slices"
	"strings"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// copula reads what follows a form of "be": a cue ("responsible for"), a
// person ("someone who …"), or nothing that is a duty.
func (p *statement) copula(who subject, v clause.VerbGroup, l limits) int {
	start := v.Verb
	if v.Be {
		start++
		if p.tagAt(start) == nlp.TO && start+1 < len(p.words) && clause.CanBe(p.words[start+1], clause.Base) && p.lowerAfter(start) != "be" {
			return p.emitVerbs(who, start+1, "cue-verb", l) // "managers are to plan"
		}
	}
	if v.Passive && p.reading.words.is(clause.Lemma(p.words[v.Verb]), "hires") && p.lowerAfter(v.Verb) == "by" {
		// "is hired by the owner to supervise the work"
		if to := p.grammar.NounWithTail(p.words, v.Verb+2); to > v.Verb+2 && p.tagAt(to) == nlp.TO {
			return p.emitVerbs(who, p.skipAdverbs(to+1), "cue-verb", l)
		}
	}
	for i := start; i < len(p.words) && i < start+9; i++ {
		w := p.words[i]
		if i > start && (w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.MD) && p.words[i-1].Lower != "who" && p.words[i-1].Lower != "that" {
			if p.words[i-1].Lower == "and" || p.words[i-1].Lower == "but" {
				return i // "is the head of the shop and is responsible for …"
			}
			break
		}
		if w.Tag == nlp.VBG && i > start && v.Be && (p.reading.words.is(p.words[i-1].Lower, "person") || isPerson(p.words[i-1].Lower)) {
			return p.emitVerbs(who, i, "person-who", l) // "is the person overseeing …"
		}
		if w.Lower == "as" && v.Passive && i <= start+2 {
			if end := p.grammar.NounWithTail(p.words, i+1); end > i+1 {
				return end // "are seen as the backbone of the firm, handling …"
			}
		}
		if w.Lower == "," && i > start+4 || w.Lower == "." || w.Lower == ";" || skipsClause(w.Lower) || w.Lower == "than" || w.Lower == "because" {
			break
		}
		if w.Lower == "not" && v.Be && !l.denied && i+1 < len(p.words) && p.words[i+1].Lower != "only" && p.words[i+1].Lower != "just" {
			l.denied, l.negator = true, i
		}
		if reads, n := p.reading.words.cues.at(len(p.words), p.lower, i); n > 0 && (reads != "gerund" || p.tagAt(i+n) == nlp.VBG) {
			return p.cue(who, i, i+n, reads, l)
		}
		if w.Lower == "who" || w.Lower == "that" {
			// "a CFO is an executive who …", "the clerk is the one that …"
			if inner, ok := p.grammar.VerbGroupAt(p.words, i+1); ok && v.Be && i > start && (p.grammar.Noun(p.words, start) == i || p.kindOfWho(start, i)) && (p.words[i-1].Role >= 0 || p.reading.words.is(p.words[i-1].Lower, "person")) {
				if stands := nlp.Lower(who.text); (stands == "others" || stands == "some" || stands == "many") && p.words[i-1].Role >= 0 {
					who.roles = []string{p.s.mentions[p.words[i-1].Role].Key} // "others are feature writers who …"
				}
				return p.whoClause(who, inner, l)
			}
		}
		if at := p.roleBefore(i); w.Lower == "who" && at >= 0 && !slices.Contains(who.roles, p.s.mentions[p.words[at].Role].Key) {
			return i // the clause is of the role before it: "is helped by a clerk, who …"
		}
		if w.Lower == "who" && i > start || w.Lower == "that" && i > start && isPerson(p.words[i-1].Lower) {
			if inner, ok := p.grammar.VerbGroupAt(p.words, i+1); ok {
				return p.whoClause(who, inner, l)
			}
		}
	}
	if v.Be {
		if end := p.subjectEnd(start); end > start && (p.lowerAt(end) == "and" || p.lowerAt(end) == ",") {
			return end // "is the link between the two and works to improve …"
		}
	}
	return start
}

// kindOfWho reports whether the words [start, end) are "a type of ROLE".
func (p *statement) kindOfWho(start, end int) bool {
	of := p.grammar.Noun(p.words, start)
	if of == start || p.lowerAt(of) != "of" || p.grammar.Noun(p.words, of+1) != end {
		return false
	}
	switch p.words[of-1].Lower {
	case "type", "types", "kind", "kinds", "sort", "form", "member", "members", "class", "group":
		return true
	}
	return false
}

// isPerson reports whether a noun, singular or plural, is a kind of person.
func isPerson(noun string) bool {
	lemma, ok := wordnet.NounLemma(noun)
	return ok && wordnet.IsPerson(lemma)
}

// cue reads the duties that a cue hands over; its words are [first, next).
func (p *statement) cue(who subject, first, next int, reads string, l limits) int {
	if next >= len(p.words) {
		return next
	}
	if kept, away := strings.CutPrefix(reads, "not-"); away {
		reads, l.denied, l.negator = kept, !l.denied, first // "is barred from prescribing"
	}
	if reads == "gerund" && p.words[next].Tag != nlp.VBG {
		return next
	}
	if reads == "ability" {
		_, end := p.grammar.Predicates(p.words, next)
		return end
	}
	if l.denied && l.negator < 0 {
		l.negator = first
	}
	if reads == "verb" {
		return p.emitVerbs(who, p.skipAdverbs(next), "cue-verb", l)
	}
	return p.emitList(who, next, "cue-list", l)
}

// whoClause reads "is the person who leads …"; outer are the limits of "is".
func (p *statement) whoClause(who subject, v clause.VerbGroup, outer limits) int {
	l := p.limitsOf(v)
	if outer.denied {
		l.denied, l.negator = !l.denied, outer.negator
	}
	if v.Be || v.Passive {
		return p.copula(who, v, l)
	}
	if end, ok := p.verbCue(who, v.Verb, l); ok {
		return end
	}
	return p.emitVerbs(who, v.Verb, "person-who", l)
}

// holding reads "has full responsibility for …" at a verb: after is the word
// behind the preposition, 0 for other phrases. over says that what is held is
// a power ("has no authority over …"), which is the duty itself.
func (p *statement) holding(verb int) (after int, over bool) {
	switch clause.Lemma(p.words[verb]) {
	case "have", "hold", "take", "bear", "assume", "retain", "carry", "share", "exercise":
	default:
		return 0, false
	}
	for i := verb + 1; i+1 < len(p.words) && i < verb+6; i++ {
		noun := p.words[i].Lemmas().Noun
		prep := p.words[i+1].Lower
		switch noun {
		case "responsibility", "accountability", "ownership", "oversight", "charge":
			if prep == "for" || prep == "of" || prep == "over" {
				return i + 2, false
			}
		case "task", "job", "duty":
			if prep == "of" && i+2 < len(p.words) && p.words[i+2].Tag == nlp.VBG {
				return i + 2, false
			}
		case "authority", "power", "say", "control", "veto", "jurisdiction":
			if prep == "over" || prep == "in" || prep == "on" || prep == "to" && p.words[verb+1].Lower == "no" {
				return i + 2, true
			}
		case "part", "role", "hand", "right", "business":
			if (prep == "in" || prep == "to") && p.words[verb+1].Lower == "no" {
				return i + 2, true
			}
		}
		switch p.words[i].Tag {
		case nlp.DT, nlp.JJ, nlp.JJR, nlp.JJS, nlp.PRPS, nlp.RB, nlp.CD, nlp.VBN, nlp.NN:
		default:
			return 0, false
		}
	}
	return 0, false
}

// verbCue reads verb phrases that hand a duty over: "focuses on …", "needs to
// …", "takes responsibility for …".
func (p *statement) verbCue(who subject, i int, l limits) (int, bool) {
	reads, n := p.reading.words.verbCues.at(len(p.words), p.lemmaFirst(i), i)
	if n == 0 {
		// an adverb may stand inside: "focuses mainly on"
		if i+2 >= len(p.words) || p.words[i+1].Tag != nlp.RB && p.words[i+1].Tag != nlp.RBR {
			return 0, false
		}
		word := func(k int) string {
			if k > i {
				k++
			}
			return p.lemmaFirst(i)(k)
		}
		if reads, n = p.reading.words.verbCues.at(len(p.words)-1, word, i); n == 0 {
			return 0, false
		}
		if p.words[i+1].Lower == "less" {
			l.denied, l.negator = true, i+1
		}
		n++
	}
	if i+n >= len(p.words) {
		return i + n, true
	}
	if p.words[i+1].Lower == "no" { // "has no part in": what follows is the duty
		l.denied, l.negator = true, i
	}
	if reads == "list" {
		return p.emitList(who, i+n, "verb-cue", l), true
	}
	next := p.skipAdverbs(i + n)
	if next < len(p.words) && clause.FormOf(p.words[next]) != clause.Base && !clause.CanBe(p.words[next], clause.Base) || p.words[min(next, len(p.words)-1)].Tag.IsAdjective() {
		return next, true // "work to tight deadlines"
	}
	if next < len(p.words) && p.words[next].Lower == "be" {
		v := clause.VerbGroup{First: next, Verb: next, Be: true}
		return p.copula(who, v, l), true
	}
	if end, ok := p.verbCue(who, next, l); ok {
		return end, true
	}
	return p.emitVerbs(who, next, "verb-cue", l), true
}

// lemmaFirst returns a word function in which word i is its verb lemma.
func (p *statement) lemmaFirst(i int) func(int) string {
	return func(k int) string {
		if k == i {
			return clause.Lemma(p.words[k])
		}
		return p.words[k].Lower
	}
}
