package output

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// Run is a finished run, read back.
type Run struct {
	Dir      string
	Manifest Manifest
}

// Open opens the finished run in dir, after mending what a killed commit left
// of it.
func Open(dir string) (*Run, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(dir); errors.Is(err, os.ErrNotExist) {
		if err := mend(dir); err != nil {
			return nil, err
		}
	}
	run, err := openManifest(dir)
	if err != nil {
		return nil, err
	}
	m := &run.Manifest
	for _, t := range Schema() {
		if t.Only == "" && m.Dataset(t.Name) == nil {
			return nil, fmt.Errorf("%s is damaged: %s has no dataset %s", dir, manifestFile, t.Name)
		}
	}
	for _, set := range m.Datasets {
		if set.Name == verdicts.name {
			continue // it comes and goes with what people say
		}
		info, err := os.Stat(filepath.Join(dir, set.File))
		if err != nil {
			return nil, fmt.Errorf("%s is damaged: %w", dir, err)
		}
		if info.Size() != set.Bytes {
			return nil, fmt.Errorf("%s is damaged: %s has %d bytes, run.json says %d", dir, set.File, info.Size(), set.Bytes)
		}
	}
	return run, nil
}

// Examine opens the run in dir for Validate: unlike Open it does not look at
// the files.
func Examine(dir string) (*Run, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	return openManifest(dir)
}

// openManifest opens the run in a folder by its manifest alone.
func openManifest(dir string) (*Run, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, fmt.Errorf("%s holds no finished run: %w", dir, err)
	}
	if m.SchemaVersion > SchemaVersion {
		return nil, fmt.Errorf("%s was written by a newer %s: its schema is version %d, ours %d", dir, m.Tool, m.SchemaVersion, SchemaVersion)
	}
	return &Run{Dir: dir, Manifest: *m}, nil
}

func readManifest(dir string) (*Manifest, error) {
	body, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(body, &m); err != nil {
		return nil, fmt.Errorf("%s: %w", manifestFile, err)
	}
	if m.RunID == "" {
		return nil, fmt.Errorf("%s has no run_id", manifestFile)
	}
	return &m, nil
}

// Documents reads the rows of documents in their order; an error ends it.
func (r *Run) Documents() iter.Seq2[DocumentRow, error] { return read(r, documents) }

// Responsibilities reads the rows of responsibilities.
func (r *Run) Responsibilities() iter.Seq2[ResponsibilityRow, error] {
	return read(r, responsibilities)
}

// Salaries reads the rows of salaries.
func (r *Run) Salaries() iter.Seq2[SalaryRow, error] { return read(r, salaries) }

// Comparisons reads the rows of comparisons.
func (r *Run) Comparisons() iter.Seq2[ComparisonRow, error] { return read(r, comparisons) }

// Contradictions reads the rows of contradictions.
func (r *Run) Contradictions() iter.Seq2[ContradictionRow, error] { return read(r, contradictions) }

// Evidence reads the rows of contradiction_evidence.
func (r *Run) Evidence() iter.Seq2[EvidenceRow, error] { return read(r, evidence) }

// NearMisses reads the rows of near_misses.
func (r *Run) NearMisses() iter.Seq2[NearMissRow, error] { return read(r, nearMisses) }

// Rejects reads the rows of rejects.
func (r *Run) Rejects() iter.Seq2[RejectRow, error] { return read(r, rejects) }

// Document returns the row of an article, with its text; false for an id that
// the run does not have.
func (r *Run) Document(id string) (DocumentRow, bool, error) {
	// The row is found by a column without the texts, and only it is read whole.
	at, found := int64(0), false
	for row, err := range read(r, articles) {
		if err != nil {
			return DocumentRow{}, false, err
		}
		if found = row.DocID == id; found {
			break
		}
		at++
	}
	if !found {
		return DocumentRow{}, false, nil
	}
	for row, err := range readFrom(r, documents, at) {
		return row, err == nil, err
	}
	return DocumentRow{}, false, nil
}

// until yields rows as long as ctx lives, and then its error.
func until[T any](ctx context.Context, rows iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row, err := range rows {
			if !yield(row, cmp.Or(ctx.Err(), err)) || ctx.Err() != nil {
				return
			}
		}
	}
}

// read yields the rows of a dataset's file.
func read[T any](r *Run, set dataset[T]) iter.Seq2[T, error] { return readFrom(r, set, 0) }

// readFrom yields the rows from a place on.
func readFrom[T any](r *Run, set dataset[T], first int64) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		fail := func(err error) {
			var none T
			yield(none, fmt.Errorf("read %s: %w", set.name, err))
		}
		file, err := os.Open(filepath.Join(r.Dir, set.name+".parquet"))
		if err != nil {
			fail(err)
			return
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			fail(err)
			return
		}
		opened, err := parquet.OpenFile(file, info.Size())
		if err != nil {
			fail(err)
			return
		}
		reader := parquet.NewGenericReader[T](opened)
		defer reader.Close() //nolint:errcheck // what was read is read
		if first > 0 {
			if err := reader.SeekToRow(first); err != nil {
				fail(err)
				return
			}
		}
		for {
			// A fresh batch each time: rows that were yielded may be kept.
			batch := make([]T, 256)
			n, err := reader.Read(batch)
			for _, row := range batch[:n] {
				if !yield(row, nil) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				fail(err)
				return
			}
		}
	}
}
