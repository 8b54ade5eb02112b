package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"time"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// quoteMax is the longest sentence, in code points, that is quoted whole as
// evidence: a longer one is a list run together, and the claim's own words say more.
const quoteMax = 600

// builder makes the rows of one document.
type builder struct {
	doc    *corpus.Document
	points points
	slots  Slots
}

func (b *builder) document() DocumentRow {
	d := b.doc
	sum := sha256.Sum256([]byte(d.Text))
	row := DocumentRow{
		DocID: d.ID, URI: d.URI, Source: d.Source,
		Title: stated(d.Title), Author: stated(d.Author),
		PublishedAt: days(d.Published), FetchedAt: micros(d.FetchedAt),
		Lang: d.Lang, Words: int64(d.Words), TextSHA256: hex.EncodeToString(sum[:]), Text: d.Text, Compared: b.slots.Compared,
		Publisher: stated(d.Publisher), ModifiedAt: days(d.Modified),
	}
	if row.PublishedAt != nil {
		row.PublishedBy = stated(d.PublishedBy)
	}
	return row
}

func (b *builder) responsibility(c *extract.Responsibility) (ResponsibilityRow, error) {
	start, end, err := b.points.of(c.Span)
	if err != nil {
		return ResponsibilityRow{}, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	return ResponsibilityRow{
		ClaimID: c.ID, DocID: b.doc.ID, Source: b.doc.Source, Role: c.Role, RoleText: c.RoleText,
		Phrase: c.Span.Of(b.doc.Text), Start: start, End: end,
		Polarity: string(c.Polarity), Modality: stated(c.Modality),
		Action: c.Action, Object: c.Object, Topic: c.Topic, SharedWith: c.SharedWith,
		Condition: stated(c.Condition), Section: stated(c.Section), Sentence: c.Sentence.Of(b.doc.Text),
		Rule: c.Rule, Confidence: c.Confidence, Slots: stated(b.slots.Claims[c.ID]),
	}, nil
}

func (b *builder) salary(c *extract.Salary) (SalaryRow, error) {
	start, end, err := b.points.of(c.Span)
	if err != nil {
		return SalaryRow{}, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	return SalaryRow{
		ClaimID: c.ID, DocID: b.doc.ID, Source: b.doc.Source, Role: c.Role, RoleText: c.RoleText,
		Low: c.Low, High: c.High, Currency: c.Currency, Period: c.Period,
		AnnualLow: annual(c.Low, c.Period), AnnualHigh: annual(c.High, c.Period),
		Statistic: c.Statistic, Component: c.Component,
		Location: stated(c.Location), Year: number(c.Year), AttributedTo: stated(c.AttributedTo),
		Condition: stated(c.Condition), Quote: c.Span.Of(b.doc.Text), Start: start, End: end,
		Section: stated(c.Section), Sentence: c.Sentence.Of(b.doc.Text), Rule: c.Rule, Confidence: c.Confidence,
		Slots: stated(b.slots.Claims[c.ID]),
	}, nil
}

func (b *builder) comparison(c *extract.Comparison) (ComparisonRow, error) {
	start, end, err := b.points.of(c.Span)
	if err != nil {
		return ComparisonRow{}, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	return ComparisonRow{
		ClaimID: c.ID, DocID: b.doc.ID, Source: b.doc.Source,
		Relation: string(c.Relation), RoleA: c.RoleA, RoleB: c.RoleB,
		Hedge: c.Hedge, Stated: c.Stated, FromClaims: c.FromClaims,
		Component: stated(c.Component), Location: stated(c.Location), Year: number(c.Year), Condition: stated(c.Condition),
		Quote: c.Span.Of(b.doc.Text), Start: start, End: end, Sentence: c.Sentence.Of(b.doc.Text),
		Rule: c.Rule, Confidence: c.Confidence, Slots: stated(b.slots.Claims[c.ID]),
	}, nil
}

// quote makes the row that stands for a claim wherever it is evidence; the
// finding's own columns are filled in then.
func (b *builder) quote(claimID string, e *extract.Evidence) (EvidenceRow, error) {
	span := e.Sentence
	start, end, err := b.points.of(span)
	if err != nil {
		return EvidenceRow{}, fmt.Errorf("sentence of claim %s: %w", claimID, err)
	}
	if end-start > quoteMax {
		span = e.Span
		if start, end, err = b.points.of(span); err != nil {
			return EvidenceRow{}, fmt.Errorf("claim %s: %w", claimID, err)
		}
	}
	return EvidenceRow{
		ClaimID: claimID, DocID: b.doc.ID, Source: b.doc.Source,
		Quote: span.Of(b.doc.Text), Start: start, End: end,
	}, nil
}

func (b *builder) unused(u *extract.UnusedAmount) (RejectRow, error) {
	start, end, err := b.points.of(u.Span)
	if err != nil {
		return RejectRow{}, fmt.Errorf("unused amount: %w", err)
	}
	quote := u.Span.Of(b.doc.Text)
	return RejectRow{
		URI: b.doc.URI, Stage: string(corpus.StageAmount), Reason: u.Reason,
		Detail: around(b.doc.Text, u.Span), DocID: &b.doc.ID, Start: &start, End: &end, Quote: &quote,
	}, nil
}

// around returns the line's words before and after a span, about 40 bytes
// each way.
func around(text string, s corpus.Span) string {
	from, to := s.Start, s.End
	for from > 0 && text[from-1] != '\n' && (s.Start-from < 40 || !utf8.RuneStart(text[from])) {
		from--
	}
	for to < len(text) && text[to] != '\n' && (to-s.End < 40 || !utf8.RuneStart(text[to])) {
		to++
	}
	return text[from:to]
}

// stated returns nil for an empty string: nothing was stated.
func stated(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// number returns nil for 0: nothing was stated.
func number(n int) *int64 {
	if n == 0 {
		return nil
	}
	wide := int64(n)
	return &wide
}

// days returns a date YYYY-MM-DD as days since 1970, nil for none.
func days(date string) *int32 {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return nil
	}
	n := int32(t.Unix() / 86400) // whole days, before 1970 too
	return &n
}

// micros returns a moment in RFC 3339 as microseconds since 1970, nil for none.
func micros(moment string) *int64 {
	t, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return nil
	}
	n := t.UnixMicro()
	return &n
}

// perYear holds how often a period comes in a year, as docs/schema.md says.
var perYear = map[string]int64{"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}

// decimalMax is the largest value of a decimal(18,2) column.
var decimalMax = big.NewInt(1e18 - 1)

// annual returns an amount for a whole year, nil for an open end, an unknown
// period, or more than the column can hold.
func annual(amount *int64, period string) *int64 {
	times, known := perYear[period]
	if amount == nil || !known {
		return nil
	}
	product := new(big.Int).Mul(big.NewInt(*amount), big.NewInt(times))
	if product.CmpAbs(decimalMax) > 0 {
		return nil
	}
	n := product.Int64()
	return &n
}
