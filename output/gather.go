package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roleclaims/extract/role"
	"roleclaims/output/report"
)

// articleRow is the part of DocumentRow that the report reads, without the text.
type articleRow struct {
	DocID       string  `parquet:"doc_id"`
	URI         string  `parquet:"uri"`
	Source      string  `parquet:"source,dict"`
	Title       *string `parquet:"title,optional"`
	PublishedAt *int32  `parquet:"published_at,date,optional"`
	DuplicateOf *string `parquet:"duplicate_of,optional"`
}

var articles = dataset[articleRow]{name: documents.name}

func (g *gathering) countDocuments() error {
	sources := map[string]bool{}
	for row, err := range read(g.run, articles) {
		if err != nil {
			return err
		}
		g.counts.Documents++
		if row.DuplicateOf != nil {
			g.counts.Duplicates++
			g.copies[row.DocID] = true
			continue
		}
		sources[row.Source] = true
	}
	g.counts.Sources = len(sources)
	return nil
}

// readOrigins looks up the articles that quotes and pay rows come from.
func (g *gathering) readOrigins(pay payrolls) error {
	for _, roles := range pay {
		for _, p := range roles {
			for _, row := range p.rows {
				g.origins[row.DocID] = report.Origin{}
			}
		}
	}
	for row, err := range read(g.run, articles) {
		if err != nil {
			return err
		}
		if _, wanted := g.origins[row.DocID]; !wanted {
			continue
		}
		origin := report.Origin{Source: row.Source, URI: row.URI, Title: orEmpty(row.Title), Copy: row.DuplicateOf != nil}
		if row.PublishedAt != nil {
			origin.Date = dateOf(*row.PublishedAt)
		}
		g.origins[row.DocID] = origin
	}
	return nil
}

// keep notes what a quoted claim says and where.
func (g *gathering) keep(id string, facts claimFacts) {
	if _, wanted := g.wanted[id]; wanted {
		g.wanted[id] = facts
	}
}

func (g *gathering) readResponsibilities() (owners, error) {
	all := owners{}
	for row, err := range g.run.Responsibilities() {
		if err != nil {
			return nil, err
		}
		g.counts.Responsibilities++
		says := role.Name(row.Role)
		if row.Polarity == "denied" {
			says = "not " + says
		}
		g.keep(row.ClaimID, claimFacts{says, orEmpty(row.Section), row.Start, row.End})
		if g.disputed[row.ClaimID] {
			g.contested[row.Topic] = true
		}
		if !g.copies[row.DocID] {
			all.add(&row)
		}
	}
	return all, nil
}

func (g *gathering) readSalaries() (payrolls, error) {
	all := payrolls{}
	for row, err := range g.run.Salaries() {
		if err != nil {
			return nil, err
		}
		g.counts.Salaries++
		says := role.Name(row.Role) + ", " + report.Amounts(row.Currency, row.Low, row.High) + " " + aPeriod(row.Period)
		g.keep(row.ClaimID, claimFacts{says, orEmpty(row.Section), row.Start, row.End})
		if !g.copies[row.DocID] {
			all.add(&row)
		}
	}
	return all, nil
}

// orEmpty returns "" for what is not stated.
func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func aPeriod(period string) string {
	if period == "hour" {
		return "an hour"
	}
	return "a " + period
}

var relationNames = map[string]string{
	"earns-more-than": "earns more than", "earns-same-as": "earns the same as",
	"senior-to": "is senior to", "reports-to": "reports to", "peer-of": "is a peer of",
}

func (g *gathering) readComparisons() error {
	for row, err := range g.run.Comparisons() {
		if err != nil {
			return err
		}
		g.counts.Comparisons++
		says := role.Name(row.RoleA) + " " + cmp.Or(relationNames[row.Relation], row.Relation) + " " + role.Name(row.RoleB)
		if !row.Stated {
			says += ", by its amounts"
		}
		g.keep(row.ClaimID, claimFacts{says, "", row.Start, row.End})
	}
	return nil
}

// readNearMisses keeps one example a reason: that of the key with most pairs.
func (g *gathering) readNearMisses() ([]report.NearMiss, error) {
	var all []report.NearMiss
	best := map[string]int64{}
	place := map[string]int{}
	for row, err := range g.run.NearMisses() {
		if err != nil {
			return nil, err
		}
		g.counts.NearMissPairs += int(row.Pairs)
		at, known := place[row.Reason]
		if !known {
			at = len(all)
			place[row.Reason] = at
			all = append(all, report.NearMiss{Reason: row.Reason})
		}
		m := &all[at]
		m.Keys++
		m.Pairs += int(row.Pairs)
		if row.Pairs > best[row.Reason] || m.Topic == "" {
			best[row.Reason] = row.Pairs
			m.Topic, m.Roles, m.QuoteA, m.QuoteB, m.Words = row.Topic, row.Roles, row.QuoteA, row.QuoteB, row.Words
		}
	}
	slices.SortFunc(all, func(a, b report.NearMiss) int {
		return cmp.Or(cmp.Compare(b.Pairs, a.Pairs), strings.Compare(a.Reason, b.Reason))
	})
	return all, nil
}

// rejectExamples is how many examples stand for a reason.
const rejectExamples = 5

func (g *gathering) readRejects() ([]report.RejectGroup, error) {
	var all []report.RejectGroup
	place := map[[2]string]int{}
	for row, err := range g.run.Rejects() {
		if err != nil {
			return nil, err
		}
		example := report.RejectExample{URI: row.URI, Detail: row.Detail}
		if row.Quote == nil {
			g.counts.RejectedPages++
		} else {
			g.counts.UnusedAmounts++
			example.Detail = fmt.Sprintf("“%s”", row.Detail)
		}
		key := [2]string{row.Stage, row.Reason}
		at, known := place[key]
		if !known {
			at = len(all)
			place[key] = at
			all = append(all, report.RejectGroup{Stage: row.Stage, Reason: row.Reason})
		}
		group := &all[at]
		group.Count++
		if len(group.Examples) < rejectExamples {
			group.Examples = append(group.Examples, example)
		}
	}
	slices.SortFunc(all, func(a, b report.RejectGroup) int {
		return cmp.Or(cmp.Compare(stageRank(a.Stage), stageRank(b.Stage)), strings.Compare(a.Stage, b.Stage),
			cmp.Compare(b.Count, a.Count), strings.Compare(a.Reason, b.Reason))
	})
	return all, nil
}

// stageRank puts pages before amounts.
func stageRank(stage string) int {
	if stage == "amount" {
		return 1
	}
	return 0
}
