package corpus

import (
	"cmp"
	"context"
	"fmt"
	"math"
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

	// maxLooks bounds the originals that a document's fingerprint is held
	// against, where thousands share a band with it.
	maxLooks = 1000

	// maxCandidates bounds the texts that a document's is compared with, where
	// the fingerprints of more are alike.
	maxCandidates = 10
)

// Duplicates finds the documents that are copies of another one and returns the
// id of the original by theirs. The original is the first by uri of those that
// are themselves no copies. The result does not depend on the order of prints.
// text is asked for the canonical text of the documents that are to be compared
// in full, and its errors end the search, as the end of ctx does. Time and memory grow with the number
// of documents, however alike they are: of those that share a band with one, no
// more than maxLooks are looked at and maxCandidates read, the likeliest first.
func Duplicates(ctx context.Context, prints []Fingerprint, text func(docID string) (string, error)) (map[string]string, error) {
	prints = slices.Clone(prints)
	slices.SortFunc(prints, func(a, b Fingerprint) int {
		return cmp.Or(cmp.Compare(a.URI, b.URI), cmp.Compare(a.DocID, b.DocID))
	})
	s, err := newCopySearch(ctx, prints, text)
	if err != nil {
		return nil, err
	}
	return s.run(ctx)
}

// copySearch takes documents in the order of their uris and holds the originals
// found so far.
type copySearch struct {
	prints []Fingerprint
	text   func(string) (string, error)
	sums   map[uint64]int // an original by all its words
	shared *sharedBands
	looked []int // by original, 1 + the document that it was looked at for last
	looks  int   // in all
}

func newCopySearch(ctx context.Context, prints []Fingerprint, text func(string) (string, error)) (*copySearch, error) {
	shared, err := newSharedBands(ctx, prints)
	if err != nil {
		return nil, err
	}
	return &copySearch{
		prints: prints, text: text,
		sums: make(map[uint64]int), shared: shared, looked: make([]int, len(prints)),
	}, nil
}

func (s *copySearch) run(ctx context.Context) (map[string]string, error) {
	copies := make(map[string]string)
	for i, fp := range s.prints {
		original, err := s.original(i)
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return nil, err
		}
		if original < 0 {
			s.add(i)
		} else if s.prints[original].DocID != fp.DocID {
			copies[fp.DocID] = s.prints[original].DocID
		}
	}
	return copies, nil
}

func (s *copySearch) add(i int) {
	if _, ok := s.sums[s.prints[i].Sum]; !ok {
		s.sums[s.prints[i].Sum] = i
	}
	s.shared.add(i)
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

// candidates returns the originals that share a band with document i and may be
// what it was copied from, by their fingerprints: those most like it if there
// are too many, in the order of uris. Rare bands come first: what thousands
// share is of a template, and says nothing of who copied whom.
func (s *copySearch) candidates(i int) []int {
	type candidate struct{ original, alike int }
	var found []candidate
	left := maxLooks
	for _, originals := range s.shared.of(i) {
		for _, c := range originals[:min(len(originals), left)] {
			left--
			if s.looked[c] == i+1 {
				continue
			}
			s.looked[c] = i + 1
			if alike, ok := maybeCopied(&s.prints[i], &s.prints[c]); ok {
				found = append(found, candidate{int(c), alike})
			}
		}
	}
	s.looks += maxLooks - left
	slices.SortFunc(found, func(a, b candidate) int { return cmp.Or(b.alike-a.alike, a.original-b.original) })
	candidates := make([]int, min(len(found), maxCandidates))
	for at := range candidates {
		candidates[at] = found[at].original
	}
	slices.Sort(candidates)
	return candidates
}

func (s *copySearch) shingles(i int) (map[uint64]struct{}, error) {
	text, err := s.text(s.prints[i].DocID)
	if err != nil {
		return nil, fmt.Errorf("compare copies of %s: %w", s.prints[i].URI, err)
	}
	return shingles(plainWords(text)), nil
}

// maybeCopied returns how many minima two texts have in common, and whether one
// may be a copy of the other. Lengths decide for certain. Of the minima the
// texts have the share in common that they have of all their shingles, give or
// take what a sample of 120 does: four standard deviations below the share of
// the least of copies, one in thirty thousand of these is lost.
func maybeCopied(a, b *Fingerprint) (alike int, ok bool) {
	short, long := float64(min(a.Shingles, b.Shingles)), float64(max(a.Shingles, b.Shingles))
	if short < copyLength*long {
		return 0, false
	}
	for i, m := range a.Minima {
		if m == b.Minima[i] {
			alike++
		}
	}
	n := float64(len(a.Minima))
	share := copyShare * short / (short + long - copyShare*short)
	return alike, float64(alike) >= n*share-4*math.Sqrt(n*share*(1-share))
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
