package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roleclaims/output/report"
)

// The page stays of a size that a browser and a reader can bear.
const (
	fullFindings  = 500  // with their quotes
	briefFindings = 3000 // in a line each
	sideQuotes    = 4    // quotes a side
)

// lowestTier is outside of headline counts, and stands last.
const lowestTier = "claimed-by-both"

// gathering is what the parts of a report are made of, read in a few passes
// over the datasets that keep only what will be shown.
type gathering struct {
	run    *Run
	counts report.Counts

	copies    map[string]bool // doc_ids of duplicates: they count for nothing
	findings  []ContradictionRow
	sides     map[string][]EvidenceRow // of the findings shown in full, by contradiction_id and side
	wanted    map[string]claimFacts    // claims quoted, by claim_id
	disputed  map[string]bool          // claim_ids on a side about a duty
	contested map[string]bool          // topics of those
	origins   map[string]report.Origin // by doc_id, of the articles quoted
}

// claimFacts is what a quote shows of its claim.
type claimFacts struct {
	says, section string
	start, end    int64
}

// Report gathers what the page shows from the datasets. It holds in memory
// what is shown, and a few counters a role and topic.
func (r *Run) Report() (*report.Report, error) {
	g := &gathering{
		run: r, copies: map[string]bool{}, sides: map[string][]EvidenceRow{}, wanted: map[string]claimFacts{},
		disputed: map[string]bool{}, contested: map[string]bool{}, origins: map[string]report.Origin{},
	}
	for _, n := range r.Manifest.Ignored {
		g.counts.Ignored += n
	}
	g.counts.Pages = r.Manifest.Pages
	var (
		content = &report.Report{RunID: r.Manifest.RunID}
		owners  owners
		pay     payrolls
	)
	for _, pass := range []func() error{
		g.countDocuments, g.readFindings, g.readEvidence,
		func() (err error) { owners, err = g.readResponsibilities(); return err },
		func() (err error) { pay, err = g.readSalaries(); return err },
		g.readComparisons,
		func() error { return g.readOrigins(pay) },
		func() (err error) { content.NearMisses, err = g.readNearMisses(); return err },
		func() (err error) { content.Rejects, err = g.readRejects(); return err },
	} {
		if err := pass(); err != nil {
			return nil, err
		}
	}
	content.Pairs, content.Listed, content.Omitted = g.pairs()
	content.Ownership = owners.table(g.contested)
	content.Pay = pay.scales(g.origins)
	content.Counts = g.counts
	return content, nil
}

// readFindings keeps the contradictions that are shown, most severe first.
func (g *gathering) readFindings() error {
	for row, err := range g.run.Contradictions() {
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

// readEvidence keeps the quotes of the findings shown in full, and notes
// which claims are disputed.
func (g *gathering) readEvidence() error {
	full, duties := map[string]bool{}, map[string]bool{}
	for i, f := range g.findings {
		full[f.ContradictionID] = i < fullFindings
		duties[f.ContradictionID] = f.Tier != lowestTier && (f.Kind == "ownership" || f.Kind == "polarity")
	}
	for row, err := range g.run.Evidence() {
		if err != nil {
			return err
		}
		if duties[row.ContradictionID] {
			g.disputed[row.ClaimID] = true
		}
		if full[row.ContradictionID] && row.Rank <= sideQuotes {
			key := row.ContradictionID + row.Side
			g.sides[key] = append(g.sides[key], row)
			g.wanted[row.ClaimID] = claimFacts{}
			g.origins[row.DocID] = report.Origin{}
		}
	}
	return nil
}

// pairs groups the findings by their roles, each group in the place of its
// most severe one.
func (g *gathering) pairs() (headline, listed []report.Pair, omitted int) {
	groups := map[string]int{}
	for i, row := range g.findings {
		if i >= fullFindings+briefFindings {
			return headline, listed, len(g.findings) - i
		}
		to := &headline
		if row.Tier == lowestTier {
			to = &listed
		}
		key := fmt.Sprint(tierRank(row.Tier), row.Roles)
		at, known := groups[key]
		if !known {
			at = len(*to)
			groups[key] = at
			*to = append(*to, report.Pair{Roles: row.Roles})
		}
		pair := &(*to)[at]
		if finding := g.finding(&row); i < fullFindings {
			pair.Full = append(pair.Full, finding)
		} else {
			pair.Brief = append(pair.Brief, finding)
		}
	}
	return headline, listed, 0
}

func (g *gathering) finding(row *ContradictionRow) report.Finding {
	f := report.Finding{
		ID: row.ContradictionID, Kind: row.Kind, Tier: row.Tier, Scope: row.Scope, Topic: row.Topic,
		Summary: row.Summary, Rule: row.Rule, Severity: row.Severity, Confidence: row.Confidence,
		A: report.Side{Source: row.SourceA, Sources: int(row.SupportA), Claims: int(row.ClaimsA), Quotes: g.quotes(row.ContradictionID + "a")},
		B: report.Side{Source: row.SourceB, Sources: int(row.SupportB), Claims: int(row.ClaimsB), Quotes: g.quotes(row.ContradictionID + "b")},
	}
	if row.MissingScope != nil {
		f.MissingScope = strings.Fields(*row.MissingScope)
	}
	return f
}

func (g *gathering) quotes(side string) []report.Quote {
	var all []report.Quote
	for _, row := range g.sides[side] {
		facts := g.wanted[row.ClaimID]
		q := report.Quote{Says: facts.says, Section: facts.section, Origin: g.origins[row.DocID]}
		q.Before, q.Marked, q.After = mark(row, facts)
		all = append(all, q)
	}
	return all
}

// context is how much of a sentence is shown on each side of a claim, in code
// points.
const context = 280

// mark cuts a quote at the claim's own span. Both count from the start of one text.
func mark(row EvidenceRow, facts claimFacts) (before, marked, after string) {
	text := []rune(row.Quote)
	from, to := int(facts.start-row.Start), int(facts.end-row.Start)
	if from < 0 || to > len(text) || from >= to {
		return "", row.Quote, ""
	}
	before, marked, after = string(text[:from]), string(text[from:to]), string(text[to:])
	if from > context {
		before = "… " + afterSpace(string(text[from-context:from]))
	}
	if len(text)-to > context {
		after = beforeSpace(string(text[to:to+context])) + " …"
	}
	return before, marked, after
}

// afterSpace drops the word that a cut has split at the start.
func afterSpace(s string) string {
	if _, rest, ok := strings.Cut(s, " "); ok {
		return rest
	}
	return s
}

// beforeSpace drops the word that a cut has split at the end.
func beforeSpace(s string) string {
	if at := strings.LastIndex(s, " "); at >= 0 {
		return s[:at]
	}
	return s
}
