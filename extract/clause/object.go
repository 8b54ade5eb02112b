package clause

import "roleclaims/extract/nlp"

// object returns the index where the object of a verb of the given form ends,
// from i, the word after the verb.
func (g *Grammar) object(words []Word, i int, form Form) int {
	verb := Lemma(words[max(i-1, 0)])
	start := i
	i, inner := g.complement(words, i, verb)
	for i < len(words) {
		w := words[i]
		if (w.Lower == "that" || w.Lower == "who") && i > start {
			if v, ok := g.VerbGroupAt(words, i+1); ok {
				if v.Modal != "" && words[i-1].Tag.IsNoun() {
					return i // "that can give an edge": what may come of it
				}
				i, inner = v.Verb+1, v.Form
				continue
			}
		}
		switch {
		case isStop(w):
			return i
		case (isBe(w) || w.Tag == nlp.MD || form == Ing && w.Tag == nlp.VBZ) && i > start && inner == NoVerb && !g.inQuestion(words, start, i) && words[i-1].Tag != nlp.PRP && words[i-1].Tag != nlp.TO && w.Lower != "be" && w.Lower != "being" && w.Lower != "been":
			return i // the verb of which all this is the subject
		case isOpen(w):
			close := matching(words, i)
			if close == 0 {
				return i
			}
			i = close
			continue
		case isClose(w):
			return i
		case isComma(w) || isAnd(w):
			if next := g.skipAnd(words, i); inner != NoVerb && isAnd(words[next-1]) && g.VerbAfterAnd(words, next, inner) && (inner != form || isAnd(words[i]) && verb == "help" || words[start-1].Lower != "sure" && g.complements[verb] == "") {
				i = next
				break
			}
			if g.endsAt(words, i, form) {
				return i
			}
		case w.Tag == nlp.TO || w.Lower == "to":
			if i > start && g.purpose(words, i, start) {
				return i
			}
		case w.Lower == "in" && i+2 < len(words) && words[i+1].Lower == "order" && words[i+2].Lower == "to":
			return i
		case w.Lower == "as" && i+2 < len(words) && words[i+1].Lower == "well" && words[i+2].Lower == "as":
			if g.VerbAfterAnd(words, i+3, form) {
				return i
			}
			i += 3
			continue
		case w.Lower == "by" && i+1 < len(words) && words[i+1].Tag == nlp.VBG:
			return i
		case w.Lower == "once" && (words[i-1].Lower == "at" || words[i-1].Lower == "only"):
		case w.Lower == "than" && i > start+1 && i+1 < len(words) && words[i+1].Tag != nlp.CD && words[i-1].Lower != "more":
			return i
		case w.Lower == "so" || w.Lower == "such" && i+1 < len(words) && words[i+1].Lower == "as":
			return i
		case g.subordinators[w.Lower] != "" && i > start && !g.allowed(words, i, verb):
			return i
		}
		i++
	}
	return i
}

