package duty

import (
	"slices"
	"strings"

	"roleclaims/extract/nlp"
)

// nounPhrase is one conjunct: its head, what stands before it and the noun
// phrases that prepositions hang on it.
type nounPhrase struct {
	head    string
	mods    []string // words before the head, in order
	surface []string // the same as they are shown: no owners
	own     bool     // has a determiner of its own
	owners  []string // "the company's"
	tail    []tail
	denied  bool // "no authority"
	bare    bool // ends in an adjective: "operational" in "operational and people tasks"
}

type tail struct {
	prep string
	np   nounPhrase
}

// nounPhrases reads a coordination of noun phrases with their prepositional
// phrases. Modifiers of the first spread to later ones that have none, and
// what hangs on the last hangs on all.
func (p *parser) nounPhrases() []nounPhrase {
	var nps []nounPhrase
	for p.i < len(p.ws) {
		np, ok := p.nounPhrase()
		if !ok {
			break
		}
		nps = append(nps, np)
		if !p.nextNoun() {
			break
		}
	}
	if len(nps) == 0 {
		return nil
	}
	last := nps[len(nps)-1]
	for i := len(nps) - 2; i >= 0; i-- {
		if next := nps[i+1]; nps[i].bare && !next.bare && len(nps[i].tail) == 0 {
			nps[i].mods = append(nps[i].mods, nps[i].head)
			nps[i].head, nps[i].surface, nps[i].bare = next.head, nps[i].mods, false
		}
	}
	for i := range nps {
		if i > 0 && !nps[i].own && len(nps[i].mods) == 0 {
			nps[i].mods, nps[i].surface = nps[0].mods, nps[0].surface
		}
		if i < len(nps)-1 && len(nps[i].tail) == 0 {
			nps[i].tail = last.tail
		}
	}
	return nps
}

// nextNoun steps over "and" or a comma to another noun phrase; a verb there
// begins another predicate.
func (p *parser) nextNoun() bool {
	k := p.i
	for k < len(p.ws) && (p.ws[k].pos == conj || p.ws[k].pos == comma || p.ws[k].text == "as" || p.ws[k].text == "well") {
		k++
	}
	if k == p.i || k >= len(p.ws) {
		return false
	}
	for j := k; j < len(p.ws); j++ {
		switch w := p.ws[j]; w.pos {
		case adv:
			continue
		case det, adj, name:
			p.i = k
			return true
		case verb:
			if strings.HasSuffix(w.text, "ing") && j+1 < len(p.ws) && p.ws[j+1].pos == prep && p.ws[j+1].text == "of" ||
				strings.HasSuffix(w.text, "ing") && p.nominal && (j+1 == len(p.ws) || p.ws[j+1].pos == conj || p.ws[j+1].pos == comma) {
				p.i = k
				return true
			}
			return false
		default:
			return false
		}
	}
	return false
}

// nounPhrase reads one conjunct. A verb's form inside it is a modifier or,
// where it ends it, its head ("decision making").
func (p *parser) nounPhrase() (nounPhrase, bool) {
	var np nounPhrase
	run := p.run[:0]
scan:
	for ; p.i < len(p.ws); p.i++ {
		w := p.ws[p.i]
		switch w.pos {
		case det:
			if len(run) > 0 {
				break scan
			}
			np.own = true
			if w.text == "all" {
				run = append(run, w)
			}
		case not:
			if len(run) > 0 {
				break scan
			}
			np.denied = true
		case adv:
			if len(run) > 0 && run[len(run)-1].pos != adj {
				break scan
			}
		case adj, name:
			if w.tag == nlp.CD && len(run) > 0 && run[len(run)-1].pos == name {
				break scan // "takes night calls one week in five"
			}
			if w.pos == adj && p.postponed(run) {
				p.i = len(p.ws) // "the team responsible for …" says whose, not what
				break scan
			}
			run = append(run, w)
		case verb:
			if p.relative(run, w) {
				break scan
			}
			run = append(run, w)
		case genit:
			for _, o := range run {
				np.owners = append(np.owners, o.noun)
			}
			run, np.own = run[:0], true
		case conj:
			if len(run) == 0 || run[len(run)-1].pos != adj || p.i+1 >= len(p.ws) || p.ws[p.i+1].pos != adj {
				break scan
			}
		case pron:
			if len(run) == 0 {
				run = append(run, w)
				p.i++
			}
			break scan
		default:
			break scan
		}
	}
	p.run = run
	for len(run) > 0 && run[len(run)-1].text == "all" && len(run) > 1 {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return np, false
	}
	np.head, np.bare = run[len(run)-1].noun, run[len(run)-1].pos == adj
	for _, w := range run[:len(run)-1] {
		if w.text == "all" {
			continue
		}
		m := w.text
		if w.pos == name {
			m = w.noun
		}
		np.mods = append(np.mods, m)
	}
	np.surface = np.mods
	p.tails(&np)
	return np, true
}

