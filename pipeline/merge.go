package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"strings"
	"time"

	"roleclaims/corpus"
	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
	"roleclaims/output"
)

// Merge makes one run of several finished ones, whose folders are cfg.Inputs,
// from their datasets alone: claims are kept, copies and contradictions are
// found anew over all. Its datasets and reports have the bytes of one run over
// the inputs of all, in the order of the runs. Roles, Limit and Disable are
// those of the runs and not read. A Misuse is the user's to mend.
func Merge(ctx context.Context, cfg Config, opts Options) (*Summary, error) {
	started := time.Now()
	cfg.Roles, cfg.Limit, cfg.Disable = nil, 0, nil
	if err := cfg.Validate(); err != nil {
		return nil, Misuse{err}
	}
	lex, err := LoadLexicon(cfg.Lexicon)
	if err != nil {
		return nil, err
	}
	m := merge{run: newRun(cfg, opts)}
	if err := m.open(lex); err != nil {
		return nil, Misuse{err}
	}
	return m.write(ctx, lex, started, m.restore)
}

// merge is a merge on its way. Of run it uses what comes after the analysis.
type merge struct {
	*run
	runs []*merged
}

// merged is one of the runs.
type merged struct {
	*output.Run
	dropped map[string]bool // doc_ids of articles whose uri an earlier run has
}

// open opens the runs, which must be of one kind: contradictions are found
// among claims that were found alike.
func (m *merge) open(lex *lexicon.Lexicon) error {
	m.ignored = map[string]int{}
	byID := map[string]string{}
	for i, dir := range m.cfg.Inputs {
		run, err := output.Open(dir)
		if err != nil {
			return fmt.Errorf("%w; name folders that roleclaims run --out DIR wrote", err)
		}
		if same(dir, m.cfg.Out) {
			return fmt.Errorf("--out %s is one of the runs to merge: choose another folder", m.cfg.Out)
		}
		is := &run.Manifest
		if earlier, twice := byID[is.RunID]; twice {
			return fmt.Errorf("%s and %s are the same run: name it once", earlier, dir)
		}
		byID[is.RunID] = dir
		decisive, err := unlimited(is.Config)
		if err != nil {
			return fmt.Errorf("%s: run.json: %w", dir, err)
		}
		if i == 0 {
			m.decisive = decisive
		}
		switch {
		case is.SchemaVersion != output.SchemaVersion || is.Tool != tool():
			return fmt.Errorf("%s was written by %s with schema version %d, this is %s with %d: run it again to merge it", dir, is.Tool, is.SchemaVersion, tool(), output.SchemaVersion)
		case is.Lexicon != lex.Digest():
			return fmt.Errorf("%s read other word lists: name those that all runs read with --lexicon DIR", dir)
		case string(decisive) != string(m.decisive):
			return fmt.Errorf("%s was run with other --roles or --disable-rule than %s: %s and %s", dir, m.cfg.Inputs[0], decisive, m.decisive)
		}
		inputs, err := readDigest(is.Inputs)
		if err != nil {
			return fmt.Errorf("%s: run.json: %w", dir, err)
		}
		m.digest.add(inputs)
		for ending, n := range is.Ignored {
			m.ignored[ending] += n
		}
		m.runs = append(m.runs, &merged{Run: run, dropped: map[string]bool{}})
	}
	return nil
}

// same reports whether two paths name one folder.
func same(a, b string) bool {
	one, err := os.Stat(a)
	other, otherErr := os.Stat(b)
	return err == nil && otherErr == nil && os.SameFile(one, other)
}

// unlimited returns the settings that change results, but for --limit, which
// says where a run ended and nothing of what it found.
func unlimited(config json.RawMessage) (json.RawMessage, error) {
	var r results
	if err := json.Unmarshal(config, &r); err != nil {
		return nil, err
	}
	r.Limit = 0
	return json.Marshal(r)
}

// restore keeps what all runs found. Claims come after all documents, as rows
// of claims say where their article came from.
func (m *merge) restore(ctx context.Context) error {
	for _, restore := range []func(context.Context, *merged) error{m.documents, m.claims} {
		for _, run := range m.runs {
			if err := restore(ctx, run); err != nil {
				return fmt.Errorf("%s: %w", run.Dir, err)
			}
		}
	}
	return nil
}

