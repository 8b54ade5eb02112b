package duty

import "strings"

// action matches the longest entry of duty-actions at hand, stepping over
// adverbs, determiners and adjectives inside it, and reports whether one of
// those denies ("has no direct authority over"). A verb in no table is its
// own lemma of class Act.
func (p *parser) action() (class Class, lemma string, n int, negated bool) {
	if w := p.ws[p.i]; w.text != w.verb && p.openings[w.text] != nil { // "responsible for", "allowed to"
		if class, lemma, n, negated = p.match(w.text); n > 0 {
			return class, lemma, n, negated
		}
	}
	if class, lemma, n, negated = p.match(p.ws[p.i].verb); n > 0 {
		return class, lemma, n, negated
	}
	return Act, p.ws[p.i].verb, 1, false
}

// match matches the longest entry that begins with a form of the word at
// hand.
func (p *parser) match(first string) (class Class, lemma string, n int, negated bool) {
	if c, ok := p.actions[first]; ok {
		class, lemma, n = c, first, 1
	}
	at, neg := p.openings[first], false
	for k := p.i + 1; at != nil && k < len(p.ws) && k-p.i < p.longest+4; k++ {
		w := &p.ws[k]
		next := at.next[w.text]
		if next == nil && (w.pos == adv || w.pos == det || w.pos == adj || w.pos == not) {
			neg = neg != (w.pos == not)
			continue
		}
		if next == nil {
			next = at.next[w.verb]
		}
		if next == nil {
			next = at.next[w.noun]
		}
		if at = next; at != nil && at.class != "" {
			class, lemma, n, negated = at.class, at.lemma, k-p.i+1, neg
		}
	}
	return class, lemma, n, negated
}

// class returns the class of a verb alone.
func (p *parser) class(lemma string) Class {
	if c, ok := p.actions[lemma]; ok {
		return c
	}
	return Act
}

// nextVerb steps over "and" or a comma to a verb that shares the objects.
func (p *parser) nextVerb() bool {
	k := p.i
	for k < len(p.ws) && (p.ws[k].pos == conj || p.ws[k].pos == comma || p.ws[k].pos == adv) {
		k++
	}
	if k == p.i || k >= len(p.ws) {
		return false
	}
	w := p.ws[k]
	if w.pos != verb && (p.actions[w.verb] == "" || ending(w) != ending(p.ws[p.i-1])) {
		return false
	}
	p.ws[k].pos = verb
	p.i = k
	return true
}

// ending returns the inflection of a verb's form.
func ending(w word) string {
	for _, suffix := range []string{"ing", "ed", "s"} {
		if w.text != w.verb && strings.HasSuffix(w.text, suffix) {
			return suffix
		}
	}
	return ""
}

// firstWord returns the verb of an action, "" where it begins with another
// word ("in charge of") or with "be".
func firstWord(lemma string) string {
	w, _, _ := strings.Cut(lemma, " ")
	if closed[w] != 0 || w == "be" || strings.HasSuffix(w, "ble") {
		return ""
	}
	return w
}
