package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/duty"
	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// empty reports phrases that name no duty: a verb of being or having, or
// nothing but a vague noun.
func (p *statement) empty(first, last, verb int) bool {
	if verb >= 0 {
		lemma := clause.Lemma(p.words[verb])
		if lemma == "work" && p.onlyWhen(verb+1, last) || p.gets(lemma, verb, last) {
			return true
		}
		if _, over := p.holding(verb); over {
			return false
		}
		if p.hollow(verb, last) || p.ranks(lemma, verb, last) || p.isShare(lemma, verb, last) || p.schooling(verb, last) || p.ownPay(verb, last) {
			return true
		}
		switch next := p.lowerAfter(verb); {
		case (lemma == "make" || lemma == "earn") && (p.reading.words.is(next, "compares-pay") || next == "as" && p.lowerAt(verb+2) == "much"):
			return true
		case last-first == 1 && p.block.Kind == corpus.Cell && clause.CanBe(p.words[verb], clause.Third):
			return false
		case lemma == "care" && next == "for", lemma == "sit" && next == "on", lemma == "think" && (next == "about" || next == "through"),
			lemma == "stay" && p.keepsAway(verb+1):
			return false
		case next == "to" && (lemma == "choose" || lemma == "decide" || lemma == "prefer" || lemma == "opt" || lemma == "look" || lemma == "try" || lemma == "aspire" || lemma == "apply"):
			return true
		case verb+2 == last && p.words[verb].Tag != nlp.VBN && (next == "you" || p.words[verb+1].Tag == nlp.IN || p.words[verb+1].Tag == nlp.JJ && !wordnet.IsNoun(next)), lemma == "do" && next == "with":
			return true // the object is none, or was lost
		case last-first == 1 && clause.FormOf(p.words[verb]) != clause.Ing, lemma == "do" && (last == verb+1 || last == verb+2 && (next == "not" || next == "n't" || next == "so")),
			lemma == "work" && (next == "under" || verb+1 < last && (p.words[verb+1].Tag == nlp.NNS || p.words[verb+1].Tag == nlp.CD)),
			lemma == "work" && (next == "in" || next == "at" || next == "for" || next == "as" || next == "from" || next == "hand"), p.underSomebody(lemma, verb), lemma == "take" && next == "home", last-first == 1 && p.block.Kind != corpus.Item && p.block.Kind != corpus.Cell:
			return true
		}
		why, stative := p.reading.words.stative[lemma]
		if why == "life" || why == "other" {
			return !p.hasObject(verb, last) && !(p.lowerAfter(verb) == "up" && p.lowerAt(verb+2) == "with")
		}
		return stative
	}
	if !p.named(first, last) {
		return true
	}
	if last-first == 1 && clause.FormOf(p.words[first]) == clause.Third {
		return false
	}
	if last-first == 1 && (p.block.Kind == corpus.Item || p.block.Kind == corpus.Cell) && clause.FormOf(p.words[first]) != clause.Ing {
		return p.block.Kind == corpus.Item || p.words[first].Tag == nlp.VB || p.words[first].Tag == nlp.VBP
	}
	if last-first > 2 {
		return false
	}
	w := p.words[last-1]
	switch w.Lower {
	case "etc", "etc.", "it", "them", "this", "that", "things", "everything", "more", "one", "following", "lot", "some", "many":
		return true
	case "tasks", "activities", "duties", "responsibilities", "areas":
		before := p.words[max(last-2, first)]
		return last-first == 1 || before.Tag == nlp.DT || before.Tag == nlp.PRPS || before.Tag == nlp.CD || p.reading.words.is(before.Lower, "hollow") || p.reading.words.is(before.Lower, "object-opener")
	}
	return w.Role >= 0
}

// keepsAway reports whether "out of" or "away from" stands at word i, perhaps
// behind an adverb.
func (p *statement) keepsAway(i int) bool {
	for ; p.tagAt(i) == nlp.RB && p.lowerAt(i) != "away"; i++ {
	}
	return p.lowerAt(i) == "out" && p.lowerAfter(i) == "of" || p.lowerAt(i) == "away" && p.lowerAfter(i) == "from"
}

// saysNothing reports phrases whose object makes them no duty: pay, a part
// that is played, a quality that is shown.
func (p *statement) saysNothing(span corpus.Span, frame duty.Frame) bool {
	if strings.ContainsAny(span.Of(p.doc.Text), "$£€₹¥") {
		return true
	}
	if strings.HasSuffix(span.Of(p.doc.Text), " following") || strings.HasSuffix(span.Of(p.doc.Text), " above") {
		return true
	}
	head := frame.Object[strings.LastIndexByte(frame.Object, ' ')+1:]
	switch frame.Action {
	case "play", "serve", "perform", "fulfil", "fulfill", "fill", "assume":
		return strings.Contains(frame.Object, "role") || head == "function" || head == "part" || head == "purpose" || head == "position"
	case "wear":
		return head == "hat"
	case "combine":
		if head == "role" {
			return true
		}
		fallthrough
	case "make", "take", "get", "earn", "choose":
		kind := p.kindOf(head)
		return kind == "pay" || head == "money" || head == "credit" || kind == "education" && (frame.Action == "take" || frame.Action == "choose")
	case "exhibit", "demonstrate", "show", "display", "attend", "complete", "pass", "study", "hold", "bring", "offer":
		last := span.Of(p.doc.Text)
		last = last[strings.LastIndexByte(last, ' ')+1:]
		return p.kindOf(last) == "skills" || p.kindOf(head) == "skills" || p.kindOf(head) == "education" || p.kindOf(head) == "pay"
	}
	return false
}

// governs reports verbs whose object is a clause: a negation in it is none of
// the duty ("makes sure that nothing is late").
func governs(verb string) bool {
	switch verb {
	case "ensure", "make", "make sure", "see", "check", "guarantee", "assure", "verify", "prevent":
		return true
	}
	return false
}

// hasObject reports whether an object follows a verb like "enter" or "leave"
// that makes it a deed ("enters the data") and no step of a career ("enters
// the profession").
func (p *statement) hasObject(verb, last int) bool {
	next := p.skipAdverbs(verb + 1)
	for next < last && (p.words[next].Lower == "," || p.words[next].Lower == "and" || clause.FormOf(p.words[next]) != clause.NoVerb) {
		next++ // "count and tag the fish"
	}
	if next >= last || !clause.StartsNoun(p.words[next]) {
		return false
	}
	end := min(p.grammar.Noun(p.words, next), last)
	if end == next {
		return false
	}
	switch p.kindOf(p.words[end-1].Lower) {
	case "education", "pay", "career", "hiring", "skills":
		return false
	}
	return true
}

// named reports whether a phrase has a noun, a gerund or a role in it.
func (p *statement) named(first, last int) bool {
	for i := first; i < last; i++ {
		switch w := p.words[i]; {
		case w.Role >= 0, w.Tag.IsNoun(), clause.CanBe(w, clause.Ing), w.Tag == nlp.CD, w.Tag == nlp.WRB, w.Tag == nlp.WP, w.Tag == nlp.WDT && w.Lower == "whatever":
			return true
		}
	}
	return false
}
