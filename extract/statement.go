package extract

import (
	"roleclaims/extract/clause"
)

// prose reads the clauses of the sentence from left to right: a subject, its
// predicates, the next subject. A clause whose subject is no role is skipped
// with its object; so are conditions and asides.
func (p *statement) prose() {
	var who subject
	ready := false // a verb group here belongs to who
	pending := -1  // participle phrase that waits for its subject
	resume := -1   // place where who may go on without a comma: after its relative clause
	for i := p.pseudoCleft(); i < len(p.words); {
		w := p.words[i]
		switch {
		case skipsClause(w.Lower):
			i = p.clauseEnd(i+1, w.Lower != "if" && w.Lower != "unless")
			continue
		case w.Lower == "as" && i+1 < len(p.words):
			if end, roles := p.asRole(i); roles != nil {
				p.you = roles
				who, ready = subject{roles: roles, text: p.wordsText(i+1, end)}, false
				p.antecedent = roles
				i = end
				continue
			}
		case (w.Lower == "unlike" || w.Lower == "like") && i+1 < len(p.words):
			i = max(i+1, p.subjectEnd(i+1))
			continue
		case w.Lower == "while" || w.Lower == "whilst":
			if ready && i+1 < len(p.words) && p.words[i+1].Tag == "VBG" {
				i = p.participles(who, i+1)
				continue
			}
		case ready && (w.Lower == "including" || w.Lower == "such" && i+1 < len(p.words) && p.words[i+1].Lower == "as"):
			i = p.examples(who, i)
			continue
		case w.Tag == "TO" && i > 0 && p.words[i-1].Lower == "time": // "from time to time"
		case w.Tag == "TO" && i+1 < len(p.words) && (p.words[i+1].Tag == "VB" || p.words[i+1].Tag == "VBP"):
			i = p.purposeEnd(i + 1)
			continue
		case w.Lower == "by" && i+1 < len(p.words) && p.words[i+1].Tag == "VBG":
			if ready && i > 0 && clause.FormOf(p.words[i-1]) != clause.NoVerb {
				i = p.participles(who, i+1) // "leads by inspiring the team"
				continue
			}
			_, i = p.grammar.Predicates(p.words, i+1)
			continue
		case w.Tag == "WDT" && i > 0 && ready:
			if v, ok := p.grammar.VerbGroupAt(p.words, i+1); ok && p.reading.words.includes[clause.Lemma(p.words[v.Verb])] {
				i = p.predicate(subject{roles: who.roles, text: who.text, nominal: true}, v)
				continue
			}
			i, ready = p.clauseEnd(i+1, false), true
			continue
		case (w.Lower == "who" || w.Lower == "that") && p.roleBefore(i) >= 0:
			if v, ok := p.grammar.VerbGroupAt(p.words, i+1); ok {
				at := p.roleBefore(i)
				who = p.subjectAt(at, at+1)
				i, ready = p.predicate(who, v), true
				continue
			}
		case ready && w.Tag == "VBG" && i > 0 && p.words[i-1].Lower == ",":
			if end, ok := p.verbCue(who, i, limits{negator: -1}); ok {
				i = end // ", focusing on …"
				continue
			}
			if p.grammar.Tail(p.words, i) {
				i = p.participles(who, i)
				continue
			}
			_, i = p.grammar.Predicates(p.words, i)
			continue
		case (w.Tag == "WRB" || w.Tag == "WP" && w.Lower != "who") && i+1 < len(p.words) && clause.StartsNoun(p.words[i+1]):
			if v, ok := p.grammar.VerbGroupAt(p.words, p.subjectEnd(i+1)); ok {
				_, i = p.grammar.Predicates(p.words, v.Verb) // "how you gain …": a question within
				continue
			}
		case i <= 1 && (w.Tag == "VBG" && w.Lower != "according" || w.Tag == "VBN") && pending < 0:
			pending = i
			_, i = p.grammar.Predicates(p.words, i)
			if v, ok := p.grammar.VerbGroupAt(p.words, i); ok && w.Tag == "VBG" {
				p.subjectFrom, p.gerundFrom = pending, pending
				i = p.gerundSubject(pending, v)
				p.subjectFrom, p.gerundFrom = -1, -1
				pending = -1
			}
			continue
		}
		if ready && (i == resume || p.joinedAt(i)) {
			v, ok := p.grammar.VerbGroupAt(p.words, i)
			if !ok && p.grammar.VerbAfterAnd(p.words, i, p.form) {
				v, ok = clause.VerbGroup{First: i, Verb: i, Form: p.form}, true
			}
			if ok {
				i = p.predicate(who, v)
				continue
			}
		}
		if w.Tag == "IN" || w.Tag == "TO" {
			if w.Lower == "while" || w.Lower == "whereas" || w.Lower == "although" || w.Lower == "though" || w.Lower == "because" || w.Lower == "since" || w.Lower == "that" || w.Lower == "as" || w.Lower == "so" {
				i++
				continue
			}
			end := max(i+1, p.grammar.NounWithTail(p.words, i+1))
			if p.opensClause(i+1, end) {
				i = end - 1 // "in our town | nurses vaccinate"
				continue
			}
			i = p.inverted(i, end)
			continue
		}
		if !clause.StartsNoun(w) {
			i++
			continue
		}
		end := p.subjectEnd(i)
		if end == i {
			i++
			continue
		}
		after := end
		if p.lowerAt(end) != "," || p.lowerAfter(end) != "who" {
			after = p.asideEnd(end)
		}
		v, ok := p.grammar.VerbGroupAt(p.words, after)
		switch {
		case ok:
			who = p.subjectAt(i, end)
			switch {
			case i > 0 && p.words[i-1].Lower == "not":
				who.roles = nil // "not every nurse …" says nothing of nurses
			case p.lowerAt(i) == "no" || p.lowerAt(i) == "few":
				who.denied = !who.nominal
			}
			if len(who.roles) > 0 {
				p.spoke = true
				if !who.points {
					p.antecedent = who.roles
				}
				if pending >= 0 && !who.nominal {
					p.opening(who, pending)
				}
			}
			pending = -1
			p.subjectFrom = i
			i, ready = p.predicate(who, v), len(who.roles) > 0
		case end < len(p.words) && (p.words[end].Lower == "who" || p.words[end].Lower == "that") && len(p.subjectAt(i, end).roles) > 0 && !p.subjectAt(i, end).nominal:
			who = p.subjectAt(i, end)
			if before := p.rolesIn(0, i); len(before) > 0 && len(p.rolesIn(i, end)) == 0 {
				who.roles = before[len(before)-1:] // "think of the host as the person who …"
			}
			if p.s.gloss && p.context.leadRole && i == 0 {
				who.roles = p.context.roles // "Bailiff: an officer who keeps order"
			}
			p.spoke = true
			if v, ok := p.grammar.VerbGroupAt(p.words, end+1); ok {
				i, ready = p.predicate(who, v), true
				resume = i
				continue
			}
			i = end + 1
		case end < len(p.words) && p.words[end].Tag == "PRP" && !timeNoun[p.words[end-1].Lower] && p.words[i].Tag != "PRP":
			i = end + 1
			if v, ok := p.grammar.VerbGroupAt(p.words, i); ok {
				_, i = p.grammar.Predicates(p.words, v.Verb) // "the jobs you do"
			}
		default:
			if len(p.rolesIn(i, end)) == 0 {
				ready = ready && p.words[i].Lower != "the"
			}
			i = end
		}
	}
}

