package clause

import (
	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
)

// Grammar reads sentences by the lexicon's closed classes. It is read-only
// and safe for concurrent use.
type Grammar struct {
	subordinators map[string]string // word -> what it opens
	infinitives   map[string]bool   // words that govern "to" plus verb
	complements   map[string]string // verbs that govern a clause -> "bare" or "that"
	plurals       map[string]bool   // plurals that stand before another noun
	effects       map[string]bool   // verbs whose participle tells an effect
}

// New returns a grammar over the lexicon's clause tables.
func New(lex *lexicon.Lexicon) *Grammar {
	return &Grammar{
		subordinators: lex.Map("clause-subordinators"),
		infinitives:   lex.Set("clause-infinitives"),
		complements:   lex.Map("clause-complements"),
		effects:       lex.Set("clause-effects"),
		plurals:       lex.Set("clause-plurals"),
	}
}

// Opens returns what a word opens after a predicate ("reason", "example",
// "aside", …), "" for words that open nothing.
func (g *Grammar) Opens(word string) string { return g.subordinators[word] }

// Noun returns the end of the noun phrase that begins at i, without what
// hangs on it ("of …", relative clauses); i itself where none begins.
func (g *Grammar) Noun(words []Word, i int) int {
	start, head := i, i
	for i < len(words) {
		w := words[i]
		switch {
		case isOpen(w) && head > start: // "the officer's (CTO's) task"
			end := matching(words, i)
			if end == 0 || end >= len(words) || !words[end].Tag.IsAdjective() && !words[end].Tag.IsNoun() && words[end].Tag != nlp.POS || words[head-1].Role < 0 && words[head-1].Tag != nlp.POS && words[i-1].Tag != nlp.POS {
				return head
			}
			i = end
		case w.Role >= 0 && i > start && words[i-1].Tag == nlp.NNS && words[i-1].Role < 0:
			return head // "in hospitals | nurses": a plural names no kind
		case w.Role >= 0, w.Tag.IsNoun(), w.Tag == nlp.CD:
			i++
			head = i
		case (w.Tag == nlp.PRP || w.Tag == nlp.EX) && i == start:
			return i + 1
		case w.Tag == nlp.DT, w.Tag == nlp.PDT, w.Tag == nlp.PRPS, w.Tag == nlp.WPS:
			if head > start { // a second determiner is another phrase
				return head
			}
			i++
			if (w.Lower == "this" || w.Lower == "these" || w.Lower == "those" || w.Lower == "all" || w.Lower == "both" || w.Lower == "each" || w.Lower == "some") && i == start+1 {
				head = i
			}
		case isAnd(w) && i > start && head == start && words[i-1].Tag.IsAdjective() && i+2 < len(words) && words[i+1].Tag.IsAdjective() && (words[i+2].Tag.IsNoun() || words[i+2].Tag.IsAdjective()):
			i++ // "the visual and interactive aspects"
		case w.Tag.IsAdjective(), w.Tag == nlp.VBN, w.Tag == nlp.VBG, w.Tag == nlp.POS, w.Tag.IsAdverb(), isQuote(w):
			if w.Tag == nlp.VBG && head > start {
				return head
			}
			i++
			if standsAlone[w.Lower] && i-1 > start && (i == len(words) || !words[i].Tag.IsNoun() && !words[i].Tag.IsAdjective()) {
				head = i // "the former"
			}
		default:
			return head
		}
	}
	return head
}

// standsAlone holds adjectives that stand for their noun after "the".
var standsAlone = map[string]bool{"former": true, "latter": true, "first": true, "second": true, "other": true}

