package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// walk goes through the clauses of a sentence from left to right: a subject,
// its predicates, the next subject. A clause whose subject is no role is
// skipped with its object; so are conditions and asides.
type walk struct {
	*statement
	who     subject
	ready   bool // a verb group that is joined to the last belongs to who
	pending int  // first word of a participle phrase that waits for its subject, -1 for none
	resume  int  // word where who may go on without a comma, after its relative clause
}

// prose reads the clauses of the sentence.
func (p *statement) prose() {
	w := walk{statement: p, pending: -1, resume: -1}
	for i := p.pseudoCleft(); i < len(p.words); {
		i = w.step(i)
	}
}

// step reads what begins at word i and returns the word to go on with.
func (w *walk) step(i int) int {
	if next, ok := w.opener(i); ok {
		return next
	}
	if next, ok := w.continued(i); ok {
		return next
	}
	if next, ok := w.preposition(i); ok {
		return next
	}
	return w.clause(i)
}

// opener reads words that say by themselves what follows: conditions, "as a
// ROLE", purposes, relative clauses, participles.
func (w *walk) opener(i int) (int, bool) {
	word := w.words[i]
	switch {
	case word.Lower == "where" && i > 0 && w.words[i-1].Lower == "," && w.lowerAfter(i) == "they":
		return i + 1, true // "…, where they monitor therapy"
	case skipsClause(word.Lower):
		return w.clauseEnd(i+1, word.Lower != "if" && word.Lower != "unless"), true
	case word.Lower == "as":
		return w.asTitle(i)
	case word.Lower == "unlike" || word.Lower == "like":
		return max(i+1, w.subjectEnd(i+1)), i+1 < len(w.words)
	case word.Lower == "while" || word.Lower == "whilst":
		if next := w.skipAdverbs(i + 1); w.ready && w.tagAt(next) == nlp.VBG {
			return w.participles(w.who, next), true
		}
	case w.ready && (word.Lower == "including" || word.Lower == "such" && w.lowerAfter(i) == "as"):
		return w.examples(w.who, i), true
	case word.Tag == nlp.TO && (w.tagAt(i+1) == nlp.VB || w.tagAt(i+1) == nlp.VBP) && (i == 0 || w.words[i-1].Lower != "time"):
		return w.purposeEnd(i + 1), true
	case word.Lower == "by" && w.tagAt(i+1) == nlp.VBG:
		return w.means(i), true
	case word.Tag == nlp.WDT && i > 0 && w.ready:
		return w.which(i), true
	case (word.Lower == "who" || word.Lower == "that") && w.roleBefore(i) >= 0:
		return w.relative(i)
	case w.ready && word.Tag == nlp.VBG && w.afterComma(i):
		return w.tail(i), true
	case (word.Tag == nlp.WRB || word.Tag == nlp.WP && word.Lower != "who") && i+1 < len(w.words) && clause.StartsNoun(w.words[i+1]):
		if v, ok := w.grammar.VerbGroupAt(w.words, w.subjectEnd(i+1)); ok {
			_, end := w.grammar.Predicates(w.words, v.Verb) // "how you gain …": a question within
			return end, true
		}
	case i <= 1 && (word.Tag == nlp.VBG && word.Lower != "according" || word.Tag == nlp.VBN) && w.pending < 0:
		return w.participle(i), true
	}
	return i, false
}

// asTitle reads "As a ROLE, …" at i, which also says who "you" or "I" is.
func (w *walk) asTitle(i int) (int, bool) {
	if i+1 >= len(w.words) {
		return i, false
	}
	end, roles := w.asRole(i)
	if roles == nil {
		return i, false
	}
	w.you, w.antecedent = roles, roles
	w.who, w.ready = subject{roles: roles, text: w.wordsText(i+1, end)}, false
	return end, true
}

// means skips "by VBG …", which is a duty only where the verb before it has no
// object: "leads by inspiring the team".
func (w *walk) means(i int) int {
	if w.ready && i > 0 && clause.FormOf(w.words[i-1]) != clause.NoVerb {
		return w.participles(w.who, i+1)
	}
	_, end := w.grammar.Predicates(w.words, i+1)
	return end
}

// which reads ", which involves …" as duties and skips other relative clauses.
func (w *walk) which(i int) int {
	if v, ok := w.grammar.VerbGroupAt(w.words, i+1); ok && w.reading.words.includes[clause.Lemma(w.words[v.Verb])] && clause.Lemma(w.words[v.Verb]) != "range" {
		return w.predicate(subject{roles: w.who.roles, text: w.who.text, nominal: true, points: v.Modal != ""}, v)
	}
	return w.clauseEnd(i+1, false)
}

