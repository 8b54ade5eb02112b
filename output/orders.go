package output

import (
	"cmp"
	"maps"
	"slices"

	"roleclaims/output/report"
)

// orderRows is how many pairs of roles are on the page.
const orderRows = 60

const (
	earnsMore = "earns-more-than"
	earnsSame = "earns-same-as"
)

// orders gathers, by pair of roles in the order of their keys, who says which
// earns more.
type orders map[[2]string]*ballot

// ballot holds sources by what they say.
type ballot struct{ first, second, same, hedged map[string]bool }

func (o orders) add(row *ComparisonRow) {
	if row.Relation != earnsMore && row.Relation != earnsSame {
		return
	}
	key, first := [2]string{row.RoleA, row.RoleB}, true
	if row.RoleA > row.RoleB {
		key, first = [2]string{row.RoleB, row.RoleA}, false
	}
	b := o[key]
	if b == nil {
		b = &ballot{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
		o[key] = b
	}
	switch {
	case row.Hedge:
		b.hedged[row.Source] = true
	case row.Relation == earnsSame:
		b.same[row.Source] = true
	case first:
		b.first[row.Source] = true
	default:
		b.second[row.Source] = true
	}
}

// table lays out the pairs, those that sources disagree on first, then those
// that most speak of.
func (o orders) table() report.Orders {
	var rows []report.Order
	for _, key := range slices.SortedFunc(maps.Keys(o), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		b := o[key]
		row := report.Order{A: key[0], B: key[1], More: names(b.first), Same: names(b.same), Less: names(b.second), Hedged: len(b.hedged)}
		if len(row.Less) > len(row.More) {
			row.A, row.B, row.More, row.Less = row.B, row.A, row.Less, row.More
		}
		rows = append(rows, row)
	}
	circles(rows)
	slices.SortStableFunc(rows, func(a, b report.Order) int {
		return cmp.Or(cmp.Compare(disagreement(b), disagreement(a)), cmp.Compare(voices(b), voices(a)))
	})
	shown := min(len(rows), orderRows)
	return report.Orders{Rows: rows[:shown], Omitted: len(rows) - shown}
}

func names(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

func voices(o report.Order) int { return len(o.More) + len(o.Same) + len(o.Less) + o.Hedged }

// disagreement is 2 for a circle, 1 for a pair that sources order otherwise.
func disagreement(o report.Order) int {
	switch {
	case len(o.Circle) > 0:
		return 2
	case len(o.Less) > 0 || len(o.Same) > 0 && len(o.More) > 0:
		return 1
	}
	return 0
}

// circles marks the pairs whose prevailing order is part of a circle, with a
// shortest one.
func circles(rows []report.Order) {
	below := map[string][]string{}
	for _, row := range rows {
		if prevails(row) {
			below[row.A] = append(below[row.A], row.B)
		}
	}
	for _, lower := range below {
		slices.Sort(lower)
	}
	for i := range rows {
		if prevails(rows[i]) {
			rows[i].Circle = way(below, rows[i].B, rows[i].A)
		}
	}
}

func prevails(o report.Order) bool { return len(o.More) > len(o.Less) }

// way returns a shortest way from one role down to another, the last role
// first: then it reads as a circle from there. It is nil where there is none.
func way(below map[string][]string, from, to string) []string {
	above := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, next := range below[queue[0]] {
			if _, seen := above[next]; seen {
				continue
			}
			above[next] = queue[0]
			if next != to {
				queue = append(queue, next)
				continue
			}
			var back []string
			for at := above[to]; at != ""; at = above[at] {
				back = append(back, at)
			}
			return append([]string{to}, reversed(back)...)
		}
	}
	return nil
}

func reversed(list []string) []string {
	slices.Reverse(list)
	return list
}
