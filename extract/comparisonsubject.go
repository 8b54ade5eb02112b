package extract

import (
	"slices"
	"strings"
)

// subjectFound is who an order is said of.
type subjectFound struct {
	keys  []string
	first int  // its first item
	pay   bool // the pay of the roles, not the roles
}

// passed are words between a subject and the words that order it.
var passed = wordSet(`will would can could may might must should shall do does did is are was were be been being has have had
 also often always sometimes usually typically generally normally still just then thus both each all themselves not n't never even now only actually each who which that in turn fact ultimately directly`)

// raising are the words before a "to" whose subject is that of the verb after
// it: "tend to earn", but not "want to earn".
var raising = wordSet(`tend tends likely able expected expect expects stand stands continue continues seem seems appear appears going`)

// roleNouns are nouns that only say again that a role is one.
var roleNouns = wordSet(`role roles position positions job jobs post posts title titles profession career careers counterpart counterparts rank ranks`)

// payHeads are the nouns of pay that an order may be said of.
var payHeads = wordSet(`salary salaries pay wage wages income incomes compensation remuneration earnings rate rates paycheck package packages
 average averages median ceiling ceilings range ranges figure potential money`)

// prepositions put a role before a verb that is not its subject.
var prepositions = wordSet(`of for by with to from than as like unlike among between under over above below on in about into at through via behind beside alongside beneath toward towards against`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// subject finds who the words from item i on are said of.
func (l *line) subject(i int) (subjectFound, bool) {
	j := l.skipBack(i - 1)
	if j < 0 {
		return l.unnamed(i)
	}
	switch it := l.items[j]; {
	case it.group && (l.relativeAt(j+1, i) || l.items[j+1].text == "," && l.relativeAt(j+2, i)):
		return l.resolved(j, false) // even after "unlike": "unlike the COO, who …"
	case it.group:
		return l.withOwner(j)
	case l.relativeAt(j+1, i):
		if who, ok := l.described(j); ok {
			return who, ok
		}
		return l.paySubject(j)
	case payHeads[it.text]:
		return l.payOwner(j)
	case roleNouns[it.text] && j > 0 && l.items[j-1].group:
		return l.withOwner(j - 1)
	case it.text == "'s" || it.text == "'":
		return subjectFound{}, false
	case it.text == "," || it.text == "and" || it.text == "but" || it.text == "or" || it.text == "(":
		return l.clauseSubject(j)
	}
	return subjectFound{}, false
}

func relativePronoun(text string) bool { return text == "who" || text == "which" || text == "that" }

// relativeAt reports whether a relative pronoun stands at item k, before item
// i.
func (l *line) relativeAt(k, i int) bool { return k < i && relativePronoun(l.items[k].text) }

// described returns the subject that the noun at item j says what it is: "CTOs
// are officers who report to …".
func (l *line) described(j int) (subjectFound, bool) {
	for k := j - 1; k > 0; k-- {
		switch l.items[k].text {
		case "is", "are", "'re", "'s":
			if l.items[k-1].group {
				return l.withOwner(k - 1)
			}
		case ",", ";", "while":
			return subjectFound{}, false
		}
	}
	return subjectFound{}, false
}

// paySubject returns the only role before item j whose pay is spoken of: "the
// salary of a CTO is $1, which is higher than …".
func (l *line) paySubject(j int) (subjectFound, bool) {
	var who subjectFound
	for k := 0; k < j; k++ {
		it := l.items[k]
		var found subjectFound
		ok := false
		if it.group {
			found, ok = l.withOwner(k)
			found.pay = found.pay || l.hasPay(k+1, j)
		} else if payHeads[it.text] {
			found, ok = l.payOwner(k)
		}
		if !ok || !found.pay {
			continue
		}
		if who.keys != nil && !slices.Equal(who.keys, found.keys) {
			return subjectFound{}, false
		}
		who = found
	}
	return who, who.keys != nil
}

// namesPay reports whether the line has a noun of pay: no subject without one
// is the pay of a role.
func (l *line) namesPay() bool {
	return slices.ContainsFunc(l.items, func(it item) bool { return payHeads[it.text] })
}

// hasPay reports whether the items from i on, before end, say what a role gets:
// "has an average salary of …".
func (l *line) hasPay(i, end int) bool {
	if i >= end {
		return false
	}
	switch l.items[i].text {
	case "has", "have", "earns", "earn", "receives", "receive", "draws", "draw", "makes", "make", "commands", "command", "gets", "get":
	default:
		return false
	}
	for k := i + 1; k < min(end, i+7); k++ {
		if payHeads[l.items[k].text] {
			return true
		}
	}
	return false
}

// skipBack passes auxiliaries, adverbs and asides between commas.
func (l *line) skipBack(j int) int {
	for ; j >= 0; j-- {
		it := l.items[j]
		if it.group {
			return j
		}
		if passed[it.text] || raising[it.text] || strings.HasSuffix(it.text, "ly") || it.text == "to" && j > 0 && raising[l.items[j-1].text] {
			continue
		}
		open := j
		if it.text == "," { // ", in most cases,"
			for open--; open >= 0 && j-open <= 7 && l.items[open].text != "," && !l.items[open].group; open-- {
			}
		}
		if open < j && open > 0 && l.items[open].text == "," {
			j = open
			continue
		}
		if it.text == "," && j > 0 && l.items[j-1].group && j+1 < len(l.items) && relativePronoun(l.items[j+1].text) {
			continue
		}
		return j
	}
	return -1
}

// withOwner judges a group right before the verb: after "of" or "for" it is
// the subject only of its pay or its role ("the salary of a CTO is higher").
func (l *line) withOwner(g int) (subjectFound, bool) {
	j := l.beforeDeterminers(g)
	if j < 0 || !prepositions[l.items[j].text] {
		if j >= 0 && (l.items[j].text == "'s" || l.items[j].text == "neither" || l.items[j].text == "nor" || l.items[j].text == "no") {
			return subjectFound{}, false
		}
		return l.resolved(g, false)
	}
	for k := j - 1; k >= 0 && k >= j-3; k-- {
		switch text := l.items[k].text; {
		case payHeads[text]:
			return l.resolved(g, true)
		case roleNouns[text]:
			return l.resolved(g, false)
		case text != "earned" && text != "paid" && text != "offered":
			k = -1
		}
	}
	switch l.items[j].text {
	case "in", "at", "on": // "in hospitals, nurses" has a comma; "in nurses" is no subject
		return subjectFound{}, false
	case "with", "alongside":
		if l.startsAt(j) { // "with the VP reporting to the CTO"
			return l.resolved(g, false)
		}
	}
	return subjectFound{}, false
}

// startsAt reports a preposition that opens an absolute clause: after a comma
// or at the start.
func (l *line) startsAt(j int) bool {
	return j == 0 || l.items[j-1].text == ","
}

// beforeDeterminers returns the item before a group and its determiners, -1
// for none.
func (l *line) beforeDeterminers(g int) int {
	for j := g - 1; j >= 0; j-- {
		switch l.items[j].text {
		case "a", "an", "the", "most", "many", "all", "some", "any", "other", "both", "our", "their", "your", "its", "typical", "average", "experienced", "every", "each":
			continue
		}
		return j
	}
	return -1
}

// payOwner finds whose pay the noun at item j is: "a CTO's average salary",
// "CTO salaries", "the pay of a CTO".
func (l *line) payOwner(j int) (subjectFound, bool) {
	for k := j - 1; k >= 0 && k >= j-4; k-- {
		it := l.items[k]
		if it.group {
			found, ok := l.resolved(k, true)
			return found, ok
		}
		switch it.text {
		case "their", "his", "her":
			keys := l.pronoun(k)
			return subjectFound{keys, k, true}, len(keys) > 0
		case "'s", "'", "or":
		case ",", ".", ";", ":", "and", "the", "a", "an", "of", "in":
			return subjectFound{}, false
		}
	}
	return subjectFound{}, false
}

// clauseSubject returns the first group of the clause that ends at item j: the
// subject that a second verb shares.
func (l *line) clauseSubject(j int) (subjectFound, bool) {
	start := 0
	for k := j; k > 0; k-- {
		switch l.items[k].text {
		case ";", ":", "while", "whereas", "although", "though", "because", "since", "–", "—", "if":
			start = k + 1
		default:
			continue
		}
		break
	}
	for k := start; k < j; k++ {
		if !l.items[k].group {
			continue
		}
		if b := l.beforeDeterminers(k); b >= start && (prepositions[l.items[b].text] || l.items[b].text == "'s") {
			continue
		}
		if k+1 < len(l.items) && (l.items[k+1].text == "'s" || l.items[k+1].text == "'") || l.verbBetween(start, k) {
			return subjectFound{}, false
		}
		return l.resolved(k, false)
	}
	if start == 0 && j > 0 && l.items[0].first < len(l.s.words) && !l.verbBetween(0, 1) {
		return subjectFound{}, false
	}
	if start == 0 {
		return l.unnamed(0)
	}
	return subjectFound{}, false
}

func (l *line) verbBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if it := l.items[k]; !it.group && finite(l.s.words[it.first]) {
			return true
		}
	}
	return false
}