// relative reads the clause that "who" opens after a title.
func (w *walk) relative(i int) (int, bool) {
	v, ok := w.grammar.VerbGroupAt(w.words, i+1)
	if !ok {
		return i, false
	}
	at := w.meant(w.roleBefore(i))
	w.who = w.subjectAt(at, at+1)
	w.who.denied = w.who.denied != w.notBefore(at)
	next := w.predicate(w.who, v)
	w.ready = true
	return next, true
}

// notBefore reports whether "not", perhaps with an article behind it, stands
// before word i: "it is not the clerk who …".
func (w *walk) notBefore(i int) bool {
	for i--; i > 0 && w.words[i].Tag == nlp.DT; i-- {
	}
	return i > 0 && (w.words[i].Lower == "not" || w.words[i].Lower == "n't" || w.words[i].Lower == "isn't" || w.words[i].Lower == "isn’t")
}

// tail reads the participle after a comma: a focus, a further duty, or an
// effect, which is skipped.
func (w *walk) tail(i int) int {
	if end, ok := w.verbCue(w.who, i, limits{negator: -1}); ok {
		return end // ", focusing on …"
	}
	if w.grammar.Tail(w.words, i) {
		return w.participles(w.who, i)
	}
	_, end := w.grammar.Predicates(w.words, i)
	return end
}

// afterComma reports whether a comma stands before word i, adverbs aside:
// ", directly supervising staff".
func (w *walk) afterComma(i int) bool {
	for i--; i > 0 && w.words[i].Tag == nlp.RB && w.words[i].Lower != "not"; i-- {
	}
	return i > 0 && w.words[i].Lower == ","
}

// participle reads the participle that opens a sentence: it waits for its
// subject, or is itself the subject.
func (w *walk) participle(i int) int {
	w.pending = i
	_, end := w.grammar.Predicates(w.words, i)
	if v, ok := w.grammar.VerbGroupAt(w.words, end); ok && w.words[i].Tag == nlp.VBG {
		w.subjectFrom, w.gerundFrom = i, i
		end = w.gerundSubject(i, v)
		w.subjectFrom, w.gerundFrom, w.pending = -1, -1, -1
	}
	return end
}

// continued reads a verb that is joined to the last one and shares its subject.
func (w *walk) continued(i int) (int, bool) {
	if !w.ready || i != w.resume && !w.joinedAt(i) {
		return i, false
	}
	v, ok := w.grammar.VerbGroupAt(w.words, i)
	if !ok && w.grammar.VerbAfterAnd(w.words, i, w.form) {
		v, ok = clause.VerbGroup{First: i, Verb: i, Form: w.form}, true
	}
	if !ok {
		return i, false
	}
	return w.predicate(w.who, v), true
}

// preposition skips a prepositional phrase; a conjunction is skipped alone.
func (w *walk) preposition(i int) (int, bool) {
	word := w.words[i]
	if word.Tag != nlp.IN && word.Tag != nlp.TO {
		return i, false
	}
	switch word.Lower {
	case "while", "whereas", "although", "though", "because", "since", "that", "as", "so":
		return i + 1, true
	}
	end := max(i+1, w.grammar.NounWithTail(w.words, i+1))
	if theme := w.rolesIn(i, end); len(theme) == 1 && w.lowerAt(end) == "," && w.fronts(i, end) {
		w.antecedent = theme // "as for the roofer, he …"
	}
	if w.opensClause(i+1, end) {
		return end - 1, true // "in our town | nurses vaccinate"
	}
	return w.inverted(i, end), true
}

// fronts reports whether the preposition at i puts what stands before end to the
// front as the theme: "as for the roofer,", "in the case of a nurse,".
func (w *walk) fronts(i, end int) bool {
	if i > 0 && w.lower(i-1) == "as" {
		i--
	}
	if i != 0 || w.tagAt(end+1) != nlp.PRP && w.tagAt(end+1) != nlp.PRPS {
		return false
	}
	switch w.lower(0) {
	case "as", "for", "regarding", "concerning":
		return true
	}
	return w.lower(0) == "in" && (w.lowerAt(2) == "case" || w.lowerAt(1) == "case")
}

