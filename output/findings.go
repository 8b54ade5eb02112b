package output

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"roleclaims/output/report"
)

// The page stays of a size that a browser and a reader can bear.
const (
	fullFindings  = 500  // with their quotes
	briefFindings = 9500 // in a line each
	sideQuotes    = 4    // quotes a side
)

// lowestTier is outside of headline counts, and stands last.
const lowestTier = "claimed-by-both"

type sideKey struct{ contradiction, side string }

// sideFacts is the evidence of one side.
type sideFacts struct {
	rows    []EvidenceRow   // those shown, none of a finding in a line
	sources map[string]bool // independent ones
}

// readFindings keeps the contradictions, most severe first.
func (g *gathering) readFindings(ctx context.Context) error {
	for row, err := range until(ctx, g.run.Contradictions()) {
		if err != nil {
			return err
		}
		if row.Tier == lowestTier {
			g.counts.ClaimedByBoth++
		} else {
			g.counts.Headline++
		}
		g.findings = append(g.findings, row)
	}
	slices.SortFunc(g.findings, func(a, b ContradictionRow) int {
		return cmp.Or(
			cmp.Compare(tierRank(a.Tier), tierRank(b.Tier)),
			cmp.Compare(b.Severity, a.Severity),
			strings.Compare(a.ContradictionID, b.ContradictionID))
	})
	return nil
}

func tierRank(tier string) int {
	if tier == lowestTier {
		return 1
	}
	return 0
}

// readEvidence keeps the quotes of the findings that are quoted, and notes
// which claims are disputed and which sources are on which side.
func (g *gathering) readEvidence(ctx context.Context) error {
	quoted, duties := map[string]bool{}, map[string]bool{}
	for i, f := range g.findings {
		quoted[f.ContradictionID] = i < g.quoted
		duties[f.ContradictionID] = f.Tier != lowestTier && (f.Kind == "ownership" || f.Kind == "polarity")
	}
	for row, err := range until(ctx, g.run.Evidence()) {
		if err != nil {
			return err
		}
		if duties[row.ContradictionID] {
			g.disputed[row.ClaimID] = true
		}
		key := sideKey{row.ContradictionID, row.Side}
		side := g.sides[key]
		if side == nil {
			side = &sideFacts{sources: map[string]bool{}}
			g.sides[key] = side
		}
		if !g.copies[row.DocID] {
			side.sources[row.Source] = true
		}
		if quoted[row.ContradictionID] && row.Rank <= sideQuotes {
			side.rows = append(side.rows, row)
			g.wanted[row.ClaimID] = claimFacts{}
			g.origins[row.DocID] = report.Origin{}
		}
	}
	return nil
}

// pairs groups the findings by their roles and topics, each group in the
// place of its most severe one.
func (g *gathering) pairs() (headline, listed []report.Pair, omitted int) {
	pairs, topics := map[string]int{}, map[string]int{}
	for i, row := range g.findings {
		if i >= fullFindings+briefFindings {
			return headline, listed, len(g.findings) - i
		}
		to := &headline
		if row.Tier == lowestTier {
			to = &listed
		}
		key := fmt.Sprintf("%d %q", tierRank(row.Tier), row.Roles)
		at, known := pairs[key]
		if !known {
			at = len(*to)
			pairs[key] = at
			*to = append(*to, report.Pair{Roles: row.Roles})
		}
		pair := &(*to)[at]
		finding := g.finding(&row)
		if i >= fullFindings {
			pair.Brief = append(pair.Brief, finding)
			continue
		}
		key = fmt.Sprintf("%s %q", key, row.Topic)
		at, known = topics[key]
		if !known {
			at = len(pair.Topics)
			topics[key] = at
			pair.Topics = append(pair.Topics, report.Topic{Name: row.Topic})
		}
		pair.Topics[at].Findings = append(pair.Topics[at].Findings, finding)
	}
	return headline, listed, 0
}

func (g *gathering) finding(row *ContradictionRow) report.Finding {
	sources := map[string]bool{row.SourceA: true, row.SourceB: true}
	for _, side := range []string{"a", "b"} {
		if facts := g.sides[sideKey{row.ContradictionID, side}]; facts != nil {
			maps.Copy(sources, facts.sources)
		}
	}
	f := report.Finding{
		ID: row.ContradictionID, Kind: row.Kind, Tier: row.Tier, Scope: row.Scope, Topic: row.Topic, Roles: row.Roles,
		Summary: row.Summary, Rule: row.Rule, Severity: row.Severity, Confidence: row.Confidence,
		Sources: slices.Sorted(maps.Keys(sources)),
		A:       report.Side{Source: row.SourceA, Sources: int(row.SupportA), Claims: int(row.ClaimsA), Quotes: g.quotes(row, "a")},
		B:       report.Side{Source: row.SourceB, Sources: int(row.SupportB), Claims: int(row.ClaimsB), Quotes: g.quotes(row, "b")},
	}
	if g.review != nil {
		f.Verdicts, f.Outcome = g.review.verdicts(row.ContradictionID), g.review.outcome(row.ContradictionID)
	}
	if row.MissingScope != nil {
		f.MissingScope = strings.Fields(*row.MissingScope)
	}
	return f
}

func (g *gathering) quotes(finding *ContradictionRow, side string) []report.Quote {
	facts := g.sides[sideKey{finding.ContradictionID, side}]
	if facts == nil {
		return nil
	}
	var all []report.Quote
	for _, row := range facts.rows {
		claim := g.wanted[row.ClaimID]
		q := report.Quote{
			Says: claim.says, Section: claim.section, Scope: claim.scope, Origin: g.origins[row.DocID],
			Before: claim.before, Marked: claim.marked, After: claim.after,
			Place: report.Place{DocID: row.DocID, Start: claim.start, End: claim.end},
		}
		all = append(all, q)
	}
	return all
}
