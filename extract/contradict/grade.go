package contradict

import "math"

// base is a kind's severity before it is raised or lowered, and its rule's
// precision on statements of other professions (docs/severity.md).
var base = map[string]struct{ severity, precision float64 }{
	"polarity":    {0.70, 0.90},
	"rank":        {0.70, 0.85},
	"pay-order":   {0.65, 0.85},
	"pay-range":   {0.55, 0.80},
	Contested:     {0.50, 0.75},
	ClaimedByBoth: {0.20, 0.50},
}

// Doubt is what a missing scope leaves of confidence, and so does an order that
// follows from amounts on both sides.
const Doubt = 0.9

// Grades are the figures of the formulas in docs/severity.md for one finding.
type Grades struct {
	Base     float64 // the kind's severity
	Weaker   int     // independent sources of the side that has fewer, 3 at most
	Cross    bool    // two sources disagree
	Strength float64 // 0 to 1: how far apart the sides are

	A, B      float64 // confidences of the leading claims
	Precision float64 // of the rule
	Missing   bool    // a side leaves out what it is limited to
	Derived   bool    // both orders follow from amounts
}

// Grades returns what a finding's severity and confidence are made of.
func (f *Finding) Grades() Grades {
	key := f.Kind
	if key == "ownership" {
		key = f.Tier
	}
	a, b := f.A.Evidence[0], f.B.Evidence[0]
	return Grades{
		Base: base[key].severity, Weaker: min(f.A.Support, f.B.Support, 3), Cross: f.Scope == "cross", Strength: strength(f),
		A: clamp(a.Confidence), B: clamp(b.Confidence), Precision: base[key].precision,
		Missing: f.MissingScope != "", Derived: a.Derived && b.Derived,
	}
}

// Severity is how much a finding deserves a look, 0 to 1.
func (g Grades) Severity() float64 {
	s := g.Base + 0.05*float64(max(g.Weaker-1, 0))
	if g.Cross {
		s += 0.1
	}
	return round(s + 0.1*g.Strength)
}

// Confidence is how likely it is that a finding is right, 0 to 1.
func (g Grades) Confidence() float64 {
	c := math.Sqrt(g.A*g.B) * g.Precision
	if g.Missing {
		c *= Doubt
	}
	if g.Derived {
		c *= Doubt
	}
	return round(c)
}

// strength says from 0 to 1 how far apart the sides are: for amounts the gap
// between the midpoints beyond the 25 % that makes a conflict, for duties the
// share of the evidence that sets the roles apart, for orders whether they
// are opposite.
func strength(f *Finding) float64 {
	a, b := &f.A.Evidence[0], &f.B.Evidence[0]
	switch f.Kind {
	case "pay-range":
		low, high := min(mid(a), mid(b)), max(mid(a), mid(b))
		if low <= 0 {
			return 1
		}
		return clamp(high/low - gap)
	case "pay-order", "rank":
		if a.Stance == Equal || b.Stance == Equal {
			return 0
		}
		return 1
	case "ownership":
		n := 0
		for _, r := range f.A.Evidence {
			n += count(r.contrasts(b.Role))
		}
		for _, r := range f.B.Evidence {
			n += count(r.contrasts(a.Role))
		}
		return float64(n) / float64(len(f.A.Evidence)+len(f.B.Evidence))
	}
	if a.Head == b.Head {
		return 1
	}
	return 0.5
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func clamp(x float64) float64 { return min(max(x, 0), 1) }

func round(x float64) float64 { return math.Round(clamp(x)*1000) / 1000 }
