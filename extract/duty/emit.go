package duty

import (
	"slices"
	"strings"
)

// emit appends the duties of a predicate over its objects.
func (p *parser) emit(pr *predicate, nps []nounPhrase) {
	if len(nps) == 0 && len(pr.verbs) == 0 {
		return
	}
	if len(nps) == 0 {
		nps = []nounPhrase{{}}
	}
	nps = p.headWords(nps)
	for _, np := range nps {
		if len(pr.verbs) == 0 {
			p.area(pr, np, 0)
			continue
		}
		for i, v := range pr.verbs {
			if class := pr.classes[i]; p.transparent(v, class, np) {
				p.area(&predicate{verbs: []string{v}, classes: []Class{class}, governor: class, denied: pr.denied, joined: pr.joined, shared: pr.shared}, np, 0)
			} else {
				p.add(pr, v, class, np)
			}
		}
	}
}

// transparent reports whether a verb gives way to the noun of action that it
// governs: who performs the cleaning of X cleans X, who makes a diagnosis
// diagnoses. Who oversees something leads it, but who oversees the running or
// the maintenance of X runs X.
func (p *parser) transparent(v string, class Class, np nounPhrase) bool {
	switch {
	case class == "perform", class == Run, class == "provide":
		return true
	case v == "make":
		return p.verbOf(np.head) != ""
	case class == Lead && len(innerOf(np)) > 0:
		under := p.actions[p.verbOf(np.head)]
		return under == Keep || under == Run || under == Lead
	}
	return false
}

// headWords gives a bare first conjunct the head that it shares with the
// last: in "hardware and software management" both are managed.
func (p *parser) headWords(nps []nounPhrase) []nounPhrase {
	last := nps[len(nps)-1]
	if len(nps) < 2 || len(last.mods) != 1 || p.verbOf(last.head) == "" {
		return nps
	}
	for i := range nps[:len(nps)-1] {
		if len(nps[i].mods) == 0 && len(nps[i].tail) == 0 && p.verbOf(nps[i].head) == "" && !nps[i].own {
			nps[i].mods, nps[i].surface, nps[i].head = []string{nps[i].head}, []string{nps[i].head}, last.head
		}
	}
	return nps
}

// area reads a noun phrase that names what one does: light heads ("aspects
// of X") give way to what hangs on them, nouns of action to their verb.
func (p *parser) area(pr *predicate, np nounPhrase, depth int) {
	if np.head != "" && p.nouns[np.head].light && depth < 4 {
		if inner := innerOf(np); len(inner) > 0 {
			for _, in := range inner {
				in.denied = in.denied || np.denied
				in.mods = append(slices.Clone(in.mods), np.mods...)
				p.area(pr, in, depth+1)
			}
			return
		}
	}
	class, v := pr.governor, ""
	switch {
	case class != "":
	case pr.word == "have":
		class = Act // "has a vision": no duty to set one
		v = pr.word
	default:
		class = Own
	}
	if len(pr.verbs) > 0 {
		v = pr.verbs[0]
	}
	action := p.verbOf(np.head)
	if action == "" {
		p.add(pr, v, class, np)
		return
	}
	object := innerOf(np)
	if len(object) == 0 {
		in := modifierObject(p.Reader, np)
		if in.head == "" && p.nouns[np.head].kind == "activity" {
			p.add(pr, v, class, np)
			return
		}
		in.denied = np.denied
		p.add(pr, action, p.actions[action], in)
		return
	}
	for _, in := range object {
		in.denied = in.denied || np.denied
		in.surface = append(slices.Clone(np.surface), in.surface...)
		p.add(pr, action, p.actions[action], in)
	}
}

// innerOf returns the noun phrases behind "of", "for" and "over".
func innerOf(np nounPhrase) []nounPhrase {
	var inner []nounPhrase
	for i, t := range np.tail {
		if t.prep == "of" || t.prep == "over" || t.prep == "for" && i == 0 {
			in := t.np
			for _, other := range np.tail {
				if other.prep != "of" && other.prep != "over" && other.prep != "for" {
					in.tail = append(slices.Clone(in.tail), other)
				}
			}
			inner = append(inner, in)
		}
	}
	return inner
}