// NounWithTail returns the end of the noun phrase at i with the prepositional
// phrases that hang on it: "the head of the design department".
func (g *Grammar) NounWithTail(words []Word, i int) int {
	end := g.Noun(words, i)
	for end > i && end < len(words) {
		if isOpen(words[end]) {
			if close := matching(words, end); close > 0 {
				end = close
				continue
			}
		}
		if words[end].Lower == "to" && end+1 < len(words) && (words[end+1].Tag == nlp.DT || words[end+1].Tag == nlp.PRPS) {
			next := g.Noun(words, end+1)
			if next == end+1 {
				break
			}
			end = next // "their contribution to the team"
			continue
		}
		if words[end].Tag != nlp.IN || g.subordinators[words[end].Lower] != "" || words[end].Lower == "that" || words[end].Lower == "as" {
			break
		}
		next := g.Noun(words, end+1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// VerbGroup is a main verb with what stands before it.
type VerbGroup struct {
	First   int // first word: modal, auxiliary, adverb or the verb itself
	Verb    int // the main verb
	Form    Form
	Negated bool
	Modal   string // lower-case modal, "" for none
	Passive bool
	Be      bool // the main verb is "be" itself
	Adverbs []int
}

// VerbGroupAt reads the finite verb group that begins at i, adverbs included.
func (g *Grammar) VerbGroupAt(words []Word, i int) (VerbGroup, bool) {
	v := VerbGroup{First: i, Verb: -1}
	be, finite := false, false
loop:
	for ; i < len(words); i++ {
		w := words[i]
		switch {
		case w.Role >= 0:
			break loop
		case w.Lower == "not" || w.Lower == "n't" || w.Lower == "never" || w.Lower == "neither" || w.Lower == "cannot":
			v.Negated = true
			finite = finite || w.Lower == "cannot"
			v.Adverbs = append(v.Adverbs, i)
		case w.Tag == nlp.MD:
			v.Modal, finite = w.Lower, true
		case w.Tag.IsAdverb() || w.Lower == "also" || w.Lower == "both" || w.Lower == "typically" || w.Lower == "likely" && finite:
			v.Adverbs = append(v.Adverbs, i)
		case isBe(w):
			be, finite, v.Verb = true, true, i
		case isAuxiliary(w) && g.auxiliary(words, i):
			finite = true
		case w.Tag == nlp.VBN || be && w.Tag == nlp.VBD:
			if !finite {
				break loop
			}
			v.Verb, v.Form, v.Passive = i, Past, be
			return v, true
		case w.Tag == nlp.VBG:
			if !be {
				break loop
			}
			v.Verb, v.Form = i, Ing
			return v, true
		case be:
			break loop
		case w.Tag == nlp.VB || w.Tag == nlp.VBP || w.Tag == nlp.VBZ || w.Tag == nlp.VBD:
			v.Verb, v.Form = i, FormOf(w)
			return v, true
		case finite && CanBe(w, Base):
			v.Verb, v.Form = i, Base
			return v, true
		default:
			break loop
		}
	}
	if be {
		v.Be = true
		v.Form = FormOf(words[v.Verb])
		return v, true
	}
	return v, false
}

func isBe(w Word) bool {
	switch w.Lower {
	case "is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m":
		return w.Tag != nlp.POS
	}
	return false
}

func isAuxiliary(w Word) bool {
	switch w.Lower {
	case "do", "does", "did", "has", "have", "had", "having", "'ve", "’ve", "'ll", "’ll", "ca", "wo":
		return true
	}
	return false
}

// auxiliary tells "do not manage" from "do the books": an auxiliary has a verb
// after it, adverbs aside.
func (g *Grammar) auxiliary(words []Word, i int) bool {
	for i++; i < len(words); i++ {
		w := words[i]
		if w.Tag.IsAdverb() || w.Lower == "not" || w.Lower == "n't" {
			continue
		}
		return isBe(w) || w.Tag == nlp.VB || w.Tag == nlp.VBN || w.Tag == nlp.VBP || w.Tag == nlp.VBD
	}
	return false
}

// matching returns the index after the bracket that closes the one at i, 0
// where none does.
func matching(words []Word, i int) int {
	depth := 0
	for ; i < len(words); i++ {
		switch {
		case isOpen(words[i]):
			depth++
		case isClose(words[i]):
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// VerbAfterAnd reports whether the word at i, which follows a comma or an
// "and", is another verb of form f. Taggers often call it a noun there, so its
// shape and what follows it count too.
func (g *Grammar) VerbAfterAnd(words []Word, i int, f Form) bool {
	if i >= len(words) || !CanBe(words[i], f) || g.subordinators[words[i].Lower] != "" {
		return false
	}
	w := words[i]
	if w.Tag == nlp.NNP && f == Base && i > 0 && isAnd(words[i-1]) && words[i-min(i, 2)].Tag != nlp.NNP {
		if i+1 < len(words) && words[i+1].Tag == nlp.NNP {
			return false // "AWS and Google Cloud"
		}
	}
	if FormOf(w) == f || f == Third && (w.Tag == nlp.VBP || w.Tag == nlp.VB) {
		return f != Ing || !g.gerundNoun(words, i)
	}
	if i+1 >= len(words) {
		return false
	}
	next := words[i+1]
	article := next.Tag == nlp.DT || next.Tag == nlp.PRPS || next.Tag == nlp.PRP || next.Role >= 0
	bare := i > 1 && isAnd(words[i-1]) && !isComma(words[i-2])
	if bare && words[i-2].Tag == nlp.NN && i > 2 && (FormOf(words[i-3]) != NoVerb || words[i-3].Tag == nlp.RP) && w.Lemmas().Singular && w.Tag.IsNoun() && next.Tag.IsNoun() {
		return false // "carry out maintenance and repair activities"
	}
	if bare && f == Base && words[i-2].Tag == nlp.NN && i > 2 && words[i-3].Tag == nlp.IN && w.Tag.IsNoun() && next.Tag == nlp.NNS && w.Lemmas().Singular {
		return false // "collaborate with engineering and design teams"
	}
	switch f {
	case Third:
		sure := w.Lemmas().VerbLikelier || w.Tag == nlp.NNS && next.Tag.IsNoun() && !g.plurals[w.Lower] || w.Tag == nlp.JJ || !bare && g.verbLater(words, i, Third)
		return (w.Tag == nlp.NNS || w.Tag == nlp.JJ) && (article || next.Tag.IsAdjective() || sure && (next.Tag.IsNoun() || next.Tag == nlp.VBG) ||
			next.Tag == nlp.TO || next.Tag == nlp.IN && next.Lower != "of" && (sure || next.Lower != "in" && next.Lower != "for"))
	case Base:
		if (w.Tag == nlp.VBN || w.Tag == nlp.VBD) && StartsNoun(next) {
			return true // "motivate staff, set targets"
		}
		return (w.Tag.IsNoun() || w.Tag.IsAdjective()) && (article || isAnd(next) && i+2 < len(words) && FormOf(words[i+2]) == Base || (w.Lemmas().VerbLikelier || !w.Lemmas().Singular || !bare && g.verbLater(words, i, Base)) && (next.Tag.IsAdjective() || next.Tag.IsNoun() || next.Tag == nlp.TO || next.Tag == nlp.VBG || next.Tag == nlp.IN && next.Lower != "of"))
	case Ing:
		return w.Tag.IsNoun() && (article || next.Tag == nlp.NNS)
	}
	return false
}

// verbLater reports whether the series that goes on at i has a sure verb of
// form f behind its last "and": "act as a link, develop plans, and ensure …".
func (g *Grammar) verbLater(words []Word, i int, f Form) bool {
	for i++; i+2 < len(words); i++ {
		if isStop(words[i]) || f == Base && words[i].Tag == nlp.VBZ || words[i].Tag == nlp.MD {
			return false
		}
		next := i + 1
		if isAnd(words[i]) || isComma(words[i]) && isAnd(words[next]) {
			if isComma(words[i]) {
				next++
			}
			return (FormOf(words[next]) == f || words[next].Tag == nlp.JJR) && CanBe(words[next], f)
		}
	}
	return false
}

// gerundNoun tells "engineering projects" and "marketing" after a comma from a
// verb with an object.
func (g *Grammar) gerundNoun(words []Word, i int) bool {
	if !words[i].Lemmas().Singular || words[i].Lemmas().VerbLikelier {
		return false
	}
	for k := i + 1; k+1 < len(words) && (isComma(words[k]) || isAnd(words[k]) || CanBe(words[k], Ing)); k++ {
		if CanBe(words[k], Ing) && StartsNoun(words[k+1]) {
			return false // "leading and motivating teachers"
		}
	}
	return i+1 >= len(words) || isComma(words[i+1]) || isAnd(words[i+1]) || isStop(words[i+1])
}
