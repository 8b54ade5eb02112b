package output

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"roleclaims/corpus/folder"
)

// What stands beside DIR while a run is written: the draft, DIR.partial-*,
// and, for an instant, the run it replaces, DIR.old-*. A draft is locked as
// long as its process lives. The steps of a commit:
//
//  1. all files of the draft are written and synced, run.json last
//  2. DIR, if there is one, becomes DIR.old-*
//  3. the draft becomes DIR
//  4. files that are not ours move from DIR.old-* to DIR; DIR.old-* is removed
//
// A kill before 2 leaves the old run, after 3 the new one. Between them DIR is
// absent, and mend goes on with 3.
const (
	partialMark  = ".partial-"
	oldMark      = ".old-"
	spoolMark    = "spool-"
	manifestFile = "run.json"
)

// files are those that Commit writes.
var files = []string{
	"documents.parquet", "responsibilities.parquet", "salaries.parquet", "comparisons.parquet",
	"contradictions.parquet", "contradiction_evidence.parquet", "near_misses.parquet", "rejects.parquet",
	packageFile, cardFile,
	"report.md", "report.html", verdictsFile, manifestFile,
}

// Commit writes the datasets, the report and, last, the manifest, and puts
// the folder in its place: dir then holds this run, or what it held before.
// It returns the manifest as written. After an error, Abort. From when the
// folder moves to its place, the end of the draft's context no longer counts.
func (d *Draft) Commit(m Manifest) (*Manifest, error) {
	m.SchemaVersion = SchemaVersion
	m.RunID = m.runID()
	if err := d.writeDatasets(&m); err != nil {
		return nil, err
	}
	if err := d.closeSpools(); err != nil {
		return nil, fmt.Errorf("remove spools: %w", err)
	}
	review, err := savedReview(d.dir)
	if err != nil {
		return nil, err
	}
	run := &Run{Dir: d.partial, Manifest: m}
	if err := run.describe(d.ctx, d.partial, review); err != nil {
		return nil, err
	}
	if err := run.Manifest.write(d.partial); err != nil {
		return nil, err
	}
	if err := folder.Sync(d.partial); err != nil {
		return nil, err
	}
	if err := d.ctx.Err(); err != nil {
		return nil, err
	}
	if err := d.replace(); err != nil {
		return nil, fmt.Errorf("move the run to %s: %w", d.dir, err)
	}
	d.partial = ""
	return &run.Manifest, d.lock.Close()
}

func (d *Draft) writeDatasets(m *Manifest) error {
	var pages int
	documentRows := func(yield func(DocumentRow, error) bool) {
		for row, err := range d.documents.rows() {
			row.DuplicateOf = stated(d.duplicates[row.DocID])
			pages++
			if !yield(row, err) {
				return
			}
		}
	}
	rejectRows := func(yield func(RejectRow, error) bool) {
		for row, err := range d.rejects.rows() {
			if row.Start == nil {
				pages++
			}
			if !yield(row, err) {
				return
			}
		}
	}
	m.Datasets = nil
	var failed error
	write := func(info DatasetInfo, err error) {
		m.Datasets = append(m.Datasets, info)
		failed = errors.Join(failed, err)
	}
	write(writeDataset(d.partial, documents, documentRows))
	write(writeDataset(d.partial, responsibilities, d.responsibilities.rows()))
	write(writeDataset(d.partial, salaries, d.salaries.rows()))
	write(writeDataset(d.partial, comparisons, d.comparisons.rows()))
	write(writeDataset(d.partial, contradictions, d.contradictions.rows()))
	write(writeDataset(d.partial, evidence, d.evidence.rows()))
	write(writeDataset(d.partial, nearMisses, d.nearMisses.rows()))
	write(writeDataset(d.partial, rejects, iter.Seq2[RejectRow, error](rejectRows)))
	m.Pages = pages
	return failed
}

