package output

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/folder"
	"roleclaims/extract"
)

// Draft is a run folder in the making, beside the folder it will become. Add
// and Reject may be called by several goroutines at once and in any order: the
// order of rows does not depend on it. Then come Duplicates, Finding and
// NearMiss, and Commit or Abort.
type Draft struct {
	ctx     context.Context
	dir     string // the folder to be
	partial string // the folder so far
	force   bool
	lock    *os.File

	documents        *spool[DocumentRow]
	responsibilities *spool[ResponsibilityRow]
	salaries         *spool[SalaryRow]
	comparisons      *spool[ComparisonRow]
	contradictions   *spool[ContradictionRow]
	evidence         *spool[EvidenceRow]
	nearMisses       *spool[NearMissRow]
	rejects          *spool[RejectRow]

	quotes     *spool[EvidenceRow] // one a claim, to be found by its id
	duplicates map[string]string
	temporary  []*os.File
}

// Create begins a run that will stand in dir, which must be absent, empty or,
// with force, a run of ours. It first mends what a killed run left beside
// dir. Its errors say in one line what to do. When ctx ends, so does whatever
// method of the draft is at work, with the error of ctx; Abort is still due.
func Create(ctx context.Context, dir string, force bool) (*Draft, error) {
	dir, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return nil, unwritable(dir, err)
	}
	if err := mend(dir); err != nil {
		return nil, err
	}
	if err := vacant(dir, force); err != nil {
		return nil, err
	}
	if _, err := savedReview(dir); err != nil {
		return nil, err // rather now than after the work
	}
	d := newDraft(ctx, dir, sibling(dir, partialMark), force)
	if err := os.Mkdir(d.partial, 0o777); err != nil {
		return nil, unwritable(dir, err)
	}
	if d.lock, _, err = folder.Lock(d.partial); err != nil {
		return nil, errors.Join(fmt.Errorf("create %s: %w", dir, err), d.Abort())
	}
	return d, nil
}

func newDraft(ctx context.Context, dir, partial string, force bool) *Draft {
	return &Draft{
		ctx: ctx, dir: dir, force: force, partial: partial,
		documents:        newSpool(ctx, partial, documents),
		responsibilities: newSpool(ctx, partial, responsibilities),
		salaries:         newSpool(ctx, partial, salaries),
		comparisons:      newSpool(ctx, partial, comparisons),
		contradictions:   newSpool(ctx, partial, contradictions),
		evidence:         newSpool(ctx, partial, evidence),
		nearMisses:       newSpool(ctx, partial, nearMisses),
		rejects:          newSpool(ctx, partial, rejects),
		quotes:           newSpool(ctx, partial, quotes),
	}
}

// Slots are what detection compares of one document: of each claim by its id,
// in a form that output does not read, and the pairs of roles that the
// document sets side by side. The zero value is of a document that says
// nothing.
type Slots struct {
	Claims   map[string]string
	Compared []string
}

// Temporary returns a file for what is needed only while the draft is made, in
// folder or, for "", in the draft's own. Commit and Abort close and remove it.
func (d *Draft) Temporary(folder string) (*os.File, error) {
	file, err := scratch(cmp.Or(folder, d.partial))
	if err != nil {
		return nil, err
	}
	d.temporary = append(d.temporary, file)
	return file, nil
}

// scratch returns a temporary file in folder. Where the system allows it the
// file has no name, and so does not outlive the process, however that ends.
func scratch(folder string) (*os.File, error) {
	file, err := os.CreateTemp(folder, spoolMark+"*")
	if err != nil {
		return nil, fmt.Errorf("temporary file: %w", err)
	}
	_ = os.Remove(file.Name()) // some systems remove no open file
	return file, nil
}

