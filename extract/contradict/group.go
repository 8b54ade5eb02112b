package contradict

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// group is what all sources say under one key, in a fixed order. Its records
// are gone when the next group comes.
type group struct {
	key     string
	records []*counted
}

// counted is a kept record; the first of its cell carries the cell's count.
type counted struct {
	Record
	worth   worth
	encoded string // its bytes
	count   int
}

// keyed is a key with the cells that stand under it.
type keyed struct {
	key   string
	cells []int
}

// keys lists the keys of each kind in order. What is added later is not in it.
func (f *Fold) keys() map[Kind][]*keyed {
	if f.grouped == nil {
		f.grouped = map[string]*keyed{}
	}
	clear(f.grouped)
	lists := map[Kind][]*keyed{}
	all := make([]keyed, 0, chunkCells)
	for i := range f.list {
		group := f.names.groupOf(cellOf(f.list[i].best[0]))
		k := f.grouped[group]
		if k == nil {
			kind, key := f.names.kindAndKey(group)
			if len(all) == cap(all) {
				all = make([]keyed, 0, chunkCells)
			}
			all = append(all, keyed{key: key})
			k = &all[len(all)-1]
			lists[kind] = append(lists[kind], k)
			f.grouped[group] = k
		}
		k.cells = append(k.cells, i)
	}
	for kind, list := range lists {
		slices.SortFunc(list, func(a, b *keyed) int { return strings.Compare(a.key, b.key) })
		lists[kind] = joinKeys(list)
	}
	return lists
}

// joinKeys makes one of neighbours that are equal: a key may be made of
// different strings.
func joinKeys(list []*keyed) []*keyed {
	kept := list[:0]
	for _, k := range list {
		if last := len(kept) - 1; last >= 0 && kept[last].key == k.key {
			kept[last].cells = append(kept[last].cells, k.cells...)
			continue
		}
		kept = append(kept, k)
	}
	return kept
}

// groups yields what stands under each of some keys: of each role and stance
// the best rows.
func (f *Fold) groups(keys []*keyed) iter.Seq[group] {
	return func(yield func(group) bool) {
		for _, k := range keys {
			if !yield(group{k.key, f.best(k)}) {
				return
			}
		}
	}
}

// best returns the records under a key in order, of each role and stance no more
// than rows. They stand in the fold's room, which the next call takes.
func (f *Fold) best(k *keyed) []*counted {
	type side struct {
		role, other string
		stance      Stance
	}
	sides := map[side][]*counted{}
	compare := func(a, b *counted) int {
		if c := a.worth.compare(&b.worth); c != 0 {
			return c
		}
		if c := compareRecords(&a.Record, &b.Record); c != 0 {
			return c
		}
		return cmp.Compare(b.count, a.count)
	}
	top := func(list []*counted) []*counted {
		slices.SortFunc(list, compare)
		return list[:min(len(list), rows)]
	}
	n := 0
	for _, at := range k.cells {
		n += len(f.list[at].best)
	}
	best := f.order[:0]
	few := n <= rows // so that no side has more
	if len(f.room) < min(n, 2*rows) {
		f.room = make([]counted, min(max(n, 2*len(f.room)), 2*rows))
	}
	room := f.room
	for _, at := range k.cells {
		for i, encoded := range f.list[at].best {
			if len(room) == 0 {
				room = make([]counted, min(n, 2*rows))
			}
			c := &room[0]
			room, n = room[1:], n-1
			f.names.decode(encoded, k.key, &c.Record)
			c.worth, c.encoded, c.count = c.Record.worth(), encoded, 0
			if i == 0 {
				c.count = f.list[at].count
			}
			if few {
				best = append(best, c)
				continue
			}
			s := side{c.Role, c.Other, c.Stance}
			list := append(sides[s], c)
			if len(list) == 2*rows {
				list = top(list)
			}
			sides[s] = list
		}
	}
	for _, list := range sides {
		best = append(best, top(list)...)
	}
	slices.SortFunc(best, compare)
	f.order = best
	return best
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