// relative reports whether the verb at hand begins a clause about the nouns
// before it: "the people who build", "people building systems".
func (p *parser) relative(run []word, w word) bool {
	if len(run) == 0 || run[len(run)-1].pos != name {
		return false
	}
	if !strings.HasSuffix(w.text, "ing") {
		return true
	}
	return p.noun(run[len(run)-1].noun).kind == "people" && p.i+1 < len(p.ws) && p.ws[p.i+1].pos != conj
}

// postponed reports whether the adjective at hand stands behind its noun.
func (p *parser) postponed(run []word) bool {
	if len(run) == 0 || run[len(run)-1].pos != name || p.i+1 >= len(p.ws) {
		return false
	}
	next := p.ws[p.i+1]
	return next.pos == to || next.pos == prep && next.text != "of"
}

// tails reads the prepositional phrases that follow a head.
func (p *parser) tails(np *nounPhrase) {
	for p.i+1 < len(p.ws) && p.ws[p.i].pos == prep && len(np.tail) < 4 {
		before, preposition := p.i, p.ws[p.i].text
		if preposition == "by" {
			return
		}
		p.i++
		if p.ws[p.i].pos == clause { // "about which …"
			p.i++
		}
		inner := p.nounPhrases()
		if len(inner) == 0 {
			p.i = before
			return
		}
		for _, one := range inner {
			np.tail = append(np.tail, tail{preposition, one})
		}
	}
}

// specific returns the normal forms of the words that say which thing is
// meant, sorted: those before the head, and all words of its owners and of
// what hangs on it.
func (r *Reader) specific(np nounPhrase) (mods, tail []string) {
	whole := false
	for _, m := range np.mods {
		whole = whole || wholes[m]
		mods = r.addForm(mods, m, true)
	}
	for _, o := range np.owners {
		tail = r.addForm(tail, o, true)
	}
	for _, t := range np.tail {
		if t.prep == "without" || t.prep == "with" || t.prep == "as" {
			continue
		}
		inner, rest := r.specific(t.np)
		// "of the hospital" says whose, "in hospitals" where.
		place := t.prep == "in" || t.prep == "at"
		for _, m := range append(inner, rest...) {
			tail = r.addForm(tail, m, !place)
		}
		if n := r.nouns[t.np.head]; !n.vague && !n.light {
			tail = r.addForm(tail, t.np.head, !place)
		}
		whole = whole || wholes[t.np.head]
	}
	for _, o := range np.owners {
		whole = whole || wholes[o]
	}
	if whole && len(mods) == 0 && r.nouns[np.head].relational {
		mods = append(mods, "whole") // "the company's budget" is one, "the budget" each one's own
	}
	slices.Sort(mods)
	slices.Sort(tail)
	return mods, tail
}

// wholes name the whole of an employer, of which there is one.
var wholes = map[string]bool{"company": true, "organization": true, "organisation": true, "firm": true, "hospital": true, "school": true, "restaurant": true, "corporation": true, "enterprise": true}

// addForm appends a word's normal form unless the word changes nothing or,
// where it may be an owner, only says whose the thing is.
func (r *Reader) addForm(list []string, w string, owner bool) []string {
	if r.empty[w] || owner && r.owners[w] || len(w) < 2 {
		return list
	}
	if form, ok := r.variants[w]; ok {
		w = form
	}
	if slices.Contains(list, w) {
		return list
	}
	return append(list, w)
}
