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

// grade sets a finding's severity and confidence by the formulas of
// docs/severity.md.
func grade(f *Finding) {
	key := f.Kind
	if key == "ownership" {
		key = f.Tier
	}
	b := base[key]
	weaker := float64(min(f.A.Support, f.B.Support, 3))
	f.Severity = b.severity + 0.05*max(weaker-1, 0)
	if f.Scope == "cross" {
		f.Severity += 0.1
	}
	f.Severity += 0.1 * strength(f)
	a, c := f.A.Evidence[0], f.B.Evidence[0]
	f.Confidence = math.Sqrt(clamp(a.Confidence)*clamp(c.Confidence)) * b.precision
	if f.MissingScope != "" {
		f.Confidence *= 0.9
	}
	if a.Derived && c.Derived {
		f.Confidence *= 0.9
	}
	f.Severity, f.Confidence = round(f.Severity), round(f.Confidence)
}

// strength says from 0 to 1 how far apart the sides are: for amounts the gap
// between the midpoints beyond the 25 % that makes a conflict, for duties the
// share of the evidence that sets the roles apart, for orders whether they
// are opposite.
func strength(f *Finding) float64 {
	a, b := f.A.Evidence[0], f.B.Evidence[0]
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
