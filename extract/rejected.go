package extract

import (
	"slices"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// rejectedView notes a sentence that tells a view only to refuse it, and
// leaves the view alone to be read: what is said in it counts as denied. It
// opens with "Myth:" or "It is a myth that", or ends with ", which is wrong".
func (p *statement) rejectedView() {
	for i := 1; i < len(p.words) && i < 5; i++ {
		if p.words[i].Lower == ":" && p.kindOf(p.wordsText(0, i)) == kindRejected {
			p.context.kind = kindRejected
			p.words = p.words[i+1:]
			return
		}
	}
	if p.falseClaim() {
		return
	}
	that := slices.IndexFunc(p.words, func(w clause.Word) bool { return w.Lower == "that" })
	if that > 1 && p.refuted(0, that) {
		p.context.kind = kindRejected
		p.words = p.words[that+1:]
		return
	}
	for i := len(p.words) - 1; i > 1; i-- {
		if p.words[i].Lower == "," && p.refuted(i+1, len(p.words)) {
			p.context.kind = kindRejected
			p.words = p.words[:i]
			if 0 < that && that < min(i, maxAssumed) && p.words[0].Role < 0 {
				p.words = p.words[that+1:] // "it is widely assumed that …, which is wrong"
			}
			return
		}
	}
}

// falseClaim reads "the claim that …  is false".
func (p *statement) falseClaim() bool {
	if len(p.words) < 6 || p.words[0].Lower != "the" && p.words[0].Lower != "any" || !p.reading.words.is(p.words[1].Lower, "view") || p.words[2].Lower != "that" {
		return false
	}
	for i := len(p.words) - 1; i > 3; i-- {
		if (p.words[i].Lower == "is" || p.words[i].Lower == "'s") && p.verdict(i+1, len(p.words), false) {
			p.context.kind, p.words = kindRejected, p.words[3:i]
			return true
		}
	}
	return false
}

// maxAssumed is how many words into its sentence the view may begin that
// somebody holds.
const maxAssumed = 8

// refuted reports whether the words [first, last) are a clause that calls
// something wrong: "it is a common myth", "which is simply not true".
func (p *statement) refuted(first, last int) bool {
	subject, be, negated := false, false, false
	for i := first; i < last; i++ {
		w := p.words[i]
		switch {
		case w.Role >= 0:
			return false
		case !subject:
			switch w.Lower {
			case "it", "this", "that", "which":
				subject = true
			case "but", "and", "yet", "though":
			default:
				return false
			}
		case !be:
			be = w.Lower == "is" || w.Lower == "'s" || w.Lower == "’s" || w.Lower == "isn't" || w.Lower == "isn’t"
			if !be && w.Tag != nlp.RB {
				return false
			}
			negated = w.Lower == "isn't" || w.Lower == "isn’t"
		default:
			return p.verdict(i, last, negated)
		}
	}
	return false
}

// verdict reports whether the words [first, last) call something wrong: "a
// common myth", "simply not true"; negated says that a "not" stands before.
func (p *statement) verdict(first, last int, negated bool) bool {
	for i := first; i < last; i++ {
		switch w := p.words[i].Lower; {
		case w == "not" || w == "n't" || w == "hardly":
			negated = true
		case p.reading.words.is(w, "wrong-view"):
			return !negated
		case p.reading.words.is(w, "right-view"):
			return negated
		}
	}
	return false
}
