package report

import "strings"

// settlers says, by the kind of a contradiction, what would settle it.
var settlers = map[string]string{
	"pay-order": "the pay of both roles in one survey, for one year and place",
	"pay-range": "figures of one survey for the same year, place and part of the pay",
	"rank":      "the organisation chart of a company of the kind that each side speaks of",
	"ownership": "a source that sets the roles side by side and says who decides and who carries out",
	"polarity":  "what each side means by the duty, and of which grade or size of company it speaks",
}

// settles says what a reader would have to find out to decide.
func settles(f Finding) string {
	var steps []string
	if len(f.MissingScope) > 0 {
		missing := strings.ReplaceAll(strings.Join(f.MissingScope, " and the "), "component", "part of the pay")
		steps = append(steps, "the "+missing+" that a side leaves out")
	}
	if f.Scope == "within" {
		steps = append(steps, "a question to the source, which says both, perhaps of two cases")
	} else if step := settlers[f.Kind]; step != "" {
		steps = append(steps, step)
	}
	return strings.Join(steps, "; then ")
}

// limit is one slot of the scope with what each side states.
type limit struct {
	Name, A, B string
	Verdict    string // "same", "differs", "open" where a side states nothing
}

// compared sets the scopes of the leading claims side by side. Slots that
// neither side states are left out, but for those that the rule looks for.
func compared(f Finding) []limit {
	if len(f.A.Quotes) == 0 || len(f.B.Quotes) == 0 {
		return nil
	}
	var limits []limit
	at := map[string]int{}
	for _, slot := range f.A.Quotes[0].Scope {
		at[slot.Name] = len(limits)
		limits = append(limits, limit{Name: slot.Name, A: slot.Value})
	}
	for _, slot := range f.B.Quotes[0].Scope {
		i, known := at[slot.Name]
		if !known {
			i = len(limits)
			limits = append(limits, limit{Name: slot.Name})
		}
		limits[i].B = slot.Value
	}
	kept := limits[:0]
	for _, l := range limits {
		switch {
		case l.A == "" && l.B == "":
			continue
		case l.A == "" || l.B == "":
			l.Verdict = "open"
		case strings.EqualFold(l.A, l.B):
			l.Verdict = "same"
		default:
			l.Verdict = "differs"
		}
		kept = append(kept, l)
	}
	return kept
}
