package corpus

import (
	"strings"
	"unicode"
)

// Copies of one article are one source. To find them, every text leaves a
// fingerprint: minima of hashes over its shingles (five words in a row), folded
// into bands. Copies share a band, unrelated texts hardly ever do, so that only
// texts with a band in common are compared word by word.
//
// 40 bands of 3 minima were chosen by their arithmetic: texts that share half
// of all their shingles have a band in common with a chance of 0.995, those
// that share 0.4 with 0.93, and those that share 0.005, as two articles on one
// subject do, with 0.000005. Fewer rows a band would make every pair on one
// subject a candidate; more would lose copies with a new introduction. Pages
// filled into one template share bands and are no copies: a byte of each minimum
// is kept, by which most of them are told apart without their texts. The code
// is our own because it is fifty lines and must give the same bits on every
// machine and in every version, which libraries don't promise.
const (
	shingleWords = 5
	bandCount    = 40
	bandRows     = 3

	// fingerprintWords is the length, in words, from which shingles are
	// compared; shorter texts are copies only if all their words agree.
	fingerprintWords = 50
)

// Fingerprint is what the search for near-duplicates keeps of a document:
// about 400 bytes. Make it with NewFingerprint; the fields are exported only to
// be stored.
type Fingerprint struct {
	DocID    string
	URI      string
	Sum      uint64   // of all words
	Shingles int      // how many differ; 0 for a short text, which has none of what follows
	Bands    []uint32 // of three minima each
	Minima   []byte   // the last byte of each
}

// NewFingerprint returns the fingerprint of a document.
func NewFingerprint(doc *Document) Fingerprint {
	words := plainWords(doc.Text)
	fp := Fingerprint{DocID: doc.ID, URI: doc.URI, Sum: hashWords(words)}
	if len(words) >= fingerprintWords {
		set := shingles(words)
		minima := minima(set)
		fp.Shingles, fp.Bands = len(set), bands(&minima)
		fp.Minima = make([]byte, len(minima))
		for i, m := range minima {
			fp.Minima[i] = byte(m)
		}
	}
	return fp
}

// plainWords returns the words of a text in lower case, without punctuation:
// what stays when a text is copied into another layout.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// hashWords returns a hash (FNV-1a) of words in their order.
func hashWords(words []string) uint64 {
	const offset, prime = 0xcbf29ce484222325, 0x100000001b3
	h := uint64(offset)
	for _, word := range words {
		for i := range len(word) {
			h = (h ^ uint64(word[i])) * prime
		}
		h *= prime // a zero byte between words
	}
	return h
}

// shingles returns the hashes of all runs of five words, as a set.
func shingles(words []string) map[uint64]struct{} {
	set := make(map[uint64]struct{}, len(words))
	for i := 0; i+shingleWords <= len(words); i++ {
		set[hashWords(words[i:i+shingleWords])] = struct{}{}
	}
	return set
}

// minima returns the least of the shingles in each of 120 permutations.
func minima(shingles map[uint64]struct{}) (least [bandCount * bandRows]uint64) {
	for i := range least {
		least[i] = ^uint64(0)
	}
	for shingle := range shingles {
		for i := range least {
			least[i] = min(least[i], mix(shingle+uint64(i+1)*0x9e3779b97f4a7c15))
		}
	}
	return least
}

// bands folds three minima into each band.
func bands(minima *[bandCount * bandRows]uint64) []uint32 {
	folded := make([]uint32, bandCount)
	for b := range folded {
		var h uint64
		for _, m := range minima[b*bandRows : (b+1)*bandRows] {
			h = mix(h ^ m)
		}
		folded[b] = uint32(h >> 32)
	}
	return folded
}

// mix is the finisher of SplitMix64: each bit of x decides on half of the
// result's.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
