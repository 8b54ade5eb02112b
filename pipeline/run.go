package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"slices"
	"strings"
	"time"

	"roleclaims/corpus"
	"roleclaims/corpus/fetch"
	"roleclaims/corpus/read"
	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/place"
	"roleclaims/output"
)

// Options are what a run needs beside its settings; the zero value does.
type Options struct {
	Stdin    io.Reader            // for the input "-"
	Log      *slog.Logger         // nil is silent
	Progress func(Progress)       // called after each page and when another stage begins, by one goroutine; nil is none
	Fetching func(fetch.Progress) // called after each request to a web server, by one goroutine at a time; nil is none
}

// Stage is what a run is at, as one would say it.
type Stage string

// The stages of a run, and of a merge, which merges where a run analyses.
const (
	Analysing Stage = "analysing"
	Merging   Stage = "merging"
	Comparing Stage = "comparing"
	Writing   Stage = "writing"
)

// Progress is how far a run is. Only what takes pages counts them.
type Progress struct {
	Stage Stage
	Pages int // analysed or left out
	File  int // of Files, the one that the page came from
	Files int
}

// run is a run on its way.
type run struct {
	cfg           Config
	opts          Options
	inputs        *read.Inputs
	stores        []string                   // folders of fetched pages among the inputs
	links         []read.Link                // addresses that the inputs name
	seen          map[[sha256.Size]byte]bool // uris of pages
	robotsIgnored []string                   // reasons
	analyzer      *Analyzer
	draft         *output.Draft
	summary       *Summary
	pages         int
	notes         int             // on side files
	digest        digest          // of all inputs
	decisive      json.RawMessage // settings that change results
	ignored       map[string]int  // files of other kinds, by ending

	prints  []corpus.Fingerprint
	origins map[string]origin // by document
	records *Shuffle
}

// origin is where a document came from.
type origin struct{ uri, source string }

// Run does a whole run and writes it to cfg.Out. A Misuse is the user's to
// mend, any other error our own; after either, and when ctx ends, nothing is
// written.
func Run(ctx context.Context, cfg Config, opts Options) (*Summary, error) {
	started := time.Now()
	if err := cfg.Validate(); err != nil {
		return nil, Misuse{err}
	}
	lex, err := LoadLexicon(cfg.Lexicon)
	if err != nil {
		return nil, err
	}
	r := newRun(cfg, opts)
	if r.analyzer, err = NewAnalyzer(lex, cfg.Roles, cfg.Disable); err != nil {
		return nil, blame(err, cfg.Lexicon)
	}
	if r.inputs, r.stores, err = findInputs(cfg); err != nil {
		return nil, Misuse{err}
	}
	if r.decisive, err = json.Marshal(results{r.analyzer.roles, r.cfg.Limit, r.analyzer.disabled}); err != nil {
		return nil, fmt.Errorf("manifest: %w", err)
	}
	return r.write(ctx, lex, started, func(ctx context.Context) error {
		err := r.analyze(ctx)
		if n := r.inputs.Ignored; n > 0 { // some are found in archives
			r.ignored = map[string]int{"other": n}
		}
		return err
	})
}

// write makes the folder of a run: fill keeps what was found, copies and
// contradictions are found among it, and all is committed.
func (r *run) write(ctx context.Context, lex *lexicon.Lexicon, started time.Time, fill func(context.Context) error) (summary *Summary, err error) {
	if err := temporary(r.cfg); err != nil {
		return nil, Misuse{err}
	}
	if r.draft, err = output.Create(ctx, r.cfg.Out, r.cfg.Force); err != nil {
		return nil, Misuse{err}
	}
	defer func() { err = errors.Join(err, r.draft.Abort()) }()
	r.records = NewShuffle(cmp.Or(r.cfg.Memory, DefaultMemory), func() (*os.File, error) { return r.draft.Temporary(r.cfg.Temp) })
	if err := fill(ctx); err != nil {
		return nil, err
	}
	r.tell(Progress{Stage: Comparing})
	if err := r.compare(ctx, place.New(lex)); err != nil {
		return nil, err
	}
	for _, n := range r.ignored {
		r.summary.Ignored += n
	}
	r.tell(Progress{Stage: Writing})
	return r.summary, r.commit(lex, started)
}

// temporary reports a folder for temporary files that is not there.
func temporary(cfg Config) error {
	if info, err := os.Stat(cmp.Or(cfg.Temp, ".")); err != nil || !info.IsDir() {
		return fmt.Errorf("--temp %s: no such folder", cfg.Temp)
	}
	return nil
}

func newRun(cfg Config, opts Options) *run {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	return &run{cfg: cfg, opts: opts, summary: newSummary(cfg.Out), origins: map[string]origin{}, seen: map[[sha256.Size]byte]bool{}}
}

// analyze takes every page through the analysis; rows go to the draft.
func (r *run) analyze(ctx context.Context) error {
	pages := r.took(limited(r.inputs.Pages(ctx, r.opts.Stdin), r.cfg.Limit))
	if err := flow(ctx, pages, r.cfg.Workers, r.analyzer.Analyze, r.collect); err != nil {
		return err
	}
	left := r.cfg.Limit - r.pages
	if len(r.links)+len(r.stores) == 0 || r.cfg.Limit > 0 && left == 0 {
		return nil
	}
	pages, err := r.fetched(ctx)
	if err != nil {
		return err
	}
	return flow(ctx, limited(r.took(pages), max(left, 0)), r.cfg.Workers, r.analyzer.Analyze, r.collect)
}

