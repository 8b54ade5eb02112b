package extract

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// predicate reads what a clause says of its subject and returns the index
// after it.
func (p *statement) predicate(who subject, v clause.VerbGroup) int {
	if who.points && v.Be {
		return p.cleft(v, p.limitsOf(v))
	}
	if end, ok := p.given(v); ok {
		return end
	}
	if len(who.roles) == 0 || p.advice(v) || p.toReader(who, v) {
		return p.pass(who, v)
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
	if v.Be || v.Passive {
		return p.copula(who, v, l)
	}
	if p.words[v.Verb].Tag == "VBD" && clause.Lemma(p.words[v.Verb]) != p.words[v.Verb].Lower {
		return p.pass(who, v) // a story, not a general statement
	}
	switch clause.Lemma(p.words[v.Verb]) {
	case "involve", "include", "entail", "encompass", "comprise", "consist", "revolve":
		if lower(who.text) != who.text && strings.HasSuffix(who.text, " them") {
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
	if p.expects(v.Verb, end) {
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
		p.emit(who, d, p.ruleFor(who), l)
	}
	return end
}

// ownAdverbs reads the adverbs right before the verb at i, a later one of a
// series: "edits the copy and never signs it off".
func (p *statement) ownAdverbs(l *limits, i int) {
	for k := i - 1; k > 0 && p.words[k].Tag == "RB"; k-- {
		switch p.words[k].Lower {
		case "never", "not":
			l.denied, l.negator = true, k
		case "rarely", "seldom", "hardly", "scarcely", "barely":
			l.denied, l.negator, l.modality = true, k, "rarely"
		}
	}
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
		if p.words[i].Tag == "TO" && clause.CanBe(p.words[i+1], clause.Base) {
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
	if !v.Passive {
		p.expects(verb, end)
	}
	return end
}

// given reads duties that are handed to a role by name: "the budget is the
// CFO's job", "hiring falls to the manager", "ownership of the roadmap rests
// with the CTO". What is handed over is the subject, [p.subjectFrom, v.First).
func (p *statement) given(v clause.VerbGroup) (int, bool) {
	first, last := p.subjectFrom, v.First
	if first < 0 || first >= last || len(p.rolesIn(first, last)) > 0 && p.gerundFrom < 0 {
		return 0, false
	}
	for i := first; i+1 < last; i++ { // "the ownership of the roadmap": the roadmap
		if noun, _ := wordnet.NounLemma(p.words[i].Lower); p.words[i+1].Tag == "IN" && (noun == "responsibility" || noun == "ownership" || noun == "accountability") {
			first = i + 2
			break
		}
	}
	next := p.skipAdverbs(v.Verb + 1)
	switch lemma := clause.Lemma(p.words[v.Verb]); {
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
	if len(who.roles) == 0 || v.Be != who.nominal || who.points || v.Be && len(p.rolesIn(next, end)) == 0 && p.gerundFrom < 0 {
		return 0, false
	}
	l := p.limitsOf(v)
	p.spoke = true
	if p.gerundFrom >= 0 {
		p.emitVerbs(who, p.gerundFrom, "given", l)
	} else {
		p.emit(who, clause.Predicate{First: first, Last: last, Verb: -1}, "given", l)
	}
	return end, true
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
		for first > 0 && p.words[first-1].Tag != "," && p.words[first-1].Lower != "," && p.words[first-1].Lower != "and" && p.words[first-1].Lower != "while" {
			first--
		}
		p.spoke = true
		p.emit(who, clause.Predicate{First: first, Last: i, Verb: v.Verb}, "passive-agent", p.limitsOf(v))
		return end, true
	}
	return 0, false
}

// expects reads "companies expect the CTO to lead R&D" within [verb, end).
// It reports whether it did.
func (p *statement) expects(verb, end int) bool {
	switch clause.Lemma(p.words[verb]) {
	case "expect", "require", "need", "trust", "task", "charge", "ask", "rely", "hire", "want", "enable", "allow":
	default:
		return false
	}
	for i := verb + 1; i+2 < end; i++ {
		if p.words[i].Role < 0 && p.words[i].Lower != "them" || p.words[i+1].Tag != "TO" {
			continue
		}
		who := p.subjectAt(i, i+1)
		if p.words[i].Role < 0 {
			who.roles = p.antecedent
		}
		if _, ok := p.verbCue(who, i+2, limits{negator: -1}); !ok {
			p.emitVerbs(who, i+2, "expects", limits{negator: -1})
		}
		return true
	}
	return false
}

// ofNominal reads "their job is to …", "duties include …".
func (p *statement) ofNominal(who subject, v clause.VerbGroup, l limits) int {
	verb := p.words[v.Verb]
	lemma := clause.Lemma(verb)
	next := v.Verb + 1
	switch {
	case who.points && lemma == "mean" && p.lowerAt(next) != "" && next < len(p.words) && p.words[next].Tag == "VBG":
		return p.emitList(who, next, "nominal-subject", l) // "this means calling every guest"
	case who.points && !p.reading.words.includes[lemma]:
		return p.pass(who, v)
	case v.Be:
		next = p.skipAdverbs(next)
		if next+1 < len(p.words) && p.words[next].Tag == "TO" && p.words[next+1].Lower == "both" {
			next++
		}
		if reads, n := p.reading.words.cues.at(len(p.words), p.lower, next); n > 1 {
			return p.cue(who, next, next+n, reads, l)
		}
		if next < len(p.words) && p.words[next].Lower == "that" {
			return next + 1
		}
		if next < len(p.words) && p.words[next].Lower == "not" {
			return next + 1
		}
		if next+1 < len(p.words) && (p.words[next].Tag == "TO" || p.words[next].Lower == "both") {
			return p.emitVerbs(who, p.skipAdverbs(next+1), "nominal-subject", l)
		}
		if who.plain && (next >= len(p.words) || p.words[next].Tag != "VBG") {
			return next
		}
		if next < len(p.words) && (p.words[next].Lower == "on" || p.words[next].Lower == "in") {
			next++
		}
		if end := p.subjectEnd(next); end > next {
			if _, ok := p.grammar.VerbGroupAt(p.words, end); ok {
				return next // "is they design …": a clause of its own
			}
		}
		return p.emitList(who, next, "nominal-subject", l)
	case p.words[v.Verb].Tag == "VBG" && v.Form == clause.Ing:
		return p.emitList(who, v.Verb, "nominal-subject", l)
	case p.reading.words.includes[lemma]:
		next = p.skipAdverbs(next)
		if next < len(p.words) && p.words[next].Lower == "being" {
			next++
		}
		if next < len(p.words) && (p.words[next].Tag == "IN" || p.words[next].Lower == "to") {
			next++
		}
		return p.emitList(who, next, "nominal-subject", l)
	}
	if reads, n := p.reading.words.verbCues.at(len(p.words), p.lemmaFirst(v.Verb), v.Verb); n > 0 {
		if reads == "list" {
			return p.emitList(who, v.Verb+n, "nominal-subject", l)
		}
		return p.emitVerbs(who, p.skipAdverbs(v.Verb+n), "nominal-subject", l)
	}
	return p.pass(who, v)
}

// cleft reads "it is their job to train …", "it is up to the CTO to choose …".
func (p *statement) cleft(v clause.VerbGroup, l limits) int {
	next := p.skipAdverbs(v.Verb + 1)
	if p.lowerAt(next) == "up" && p.lowerAfter(next) == "to" {
		next += 2
	}
	end := p.subjectEnd(next)
	if end == next || end >= len(p.words) || p.words[end].Tag != "TO" {
		return v.Verb + 1
	}
	who := p.subjectAt(next, end)
	if len(who.roles) == 0 || !who.nominal && next == p.skipAdverbs(v.Verb+1) {
		return v.Verb + 1
	}
	p.spoke = true
	return p.emitVerbs(who, p.skipAdverbs(end+1), "nominal-subject", l)
}

// copula reads what follows a form of "be": a cue ("responsible for"), a
// person ("someone who …"), or nothing that is a duty.
func (p *statement) copula(who subject, v clause.VerbGroup, l limits) int {
	start := v.Verb
	if v.Be {
		start++
	}
	for i := start; i < len(p.words) && i < start+9; i++ {
		w := p.words[i]
		if i > start && (w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD") && p.words[i-1].Lower != "who" && p.words[i-1].Lower != "that" {
			break
		}
		if w.Lower == "," && i > start+4 || w.Lower == "." || w.Lower == ";" || skipsClause(w.Lower) || w.Lower == "than" || w.Lower == "because" {
			break
		}
		if w.Lower == "not" && v.Be && !l.denied && i+1 < len(p.words) && p.words[i+1].Lower != "only" && p.words[i+1].Lower != "just" {
			l.denied, l.negator = true, i
		}
		if reads, n := p.reading.words.cues.at(len(p.words), p.lower, i); n > 0 {
			return p.cue(who, i, i+n, reads, l)
		}
		if at := p.roleBefore(i); w.Lower == "who" && at >= 0 && !slices.Contains(who.roles, p.s.mentions[p.words[at].Role].Key) {
			return i // the clause is of the role before it: "is helped by a clerk, who …"
		}
		if w.Lower == "who" && i > start || w.Lower == "that" && i > start && wordnet.IsPerson(p.words[i-1].Lower) {
			if inner, ok := p.grammar.VerbGroupAt(p.words, i+1); ok {
				return p.person(who, inner)
			}
		}
	}
	return start
}

// cue reads the duties that a cue hands over; its words are [first, next).
func (p *statement) cue(who subject, first, next int, reads string, l limits) int {
	if next >= len(p.words) {
		return next
	}
	if reads == "gerund" && p.words[next].Tag != "VBG" {
		return next
	}
	if reads == "ability" && l.denied && (p.lowerAt(next-2) == "allowed" || p.lowerAt(next-2) == "permitted") {
		return p.emitVerbs(who, next, "cue-verb", l) // "is not allowed to prescribe"
	}
	if reads == "ability" {
		_, end := p.grammar.Predicates(p.words, next)
		return end
	}
	if l.denied {
		if l.negator < 0 {
			l.negator = first
		}
	}
	if reads == "verb" {
		return p.emitVerbs(who, p.skipAdverbs(next), "cue-verb", l)
	}
	return p.emitList(who, next, "cue-list", l)
}

// person reads "is the person who leads …".
func (p *statement) person(who subject, v clause.VerbGroup) int {
	l := p.limitsOf(v)
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
		noun, _ := wordnet.NounLemma(p.words[i].Lower)
		prep := p.words[i+1].Lower
		switch noun {
		case "responsibility", "accountability", "ownership", "oversight", "charge":
			if prep == "for" || prep == "of" || prep == "over" {
				return i + 2, false
			}
		case "authority", "power", "say", "control", "veto", "jurisdiction":
			if prep == "over" || prep == "in" || prep == "on" {
				return i + 2, true
			}
		}
		switch p.words[i].Tag {
		case "DT", "JJ", "JJR", "JJS", "PRP$", "RB", "CD", "VBN", "NN":
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
		if i+2 >= len(p.words) || p.words[i+1].Tag != "RB" && p.words[i+1].Tag != "RBR" {
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
	if reads == "list" {
		return p.emitList(who, i+n, "verb-cue", l), true
	}
	next := p.skipAdverbs(i + n)
	if next < len(p.words) && clause.FormOf(p.words[next]) != clause.Base && !clause.CanBe(p.words[next], clause.Base) || strings.HasPrefix(string(p.words[min(next, len(p.words)-1)].Tag), "JJ") {
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

func (p *statement) skipAdverbs(i int) int {
	for i < len(p.words) && (p.words[i].Tag == "RB" || p.words[i].Tag == "RBR") && p.words[i].Lower != "not" {
		i++
	}
	return i
}

// emitList records the noun and gerund phrases from i.
func (p *statement) emitList(who subject, i int, rule string, l limits) int {
	if i >= len(p.words) {
		return i
	}
	list, end := p.grammar.Nominals(p.words, i)
	for _, d := range list {
		if from := p.spelledOut(d, end); from > 0 {
			return p.emitList(who, from, rule, l)
		}
		if !who.points || d.Verb >= 0 {
			p.emit(who, d, rule, l)
		}
	}
	return max(end, i)
}

// spelledOut returns where the list begins that spells out a vague phrase ("a
// wide range of activities, including …"), 0 where none does.
func (p *statement) spelledOut(d clause.Predicate, end int) int {
	if d.Verb >= 0 || d.Last != end && d.Last+1 != end || !vague[p.words[d.Last-1].Lower] {
		return 0
	}
	for end < len(p.words) && p.words[end].Lower == "," {
		end++
	}
	switch {
	case end+1 < len(p.words) && p.words[end].Lower == "including":
		return end + 1
	case end+2 < len(p.words) && p.words[end].Lower == "such" && p.words[end+1].Lower == "as":
		return end + 2
	}
	return 0
}

// vague holds nouns that say nothing of what is done.
var vague = map[string]bool{
	"activities": true, "tasks": true, "things": true, "duties": true, "responsibilities": true, "areas": true, "functions": true,
	"matters": true, "aspects": true, "jobs": true, "roles": true, "plates": true, "hats": true,
}

// emitVerbs records the predicates from the verb at i.
func (p *statement) emitVerbs(who subject, i int, rule string, l limits) int {
	if i >= len(p.words) || clause.FormOf(p.words[i]) == clause.NoVerb && !clause.CanBe(p.words[i], clause.Base) && !clause.CanBe(p.words[i], clause.Ing) && !clause.CanBe(p.words[i], clause.Third) {
		return i
	}
	verbs, end := p.grammar.Predicates(p.words, i)
	for _, d := range verbs {
		p.emit(who, d, rule, l)
	}
	return max(end, i+1)
}

// tokensIn returns the sentence's tokens within a span.
func (p *statement) tokensIn(span corpus.Span) []nlp.Token {
	first, last := 0, len(p.s.tokens)
	for first < last && p.s.tokens[first].Span.Start < span.Start {
		first++
	}
	for last > first && p.s.tokens[last-1].Span.End > span.End {
		last--
	}
	return p.s.tokens[first:last]
}
