package extract

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/duty"
)

// responsibilities reads the duties that the document gives to roles. Prose
// is read clause by clause (statement.go); items, cells and lines without a
// subject as fragments of the role in whose scope they stand (fragment.go).
func (r *reading) responsibilities() []Responsibility {
	var found []Responsibility
	for i := range r.sentences {
		s := &r.sentences[i]
		block := r.doc.Blocks[s.block]
		context := s.context
		if block.Kind == corpus.Heading || s.question || s.label || context.kind == kindMeta || block.Header {
			continue
		}
		p := &statement{reading: r, s: s, words: s.words, block: block, context: context, antecedent: s.antecedent, subjectFrom: -1, gerundFrom: -1}
		found = append(found, p.read()...)
	}
	return distinct(found)
}

// distinct drops a claim that another of the same role and polarity repeats on
// the same span.
func distinct(claims []Responsibility) []Responsibility {
	seen := map[string]bool{}
	return slices.DeleteFunc(claims, func(c Responsibility) bool {
		repeated := seen[c.ID]
		seen[c.ID] = true
		return repeated
	})
}

// statement reads one sentence.
type statement struct {
	*reading
	s          *sentence
	words      []clause.Word
	block      corpus.Block
	context    blockContext
	antecedent []string    // what a pronoun stands for here
	you        []string    // what "you" stands for, set by "As a ROLE, …"
	form       clause.Form // of the last verb read, which verbs joined to it share
	// subjectFrom is the first word of the subject of the clause at hand, and
	// gerundFrom that of a gerund which is its subject; -1 for none.
	subjectFrom, gerundFrom int
	spoke                   bool // a clause with a role as its subject was read
	found                   []Responsibility
}

// read returns the duties that the sentence gives.
func (p *statement) read() []Responsibility {
	p.rejectedView()
	if p.opensItem() {
		p.fragment()
	} else if p.prose(); !p.spoke {
		p.fragment()
	}
	return p.found
}

// limits are what a clause sets to a duty read in it.
type limits struct {
	denied   bool
	modality string
	negator  int // word from which a denied phrase is quoted, -1 for none
}

// rejectedView notes a sentence that opens with "Myth:" or the like.
func (p *statement) rejectedView() {
	for i := 1; i < len(p.words) && i < 5; i++ {
		if p.words[i].Lower == ":" && p.kindOf(p.wordsText(0, i)) == kindRejected {
			p.context.kind = kindRejected
			p.words = p.words[i+1:]
			return
		}
	}
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

// governs reports verbs whose object is a clause: a negation in it is none of
// the duty ("makes sure that nothing is late").
func governs(verb string) bool {
	switch verb {
	case "ensure", "make", "make sure", "see", "check", "guarantee", "assure", "verify", "prevent":
		return true
	}
	return false
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
		return head == "role" || head == "function" || head == "part" || head == "purpose" || head == "position"
	case "wear":
		return head == "hat"
	case "combine":
		if head == "role" {
			return true
		}
		fallthrough
	case "make", "take", "get", "earn":
		kind := p.kindOf(head)
		return kind == "pay" || head == "money" || kind == "education" && frame.Action == "take"
	case "exhibit", "demonstrate", "show", "display", "attend", "complete", "pass", "study", "hold", "bring", "offer":
		return p.kindOf(head) == "skills" || p.kindOf(head) == "education" || p.kindOf(head) == "pay"
	}
	return false
}

