package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// asRole reads "As a ROLE, …" at i: the end of the phrase and its roles.
func (p *statement) asRole(i int) (int, []string) {
	end := p.subjectEnd(i + 1)
	if end == i+1 || end >= len(p.words) {
		return i, nil
	}
	if next := p.words[end].Lower; next != "," && next != "you" && next != "your" && next != "i" && next != "my" {
		return i, nil
	}
	who := p.subjectAt(i+1, end)
	if who.nominal || i > 4 {
		return i, nil
	}
	return end, who.roles
}

// opening reads the participle phrase that opened the sentence for its
// subject: "Focused on the guests, the host …".
func (p *statement) opening(who subject, i int) {
	l := limits{negator: -1}
	if reads, n := p.reading.words.cues.at(len(p.words), p.lower, i); n > 0 && reads == "list" {
		list, _ := p.grammar.Nominals(p.words, i+n)
		for _, d := range list {
			p.emit(who, d, "cue-list", l)
		}
	}
}

// gerundSubject reads "Conducting checks should be a priority", where the
// page is about one role's duties.
func (p *statement) gerundSubject(i int, v clause.VerbGroup) int {
	if end, ok := p.given(v); ok {
		return end
	}
	if next := p.lowerAfter(i); (next == "as" || next == "a" || next == "an") && (p.lower(i) == "working" || p.lower(i) == "being" || p.lower(i) == "serving") {
		if roles := p.rolesIn(i, v.First); len(roles) == 1 { // "working as a nurse involves …"
			return p.predicate(subject{roles: roles, text: p.wordsText(i, v.First), nominal: true, plain: true}, v)
		}
	}
	if len(p.context.roles) == 1 && p.context.kind == kindDuties {
		who := subject{roles: p.context.roles, text: p.context.roles[0]}
		p.emitVerbs(who, i, "fragment", limits{negator: -1})
	}
	return p.pass(subject{}, v)
}

// pseudoCleft reads "What the host never does is serve wine" and returns the word
// to go on with.
func (p *statement) pseudoCleft() int {
	if p.lowerAt(0) != "what" || len(p.words) < 5 {
		return 0
	}
	end := p.subjectEnd(1)
	v, ok := p.grammar.VerbGroupAt(p.words, end)
	if ok && v.Be && v.First == end && clause.Lemma(p.words[end]) == "do" {
		v = clause.VerbGroup{First: end, Verb: end} // "what they do | is", no auxiliary
	}
	if end == 1 || !ok || clause.Lemma(p.words[v.Verb]) != "do" {
		return 0
	}
	is, ok := p.grammar.VerbGroupAt(p.words, v.Verb+1)
	who := p.subjectAt(1, end)
	next := is.Verb + 1
	if !ok || !is.Be || len(who.roles) == 0 || next >= len(p.words) || !clause.CanBe(p.words[next], clause.Base) {
		return 0
	}
	p.spoke = true
	l := p.limitsOf(v)
	l.negator = -1
	return p.emitVerbs(who, next, "nominal-subject", l)
}

// inverted reads "among the pilot's duties are checking …": the prepositional
// phrase [i, end) names duties and a form of "be" follows. It returns the word
// to go on with.
func (p *statement) inverted(i, end int) int {
	if w := p.words[i].Lower; w != "among" && w != "amongst" {
		return end
	}
	who := p.subjectAt(i+1, end)
	v, ok := p.grammar.VerbGroupAt(p.words, end)
	if !ok || !who.nominal {
		return end
	}
	p.spoke = true
	next := end + 1
	if !v.Be {
		next = v.Verb
	}
	return p.emitList(who, next, "nominal-subject", limits{negator: -1})
}

// opensClause reports whether the last word of the phrase [i, end) after a
// preposition is a bare plural title that is the subject of the verb behind it.
func (p *statement) opensClause(i, end int) bool {
	if end-1 <= i || p.words[end-1].Role < 0 || !p.s.mentions[p.words[end-1].Role].Plural {
		return false
	}
	switch p.words[end-2].Tag {
	case nlp.DT, nlp.IN, nlp.PRPS, nlp.CC, nlp.CD, nlp.JJ:
		return false
	}
	_, ok := p.grammar.VerbGroupAt(p.words, end)
	return ok
}

// participles reads "while ensuring …" as further duties of the subject.
func (p *statement) participles(who subject, i int) int {
	verbs, end := p.grammar.Predicates(p.words, i)
	for _, d := range verbs {
		p.emit(who, d, "participle", limits{negator: -1})
	}
	return end
}

// examples reads gerunds after "such as" or "including" as duties; examples
// that are things are left out.
func (p *statement) examples(who subject, i int) int {
	start := i + 1
	if p.words[i].Lower == "such" {
		start++
	}
	if start >= len(p.words) {
		return start
	}
	list, end := p.grammar.Nominals(p.words, start)
	if p.words[start].Tag == nlp.VBG {
		for _, d := range list {
			if d.Verb >= 0 {
				p.emit(who, d, "participle", limits{negator: -1})
			}
		}
	}
	return max(end, start)
}
