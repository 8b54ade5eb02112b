package contradict

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
	"strings"
)

// sweep compares the amounts of one key. Never all pairs: amounts are put in
// order and parted by their limits, and of two sets whose limits compare only
// the ends are looked at, the lowest of the one and the highest of the other.
type sweep struct {
	d       *detector
	key     string
	amounts []*payAmount // by their middles
	sets    []*payLimits

	// Room, for this key and the next ones.
	x, y  Record // to decode into
	room  []payAmount
	known map[limits]*payLimits
	pool  []*payLimits
	noted map[string]neighbours
}

// payAmount is what the sweep keeps of a record.
type payAmount struct {
	mid, low, high float64 // what decides their order, near each other
	worth          worth
	encoded        string
	count          int
	set            *payLimits
	doc, upstream  uint32 // hashes, 0 for no upstream: other hash, other name
	copy, open     bool   // of a copied article; with an open end
	used           bool   // evidence of a finding
}

// payLimits is a set of amounts under equal limits, conditions in lower case.
type payLimits struct {
	limits
	closed             []int // the amounts without open ends, in order
	leastHigh, mostLow float64
}

// sweep orders what stands under a key. It is gone when the next one comes.
func (d *detector) sweep(k *keyed) *sweep {
	s := &d.swept
	s.d, s.key, s.amounts, s.sets = d, k.key, s.amounts[:0], s.sets[:0]
	if s.known == nil {
		s.known = map[limits]*payLimits{}
	}
	clear(s.known)
	n := 0
	for _, at := range k.cells {
		n += len(d.fold.list[at].best)
	}
	if len(s.room) < n {
		s.room = make([]payAmount, max(n, 2*len(s.room)))
	}
	for _, at := range k.cells {
		c := &d.fold.list[at]
		for i, encoded := range c.best {
			r := &s.x
			d.fold.names.decode(encoded, k.key, r)
			a := &s.room[len(s.amounts)]
			*a = payAmount{
				mid: mid(r), low: r.Low, high: r.High, encoded: encoded, worth: r.worth(),
				doc: hash(r.Doc), upstream: hash(r.Upstream), copy: d.copies(r) > 0, open: open(r),
			}
			if i == 0 {
				a.count = c.count
			}
			a.set = s.set(r)
			s.amounts = append(s.amounts, a)
		}
	}
	slices.SortFunc(s.amounts, func(a, b *payAmount) int { // as compareAmounts does
		switch {
		case a.mid != b.mid:
			return cmp.Compare(a.mid, b.mid)
		case a.low != b.low:
			return cmp.Compare(a.low, b.low)
		case a.high != b.high:
			return cmp.Compare(a.high, b.high)
		}
		return s.better(a, b)
	})
	for i, a := range s.amounts {
		if !a.open {
			a.set.closed = append(a.set.closed, i)
			a.set.leastHigh, a.set.mostLow = min(a.set.leastHigh, a.high), max(a.set.mostLow, a.low)
		}
	}
	slices.SortFunc(s.sets, func(a, b *payLimits) int {
		return cmp.Or(cmp.Compare(len(b.closed), len(a.closed)), strings.Compare(a.place, b.place), cmp.Compare(a.year, b.year),
			strings.Compare(a.component, b.component), strings.Compare(a.condition, b.condition))
	})
	s.sets = s.sets[:min(len(s.sets), maxSets)]
	return s
}

// better orders amounts as compareRecords does, but what decides nearly always
// is at hand.
func (s *sweep) better(a, b *payAmount) int {
	if c := a.worth.compare(&b.worth); c != 0 {
		return c
	}
	if a.encoded == b.encoded {
		return 0
	}
	s.d.fold.names.decode(a.encoded, s.key, &s.x)
	s.d.fold.names.decode(b.encoded, s.key, &s.y)
	return compareRecords(&s.x, &s.y)
}

// maxSets bounds the sets of limits of one key that are compared, the largest
// first: a few hundred are places by years, more are noise.
const maxSets = 2000

// set returns the set that a record belongs to.
func (s *sweep) set(r *Record) *payLimits {
	key := r.limits()
	if key.condition != "" {
		key.condition = strings.ToLower(key.condition)
	}
	known := s.known[key]
	if known == nil {
		if len(s.sets) == len(s.pool) {
			s.pool = append(s.pool, &payLimits{})
		}
		known = s.pool[len(s.sets)]
		*known = payLimits{limits: key, closed: known.closed[:0], leastHigh: math.Inf(1)}
		s.known[key] = known
		s.sets = append(s.sets, known)
	}
	return known
}

// hash shortens a string, "" to 0.
func hash(text string) uint32 {
	if text == "" {
		return 0
	}
	return uint32(fnv1a(text))
}

// compare reports whether amounts under two sets of limits may contradict
// each other.
func (s *sweep) compare(a, b *payLimits) bool { return s.d.limitBar(&a.limits, &b.limits, true) == "" }