// complement steps over the subject and verb of the clause that a verb like
// "ensure" governs; it returns the form of that clause's verb.
func (g *Grammar) complement(words []Word, i int, verb string) (int, Form) {
	if verb == "help" && i < len(words) && words[i].Tag == nlp.VB {
		return i + 1, Base // "help manage the shop"
	}
	if verb == "help" && i < len(words) {
		end := g.Noun(words, i)
		for end > i && end < len(words) && (isComma(words[end]) || isAnd(words[end])) { // "help patients, families and staff cope"
			next := g.skipAnd(words, end)
			after := g.Noun(words, next)
			if after == next {
				break
			}
			end = after
		}
		if end > i && end < len(words) && (words[end].Tag == nlp.VB || words[end].Tag == nlp.VBP) && CanBe(words[end], Base) {
			return end + 1, Base
		}
	}
	sure := i < len(words) && words[i].Lower == "sure"
	if g.complements[verb] == "" && !sure {
		return i, NoVerb
	}
	if sure {
		i++
	}
	next := i
	if next < len(words) && words[next].Lower == "that" {
		next++
	} else if g.complements[verb] != "bare" && !sure {
		return i, NoVerb
	}
	end := g.NounWithTail(words, next)
	for end > next && end+1 < len(words) && isAnd(words[end]) {
		joined := g.NounWithTail(words, end+1)
		if joined == end+1 {
			break
		}
		end = joined
	}
	if end == next {
		return i, NoVerb
	}
	if isComma(at(words, end)) && (at(words, end+1).Tag == nlp.WRB || at(words, end+1).Tag == nlp.WDT || at(words, end+1).Tag == nlp.WP) {
		for k := end + 2; k < len(words) && k < end+maxAside; k++ {
			if isComma(words[k]) {
				end = k + 1 // "ensure that the desk, where guests arrive, runs well"
				break
			}
		}
	}
	if v, ok := g.VerbGroupAt(words, end); ok {
		form := v.Form
		if v.Be {
			form = NoVerb
		}
		return v.Verb + 1, form
	}
	return i, NoVerb
}

// maxAside is the most words of a relative clause between a noun and its verb.
const maxAside = 14

// at returns word i, an empty one past the end.
func at(words []Word, i int) Word {
	if i >= len(words) {
		return Word{Role: -1}
	}
	return words[i]
}

// allowed tells the subordinators that go on with an object: "determine when
// to act", "not", "who" right after the noun it belongs to.
func (g *Grammar) allowed(words []Word, i int, verb string) bool {
	switch words[i].Lower {
	case "such", "even", "mainly", "specifically", "then", "not":
		return true
	case "who", "whose":
		return !isComma(words[i-1])
	case "which":
		return words[i-1].Tag == nlp.IN || g.complements[verb] != ""
	case "when", "where", "if", "since":
		return g.complements[verb] != "" && i <= 3
	}
	return false
}

// endsAt reports whether the comma or "and" at i ends the object: what follows
// is another predicate, a participle, an aside or a clause of its own.
func (g *Grammar) endsAt(words []Word, i int, form Form) bool {
	next := i + 1
	if isComma(words[i]) && next < len(words) && isAnd(words[next]) {
		next++
	}
	verb := next
	for verb < len(words) && words[verb].Tag.IsAdverb() && words[verb].Lower != "not" {
		verb++
	}
	switch {
	case next >= len(words):
		return true
	case words[i-1].Tag.IsAdjective() && i > 1 && !(isAnd(words[i]) && CanBe(words[verb%len(words)], form) && isPlural(words[i-1])) && (FormOf(words[i-2]) != NoVerb || words[i-2].Tag == nlp.DT) && !isBe(words[i-2]) && !g.startsClause(words, next):
		return false // "full-time, or near full-time, coverage"
	case g.VerbAfterAnd(words, verb, form):
		return true
	case isComma(words[i]) && (g.subordinators[words[next].Lower] != "" || words[next].Tag == nlp.WDT || words[next].Tag == nlp.TO || isQuote(words[next]) && next+1 == len(words)):
		return true
	case words[next].Tag == nlp.VBG && form != Ing && !g.gerundNoun(words, next) && next+1 < len(words) && !words[next+1].Tag.IsNoun():
		return true
	case isComma(words[i]) && next == i+1 && verb < len(words) && words[verb].Tag == nlp.VBG && (form != Ing || g.Tail(words, verb)) && !g.gerundNoun(words, verb):
		return true
	case isComma(words[i]) && words[next].Tag == nlp.IN && words[next].Lower != "of" && words[next].Lower != "for" && words[next].Lower != "with" && words[next].Lower != "in":
		return true
	case verb < len(words) && isFinite(words[verb].Tag) && (form != Base || words[verb].Tag == nlp.MD || isBe(words[verb])) && words[verb].Role < 0:
		return true
	case isComma(words[i]) && words[next].Tag == nlp.PRPS && next == i+1:
		return true
	}
	if isComma(words[i]) && isAnd(words[next-1]) && words[next].Tag == nlp.IN {
		if after := g.NounWithTail(words, next+1); g.startsClause(words, after) {
			return true // ", and in a small practice they …"
		}
	}
	return g.startsClause(words, next) || isComma(words[i]) && next == i+1 && g.clauseAhead(words, next)
}