// replace puts the draft in dir's place, steps 2 to 4.
func (d *Draft) replace() error {
	parent := filepath.Dir(d.dir)
	old := sibling(d.dir, oldMark)
	if err := vacant(d.dir, d.force); err != nil {
		return err // it came into being while this run was made
	}
	switch err := os.Rename(d.dir, old); {
	case errors.Is(err, os.ErrNotExist):
		old = ""
	case err != nil:
		return err
	}
	if err := os.Rename(d.partial, d.dir); err != nil {
		if old != "" {
			err = errors.Join(err, os.Rename(old, d.dir))
		}
		return err
	}
	if err := folder.Sync(parent); err != nil {
		return err
	}
	if old == "" {
		return nil
	}
	return retire(old, d.dir)
}

// retire removes a replaced run, but for the files that are not ours, which
// move to dir.
func retire(old, dir string) error {
	entries, err := os.ReadDir(old)
	if err != nil {
		return err
	}
	for _, e := range entries {
		target := filepath.Join(dir, e.Name())
		if _, err := os.Lstat(target); ours(e.Name()) || !errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := os.Rename(filepath.Join(old, e.Name()), target); err != nil {
			return err
		}
	}
	if err := folder.Sync(dir); err != nil {
		return err
	}
	return os.RemoveAll(old)
}

// mend brings what killed processes left beside dir to an end: a commit cut
// short goes on, a draft without an owner is removed. A draft whose owner
// lives is an error.
func mend(dir string) error {
	drafts, err := besides(dir, partialMark)
	if err != nil {
		return fmt.Errorf("mend %s: %w", dir, err)
	}
	olds, err := besides(dir, oldMark)
	if err != nil {
		return fmt.Errorf("mend %s: %w", dir, err)
	}
	for _, draft := range drafts {
		lock, free, err := folder.Lock(draft)
		switch {
		case err != nil:
			return fmt.Errorf("mend %s: %w", dir, err)
		case !free:
			return fmt.Errorf("another run is being written to %s: wait for it, or choose another folder", dir)
		}
		if err := mendDraft(dir, draft, len(olds) > 0); err != nil {
			return errors.Join(fmt.Errorf("mend %s: %w", dir, err), lock.Close())
		}
		if err := lock.Close(); err != nil {
			return fmt.Errorf("mend %s: %w", dir, err)
		}
	}
	for _, old := range olds {
		if _, statErr := os.Lstat(dir); errors.Is(statErr, os.ErrNotExist) {
			err = os.Rename(old, dir)
		} else {
			err = retire(old, dir)
		}
		if err != nil {
			return fmt.Errorf("mend %s: %w", dir, err)
		}
	}
	return nil
}

// mendDraft moves a whole draft to dir if dir had been moved aside for it, and
// removes any other.
func mendDraft(dir, draft string, replacing bool) error {
	_, dirErr := os.Lstat(dir)
	_, draftErr := readManifest(draft)
	if replacing && errors.Is(dirErr, os.ErrNotExist) && draftErr == nil {
		return os.Rename(draft, dir)
	}
	return os.RemoveAll(draft)
}

// resolve returns dir as an absolute path without links, so that its parent
// is the folder that renames happen in.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("resolve %s: %w", dir, err)
	}
	real, err := filepath.EvalSymlinks(abs)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return abs, nil
	case err != nil:
		return "", unwritable(abs, err)
	default:
		return real, nil
	}
}

// sibling returns a fresh name beside dir.
func sibling(dir, mark string) string {
	return dir + mark + strconv.FormatUint(rand.Uint64(), 36)
}

// besides lists the folders beside dir with a mark, in the order of their names.
func besides(dir, mark string) ([]string, error) {
	parent, prefix := filepath.Dir(dir), filepath.Base(dir)+mark
	entries, err := os.ReadDir(parent)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var found []string
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), prefix) {
			found = append(found, filepath.Join(parent, e.Name()))
		}
	}
	return found, err
}

// writeFile writes a file and syncs it.
func writeFile(path string, body []byte) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	_, err = bytes.NewReader(body).WriteTo(file)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	return nil
}
