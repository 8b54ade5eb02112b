package fidelity

import (
	"unicode"
)

// shingleWords is how many words make a shingle.
const shingleWords = 4

// shingle is up to four words in a row; fewer only where the whole text has
// fewer.
type shingle [shingleWords]string

// words returns the words of a text: runs of letters, figures and underscores,
// case kept.
func words(text string) []string {
	var found []string
	start := -1
	for i, r := range text {
		switch in := r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			found = append(found, text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		found = append(found, text[start:])
	}
	return found
}

// shingles counts the shingles of a text.
func shingles(words []string) map[shingle]int {
	counts := make(map[shingle]int)
	for i := range max(1, len(words)-shingleWords+1) {
		var s shingle
		if copy(s[:], words[i:]) > 0 {
			counts[s]++
		}
	}
	return counts
}

// Overlap compares a text with what it should be, by the shingles of both.
type Overlap struct {
	Common  int // shingles of both, as often as in the one that has them less often
	Extra   int // only in the text
	Missing int // only in what it should be
}

// NewOverlap compares got with want.
func NewOverlap(want, got string) Overlap {
	w, g := shingles(words(want)), shingles(words(got))
	var o Overlap
	for s, n := range w {
		common := min(n, g[s])
		o.Common += common
		o.Missing += n - common
	}
	for s, n := range g {
		o.Extra += max(0, n-w[s])
	}
	return o
}

// Precision returns the share of the text that should be there; ok is false
// where there is no text.
func (o Overlap) Precision() (share float64, ok bool) { return of(o.Common, o.Common+o.Extra) }

// Recall returns the share of what should be there that is; ok is false where
// nothing should.
func (o Overlap) Recall() (share float64, ok bool) { return of(o.Common, o.Common+o.Missing) }

// F1 returns the harmonic mean of precision and recall, 1 where nothing should
// be there and nothing is.
func (o Overlap) F1() float64 {
	if o.Extra == 0 && o.Missing == 0 {
		return 1
	}
	return 2 * float64(o.Common) / float64(2*o.Common+o.Extra+o.Missing)
}

func of(part, whole int) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return float64(part) / float64(whole), true
}
