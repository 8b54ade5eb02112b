package contradict

import (
	"cmp"
	"hash/maphash"
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
	names *Names
	cells table // places in list, by the cells' bytes
	list  []cell
	pairs Pairs
	buf   []byte

	// Room, to be used again.
	first   []string          // for the first records of cells
	room    []counted         // for the records of a group
	order   []*counted        // for their order
	grouped map[string]*keyed // for keys, by the bytes of their groups
}

// chunkCells is for how many cells there is room at a time.
const chunkCells = 64

// NewFold returns an empty Fold of records that were written with these names.
func NewFold(names *Names) *Fold { return &Fold{names: names} }

// Reset empties the Fold and keeps its room for another part. Results that it
// gave stay as they are.
func (f *Fold) Reset() {
	f.cells.reset()
	clear(f.list)
	f.list, f.pairs = f.list[:0], nil
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
	f.add(&r, 1)
}

// add gathers a record that counts for so many.
func (f *Fold) add(r *Record, count int) {
	if f.names == nil {
		f.names = NewNames()
	}
	f.buf = f.names.Append(f.buf[:0], r)
	record, _, err := cut(string(f.buf))
	if err == nil {
		err = f.take(record, count)
	}
	if err != nil {
		panic(err) // we wrote it
	}
}

// AddBlock gathers records that the Fold's names wrote one behind the other; if
// keys is not nil, only the orders of pay under those. The block is not kept.
func (f *Fold) AddBlock(block []byte, keys map[string]bool) error {
	for text := string(block); text != ""; {
		record, rest, err := cut(text)
		if err != nil {
			return err
		}
		text = rest
		if keys != nil {
			if kind, key := f.names.kindAndKey(f.names.groupOf(cellOf(record))); kind != PayOrder || !keys[key] {
				continue
			}
			record = strings.Clone(record) // or the block would stay for a few
		}
		if err := f.take(record, 1); err != nil {
			return err
		}
	}
	return nil
}

// take gathers a record's bytes, which count for so many.
func (f *Fold) take(record string, count int) error {
	_, to, err := sized(record)
	if err != nil {
		return err
	}
	if f.cells.slots == nil {
		f.cells = newTable()
	}
	hash := uint32(maphash.String(f.cells.seed, record[:to]))
	at := f.cells.first(hash)
	for ; f.cells.slots[at].number > 0; at = f.cells.next(at) {
		s := f.cells.slots[at]
		if s.hash != hash {
			continue
		}
		if c := &f.list[s.number-1]; strings.HasPrefix(c.best[0], record[:to]) { // of one size, and equal
			c.count += count
			f.insert(c, record)
			return nil
		}
	}
	if len(f.first) == 0 {
		f.first = make([]string, chunkCells)
	}
	best := f.first[:1:1]
	f.first = f.first[1:]
	best[0] = record
	f.cells.put(at, hash)
	f.list = append(f.list, cell{count, best})
	return nil
}

// Merge adds all that other gathered and leaves other as it is.
func (f *Fold) Merge(other *Fold) {
	for pair := range other.pairs {
		f.Add(Record{Kind: Compared, Role: pair[0], Other: pair[1]})
	}
	var r Record
	for i := range other.list {
		c := &other.list[i]
		for k, encoded := range c.best {
			count := 0 // the first has the cell's
			if k == 0 {
				count = c.count
			}
			if f.names == other.names {
				_ = f.take(encoded, count) // which was taken before, so that it is whole
				continue
			}
			other.names.decode(encoded, other.names.keyOf(encoded), &r)
			f.add(&r, count)
		}
	}
}

// insert keeps a record if it is among the best of its cell.
func (f *Fold) insert(c *cell, record string) {
	var r, other Record
	f.names.decode(record, "", &r)
	most, drop, order := keep, keep, compareRecords
	if r.Kind == Pay {
		most, drop, order = 2*keep, keep, compareAmounts
	}
	at, found := slices.BinarySearchFunc(c.best, &r, func(e string, r *Record) int {
		f.names.decode(e, "", &other)
		return order(&other, r)
	})
	if found || at == keep && r.Kind != Pay {
		return
	}
	c.best = slices.Insert(c.best, at, record)
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
