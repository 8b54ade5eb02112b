package output

import (
	"cmp"
	"context"
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

// WriteVerdicts writes verdicts.parquet into the run's folder, and anew what
// depends on it: the reports, the descriptions of the run and, last, run.json.
// Each file is replaced as a whole; what a kill leaves of an older time the
// next call replaces.
func (r *Run) WriteVerdicts(ctx context.Context, state verdict.State, unread int) error {
	aside, err := os.MkdirTemp(r.Dir, spoolMark)
	if err != nil {
		return fmt.Errorf("write %s: %w", verdicts.name, err)
	}
	if err = r.describe(ctx, aside, &Review{State: state, Unread: unread}); err == nil {
		err = r.Manifest.write(aside)
	}
	for _, name := range []string{verdictsFile, "report.md", "report.html", cardFile, packageFile, manifestFile} {
		if err == nil {
			err = os.Rename(filepath.Join(aside, name), filepath.Join(r.Dir, name))
		}
	}
	return errors.Join(err, os.RemoveAll(aside))
}

// verdictsFile is there only where a run was reviewed.
const verdictsFile = "verdicts.parquet"

// writeVerdicts writes what reviewers say as a dataset of the run, to folder.
func (r *Run) writeVerdicts(folder string, review *Review) error {
	info, err := writeDataset(folder, verdicts, func(yield func(VerdictRow, error) bool) {
		for _, row := range verdictRows(review.State, review.hashes) {
			if !yield(row, nil) {
				return
			}
		}
	})
	if was := r.Manifest.Dataset(verdicts.name); was != nil {
		*was = info
	} else {
		r.Manifest.Datasets = append(r.Manifest.Datasets, info)
	}
	return err
}

func verdictRows(state verdict.State, hashes map[string]string) []VerdictRow {
	var rows []VerdictRow
	for id, list := range state {
		for _, e := range list {
			rows = append(rows, VerdictRow{
				ContradictionID: id, Reviewer: e.Reviewer, Verdict: string(e.Verdict), Reason: stated(string(e.Reason)), Note: stated(e.Note),
				Status: status(hashes, id, e.Evidence), EvidenceHash: e.Evidence, RunID: e.Run, JudgedAt: e.Time.UnixMicro(),
			})
		}
	}
	slices.SortFunc(rows, func(a, b VerdictRow) int {
		return cmp.Or(strings.Compare(a.ContradictionID, b.ContradictionID), strings.Compare(a.Reviewer, b.Reviewer))
	})
	return rows
}

// status says whether a verdict on these words holds for a run with evidence of
// these hashes.
func status(hashes map[string]string, contradiction, judged string) string {
	switch hash, found := hashes[contradiction]; {
	case !found:
		return "gone"
	case hash != judged:
		return "stale"
	}
	return "current"
}
