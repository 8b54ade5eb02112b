package output

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"roleclaims/output/report"
)

const (
	payRoles = 16  // a currency
	payRows  = 30  // a role
	payTotal = 600 // in all: a row is drawn, and takes room
)

// payrolls holds pay claims by currency and role.
type payrolls map[string]map[string]*payroll

type payroll struct {
	rows  []SalaryRow // those shown
	total int
}

func (p payrolls) add(row *SalaryRow) {
	roles := p[row.Currency]
	if roles == nil {
		roles = map[string]*payroll{}
		p[row.Currency] = roles
	}
	roll := roles[row.Role]
	if roll == nil {
		roll = &payroll{}
		roles[row.Role] = roll
	}
	roll.total++
	if len(roll.rows) < payRows {
		roll.rows = append(roll.rows, *row)
	}
}

// scales lays out the currencies and roles that have most claims.
func (p payrolls) scales(origins map[string]report.Origin) []report.PayScale {
	claims := map[string]int{}
	for currency, roles := range p {
		for _, roll := range roles {
			claims[currency] += roll.total
		}
	}
	currencies := slices.SortedFunc(maps.Keys(p), func(a, b string) int {
		return cmp.Or(cmp.Compare(claims[b], claims[a]), strings.Compare(a, b))
	})
	var all []report.PayScale
	left := payTotal
	for _, currency := range currencies {
		rolls := p[currency]
		roles := slices.SortedFunc(maps.Keys(rolls), func(a, b string) int {
			return cmp.Or(cmp.Compare(rolls[b].total, rolls[a].total), strings.Compare(a, b))
		})
		s := report.PayScale{Currency: currency, Omitted: len(roles)}
		for _, role := range roles[:min(len(roles), payRoles)] {
			roll := rolls[role]
			if left -= len(roll.rows); left < 0 {
				break
			}
			s.Omitted--
			group := report.PayRole{Role: role, Omitted: roll.total - len(roll.rows)}
			for _, row := range roll.rows {
				group.Rows = append(group.Rows, payRow(&row, origins[row.DocID]))
			}
			s.Roles = append(s.Roles, group)
		}
		all = append(all, s)
	}
	return all
}

func payRow(row *SalaryRow, origin report.Origin) report.PayRow {
	notes := []string{row.Statistic}
	if row.Component != "unspecified" {
		notes = append(notes, row.Component)
	}
	for _, note := range []*string{row.Location, row.Condition} {
		if note != nil {
			notes = append(notes, *note)
		}
	}
	if row.Year != nil {
		notes = append(notes, fmt.Sprint(*row.Year))
	}
	if row.AttributedTo != nil {
		notes = append(notes, "by "+*row.AttributedTo)
	}
	if row.Period != "year" {
		notes = slices.Insert(notes, 0, aPeriod(row.Period))
	}
	return report.PayRow{Origin: origin, Quote: row.Quote, Low: row.AnnualLow, High: row.AnnualHigh, Notes: notes}
}