// unnamed serves words that begin a sentence or an item: "Reporting to the
// CFO, the controller …", "Reports to the CFO".
func (l *line) unnamed(i int) (subjectFound, bool) {
	if i < len(l.items) && (strings.HasSuffix(l.items[i].text, "ing") || l.items[i].text == "as" || l.items[i].text == "second") {
		for k := i; k+1 < len(l.items); k++ {
			if l.items[k].text != "," {
				continue
			}
			next := k + 1
			for next < len(l.items) && (l.items[next].text == "the" || l.items[next].text == "a" || l.items[next].text == "an") {
				next++
			}
			if next < len(l.items) && l.items[next].group {
				return l.resolved(next, false)
			}
		}
	}
	keys := l.s.antecedent
	if len(keys) == 0 || len(keys) > 2 {
		keys = l.s.scope
	}
	if len(keys) != 1 {
		return subjectFound{}, false
	}
	return subjectFound{keys, max(i, 0), false}, true
}

// resolved returns the roles of a group, or those that it stands for.
func (l *line) resolved(g int, pay bool) (subjectFound, bool) {
	it := l.items[g]
	keys := it.keys
	if it.standsIn != "" {
		keys = l.standFor(g)
	}
	return subjectFound{keys, g, pay}, len(keys) > 0
}

