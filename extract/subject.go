package extract

import (
	"slices"
	"strings"

	"roleclaims/extract/clause"
	"roleclaims/extract/wordnet"
)

// subject is who a clause speaks of.
type subject struct {
	roles   []string // keys; nil where it is no role
	text    string   // the words that name it or stand for it
	grade   string   // "senior", "interim"
	nominal bool     // it is what a role does: "the CTO's job", "their duties"
	points  bool     // a nominal that only points back: "this", "it"
	denied  bool     // "neither of them"
	plain   bool     // a nominal that describes rather than lists: "role", "position"
}

// subjectAt decides who the noun phrase [first, last) is.
func (p *statement) subjectAt(first, last int) subject {
	who := subject{text: p.wordsText(first, last)}
	if stands, n := p.reading.words.standIns.at(last, p.lower, first); n > 0 && first+n == last && len(p.rolesIn(first, last)) == 0 {
		who.roles, who.denied = p.standIn(stands), stands == "neither"
		if stands == "role" && len(who.roles) > 1 && !plural(p.words[last-1].Lower) {
			who.roles = nil // "this person" is one
		}
		return who
	}
	if last-first == 1 || p.words[first].Tag == "PRP" {
		if roles, ok := p.pronoun(first); ok {
			who.roles = roles
			if p.words[first].Lower == "it" {
				who.nominal, who.plain, who.points = true, true, true
				if len(roles) != 1 {
					who.roles = nil
				}
			}
			return who
		}
	}
	p.nominal(&who, first, last)
	if who.nominal {
		return who
	}
	for i := first; i < last; i++ {
		w := p.words[i]
		if w.Tag == "IN" && w.Lower != "like" && !p.joined(first, i) {
			break
		}
		if w.Role >= 0 && p.heads(i, last) {
			m := p.s.mentions[w.Role]
			if !slices.Contains(who.roles, m.Key) {
				who.roles = append(who.roles, m.Key)
			}
			who.grade = m.Grade
		}
	}
	if len(who.roles) == 0 {
		who.roles = p.shortForm(first, last)
	}
	return who
}

// shortForm returns the role in scope that a noun phrase names by its last word
// or by its initials: "the vet" for the zoo vet, "BAs" for broadcast assistants.
func (p *statement) shortForm(first, last int) []string {
	core := min(p.grammar.Noun(p.words, first), last)
	if core == first || core-first > 2 || !p.context.roleIn && len(p.context.roles) != 1 {
		return nil
	}
	head := p.words[core-1]
	if first < core-1 {
		switch p.words[first].Lower {
		case "the", "this", "a", "an", "these", "most", "many", "some", "all":
		default:
			return nil
		}
	}
	lemma, _ := wordnet.NounLemma(head.Lower)
	if full := p.fullName(lemma, p.context); full != "" {
		return []string{full}
	}
	text := strings.TrimSuffix(head.Span.Of(p.doc.Text), "s")
	for _, key := range p.context.roles {
		if len(text) > 1 && text == initials(key) {
			return []string{key}
		}
	}
	return nil
}

// initials returns the capital initials of a key's words.
func initials(key string) string {
	var b strings.Builder
	for _, word := range strings.Split(key, "-") {
		if word != "" && word != "of" {
			b.WriteString(strings.ToUpper(word[:1]))
		}
	}
	return b.String()
}

// joined reports that a preposition before i belongs to a pair ("both of the
// CTO and …"), so that roles after it still count.
func (p *statement) joined(first, i int) bool {
	switch p.words[first].Lower {
	case "both", "most", "many", "some", "each", "all", "one", "either", "neither", "none":
		return i == first+1
	}
	return false
}

// heads reports whether the role at i is what its phrase names, and not the
// owner of something or part of a compound ("the CTO's team", "CTO salary").
func (p *statement) heads(i, last int) bool {
	if i+1 >= last {
		return true
	}
	next := p.words[i+1]
	if next.Tag == "POS" || next.Lower == "'s" || next.Lower == "'" {
		return false
	}
	switch next.Tag {
	case "NN", "NNS", "NNP":
		return next.Role >= 0
	}
	return true
}

