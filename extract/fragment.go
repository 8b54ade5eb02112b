package extract

import (
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
)

// fragment reads a line without a subject as a duty of the role in whose
// scope it stands: an item ("Managing the budget"), a cell, a sentence that
// begins with its verb.
func (p *statement) fragment() {
	if i := slices.IndexFunc(p.words, func(w clause.Word) bool { return w.Lower == ";" || w.Lower == "•" }); i >= 0 && p.block.Kind == corpus.Cell {
		words := p.words // "month-end close; internal controls"
		p.words = words[:i]
		p.fragment()
		p.words = words[i+1:]
		p.fragment()
		p.words = words
		return
	}
	who := subject{roles: p.context.roles, text: strings.Join(p.context.roles, ", ")}
	if len(p.words) == 0 || !p.addressed() {
		return
	}
	duties := p.context.kind == kindDuties
	if !duties && p.context.kind != "" && !p.context.leadRole && !p.led[p.s.block] {
		return
	}
	listed := p.block.Kind == corpus.Item || p.block.Kind == corpus.Cell || p.led[p.s.block] && p.s.first || p.s.gloss
	l := limits{negator: -1}
	first := 0
	switch p.lowerAt(0) {
	case "no":
		return
	case "not", "never", "rarely", "seldom", "hardly":
		if next := p.lowerAt(1); next == "just" || next == "only" || next == "merely" || next == "simply" {
			break // "not just booking meetings, but …"
		}
		l.denied, l.negator = true, 0
		if p.lowerAt(0) != "not" && p.lowerAt(0) != "never" {
			l.modality = "rarely"
		}
	}
	if l.denied || p.lowerAt(0) == "not" {
		first = 1
	}
	first = p.skipAdverbs(first)
	if first >= len(p.words) {
		return
	}
	w := p.words[first]
	if reads, n := p.reading.words.cues.at(len(p.words), p.lower, first); n > 0 && w.Lower != "about" && w.Lower != "up" {
		p.cue(who, first, first+n, reads, l)
		return
	}
	if w.Tag == nlp.TO && first+1 < len(p.words) && !p.finite(first) {
		first++
		w = p.words[first]
	}
	if v, ok := p.grammar.VerbGroupAt(p.words, first); ok && listed && (v.Be || v.Passive) {
		p.rest(who, p.copula(who, v, p.limitsOf(v)), l)
		return
	}
	switch form := p.opensWithVerb(first); {
	case form == clause.Ing && (len(p.words) <= first+4 && p.isTrait() || p.lowerAt(first+2) == "," && p.kindOf(p.lowerAt(first+1)) == "skills"):
		return // "Programming languages, such as …"
	case form == clause.NoVerb:
	case form == clause.Base && p.advises():
		return
	case p.context.kind != "" && !duties && (form == clause.Base || !p.context.leadRole) && !p.led[p.s.block]:
		return
	case !listed && (form == clause.Base && !p.reading.telegraphic(p.s) || !p.context.roleIn || p.s.span.Start != p.block.Span.Start && !duties):
		return
	default:
		if _, ok := p.verbCue(who, first, l); ok {
			return
		}
		end := p.emitVerbs(who, first, p.fragmentRule("item-verb", "cell-verb", listed), l)
		p.rest(who, end, l)
		return
	}
	if p.s.gloss && p.namesPerson(who, first, l) {
		return
	}
	if p.personWho(who, first) || !duties || !p.listsNouns() || p.finite(first) || p.isTrait() {
		return
	}
	if p.s.gloss && p.defines(first) {
		return
	}
	p.emitList(who, first, p.fragmentRule("item-nominal", "cell-nominal", listed), l)
}

// listsNouns reports whether nouns that stand alone are duties in the block.
func (p *statement) listsNouns() bool {
	switch p.block.Kind {
	case corpus.Item, corpus.Cell:
		return p.context.own || p.underDuties()
	case corpus.Paragraph:
		return p.reading.telegraphic(p.s) || p.loose[p.s.block] > 0 && namesDuties(p.sectionText(p.s))
	}
	return false
}

// defines reports whether a gloss says what its label is: "CSS: a language used
// to lay out pages".
func (p *statement) defines(first int) bool {
	switch p.lowerAt(first) {
	case "a", "an":
		return true
	case "the":
		end := p.grammar.Noun(p.words, first)
		return p.lowerAt(end) == "that" || p.lowerAt(end) == "which" || p.tagAt(end) == nlp.VBN
	}
	return false
}

// underDuties reports whether the heading above names duties beyond doubt.
func (p *statement) underDuties() bool {
	if p.s.section >= 0 && p.block.Kind == corpus.Item && len(p.reading.rolesIn(p.s.section)) == 1 {
		return true // "Responsibilities in detail", below it "CIO"
	}
	return namesDuties(strings.ToLower(p.sectionText(p.s))) && p.block.Kind == corpus.Item
}

func (p *statement) fragmentRule(item, cell string, listed bool) string {
	switch {
	case !listed:
		return "fragment"
	case p.block.Kind == corpus.Cell:
		return cell
	}
	return item
}

// addressed reports whether the fragment's roles are sure enough: one role,
// or the several that its lead-in names.
func (p *statement) addressed() bool {
	switch len(p.context.roles) {
	case 0:
		return false
	case 1:
		if p.context.roleIn || p.context.kind == kindDuties {
			return true
		}
		form := p.opensWithVerb(0) // on a page about one role
		return p.context.kind == "" && p.block.Kind == corpus.Item && (form == clause.Ing || form == clause.Third || form == clause.Base && p.goesOn())
	}
	if len(p.context.roles) == 2 && p.s.section >= 0 && strings.Contains(p.sectionText(p.s), "/") {
		return p.context.roleIn // "Art director / creative director"
	}
	return p.context.own && p.context.roleIn && len(p.context.roles) <= 3 && p.block.Kind == corpus.Item
}

