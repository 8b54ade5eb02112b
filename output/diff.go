package output

import "fmt"

// Changes is how the contradictions of one run differ from those of an older
// one, by their ids, which outlive a change of articles. Each list is in the
// order of the dataset.
type Changes struct {
	New  []Change // only in the newer run
	Gone []Change // only in the older one
	Kept []Change // in both
}

// Change is a contradiction of the newer run, or of the older one if it is
// gone.
type Change struct {
	ContradictionRow
	Was *ContradictionRow // in the older run, nil for what is not in both

	// The rows of evidence that only one of the runs has, by side, source and
	// quote: the claim's id changes with any other word of its article.
	Added, Removed int
}

// Changed reports whether a contradiction that both runs have is another in
// severity, tier or evidence.
func (c *Change) Changed() bool {
	return c.Was != nil && (c.Was.Severity != c.Severity || c.Was.Tier != c.Tier || c.Added+c.Removed > 0)
}

// Diff compares the contradictions of two runs.
func Diff(before, after *Run) (*Changes, error) {
	was, err := contradictionsOf(before)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", before.Dir, err)
	}
	is, err := contradictionsOf(after)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", after.Dir, err)
	}
	var changes Changes
	for _, id := range is.order {
		change := Change{ContradictionRow: *is.rows[id], Was: was.rows[id]}
		if change.Was == nil {
			changes.New = append(changes.New, change)
			continue
		}
		change.Added, change.Removed = missing(is.evidence[id], was.evidence[id]), missing(was.evidence[id], is.evidence[id])
		changes.Kept = append(changes.Kept, change)
	}
	for _, id := range was.order {
		if is.rows[id] == nil {
			changes.Gone = append(changes.Gone, Change{ContradictionRow: *was.rows[id]})
		}
	}
	return &changes, nil
}

// disputes are the contradictions of a run with their evidence.
type disputes struct {
	order    []string // ids
	rows     map[string]*ContradictionRow
	evidence map[string]map[said]int
}

// said is a row of evidence as it is compared.
type said struct{ side, source, quote string }

func contradictionsOf(run *Run) (disputes, error) {
	d := disputes{rows: map[string]*ContradictionRow{}, evidence: map[string]map[said]int{}}
	for row, err := range run.Contradictions() {
		if err != nil {
			return d, err
		}
		d.order = append(d.order, row.ContradictionID)
		d.rows[row.ContradictionID] = &row
		d.evidence[row.ContradictionID] = map[said]int{}
	}
	for row, err := range run.Evidence() {
		if err != nil {
			return d, err
		}
		if d.rows[row.ContradictionID] == nil {
			return d, fmt.Errorf("evidence of contradiction %s, which is not there", row.ContradictionID)
		}
		d.evidence[row.ContradictionID][said{row.Side, row.Source, row.Quote}]++
	}
	return d, nil
}

// missing counts the rows that the other lacks.
func missing(rows, other map[said]int) int {
	n := 0
	for row, count := range rows {
		n += max(count-other[row], 0)
	}
	return n
}
