package output

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// problems validates the run in dir.
func problems(t *testing.T, dir string) (*Validated, []string) {
	t.Helper()
	run, err := Examine(dir)
	must(t, err)
	var found []string
	done, err := run.Validate(t.Context(), func(p Problem) { found = append(found, p.String()) })
	must(t, err)
	compare(t, "problems", int64(len(found)), done.Problems)
	return done, found
}

func TestValidRuns(t *testing.T) {
	for name, dir := range map[string]string{
		"ours":           writeRun(t, newCorpus(t)).Dir,
		"empty":          writeRun(t, &corpusOf{}).Dir,
		"older schema":   filepath.Join("testdata", "schema1", "run"),
		"reviewed":       reviewedRun(t).Dir,
		"without copies": writeRun(t, &corpusOf{articles: newCorpus(t).articles[:2]}).Dir,
	} {
		done, found := problems(t, dir)
		if len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
		if name == "ours" && (done.Rows != 22 || done.Links == 0 || done.Spans == 0 || done.Files != 9) {
			t.Errorf("%s: looked at %+v", name, done)
		}
		if name == "reviewed" && (done.Rows != 26 || done.Files != 10) {
			t.Errorf("%s: looked at %+v", name, done)
		}
	}
}

// rewrite puts other rows in place of a dataset's and has run.json say so.
func rewrite[T any](t *testing.T, dir string, set dataset[T], change func(rows []T) []T) {
	t.Helper()
	run, err := Open(dir)
	must(t, err)
	rows := change(collect(t, read(run, set)))
	info, err := writeDataset(dir, set, func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	})
	must(t, err)
	*run.Manifest.Dataset(set.name) = info
	rewriteManifest(t, run)
}

func rewriteManifest(t *testing.T, run *Run) {
	t.Helper()
	body, err := json.Marshal(&run.Manifest)
	must(t, err)
	must(t, os.WriteFile(filepath.Join(run.Dir, manifestFile), body, 0o666))
	must(t, writeCard(run.Dir, &run.Manifest))
}

// first changes the first row.
func first[T any](change func(*T)) func([]T) []T {
	return func(rows []T) []T {
		change(&rows[0])
		return rows
	}
}