// goesOn reports whether an item ends the sentence that a lead-in with a colon
// begins, as its small letter shows, and so is no advice to the reader.
func (p *statement) goesOn() bool {
	text := p.block.Span.Of(p.doc.Text)
	if p.context.lead < 0 || text[0] < 'a' || text[0] > 'z' {
		return false
	}
	lead := p.sentencesIn(p.context.lead)
	if len(lead) == 0 || !strings.HasSuffix(p.doc.Blocks[p.context.lead].Span.Of(p.doc.Text), ":") {
		return false
	}
	return !slices.ContainsFunc(lead[len(lead)-1].words, func(w clause.Word) bool {
		return w.Lower == "you" || w.Lower == "your" || w.Lower == "become"
	})
}

// opensWithVerb returns the form of the verb that a fragment begins with.
func (p *statement) opensWithVerb(i int) clause.Form {
	w := p.words[i]
	if w.Role >= 0 || p.grammar.Opens(w.Lower) != "" || p.lowerAfter(i) == "of" && clause.CanBe(w, clause.Ing) {
		return clause.NoVerb // "Understanding of …" is a noun
	}
	switch f := clause.FormOf(w); f {
	case clause.Ing, clause.Third, clause.Base:
		if clause.CanBe(w, f) {
			return f
		}
	}
	if clause.CanBe(w, clause.Third) && p.lowerAfter(i) != "that" && p.reading.words.is(p.lowerAfter(i), "object-opener") {
		return clause.Third
	}
	if clause.CanBe(w, clause.Ing) && !(i+1 < len(p.words) && p.words[i+1].Tag == nlp.NN && p.words[i].Tag != nlp.VBG) && len(p.words) > i+1 {
		return clause.Ing
	}
	return clause.NoVerb
}

// personWho reads "The person who leads the team" for the role in scope.
func (p *statement) personWho(who subject, first int) bool {
	for i := first + 1; i < len(p.words) && i < first+8; i++ {
		if p.words[i].Lower != "who" || !p.s.gloss && !p.reading.words.is(p.words[i-1].Lower, "person") {
			continue
		}
		if v, ok := p.grammar.VerbGroupAt(p.words, i+1); ok {
			p.whoClause(who, v, limits{negator: -1})
			return true
		}
	}
	return false
}

// namesPerson reports whether a gloss says who the holder is and not what he
// does ("The owner of the paper"); it reads the cue behind "the person".
func (p *statement) namesPerson(who subject, first int, l limits) bool {
	end := p.grammar.Noun(p.words, first)
	if end == first || p.words[end-1].Role < 0 && !isPerson(p.words[end-1].Lower) && !p.reading.words.is(p.words[end-1].Lower, "person") && p.words[first].Lower != "second" {
		return false
	}
	if p.lowerAt(end) == "who" || p.lowerAt(end) == "that" {
		return false
	}
	if reads, n := p.reading.words.cues.at(len(p.words), p.lower, end); n > 0 {
		p.cue(who, end, end+n, reads, l)
	}
	return true
}

// finite reports whether a finite verb stands in the rest of the sentence.
func (p *statement) finite(first int) bool {
	for i := first; i < len(p.words); i++ {
		switch p.words[i].Tag {
		case nlp.VBZ, nlp.MD, nlp.VBP:
			if i == 0 || p.words[i-1].Tag != nlp.WDT && p.words[i-1].Lower != "that" && p.words[i-1].Lower != "who" {
				return true
			}
		}
	}
	return false
}

// rest reads what an item says behind a dash: "owns the process - makes sure
// it is followed".
func (p *statement) rest(who subject, i int, l limits) {
	for ; i < len(p.words); i++ {
		switch p.words[i].Lower {
		case "-", "–", "—", ";", ",", "but":
			next := p.skipAdverbs(i + 1)
			if next >= len(p.words) || p.words[i].Lower == "," && p.words[next].Tag != nlp.VBZ || p.words[i].Lower == "but" && l.denied {
				continue
			}
			if p.opensWithVerb(next) != clause.NoVerb {
				i = p.emitVerbs(who, next, p.fragmentRule("item-verb", "cell-verb", true), l) - 1
			}
		}
	}
}

// advises reports sentences that speak to the reader, who is no holder of the
// role: "Avoid …, they will cost you", "Send us …".
func (p *statement) advises() bool {
	for i, w := range p.words {
		if w.Lower == "us" || i < 8 && p.led[p.s.block] && (w.Lower == "you" || w.Lower == "your") {
			return true
		}
	}
	return false
}

// isTrait reports items that name a skill or quality.
func (p *statement) isTrait() bool {
	last := len(p.words) - 1
	for last > 0 && (p.words[last].Lower == "." || p.words[last].Lower == "," || p.words[last].Lower == ";") {
		last--
	}
	if last < 1 || p.words[0].Tag == nlp.IN || p.words[0].Tag == nlp.CD {
		return true
	}
	return p.kindOf(p.words[last].Lower) == "skills" || p.kindOf(p.words[0].Lower) == "skills"
}

// opensItem reports items that begin with their verb, which have no subject
// even where a later clause has one.
func (p *statement) opensItem() bool {
	if p.block.Kind != corpus.Item && !p.led[p.s.block] && !p.s.gloss || !p.s.first || len(p.words) == 0 {
		return false
	}
	first := p.skipAdverbs(0)
	return first < len(p.words) && p.opensWithVerb(first) != clause.NoVerb && (p.block.Kind == corpus.Item || !p.finite(first+1))
}
