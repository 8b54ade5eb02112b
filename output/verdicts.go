package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"roleclaims/output/verdict"
)

// VerdictRow is what one reviewer says of one contradiction in the end.
type VerdictRow struct {
	ContradictionID string  `parquet:"contradiction_id,id(1)" doc:"the finding, see contradictions"`
	Reviewer        string  `parquet:"reviewer,dict,id(2)" doc:"who judged it"`
	Verdict         string  `parquet:"verdict,dict,id(3)" doc:"confirmed, dismissed, unsure, or open where there is a note alone"`
	Reason          *string `parquet:"reason,optional,dict,id(4)" doc:"why it was dismissed: same-meaning, other-scope, wrong-role, wrong-amount, not-a-claim, other" null:"not dismissed"`
	Note            *string `parquet:"note,optional,id(5)" doc:"what the reviewer wrote"`
	Status          string  `parquet:"status,dict,id(6)" doc:"current: judged on the words that stand there; stale: on other words; gone: the run has no such finding"`
	EvidenceHash    string  `parquet:"evidence_hash,dict,id(7)" doc:"of the words on both sides that were judged"`
	RunID           string  `parquet:"run_id,dict,id(8)" doc:"the run in which it was judged"`
	JudgedAt        int64   `parquet:"judged_at,timestamp(microsecond),id(9)" doc:"when" unit:"UTC"`
}

var verdicts = dataset[VerdictRow]{
	name: "verdicts", grain: "what one reviewer says of one contradiction in the end",
	sorted: []string{"contradiction_id", "reviewer"}, wide: []string{"note"}, group: claimRows,
}

// EvidenceHash names the words on both sides of a contradiction, whatever
// their order and whichever side comes first: a verdict holds as long as it
// stays the same. Where the words stand in their article does not count.
func EvidenceHash(rows []EvidenceRow) string {
	sides := map[string][]string{}
	for _, row := range rows {
		sides[row.Side] = append(sides[row.Side], fmt.Sprintf("%q %q\n", row.Source, row.Quote))
	}
	var sums []string
	for _, lines := range sides {
		slices.Sort(lines)
		sums = append(sums, strings.Join(lines, ""))
	}
	slices.Sort(sums)
	sum := sha256.Sum256([]byte(strings.Join(sums, "against\n")))
	return hex.EncodeToString(sum[:8])
}

// Judgeable lists what verdicts are given on, in the order of the dataset.
func (r *Run) Judgeable() ([]verdict.Finding, error) {
	hashes, err := r.evidenceHashes()
	if err != nil {
		return nil, err
	}
	var all []verdict.Finding
	for row, err := range r.Contradictions() {
		if err != nil {
			return nil, err
		}
		all = append(all, verdict.Finding{ID: row.ContradictionID, Evidence: hashes[row.ContradictionID], Rule: row.Rule})
	}
	return all, nil
}

// evidenceHashes returns the hash of each contradiction's evidence. The rows
// of a contradiction stand together.
func (r *Run) evidenceHashes() (map[string]string, error) {
	hashes := map[string]string{}
	var rows []EvidenceRow
	done := func() {
		if len(rows) > 0 {
			hashes[rows[0].ContradictionID] = EvidenceHash(rows)
		}
		rows = rows[:0]
	}
	for row, err := range r.Evidence() {
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 && rows[0].ContradictionID != row.ContradictionID {
			done()
		}
		rows = append(rows, row)
	}
	done()
	return hashes, nil
}

// WriteVerdicts writes verdicts.parquet into the run's folder and its report
// anew with what reviewers say; each file is replaced as a whole.
func (r *Run) WriteVerdicts(state verdict.State, unread int) error {
	aside, err := os.MkdirTemp(r.Dir, spoolMark)
	if err != nil {
		return fmt.Errorf("write %s: %w", verdicts.name, err)
	}
	err = r.writeReport(aside, &Review{State: state, Unread: unread})
	for _, name := range []string{verdictsFile, "report.md", "report.html"} {
		if err == nil {
			err = os.Rename(filepath.Join(aside, name), filepath.Join(r.Dir, name))
		}
	}
	return errors.Join(err, os.RemoveAll(aside))
}

// verdictsFile is there only where a run was reviewed.
const verdictsFile = "verdicts.parquet"

func verdictRows(state verdict.State, hashes map[string]string) []VerdictRow {
	var rows []VerdictRow
	for id, list := range state {
		for _, e := range list {
			rows = append(rows, VerdictRow{
				ContradictionID: id, Reviewer: e.Reviewer, Verdict: string(e.Verdict), Reason: stated(string(e.Reason)), Note: stated(e.Note),
				Status: status(e, hashes), EvidenceHash: e.Evidence, RunID: e.Run, JudgedAt: e.Time.UnixMicro(),
			})
		}
	}
	slices.SortFunc(rows, func(a, b VerdictRow) int {
		return cmp.Or(strings.Compare(a.ContradictionID, b.ContradictionID), strings.Compare(a.Reviewer, b.Reviewer))
	})
	return rows
}

func status(e verdict.Entry, hashes map[string]string) string {
	switch hash, found := hashes[e.Contradiction]; {
	case !found:
		return "gone"
	case hash != e.Evidence:
		return "stale"
	}
	return "current"
}

// writeVerdicts writes what reviewers say as a dataset.
func writeVerdicts(folder string, review *Review) error {
	_, err := writeDataset(folder, verdicts, func(yield func(VerdictRow, error) bool) {
		for _, row := range verdictRows(review.State, review.hashes) {
			if !yield(row, nil) {
				return
			}
		}
	})
	return err
}
