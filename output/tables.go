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
	matrixRoles  = 10
	matrixTopics = 30
	payRoles     = 16 // a currency
	payRows      = 30 // a role
)

// owners counts, by topic and role, the sources that assert or deny a duty.
type owners map[string]map[string]*stance

type stance struct{ asserted, denied map[string]bool }

func (o owners) add(row *ResponsibilityRow) {
	roles := o[row.Topic]
	if roles == nil {
		roles = map[string]*stance{}
		o[row.Topic] = roles
	}
	s := roles[row.Role]
	if s == nil {
		s = &stance{asserted: map[string]bool{}, denied: map[string]bool{}}
		roles[row.Role] = s
	}
	if row.Polarity == "denied" {
		s.denied[row.Source] = true
	} else {
		s.asserted[row.Source] = true
	}
}

// table lays out the roles and topics that most sources speak of, contested
// topics first.
func (o owners) table(contested map[string]bool) report.Ownership {
	weight := map[string]int{} // of roles
	topics := make([]topicWeight, 0, len(o))
	for name, roles := range o {
		t := topicWeight{name: name, contested: contested[name]}
		for role, s := range roles {
			n := len(s.asserted) + len(s.denied)
			weight[role] += n
			t.sources += n
		}
		topics = append(topics, t)
	}
	slices.SortFunc(topics, topicWeight.compare)
	roles := slices.SortedFunc(maps.Keys(weight), func(a, b string) int {
		return cmp.Or(cmp.Compare(weight[b], weight[a]), strings.Compare(a, b))
	})

	shown := min(len(topics), matrixTopics)
	columns := min(len(roles), matrixRoles)
	table := report.Ownership{Roles: roles[:columns], OmittedTopics: len(topics) - shown, OmittedRoles: len(roles) - columns}
	for _, t := range topics[:shown] {
		row := report.Topic{Name: t.name, Contested: t.contested}
		for _, role := range table.Roles {
			var cell report.Cell
			if s := o[t.name][role]; s != nil {
				cell = report.Cell{Asserted: len(s.asserted), Denied: len(s.denied)}
			}
			row.Cells = append(row.Cells, cell)
		}
		table.Topics = append(table.Topics, row)
	}
	return table
}

type topicWeight struct {
	name      string
	contested bool
	sources   int
}

func (t topicWeight) compare(u topicWeight) int {
	if t.contested != u.contested {
		if t.contested {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(u.sources, t.sources), strings.Compare(t.name, u.name))
}

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
	for _, currency := range currencies {
		rolls := p[currency]
		roles := slices.SortedFunc(maps.Keys(rolls), func(a, b string) int {
			return cmp.Or(cmp.Compare(rolls[b].total, rolls[a].total), strings.Compare(a, b))
		})
		shown := min(len(roles), payRoles)
		s := report.PayScale{Currency: currency, Omitted: len(roles) - shown}
		for _, role := range roles[:shown] {
			roll := rolls[role]
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
