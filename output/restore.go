package output

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Stand is where a claim stands in its article, for rows do not say it all.
type Stand struct {
	URI      string // of the article
	Sentence int    // byte of the text at which the claim's sentence begins
}

// RestoreDocument keeps a row of another run. What it is a copy of is left out:
// Duplicates says it anew. All documents come before the first claim.
func (d *Draft) RestoreDocument(row *DocumentRow) error { return d.documents.add(row) }

// RestoreReject keeps a row of another run.
func (d *Draft) RestoreReject(row *RejectRow) error { return d.rejects.add(row) }

// RestoreResponsibility keeps a row of another run. Stand is nil for a claim
// that detection does not compare and so never has as evidence.
func (d *Draft) RestoreResponsibility(row *ResponsibilityRow, at *Stand) error {
	if err := d.responsibilities.add(row); err != nil {
		return err
	}
	return d.restoreQuote(at, row.Sentence, row.Phrase, EvidenceRow{ClaimID: row.ClaimID, DocID: row.DocID, Source: row.Source, Start: row.Start, End: row.End})
}

// RestoreSalary is RestoreResponsibility for a statement of pay.
func (d *Draft) RestoreSalary(row *SalaryRow, at *Stand) error {
	if err := d.salaries.add(row); err != nil {
		return err
	}
	return d.restoreQuote(at, row.Sentence, row.Quote, EvidenceRow{ClaimID: row.ClaimID, DocID: row.DocID, Source: row.Source, Start: row.Start, End: row.End})
}

// RestoreComparison is RestoreResponsibility for an order of two roles.
func (d *Draft) RestoreComparison(row *ComparisonRow, at *Stand) error {
	if err := d.comparisons.add(row); err != nil {
		return err
	}
	return d.restoreQuote(at, row.Sentence, row.Quote, EvidenceRow{ClaimID: row.ClaimID, DocID: row.DocID, Source: row.Source, Start: row.Start, End: row.End})
}

// restoreQuote keeps what stands for a claim as evidence, as builder.quote
// made it: the sentence, or of a long one the claim's own words. The row has
// the claim's span.
func (d *Draft) restoreQuote(at *Stand, sentence, quote string, row EvidenceRow) error {
	if at == nil {
		return nil
	}
	row.Quote = quote
	if length := int64(utf8.RuneCountInString(sentence)); length <= quoteMax {
		start, err := d.sentenceStart(at, sentence, quote, row.Start)
		if err != nil {
			return fmt.Errorf("claim %s: %w", row.ClaimID, err)
		}
		row.Quote, row.Start, row.End = sentence, start, start+length
	}
	return d.quotes.add(&row)
}

// sentenceStart returns the code point at which a sentence begins, from where
// its quote does. Only where the sentence has the quote's words twice is the
// text asked.
func (d *Draft) sentenceStart(at *Stand, sentence, quote string, start int64) (int64, error) {
	first, last := strings.Index(sentence, quote), strings.LastIndex(sentence, quote)
	if first < 0 {
		return 0, fmt.Errorf("%q does not stand in its sentence", quote)
	}
	if first == last {
		return start - int64(utf8.RuneCountInString(sentence[:first])), nil
	}
	text, err := d.Text(at.URI)
	if err != nil {
		return 0, err
	}
	if at.Sentence < 0 || at.Sentence > len(text) {
		return 0, fmt.Errorf("its sentence begins at byte %d of %d", at.Sentence, len(text))
	}
	return int64(utf8.RuneCountInString(text[:at.Sentence])), nil
}
