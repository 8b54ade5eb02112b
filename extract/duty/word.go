package duty

import (
	"strings"

	"roleclaims/extract/nlp"
	"roleclaims/extract/wordnet"
)

// pos is the part that a word plays here.
type pos byte

const (
	verb   pos = 'V'
	name   pos = 'N'
	adj    pos = 'J'
	det    pos = 'D'
	prep   pos = 'P'
	conj   pos = 'C'
	comma  pos = ','
	stop   pos = '.' // other punctuation
	adv    pos = 'R'
	not    pos = 'X'
	to     pos = 'T'
	modal  pos = 'M'
	genit  pos = 'S' // 's
	pron   pos = 'O'
	clause pos = 'W' // that, which, who, so, while
)

// word is a token, or a fixed expression of several, made ready for parsing.
type word struct {
	text string // lower case
	verb string // lemma as a verb
	noun string // lemma as a noun
	pos  pos
	tag  nlp.Tag
}

// closed gives the words whose part does not depend on the tagger.
var closed = map[string]pos{
	"a": det, "an": det, "the": det, "this": det, "that": clause, "these": det, "those": det, "its": det, "their": det, "his": det, "her": det,
	"our": det, "your": det, "my": det, "some": det, "any": det, "each": det, "every": det, "all": det, "both": det, "either": det, "another": det,
	"of": prep, "in": prep, "on": prep, "over": prep, "for": prep, "with": prep, "within": prep, "at": prep, "from": prep, "into": prep, "about": prep,
	"by": prep, "across": prep, "behind": prep, "between": prep, "through": prep, "during": prep, "after": prep, "before": prep, "under": prep,
	"towards": prep, "toward": prep, "upon": prep, "regarding": prep, "concerning": prep, "around": prep, "without": prep, "among": prep, "as": prep,
	"inside": prep, "outside": prep, "against": prep, "throughout": prep, "per": prep, "via": prep, "onto": prep, "up": prep, "out": prep, "down": prep, "off": prep,
	"and": conj, "or": conj, "&": conj, "and/or": conj, "plus": conj, "but": conj, "nor": conj, "/": conj, "+": conj,
	",": comma, ";": comma, "not": not, "n't": not, "n’t": not, "never": not, "no": not, "hardly": not, "scarcely": not, "barely": not, "rarely": not, "seldom": not,
	"neither": not, "cannot": not, "none": not, "nothing": not, "to": to,
	"can": modal, "could": modal, "will": modal, "would": modal, "shall": modal, "should": modal, "may": modal, "might": modal, "must": modal,
	"'s": genit, "’s": genit, "'": genit, "’": genit,
	"they": pron, "he": pron, "she": pron, "it": pron, "them": pron, "him": pron, "we": pron, "you": pron, "i": pron, "us": pron, "themselves": pron,
	"which": clause, "who": clause, "whom": clause, "whose": clause, "what": clause, "how": clause, "when": clause, "where": clause, "why": clause, "while": clause,
	"whereas": clause, "because": clause, "so": clause, "if": clause, "unless": clause, "since": clause, "whether": clause, "than": clause,
	"more": adv, "most": adv, "less": adv, "also": adv, "then": adv, "just": adv, "only": adv, "even": adv, "well": adv, "often": adv, "always": adv,
	"usually": adv, "mainly": adv, "sometimes": adv, "directly": adv, "longer": adv, "ever": adv, "together": adv, "too": adv, "very": adv, "much": adv,
}

// words merges fixed expressions, lemmatises and decides each word's part; it
// appends to out.
func (r *Reader) words(out []word, tokens []nlp.Token) []word {
	for i := 0; i < len(tokens); {
		if term, n := r.term(tokens[i:]); n > 0 {
			out = append(out, word{text: term, verb: term, noun: term, pos: name, tag: nlp.NN})
			i += n
			continue
		}
		t := &tokens[i]
		known := t.Word
		if known.Text == "IT" {
			known = nlp.WordOf("information-technology")
		}
		text := known.Lower
		w := word{text: text, verb: r.verbLemma(known), noun: r.nounLemma(known), tag: t.Tag}
		w.pos = r.part(w, t.Text)
		if text == "that" && i > 0 && len(out) > 0 && out[len(out)-1].pos == prep {
			w.pos = det
		}
		if i+1 < len(tokens) {
			switch next := tokens[i+1].Word.Lower; {
			case text == "not" && (next == "only" || next == "just" || next == "merely" || next == "simply"):
				w.pos = adv // "not only trains but also hires"
			case text == "little" && (r.nouns[next].light || next == "to"):
				w.pos = not // "has little say in it", but not "little children"
			}
		}
		if w.pos == verb && t.Tag == nlp.VBZ && compound(out, w, tokens[i+1:]) {
			w.pos = name // "night calls"
		}
		out = append(out, w)
		i++
	}
	return out
}

// compound reports whether what the tagger takes for a verb is the head of the
// nouns before it: it could be one, and nothing that a verb takes follows.
// In a clause ("ensure that the system works") it stays a verb.
func compound(before []word, w word, after []nlp.Token) bool {
	if len(before) == 0 || !wordnet.IsNoun(w.noun) {
		return false
	}
	if last := before[len(before)-1]; last.pos != name && last.pos != adj || last.text != last.noun {
		return false
	}
	for _, b := range before {
		if b.pos == clause || b.verb == "ensure" || b.text == "sure" {
			return false
		}
	}
	return len(after) == 0 || after[0].Tag == nlp.IN || after[0].Tag == nlp.CC || after[0].Text == ","
}

// term finds the longest fixed expression at the head of tokens.
func (r *Reader) term(tokens []nlp.Token) (term string, n int) {
	first := tokens[0].Word.Lower
	if !r.termStarts[first] {
		return "", 0
	}
	var buffer [64]byte
	joined := append(buffer[:0], first...)
	for k := 1; ; k++ {
		if t, ok := r.terms[string(joined)]; ok {
			term, n = t, k
		}
		if k == len(tokens) || k == r.termLen {
			return term, n
		}
		joined = append(append(joined, ' '), tokens[k].Word.Lower...)
	}
}

// part reads a word's part off the closed list, the tag, or, for want of
// both, its look.
func (r *Reader) part(w word, original string) pos {
	if original == "IT" {
		return name
	}
	if p, ok := closed[w.text]; ok {
		return p
	}
	switch tag := w.tag; {
	case tag == nlp.Untagged, r.empty[w.text] && tag.IsVerb():
	case tag.IsVerb():
		return verb
	case tag.IsNoun(), tag == nlp.CD, tag == nlp.FW:
		return name
	case tag.IsAdjective():
		return adj
	case tag.IsAdverb():
		return adv
	case tag == nlp.RP, tag == nlp.IN:
		if r.actions[w.verb] != "" { // "prescribes" is no preposition
			return verb
		}
		return prep
	case tag.AsksOrRelates():
		return clause
	case tag == nlp.PRP:
		return pron
	case tag == nlp.DT, tag == nlp.PDT, tag == nlp.PRPS:
		return det
	case tag == nlp.MD:
		return modal
	case tag == nlp.CC:
		return conj
	}
	switch {
	case strings.IndexFunc(w.text, isWordRune) < 0:
		return stop
	case strings.HasSuffix(w.text, "ly") && r.nouns[w.noun].concept == "":
		return adv
	case r.empty[w.text]:
		return adj
	case r.actions[w.verb] != "" && r.nouns[w.noun].concept == "":
		return verb
	}
	return name
}

func isWordRune(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 127
}
