package contradict

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// keep is how many records of one role, stance and wording a source keeps
// under a key: more would say nothing new.
const keep = 6

// Fold gathers records by key. Adding and merging commute and associate:
// whatever the order and the grouping, equal records give an equal Fold. Its
// size grows with keys and sources. The zero value is empty and ready.
type Fold struct {
	groups map[groupKey]map[cellKey]*cell
}

type groupKey struct {
	kind Kind
	key  string
}

// cellKey tells apart what one source says under a key.
type cellKey struct{ source, variant string }

// cell keeps the best records of one kind, and counts all of them.
type cell struct {
	count int
	best  []Record
}

// Add gathers one record. The same record added twice counts twice.
func (f *Fold) Add(r Record) {
	f.insert(r, variant(r), 1)
	if r.Kind == Pay {
		// The extremes of a source decide whether it agrees with another.
		f.insert(r, variant(r)+" high", 0)
	}
}

// Merge adds all that other gathered and leaves other as it is.
func (f *Fold) Merge(other *Fold) {
	for key, cells := range other.groups {
		for ck, c := range cells {
			for i, r := range c.best {
				count := 0
				if i == 0 {
					count = c.count
				}
				f.put(key, ck, r, count)
			}
		}
	}
}

func (f *Fold) insert(r Record, variant string, count int) {
	f.put(groupKey{r.Kind, r.Key}, cellKey{r.Source, variant}, r, count)
}

func (f *Fold) put(key groupKey, ck cellKey, r Record, count int) {
	if f.groups == nil {
		f.groups = map[groupKey]map[cellKey]*cell{}
	}
	cells := f.groups[key]
	if cells == nil {
		cells = map[cellKey]*cell{}
		f.groups[key] = cells
	}
	c := cells[ck]
	if c == nil {
		c = &cell{}
		cells[ck] = c
	}
	c.count += count
	order := compareRecords
	if r.Kind == Pay {
		order = byAmount(strings.HasSuffix(ck.variant, " high"))
	}
	at, found := slices.BinarySearchFunc(c.best, r, order)
	if found || at == keep {
		return
	}
	c.best = slices.Insert(c.best, at, r)
	if len(c.best) > keep {
		c.best = c.best[:keep]
	}
}

// byAmount orders amounts from the lowest midpoint, or from the highest.
func byAmount(high bool) func(a, b Record) int {
	return func(a, b Record) int {
		x, y := a, b
		if high {
			x, y = b, a
		}
		return cmp.Or(cmp.Compare(mid(x), mid(y)), cmp.Compare(x.Low, y.Low), cmp.Compare(x.High, y.High), compareRecords(a, b))
	}
}

// mid is the middle of an amount; that of an open one is its end.
func mid(r Record) float64 {
	if math.IsInf(r.High, 1) {
		return r.Low
	}
	if r.Low == 0 {
		return r.High
	}
	return (r.Low + r.High) / 2
}

// variant names what makes two records of a source under one key differ for
// detection.
func variant(r Record) string {
	switch r.Kind {
	case Duty:
		return strings.Join([]string{
			r.Role, string(r.Stance), r.Act, r.Head, r.Mods, r.Tail, r.Generic, r.Apart, r.Scope, r.Condition,
			flags(r.Contrast, r.Own, r.Shared, r.Assisting, r.Weak, r.Vague, r.May),
		}, "|")
	case Compared:
		return ""
	}
	return strings.Join([]string{
		r.Other, string(r.Stance), r.Place, strconv.Itoa(r.Year), r.Component, r.Condition, r.Currency, r.Upstream,
		flags(r.May, r.Derived),
	}, "|")
}

// flags writes truth values as a string of digits.
func flags(list ...bool) string {
	out := make([]byte, len(list))
	for i, f := range list {
		out[i] = '0'
		if f {
			out[i] = '1'
		}
	}
	return string(out)
}

// group is what all sources say under one key, in a fixed order.
type group struct {
	groupKey
	records []counted
}

// counted is a kept record; the first of its cell carries the cell's count.
type counted struct {
	Record
	count int
}

// sorted returns the groups of a kind by key, each with its records in order.
func (f *Fold) sorted(kind Kind) []group {
	var out []group
	for key, cells := range f.groups {
		if key.kind != kind {
			continue
		}
		g := group{groupKey: key}
		for _, c := range cells {
			for i, r := range c.best {
				n := 0
				if i == 0 {
					n = c.count
				}
				g.records = append(g.records, counted{r, n})
			}
		}
		slices.SortFunc(g.records, func(a, b counted) int {
			return cmp.Or(compareRecords(a.Record, b.Record), cmp.Compare(b.count, a.count))
		})
		g.records = distinct(g.records)
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b group) int { return strings.Compare(a.key, b.key) })
	return out
}

// distinct joins the copies of a record that is both a low and a high one.
func distinct(sorted []counted) []counted {
	out := sorted[:0]
	for _, r := range sorted {
		if n := len(out); n > 0 && out[n-1].Record == r.Record {
			out[n-1].count += r.count
			continue
		}
		out = append(out, r)
	}
	return out
}

// compared returns the pairs of roles that some article sets side by side.
func (f *Fold) compared() map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for key := range f.groups {
		if key.kind == Compared {
			a, b, _ := strings.Cut(key.key, " ")
			pairs[[2]string{a, b}] = true
		}
	}
	return pairs
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
