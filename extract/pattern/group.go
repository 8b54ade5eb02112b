package pattern

import (
	"slices"
	"sync"
)

// Group tells of many patterns at once, by one pass over a text, which of them
// the text or a part of it may match. It is safe for concurrent use.
type Group struct {
	patterns []*Pattern
	once     sync.Once
	table    *table    // nil if nothing is known of any
	takes    [][]place // the steps that a literal takes
	counts   []int32   // of steps, by pattern
}

// place is a step of a pattern of a group.
type place struct {
	pattern int
	step    int32
}

// maxGroup is the most patterns of a group.
const maxGroup = 64

// NewGroup returns the group of some patterns, which are no more than 64.
func NewGroup(patterns ...*Pattern) *Group {
	if len(patterns) > maxGroup {
		panic("pattern: a group of more than 64 patterns")
	}
	return &Group{patterns: patterns}
}

func (g *Group) compile() {
	var v vocabulary
	for i, p := range g.patterns {
		needs := needsOf(p.expr)
		g.counts = append(g.counts, int32(len(needs)))
		for step, some := range needs {
			for _, literal := range some {
				g.takes = put(g.takes, v.number(literal), place{i, int32(step)})
			}
		}
	}
	if t, ok := newTable(v.literals); ok {
		g.table = t
	}
}

// Look is what is known of a text and its parts; of the zero Look nothing is.
type Look struct {
	group *Group
	not   uint64 // the patterns that it cannot match, a bit each
}

// In looks at a text.
func (g *Group) In(text string) Look {
	g.once.Do(g.compile)
	if g.table == nil {
		return Look{}
	}
	var taken [maxGroup]struct{ steps, end int32 }
	known := find(g.table, text, func(literal, end int) bool {
		start := int32(end - g.table.sizes[literal])
		for _, p := range g.takes[literal] {
			if t := &taken[p.pattern]; t.steps == p.step && t.end <= start {
				t.steps, t.end = t.steps+1, int32(end)
			}
		}
		return true
	})
	l := Look{group: g}
	for i, count := range g.counts {
		if known && taken[i].steps < count {
			l.not |= 1 << i
		}
	}
	return l
}

// May reports whether the text that was looked at, or a part of it, may match a
// pattern.
func (l Look) May(p *Pattern) bool {
	if l.not == 0 {
		return true
	}
	i := slices.Index(l.group.patterns, p)
	return i < 0 || l.not&(1<<i) == 0
}
