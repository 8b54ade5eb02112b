package contradict

import (
	"fmt"
	"slices"
	"strings"
)

// rank finds pairs of roles of which one source puts the one over the other
// and another source the reverse, or both on a level; and roles that are said
// to report to two others.
func (d *detector) rank() {
	for g := range d.fold.groups(d.keys[Rank]) {
		a, b, _ := strings.Cut(g.key, " ")
		over, equal, under := stances(g.records)
		d.opposed("rank", a, b, over, equal, under)
	}
	for g := range d.fold.groups(d.keys[Boss]) {
		d.bosses(g)
	}
}

// maxBosses is how many superiors of one role are compared with each other:
// those that most sources name.
const maxBosses = 20

// bosses compares the roles that one role is said to report to. A source that
// names several means that it depends.
func (d *detector) bosses(g group) {
	named := map[string]map[string]bool{} // source -> bosses
	byBoss := map[string][]*counted{}
	for _, r := range g.records {
		src := d.source(&r.Record)
		if named[src] == nil {
			named[src] = map[string]bool{}
		}
		named[src][r.Other] = true
		byBoss[r.Other] = append(byBoss[r.Other], r)
	}
	bosses := sortedKeys(byBoss)
	if len(bosses) > maxBosses {
		slices.SortStableFunc(bosses, func(a, b string) int { return d.sources(byBoss[b]) - d.sources(byBoss[a]) })
		bosses = bosses[:maxBosses]
		slices.Sort(bosses)
	}
	for i, a := range bosses {
		for _, b := range bosses[i+1:] {
			roles := []string{g.key, a, b}
			f := Finding{Kind: "rank", Tier: Stated, Roles: roles, Topic: "rank", Rule: "two-superiors"}
			ok := d.build(&f, sides{
				a: byBoss[a], b: byBoss[b], score: func(x, y *Record) int { return x.weight() + y.weight() },
				conflicts: func(x, y *Record) bool {
					reason, deciding := d.orderBar(x, y)
					if reason == "" && (named[d.source(x)][b] || named[d.source(y)][a]) {
						reason = "other-condition"
					}
					if reason != "" {
						d.miss("rank", roles, "rank", reason, x, y, deciding...)
					}
					return reason == ""
				},
			})
			if ok {
				f.Summary = fmt.Sprintf("The %s reports to the %s by one account, and to the %s by another.", title(g.key), title(a), title(b))
				d.add(f, g.key) // each of the three may be the one that reports to the others
			}
		}
	}
}
