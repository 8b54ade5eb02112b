package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// hollow reports whether the object of a verb that says little itself names
// nothing: "share many of the same duties", "perform a number of tasks".
func (p *statement) hollow(verb, last int) bool {
	if !p.reading.words.is(clause.Lemma(p.words[verb]), "light") {
		return false
	}
	noun := false
	for i := verb + 1; i < last; i++ {
		w := p.words[i]
		switch lemma := w.Lemmas().Noun; {
		case w.Role >= 0:
			return false
		case p.reading.words.is(w.Lower, "vague") || p.reading.words.is(lemma, "hollow-noun"):
			noun = true
		case w.Tag == nlp.DT || w.Tag == nlp.PRPS || w.Tag == nlp.CD || w.Tag == nlp.PDT || w.Tag == nlp.RB || w.Tag == nlp.RP, w.Lower == "of" || w.Lower == "on" && !noun || w.Lower == "and" || w.Lower == "or" || w.Lower == ",",
			p.reading.words.is(w.Lower, "hollow"):
		default:
			return noun && (w.Tag == nlp.IN || w.Tag == nlp.TO || w.Tag == nlp.WDT)
		}
	}
	return noun
}

// ranks reports predicates that tell where a holder stands: "holds a higher
// rank", "hold different levels of authority".
func (p *statement) ranks(lemma string, verb, last int) bool {
	if lemma != "hold" && lemma != "occupy" {
		return false
	}
	end := min(p.grammar.Noun(p.words, verb+1), last)
	return end > verb+1 && p.reading.words.is(p.words[end-1].Lemmas().Noun, "standing")
}

// isShare reports predicates that tell of the occupation as a whole: how many
// of something its holders are ("make up ten percent of the team") and what it
// gives them ("offers good pay").
func (p *statement) isShare(lemma string, verb, last int) bool {
	switch lemma {
	case "offer":
		end := min(p.grammar.Noun(p.words, verb+1), last)
		if end == verb+1 {
			return false
		}
		kind := p.kindOf(p.words[end-1].Lower)
		return kind == "pay" || kind == "career"
	case "make":
		if p.lowerAfter(verb) != "up" {
			return false
		}
		for i := verb + 2; i < last; i++ {
			switch p.lower(i) {
			case "percent", "%", "majority", "half", "third", "quarter":
				return true
			}
		}
	}
	return false
}

// schooling reports predicates that tell how a holder was taught: "complete a
// nursing program", "hold a master's degree".
func (p *statement) schooling(verb, last int) bool {
	if !p.reading.words.is(clause.Lemma(p.words[verb]), "attends") {
		return false
	}
	for i := verb + 1; i < last; i++ {
		if w := p.words[i]; w.Tag == nlp.IN && w.Lower != "of" {
			return false
		} else if p.reading.words.is(w.Lower, "schooling") {
			return clause.Lemma(p.words[verb]) != "hold" || !p.reading.words.is(w.Lower, "lessons")
		}
	}
	return false
}

// ownPay reports predicates that tell what a holder gets: "improve their
// salaries".
func (p *statement) ownPay(verb, last int) bool {
	if verb+2 > last-1 || p.words[verb+1].Tag != nlp.PRPS {
		return false
	}
	end := min(p.grammar.Noun(p.words, verb+1), last)
	return payHeads[p.words[end-1].Lower]
}

// onlyWhen reports whether nothing but when or how somebody works stands
// behind "work": "full time", "year-round", "closely together".
func (p *statement) onlyWhen(first, last int) bool {
	for i := first; i < last; i++ {
		w := p.words[i]
		if w.Tag == nlp.RB || w.Tag == nlp.DT || w.Tag == nlp.CC || w.Tag == nlp.CD || w.Lower == "," || w.Lower == "more" || w.Lower == "than" || p.reading.words.is(w.Lower, "time") || p.reading.words.is(w.Lower, "when") {
			continue
		}
		return false
	}
	return first < last
}

// gets reports predicates that tell what a holder is paid: "anticipate a salary
// of …", "earn an average of INR 170,000".
func (p *statement) gets(lemma string, verb, last int) bool {
	if !p.reading.words.is(lemma, "gets") {
		return false
	}
	for i := verb + 1; i < last; i++ {
		if w := p.words[i]; payHeads[w.Lower] && w.Lower != "potential" || w.Tag == nlp.CD && lemma == "earn" {
			return true
		} else if w.Tag == nlp.IN && w.Lower != "of" {
			return false
		}
	}
	return false
}

// underSomebody reports predicates that name a superior: "reports directly to
// the owner", "answers to captains".
func (p *statement) underSomebody(lemma string, verb int) bool {
	to := p.skipAdverbs(verb + 1)
	if p.lowerAt(to) != "to" {
		return false
	}
	end := p.grammar.Noun(p.words, to+1)
	return lemma == "report" || lemma == "answer" && end > to+1 && p.words[end-1].Role >= 0
}
