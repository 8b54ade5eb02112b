package output

import (
	"errors"

	"roleclaims/corpus"
	"roleclaims/extract"
)

var errTODO = errors.New("output: not written yet")

// Draft is a run folder in the making, beside the folder it will become. Add
// and Reject may be called by several goroutines at once and in any order: the
// order of rows does not depend on it. Then come Duplicates, Finding and
// NearMiss, and Commit or Abort.
type Draft struct {
	dir string
}

// Create begins a run that will stand in dir, which must be absent, empty or,
// with force, a run of ours. It first mends what a killed run left beside
// dir. Its errors say in one line what to do.
func Create(dir string, force bool) (*Draft, error) { return nil, errTODO }

// Add keeps a document and its claims, among them the amounts that were not
// used, which become rows of rejects.
func (d *Draft) Add(doc *corpus.Document, claims *extract.Claims) error { return errTODO }

// Reject keeps a page that was not used.
func (d *Draft) Reject(r corpus.Reject) error { return errTODO }

// Duplicates says which documents are copies: the id of the document that
// each repeats, by its own id. It must come after the last Add.
func (d *Draft) Duplicates(of map[string]string) {}

// Finding keeps a contradiction with its evidence. It must come after the
// last Add; a claim id that was never added is an error.
func (d *Draft) Finding(f Finding) error { return errTODO }

// NearMiss keeps what was not flagged. It must come after the last Add.
func (d *Draft) NearMiss(m NearMiss) error { return errTODO }

// Commit writes the datasets, the report and, last, the manifest, and puts
// the folder in its place: dir then holds this run, or what it held before.
func (d *Draft) Commit(m Manifest) (*Manifest, error) { return nil, errTODO }

// Abort removes the draft; after Commit it does nothing.
func (d *Draft) Abort() error { return nil }
