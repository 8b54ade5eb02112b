package corpus

import (
	"context"
	"slices"
)

// sharedBands says which originals share a band with a document. A band that
// one document alone has, as nearly all are, costs nothing.
type sharedBands struct {
	groups [][]int32 // the originals so far of each band that several documents have
	in     []int32   // by document and band, the number of its group, from 1; 0 is none
}

// newSharedBands groups documents, none of which is an original yet. Its errors
// are those of ctx.
func newSharedBands(ctx context.Context, prints []Fingerprint) (*sharedBands, error) {
	s := &sharedBands{in: make([]int32, len(prints)*bandCount)}
	var sorted []uint64 // hashes of one band, and in the lower half whose they are
	for band := range bandCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sorted = sorted[:0]
		for i := range prints {
			if fp := &prints[i]; fp.Bands != nil {
				sorted = append(sorted, uint64(fp.Bands[band])<<32|uint64(i))
			}
		}
		slices.Sort(sorted)
		for begin, end := 0, 0; begin < len(sorted); begin = end {
			for end < len(sorted) && sorted[end]>>32 == sorted[begin]>>32 {
				end++
			}
			if end == begin+1 {
				continue
			}
			s.groups = append(s.groups, nil)
			for _, one := range sorted[begin:end] {
				s.in[int(uint32(one))*bandCount+band] = int32(len(s.groups))
			}
		}
	}
	return s, nil
}

// add makes document i an original.
func (s *sharedBands) add(i int) {
	for _, group := range s.in[i*bandCount : (i+1)*bandCount] {
		if group > 0 {
			s.groups[group-1] = append(s.groups[group-1], int32(i))
		}
	}
}

// of returns the originals of each band of document i, the fewest first.
func (s *sharedBands) of(i int) [][]int32 {
	var groups [][]int32
	for _, group := range s.in[i*bandCount : (i+1)*bandCount] {
		if group > 0 && len(s.groups[group-1]) > 0 {
			groups = append(groups, s.groups[group-1])
		}
	}
	slices.SortStableFunc(groups, func(a, b []int32) int { return len(a) - len(b) })
	return groups
}
