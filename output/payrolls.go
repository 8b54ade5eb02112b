package output

import (
	"cmp"
	"fmt"
	"iter"
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

// payrolls holds the pay claims that are shown, by currency. Claims come in the
// order of their dataset, in which those of a role and currency stand together.
type payrolls struct {
	by   map[string]*payScale // currency
	last *payroll             // its claims still come; nil before the first
}

// payScale is one currency.
type payScale struct {
	claims, roles int
	most          []*payroll // the roles with most claims, no more than are shown
}

type payroll struct {
	currency, role string
	rows           []SalaryRow // those shown
	total          int
}

func (p *payrolls) add(row *SalaryRow) {
	if p.last == nil || p.last.role != row.Role || p.last.currency != row.Currency {
		p.close()
		p.last = &payroll{currency: row.Currency, role: row.Role}
	}
	p.last.total++
	if len(p.last.rows) < payRows {
		p.last.rows = append(p.last.rows, *row)
	}
}

// close puts the last role where it belongs in its currency. It must come
// after the last add.
func (p *payrolls) close() {
	roll := p.last
	if roll == nil {
		return
	}
	p.last = nil
	if p.by == nil {
		p.by = map[string]*payScale{}
	}
	s := p.by[roll.currency]
	if s == nil {
		s = &payScale{}
		p.by[roll.currency] = s
	}
	s.claims += roll.total
	s.roles++
	at, _ := slices.BinarySearchFunc(s.most, roll, func(a, b *payroll) int {
		return cmp.Or(cmp.Compare(b.total, a.total), strings.Compare(a.role, b.role))
	})
	s.most = slices.Insert(s.most, at, roll)
	s.most = s.most[:min(len(s.most), payRoles)]
}

// docs yields the articles of the claims held.
func (p *payrolls) docs() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range p.by {
			for _, roll := range s.most {
				for i := range roll.rows {
					if !yield(roll.rows[i].DocID) {
						return
					}
				}
			}
		}
	}
}

// scales lays out the currencies and roles that have most claims.
func (p *payrolls) scales(origins map[string]report.Origin) []report.PayScale {
	currencies := slices.SortedFunc(maps.Keys(p.by), func(a, b string) int {
		return cmp.Or(cmp.Compare(p.by[b].claims, p.by[a].claims), strings.Compare(a, b))
	})
	var all []report.PayScale
	left := payTotal
	for _, currency := range currencies {
		s := report.PayScale{Currency: currency, Omitted: p.by[currency].roles}
		for _, roll := range p.by[currency].most {
			if left -= len(roll.rows); left < 0 {
				break
			}
			s.Omitted--
			group := report.PayRole{Role: roll.role, Omitted: roll.total - len(roll.rows)}
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
