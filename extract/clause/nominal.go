package clause

import "roleclaims/extract/nlp"

// Nominals reads the list that a cue opens at i ("responsible for …", "their
// duties include …"): noun phrases and gerund phrases. A list with commas is
// cut into its items; two phrases joined by a bare "and" stay one, unless the
// second is a gerund with an object of its own. It returns the phrases, Verb
// being -1 for a noun phrase, with the index after the last.
func (g *Grammar) Nominals(words []Word, i int) ([]Predicate, int) {
	var found []Predicate
	for i < len(words) {
		if words[i].Lower == "both" || words[i].Lower == "either" {
			i++
			continue
		}
		if words[i].Tag == nlp.VBG && !g.gerundNoun(words, i) || g.gerund(words, i) {
			verbs, end := g.Predicates(words, i)
			found, i = append(found, verbs...), end
		} else {
			end := g.nominal(words, i)
			if end == i {
				break
			}
			found = append(found, Predicate{First: i, Last: trimEnd(words, i, end), Verb: -1})
			i = end
		}
		next := g.skipAnd(words, i)
		if next == i || next >= len(words) {
			break
		}
		if words[next].Lower == "for" || words[next].Lower == "with" {
			next++
			if next >= len(words) {
				break
			}
		}
		if !g.listItem(words, next) || isComma(words[i]) && next == i+1 && words[next].Tag == nlp.PRPS {
			break
		}
		i = next
	}
	return g.splitLast(words, mergeSingles(found)), i
}

// mergeSingles makes one phrase of a list whose later items are single words,
// which share what stands around them: "the acquisition, operation, and
// maintenance of systems", "technical processes, structures, and systems".
func mergeSingles(found []Predicate) []Predicate {
	if len(found) < 2 || found[0].Verb >= 0 {
		return found
	}
	for i, p := range found {
		if p.Verb >= 0 || i > 0 && i < len(found)-1 && p.Last-p.First > 1 || i == len(found)-1 && i > 1 && p.Last-p.First > 1 && found[0].Last-found[0].First > 2 {
			return found
		}
	}
	last := found[len(found)-1]
	if len(found) == 2 && last.Last-last.First > 1 {
		return found
	}
	return []Predicate{{First: found[0].First, Last: last.Last, Verb: -1}}
}

// gerund reports whether a word that the tagger calls a noun is a gerund by
// what follows it: an article, or "and" with another gerund.
func (g *Grammar) gerund(words []Word, i int) bool {
	if !CanBe(words[i], Ing) || i+1 >= len(words) {
		return false
	}
	next := g.skipAnd(words, i+1)
	return words[i+1].Tag == nlp.DT || words[i+1].Tag == nlp.PRPS || next > i+1 && next < len(words) && words[next].Tag == nlp.VBG
}

// listItem reports whether a list may go on at i.
func (g *Grammar) listItem(words []Word, i int) bool {
	w := words[i]
	return (StartsNoun(w) || w.Tag == nlp.VBG || CanBe(w, Ing) || w.Tag.IsAdverb() || w.Tag == nlp.VBN || w.Tag == nlp.WRB || w.Tag == nlp.WP) &&
		g.subordinators[w.Lower] == "" && !g.startsClause(words, i)
}

// nominal returns the end of the noun phrase at i with all that hangs on it,
// up to a comma or a border.
func (g *Grammar) nominal(words []Word, i int) int {
	start := i
	for i < len(words) {
		w := words[i]
		switch {
		case isStop(w), isClose(w), isComma(w):
			if isComma(w) && g.adjectivesFollow(words, start, i) {
				break
			}
			return i
		case w.Lower == "that" && i > start && words[i-1].Tag.IsNoun():
			if v, ok := g.VerbGroupAt(words, i+1); ok && v.Modal != "" {
				return i
			}
		case isOpen(w):
			if close := matching(words, i); close > 0 {
				i = close
				continue
			}
			return i
		case isAnd(w):
			next := i + 1
			if next >= len(words) || g.startsClause(words, next) || words[next].Lower == "for" ||
				words[next].Tag == nlp.VBG && !g.gerundNoun(words, next) || isFinite(words[next].Tag) {
				return i
			}
		case w.Tag == nlp.TO && i > start:
			if g.purpose(words, i, start) {
				return i
			}
		case w.Lower == "than" && i > start+1 && i+1 < len(words) && words[i+1].Tag != nlp.CD && words[i-1].Lower != "more":
			return i
		case w.Lower == "by" && i+1 < len(words) && words[i+1].Tag == nlp.VBG,
			w.Lower == "in" && i+1 < len(words) && words[i+1].Lower == "order",
			w.Lower == "as" && i+1 < len(words) && words[i+1].Lower == "well":
			return i
		case g.subordinators[w.Lower] != "" && i > start && w.Lower != "not" && w.Lower != "who":
			return i
		case isFinite(w.Tag) && words[max(i-1, 0)].Tag == nlp.PRP: // "the product we provide"
		case isFinite(w.Tag) && i > start && words[i-1].Tag != nlp.WDT && words[i-1].Lower != "that" && !g.inQuestion(words, start, i):
			return i
		}
		i++
	}
	return i
}

// inQuestion reports whether a "that", "who" or "how" opened a clause between
// start and i.
func (g *Grammar) inQuestion(words []Word, start, i int) bool {
	for ; start < i; start++ {
		switch words[start].Tag {
		case nlp.WDT, nlp.WP, nlp.WRB:
			return true
		}
		if words[start].Lower == "that" || words[start].Lower == "whether" {
			return true
		}
	}
	return false
}

// adjectivesFollow tells the comma between adjectives ("a bold, new plan")
// from that of a list.
func (g *Grammar) adjectivesFollow(words []Word, start, i int) bool {
	if i == start || !words[i-1].Tag.IsAdjective() && words[i-1].Tag != nlp.VBN || i+1 >= len(words) {
		return false
	}
	return words[i+1].Tag.IsAdjective() && i+2 < len(words) && (words[i+2].Tag.IsNoun() || words[i+2].Tag.IsAdjective() || isAnd(words[i+2]))
}

// splitLast cuts the last phrase of a list of three or more at its "and" where
// the list has no comma before it: "A, B and C".
func (g *Grammar) splitLast(words []Word, found []Predicate) []Predicate {
	n := len(found)
	if n < 2 || found[n-1].Verb >= 0 || found[n-2].Last < found[n-1].First-1 {
		return found
	}
	last := found[n-1]
	for i := last.First + 1; i < last.Last-1; i++ {
		if isAnd(words[i]) && words[i].Lower != "&" {
			return append(found[:n-1],
				Predicate{First: last.First, Last: i, Verb: -1},
				Predicate{First: i + 1, Last: last.Last, Verb: -1})
		}
		if words[i].Tag == nlp.IN || words[i].Tag == nlp.TO {
			break
		}
	}
	return found
}
