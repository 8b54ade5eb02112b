package output

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"roleclaims/output/report"
)

const (
	sourceRows = 40 // sources on the page
	peerNames  = 5  // others named with each
)

// sources lays out who agrees with whom, for the sources that take a side
// most often. Two agree once for each duty that both give to a role, or deny
// it, and for each contradiction about pay or rank in which they are on one
// side; they disagree once for each contradiction in which they are on two.
func (g *gathering) sources() report.Sources {
	rows := map[string]*report.SourceRow{}
	for name, n := range g.articles {
		rows[name] = &report.SourceRow{Name: name, Articles: n, Claims: g.claims[name]}
	}
	for _, f := range g.findings {
		a, b := g.sided(&f)
		for name := range union(a, b) {
			if row := rows[name]; row != nil {
				row.Disputed++
			}
		}
		for _, side := range [][2][]string{{a, b}, {b, a}} {
			if len(side[0]) == 1 && len(side[1]) > 1 && rows[side[0][0]] != nil {
				rows[side[0][0]].Alone++
			}
		}
	}
	shown := slices.SortedFunc(maps.Values(rows), func(a, b *report.SourceRow) int {
		return cmp.Or(cmp.Compare(b.Disputed, a.Disputed), cmp.Compare(b.Claims, a.Claims), strings.Compare(a.Name, b.Name))
	})
	table := report.Sources{Omitted: max(0, len(shown)-sourceRows)}
	shown = shown[:min(len(shown), sourceRows)]
	with, against := g.agree(shown)
	for _, row := range shown {
		row.With, row.Against = with.peers(row.Name), against.peers(row.Name)
		table.Rows = append(table.Rows, *row)
	}
	return table
}

// sided returns the sources on each side of a contradiction, none for one
// outside of headline counts. A source that contradicts itself is on both.
func (g *gathering) sided(f *ContradictionRow) (a, b []string) {
	if f.Tier == lowestTier {
		return nil, nil
	}
	side := func(name string) []string {
		if facts := g.sides[sideKey{f.ContradictionID, name}]; facts != nil {
			return names(facts.sources)
		}
		return nil
	}
	return side("a"), side("b")
}

func union(a, b []string) map[string]bool {
	all := map[string]bool{}
	for _, name := range slices.Concat(a, b) {
		all[name] = true
	}
	return all
}

// agree counts agreement and disagreement among some sources.
func (g *gathering) agree(among []*report.SourceRow) (with, against agreement) {
	with, against = agreement{}, agreement{}
	listed := map[string]bool{}
	for _, row := range among {
		listed[row.Name] = true
	}
	together := func(set []string) {
		set = slices.DeleteFunc(slices.Clone(set), func(name string) bool { return !listed[name] })
		for i, one := range set {
			for _, other := range set[i+1:] {
				with.add(one, other)
			}
		}
	}
	for _, roles := range g.owners {
		for _, s := range roles {
			together(names(s.asserted))
			together(names(s.denied))
		}
	}
	for _, f := range g.findings {
		a, b := g.sided(&f)
		if f.Kind != "ownership" && f.Kind != "polarity" {
			together(a)
			together(b)
		}
		for _, one := range a {
			for _, other := range b {
				if one != other && listed[one] && listed[other] {
					against.add(one, other)
				}
			}
		}
	}
	return with, against
}

// agreement counts how often two sources say the same, or contradict each other.
type agreement map[string]map[string]int

func (a agreement) add(one, other string) {
	for _, p := range [][2]string{{one, other}, {other, one}} {
		if a[p[0]] == nil {
			a[p[0]] = map[string]int{}
		}
		a[p[0]][p[1]]++
	}
}

// peers lists those of a source, most first.
func (a agreement) peers(source string) []report.Peer {
	var all []report.Peer
	for name, times := range a[source] {
		all = append(all, report.Peer{Name: name, Times: times})
	}
	slices.SortFunc(all, func(x, y report.Peer) int {
		return cmp.Or(cmp.Compare(y.Times, x.Times), strings.Compare(x.Name, y.Name))
	})
	return all[:min(len(all), peerNames)]
}