// collect keeps what one page gave. It is called in the order of the inputs.
func (r *run) collect(input read.Input, a Analysis) error {
	r.pages++
	r.identify(input)
	r.summary.addAnalysis(&a)
	r.warn(input.Notes)
	r.tell(Progress{Stage: Analysing, Pages: r.pages, File: cmp.Or(input.File, r.inputs.Len()), Files: r.inputs.Len()})
	if a.Reject != nil {
		if err := refused(a.Reject); err != nil {
			return err
		}
		if a.Stack != "" {
			r.opts.Log.Error("panic in the analysis of a page", "uri", a.Reject.URI, "cause", a.Reject.Detail, "stack", a.Stack)
		}
		r.opts.Log.Info("left out", "uri", a.Reject.URI, "stage", a.Reject.Stage, "reason", a.Reject.Reason, "detail", a.Reject.Detail)
		return r.draft.Reject(*a.Reject)
	}
	r.opts.Log.Debug("analysed", "uri", a.Document.URI, "words", a.Document.Words, "responsibilities", len(a.Claims.Responsibilities),
		"salaries", len(a.Claims.Salaries), "comparisons", len(a.Claims.Comparisons))
	r.prints = append(r.prints, a.Fingerprint)
	r.origins[a.Document.ID] = origin{a.Document.URI, strings.Clone(a.Document.Source)} // it may be a piece of the page
	for i := range a.Records {
		if err := r.records.Add(&a.Records[i]); err != nil {
			return err
		}
	}
	return r.draft.Add(a.Document, &a.Claims, slots(a.Records))
}

// loudNotes is how many notes on side files are warnings: thousands of files
// may share a key that we don't read.
const loudNotes = 20

// warn says what of a side file was not used.
func (r *run) warn(notes []string) {
	for _, note := range notes {
		r.notes++
		switch {
		case r.notes <= loudNotes:
			r.opts.Log.Warn("left out of a side file", "what", note)
			continue
		case r.notes == loudNotes+1:
			r.opts.Log.Warn("more is left out of side files; --log-level info names all of it")
		}
		r.opts.Log.Info("left out of a side file", "what", note)
	}
}

// identify takes an input into the digest of all.
func (r *run) identify(input read.Input) {
	page, reason := input.Page, ""
	if input.Reject != nil {
		page.URI, reason = input.Reject.URI, input.Reject.Reason
	}
	body := sha256.Sum256(page.Body)
	r.digest.add(sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %+q %x %q", page.URI, page.Format, page.ContentType, page.FetchedAt, page.Meta, body, reason)))
}

// tell says how far the run is.
func (r *run) tell(at Progress) {
	if r.opts.Progress != nil {
		r.opts.Progress(at)
	}
}

// compare finds copies and contradictions among all documents.
func (r *run) compare(ctx context.Context, places *place.Gazetteer) error {
	copies, err := corpus.Duplicates(ctx, r.prints, func(id string) (string, error) { return r.draft.Text(r.origins[id].uri) })
	if err != nil {
		return err
	}
	r.draft.Duplicates(copies)
	r.summary.Duplicates = len(copies)
	independent := map[string]string{}
	for id, original := range copies {
		independent[id] = r.origins[original].source
	}
	env := contradict.Env{Independent: independent, Places: places}
	return r.records.Detect(ctx, env, r.cfg.Workers, r.found)
}

// found keeps what some of the records gave.
func (r *run) found(result contradict.Result) error {
	for _, f := range result.Findings {
		r.summary.addFinding(&f)
		if err := r.draft.Finding(finding(f)); err != nil {
			return err
		}
	}
	for _, m := range result.NearMisses {
		if err := r.draft.NearMiss(nearMiss(m)); err != nil {
			return err
		}
	}
	r.summary.NearMisses += len(result.NearMisses)
	return nil
}

// commit writes the run.
func (r *run) commit(lex *lexicon.Lexicon, started time.Time) error {
	if len(r.links) == 0 {
		r.cfg.Fetch = fetch.Config{}
	}
	local, err := json.Marshal(struct {
		Config
		RobotsIgnored []string `json:"robots_ignored,omitempty"` // why, for pages that were fetched without asking robots.txt
	}{r.cfg, slices.Compact(slices.Sorted(slices.Values(r.robotsIgnored)))})
	if err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	written, err := r.draft.Commit(output.Manifest{
		Tool: tool(), Lexicon: lex.Digest(), Inputs: r.digest.String(), Config: r.decisive, Ignored: r.ignored, Local: local,
		Started: started.UTC().Format(time.RFC3339), Finished: time.Now().UTC().Format(time.RFC3339),
	})
	if err != nil {
		return err
	}
	r.summary.RunID = written.RunID
	return nil
}

// tool is what manifests call this program.
func tool() string { return "roleclaims " + Version }
