package pattern

import (
	"math/bits"
	"slices"
	"strings"
)

// Set tells of many expressions at once which a text of words may match: a text
// in which words stand between spaces, in lower case. It is read-only and safe
// for concurrent use.
type Set struct {
	table *table // of the parts that are needed, nil if nothing is known of any
	asks  [][]ask
	after [][]uint64 // after each number of steps: the expressions that need no more
	most  int        // steps of an expression
	size  int        // words of 64 bits that hold a bit for each expression
}

// ask is the step of some expressions that a part of a word takes.
type ask struct {
	step int
	by   []uint64 // the expressions, a bit each
}

// Part is what a word may be in the expressions of a set, nil for nothing.
type Part struct{ asks []ask }

// NewSet returns the set of some expressions, as they are written.
func NewSet(exprs ...string) *Set {
	s := &Set{size: (len(exprs) + 63) / 64}
	var v vocabulary
	for i, expr := range exprs {
		steps := wordNeeds(expr)
		s.most = max(s.most, len(steps))
		for len(s.after) <= s.most {
			s.after = append(s.after, make([]uint64, s.size))
		}
		s.after[len(steps)][i/64] |= 1 << (i % 64)
		for step, some := range steps {
			for _, part := range some {
				id := v.number(part)
				if id == len(s.asks) {
					s.asks = append(s.asks, nil)
				}
				s.asks[id] = s.enter(s.asks[id], step, i)
			}
		}
	}
	if t, ok := newTable(v.literals); ok {
		s.table = t
	}
	return s
}

// wordNeeds returns the steps of an expression that words show: of each literal
// its longest word, with the spaces beside it, without the steps that a number
// or a mark may take.
func wordNeeds(expr string) (steps [][]string) {
next:
	for _, literals := range needsOf(expr) {
		var parts []string
		for _, literal := range literals {
			part := longestWord(literal)
			if !strings.ContainsFunc(part, isLetter) {
				continue next
			}
			parts = append(parts, part)
		}
		steps = append(steps, parts)
	}
	return steps
}

func longestWord(literal string) (longest string) {
	for start := 0; start < len(literal); {
		end := start + 1
		if n := strings.IndexByte(literal[end:], ' '); n >= 0 {
			end += n + 1 // a space may end one word and begin the next
		} else {
			end = len(literal)
		}
		if end-start > len(longest) {
			longest = literal[start:end]
		}
		start = max(end-1, start+1)
		if end == len(literal) {
			break
		}
	}
	return longest
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' }

// enter adds to asks, which are in the order of their steps, that expression i
// asks for a step.
func (s *Set) enter(asks []ask, step, i int) []ask {
	at, ok := slices.BinarySearchFunc(asks, step, func(a ask, step int) int { return a.step - step })
	if !ok {
		asks = slices.Insert(asks, at, ask{step, make([]uint64, s.size)})
	}
	asks[at].by[i/64] |= 1 << (i % 64)
	return asks
}

// Part returns what a word may be.
func (s *Set) Part(word string) *Part {
	p := &Part{}
	known := s.table != nil && find(s.table, " "+word+" ", func(literal, _ int) bool {
		for _, a := range s.asks[literal] {
			s.add(p, a.step, a.by)
		}
		return true
	})
	if !known {
		p.asks = nil
		for step := range s.most {
			s.add(p, step, slices.Repeat([]uint64{^uint64(0)}, s.size))
		}
	}
	if p.asks == nil {
		return nil
	}
	return p
}

// add lets the part take a step of some expressions.
func (s *Set) add(p *Part, step int, by []uint64) {
	at, ok := slices.BinarySearchFunc(p.asks, step, func(a ask, step int) int { return a.step - step })
	if !ok {
		p.asks = slices.Insert(p.asks, at, ask{step, make([]uint64, s.size)})
	}
	for w := range by {
		p.asks[at].by[w] |= by[w]
	}
}

// In appends to dst the numbers of the expressions that a text of n words may
// match, in their order.
func (s *Set) In(dst []int, n int, part func(i int) *Part) []int {
	var buffer [32]uint64
	taken := append(buffer[:0], make([]uint64, (s.most+1)*s.size)...) // the expressions with so many steps taken, by steps
	for w := range s.size {
		taken[w] = ^uint64(0)
	}
	for i := range n {
		p := part(i)
		if p == nil {
			continue
		}
		// Earlier steps first, since a word may hold two of an expression.
		for _, a := range p.asks {
			before, behind := taken[a.step*s.size:][:s.size], taken[(a.step+1)*s.size:][:s.size]
			for w, by := range a.by {
				behind[w] |= before[w] & by
			}
		}
	}
	for w := range s.size {
		may := uint64(0)
		for steps, last := range s.after {
			may |= taken[steps*s.size+w] & last[w]
		}
		for ; may != 0; may &= may - 1 {
			dst = append(dst, w*64+bits.TrailingZeros64(may))
		}
	}
	return dst
}
