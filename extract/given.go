package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// given reads duties that are handed to a role by name: "the budget is the
// CFO's job", "hiring falls to the manager", "ownership of the roadmap rests
// with the CTO". What is handed over is the subject, [p.subjectFrom, v.First).
func (p *statement) given(v clause.VerbGroup) (int, bool) {
	first, last := p.subjectFrom, v.First
	if first < 0 || first >= last || len(p.rolesIn(first, last)) > 0 && p.gerundFrom < 0 {
		return 0, false
	}
	for i := first; i+1 < last; i++ { // "the ownership of the roadmap": the roadmap
		if noun := p.words[i].Lemmas().Noun; p.words[i+1].Tag == nlp.IN && (noun == "responsibility" || noun == "ownership" || noun == "accountability") {
			first = i + 2
			break
		}
	}
	next := p.skipAdverbs(v.Verb + 1)
	lemma := clause.Lemma(p.words[v.Verb])
	beyond := p.beyond(next)
	switch {
	case beyond > 0 && (v.Be || lemma == "lie" || lemma == "fall"):
		next = beyond
	case v.Be:
	case (lemma == "fall" || lemma == "belong" || lemma == "go" || lemma == "rest" || lemma == "lie" || lemma == "sit") && (p.lowerAt(next) == "to" || p.lowerAt(next) == "with"):
		next++
	case v.Passive && (p.lowerAt(next) == "by" || p.lowerAt(next) == "for" || p.lowerAt(next) == "to") && p.gerundFrom >= 0:
		next++
	default:
		return 0, false
	}
	end := p.subjectEnd(next)
	if end == next {
		return 0, false
	}
	who := p.subjectAt(next, end)
	if len(who.roles) == 0 || beyond == 0 && v.Be != who.nominal || who.points || v.Be && beyond == 0 && len(p.rolesIn(next, end)) == 0 && p.gerundFrom < 0 {
		return 0, false
	}
	l := p.limitsOf(v)
	if beyond > 0 || p.lowerAt(next) == "no" || p.lowerAt(next) == "none" {
		l.denied, l.negator = !l.denied, -1 // "is no part of the CFO's job"
	}
	p.spoke = true
	if p.gerundFrom >= 0 {
		p.emitVerbs(who, p.gerundFrom, "given", l)
	} else {
		p.emit(who, clause.Predicate{First: p.withGerund(first), Last: last, Verb: -1}, "given", l)
	}
	return end, true
}

// withGerund returns the gerund that opens the sentence where the noun at first
// is only the last of its objects: "choosing languages and frameworks belongs to
// the CTO"; else first.
func (p *statement) withGerund(first int) int {
	if first < 2 || p.words[0].Tag != nlp.VBG || p.lower(first-1) != "and" && p.lower(first-1) != "or" {
		return first
	}
	for _, w := range p.words[:first] {
		if w.Lower == "," || w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.MD {
			return first
		}
	}
	return 0
}

// beyond returns the word behind "outside", "beyond" or "off limits for" at
// word i, 0 where none of them stands: what lies there is denied to somebody.
func (p *statement) beyond(i int) int {
	switch p.lowerAt(i) {
	case "outside", "beyond":
		return i + 1
	case "off-limits":
		i--
	case "off":
		if p.lowerAfter(i) != "limits" {
			return 0
		}
	default:
		return 0
	}
	if next := p.lowerAt(i + 2); next == "for" || next == "to" {
		return i + 3
	}
	return 0
}

// agent reads "X is handled by the CIO": the duty is what is done to X.
func (p *statement) agent(v clause.VerbGroup) (int, bool) {
	for i := v.Verb + 1; i < len(p.words) && i < v.Verb+8; i++ {
		if p.words[i].Lower != "by" {
			continue
		}
		end := p.subjectEnd(i + 1)
		who := p.subjectAt(i+1, end)
		if end == i+1 || len(who.roles) == 0 || who.nominal {
			return 0, false
		}
		first := v.First
		if p.subjectFrom >= 0 && p.subjectFrom < first {
			first = p.subjectFrom
		}
		for first > 0 && p.subjectFrom < 0 && p.words[first-1].Lower != "," && p.words[first-1].Lower != "and" && p.words[first-1].Lower != "while" {
			first--
		}
		p.spoke = true
		p.emit(who, clause.Predicate{First: first, Last: i, Verb: v.Verb}, "passive-agent", p.limitsOf(v))
		return end, true
	}
	return 0, false
}

// expects reads "companies expect the CTO to lead R&D" up to end, and "nobody
// expects" as a denial. It reports whether it did.
func (p *statement) expects(v clause.VerbGroup, end int) bool {
	verb := v.Verb
	switch clause.Lemma(p.words[verb]) {
	case "expect", "require", "need", "trust", "task", "charge", "ask", "rely", "hire", "want", "enable", "allow":
	default:
		return false
	}
	l := limits{denied: p.limitsOf(v).denied != p.nobody(v.First), negator: -1}
	for i := verb + 1; i+2 < end; i++ {
		if p.words[i].Role < 0 && p.words[i].Lower != "them" || p.words[i+1].Tag != nlp.TO {
			continue
		}
		who := p.subjectAt(i, i+1)
		if p.words[i].Role < 0 {
			who.roles = p.antecedent
		}
		if _, ok := p.verbCue(who, i+2, l); !ok {
			p.emitVerbs(who, i+2, "expects", l)
		}
		return true
	}
	return false
}

// nobody reports whether the subject before a verb group at word i is none.
func (p *statement) nobody(i int) bool {
	if i == 0 {
		return false
	}
	switch p.lowerAt(i - 1) {
	case "nobody", "none":
		return true
	case "one":
		return i > 1 && p.words[i-2].Lower == "no"
	}
	return false
}

// cleft reads "it is their job to train …", "it is up to the CTO to choose …".
func (p *statement) cleft(v clause.VerbGroup, l limits) int {
	next := p.skipAdverbs(v.Verb + 1)
	switch {
	case p.lowerAt(next) == "up" && p.lowerAfter(next) == "to":
		next += 2
	case !v.Be:
		next++ // "it falls to the nurse to …"
	}
	end := p.subjectEnd(next)
	if end == next || end >= len(p.words) || p.words[end].Tag != nlp.TO {
		return v.Verb + 1
	}
	who := p.subjectAt(next, end)
	if len(who.roles) == 0 || !who.nominal && next == p.skipAdverbs(v.Verb+1) {
		return v.Verb + 1
	}
	p.spoke = true
	return p.emitVerbs(who, p.skipAdverbs(end+1), "nominal-subject", l)
}
