package extract

import (
	"slices"

	"roleclaims/corpus"
)

// maxOrdered is the most roles with pay in one article that are all ordered
// with each other; in longer lists only roles that the article compares are.
const maxOrdered = 8

// maxAmounts is the most amounts of one role that orders are derived from: a
// page of more is a table of places or firms, whose pairs say nothing new.
const maxAmounts = 200

// derived returns the orders that follow from two amounts of the article by
// the guide's rule.
func (r *reading) derived(pay []Salary, compared [][2]string) []Comparison {
	if r.off["derived"] {
		return nil
	}
	partners := partnersIn(pay, compared)
	var found []Comparison
	done := map[[6]string]bool{}
	earlier := map[string][]int{} // amounts by role
	for i := range pay {
		own := earlier[pay[i].Role]
		if len(own) == maxAmounts {
			continue
		}
		earlier[pay[i].Role] = append(own, i)
		var candidates []int
		for _, role := range partners[pay[i].Role] {
			candidates = append(candidates, earlier[role]...)
		}
		slices.Sort(candidates)
		for _, k := range candidates {
			a, b := &pay[k], &pay[i]
			relation, turned, ok := orderOf(a, b)
			if !ok || !r.comparable(a, b) {
				continue
			}
			if turned {
				a, b = b, a
			}
			key := [6]string{a.Role, b.Role, a.Component, a.Location, b.Location, statisticKind(a.Statistic)}
			if done[key] {
				continue
			}
			done[key] = true
			found = append(found, r.derivedFrom(relation, a, b))
		}
	}
	return found
}

// partnersIn returns, by role with pay, the roles that it is ordered with: all
// others where these are few, else those that the article compares it with.
func partnersIn(pay []Salary, compared [][2]string) map[string][]string {
	partners := map[string][]string{}
	for _, s := range pay {
		partners[s.Role] = nil
	}
	if len(partners) <= maxOrdered {
		for role := range partners {
			for other := range partners {
				if other != role {
					partners[role] = append(partners[role], other)
				}
			}
		}
		return partners
	}
	for _, pair := range compared {
		for side, role := range pair {
			if _, paid := partners[role]; paid {
				partners[role] = append(partners[role], pair[1-side])
			}
		}
	}
	return partners
}

// derivedFrom quotes the sentence that holds both amounts, else the later
// amount.
func (r *reading) derivedFrom(relation Relation, a, b *Salary) Comparison {
	later := a
	if b.Span.Start > a.Span.Start {
		later = b
	}
	evidence := later.Evidence
	evidence.Rule, evidence.Confidence = "derived", min(a.Confidence, b.Confidence)
	if a.Sentence == b.Sentence {
		evidence.Span = corpus.Span{Start: min(a.Span.Start, b.Span.Start), End: max(a.Span.End, b.Span.End)}
	}
	c := Comparison{
		Relation: relation, RoleA: a.Role, RoleB: b.Role, Evidence: evidence, FromClaims: []string{a.ID, b.ID},
		Component: a.Component, Location: a.Location, Year: a.Year,
	}
	if c.Component == "unspecified" {
		c.Component = b.Component
	}
	if c.Location == "" {
		c.Location = b.Location
	}
	if c.Year == 0 {
		c.Year = b.Year
	}
	c.ID = comparisonID(r.doc.ID, c)
	return c
}

// comparable reports whether two amounts speak of the same thing: component,
// place, year, currency and kind of figure.
func (r *reading) comparable(a, b *Salary) bool {
	return a.Currency == b.Currency && sameComponent(a, b) && (a.Year == b.Year || a.Year == 0 || b.Year == 0) &&
		statisticKind(a.Statistic) == statisticKind(b.Statistic) && r.places.Comparable(a.Location, b.Location) && a.Condition == b.Condition
}

// sameComponent reports whether two amounts are of one component of pay. One
// that its sentence names for the first amount goes without saying for the
// second: "the base salary of a CTO is $1, whereas VPs average $2".
func sameComponent(a, b *Salary) bool {
	const unnamed = "unspecified"
	return a.Component == b.Component || a.Sentence == b.Sentence &&
		(a.Span.Start < b.Span.Start && b.Component == unnamed || b.Span.Start < a.Span.Start && a.Component == unnamed)
}

// statisticKind groups the statistics that compare with each other.
func statisticKind(statistic string) string {
	switch statistic {
	case "average", "median", "typical", "range":
		return "central"
	}
	return statistic
}

// orderOf compares two closed amounts a year: one earns more where both its
// ends are at least the other's and the midpoints are 3 % or more apart;
// nearer, they earn the same. turned says that b earns more.
func orderOf(a, b *Salary) (relation Relation, turned, ok bool) {
	if a.Low == nil || a.High == nil || b.Low == nil || b.High == nil {
		return "", false, false
	}
	aLow, aHigh := Annual(*a.Low, a.Period), Annual(*a.High, a.Period)
	bLow, bHigh := Annual(*b.Low, b.Period), Annual(*b.High, b.Period)
	aMid, bMid := aLow+aHigh, bLow+bHigh
	if aMid == 0 || bMid == 0 {
		return "", false, false
	}
	if apart := max(aMid, bMid) - min(aMid, bMid); float64(apart) < 0.03*float64(min(aMid, bMid)) {
		return EarnsSameAs, false, true
	}
	switch {
	case aLow >= bLow && aHigh >= bHigh:
		return EarnsMoreThan, false, true
	case bLow >= aLow && bHigh >= aHigh:
		return EarnsMoreThan, true, true
	}
	return "", false, false
}

// Annual converts hundredths of a currency's unit to a year by the guide's
// constants: 2,080 hours, 260 days, 52 weeks, 12 months.
func Annual(amount int64, period string) int64 {
	switch period {
	case "hour":
		return amount * 2080
	case "day":
		return amount * 260
	case "week":
		return amount * 52
	case "month":
		return amount * 12
	}
	return amount
}

// pairOf returns two keys sorted.
func pairOf(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}
