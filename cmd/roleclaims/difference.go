package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"roleclaims/output"
)

// difference is what diff prints: as JSON, or a summary line and a line for
// each contradiction, the most severe first.
type difference struct {
	Old     diffedRun              `json:"old"`
	New     diffedRun              `json:"new"`
	Added   []listedContradiction  `json:"added"`
	Gone    []listedContradiction  `json:"gone"`
	Changed []changedContradiction `json:"changed"`
	Same    []listedContradiction  `json:"unchanged"`
}

type diffedRun struct {
	Dir   string `json:"dir"`
	RunID string `json:"run_id"`
}

// changedContradiction is one that both runs have, as the new one has it.
type changedContradiction struct {
	listedContradiction
	OldSeverity     float64 `json:"old_severity"`
	OldTier         string  `json:"old_tier"`
	EvidenceAdded   int     `json:"evidence_added"`   // rows
	EvidenceRemoved int     `json:"evidence_removed"` // rows
}

func newDifference(before, after *output.Run, changes *output.Changes) *difference {
	d := &difference{
		Old: diffedRun{before.Dir, before.Manifest.RunID}, New: diffedRun{after.Dir, after.Manifest.RunID},
		Added: listAll(changes.New), Gone: listAll(changes.Gone), Changed: []changedContradiction{},
	}
	var same []output.Change
	for _, c := range changes.Kept {
		if !c.Changed() {
			same = append(same, c)
			continue
		}
		d.Changed = append(d.Changed, changedContradiction{listed(&c.ContradictionRow), c.Was.Severity, c.Was.Tier, c.Added, c.Removed})
	}
	d.Same = listAll(same)
	slices.SortStableFunc(d.Changed, func(a, b changedContradiction) int {
		return byWeight(a.listedContradiction, b.listedContradiction)
	})
	return d
}

func listAll(changes []output.Change) []listedContradiction {
	all := []listedContradiction{}
	for _, c := range changes {
		all = append(all, listed(&c.ContradictionRow))
	}
	slices.SortStableFunc(all, byWeight)
	return all
}

// write prints the difference for people; all lists what did not change too.
func (d *difference) write(w io.Writer, c style, all bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%d new, %d gone, %d kept%s (%d of them changed)\n", c.bold, len(d.Added), len(d.Gone), len(d.Changed)+len(d.Same), c.off, len(d.Changed))
	for _, one := range d.Added {
		fmt.Fprintf(&b, "%s+ %s%s\n", c.warn, one.line(), c.off)
	}
	for _, one := range d.Gone {
		fmt.Fprintf(&b, "%s- %s%s\n", c.dim, one.line(), c.off)
	}
	for _, one := range d.Changed {
		fmt.Fprintf(&b, "~ %s\n  %s%s%s\n", one.line(), c.dim, one.how(), c.off)
	}
	for _, one := range d.Same {
		if all {
			fmt.Fprintf(&b, "= %s\n", one.line())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// how says in what a contradiction changed.
func (c *changedContradiction) how() string {
	var parts []string
	if c.OldSeverity != c.Severity {
		parts = append(parts, fmt.Sprintf("severity %.2f, was %.2f", c.Severity, c.OldSeverity))
	}
	if c.OldTier != c.Tier {
		parts = append(parts, fmt.Sprintf("%s, was %s", c.Tier, c.OldTier))
	}
	if c.EvidenceAdded > 0 {
		parts = append(parts, plural(c.EvidenceAdded, "1 row of evidence added", "%d rows of evidence added"))
	}
	if c.EvidenceRemoved > 0 {
		parts = append(parts, plural(c.EvidenceRemoved, "1 row of evidence removed", "%d rows of evidence removed"))
	}
	return strings.Join(parts, "; ")
}