// nominal recognises phrases for what a role does: "the CTO's main task",
// "the role of a nurse", "their responsibilities", "this".
func (p *statement) nominal(who *subject, first, last int) {
	core := p.grammar.Noun(p.words, first)
	if core > last {
		core = last
	}
	if core == first {
		return
	}
	head := p.words[core-1]
	lemma, _ := wordnet.NounLemma(head.Lower)
	if core-first == 1 && (head.Lower == "this" || head.Lower == "that" || head.Lower == "these" || head.Lower == "which") {
		who.nominal, who.points, who.roles = true, true, p.antecedent
		return
	}
	if head.Role < 0 && partNoun[lemma] { // "a large part of their job"
		for i := core; i < last; i++ {
			if noun, _ := wordnet.NounLemma(p.words[i].Lower); p.reading.words.dutyNouns[noun] && (i+1 >= last || !strings.HasPrefix(string(p.words[i+1].Tag), "NN") && p.words[i+1].Role < 0) {
				lemma, core = "part", i+1
			}
		}
	}
	if head.Role >= 0 || !p.reading.words.dutyNouns[lemma] && (lemma != "part" || core == p.grammar.Noun(p.words, first)) {
		return
	}
	who.plain = lemma == "role" || lemma == "position" || lemma == "job" || lemma == "work" || lemma == "function" || lemma == "day"
	if p.words[core-1].Role < 0 && last == core && p.context.roleIn && len(p.context.roles) == 1 && p.words[first].Tag != "PRP$" && len(p.rolesIn(first, last)) == 0 {
		who.roles = p.context.roles // "Duties include …" in a role's own section
	}
	for i := first; i < last; i++ {
		w := p.words[i]
		switch {
		case w.Role >= 0:
			if key := p.s.mentions[w.Role].Key; !slices.Contains(who.roles, key) {
				who.roles = append(who.roles, key)
			}
		case w.Tag == "PRP$" && i < core:
			switch w.Lower {
			case "their", "his", "her", "its":
				who.roles = p.antecedent
			case "your":
				who.roles = p.youRoles()
			}
		}
	}
	if who.roles == nil && p.words[first].Tag != "PRP$" {
		if keys := keysOf(p.s.mentions); len(keys) == 1 {
			who.roles = keys
		}
	}
	if who.roles == nil && p.words[first].Lower != "my" && p.words[first].Lower != "our" && (p.context.roleIn || len(p.context.roles) == 1) {
		who.roles = p.context.roles
	}
	who.nominal = who.roles != nil
}

// partNoun holds nouns that take a share of what follows "of".
var partNoun = map[string]bool{
	"part": true, "portion": true, "bulk": true, "core": true, "heart": true, "aspect": true, "majority": true, "half": true, "most": true, "element": true, "share": true, "one": true, "some": true,
}

// standIn returns the roles that a stand-in of the given kind means.
func (p *statement) standIn(stands string) []string {
	pair := p.antecedent
	if len(pair) < 2 {
		pair = p.reading.roles.Title()
	}
	switch stands {
	case "both", "neither":
		if len(pair) < 2 {
			return nil
		}
		return pair
	case "former":
		if len(pair) == 2 {
			return pair[:1]
		}
		return nil
	case "latter":
		if len(pair) == 2 {
			return pair[1:]
		}
		return nil
	}
	if len(p.antecedent) > 2 {
		return nil
	}
	return p.antecedent
}

// pronoun returns the roles that a pronoun means; ok is false for words that
// are none.
func (p *statement) pronoun(i int) (roles []string, ok bool) {
	switch p.words[i].Lower {
	case "he", "she", "s/he":
		if len(p.antecedent) > 1 {
			return nil, true
		}
		return p.antecedent, true
	case "they", "it", "others", "some", "many", "most":
		if len(p.antecedent) > 2 {
			return nil, true
		}
		return p.antecedent, true
	case "you":
		return p.youRoles(), true
	case "i", "we", "us", "me", "who", "what", "everyone", "nobody", "anyone", "no-one", "someone":
		return nil, true
	case "each", "both":
		return p.standIn("both"), true
	}
	return nil, false
}

// youRoles returns the role that a page addressed to its holder speaks of:
// the one that "As a ROLE, you …" named, else the only one in scope, where the
// section tells what is done and not how to get there.
func (p *statement) youRoles() []string {
	if p.you != nil {
		return p.you
	}
	if len(p.context.roles) > 0 && len(p.context.roles) <= 2 && p.context.roleIn && (p.context.kind == kindDuties || p.context.kind == "") {
		return p.context.roles
	}
	if len(p.context.roles) == 1 && (p.context.kind == kindDuties || p.context.kind == "" && len(p.reading.roles.Title()) == 1) {
		return p.context.roles
	}
	return nil
}

// rolesIn returns the keys named in words [first, last).
func (p *statement) rolesIn(first, last int) []string {
	var keys []string
	for i := first; i < last; i++ {
		if w := p.words[i]; w.Role >= 0 {
			if key := p.s.mentions[w.Role].Key; !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// subjectEnd returns the end of the noun phrase at i with the phrases that
// "and" joins to it.
func (p *statement) subjectEnd(i int) int {
	end := p.grammar.NounWithTail(p.words, i)
	for end > i && end < len(p.words) {
		next := end
		if p.words[next].Lower == "," {
			next++
		}
		if next+1 < len(p.words) && next > end && p.words[next].Lower == "or" {
			return end // ", or power line technicians," is another name
		}
		joined := next < len(p.words) && (p.words[next].Lower == "and" || p.words[next].Lower == "or" || p.words[next].Lower == "&" || p.words[next].Lower == "/" || p.words[next].Lower == "and/or" || p.words[next].Lower == "nor")
		if joined {
			next++
		}
		if next == end || next >= len(p.words) || !clause.StartsNoun(p.words[next]) && p.words[next].Tag != "VBG" {
			return end
		}
		after := p.grammar.NounWithTail(p.words, next)
		if !joined && (after >= len(p.words) || p.words[after].Lower != "," && p.words[after].Lower != "and" && p.words[after].Lower != "or" && p.words[after].Lower != "&") {
			return end // "unlike the CTO, the VP …"
		}
		named := len(p.rolesIn(next, after)) > 0 && len(p.rolesIn(i, end)) > 0
		if after == next || !named && (!joined || p.words[end].Lower == ",") {
			return end
		}
		end = after
	}
	return end
}