// clause reads a subject with its predicate.
func (w *walk) clause(i int) int {
	end := i
	if clause.StartsNoun(w.words[i]) {
		end = w.subjectEnd(i)
	}
	if _, n := w.reading.words.standIns.at(len(w.words), w.lower, i); n > 1 {
		end = max(end, i+n) // "this professional", whatever the tagger makes of it
	}
	if end == i {
		return i + 1
	}
	after := end
	if w.lowerAt(end) != "," || w.lowerAfter(end) != "who" {
		after = w.asideEnd(end)
	}
	if v, ok := w.grammar.VerbGroupAt(w.words, after); ok {
		return w.finite(i, end, v)
	}
	if next, ok := w.narrowed(i, end); ok {
		return next
	}
	if next := w.lowerAt(end); next == "who" || next == "that" {
		if who := w.subjectAt(i, end); len(who.roles) > 0 && !who.nominal {
			return w.person(who, i, end)
		}
	}
	if w.tagAt(end) == nlp.PRP && !w.reading.words.is(w.words[end-1].Lower, "time") && w.words[i].Tag != nlp.PRP {
		if v, ok := w.grammar.VerbGroupAt(w.words, end+1); ok {
			_, end = w.grammar.Predicates(w.words, v.Verb) // "the jobs you do"
			return end
		}
		return end + 1
	}
	if len(w.rolesIn(i, end)) == 0 {
		w.ready = w.ready && w.words[i].Lower != "the"
	}
	return end
}

// narrowed reads a subject [i, end) that a participle or a relative clause
// without a role as its subject narrows down.
func (w *walk) narrowed(i, end int) (int, bool) {
	if next, v, ok := w.reduced(end); ok {
		if who := w.subjectAt(i, end); who.nominal {
			end = next // "the tasks performed by welders"
		}
		return w.finite(i, end, v), true
	}
	if roles := w.rolesIn(i, end); w.tagAt(end) == nlp.POS && len(roles) == 1 && w.ready {
		if v, ok := w.grammar.VerbGroupAt(w.words, end+1); ok && v.Be {
			w.subjectFrom, w.pending = i, -1
			return w.predicate(subject{roles: roles, text: w.wordsText(i, end), nominal: true}, v), true // "a mason's job is …, and a roofer's is …"
		}
	}
	who, v, ok := w.doneBy(i, end)
	if !ok {
		return 0, false
	}
	w.who, w.subjectFrom, w.pending = who, i, -1
	next := v.Verb + 1
	if v.Be && len(who.roles) > 0 && next < len(w.words) && w.tagAt(next) != nlp.VBG && clause.CanBe(w.words[next], clause.Base) && !w.limitsOf(v).denied {
		w.spoke = true
		next = w.emitVerbs(who, next, "nominal-subject", w.limitsOf(v)) // "one of the jobs that welders do is read plans"
	} else {
		next = w.predicate(who, v)
	}
	w.ready = len(who.roles) > 0
	return next, true
}

// finite reads the clause of the subject [i, end) with the verb group v.
func (w *walk) finite(i, end int, v clause.VerbGroup) int {
	w.who = w.subjectAt(i, end)
	switch {
	case i > 0 && w.words[i-1].Lower == "not":
		w.who.roles = nil // "not every nurse …" says nothing of nurses
	case w.words[i].Lower == "no" || w.words[i].Lower == "few" || w.words[i].Lower == "neither" && len(w.who.roles) > 1, w.frontedDenial(i):
		w.who.denied = !w.who.nominal
	}
	if len(w.who.roles) > 0 {
		w.spoke = true
		if !w.who.points {
			w.antecedent = w.who.roles
		}
		if w.pending >= 0 && !w.who.nominal {
			w.opening(w.who, w.pending)
		}
	}
	w.pending, w.subjectFrom = -1, i
	next := w.predicate(w.who, v)
	w.ready = len(w.who.roles) > 0
	return next
}

// person reads "the person who leads …", where [i, end) is the person.
func (w *walk) person(who subject, i, end int) int {
	if before := w.rolesIn(0, i); len(before) > 0 && len(w.rolesIn(i, end)) == 0 {
		who.roles = before[len(before)-1:] // "think of the host as the person who …"
	}
	if w.s.gloss && w.context.leadRole && i == 0 {
		who.roles = w.context.roles // "Bailiff: an officer who keeps order"
	}
	who.denied = who.denied != w.notBefore(i)
	w.who, w.spoke = who, true
	v, ok := w.grammar.VerbGroupAt(w.words, end+1)
	if !ok {
		return end + 1
	}
	next := w.predicate(who, v)
	w.ready, w.resume = true, next
	return next
}