// findings reports contradictions, those with the widest gaps first. An amount
// that was evidence leads no other one.
func (s *sweep) findings() {
	var leads leads
	for _, low := range s.sets {
		for _, high := range s.sets {
			if len(low.closed) == 0 || len(high.closed) == 0 || low.leastHigh >= high.mostLow ||
				s.ratio(low.closed[0], high.closed[len(high.closed)-1]) < gap || !s.compare(low, high) {
				continue
			}
			if l, ok := s.widest(low, high); ok {
				leads = append(leads, l)
			}
		}
	}
	heap.Init(&leads)
	for len(leads) > 0 {
		l := heap.Pop(&leads).(wide)
		if !s.amounts[l.i].used && !s.amounts[l.j].used {
			s.apart(l.i, l.j)
		}
		if l, ok := s.widest(l.low, l.high); ok {
			heap.Push(&leads, l)
		}
	}
}

// ratio says by how much one amount is higher than another.
func (s *sweep) ratio(i, j int) float64 {
	return s.amounts[j].mid / max(s.amounts[i].mid, 1)
}

// maxAmounts bounds the amounts at each end of a set that are looked at in
// search of a pair: nearly always the first pair of all is one.
const maxAmounts = 400

// widest returns the pair of amounts of two sets that contradict each other by
// the widest gap, neither of them used before.
func (s *sweep) widest(low, high *payLimits) (best wide, ok bool) {
	tried := 0
	for _, i := range low.closed {
		if s.amounts[i].used {
			continue
		}
		if tried++; tried > maxAmounts {
			break
		}
		tried := 0
		for k := len(high.closed) - 1; k >= 0; k-- {
			j := high.closed[k]
			ratio := s.ratio(i, j)
			if ratio < gap || ratio <= best.ratio || tried > maxAmounts {
				break // those before are nearer still
			}
			if s.amounts[j].used {
				continue
			}
			tried++
			if s.conflict(i, j) {
				best, ok = wide{ratio, i, j, low, high}, true
			}
		}
	}
	return best, ok
}

// conflict reports whether the lower and the higher of two amounts of sets
// that compare contradict each other.
func (s *sweep) conflict(i, j int) bool {
	a, b := s.amounts[i], s.amounts[j]
	if a.open || b.open || a.high >= b.low || b.mid < gap*a.mid || a.upstream != 0 && a.upstream == b.upstream {
		return false
	}
	if a.doc != b.doc && !a.copy && !b.copy {
		return true
	}
	x, y := s.record(i), s.record(j)
	return s.d.amountBar(&x, &y) == ""
}

// against lists, in order, the amounts that a lead contradicts, and those that
// are limited as both leads are: the low side with i, the high side with j.
func (s *sweep) against(i, j int) (low, high []int) {
	for _, set := range s.sets {
		if !s.compare(set, s.amounts[i].set) || !s.compare(set, s.amounts[j].set) {
			continue
		}
		for _, k := range set.closed {
			if s.amounts[k].mid*gap > s.amounts[j].mid {
				break
			}
			if s.conflict(k, j) {
				low = append(low, k)
			}
		}
		for n := len(set.closed) - 1; n >= 0; n-- {
			k := set.closed[n]
			if s.amounts[k].mid < gap*s.amounts[i].mid {
				break
			}
			if s.conflict(i, k) && !s.conflict(k, j) {
				high = append(high, k)
			}
		}
	}
	slices.Sort(low)
	slices.Sort(high)
	return low, high
}

// record decodes an amount.
func (s *sweep) record(i int) Record {
	var r Record
	s.d.fold.names.decode(s.amounts[i].encoded, s.key, &r)
	return r
}

func (s *sweep) records(places []int) []*counted {
	var list []*counted
	for _, i := range places {
		list = append(list, &counted{s.record(i), s.amounts[i].worth, s.amounts[i].encoded, s.amounts[i].count})
	}
	return list
}

// wide is a pair of amounts that may lead a finding, and their sets.
type wide struct {
	ratio     float64
	i, j      int
	low, high *payLimits
}

// leads is a heap, the widest gap first.
type leads []wide

// Len is the number of leads.
func (l leads) Len() int { return len(l) }

// Less puts the widest first, of several the first in order.
func (l leads) Less(a, b int) bool {
	return cmp.Or(cmp.Compare(l[b].ratio, l[a].ratio), cmp.Compare(l[a].i, l[b].i), cmp.Compare(l[b].j, l[a].j)) < 0
}

// Swap exchanges two leads.
func (l leads) Swap(a, b int) { l[a], l[b] = l[b], l[a] }

// Push appends a lead.
func (l *leads) Push(x any) { *l = append(*l, x.(wide)) }

// Pop takes the last lead.
func (l *leads) Pop() any {
	x := (*l)[len(*l)-1]
	*l = (*l)[:len(*l)-1]
	return x
}