// modifierObject reads "project management" as the management of projects:
// the last modifier that is no mere adjective is the object.
func modifierObject(r *Reader, np nounPhrase) nounPhrase {
	out := nounPhrase{owners: np.owners, tail: np.tail, own: np.own}
	for i := len(np.mods) - 1; i >= 0; i-- {
		m := np.mods[i]
		if r.empty[m] || strings.HasSuffix(m, "ic") || strings.HasSuffix(m, "al") || strings.HasSuffix(m, "ive") {
			continue
		}
		out.head, out.mods = m, np.mods[:i]
		out.surface = out.mods
		return out
	}
	out.mods, out.surface = np.mods, np.surface
	return out
}

// field returns the trade or area that qualifies a head which says little
// without it: "R&D initiatives", "the operational side", "the sales team".
func (p *parser) field(np nounPhrase, n noun) string {
	if !n.vague && !n.light && !n.relational {
		return ""
	}
	candidates := slices.Clone(np.mods)
	for _, t := range np.tail {
		if n.relational && p.nouns[t.np.head].relational {
			candidates = append(candidates, t.np.mods...)
		}
	}
	slices.Reverse(candidates)
	for _, m := range candidates {
		if form, ok := p.variants[m]; ok && p.nouns[m].concept == "" {
			m = form
		}
		f, ok := p.nouns[m]
		if !ok || f.vague || f.light {
			continue
		}
		if c := p.actions[p.verbOf(m)]; f.kind == "field" || f.kind == "activity" && c != Build && c != Do {
			return m
		}
		if (n.vague || n.light) && f.kind != "people" && f.kind != "product" && f.kind != "asset" || f.concept == "operations" && m == "operations" {
			return m
		}
	}
	return ""
}

// without removes a word, in any of its forms, from modifiers.
func without(mods []string, field string, r *Reader) []string {
	var out []string
	for _, m := range mods {
		if m != field && r.variants[m] != field {
			out = append(out, m)
		}
	}
	return out
}

// implied is the object of verbs that take people, where none is stated.
var implied = map[Class]string{"hire": "people", "fire": "people", "train": "people"}

// add appends one duty.
func (p *parser) add(pr *predicate, v string, class Class, np nounPhrase) {
	for np.head != "" && p.nouns[np.head].light {
		inner := innerOf(np)
		if len(inner) == 0 {
			break
		}
		mods := np.mods
		denied := np.denied
		np = inner[0]
		np.mods = append(slices.Clone(np.mods), mods...)
		np.denied = np.denied || denied
	}
	n, shown := p.noun(np.head), np.head
	if field := p.field(np, n); field != "" && np.head != field {
		if n.vague || n.light {
			np.mods = without(np.mods, field, p.Reader)
			np.head, n = field, p.noun(field)
		} else if class == Lead && n.relational {
			defer p.add(pr, v, class, nounPhrase{head: field, surface: np.surface, own: true})
		}
	}
	d := Duty{
		Verb: v, Class: class, Head: np.head, Concept: n.concept, Denied: pr.denied != np.denied,
		Relational: n.relational || class == Do && n.kind == "asset", Vague: n.vague || n.light, Assisting: pr.joined, Weak: weak[class] || v == "have",
		Everything: np.head == "everything" || np.head == "all",
		kind:       n.kind, object: strings.Join(append(slices.Clone(np.surface), shown), " "),
	}
	if n.broad && (class == Own || class == Focus || class == Lead || class == Run) {
		d.Vague = true
	}
	d.Mods, d.Tail = p.specific(np)
	d.Shared = pr.shared
	if a := p.actions[p.verbOf(np.head)]; v == "" && (a == Build || a == Do) {
		d.Vague = true // "development": of what?
	}
	switch {
	case np.head == "" && implied[class] != "":
		d.Concept = implied[class]
	case n.kind == "people" && (implied[class] != "" || class == Lead) && !n.relational:
		d.Concept = implied["hire"]
		d.Mods = insert(d.Mods, np.head, p.Reader)
	case n.kind == "people" && implied[class] != "":
		d.Concept = implied[class]
	}
	d.Act, d.AnyAct = act(class, v, n.kind), act(class, v, "")
	if d.Concept == "people" && class == Lead {
		d.Act = "manage"
	}
	if v == "" {
		d.Verb = pr.word
	}
	for _, t := range np.tail {
		if t.prep == "with" || t.prep == "without" {
			d.Manner, d.Without = t.np.head, t.prep == "without"
		}
	}
	d.object = strings.TrimSpace(d.object)
	p.duties = append(p.duties, d)
}

// insert adds a head to the modifiers that tell people apart.
func insert(mods []string, head string, r *Reader) []string {
	mods = r.addForm(mods, head, false)
	slices.Sort(mods)
	return mods
}
