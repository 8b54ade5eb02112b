package extract

import (
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// needs tells which patterns a text can't match by the literals that it lacks:
// a hundred patterns over every sentence would cost more than all the rest of
// the extraction.
type needs struct {
	literals []string
	all      [][][]int // for each pattern: sets of literals, of each of which one must stand in the text
}

var orderNeeds = sync.OnceValue(func() needs { return newNeeds(orders()) })

func newNeeds(orders []order) needs {
	var n needs
	index := map[string]int{}
	for _, o := range orders {
		var sets [][]int
		if parsed, err := syntax.Parse(o.pattern.String(), syntax.Perl); err == nil {
			for _, set := range required(parsed.Simplify()) {
				var ids []int
				for _, literal := range set {
					id, ok := index[literal]
					if !ok {
						id = len(n.literals)
						index[literal] = id
						n.literals = append(n.literals, literal)
					}
					ids = append(ids, id)
				}
				sets = append(sets, ids)
			}
		}
		// The smallest sets are soonest found to be missing.
		slices.SortStableFunc(sets, func(a, b []int) int { return len(a) - len(b) })
		n.all = append(n.all, sets)
	}
	return n
}

// in returns the numbers of the patterns that a text may match.
func (n needs) in(text string) []int {
	present := make([]int8, len(n.literals)) // 0 unknown, 1 there, -1 not
	has := func(id int) bool {
		if present[id] == 0 {
			present[id] = -1
			if strings.Contains(text, n.literals[id]) {
				present[id] = 1
			}
		}
		return present[id] > 0
	}
	var may []int
	for i, sets := range n.all {
		if every(sets, func(set []int) bool { return slices.ContainsFunc(set, has) }) {
			may = append(may, i)
		}
	}
	return may
}

func every(sets [][]int, ok func([]int) bool) bool {
	for _, set := range sets {
		if !ok(set) {
			return false
		}
	}
	return true
}

// required returns sets of literals: whatever a pattern matches holds one of
// each set.
func required(re *syntax.Regexp) [][]string {
	switch re.Op {
	case syntax.OpLiteral:
		if literal := strings.TrimSpace(string(re.Rune)); literal != "" {
			return [][]string{{literal}}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpConcat:
		var sets [][]string
		for _, sub := range re.Sub {
			sets = append(sets, required(sub)...)
		}
		return sets
	case syntax.OpAlternate:
		var union []string
		for _, sub := range re.Sub {
			sets := required(sub)
			if len(sets) == 0 {
				return nil
			}
			union = append(union, tightest(sets)...)
		}
		return [][]string{union}
	}
	return nil
}

// tightest returns the set whose shortest literal is longest.
func tightest(sets [][]string) []string {
	best, length := sets[0], 0
	for _, set := range sets {
		shortest := len(set[0])
		for _, literal := range set {
			shortest = min(shortest, len(literal))
		}
		if shortest > length {
			best, length = set, shortest
		}
	}
	return best
}
