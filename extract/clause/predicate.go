package clause

import "roleclaims/extract/nlp"

// Predicate is a verb with its object, or a series of verbs that share one:
// one responsibility in the sense of the guide.
type Predicate struct {
	First, Last int // words [First, Last)
	Verb        int // its first verb
}

// Predicates reads the coordinated predicates that begin with the verb at i:
// "leads the team, manages budgets and reports on both" is three, "manages
// and mentors the team" one. A participle that goes on with a further duty
// (", ensuring that …") is one more. It returns them with the index after the
// last.
func (g *Grammar) Predicates(words []Word, i int) ([]Predicate, int) {
	var found []Predicate
	form := shape(words[i])
	for {
		first := i
		i = g.series(words, i, form)
		i = g.object(words, i, form)
		found = append(found, Predicate{First: first, Last: trimEnd(words, first, i), Verb: first})
		i = g.skipTail(words, i, form)
		next := g.skipAnd(words, i)
		if next > i {
			if g.VerbAfterAnd(words, next, form) {
				i = next
				continue
			}
			if form != Ing && isComma(words[i]) && g.Tail(words, next) {
				form = Ing
				i = next
				continue
			}
		}
		return found, i
	}
}

// skipTail returns the index after the means or purpose at i ("by testing
// early", "to guide the team") where a further predicate of the series follows
// it, else i.
func (g *Grammar) skipTail(words []Word, i int, form Form) int {
	if i+1 >= len(words) {
		return i
	}
	if words[i].Lower == "such" && words[i+1].Lower == "as" || words[i].Lower == "including" {
		return g.skipExamples(words, i, form)
	}
	inner := Ing
	switch {
	case words[i].Lower == "by" && words[i+1].Tag == nlp.VBG:
	case words[i].Tag == nlp.TO && words[i+1].Tag == nlp.VB:
		inner = Base
	default:
		return i
	}
	end := g.object(words, g.series(words, i+1, inner), inner)
	for { // "to prevent loss and increase revenues, resolving …"
		next := g.skipAnd(words, end)
		if next == end || !isAnd(words[next-1]) || !CanBe(words[next%len(words)], inner) || g.VerbAfterAnd(words, next, form) || next >= len(words) {
			break
		}
		end = g.object(words, g.series(words, next, inner), inner)
	}
	if next := g.skipAnd(words, end); next > end && isComma(words[end]) && g.VerbAfterAnd(words, next, form) {
		return end
	}
	return i
}

// skipExamples returns the comma behind the examples that begin at i where the
// series goes on with a verb of its form: "gives care such as checking pulses,
// bathes patients, and …". Examples that may be verbs of that form end no series.
func (g *Grammar) skipExamples(words []Word, i int, form Form) int {
	if form != Base && form != Third {
		return i
	}
	for k := i + 2; k+1 < len(words) && !isStop(words[k]); k++ {
		if next := g.skipAnd(words, k); isComma(words[k]) && next+1 < len(words) && FormOf(words[next]) == form && CanBe(words[next], form) && words[next].Role < 0 && StartsNoun(words[next+1]) {
			return k
		}
	}
	return i
}

// shape is the form that the verbs joined to w must share.
func shape(w Word) Form {
	if f := FormOf(w); f != NoVerb {
		return f
	}
	for _, f := range []Form{Ing, Third, Base, Past} {
		if CanBe(w, f) {
			return f
		}
	}
	return NoVerb
}

// Tail reports whether a participle at i, after a comma, names a further duty
// and not an effect.
func (g *Grammar) Tail(words []Word, i int) bool {
	return i < len(words) && words[i].Tag == nlp.VBG && CanBe(words[i], Ing) && !g.effects[Lemma(words[i])]
}

// series returns the index after the verbs from i that share one object:
// "plan, coordinate and direct".
func (g *Grammar) series(words []Word, i int, form Form) int {
	i++
	for {
		if i+1 < len(words) && words[i].Tag == nlp.RP && isAnd(words[i+1]) {
			i++ // "setting up and maintaining"
		}
		next := g.skipAnd(words, i)
		if next == i || next >= len(words) {
			return i
		}
		if !g.VerbAfterAnd(words, next, form) && !g.inSeries(words, next, form) {
			return i
		}
		i = next + 1
	}
}

// inSeries reports whether the word at i is a verb between others: "direct,
// coach and support the team".
func (g *Grammar) inSeries(words []Word, i int, form Form) bool {
	if !CanBe(words[i], form) {
		return false
	}
	next := g.skipAnd(words, i+1)
	return next > i+1 && next < len(words) && CanBe(words[next], form) && next+1 < len(words) && StartsNoun(words[next+1])
}

// skipAnd returns the index after a comma, an "and", or both, and after the
// adverbs that follow them; i itself where there is neither.
func (g *Grammar) skipAnd(words []Word, i int) int {
	start := i
	if i < len(words) && isComma(words[i]) {
		i++
	}
	if i < len(words) && (isAnd(words[i]) || words[i].Lower == "then") {
		i++
	} else if i+2 < len(words) && words[i].Lower == "as" && words[i+1].Lower == "well" && words[i+2].Lower == "as" {
		i += 3
	}
	if i == start {
		return start
	}
	for i < len(words) && (words[i].Tag.IsAdverb() && words[i].Lower != "not" && g.subordinators[words[i].Lower] == "" || words[i].Lower == "then" || words[i].Lower == "also") {
		i++
	}
	return i
}

// trimEnd takes from the end of a phrase what says nothing: commas, "and",
// prepositions, a closing bracket's content, "etc.", and what stands behind a
// quotation mark that opened before the phrase (in "bakes the bread," says he).
func trimEnd(words []Word, first, last int) int {
	last = unquoted(words, first, last)
	for last > first+1 {
		w := words[last-1]
		switch {
		case isClose(w):
			open := last - 1
			for open > first && !isOpen(words[open]) {
				open--
			}
			if open == first {
				return last
			}
			last = open
		case isComma(w), isAnd(w), isStop(w), isQuote(w) && !opens(words, first, last-1), w.Lower == "etc", w.Lower == "etc.", w.Lower == "also", w.Lower == "respectively",
			w.Tag == nlp.IN && last-1 > first && (w.Lower == "that" || w.Lower == "as" || w.Lower == "than"), w.Lower == "but", w.Tag == nlp.WDT, w.Lower == "then",
			w.Tag == nlp.DT && w.Lower != "this" && w.Lower != "that" && w.Lower != "all", w.Tag == nlp.PRPS, w.Tag == nlp.IN && last-1 > first && FormOf(words[last-2]) == NoVerb && words[last-2].Tag != nlp.RP:
			last--
		default:
			return last
		}
	}
	return last
}

// opens reports whether the quote at i closes one that was opened within the
// phrase and so belongs to it.
func opens(words []Word, first, i int) bool {
	n := 0
	for ; first < i; first++ {
		if isQuote(words[first]) {
			n++
		}
	}
	return n%2 == 1
}

// unquoted returns the index of the quotation mark that closes one opened before
// the phrase, last where there is none: of straight marks that don't pair up,
// the last one.
func unquoted(words []Word, first, last int) int {
	curly, straight, at := 0, 0, last
	for i := first; i < last; i++ {
		switch words[i].Lower {
		case "“":
			curly++
		case "”":
			if curly == 0 {
				return i
			}
			curly--
		case "\"":
			straight++
			at = i
		}
	}
	if straight%2 == 1 && at > first {
		return at
	}
	return last
}
