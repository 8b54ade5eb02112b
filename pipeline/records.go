package pipeline

import (
	"slices"
	"strings"

	"roleclaims/extract/contradict"
	"roleclaims/output"
)

// gathered is what the datasets of a run hold for its claims to be compared
// again.
type gathered struct {
	fold    contradict.Fold
	env     contradict.Env
	records map[string][]contradict.Record // by claim_id
	uris    map[string]string              // of the articles, by doc_id
}

// gather reads the records about any of roles back, all for nil, with which
// articles are copies. Records are as the run compared them, but that places
// in the text count code points.
func gather(run *output.Run, roles []string) (*gathered, error) {
	g := &gathered{records: map[string][]contradict.Record{}, uris: map[string]string{}, env: contradict.Env{Independent: map[string]string{}}}
	about := func(keys ...string) bool {
		return roles == nil || slices.ContainsFunc(keys, func(key string) bool { return slices.Contains(roles, key) })
	}
	if err := g.documents(run, about); err != nil {
		return nil, err
	}
	for row, err := range run.Responsibilities() {
		if err == nil && about(row.Role) {
			err = g.add(dutyRecord(&row))
		}
		if err != nil {
			return nil, err
		}
	}
	for row, err := range run.Salaries() {
		if err == nil && about(row.Role) {
			err = g.add(payRecord(&row))
		}
		if err != nil {
			return nil, err
		}
	}
	for row, err := range run.Comparisons() {
		if err == nil && about(row.RoleA, row.RoleB) {
			err = g.add(orderRecord(&row))
		}
		if err != nil {
			return nil, err
		}
	}
	return g, nil
}

// documents reads which articles are copies, and of which source, and which
// roles each sets side by side.
func (g *gathered) documents(run *output.Run, about func(...string) bool) error {
	sources, copies := map[string]string{}, map[string]string{}
	for row, err := range run.Documents() {
		if err != nil {
			return err
		}
		sources[row.DocID], g.uris[row.DocID] = row.Source, row.URI
		if row.DuplicateOf != nil {
			copies[row.DocID] = *row.DuplicateOf
		}
		for _, key := range row.Compared {
			if a, b, _ := strings.Cut(key, " "); about(a, b) {
				g.fold.Add(contradict.Record{Kind: contradict.Compared, Key: key, Role: a, Other: b, Doc: row.DocID, Source: row.Source})
			}
		}
	}
	for id, original := range copies {
		g.env.Independent[id] = sources[original]
	}
	return nil
}

// add folds the records of one claim.
func (g *gathered) add(slots *string, claim contradict.Record) error {
	if slots == nil || g.records[claim.Claim] != nil {
		return nil
	}
	records, err := contradict.ReadSlots(*slots, claim)
	if err != nil {
		return err
	}
	g.records[claim.Claim] = records
	for _, r := range records {
		g.fold.Add(r)
	}
	return nil
}

// dutyRecord returns the slots of a claim's row, null for none, and what the
// row says of every record in them.
func dutyRecord(row *output.ResponsibilityRow) (*string, contradict.Record) {
	return row.Slots, contradict.Record{
		Doc: row.DocID, Source: row.Source, Claim: row.ClaimID, Start: int(row.Start), End: int(row.End), Confidence: row.Confidence,
	}
}

func payRecord(row *output.SalaryRow) (*string, contradict.Record) {
	return row.Slots, contradict.Record{
		Doc: row.DocID, Source: row.Source, Claim: row.ClaimID, Start: int(row.Start), End: int(row.End), Confidence: row.Confidence,
	}
}

func orderRecord(row *output.ComparisonRow) (*string, contradict.Record) {
	return row.Slots, contradict.Record{
		Doc: row.DocID, Source: row.Source, Claim: row.ClaimID, Start: int(row.Start), End: int(row.End), Confidence: row.Confidence,
	}
}