func TestValidateFinds(t *testing.T) {
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, dir string)
		want   string
	}{
		{"a file cut short", func(t *testing.T, dir string) {
			must(t, os.Truncate(filepath.Join(dir, "salaries.parquet"), 100))
		}, "salaries.parquet: 100 bytes, run.json says"},
		{"a byte changed", func(t *testing.T, dir string) {
			path := filepath.Join(dir, "documents.parquet")
			body, err := os.ReadFile(path)
			must(t, err)
			body[len(body)/2] ^= 1
			must(t, os.WriteFile(path, body, 0o666))
		}, "documents.parquet: SHA-256 is"},
		{"a file removed", func(t *testing.T, dir string) {
			must(t, os.Remove(filepath.Join(dir, "rejects.parquet")))
		}, "rejects.parquet: no such file"},
		{"another dataset in its place", func(t *testing.T, dir string) {
			run, err := Open(dir)
			must(t, err)
			info := *run.Manifest.Dataset("near_misses")
			info.File, info.Name = "salaries.parquet", "salaries"
			body, err := os.ReadFile(filepath.Join(dir, "near_misses.parquet"))
			must(t, err)
			must(t, os.WriteFile(filepath.Join(dir, info.File), body, 0o666))
			*run.Manifest.Dataset("salaries") = info
			rewriteManifest(t, run)
		}, "salaries.parquet, roles: is no column of this dataset"},
		{"a description of another run", func(t *testing.T, dir string) {
			other := writeRun(t, &corpusOf{})
			body, err := os.ReadFile(filepath.Join(other.Dir, packageFile))
			must(t, err)
			must(t, os.WriteFile(filepath.Join(dir, packageFile), body, 0o666))
		}, "datapackage.json, documents: its path, size, digest or rows are not"},
		{"counts of run.json", func(t *testing.T, dir string) {
			run, err := Open(dir)
			must(t, err)
			run.Manifest.Dataset("documents").Columns[0].Nulls = 3
			rewriteManifest(t, run)
		}, `documents.parquet, doc_id: 0 nulls, least`},
		{"pages", func(t *testing.T, dir string) {
			run, err := Open(dir)
			must(t, err)
			run.Manifest.Pages++
			rewriteManifest(t, run)
		}, "run.json, pages: 6, but documents and rejects have 5"},
		{"order", func(t *testing.T, dir string) {
			rewrite(t, dir, salaries, func(rows []SalaryRow) []SalaryRow { slices.Reverse(rows); return rows })
		}, "salaries.parquet, row 2: stands before"},
		{"a key twice", func(t *testing.T, dir string) {
			rewrite(t, dir, documents, func(rows []DocumentRow) []DocumentRow { return append(rows[:1], rows...) })
		}, "documents.parquet, row 2, doc_id: an earlier row has the same key"},
		{"an enum", func(t *testing.T, dir string) {
			rewrite(t, dir, responsibilities, first(func(r *ResponsibilityRow) { r.Polarity = "maybe" }))
		}, `responsibilities.parquet, row 1, polarity: "maybe" is none of asserted, denied`},
		{"a share", func(t *testing.T, dir string) {
			rewrite(t, dir, salaries, first(func(r *SalaryRow) { r.Confidence = 1.5 }))
		}, "salaries.parquet, row 1, confidence: 1.5 is not from 0 to 1"},
		{"a span moved", func(t *testing.T, dir string) {
			rewrite(t, dir, comparisons, first(func(r *ComparisonRow) { r.Start, r.End = r.Start+1, r.End+1 }))
		}, "comparisons.parquet, row 1, start: text["},
		{"a span behind the text", func(t *testing.T, dir string) {
			rewrite(t, dir, evidence, first(func(r *EvidenceRow) { r.End += 1000 }))
		}, "contradiction_evidence.parquet, row 1, start: the text has no span"},
		{"a text", func(t *testing.T, dir string) {
			rewrite(t, dir, documents, first(func(r *DocumentRow) { r.Text += "!" }))
		}, "documents.parquet, row 1, text_sha256: is not that of text"},
		{"a claim of no article", func(t *testing.T, dir string) {
			rewrite(t, dir, salaries, first(func(r *SalaryRow) { r.DocID = "0" }))
		}, `salaries.parquet, row 1, doc_id: "0" is not there`},
		{"the source of another article", func(t *testing.T, dir string) {
			rewrite(t, dir, comparisons, first(func(r *ComparisonRow) { r.Source = "0" }))
		}, `comparisons.parquet, row 1, source: "0", its article has`},
		{"evidence of no claim", func(t *testing.T, dir string) {
			rewrite(t, dir, evidence, first(func(r *EvidenceRow) { r.ClaimID = "0" }))
		}, `contradiction_evidence.parquet, row 1, claim_id: "0" is not there`},
		{"evidence of no finding", func(t *testing.T, dir string) {
			rewrite(t, dir, contradictions, func(rows []ContradictionRow) []ContradictionRow { return rows[1:] })
		}, `contradiction_evidence.parquet, row 1, contradiction_id: "c1" is not there`},
		{"a side without evidence", func(t *testing.T, dir string) {
			rewrite(t, dir, evidence, func(rows []EvidenceRow) []EvidenceRow { return rows[:len(rows)-1] })
		}, `contradictions.parquet, contradiction_id: "c2" has a side without evidence`},
		{"a rank left out", func(t *testing.T, dir string) {
			rewrite(t, dir, evidence, func(rows []EvidenceRow) []EvidenceRow { return rows[1:] })
		}, "contradiction_evidence.parquet, row 1, rank: 2, want 1"},
		{"a leading quote", func(t *testing.T, dir string) {
			rewrite(t, dir, contradictions, first(func(r *ContradictionRow) { r.QuoteA = "other words" }))
		}, "contradiction_evidence.parquet, row 1, quote: is not what contradictions says of side a"},
		{"a copy of nothing", func(t *testing.T, dir string) {
			rewrite(t, dir, documents, func(rows []DocumentRow) []DocumentRow { rows[1].DuplicateOf = stated("0"); return rows })
		}, `documents.parquet, duplicate_of: "0" is not there`},
		{"a year's amount", func(t *testing.T, dir string) {
			rewrite(t, dir, salaries, first(func(r *SalaryRow) { r.AnnualLow = nil }))
		}, "salaries.parquet, row 1, annual_low: is not the amount for a year"},
		{"ends of an amount", func(t *testing.T, dir string) {
			rewrite(t, dir, salaries, first(func(r *SalaryRow) {
				r.Low, r.High = r.High, r.Low
				r.AnnualLow, r.AnnualHigh = r.AnnualHigh, r.AnnualLow
			}))
		}, "salaries.parquet, row 1, low: 150000.00 is more than high, 120000.00"},
		{"derived from nothing", func(t *testing.T, dir string) {
			rewrite(t, dir, comparisons, first(func(r *ComparisonRow) { r.Stated = false; r.FromClaims = nil }))
		}, "comparisons.parquet, row 1, from_claims: has 0 claims, and stated is false"},
		{"a near miss of no claim", func(t *testing.T, dir string) {
			rewrite(t, dir, nearMisses, first(func(r *NearMissRow) { r.ClaimB = "0" }))
		}, `near_misses.parquet, row 1, claim_b: "0" is not there`},
		{"half a money string", func(t *testing.T, dir string) {
			rewrite(t, dir, rejects, func(rows []RejectRow) []RejectRow { rows[2].Quote = nil; return rows })
		}, "rejects.parquet, row 3, quote: some of"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := writeRun(t, newCorpus(t)).Dir
			tt.damage(t, dir)
			if _, found := problems(t, dir); !slices.ContainsFunc(found, func(p string) bool { return strings.Contains(p, tt.want) }) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
}

func TestValidateFindsInVerdicts(t *testing.T) {
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, dir string)
		want   string
	}{
		{"a status", func(t *testing.T, dir string) {
			rewrite(t, dir, verdicts, func(rows []VerdictRow) []VerdictRow { rows[2].Status = "current"; return rows })
		}, `verdicts.parquet, row 3, status: "current", by the evidence it is "stale"`},
		{"a finding that is not there", func(t *testing.T, dir string) {
			rewrite(t, dir, verdicts, func(rows []VerdictRow) []VerdictRow { rows[3].Status = "stale"; return rows })
		}, `verdicts.parquet, row 4, contradiction_id: "c9" is not there`},
		{"a dismissal without reason", func(t *testing.T, dir string) {
			rewrite(t, dir, verdicts, func(rows []VerdictRow) []VerdictRow { rows[1].Reason = nil; return rows })
		}, "verdicts.parquet, row 2, reason: is not there for a dismissal"},
		{"a word", func(t *testing.T, dir string) {
			rewrite(t, dir, verdicts, first(func(r *VerdictRow) { r.Verdict = "perhaps" }))
		}, `verdicts.parquet, row 1, verdict: "perhaps" is none of confirmed, dismissed, unsure, open`},
		{"a reviewer twice", func(t *testing.T, dir string) {
			rewrite(t, dir, verdicts, first(func(r *VerdictRow) { r.Reviewer = "ann" }))
		}, "verdicts.parquet, row 2, contradiction_id: an earlier row has the same key"},
		{"the file of another run", func(t *testing.T, dir string) {
			must(t, os.Truncate(filepath.Join(dir, verdictsFile), 50))
		}, "verdicts.parquet: 50 bytes, run.json says"},
		{"the file taken away", func(t *testing.T, dir string) {
			must(t, os.Remove(filepath.Join(dir, verdictsFile)))
		}, "verdicts.parquet: no such file"},
		{"a file that run.json doesn't know", func(t *testing.T, dir string) {
			run, err := Open(dir)
			must(t, err)
			run.Manifest.Datasets = run.Manifest.Datasets[:8]
			rewriteManifest(t, run)
		}, "verdicts.parquet: is no part of the run"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := reviewedRun(t).Dir
			tt.damage(t, dir)
			if _, found := problems(t, dir); !slices.ContainsFunc(found, func(p string) bool { return strings.Contains(p, tt.want) }) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
}
