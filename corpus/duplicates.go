package corpus

import (
	"cmp"
	"fmt"
	"slices"
)

const (
	// copyShare is the share of the shorter text's shingles that must stand in
	// the longer one to call them copies. A syndicated article with another
	// title, introduction and closing lines keeps more; pages filled into one
	// template, whose figures and names differ, keep less.
	copyShare = 0.7

	// copyLength is how long the shorter of two copies is at least, measured
	// in the longer one's shingles: a page that quotes a short article in full
	// is an article of its own.
	copyLength = 0.4

	// maxCandidates bounds the comparisons of one document, where thousands
	// share a band with it: those that share the most bands are compared.
	maxCandidates = 50
)

// Duplicates finds the documents that are copies of another one and returns the
// id of the original by theirs. The original is the first by uri of those that
// are themselves no copies. The result does not depend on the order of prints.
// text is asked for the canonical text of the documents that are to be compared
// in full, and its errors end the search.
func Duplicates(prints []Fingerprint, text func(docID string) (string, error)) (map[string]string, error) {
	prints = slices.Clone(prints)
	slices.SortFunc(prints, func(a, b Fingerprint) int {
		return cmp.Or(cmp.Compare(a.URI, b.URI), cmp.Compare(a.DocID, b.DocID))
	})
	s := &copySearch{
		prints: prints, text: text,
		sums: make(map[uint64]int), bands: make(map[bandKey][]int),
	}
	copies := make(map[string]string)
	for i, fp := range prints {
		original, err := s.original(i)
		if err != nil {
			return nil, err
		}
		if original < 0 {
			s.add(i)
		} else if prints[original].DocID != fp.DocID {
			copies[fp.DocID] = prints[original].DocID
		}
	}
	return copies, nil
}

// copySearch holds the originals found so far.
type copySearch struct {
	prints []Fingerprint
	text   func(string) (string, error)
	sums   map[uint64]int    // an original by all its words
	bands  map[bandKey][]int // originals by band, in the order of uris
}

type bandKey struct {
	band int
	hash uint32
}

func (s *copySearch) add(i int) {
	if _, ok := s.sums[s.prints[i].Sum]; !ok {
		s.sums[s.prints[i].Sum] = i
	}
	for band, hash := range s.prints[i].Bands {
		key := bandKey{band, hash}
		s.bands[key] = append(s.bands[key], i)
	}
}

// original returns the original that document i is a copy of, or -1.
func (s *copySearch) original(i int) (int, error) {
	if same, ok := s.sums[s.prints[i].Sum]; ok {
		return same, nil
	}
	candidates := s.candidates(i)
	if len(candidates) == 0 {
		return -1, nil
	}
	own, err := s.shingles(i)
	if err != nil {
		return -1, err
	}
	for _, c := range candidates {
		other, err := s.shingles(c)
		if err != nil {
			return -1, err
		}
		if copied(own, other) {
			return c, nil
		}
	}
	return -1, nil
}

// candidates returns the originals that share a band with document i, those
// that share the most if there are too many, in the order of uris.
func (s *copySearch) candidates(i int) []int {
	shared := make(map[int]int)
	var found []int
	for band, hash := range s.prints[i].Bands {
		for _, c := range s.bands[bandKey{band, hash}] {
			if shared[c] == 0 {
				found = append(found, c)
			}
			shared[c]++
		}
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(shared[b]-shared[a], a-b) })
	found = found[:min(len(found), maxCandidates)]
	slices.Sort(found)
	return found
}

func (s *copySearch) shingles(i int) (map[uint64]struct{}, error) {
	text, err := s.text(s.prints[i].DocID)
	if err != nil {
		return nil, fmt.Errorf("compare copies of %s: %w", s.prints[i].URI, err)
	}
	return shingles(plainWords(text)), nil
}

// copied reports whether one of two texts is a copy of the other, by their
// shingles.
func copied(a, b map[uint64]struct{}) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if float64(len(a)) < copyLength*float64(len(b)) {
		return false
	}
	common := 0
	for shingle := range a {
		if _, ok := b[shingle]; ok {
			common++
		}
	}
	return len(a) > 0 && float64(common) >= copyShare*float64(len(a))
}
