package extract

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// emitList records the noun and gerund phrases from i.
func (p *statement) emitList(who subject, i int, rule string, l limits) int {
	i = p.notLimitedTo(i)
	if i >= len(p.words) {
		return i
	}
	if i > 0 && p.words[i-1].Lower == "from" {
		if to := p.upTo(i); to > 0 {
			p.emit(who, clause.Predicate{First: i, Last: to - 1, Verb: i}, rule, l)
			i = to // "from counting stock to directing the shop"
		}
	}
	list, end := p.grammar.Nominals(p.words, i)
	for _, d := range list {
		if from := p.spelledOut(d, end); from > 0 {
			who.points = false
			return p.emitList(who, from, rule, l)
		}
		if other := p.gapped(d, i); other.roles != nil {
			p.emit(other, clause.Predicate{First: d.First + 2, Last: d.Last, Verb: -1}, rule, l)
		} else if !who.points || d.Verb >= 0 {
			p.emit(who, d, rule, l)
		}
	}
	return max(end, i)
}

// gapped returns the role that a phrase of a list begins with, where the
// preposition before word i, the list's first, follows it: "masons focus on
// walls, roofers on roofs".
func (p *statement) gapped(d clause.Predicate, i int) subject {
	if d.Verb >= 0 || i == 0 || d.First <= i || p.words[d.First].Role < 0 || d.First+2 >= d.Last || p.words[i-1].Tag != nlp.IN || p.lower(d.First+1) != p.lower(i-1) {
		return subject{}
	}
	return subject{roles: p.rolesIn(d.First, d.First+1), text: p.wordsText(d.First, d.First+1)}
}

// spelledOut returns where the list begins that spells out a vague phrase ("a
// wide range of activities, including …"), 0 where none does.
func (p *statement) spelledOut(d clause.Predicate, end int) int {
	if d.Verb >= 0 || d.Last != end && d.Last+1 != end || !p.reading.words.is(p.words[d.Last-1].Lower, "vague") {
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
	case end+1 < len(p.words) && p.words[end].Lower == "from" && p.upTo(end+1) > 0:
		return end + 1
	}
	return 0
}

// notLimitedTo returns the word behind "(,) but (are) not limited to (,)" at word
// i, or i.
func (p *statement) notLimitedTo(i int) int {
	k := i
	if p.lowerAt(k) == "," {
		k++
	}
	if p.lowerAt(k) != "but" {
		return i
	}
	for k++; p.lowerAt(k) == "is" || p.lowerAt(k) == "are" || p.lowerAt(k) == "not" || p.lowerAt(k) == "certainly"; k++ {
	}
	if p.lowerAt(k) != "limited" || p.lowerAfter(k) != "to" {
		return i
	}
	if k += 2; p.lowerAt(k) == "," || p.lowerAt(k) == ":" {
		k++
	}
	return k
}

// upTo returns the second gerund of "(from) counting stock to directing the
// shop", whose first one is word i, 0 for other text.
func (p *statement) upTo(i int) int {
	if p.tagAt(i) != nlp.VBG {
		return 0
	}
	for k := i + 1; k+1 < len(p.words) && p.words[k].Lower != "." && p.words[k].Lower != ";"; k++ {
		if p.words[k].Lower == "to" && p.words[k+1].Tag == nlp.VBG {
			return k + 1
		}
	}
	return 0
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

// emit records one duty for every role of its subject, unless its rule is
// switched off or its verb names no duty.
func (p *statement) emit(who subject, d clause.Predicate, rule string, l limits) {
	first, last := d.First, d.Last
	for first < last && (p.words[first].Lower == "," || p.words[first].Lower == "\"" || p.words[first].Lower == "“") {
		first++
	}
	if first >= last || p.off[rule] || p.empty(first, last, d.Verb) {
		return
	}
	if l.denied && l.negator >= 0 && l.negator < first && first-l.negator < 9 {
		first = l.negator
	}
	span := corpus.Span{Start: p.words[first].Span.Start, End: p.words[last-1].Span.End}
	frame := p.frames.Frame(p.tokensIn(span), d.Verb < 0)
	if p.saysNothing(span, frame) {
		return
	}
	polarity := Asserted
	if (l.denied || frame.Denied && !governs(frame.Action)) != (p.context.kind == kindRejected) {
		polarity = Denied
	}
	for _, key := range who.roles {
		p.found = append(p.found, Responsibility{
			ID:       ClaimID(p.doc.ID, "responsibility", key, span),
			Role:     key,
			RoleText: who.text,
			Evidence: Evidence{Span: span, Sentence: p.s.span, Section: p.sectionText(p.s), Rule: rule, Confidence: p.reading.words.rules[rule]},
			Polarity: polarity, Modality: l.modality,
			Action: frame.Action, Object: frame.Object, Topic: frame.Topic,
			SharedWith: p.sharers(who, key, first, last),
			Condition:  who.grade,
		})
	}
}

// sharers returns the roles that the text says share a duty: the other
// subjects of the sentence, and those named in "together with the CTO".
func (p *statement) sharers(who subject, key string, first, last int) []string {
	var keys []string
	for _, other := range who.roles {
		if other != key {
			keys = append(keys, other)
		}
	}
	with := false
	for i := 0; i < last; i++ {
		w := p.words[i]
		switch w.Lower {
		case "jointly", "together", "alongside", "shares", "share", "sharing":
			with = true
		case ",", ";", ".":
			with = with && i >= first
		default:
			with = with || sharedVerb(w.Lower)
		}
		if with && w.Role >= 0 && p.s.mentions[w.Role].Key != key {
			keys = append(keys, p.s.mentions[w.Role].Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// sharedVerb reports verbs like "co-develops", whatever the tagger makes of them.
func sharedVerb(word string) bool {
	rest, ok := strings.CutPrefix(word, "co-")
	w := clause.Word{Lower: rest, Role: -1}
	return ok && !isPerson(rest) && (clause.CanBe(w, clause.Base) || clause.CanBe(w, clause.Third) || clause.CanBe(w, clause.Ing))
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
