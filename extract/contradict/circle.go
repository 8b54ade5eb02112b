package contradict

import (
	"fmt"
	"slices"
	"strings"
)

// orders is a set of pairs of roles, the one that earns more first, on which
// nobody says the reverse.
type orders map[[2]string]bool

func (o orders) add(more, less string) {
	// Cloned: they are parts of a record's bytes.
	o[[2]string{strings.Clone(more), strings.Clone(less)}] = true
}

// circles returns three roles each of which earns more than the next, from the
// least of the three on, in order.
func (o orders) circles() [][3]string {
	next := map[string][]string{}
	for e := range o {
		next[e[0]] = append(next[e[0]], e[1])
	}
	for _, list := range next {
		slices.Sort(list)
	}
	var found [][3]string
	for _, x := range sortedKeys(next) {
		for _, y := range next[x] {
			for _, z := range next[y] {
				if x < y && x < z && o[[2]string{z, x}] {
					found = append(found, [3]string{x, y, z})
				}
			}
		}
	}
	return found
}

// Circling returns what to give to Fold.AddBlock as keys, for the fold that
// Circles needs: nothing where no orders run in a circle. It must come after
// the last Part.
func (d *Detector) Circling() map[string]bool {
	keys := map[string]bool{}
	for _, roles := range d.earners.circles() {
		for i := range roles {
			a, b, _ := pair(roles[i], roles[(i+1)%3])
			keys[a+" "+b] = true
		}
	}
	return keys
}

// Circles returns the findings on pay orders of three roles that run in a
// circle. The fold holds at least those that Circling names.
func (d *Detector) Circles(f *Fold) Result {
	p := d.begin(f)
	edges := map[[2]string][]*counted{} // who earns more, who less
	for g := range f.groups(p.keys[PayOrder]) {
		a, b, _ := strings.Cut(g.key, " ")
		over, _, under := stances(g.records)
		edges[[2]string{a, b}], edges[[2]string{b, a}] = kept(over), kept(under)
	}
	for _, roles := range d.earners.circles() {
		p.circle(roles, edges)
	}
	return p.result()
}

// kept copies the records of a group.
func kept(records []*counted) []*counted {
	var list []*counted
	for _, r := range records {
		own := *r
		list = append(list, &own)
	}
	return list
}

// circle reports one circle: side b is the order with the fewest sources,
// side a the two that speak against it.
func (d *detector) circle(roles [3]string, edges map[[2]string][]*counted) {
	var sides3 [3][]*counted
	weakest := 0
	for i := range roles {
		for _, r := range edges[[2]string{roles[i], roles[(i+1)%3]}] {
			if !r.May {
				sides3[i] = append(sides3[i], r)
			}
		}
		if len(sides3[i]) == 0 {
			return
		}
		if d.sources(sides3[i]) < d.sources(sides3[weakest]) {
			weakest = i
		}
	}
	first, second, last := sides3[(weakest+1)%3], sides3[(weakest+2)%3], sides3[weakest]
	for _, p := range [][2]*counted{{first[0], second[0]}, {first[0], last[0]}, {second[0], last[0]}} {
		if reason, _ := d.payBar(&p[0].Record, &p[1].Record); reason != "" {
			return
		}
	}
	f := Finding{Kind: "pay-order", Tier: Stated, Roles: roles[:], Topic: "pay", Rule: "circle"}
	a := []*counted{first[0], second[0]}
	a = append(a, first[1:min(len(first), 3)]...)
	if !d.build(&f, sides{
		a: a, b: last, score: func(x, y *Record) int { return x.weight() + y.weight() },
		conflicts: func(x, y *Record) bool { return true },
	}) {
		return
	}
	d.limits(&f)
	f.Summary = fmt.Sprintf("Taken together, the accounts say that the %s earns more than the %s, who earns more than the %s, who earns more than the first.",
		title(roles[0]), title(roles[1]), title(roles[2]))
	d.add(f)
}

// sources counts the independent sources of records.
func (d *detector) sources(records []*counted) int {
	set := map[string]bool{}
	for i := range records {
		set[d.source(&records[i].Record)] = true
	}
	return len(set)
}