// opensClause reports whether the last word of the phrase [i, end) after a
// preposition is a bare plural title that is the subject of the verb behind it.
func (p *statement) opensClause(i, end int) bool {
	if end-1 <= i || p.words[end-1].Role < 0 || !p.s.mentions[p.words[end-1].Role].Plural {
		return false
	}
	switch p.words[end-2].Tag {
	case "DT", "IN", "PRP$", "CC", "CD", "JJ":
		return false
	}
	_, ok := p.grammar.VerbGroupAt(p.words, end)
	return ok
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

// timeNoun holds nouns that say when, before a clause: "each day they …".
var timeNoun = map[string]bool{
	"day": true, "days": true, "week": true, "month": true, "year": true, "time": true, "times": true, "morning": true, "evening": true, "today": true,
}

// roleBefore returns the index of the role right before the relative pronoun
// at i, a comma aside, -1 for none.
func (p *statement) roleBefore(i int) int {
	if i > 1 && p.words[i-1].Lower == "," {
		i--
	}
	if i > 0 && p.words[i-1].Role >= 0 {
		return i - 1
	}
	return -1
}

// pseudoCleft reads "What the host never does is serve wine" and returns the word
// to go on with.
func (p *statement) pseudoCleft() int {
	if p.lowerAt(0) != "what" || len(p.words) < 5 {
		return 0
	}
	end := p.subjectEnd(1)
	v, ok := p.grammar.VerbGroupAt(p.words, end)
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

// purposeEnd skips the purpose clause whose verb is word i. Where the main verb
// is in its base form too, what follows a comma goes on with the main verb:
// "run tests to find faults, repair them, and …".
func (p *statement) purposeEnd(i int) int {
	verbs, end := p.grammar.Predicates(p.words, i)
	if p.form == clause.Base && verbs[0].Last < len(p.words) && p.words[verbs[0].Last].Lower == "," {
		return verbs[0].Last
	}
	return end
}

// joinedAt reports whether a comma or an "and" stands before word i, adverbs
// aside, so that a verb there has the subject of the verb before.
func (p *statement) joinedAt(i int) bool {
	for i--; i >= 0; i-- {
		w := p.words[i]
		switch w.Lower {
		case ",", "and", "or", "but", "&", "then", ";", "-", "–", "—":
			return true
		}
		if w.Tag != "RB" {
			return false
		}
	}
	return false
}

// skipsClause reports words that open a condition or a time, of which nothing
// is claimed.
func skipsClause(word string) bool {
	switch word {
	case "if", "unless", "when", "whenever", "whether", "once", "until", "before", "after", "suppose", "imagine", "where", "wherever", "so":
		return true
	}
	return false
}

// clauseEnd returns the index of the comma or stop that ends the clause from
// i, or, of a clause of time, the next subject.
func (p *statement) clauseEnd(i int, time bool) int {
	verb := false // the clause has its verb: another subject begins the next
	for ; i < len(p.words); i++ {
		w := p.words[i]
		switch w.Lower {
		case ",", ";", ".", "—", "–", ":":
			return i
		}
		if time && verb && (w.Role >= 0 || w.Tag == "PRP") {
			if _, ok := p.grammar.VerbGroupAt(p.words, i+1); ok {
				return i // "when the bell rings he leads the class in"
			}
		}
		verb = verb || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD" || w.Tag == "VBD"
	}
	return i
}

// asRole reads "As a ROLE, …" at i: the end of the phrase and its roles.
func (p *statement) asRole(i int) (int, []string) {
	end := p.subjectEnd(i + 1)
	if end == i+1 || end >= len(p.words) {
		return i, nil
	}
	if next := p.words[end].Lower; next != "," && next != "you" && next != "your" {
		return i, nil
	}
	who := p.subjectAt(i+1, end)
	if who.nominal || i > 4 {
		return i, nil
	}
	return end, who.roles
}

// asideEnd returns where the verb group may begin after a subject: behind
// ", on the other hand," or ", often known as …,".
func (p *statement) asideEnd(i int) int {
	j := i
	for j < len(p.words) && (p.words[j].Lower == "alike" || p.words[j].Lower == "themselves" || p.words[j].Lower == "itself" || p.words[j].Lower == "alone" || p.words[j].Lower == "\"" || p.words[j].Lower == "”" || p.words[j].Lower == "''") {
		j++
	}
	comma := j < len(p.words) && p.words[j].Lower == ","
	if dash := p.lowerAt(j); dash == "–" || dash == "—" || dash == "-" {
		for k := j + 1; k+1 < len(p.words) && k < j+14; k++ {
			if p.words[k].Lower == dash {
				return k + 1 // "the sommelier – often a former waiter – buys …"
			}
		}
	}
	onHand := j+2 < len(p.words) && (p.words[j].Lower == "on" || p.words[j].Lower == "in") && (p.words[j+2].Lower == "other" || p.words[j+1].Lower == "contrast" || p.words[j+1].Lower == "turn" || p.words[j+1].Lower == "general" || p.words[j+1].Lower == "most")
	if !comma && !onHand {
		return j
	}
	for k := j + 1; k < len(p.words) && k < j+14; k++ {
		if p.words[k].Lower == ";" || p.words[k].Lower == "." {
			break
		}
		if p.words[k].Lower == "," || !comma && (p.words[k].Lower == "hand" || p.words[k].Lower == "side" || p.words[k].Lower == "cases") {
			start := k + 1
			if start < len(p.words) && p.words[start].Lower == "," {
				start++
			}
			if _, ok := p.grammar.VerbGroupAt(p.words, start); ok && p.isAside(j+1, k) {
				return start
			}
			if comma {
				continue
			}
		}
	}
	return j
}

// isAside reports whether the words [i, end) between two commas are no clause of
// their own.
func (p *statement) isAside(i, end int) bool {
	switch p.words[i].Lower {
	case "as", "which", "where", "if", "when", "like", "unless", "whose":
		return true
	}
	for ; i < end; i++ {
		switch p.words[i].Tag {
		case "VBZ", "VBP", "MD":
			return false
		}
	}
	return true
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
	if len(p.context.roles) == 1 && p.context.kind == kindDuties {
		who := subject{roles: p.context.roles, text: p.context.roles[0]}
		p.emitVerbs(who, i, "fragment", limits{negator: -1})
	}
	return p.pass(subject{}, v)
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
	if p.words[start].Tag == "VBG" {
		for _, d := range list {
			if d.Verb >= 0 {
				p.emit(who, d, "participle", limits{negator: -1})
			}
		}
	}
	return max(end, start)
}
