package output

import (
	"strings"
	"testing"
)

// Each way in which two runs can differ, and the same the other way round.
func TestDiff(t *testing.T) {
	base := newCorpus(t)
	before := writeRun(t, base)
	for _, row := range []struct {
		name           string
		change         func(fs []Finding) []Finding
		news, gone     string // ids
		changed        string
		added, removed int // rows of evidence of the one that changed
	}{
		{name: "nothing", change: func(fs []Finding) []Finding { return fs }},
		{name: "another order", change: func(fs []Finding) []Finding { fs[0], fs[1] = fs[1], fs[0]; return fs }},
		{name: "one gone", change: func(fs []Finding) []Finding { return fs[:1] }, gone: "c2"},
		{name: "another id", change: func(fs []Finding) []Finding { fs[0].ID = "c0"; return fs }, news: "c0", gone: "c1"},
		{name: "milder", change: func(fs []Finding) []Finding { fs[0].Severity = 0.7; return fs }, changed: "c1"},
		{name: "another tier", change: func(fs []Finding) []Finding { fs[1].Tier = "contested"; return fs }, changed: "c2"},
		{name: "a row less", change: func(fs []Finding) []Finding { fs[0].A.Claims = fs[0].A.Claims[:1]; return fs }, changed: "c1", removed: 1},
		{name: "sides turned", change: func(fs []Finding) []Finding { fs[1].A, fs[1].B = fs[1].B, fs[1].A; return fs }, changed: "c2", added: 2, removed: 2},
		{name: "none left", change: func([]Finding) []Finding { return nil }, gone: "c1 c2"},
		// Confidence and words are no news.
		{name: "another confidence", change: func(fs []Finding) []Finding { fs[0].Confidence, fs[0].Summary = 0.1, "Told anew."; return fs }},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := newCorpus(t)
			c.findings = row.change(c.findings)
			after := writeRun(t, c)
			check := func(old, new *Run, news, gone string, added, removed int) {
				changes, err := Diff(old, new)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, "new", strings.Fields(news), ids(changes.New, nil))
				compare(t, "gone", strings.Fields(gone), ids(changes.Gone, nil))
				compare(t, "changed", strings.Fields(row.changed), ids(changes.Kept, (*Change).Changed))
				for _, k := range changes.Kept {
					if k.Changed() && (k.Added != added || k.Removed != removed) {
						t.Errorf("%s has %d rows more and %d fewer, want %d and %d", k.ContradictionID, k.Added, k.Removed, added, removed)
					}
				}
			}
			check(before, after, row.news, row.gone, row.added, row.removed)
			check(after, before, row.gone, row.news, row.removed, row.added)
		})
	}
}

func ids(changes []Change, keep func(*Change) bool) []string {
	list := []string{}
	for i := range changes {
		if keep == nil || keep(&changes[i]) {
			list = append(list, changes[i].ContradictionID)
		}
	}
	return list
}
