package extract

import (
	"slices"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// nominal recognises phrases for what a role does: "the CTO's main task",
// "the role of a nurse", "their responsibilities", "this".
func (p *statement) nominal(who *subject, first, last int) {
	core := p.grammar.Noun(p.words, first)
	if core > last {
		core = last
	}
	if core == first {
		return
	}
	head := p.words[core-1]
	lemma := head.Lemmas().Noun
	if core-first == 1 && (head.Lower == "this" || head.Lower == "that" || head.Lower == "these" || head.Lower == "which") {
		who.nominal, who.points, who.roles = true, true, p.antecedent
		return
	}
	if head.Role < 0 && p.reading.words.is(lemma, "share") { // "a large part of their job"
		for i := core; i < last; i++ {
			if p.reading.words.dutyNouns[p.words[i].Lemmas().Noun] && (i+1 >= last || !p.words[i+1].Tag.IsNoun() && p.words[i+1].Role < 0) {
				lemma, core = "part", i+1
			}
		}
	}
	if p.reading.words.is(lemma, "owned") && (p.words[first].Tag == nlp.PRPS || len(p.rolesIn(first, last)) > 0) && head.Role < 0 {
		lemma = "duty" // "their field of work", "the nurse's days"
	}
	if head.Role >= 0 || !p.reading.words.dutyNouns[lemma] && (lemma != "part" || core == p.grammar.Noun(p.words, first)) {
		return
	}
	who.plain = lemma == "role" || lemma == "position" || lemma == "job" || lemma == "work" || lemma == "function" || lemma == "day"
	if before := p.rolesIn(0, first); len(before) == 1 && p.words[first].Tag != nlp.PRPS && len(p.rolesIn(first, last)) == 0 {
		who.roles = before // "Once the buyer agrees, the next step is to …"
	} else if p.words[core-1].Role < 0 && last == core && p.context.roleIn && len(p.context.roles) == 1 && p.words[first].Tag != nlp.PRPS && len(p.rolesIn(first, last)) == 0 {
		who.roles = p.context.roles // "Duties include …" in a role's own section
	}
	for i := first; i < last; i++ {
		w := p.words[i]
		switch {
		case w.Role >= 0:
			if key := p.s.mentions[w.Role].Key; !slices.Contains(who.roles, key) {
				who.roles = append(who.roles, key)
			}
		case w.Tag == nlp.PRPS && i < core:
			switch w.Lower {
			case "their", "his", "her", "its":
				who.roles = p.antecedent
			case "your":
				who.roles = p.youRoles()
			case "my":
				who.roles = p.you
			}
		}
	}
	if w := p.words[first].Lower; who.roles == nil && (w == "this" || w == "these") && len(p.antecedent) < 3 {
		who.roles = p.antecedent
	}
	if who.roles == nil && p.words[first].Tag != nlp.PRPS {
		if keys := p.s.keys; len(keys) == 1 {
			who.roles = keys
		}
	}
	if who.roles == nil && p.words[first].Lower != "my" && p.words[first].Lower != "our" && (p.context.roleIn || len(p.context.roles) == 1) {
		who.roles = p.context.roles
	}
	who.nominal = who.roles != nil
}

// ofNominal reads "their job is to …", "duties include …".
func (p *statement) ofNominal(who subject, v clause.VerbGroup, l limits) int {
	verb := p.words[v.Verb]
	lemma := clause.Lemma(verb)
	next := v.Verb + 1
	switch {
	case lemma == "remain":
		return p.emitList(who, p.skipAdverbs(next), "nominal-subject", l)
	case who.points && lemma == "mean" && p.lowerAt(next) != "" && next < len(p.words) && p.words[next].Tag == nlp.VBG:
		return p.emitList(who, next, "nominal-subject", l) // "this means calling every guest"
	case who.points && !p.reading.words.includes[lemma]:
		return p.pass(who, v)
	case v.Be:
		next = p.skipAdverbs(next)
		if next+1 < len(p.words) && p.words[next].Tag == nlp.TO && p.words[next+1].Lower == "both" {
			next++
		}
		if p.lowerAt(next) == "spent" {
			next++ // "their days are spent teaching"
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
		if next+1 < len(p.words) && (p.words[next].Tag == nlp.TO || p.words[next].Lower == "both") {
			return p.emitVerbs(who, p.skipAdverbs(next+1), "nominal-subject", l)
		}
		if who.plain && (next >= len(p.words) || p.words[next].Tag != nlp.VBG) {
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
	case v.Passive:
		if lemma == "spend" && p.tagAt(next) == nlp.VBG {
			return p.emitList(who, next, "nominal-subject", l)
		}
		if lemma == "make" && p.lowerAt(next) == "up" || lemma == "compose" {
			if next++; p.lowerAt(next-1) == "up" {
				next++
			}
			return p.emitList(who, next, "nominal-subject", l) // "is made up of teaching"
		}
		if reads, n := p.reading.words.cues.at(len(p.words), p.lower, v.Verb); n > 0 && (reads == "list" || reads == "gerund") {
			return p.cue(who, v.Verb, v.Verb+n, reads, l)
		}
		return p.pass(who, v)
	case p.words[v.Verb].Tag == nlp.VBG && v.Form == clause.Ing:
		return p.emitList(who, v.Verb, "nominal-subject", l)
	case (lemma == "require" || lemma == "demand") && p.tagAt(next) == nlp.VBG:
		return p.emitList(who, next, "nominal-subject", l)
	case p.reading.words.includes[lemma]:
		next = p.skipAdverbs(next)
		if next < len(p.words) && p.words[next].Lower == "being" {
			next++
		}
		if next < len(p.words) && (p.words[next].Tag == nlp.IN || p.words[next].Lower == "to") {
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
