package pipeline

import (
	"fmt"
	"strconv"
	"strings"

	"roleclaims/extract/role"
	"roleclaims/output"
	"roleclaims/output/explain"
	"roleclaims/output/report"
)

// statedClaim is a claim as its dataset has it.
type statedClaim struct {
	explain.Claim
	doc     string
	roles   []string
	columns []column
}

// column is a slot of a claim, "" for what is not stated.
type column struct{ name, value string }

// NamedClaim is a claim in a line.
type NamedClaim struct{ ID, Dataset, Source, Says string }

// EachClaim calls a function with every claim of a run, in the order of the
// datasets; its error ends the reading.
func EachClaim(run *output.Run, each func(NamedClaim) error) error {
	return readClaims(run, func(c *statedClaim) error {
		return each(NamedClaim{c.ID, c.Dataset, c.Source, c.Says})
	})
}

// statedClaims returns the claims of a run whose ids are asked for, in the
// order of the datasets. The articles' addresses are left to the caller.
func statedClaims(run *output.Run, asked func(id string) bool) ([]statedClaim, error) {
	var found []statedClaim
	err := readClaims(run, func(c *statedClaim) error {
		if asked(c.ID) {
			found = append(found, *c)
		}
		return nil
	})
	return found, err
}

func readClaims(run *output.Run, each func(*statedClaim) error) error {
	for row, err := range run.Responsibilities() {
		if err == nil {
			err = each(statedDuty(&row))
		}
		if err != nil {
			return err
		}
	}
	for row, err := range run.Salaries() {
		if err == nil {
			err = each(statedPay(&row))
		}
		if err != nil {
			return err
		}
	}
	for row, err := range run.Comparisons() {
		if err == nil {
			err = each(statedOrder(&row))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func statedDuty(row *output.ResponsibilityRow) *statedClaim {
	says := role.Name(row.Role) + ": " + row.Phrase
	if row.Polarity == "denied" {
		says = role.Name(row.Role) + ", denied: " + row.Phrase
	}
	return &statedClaim{
		Claim: explain.Claim{ID: row.ClaimID, Dataset: "responsibilities", Source: row.Source, Says: says, Quote: row.Phrase, In: row.Sentence},
		doc:   row.DocID, roles: []string{row.Role},
		columns: []column{
			{"role", row.Role},
			{"role_text", row.RoleText},
			{"polarity", row.Polarity},
			{"modality", text(row.Modality)},
			{"action", row.Action},
			{"object", row.Object},
			{"topic", row.Topic},
			{"shared_with", strings.Join(row.SharedWith, ", ")},
			{"condition", text(row.Condition)},
			{"section", text(row.Section)},
			{"rule", row.Rule},
			{"confidence", decimal(row.Confidence)},
		},
	}
}

func statedPay(row *output.SalaryRow) *statedClaim {
	amount := report.Amounts(row.Currency, row.Low, row.High) + " " + aPeriod(row.Period)
	annual := ""
	if row.AnnualLow != nil || row.AnnualHigh != nil {
		annual = report.Amounts(row.Currency, row.AnnualLow, row.AnnualHigh)
	}
	return &statedClaim{
		Claim: explain.Claim{ID: row.ClaimID, Dataset: "salaries", Source: row.Source, Says: role.Name(row.Role) + ": " + amount, Quote: row.Quote, In: row.Sentence},
		doc:   row.DocID, roles: []string{row.Role},
		columns: []column{
			{"role", row.Role},
			{"role_text", row.RoleText},
			{"quote", row.Quote},
			{"amount", amount},
			{"annualised", annual},
			{"statistic", row.Statistic},
			{"component", row.Component},
			{"location", text(row.Location)},
			{"year", whole(row.Year)},
			{"attributed_to", text(row.AttributedTo)},
			{"condition", text(row.Condition)},
			{"section", text(row.Section)},
			{"rule", row.Rule},
			{"confidence", decimal(row.Confidence)},
		},
	}
}

func statedOrder(row *output.ComparisonRow) *statedClaim {
	says := fmt.Sprintf("%s %s %s", role.Name(row.RoleA), strings.ReplaceAll(row.Relation, "-", " "), role.Name(row.RoleB))
	return &statedClaim{
		Claim: explain.Claim{ID: row.ClaimID, Dataset: "comparisons", Source: row.Source, Says: says, Quote: row.Quote, In: row.Sentence},
		doc:   row.DocID, roles: []string{row.RoleA, row.RoleB},
		columns: []column{
			{"role_a", row.RoleA},
			{"relation", row.Relation},
			{"role_b", row.RoleB},
			{"hedge", strconv.FormatBool(row.Hedge)},
			{"stated", strconv.FormatBool(row.Stated)},
			{"from_claims", strings.Join(row.FromClaims, ", ")},
			{"component", text(row.Component)},
			{"location", text(row.Location)},
			{"year", whole(row.Year)},
			{"condition", text(row.Condition)},
			{"rule", row.Rule},
			{"confidence", decimal(row.Confidence)},
		},
	}
}

// sideBySide lists the columns of two claims, those of the first in their
// order and then what only the second has, without what neither states.
func sideBySide(a, b *statedClaim) []explain.Row {
	var rows []explain.Row
	place := map[string]int{}
	for _, c := range a.columns {
		place[c.name] = len(rows)
		rows = append(rows, explain.Row{Name: c.name, A: c.value})
	}
	for _, c := range b.columns {
		if i, ok := place[c.name]; ok {
			rows[i].B = c.value
		} else {
			rows = append(rows, explain.Row{Name: c.name, B: c.value})
		}
	}
	kept := rows[:0]
	for _, r := range rows {
		if r.A+r.B != "" {
			kept = append(kept, r)
		}
	}
	return kept
}

func aPeriod(period string) string {
	if period == "hour" {
		return "an hour"
	}
	return "a " + period
}

// text returns what is stated, "" for nothing.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func whole(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 3, 64) }