// isPlural reports whether a word that the tagger calls an adjective is the
// plural of a noun: "cleans teeth and takes X-rays".
func isPlural(w Word) bool {
	l := w.Lemmas()
	return l.IsNoun && l.Noun != w.Lower
}

// clauseAhead reports whether a finite verb that belongs to no relative clause
// stands between i and the next comma.
func (g *Grammar) clauseAhead(words []Word, i int) bool {
	if !StartsNoun(words[i]) {
		return false
	}
	for ; i < len(words) && !isComma(words[i]) && !isStop(words[i]); i++ {
		switch w := words[i]; {
		case w.Tag == nlp.WDT, w.Tag == nlp.WP, w.Tag == nlp.WRB, w.Lower == "that", isAnd(w):
			return false
		case w.Tag == nlp.VBZ, w.Tag == nlp.MD, w.Lower == "are":
			return true
		}
	}
	return false
}

// startsClause reports whether a subject with its finite verb begins at i.
func (g *Grammar) startsClause(words []Word, i int) bool {
	if i >= len(words) || !StartsNoun(words[i]) {
		return false
	}
	end := g.NounWithTail(words, i)
	for end > i && end < len(words) && (words[end].Tag.IsAdverb() || words[i].Tag == nlp.PRP && (words[end].Lower == "each" || words[end].Lower == "both" || words[end].Lower == "all")) {
		end++
	}
	if end > i && at(words, end).Tag == nlp.POS && isBe(at(words, end+1)) {
		return true // ", and a roofer's is …"
	}
	return end > i && end < len(words) && words[end].Role < 0 && (words[end].Tag == nlp.MD || words[end].Tag == nlp.VBZ || words[end].Tag == nlp.VBP || isBe(words[end]) && words[end].Tag != nlp.VBN)
}

// purpose reports whether the "to" at i opens a purpose clause, which is no
// part of the object that began at start.
func (g *Grammar) purpose(words []Word, i, start int) bool {
	next := i + 1
	for next < len(words) && words[next].Tag.IsAdverb() {
		next++
	}
	if next >= len(words) || !opensPurpose(words, next) {
		return false
	}
	verb := Lemma(words[max(start-1, 0)])
	if verb == "work" && toStop(words, i) > maxPurpose {
		return true // "work with the team to make sure that …"
	}
	if g.infinitives[verb] || g.inQuestion(words, start, i) {
		return false
	}
	before := words[i-1]
	if before.Tag.IsAdjective() {
		return false // "easy to use"
	}
	return !g.infinitives[before.Lower] && before.Tag != nlp.WRB && before.Tag != nlp.WP && !g.infinitives[Lemma(before)]
}

// opensPurpose reports whether the word after "to" is a verb in its base form:
// by its tag, or a noun by its tag before an article.
func opensPurpose(words []Word, i int) bool {
	switch w := words[i]; w.Tag {
	case nlp.VB, nlp.Untagged:
		return true
	case nlp.VBP:
		return CanBe(w, Base)
	case nlp.NN:
		return CanBe(w, Base) && (i+1 == len(words) || words[i+1].Tag == nlp.DT || words[i+1].Tag == nlp.PRPS)
	}
	return false
}

// maxPurpose is the most words of a purpose that belongs to "work with …".
const maxPurpose = 8

// toStop returns the number of words from i to the next comma or stop.
func toStop(words []Word, i int) int {
	n := 0
	for ; i < len(words) && !isComma(words[i]) && !isStop(words[i]); i++ {
		n++
	}
	return n
}
