package verdict

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Finding is a contradiction of the run that verdicts are counted for.
type Finding struct{ ID, Evidence, Rule string }

// Stats is what verdicts say of a run.
type Stats struct {
	Rules []RuleStats // by the rules' names

	// New were never judged. Of the others, Current were judged in this run,
	// Carried in an earlier one on the same words, Stale on other words. Gone
	// were judged and are no longer found.
	Found, New, Current, Carried, Stale, Gone int
	// Reasons counts dismissals that hold.
	Reasons map[Reason]int
}

// RuleStats is what verdicts that hold say of one rule. Where reviewers differ
// the contradiction is Disputed and counts for neither.
type RuleStats struct {
	Rule                                                  string
	Found, Judged, Confirmed, Dismissed, Unsure, Disputed int
}

// Count sets verdicts against the contradictions of a run.
func Count(run string, findings []Finding, state State) Stats {
	s := Stats{Found: len(findings), Reasons: map[Reason]int{}}
	rules := map[string]*RuleStats{}
	found := map[string]bool{}
	for _, f := range findings {
		found[f.ID] = true
		rule := rules[f.Rule]
		if rule == nil {
			rule = &RuleStats{Rule: f.Rule}
			rules[f.Rule] = rule
		}
		rule.Found++
		judged := decided(state[f.ID])
		holds := slices.DeleteFunc(slices.Clone(judged), func(e Entry) bool { return e.Evidence != f.Evidence })
		switch {
		case len(judged) == 0:
			s.New++
		case len(holds) == 0:
			s.Stale++
		case slices.ContainsFunc(holds, func(e Entry) bool { return e.Run == run }):
			s.Current++
		default:
			s.Carried++
		}
		if len(holds) > 0 {
			rule.add(holds)
		}
		for _, e := range holds {
			if e.Verdict == Dismissed {
				s.Reasons[e.Reason]++
			}
		}
	}
	for id, list := range state {
		if !found[id] && len(decided(list)) > 0 {
			s.Gone++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rules)) {
		s.Rules = append(s.Rules, *rules[name])
	}
	return s
}

// decided leaves out what is only a note.
func decided(list []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(list), func(e Entry) bool { return e.Verdict == Open })
}

func (r *RuleStats) add(holds []Entry) {
	r.Judged++
	switch Outcome(holds) {
	case Confirmed:
		r.Confirmed++
	case Dismissed:
		r.Dismissed++
	case Unsure:
		r.Unsure++
	default:
		r.Disputed++
	}
}

// Outcome is the verdict on which all agree, those who are unsure aside; ""
// where they differ, and Open where there is none.
func Outcome(list []Entry) Verdict {
	outcome := Open
	for _, e := range list {
		switch {
		case e.Verdict == Open, e.Verdict == Unsure && outcome != Open:
		case outcome == Open, outcome == Unsure:
			outcome = e.Verdict
		case outcome != e.Verdict:
			return ""
		}
	}
	return outcome
}

// Agreement is how far two reviewers agree on what both judged.
type Agreement struct {
	Both     int // contradictions judged by both, on the same words
	Changed  int // judged by both on other words; counted nowhere else
	Same     int
	Kappa    float64 // Cohen's; 0 where it is not defined
	Defined  bool    // false where both gave all the same single verdict, or judged nothing together
	Table    map[[2]Verdict]int
	Disputes []Dispute
}

// Dispute is a contradiction that two reviewers judge otherwise.
type Dispute struct {
	Contradiction string
	A, B          Entry
}

// Agree compares two files of verdicts. Of a file by several reviewers the
// last word on each contradiction counts.
func Agree(a, b []Entry) Agreement {
	first, second := last(a), last(b)
	result := Agreement{Table: map[[2]Verdict]int{}}
	rows, columns := map[Verdict]int{}, map[Verdict]int{}
	for _, id := range slices.Sorted(maps.Keys(first)) {
		x := first[id]
		y, both := second[id]
		switch {
		case !both:
			continue
		case x.Evidence != y.Evidence:
			result.Changed++
			continue
		}
		result.Both++
		result.Table[[2]Verdict{x.Verdict, y.Verdict}]++
		rows[x.Verdict]++
		columns[y.Verdict]++
		if x.Verdict == y.Verdict {
			result.Same++
		} else {
			result.Disputes = append(result.Disputes, Dispute{id, x, y})
		}
	}
	if result.Both == 0 {
		return result
	}
	n := float64(result.Both)
	observed, expected := float64(result.Same)/n, 0.0
	for v, count := range rows {
		expected += float64(count) / n * float64(columns[v]) / n
	}
	if expected < 1 {
		result.Kappa, result.Defined = (observed-expected)/(1-expected), true
	}
	return result
}

// last returns the last decision on each contradiction.
func last(entries []Entry) map[string]Entry {
	words := map[string]Entry{}
	for id, list := range Fold(entries) {
		list = decided(list)
		if len(list) > 0 {
			words[id] = slices.MaxFunc(list, func(a, b Entry) int {
				return cmp.Or(a.Time.Compare(b.Time), strings.Compare(a.Reviewer, b.Reviewer))
			})
		}
	}
	return words
}