// empty reports phrases that name no duty: a verb of being or having, or
// nothing but a vague noun.
func (p *statement) empty(first, last, verb int) bool {
	if verb >= 0 {
		lemma := clause.Lemma(p.words[verb])
		switch next := p.lowerAfter(verb); {
		case (lemma == "make" || lemma == "earn") && (comparesPay(next) || next == "as" && p.lowerAt(verb+2) == "much"):
			return true
		case last-first == 1 && p.block.Kind == corpus.Cell && clause.CanBe(p.words[verb], clause.Third):
			return false
		case lemma == "care" && next == "for", lemma == "sit" && next == "on":
			return false
		case next == "to" && (lemma == "choose" || lemma == "decide" || lemma == "prefer" || lemma == "opt" || lemma == "look" || lemma == "try"):
			return true
		case last-first == 1 && clause.FormOf(p.words[verb]) != clause.Ing, lemma == "do" && last == verb+1,
			lemma == "work" && (next == "under" || verb+1 < last && (p.words[verb+1].Tag == "NNS" || p.words[verb+1].Tag == "CD")),
			lemma == "work" && (next == "in" || next == "at" || next == "for" || next == "as"), lemma == "report" && next == "to", lemma == "take" && next == "home", last-first == 1 && p.block.Kind != corpus.Item && p.block.Kind != corpus.Cell:
			return true
		}
		if _, over := p.holding(verb); over {
			return false
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
		return p.block.Kind == corpus.Item || p.words[first].Tag == "VB" || p.words[first].Tag == "VBP"
	}
	if last-first > 2 {
		return false
	}
	w := p.words[last-1]
	switch w.Lower {
	case "it", "them", "this", "that", "things", "everything", "tasks", "activities", "duties", "responsibilities", "more", "one", "following", "areas", "lot", "some", "many":
		return true
	}
	return w.Role >= 0
}

// comparesPay reports words after "makes" or "earns" that compare pay.
func comparesPay(word string) bool {
	switch word {
	case "more", "less", "twice", "about", "roughly", "around", "between", "over", "half", "double", "nearly", "almost", "slightly":
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
		case w.Role >= 0, strings.HasPrefix(string(w.Tag), "NN"), clause.CanBe(w, clause.Ing), w.Tag == "CD", w.Tag == "WRB", w.Tag == "WP":
			return true
		}
	}
	return false
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
		case "jointly", "together", "alongside", "co-developing", "co-develop", "co-develops", "shares", "share", "sharing":
			with = true
		case ",", ";", ".":
			with = with && i >= first
		}
		if with && w.Role >= 0 && p.s.mentions[w.Role].Key != key {
			keys = append(keys, p.s.mentions[w.Role].Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// limitsOf reads negation and modality from a verb group.
func (p *statement) limitsOf(v clause.VerbGroup) limits {
	l := limits{negator: -1}
	for _, i := range v.Adverbs {
		switch word := p.words[i].Lower; word {
		case "not", "n't", "never", "neither":
			if i+1 < len(p.words) {
				switch p.words[i+1].Lower {
				case "only", "just", "merely", "simply", "solely":
					continue
				}
			}
			l.denied, l.negator = true, i
			if word == "n't" && i > 0 {
				l.negator = i - 1
			}
		case "longer":
			if i > 0 && p.words[i-1].Lower == "no" {
				l.denied, l.negator = true, i-1
			}
		case "rarely", "seldom", "hardly", "scarcely", "barely":
			l.denied, l.negator, l.modality = true, i, "rarely"
		}
	}
	if l.modality != "" {
		return l
	}
	for i := v.First; i <= v.Verb && i < len(p.words); i++ {
		if m, n := p.reading.words.modality.at(v.Verb+1, p.lower, i); n > 0 {
			l.modality = m
		}
	}
	if l.modality == "" {
		l.modality, _ = p.reading.words.modality.at(len(p.words), p.lower, 0)
	}
	if l.modality == "rarely" {
		l.modality = ""
	}
	return l
}

// lowerAt returns word i, "" past the end.
func (p *statement) lowerAt(i int) string {
	if i >= len(p.words) {
		return ""
	}
	return p.words[i].Lower
}

// lowerAfter returns the word after i, "" at the end.
func (p *statement) lowerAfter(i int) string {
	if i+1 >= len(p.words) {
		return ""
	}
	return p.words[i+1].Lower
}

func (p *statement) lower(i int) string { return p.words[i].Lower }

// wordsText returns the text from word first to before last.
func (p *statement) wordsText(first, last int) string {
	if first >= last {
		return ""
	}
	return strings.TrimSpace(p.doc.Text[p.words[first].Span.Start:p.words[last-1].Span.End])
}