// discard closes a file of scratch and removes it.
func discard(file *os.File) error {
	err := file.Close()
	if removed := os.Remove(file.Name()); !errors.Is(removed, os.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}

// Add keeps a document and its claims, among them the amounts that were not
// used, which become rows of rejects.
func (d *Draft) Add(doc *corpus.Document, claims *extract.Claims, slots Slots) error {
	b := builder{doc: doc, points: newPoints(doc.Text), slots: slots}
	row := b.document()
	if err := d.documents.add(&row); err != nil {
		return err
	}
	for i := range claims.Responsibilities {
		c := &claims.Responsibilities[i]
		if err := addClaim(d, &b, d.responsibilities, b.responsibility, c, c.ID, &c.Evidence); err != nil {
			return err
		}
	}
	for i := range claims.Salaries {
		c := &claims.Salaries[i]
		if err := addClaim(d, &b, d.salaries, b.salary, c, c.ID, &c.Evidence); err != nil {
			return err
		}
	}
	for i := range claims.Comparisons {
		c := &claims.Comparisons[i]
		if err := addClaim(d, &b, d.comparisons, b.comparison, c, c.ID, &c.Evidence); err != nil {
			return err
		}
	}
	for i := range claims.Unused {
		row, err := b.unused(&claims.Unused[i])
		if err != nil {
			return fmt.Errorf("document %s: %w", doc.URI, err)
		}
		if err := d.rejects.add(&row); err != nil {
			return err
		}
	}
	return nil
}

// addClaim keeps the row of a claim and its quote.
func addClaim[C, T any](d *Draft, b *builder, to *spool[T], build func(*C) (T, error), c *C, id string, e *extract.Evidence) error {
	quote, err := b.quote(id, e) // first: it checks the sentence's span
	if err != nil {
		return fmt.Errorf("document %s: %w", b.doc.URI, err)
	}
	row, err := build(c)
	if err != nil {
		return fmt.Errorf("document %s: %w", b.doc.URI, err)
	}
	if err := to.add(&row); err != nil {
		return err
	}
	return d.quotes.add(&quote)
}

// Text returns the text of the document with this uri, for the search for
// copies. It must come after the last Add.
func (d *Draft) Text(uri string) (string, error) {
	row, err := d.documents.find(uri)
	if err != nil {
		return "", fmt.Errorf("text of %s: %w", uri, err)
	}
	return row.Text, nil
}

// Reject keeps a page that was not used.
func (d *Draft) Reject(r corpus.Reject) error {
	row := RejectRow{URI: r.URI, Stage: string(r.Stage), Reason: r.Reason, Detail: r.Detail}
	return d.rejects.add(&row)
}

// Duplicates says which documents are copies: the id of the document that
// each repeats, by its own id. It must come after the last Add.
func (d *Draft) Duplicates(of map[string]string) { d.duplicates = of }

// Finding keeps a contradiction with its evidence. It must come after the
// last Add; a claim id that was never added is an error.
func (d *Draft) Finding(f Finding) error {
	a, err := d.side(&f, "a", f.A)
	if err != nil {
		return err
	}
	b, err := d.side(&f, "b", f.B)
	if err != nil {
		return err
	}
	return d.contradictions.add(&ContradictionRow{
		ContradictionID: f.ID, Kind: f.Kind, Tier: f.Tier, Scope: f.Scope,
		Roles: f.Roles, Topic: f.Topic, Summary: f.Summary, Severity: f.Severity, Confidence: f.Confidence,
		SourceA: a.Source, QuoteA: a.Quote, SourceB: b.Source, QuoteB: b.Quote,
		SupportA: int64(f.A.Support), SupportB: int64(f.B.Support),
		ClaimsA: int64(f.A.Total), ClaimsB: int64(f.B.Total),
		Rule: f.Rule, MissingScope: stated(f.MissingScope),
	})
}

// side keeps the evidence of one side and returns the best of it.
func (d *Draft) side(f *Finding, name string, s Side) (best EvidenceRow, err error) {
	if len(s.Claims) == 0 {
		return best, fmt.Errorf("contradiction %s: side %s has no claim", f.ID, name)
	}
	for i, id := range s.Claims {
		row, err := d.quotes.find(id)
		if err != nil {
			return best, fmt.Errorf("contradiction %s: claim %w", f.ID, err)
		}
		row.ContradictionID, row.Side, row.Rank = f.ID, name, int64(i+1)
		if err := d.evidence.add(&row); err != nil {
			return best, err
		}
		if i == 0 {
			best = row
		}
	}
	return best, nil
}

// NearMiss keeps what was not flagged. It must come after the last Add.
func (d *Draft) NearMiss(m NearMiss) error {
	a, err := d.quotes.find(m.ClaimA)
	if err != nil {
		return fmt.Errorf("near miss on %s: claim %w", m.Topic, err)
	}
	b, err := d.quotes.find(m.ClaimB)
	if err != nil {
		return fmt.Errorf("near miss on %s: claim %w", m.Topic, err)
	}
	return d.nearMisses.add(&NearMissRow{
		Kind: m.Kind, Roles: m.Roles, Topic: m.Topic, Reason: m.Reason, Pairs: int64(m.Pairs),
		ClaimA: m.ClaimA, QuoteA: a.Quote, ClaimB: m.ClaimB, QuoteB: b.Quote, Words: m.Words,
	})
}

// Abort removes the draft; after Commit it does nothing.
func (d *Draft) Abort() error {
	if d.partial == "" {
		return nil
	}
	err := d.closeSpools()
	if d.lock != nil {
		err = errors.Join(err, d.lock.Close())
	}
	err = errors.Join(err, os.RemoveAll(d.partial))
	d.partial = ""
	return err
}

// closeSpools closes the spools and temporary files and removes them.
func (d *Draft) closeSpools() error {
	closers := []interface{ remove() error }{
		d.documents, d.responsibilities, d.salaries, d.comparisons,
		d.contradictions, d.evidence, d.nearMisses, d.rejects, d.quotes,
	}
	var err error
	for _, c := range closers {
		err = errors.Join(err, c.remove())
	}
	for _, file := range d.temporary {
		err = errors.Join(err, discard(file))
	}
	d.temporary = nil
	return err
}

// vacant reports, as an error that says what to do, what stands in the way of
// a run in dir.
func vacant(dir string, force bool) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return unwritable(dir, err)
	case len(entries) == 0:
		// A rename can't replace a mount point; better to learn it before the
		// work than after it.
		if err := os.Remove(dir); err != nil {
			return fmt.Errorf("%s can't be replaced: choose a folder within it (%w)", dir, err)
		}
		return nil
	}
	switch _, err := readManifest(dir); {
	case err != nil:
		return fmt.Errorf("%s is not empty and holds no finished run: choose another folder", dir)
	case !force:
		return fmt.Errorf("%s holds a finished run: choose another folder, or --force to replace it", dir)
	default:
		return nil
	}
}

// unwritable says that there can be no run in dir, and why.
func unwritable(dir string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // its path may be one that the user never named
	}
	return fmt.Errorf("%s is no folder that a run can be written to: choose another one (%w)", dir, err)
}

// ours reports whether a file of a run folder is written by Commit; others,
// such as a reviewer's verdicts, outlive the run.
func ours(name string) bool {
	return slices.Contains(files, name) || strings.HasPrefix(name, spoolMark)
}
