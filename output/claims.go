package output

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"roleclaims/extract/role"
	"roleclaims/output/report"
)

// claimFacts is what a quote shows of its claim.
type claimFacts struct {
	says, section string
	start, end    int64
	scope         []report.Slot

	before, marked, after string // the paragraph, see readParagraphs
}

// keep notes what a quoted claim says and where.
func (g *gathering) keep(id string, facts func() claimFacts) {
	if _, wanted := g.wanted[id]; wanted {
		g.wanted[id] = facts()
	}
}

// count takes a claim into the numbers of its source; false for one of a copy.
func (g *gathering) count(docID, source string) bool {
	if g.copies[docID] {
		return false
	}
	g.claims[source]++
	return true
}

func (g *gathering) readResponsibilities(ctx context.Context) error {
	for row, err := range until(ctx, g.run.Responsibilities()) {
		if err != nil {
			return err
		}
		g.counts.Responsibilities++
		g.keep(row.ClaimID, func() claimFacts { return dutyFacts(&row) })
		if g.disputed[row.ClaimID] {
			g.contested[row.Topic] = true
		}
		if g.count(row.DocID, row.Source) {
			g.owners.add(&row)
		}
	}
	return nil
}

func dutyFacts(row *ResponsibilityRow) claimFacts {
	says := role.Name(row.Role)
	if row.Polarity == "denied" {
		says += " does not"
	}
	shared := make([]string, len(row.SharedWith))
	for i, key := range row.SharedWith {
		shared[i] = role.Name(key)
	}
	return claimFacts{
		says: says, section: orEmpty(row.Section), start: row.Start, end: row.End,
		scope: []report.Slot{
			{Name: "How often", Value: orEmpty(row.Modality)},
			{Name: "Shared with", Value: strings.Join(shared, ", ")},
			{Name: "Limited to", Value: orEmpty(row.Condition)},
		},
	}
}

func (g *gathering) readSalaries(ctx context.Context) error {
	for row, err := range until(ctx, g.run.Salaries()) {
		if err != nil {
			return err
		}
		g.counts.Salaries++
		g.keep(row.ClaimID, func() claimFacts { return payFacts(&row) })
		if g.count(row.DocID, row.Source) {
			g.pay.add(&row)
		}
	}
	g.pay.close()
	return nil
}

func payFacts(row *SalaryRow) claimFacts {
	return claimFacts{
		says:    role.Name(row.Role) + ", " + report.Amounts(row.Currency, row.Low, row.High) + " " + aPeriod(row.Period),
		section: orEmpty(row.Section), start: row.Start, end: row.End,
		scope: []report.Slot{
			{Name: "Year", Value: yearOf(row.Year)},
			{Name: "Place", Value: orEmpty(row.Location)},
			{Name: "Part of the pay", Value: component(row.Component)},
			{Name: "Figure", Value: row.Statistic},
			{Name: "Whose figure", Value: orEmpty(row.AttributedTo)},
			{Name: "Limited to", Value: orEmpty(row.Condition)},
		},
	}
}

func (g *gathering) readComparisons(ctx context.Context) error {
	for row, err := range until(ctx, g.run.Comparisons()) {
		if err != nil {
			return err
		}
		g.counts.Comparisons++
		g.keep(row.ClaimID, func() claimFacts { return orderFacts(&row) })
		if g.count(row.DocID, row.Source) {
			g.orders.add(&row)
		}
	}
	return nil
}

var relationNames = map[string]string{
	earnsMore: "earns more than", earnsSame: "earns the same as",
	"senior-to": "is senior to", "reports-to": "reports to", "peer-of": "is a peer of",
}

func orderFacts(row *ComparisonRow) claimFacts {
	says := role.Name(row.RoleA) + " " + cmp.Or(relationNames[row.Relation], row.Relation) + " " + role.Name(row.RoleB)
	if !row.Stated {
		says += ", by its amounts"
	}
	slots := []report.Slot{{Name: "Limited to", Value: orEmpty(row.Condition)}}
	if row.Relation == earnsMore || row.Relation == earnsSame {
		slots = append([]report.Slot{
			{Name: "Year", Value: yearOf(row.Year)},
			{Name: "Place", Value: orEmpty(row.Location)},
			{Name: "Part of the pay", Value: component(orEmpty(row.Component))},
		}, slots...)
	}
	return claimFacts{says: says, start: row.Start, end: row.End, scope: slots}
}

// component returns "" for a part of the pay that is not stated.
func component(name string) string {
	if name == "unspecified" {
		return ""
	}
	return name
}

// yearOf prints a year, "" for none.
func yearOf(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func aPeriod(period string) string {
	if period == "hour" {
		return "an hour"
	}
	return "a " + period
}
