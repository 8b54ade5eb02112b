package output

import (
	"context"

	"roleclaims/output/report"
)

// gathering is what the parts of a report are made of, read in a few passes
// over the datasets that keep only what will be shown.
type gathering struct {
	run    *Run
	review *Review // nil for none
	quoted int     // contradictions whose quotes are kept
	counts report.Counts

	copies   map[string]bool // doc_ids of duplicates: they count for nothing
	articles map[string]int  // by source, copies aside
	claims   map[string]int  // by source, copies aside

	findings  []ContradictionRow
	sides     map[sideKey]*sideFacts
	wanted    map[string]claimFacts    // claims quoted, by claim_id
	disputed  map[string]bool          // claim_ids on a side about a duty
	contested map[string]bool          // topics of those
	origins   map[string]report.Origin // by doc_id, of the articles quoted

	owners owners
	pay    payrolls
	orders orders
}

// gather reads what the page shows, with a review, if there is one, and the
// quotes of so many contradictions.
func (r *Run) gather(ctx context.Context, review *Review, quoted int) (*report.Report, error) {
	g := &gathering{
		run: r, review: review, quoted: quoted, copies: map[string]bool{}, articles: map[string]int{}, claims: map[string]int{},
		sides: map[sideKey]*sideFacts{}, wanted: map[string]claimFacts{},
		disputed: map[string]bool{}, contested: map[string]bool{}, origins: map[string]report.Origin{},
		owners: owners{}, orders: orders{},
	}
	for _, n := range r.Manifest.Ignored {
		g.counts.Ignored += n
	}
	g.counts.Pages = r.Manifest.Pages
	content := &report.Report{RunID: r.Manifest.RunID}
	for _, pass := range []func(context.Context) error{
		g.countDocuments, g.readFindings, g.readEvidence,
		g.readResponsibilities, g.readSalaries, g.readComparisons,
		func(ctx context.Context) error {
			content.Ownership = g.owners.table(g.contested)
			return g.quoteDuties(ctx, &content.Ownership)
		},
		g.readOrigins, g.readParagraphs,
		func(ctx context.Context) (err error) { content.NearMisses, err = g.readNearMisses(ctx); return err },
		func(ctx context.Context) (err error) { content.Rejects, err = g.readRejects(ctx); return err },
	} {
		if err := pass(ctx); err != nil {
			return nil, err
		}
	}
	g.dateDuties(&content.Ownership)
	content.Pairs, content.Listed, content.Omitted = g.pairs()
	content.Pay = g.pay.scales(g.origins)
	content.Orders = g.orders.table()
	content.Sources = g.sources()
	content.Counts = g.counts
	if review != nil {
		content.Review = review.tally(g.findings)
	}
	return content, nil
}

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

func (a *articleRow) origin() report.Origin {
	origin := report.Origin{Source: a.Source, URI: a.URI, Title: orEmpty(a.Title), Copy: a.DuplicateOf != nil}
	if a.PublishedAt != nil {
		origin.Date = Date(*a.PublishedAt).String()
	}
	return origin
}

func (g *gathering) countDocuments(ctx context.Context) error {
	for row, err := range until(ctx, read(g.run, articles)) {
		if err != nil {
			return err
		}
		g.counts.Documents++
		if row.DuplicateOf != nil {
			g.counts.Duplicates++
			g.copies[row.DocID] = true
			continue
		}
		g.articles[row.Source]++
	}
	g.counts.Sources = len(g.articles)
	return nil
}

// readOrigins looks up the articles that quotes and pay rows come from.
func (g *gathering) readOrigins(ctx context.Context) error {
	for id := range g.pay.docs() {
		g.origins[id] = report.Origin{}
	}
	for row, err := range until(ctx, read(g.run, articles)) {
		if err != nil {
			return err
		}
		if _, wanted := g.origins[row.DocID]; wanted {
			g.origins[row.DocID] = row.origin()
		}
	}
	return nil
}

// orEmpty returns "" for what is not stated.
func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
