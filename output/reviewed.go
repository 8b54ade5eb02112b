package output

import (
	"roleclaims/output/report"
	"roleclaims/output/verdict"
)

// Review is what reviewers say, for the report.
type Review struct {
	State  verdict.State
	Unread int // lines that were no verdicts

	hashes map[string]string // of the evidence, by contradiction_id
}

// savedReview reads the verdicts beside a run's folder; nil for none.
func savedReview(dir string) (*Review, error) {
	entries, unread, err := verdict.Load(verdict.File(dir))
	if err != nil || len(entries)+len(unread) == 0 {
		return nil, err
	}
	return &Review{State: verdict.Fold(entries), Unread: len(unread)}, nil
}

// verdicts returns what the page says of a contradiction's review.
func (v *Review) verdicts(id string) []report.Verdict {
	var all []report.Verdict
	for _, e := range v.State[id] {
		all = append(all, report.Verdict{
			Verdict: string(e.Verdict), Reason: string(e.Reason), Note: e.Note, Reviewer: e.Reviewer,
			Date: e.Time.UTC().Format("2006-01-02"), Stale: status(v.hashes, id, e.Evidence) == "stale",
		})
	}
	return all
}

// outcome is what the reviewers' verdicts come to: one of theirs, "disputed",
// or "stale" where none of them holds any more.
func (v *Review) outcome(id string) string {
	var holds []verdict.Entry
	stale := false
	for _, e := range v.State[id] {
		if status(v.hashes, id, e.Evidence) == "current" {
			holds = append(holds, e)
		} else {
			stale = stale || e.Verdict != verdict.Open
		}
	}
	outcome := verdict.Outcome(holds)
	switch {
	case outcome == "":
		return "disputed"
	case outcome == verdict.Open && stale:
		return "stale"
	}
	return string(outcome)
}

// tally counts the outcomes of all contradictions.
func (v *Review) tally(findings []ContradictionRow) *report.Tally {
	t := &report.Tally{Unread: v.Unread, Outcomes: map[string]int{}}
	found := map[string]bool{}
	for _, f := range findings {
		found[f.ContradictionID] = true
		t.Outcomes[v.outcome(f.ContradictionID)]++
	}
	for id := range v.State {
		if !found[id] {
			t.Gone++
		}
	}
	return t
}
