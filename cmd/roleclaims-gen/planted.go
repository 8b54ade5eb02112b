package main

import "roleclaims/extract/contradict"

// planted is a pair of claims that contradict each other, or only seem to. The
// second is the odd one: others may say what the first does.
type planted struct {
	kind          string // of the contradiction
	reason        string // why it is none, as a near miss names it; "" for a contradiction
	first, second string // claim ids, "" before the claim is made
}

func kindOf(r *contradict.Record) string {
	switch r.Kind {
	case contradict.Pay:
		return "pay-range"
	case contradict.PayOrder:
		return "pay-order"
	case contradict.Rank:
		return "rank"
	}
	return "polarity"
}

// reasonOf says what explains a claim that seems to contradict another.
func reasonOf(r *contradict.Record) string {
	switch r.Kind {
	case contradict.Pay:
		return "other-component"
	case contradict.Duty:
		return "other-condition"
	}
	return "hedged"
}

// tally counts what of the planted pairs is found. A pair is found by a
// contradiction of its kind that has its second claim as evidence.
type tally struct {
	pairs          map[string]planted // by the second claim, until it is seen
	planted, found int
	traps, sprung  int // pairs that only seem to contradict, and those of them that were flagged
}

// add takes up a pair.
func (t *tally) add(p planted) {
	if t.pairs == nil {
		t.pairs = map[string]planted{}
	}
	t.pairs[p.second] = p
	if p.reason == "" {
		t.planted++
	} else {
		t.traps++
	}
}

// see takes up a claim that is evidence of a contradiction of some kind.
func (t *tally) see(kind, claim string) {
	p, ok := t.pairs[claim]
	if !ok || p.kind != kind {
		return
	}
	delete(t.pairs, claim)
	if p.reason == "" {
		t.found++
	} else {
		t.sprung++
	}
}

// missed reports whether a contradiction was not found, or a trap was sprung.
func (t *tally) missed() bool { return t.found < t.planted || t.sprung > 0 }
