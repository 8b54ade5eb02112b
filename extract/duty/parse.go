package duty

import (
	"slices"
	"strings"

	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// maxWords bounds the work on a phrase; none that is one is longer.
const maxWords = 60

// parser walks a phrase's words once.
type parser struct {
	*Reader
	ws      []word
	i       int
	nominal bool
	duties  []Duty
	run     []word // of the noun phrase at hand
	memory  []word // of ws
}

// predicate is what governs the objects to come.
type predicate struct {
	verbs    []string
	classes  []Class
	governor Class  // own, focus, lead, ...: what stands over a noun of action
	word     string // first word of the governor
	denied   bool
	joined   bool // takes part or helps
	shared   bool // does it with others
}

// Duties returns the predicates of a phrase in order, in normal form.
func (r *Reader) Duties(tokens []nlp.Token, nominal bool) []Duty {
	p := r.read(tokens, nominal, maxWords)
	defer r.parsers.Put(p)
	return slices.Clone(p.duties)
}

// read reads predicates until it has some number of duties or more. The parser
// is to be given back to the others.
func (r *Reader) read(tokens []nlp.Token, nominal bool, enough int) *parser {
	p, ok := r.parsers.Get().(*parser)
	if !ok {
		p = new(parser)
	}
	ws := r.words(p.memory[:0], tokens)
	*p = parser{Reader: r, ws: ws[:min(len(ws), maxWords)], nominal: nominal, duties: p.duties[:0], run: p.run[:0], memory: ws}
	if p.passive() {
		return p
	}
	for p.i < len(p.ws) && len(p.duties) < enough {
		before := p.i
		p.predicate()
		if p.i == before {
			p.i++
		}
		if !p.another() {
			break
		}
	}
	return p
}

// passive reads what is done by someone, who stands behind the phrase: "the
// menu is not written".
func (p *parser) passive() bool {
	last := len(p.ws) - 1
	if last < 2 || p.ws[last].pos != verb || p.ws[last].tag != nlp.VBN && p.ws[last].tag != nlp.VBD {
		return false
	}
	pr := predicate{verbs: []string{p.ws[last].verb}, classes: []Class{p.class(p.ws[last].verb)}}
	be := last - 1
	for be > 0 && (p.ws[be].pos == adv || p.ws[be].pos == not) {
		pr.denied = pr.denied != (p.ws[be].pos == not)
		be--
	}
	if be == 0 || p.ws[be].verb != "be" {
		return false
	}
	whole := p.ws
	end := be
	for end > 0 && (p.ws[end-1].pos == modal || p.ws[end-1].pos == adv || p.ws[end-1].pos == not || p.ws[end-1].verb == "have") {
		end--
		pr.denied = pr.denied != (p.ws[end].pos == not)
	}
	p.ws = p.ws[:end]
	if nps := p.nounPhrases(); len(nps) > 0 && p.i == end {
		p.emit(&pr, nps)
		return true
	}
	p.ws, p.i, p.duties = whole, 0, p.duties[:0]
	return false
}

// another skips what joins two predicates and reports whether one follows:
// purposes, relative clauses and examples are none.
func (p *parser) another() bool {
	for p.i < len(p.ws) {
		switch w := p.ws[p.i]; w.pos {
		case conj, comma, adv:
			p.i++
		case verb, name, adj, det, not:
			return true
		default:
			return false
		}
	}
	return false
}

// predicate reads one verb group with its objects, or a noun phrase.
func (p *parser) predicate() {
	var pr predicate
	for p.i < len(p.ws) {
		w := p.ws[p.i]
		if w.pos == not {
			pr.denied = !pr.denied || w.text == "nor"
			p.i++
			continue
		}
		if p.skippable(w) && !p.opensAction() || p.auxiliary() {
			p.i++
			continue
		}
		if !p.verbal() {
			break
		}
		class, lemma, n, negated := p.action()
		p.i += n
		pr.denied = pr.denied != negated
		if p.decides(&pr, lemma) {
			p.objects(&pr)
			return
		}
		switch class {
		case Light:
			pr.word = lemma
			if p.i < len(p.ws) && adverbial[p.ws[p.i].text] {
				return // "works at a strategic level" names no duty
			}
		case Own, Focus:
			pr.governor, pr.word = class, firstWord(lemma)
		case Join, Help:
			pr.joined, pr.word = true, firstWord(lemma)
			if class == Help {
				pr.verbs, pr.classes = []string{lemma}, []Class{class}
			}
		case Avoid:
			pr.denied, pr.joined = !pr.denied, true // who keeps out of it takes no part either
		case Ensure:
			p.ensured(&pr)
			return
		default:
			if rest, ok := strings.CutPrefix(lemma, "co-"); ok && class == Act {
				lemma, class, pr.shared = rest, p.class(rest), true
			}
			pr.verbs, pr.classes = append(pr.verbs, lemma), append(pr.classes, class)
			if p.nextVerb() {
				continue
			}
			p.objects(&pr)
			return
		}
		p.nominal = p.nominal || class == Own || class == Focus || class == Join
	}
	p.objects(&pr)
}

// adverbial prepositions behind a light verb say where or how, not what.
var adverbial = map[string]bool{"at": true, "from": true, "within": true, "under": true, "by": true, "as": true}

// skippable words stand before a verb and say nothing that is compared.
func (p *parser) skippable(w word) bool {
	switch w.pos {
	case adv, modal, to, pron:
		return true
	case prep:
		return w.text != "without"
	}
	return false
}

// opensAction reports whether an action of several words begins with the
// preposition at hand: "in charge of".
func (p *parser) opensAction() bool {
	if w := p.ws[p.i]; w.pos != prep || p.openings[w.text] == nil {
		return false
	}
	_, _, n, _ := p.match(p.ws[p.i].text)
	return n > 1
}

// auxiliary reports whether "do" only carries a denial or a question.
func (p *parser) auxiliary() bool {
	if p.ws[p.i].verb != "do" {
		return false
	}
	for _, w := range p.ws[p.i+1:] {
		if w.pos != adv && w.pos != not {
			return w.pos == verb && w.text == w.verb
		}
	}
	return false
}

// verbal reports whether the word at hand begins a predicate's verb. The
// reading of the phrase decides where the tag leaves it open.
func (p *parser) verbal() bool {
	w := p.ws[p.i]
	if class, _, n, _ := p.action(); n > 1 && class != "" {
		return true
	}
	if w.pos == verb {
		if p.nominal && strings.HasSuffix(w.text, "ing") {
			return !p.gerundNoun()
		}
		return !p.nominal || w.tag == nlp.Untagged || w.tag == nlp.VBG || w.tag == nlp.VB || w.tag == nlp.VBZ || w.tag == nlp.VBP
	}
	if w.pos == adj && p.i+1 < len(p.ws) && p.ws[p.i+1].pos == prep {
		return false
	}
	first := p.opens() || len(p.duties) > 0 && p.ws[p.i-1].pos == conj
	if p.nominal || !first || w.pos != name && w.pos != adj {
		return false
	}
	known := p.actions[w.verb] != "" || wordnet.VerbMoreLikely(w.text)
	return known && p.i+1 < len(p.ws) && w.tag != nlp.NNP
}

// opens reports whether nothing but adverbs and denials stands before the word
// at hand: "never signs".
func (p *parser) opens() bool {
	for _, w := range p.ws[:p.i] {
		if w.pos != adv && w.pos != not {
			return false
		}
	}
	return true
}

// gerundNoun reports whether an -ing word in a noun phrase is a noun: it ends
// the phrase, or "of" follows.
func (p *parser) gerundNoun() bool {
	if p.i+1 >= len(p.ws) {
		return true
	}
	switch next := p.ws[p.i+1]; next.pos {
	case prep:
		return true
	case name:
		n := p.nouns[p.ws[p.i].noun]
		return n.concept != ""
	case conj, comma:
		return p.ws[p.i].tag == nlp.NN
	}
	return false
}

// decides turns "makes decisions about X" into deciding X.
func (p *parser) decides(pr *predicate, lemma string) bool {
	if lemma != "make" && lemma != "take" {
		return false
	}
	for k := p.i; k < len(p.ws) && k < p.i+6; k++ {
		w := p.ws[k]
		if w.noun == "decision" && k+1 < len(p.ws) && p.ws[k+1].pos == prep {
			pr.verbs, pr.classes = []string{"decide"}, []Class{Set}
			p.i = k + 2
			return true
		}
		if w.pos == not {
			pr.denied = !pr.denied
		} else if w.pos != det && w.pos != adj && w.pos != name {
			return false
		}
	}
	return false
}

// ensured reads what follows "ensure": a clause gives its own duty ("that X
// aligns with Y"), a noun phrase one of no class.
func (p *parser) ensured(pr *predicate) {
	if p.i < len(p.ws) && p.ws[p.i].text == "that" {
		p.i++
	}
	nps := p.nounPhrases()
	pr.verbs, pr.classes = []string{"ensure"}, []Class{Ensure}
	if p.i < len(p.ws) && (p.ws[p.i].pos == verb || p.ws[p.i].pos == modal) {
		pr.verbs, pr.classes = p.clauseVerb()
	}
	p.emit(pr, nps)
	p.skipTail()
}

// clauseVerb says what one does who ensures that something does so.
func (p *parser) clauseVerb() ([]string, []Class) {
	for p.i < len(p.ws) && (p.ws[p.i].pos == modal || p.ws[p.i].pos == adv || p.ws[p.i].verb == "be" || p.ws[p.i].verb == "get") {
		p.i++
	}
	if p.i < len(p.ws) {
		lemma := p.ws[p.i].verb
		switch class := p.actions[lemma]; {
		case class == "align", class == "deliver", class == Keep, class == "train":
			return []string{lemma}, []Class{class}
		case slices.Contains([]string{"run", "work", "function", "operate", "efficient", "effective", "available", "operational", "up"}, lemma):
			return []string{"keep"}, []Class{Keep}
		}
	}
	return []string{"ensure"}, []Class{Ensure}
}

// objects reads the noun phrases that follow and emits a duty for each verb
// and object.
func (p *parser) objects(pr *predicate) {
	p.aside()
	for p.i < len(p.ws) && (p.ws[p.i].pos == prep && p.ws[p.i].text != "without" || p.ws[p.i].pos == adv) {
		p.i++ // a particle, or the preposition that the verb takes
	}
	p.which(pr)
	nps := p.nounPhrases()
	p.recipients(pr)
	p.emit(pr, nps)
	p.skipTail()
}

// which reads "decides which stories run" as picking stories.
func (p *parser) which(pr *predicate) {
	last := len(pr.classes) - 1
	if last < 0 || p.i >= len(p.ws) || p.ws[p.i].text != "which" && p.ws[p.i].text != "what" {
		return
	}
	if pr.classes[last] == Set || pr.classes[last] == "pick" {
		pr.classes[last] = "pick"
		p.i++
	}
}

// recipients reads "to the team" behind what is given: who gives people
// direction speaks to them, and sets no strategy.
func (p *parser) recipients(pr *predicate) {
	if p.i+1 >= len(p.ws) || p.ws[p.i].pos != to {
		return
	}
	for i, class := range pr.classes {
		if class == "provide" {
			at := p.i
			p.i++
			if to := p.nounPhrases(); len(to) > 0 && p.noun(to[0].head).kind == "people" {
				pr.classes[i] = "tell"
			} else {
				p.i = at
			}
			return
		}
	}
}

// aside steps over what stands between commas before the object: "develops,
// with the editor, the …".
func (p *parser) aside() {
	if p.i+1 >= len(p.ws) || p.ws[p.i].pos != comma || p.ws[p.i+1].pos != prep {
		return
	}
	for k := p.i + 1; k < len(p.ws); k++ {
		if p.ws[k].pos == comma {
			p.i = k + 1
			return
		}
	}
}

// skipTail steps over what qualifies the objects, up to a verb that is
// joined to the first: "…, and trains them".
func (p *parser) skipTail() {
	for p.i < len(p.ws) {
		w := p.ws[p.i]
		if (w.pos == conj || w.pos == comma) && p.i+1 < len(p.ws) {
			k := p.i + 1
			for k < len(p.ws) && (p.ws[k].pos == conj || p.ws[k].pos == adv) {
				k++
			}
			if k < len(p.ws) && p.ws[k].pos == verb {
				return
			}
		}
		if w.pos == clause || w.pos == to || w.text == "by" {
			p.i = len(p.ws)
			return
		}
		p.i++
	}
}
