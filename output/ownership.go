package output

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"roleclaims/output/report"
)

const (
	matrixRoles  = 10
	matrixTopics = 30
	cellQuotes   = 4
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
		row := report.Duty{Name: t.name, Contested: t.contested}
		for _, role := range table.Roles {
			var cell report.Cell
			if s := o[t.name][role]; s != nil {
				cell = report.Cell{Asserted: len(s.asserted), Denied: len(s.denied)}
			}
			row.Cells = append(row.Cells, cell)
		}
		table.Rows = append(table.Rows, row)
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

// quoteDuties finds, for the duties on the page, the sentences that give them
// to a role or deny them, of as many sources as there is room for.
func (g *gathering) quoteDuties(ctx context.Context, table *report.Ownership) error {
	columns, rows := map[string]int{}, map[string]int{}
	for i, role := range table.Roles {
		columns[role] = i
	}
	for i, duty := range table.Rows {
		rows[duty.Name] = i
	}
	for row, err := range until(ctx, g.run.Responsibilities()) {
		if err != nil {
			return err
		}
		i, shown := rows[row.Topic]
		j, column := columns[row.Role]
		if !shown || !column || g.copies[row.DocID] {
			continue
		}
		cell := &table.Rows[i].Cells[j]
		cell.Claims++
		quoted := len(cell.Quotes)
		// The rows of a source stand together.
		again := quoted > 0 && cell.Quotes[quoted-1].Source == row.Source && cell.Asserted+cell.Denied > 1
		if quoted == cellQuotes || again {
			continue
		}
		q := report.Owned{Denied: row.Polarity == "denied", Place: report.Place{DocID: row.DocID, Start: row.Start, End: row.End}}
		q.Source = row.Source
		q.Before, q.Marked, q.After = sentence(row.Sentence, row.Phrase)
		cell.Quotes = append(cell.Quotes, q)
		g.origins[row.DocID] = report.Origin{}
	}
	return nil
}

// dateDuties fills in the articles that the quotes are from.
func (g *gathering) dateDuties(table *report.Ownership) {
	for _, duty := range table.Rows {
		for _, cell := range duty.Cells {
			for i := range cell.Quotes {
				cell.Quotes[i].Origin = g.origins[cell.Quotes[i].Place.DocID]
			}
		}
	}
}

// sentence cuts a sentence around a claim in it, at the first place where it
// stands.
func sentence(text, claim string) (before, marked, after string) {
	before, after, found := strings.Cut(text, claim)
	if !found {
		return "", cells(text), ""
	}
	return cells(before), cells(claim), cells(after)
}