// standFor returns the roles that a stand-in or pronoun means.
func (l *line) standFor(g int) []string {
	two := l.s.antecedent
	if len(two) != 2 {
		two = l.r.roles.Title()
	}
	if before := l.namedBefore(g); len(before) == 2 {
		two = before
	}
	switch it := l.items[g]; {
	case it.standsIn == "both" && len(two) <= maxCompared:
		if len(two) < 2 {
			return nil
		}
		return two
	case it.standsIn == "former" && len(two) == 2:
		return two[:1]
	case it.standsIn == "latter" && len(two) == 2:
		return two[1:]
	case it.standsIn == "role":
		return l.pronoun(g)
	}
	return nil
}

// namedBefore returns the distinct roles named before an item.
func (l *line) namedBefore(g int) []string {
	var keys []string
	for _, it := range l.items[:g] {
		for _, key := range it.keys {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// pronoun returns what a pronoun at item i means: a subject named before it in
// the sentence, else what the sentence before speaks of.
func (l *line) pronoun(i int) []string {
	for k := 0; k < i; k++ {
		if it := l.items[k]; it.group && it.standsIn == "" {
			if b := l.beforeDeterminers(k); b >= 0 && (prepositions[l.items[b].text] || l.items[b].text == "'s") {
				continue
			}
			return it.keys
		}
	}
	if len(l.s.antecedent) > maxCompared {
		return nil
	}
	return l.s.antecedent
}
