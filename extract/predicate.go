package extract

import (
	"strings"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// predicate reads what a clause says of its subject and returns the index
// after it.
func (p *statement) predicate(who subject, v clause.VerbGroup) int {
	if who.points && (v.Be || clause.Lemma(p.words[v.Verb]) == "fall" && p.lowerAfter(v.Verb) == "to") {
		return p.cleft(v, p.limitsOf(v))
	}
	if end, ok := p.given(v); ok {
		return end
	}
	if len(who.roles) == 0 || p.advice(v) || p.toReader(who, v) {
		return p.pass(who, v)
	}
	if who.nominal && v.Passive && p.subjectFrom >= 0 && len(p.rolesIn(p.subjectFrom, v.First)) == 0 && p.words[p.subjectFrom].Tag != nlp.PRPS {
		if end, ok := p.agent(v); ok {
			return end // "the daily activities are managed by the head chef"
		}
	}
	p.spoke = true
	l := p.limitsOf(v)
	if who.denied {
		l.denied, l.negator = !l.denied, -1
	}
	p.form = v.Form
	if who.nominal {
		return p.ofNominal(who, v, l)
	}
	if p.tellsOfOne(who, v) {
		return p.pass(subject{}, v)
	}
	if v.Be || v.Passive {
		return p.copula(who, v, l)
	}
	if p.words[v.Verb].Tag == nlp.VBD && clause.Lemma(p.words[v.Verb]) != p.words[v.Verb].Lower {
		return p.pass(who, v) // a story, not a general statement
	}
	switch clause.Lemma(p.words[v.Verb]) {
	case "require", "demand":
		if p.tagAt(v.Verb+1) == nlp.VBG {
			return p.emitList(who, v.Verb+1, "nominal-subject", l) // "the role requires sorting letters"
		}
	case "involve", "include", "entail", "encompass", "comprise", "consist", "revolve":
		if nlp.Lower(who.text) != who.text && strings.HasSuffix(who.text, " them") {
			return p.pass(who, v)
		}
		return p.ofNominal(who, v, l) // "the job involves …"
	}
	if after, over := p.holding(v.Verb); after > 0 && !over {
		l.denied = l.denied || p.lowerAfter(v.Verb) == "no" || p.lowerAfter(v.Verb) == "little"
		return p.emitList(who, after, "verb-cue", l)
	}
	if end, ok := p.verbCue(who, v.Verb, l); ok {
		return end
	}
	verbs, end := p.grammar.Predicates(p.words, v.Verb)
	if p.expects(v, end) {
		return end
	}
	if from := p.whereTo(verbs[0]); from > 0 {
		return p.emitVerbs(who, from, p.ruleFor(who), l)
	}
	for i, d := range verbs {
		if i > 0 {
			if before := p.words[d.First-1].Lower; l.denied && before != "or" && before != "nor" {
				l.denied = false
			}
			l.negator = -1
			p.ownAdverbs(&l, d.First)
			if cueEnd, ok := p.verbCue(who, d.Verb, l); ok {
				if cueEnd >= end {
					return cueEnd
				}
				continue
			}
		}
		own := l
		if p.little(d.Verb + 1) {
			own.denied, own.negator = true, -1 // "does very little cooking"
		}
		p.emit(who, d, p.ruleFor(who), own)
	}
	return end
}

// tellsOfOne reports one person's story: "he was", "she has never driven".
func (p *statement) tellsOfOne(who subject, v clause.VerbGroup) bool {
	switch strings.ToLower(who.text) {
	case "he", "she":
	default:
		return false
	}
	switch aux := p.lowerAt(v.First); aux {
	case "was", "were":
		return v.Be || v.Passive
	case "has", "had", "'s":
		return !v.Passive && p.words[v.Verb].Tag == nlp.VBN
	}
	return false
}

// little reports whether the object at word i is said to be none or next to
// none.
func (p *statement) little(i int) bool {
	if p.lowerAt(i) == "very" || p.lowerAt(i) == "almost" {
		i++
	}
	switch p.lowerAt(i) {
	case "no", "little":
		return p.lowerAfter(i) != "doubt" && p.lowerAfter(i) != "longer"
	}
	return false
}

// whereTo returns, for "works in hospitals to promote health", the verb after
// "to": where somebody works is no duty, what for is. 0 for other predicates,
// the verb's own index where no "to" follows.
func (p *statement) whereTo(d clause.Predicate) int {
	if clause.Lemma(p.words[d.Verb]) != "work" {
		return 0
	}
	switch p.lowerAfter(d.Verb) {
	case "in", "at", "for", "within", "across", "from", "as":
	default:
		return 0
	}
	for i := d.Verb + 2; i+1 < d.Last; i++ {
		if p.words[i].Tag == nlp.TO && clause.CanBe(p.words[i+1], clause.Base) {
			return i + 1
		}
	}
	return 0
}

// ruleFor tells statements to "you" apart, which are less often duties.
func (p *statement) ruleFor(who subject) string {
	if who.text == "you" || who.text == "You" {
		return "you-verb"
	}
	return "subject-verb"
}

// advice reports clauses that say what a holder must be or have to get there.
func (p *statement) advice(v clause.VerbGroup) bool {
	switch p.context.kind {
	case "skills", "education", "career", "hiring", "pay":
		return v.Modal == "must" || v.Modal == "should" || clause.Lemma(p.words[v.Verb]) == "need"
	}
	return false
}

// toReader reports clauses to "you" that offer or ask something and tell no
// duty: "you can utilise", "you should".
func (p *statement) toReader(who subject, v clause.VerbGroup) bool {
	if p.ruleFor(who) != "you-verb" {
		return false
	}
	if lemma := clause.Lemma(p.words[v.Verb]); lemma == "have" || lemma == "need" || lemma == "see" || lemma == "find" || lemma == "get" || lemma == "hear" || lemma == "want" {
		return true
	}
	if v.Form == clause.Past && !v.Passive {
		return true // "you will have met"
	}
	return v.Modal != "" && v.Modal != "will" && v.Modal != "'ll" && v.Modal != "would" || v.Negated && p.context.kind != kindDuties
}

// pass skips a clause that claims nothing, but for "expects the CTO to …" and
// a passive with its agent.
func (p *statement) pass(who subject, v clause.VerbGroup) int {
	verb := v.Verb
	if v.Be {
		return verb + 1
	}
	if len(who.roles) == 0 && v.Passive {
		if end, ok := p.agent(v); ok {
			return end
		}
	}
	_, end := p.grammar.Predicates(p.words, verb)
	if !v.Passive && p.expects(v, end) {
		return end
	}
	if lemma := clause.Lemma(p.words[verb]); v.Passive || lemma != "have" && lemma != "include" && !p.reading.words.is(lemma, "hires") {
		return end
	}
	for i := verb + 2; i < end; i++ {
		if p.words[i].Lower == "who" && p.words[i-1].Role >= 0 {
			return i // "hotels have concierges who book tables"
		}
	}
	return end
}

func (p *statement) skipAdverbs(i int) int {
	for i < len(p.words) && (p.words[i].Tag == nlp.RB || p.words[i].Tag == nlp.RBR) && p.words[i].Lower != "not" {
		i++
	}
	return i
}
