package output

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"os"
	"slices"
	"strings"
	"unique"

	"roleclaims/output/verdict"
)

// textRow is not published: it keeps a text to be found by its doc_id.
type textRow struct {
	DocID string `parquet:"doc_id"`
	Text  string `parquet:"text"`
}

var texts = dataset[textRow]{name: "texts", sorted: []string{"doc_id"}}

// links is what rows point to.
type links struct {
	texts   *spool[textRow]
	sources map[brief]unique.Handle[string] // of articles, by doc_id
	copies  map[string]string               // what they repeat, by doc_id
	pages   int                             // left out as a whole
	claims  map[brief]claimOf               // by claim_id
	leads   map[string][2]lead              // the leading pairs of contradictions, by contradiction_id
	sides   map[string][2]int64

	last textRow // the text asked for last
}

type claimOf struct {
	doc brief
	pay bool
}

type lead struct{ source, quote string }

// brief stands for an id, or for all of a key, of which millions are held: for
// any string, ids of ours or not, half of its SHA-256. That two of a billion
// rows share one by chance is less likely than 1 to 10^20.
type brief [16]byte

func briefOf(id string) brief {
	sum := sha256.Sum256([]byte(id))
	return brief(sum[:])
}

func newLinks(ctx context.Context) *links {
	return &links{
		texts: newSpool(ctx, os.TempDir(), texts), sources: map[brief]unique.Handle[string]{}, copies: map[string]string{},
		claims: map[brief]claimOf{}, leads: map[string][2]lead{}, sides: map[string][2]int64{},
	}
}

func (v *validation) document(n int64, row *DocumentRow) error {
	const file = "documents.parquet"
	if sum := sha256.Sum256([]byte(row.Text)); hex.EncodeToString(sum[:]) != row.TextSHA256 {
		v.problem(file, n, "text_sha256", "is not that of text")
	}
	if (row.PublishedAt == nil) != (row.PublishedBy == nil) {
		v.problem(file, n, "published_by", "is null and published_at is not, or the reverse")
	}
	v.links.sources[briefOf(row.DocID)] = unique.Make(row.Source)
	if row.DuplicateOf != nil {
		v.links.copies[row.DocID] = *row.DuplicateOf
	}
	return v.links.texts.add(&textRow{row.DocID, row.Text})
}

// claim checks what all claims have in common.
func (v *validation) claim(file string, n int64, id, doc, source, sentence, quote string, start, end int64) error {
	v.article(file, n, doc, source)
	if !strings.Contains(sentence, quote) {
		v.problem(file, n, "sentence", "does not hold the quote")
	}
	v.links.claims[briefOf(id)] = claimOf{briefOf(doc), file == "salaries.parquet"}
	return v.span(file, n, doc, start, end, quote)
}

// article checks that there is the article that a row comes from, and its source.
func (v *validation) article(file string, n int64, doc, source string) {
	of, known := v.links.sources[briefOf(doc)]
	v.link(file, n, "doc_id", doc, known)
	if known && of.Value() != source {
		v.problem(file, n, "source", "%q, its article has %q", source, of.Value())
	}
}

// link checks that what a key points to is there.
func (v *validation) link(file string, n int64, column, key string, known bool) {
	v.done.Links++
	if !known {
		v.problem(file, n, column, "%q is not there", key)
	}
}

// span checks that the text has the quote where its row says.
func (v *validation) span(file string, n int64, doc string, start, end int64, quote string) error {
	if _, known := v.links.sources[briefOf(doc)]; !known {
		return nil // that is a problem by itself
	}
	v.done.Spans++
	if v.links.last.DocID != doc {
		var err error
		if v.links.last, err = v.links.texts.find(doc); err != nil {
			return err
		}
	}
	if got, ok := slicePoints(v.links.last.Text, start, end); !ok {
		v.problem(file, n, "start", "the text has no span %d:%d", start, end)
	} else if got != quote {
		v.problem(file, n, "start", "text[%d:%d] is %q, the row has %q", start, end, got, quote)
	}
	return nil
}

// slicePoints returns the code points from start to end of a text, as Python
// slices it; false where it has no such span.
func slicePoints(text string, start, end int64) (string, bool) {
	if start < 0 || end < start {
		return "", false
	}
	from, n := -1, int64(0)
	for at := range text {
		if n == start {
			from = at
		}
		if n == end {
			return text[from:at], true
		}
		n++
	}
	switch {
	case end != n:
		return "", false
	case start == n:
		return "", true
	}
	return text[from:], true
}

func (v *validation) responsibility(n int64, row *ResponsibilityRow) error {
	return v.claim("responsibilities.parquet", n, row.ClaimID, row.DocID, row.Source, row.Sentence, row.Phrase, row.Start, row.End)
}

func (v *validation) salary(n int64, row *SalaryRow) error {
	const file = "salaries.parquet"
	if row.Low != nil && row.High != nil && *row.Low > *row.High {
		v.problem(file, n, "low", "%s is more than high, %s", Decimal(*row.Low), Decimal(*row.High))
	}
	if row.Low == nil && row.High == nil {
		v.problem(file, n, "low", "is null, and so is high")
	}
	v.yearly(n, "annual_low", row.AnnualLow, annual(row.Low, row.Period))
	v.yearly(n, "annual_high", row.AnnualHigh, annual(row.High, row.Period))
	return v.claim(file, n, row.ClaimID, row.DocID, row.Source, row.Sentence, row.Quote, row.Start, row.End)
}

