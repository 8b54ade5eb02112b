package contradict

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	// keep is how many records of one role, stance and wording a source keeps
	// under a key: more would say nothing new.
	keep = 6

	// rows is how many records of one role and stance under a key are looked
	// at: the best of all sources.
	rows = 200
)

// Fold gathers records by key. Adding and merging commute and associate:
// whatever the order and the grouping, equal records give an equal Fold. Its
// size grows with keys and sources. The zero value is empty and ready.
type Fold struct {
	cells map[string]int // place in list, by the cell's bytes
	list  []cell
	pairs Pairs
	buf   []byte
	text  strings.Builder // the newest chunk of the records' bytes
	first []string        // room for the first records of cells
	room  []counted       // for the records of a group
	order []*counted      // for its order
}

// Records are copied into chunks, one for some dozens of them. What a result
// keeps of a record keeps its chunk, so that these are small.
const (
	chunkBytes = 8 << 10
	chunkCells = 64
)

// Reset empties the Fold and keeps its room for another part. Results that it
// gave stay as they are.
func (f *Fold) Reset() {
	clear(f.cells)
	clear(f.list)
	f.list, f.pairs = f.list[:0], nil
}

// own returns a copy of a record's bytes.
func (f *Fold) own(record []byte) string {
	if f.text.Len()+len(record) > f.text.Cap() {
		f.text = strings.Builder{}
		f.text.Grow(max(chunkBytes, len(record)))
	}
	from := f.text.Len()
	f.text.Write(record)
	return f.text.String()[from:]
}

// cell keeps the best records of one cell, as their bytes, and counts all of
// them: what one source says under a key, in one wording. Of amounts the
// lowest and the highest are kept, since they decide whether it agrees with
// another source.
type cell struct {
	count int
	best  []string
}

// Pairs is a set of pairs of roles, each sorted, that some article sets side
// by side.
type Pairs map[[2]string]bool

// Add takes up a record of the kind Compared and leaves others alone.
func (p Pairs) Add(r *Record) {
	// Cloned where they are new: they may be parts of a whole article.
	if key := [2]string{r.Role, r.Other}; r.Kind == Compared && !p[key] {
		p[[2]string{strings.Clone(r.Role), strings.Clone(r.Other)}] = true
	}
}

// neighbours lists, sorted, the roles that each role is compared with.
func (p Pairs) neighbours() map[string][]string {
	out := map[string][]string{}
	for pair := range p {
		out[pair[0]] = append(out[pair[0]], pair[1])
		out[pair[1]] = append(out[pair[1]], pair[0])
	}
	for _, list := range out {
		slices.Sort(list)
	}
	return out
}

// Add gathers one record. The same record added twice counts twice.
func (f *Fold) Add(r Record) {
	if r.Kind == Compared {
		if f.pairs == nil {
			f.pairs = Pairs{}
		}
		f.pairs.Add(&r)
		return
	}
	f.buf = r.Append(f.buf[:0])
	if err := f.AddBlock(f.buf, nil); err != nil {
		panic(err) // we wrote it
	}
}

// AddBlock gathers records that Record.Append wrote one behind the other,
// those under some keys only if keys is not nil. The block is not kept.
func (f *Fold) AddBlock(block []byte, keys map[string]bool) error {
	for len(block) > 0 {
		record, rest, err := cut(block)
		if err != nil {
			return err
		}
		block = rest
		from, to, err := cellSpan(record)
		if err != nil {
			return err
		}
		if keys != nil && !keys[groupOf(string(record[from:to]))] {
			continue
		}
		if at, ok := f.cells[string(record[from:to])]; ok {
			f.list[at].count++
			f.list[at].insert(record)
			continue
		}
		if len(f.first) == 0 {
			f.first = make([]string, chunkCells)
		}
		best := f.first[:1:1]
		f.first = f.first[1:]
		best[0] = f.own(record)
		f.put(best[0][from:to], cell{1, best})
	}
	return nil
}

// put takes up a cell that is new.
func (f *Fold) put(key string, c cell) {
	if f.cells == nil {
		f.cells = map[string]int{}
	}
	f.cells[key] = len(f.list)
	f.list = append(f.list, c)
}

// Merge adds all that other gathered and leaves other as it is.
func (f *Fold) Merge(other *Fold) {
	for pair := range other.pairs {
		f.Add(Record{Kind: Compared, Role: pair[0], Other: pair[1]})
	}
	for key, from := range other.cells {
		c := other.list[from]
		at, ok := f.cells[key]
		if !ok {
			f.put(key, cell{c.count, slices.Clone(c.best)})
			continue
		}
		f.list[at].count += c.count
		for _, record := range c.best {
			f.list[at].insert([]byte(record))
		}
	}
}

// insert keeps a record if it is among the best. The bytes are not kept.
func (c *cell) insert(record []byte) {
	var r, other Record
	decode(string(record), &r)
	most, drop, order := keep, keep, compareRecords
	if r.Kind == Pay {
		most, drop, order = 2*keep, keep, compareAmounts
	}
	at, found := slices.BinarySearchFunc(c.best, &r, func(e string, r *Record) int {
		decode(e, &other)
		return order(&other, r)
	})
	if found || at == keep && r.Kind != Pay {
		return
	}
	c.best = slices.Insert(c.best, at, string(record))
	if len(c.best) > most {
		c.best = slices.Delete(c.best, drop, drop+1)
	}
}

// compareAmounts orders amounts from the lowest midpoint.
func compareAmounts(a, b *Record) int {
	if c := cmp.Or(cmp.Compare(mid(a), mid(b)), cmp.Compare(a.Low, b.Low), cmp.Compare(a.High, b.High)); c != 0 {
		return c
	}
	return compareRecords(a, b)
}

// mid is the middle of an amount; that of an open one is its end.
func mid(r *Record) float64 {
	if math.IsInf(r.High, 1) {
		return r.Low
	}
	if r.Low == 0 {
		return r.High
	}
	return (r.Low + r.High) / 2
}
