package extract

import (
	"slices"

	"roleclaims/extract/clause"
	"roleclaims/extract/nlp"
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
		if stands == "role" && len(who.roles) > 1 && !plural(&p.words[last-1]) {
			who.roles = nil // "this person" is one
		}
		return who
	}
	if last-first == 2 && p.lower(first) == "the" && p.lower(first+1) == "other" {
		if pair := p.s.keys; len(pair) == 2 && slices.ContainsFunc(p.words[:first], func(w clause.Word) bool { return w.Lower == "one" }) {
			who.roles = pair[1:]
			return who
		}
	}
	if last-first == 1 || p.words[first].Tag == nlp.PRP {
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
		if w.Tag == nlp.IN && w.Lower != "like" && !p.joined(first, i) && !(w.Lower == "of" && i == first+2 && p.words[first+1].Lower == "number" && p.lower(first) == "a") {
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
	if next.Tag == nlp.POS || next.Lower == "'s" || next.Lower == "'" {
		return false
	}
	switch next.Tag {
	case nlp.NN, nlp.NNS, nlp.NNP:
		return next.Role >= 0
	}
	return true
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
		if next == end || next >= len(p.words) || !clause.StartsNoun(p.words[next]) && p.words[next].Tag != nlp.VBG {
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
