package pipeline

import (
	"fmt"
	"strings"

	"roleclaims/extract/contradict"
	"roleclaims/output/explain"
)

// severity fills in the formula of docs/severity.md.
func severity(f *contradict.Finding, g contradict.Grades) explain.Grade {
	name := f.Kind
	if f.Kind == "ownership" {
		name += " " + f.Tier
	}
	cross := 0.0
	if g.Cross {
		cross = 1
	}
	return explain.Grade{
		Value: g.Severity(),
		Formula: fmt.Sprintf("%.2f (base, %s) + 0.05 × (%d − 1) (weaker side) + 0.1 × %.0f (cross) + 0.1 × %.3f (strength)",
			g.Base, name, g.Weaker, cross, g.Strength),
		Terms: []explain.Term{
			{Name: "base", Value: g.Base}, {Name: "weaker", Value: float64(g.Weaker)}, {Name: "cross", Value: cross}, {Name: "strength", Value: g.Strength},
		},
	}
}

// confidence fills in the other.
func confidence(f *contradict.Finding, g contradict.Grades) explain.Grade {
	var b strings.Builder
	fmt.Fprintf(&b, "√(%.3f × %.3f) (leading claims) × %.2f (precision of %s)", g.A, g.B, g.Precision, f.Rule)
	missing, derived := 1.0, 1.0
	if g.Missing {
		missing = contradict.Doubt
		fmt.Fprintf(&b, " × %g (missing scope)", missing)
	}
	if g.Derived {
		derived = contradict.Doubt
		fmt.Fprintf(&b, " × %g (both follow from amounts)", derived)
	}
	return explain.Grade{
		Value: g.Confidence(), Formula: b.String(),
		Terms: []explain.Term{
			{Name: "a", Value: g.A}, {Name: "b", Value: g.B}, {Name: "precision", Value: g.Precision}, {Name: "missing", Value: missing}, {Name: "derived", Value: derived},
		},
	}
}