// documents restores the articles and rejects of a run. Of two pages with one
// uri the earlier run's counts, as in one run.
func (m *merge) documents(ctx context.Context, run *merged) error {
	for row, err := range run.Documents() {
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return err
		}
		m.step()
		if m.repeated(row.URI) {
			run.dropped[row.DocID] = true
			if err := m.reject(repeatedRow(row.URI)); err != nil {
				return err
			}
			continue
		}
		m.summary.Documents++
		m.prints = append(m.prints, corpus.NewFingerprint(&corpus.Document{ID: row.DocID, URI: row.URI, Text: row.Text}))
		m.origins[row.DocID] = origin{row.URI, row.Source}
		for _, key := range row.Compared {
			a, b, _ := strings.Cut(key, " ")
			if err := m.records.Add(&contradict.Record{Kind: contradict.Compared, Key: key, Role: a, Other: b, Doc: row.DocID, Source: row.Source}); err != nil {
				return err
			}
		}
		row.DuplicateOf = nil
		if err := m.draft.RestoreDocument(&row); err != nil {
			return err
		}
	}
	return m.rejects(ctx, run)
}

func (m *merge) rejects(ctx context.Context, run *merged) error {
	for row, err := range run.Rejects() {
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return err
		}
		switch {
		case row.DocID != nil && run.dropped[*row.DocID]:
			continue
		case row.DocID == nil && row.Stage != string(corpus.StageRead) && m.repeated(row.URI):
			row = repeatedRow(row.URI)
		}
		if err := m.reject(row); err != nil {
			return err
		}
	}
	return nil
}

// repeated notes the uri of a page that was read, and reports whether an
// earlier run has one with it.
func (m *merge) repeated(uri string) bool {
	key := sha256.Sum256([]byte(uri))
	was := m.seen[key]
	m.seen[key] = true
	return was
}

func repeatedRow(uri string) output.RejectRow {
	r := repeatedURI(uri)
	return output.RejectRow{URI: r.URI, Stage: string(r.Stage), Reason: r.Reason, Detail: r.Detail}
}

func (m *merge) reject(row output.RejectRow) error {
	if row.DocID == nil {
		m.summary.Rejected[row.Stage+": "+row.Reason]++
	} else {
		m.summary.UnusedAmounts++
	}
	return m.draft.RestoreReject(&row)
}

// step tells how far the merge is.
func (m *merge) step() {
	m.pages++
	m.tell(Progress{Stage: Merging, Pages: m.pages})
}

// claims restores the claims of a run and has what detection compares of them
// compared.
func (m *merge) claims(ctx context.Context, run *merged) error {
	if err := restoreClaims(ctx, m, run, run.Responsibilities(), dutyRecord, m.draft.RestoreResponsibility, &m.summary.Responsibilities); err != nil {
		return err
	}
	if err := restoreClaims(ctx, m, run, run.Salaries(), payRecord, m.draft.RestoreSalary, &m.summary.Salaries); err != nil {
		return err
	}
	return restoreClaims(ctx, m, run, run.Comparisons(), orderRecord, m.draft.RestoreComparison, &m.summary.Comparisons)
}

// restoreClaims keeps the claims of one dataset and counts them.
func restoreClaims[T any](ctx context.Context, m *merge, run *merged, rows iter.Seq2[T, error],
	claim func(*T) (*string, contradict.Record), keep func(*T, *output.Stand) error, count *int,
) error {
	for row, err := range rows {
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return err
		}
		slots, record := claim(&row)
		if run.dropped[record.Doc] {
			continue
		}
		at, err := m.compared(slots, record)
		if err == nil {
			err = keep(&row, at)
		}
		if err != nil {
			return err
		}
		*count++
	}
	return nil
}

// compared adds the records of a claim. It returns where the claim stands, nil
// if nothing of it is compared.
func (m *merge) compared(slots *string, claim contradict.Record) (*output.Stand, error) {
	if slots == nil {
		return nil, nil
	}
	records, err := contradict.ReadSlots(*slots, claim)
	if err != nil {
		return nil, err
	}
	for i := range records {
		if err := m.records.Add(&records[i]); err != nil {
			return nil, err
		}
	}
	if len(records) == 0 {
		return nil, nil
	}
	return &output.Stand{URI: m.origins[claim.Doc].uri, Sentence: records[0].Sentence}, nil
}
