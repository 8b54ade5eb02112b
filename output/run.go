package output

import "iter"

// Run is a finished run, read back.
type Run struct {
	Dir      string
	Manifest Manifest
}

// Open opens the finished run in dir.
func Open(dir string) (*Run, error) { return nil, errTODO }

// Documents reads the rows of documents in their order; an error ends it.
func (r *Run) Documents() iter.Seq2[DocumentRow, error] { return nil }

// Responsibilities reads the rows of responsibilities.
func (r *Run) Responsibilities() iter.Seq2[ResponsibilityRow, error] { return nil }

// Salaries reads the rows of salaries.
func (r *Run) Salaries() iter.Seq2[SalaryRow, error] { return nil }

// Comparisons reads the rows of comparisons.
func (r *Run) Comparisons() iter.Seq2[ComparisonRow, error] { return nil }

// Contradictions reads the rows of contradictions.
func (r *Run) Contradictions() iter.Seq2[ContradictionRow, error] { return nil }

// Evidence reads the rows of contradiction_evidence.
func (r *Run) Evidence() iter.Seq2[EvidenceRow, error] { return nil }

// NearMisses reads the rows of near_misses.
func (r *Run) NearMisses() iter.Seq2[NearMissRow, error] { return nil }

// Rejects reads the rows of rejects.
func (r *Run) Rejects() iter.Seq2[RejectRow, error] { return nil }