func (v *validation) yearly(n int64, column string, got, want *int64) {
	switch {
	case got == nil && want == nil:
	case got == nil || want == nil || *got != *want:
		v.problem("salaries.parquet", n, column, "is not the amount for a year")
	}
}

func (v *validation) comparison(n int64, row *ComparisonRow) error {
	const file = "comparisons.parquet"
	if row.Stated != (len(row.FromClaims) == 0) {
		v.problem(file, n, "from_claims", "has %d claims, and stated is %v", len(row.FromClaims), row.Stated)
	}
	for _, id := range row.FromClaims {
		of, known := v.links.claims[briefOf(id)]
		v.link(file, n, "from_claims", id, known && of.pay)
		if known && of.doc != briefOf(row.DocID) {
			v.problem(file, n, "from_claims", "%q is a claim of another article", id)
		}
	}
	return v.claim(file, n, row.ClaimID, row.DocID, row.Source, row.Sentence, row.Quote, row.Start, row.End)
}

func (v *validation) contradiction(_ int64, row *ContradictionRow) error {
	v.links.leads[row.ContradictionID] = [2]lead{{row.SourceA, row.QuoteA}, {row.SourceB, row.QuoteB}}
	v.links.sides[row.ContradictionID] = [2]int64{}
	return nil
}

func (v *validation) evidence(n int64, row *EvidenceRow) error {
	const file = "contradiction_evidence.parquet"
	leads, known := v.links.leads[row.ContradictionID]
	v.link(file, n, "contradiction_id", row.ContradictionID, known)
	claim, there := v.links.claims[briefOf(row.ClaimID)]
	v.link(file, n, "claim_id", row.ClaimID, there)
	if there && claim.doc != briefOf(row.DocID) {
		v.problem(file, n, "doc_id", "is not that of the claim")
	}
	v.article(file, n, row.DocID, row.Source)
	if known {
		side := 0
		if row.Side == "b" {
			side = 1
		}
		ranks := v.links.sides[row.ContradictionID]
		if ranks[side]++; row.Rank != ranks[side] {
			v.problem(file, n, "rank", "%d, want %d", row.Rank, ranks[side])
		}
		v.links.sides[row.ContradictionID] = ranks
		if row.Rank == 1 && leads[side] != (lead{row.Source, row.Quote}) {
			v.problem(file, n, "quote", "is not what contradictions says of side %s", row.Side)
		}
	}
	return v.span(file, n, row.DocID, row.Start, row.End, row.Quote)
}

func (v *validation) nearMiss(n int64, row *NearMissRow) error {
	const file = "near_misses.parquet"
	_, a := v.links.claims[briefOf(row.ClaimA)]
	v.link(file, n, "claim_a", row.ClaimA, a)
	_, b := v.links.claims[briefOf(row.ClaimB)]
	v.link(file, n, "claim_b", row.ClaimB, b)
	return nil
}

func (v *validation) reject(n int64, row *RejectRow) error {
	const file = "rejects.parquet"
	if row.DocID == nil || row.Start == nil || row.End == nil || row.Quote == nil {
		if row.DocID != nil || row.Start != nil || row.End != nil || row.Quote != nil {
			v.problem(file, n, "quote", "some of doc_id, start, end and quote are null and others are not")
		}
		v.links.pages++
		return nil
	}
	_, known := v.links.sources[briefOf(*row.DocID)]
	v.link(file, n, "doc_id", *row.DocID, known)
	return v.span(file, n, *row.DocID, *row.Start, *row.End, *row.Quote)
}

// verdicts goes through what reviewers say, where they do.
func (v *validation) verdicts(ctx context.Context) error {
	if v.run.Manifest.Dataset(verdicts.name) == nil {
		return nil
	}
	hashes, err := v.run.evidenceHashes()
	if err != nil {
		v.problem(verdictsFile, 0, "status", "can't be checked: %v", err)
		return nil
	}
	return validate(ctx, v, verdicts, func(n int64, row *VerdictRow) error {
		v.verdict(n, row, hashes)
		return nil
	})
}

func (v *validation) verdict(n int64, row *VerdictRow, hashes map[string]string) {
	if row.Status != "gone" {
		_, known := v.links.leads[row.ContradictionID]
		v.link(verdictsFile, n, "contradiction_id", row.ContradictionID, known)
	}
	if is := status(hashes, row.ContradictionID, row.EvidenceHash); is != row.Status {
		v.problem(verdictsFile, n, "status", "%q, by the evidence it is %q", row.Status, is)
	}
	if (row.Reason != nil) != (row.Verdict == string(verdict.Dismissed)) {
		v.problem(verdictsFile, n, "reason", "is not there for a dismissal, or is for another verdict")
	}
}

// whole checks what only all rows together show.
func (v *validation) whole() {
	for _, doc := range slices.Sorted(maps.Keys(v.links.copies)) {
		original := v.links.copies[doc]
		_, known := v.links.sources[briefOf(original)]
		v.link("documents.parquet", 0, "duplicate_of", original, known)
		if _, too := v.links.copies[original]; too {
			v.problem("documents.parquet", 0, "duplicate_of", "%q is a copy of %q, which is a copy itself", doc, original)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(v.links.sides)) {
		if ranks := v.links.sides[id]; ranks[0] == 0 || ranks[1] == 0 {
			v.problem("contradictions.parquet", 0, "contradiction_id", "%q has a side without evidence", id)
		}
	}
	if pages := v.links.pages + len(v.links.sources); pages != v.run.Manifest.Pages {
		v.problem(manifestFile, 0, "pages", "%d, but documents and rejects have %d", v.run.Manifest.Pages, pages)
	}
}
