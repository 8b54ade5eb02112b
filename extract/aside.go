package extract

import (
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

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
		if time && verb && (w.Role >= 0 || w.Tag == nlp.PRP) {
			if _, ok := p.grammar.VerbGroupAt(p.words, i+1); ok {
				return i // "when the bell rings he leads the class in"
			}
		}
		verb = verb || w.Tag == nlp.VBZ || w.Tag == nlp.VBP || w.Tag == nlp.MD || w.Tag == nlp.VBD
	}
	return i
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
		case nlp.VBZ, nlp.VBP, nlp.MD:
			return false
		}
	}
	return true
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
		if w.Tag != nlp.RB {
			return false
		}
	}
	return false
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

// meant returns the role that is set against the one at i: in "the nurse, and
// not the doctor, who" it is the nurse. Else it is the one at i.
func (p *statement) meant(i int) int {
	k := i - 1
	if k >= 0 && p.words[k].Tag == nlp.DT {
		k--
	}
	if k < 0 || p.words[k].Lower != "not" {
		return i
	}
	for k--; k >= 0 && (p.words[k].Lower == "and" || p.words[k].Lower == ","); k-- {
	}
	if k < 0 || p.words[k].Role < 0 {
		return i
	}
	return k
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
