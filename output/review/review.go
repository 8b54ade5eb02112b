// Package review serves the report of a run to one reviewer on this machine,
// takes verdicts on its contradictions, and keeps them in a file that is only
// appended to. It shows texts of strangers: none of them runs, and no other
// page or machine can speak with it.
package review

import (
	"context"
	"crypto/rand"
	_ "embed" // the page's additions
	"encoding/hex"
	"fmt"
	"html/template"
	"sync"
	"time"

	"roleclaims/output"
	"roleclaims/output/report"
	"roleclaims/output/verdict"
)

//go:embed dock.html.tmpl
var dockSource string

//go:embed review.css
var reviewStyle string

//go:embed review.js
var reviewScript string

// Config says who reviews, and where the verdicts go.
type Config struct {
	Verdicts string           // path of the file
	Reviewer string           // not empty
	Now      func() time.Time // the clock for verdicts
}

// Server answers the requests of one reviewer's browser. Close it after the
// last one.
type Server struct {
	run      *output.Run
	log      *verdict.Log
	reviewer string
	now      func() time.Time
	token    string
	serving  sync.RWMutex // held for reading by each request, so that the end can wait for them

	page     []byte
	policy   string
	findings map[string]report.Finding // by id
	evidence map[string]string         // hash by id
}

// New reads the run and lays out its page.
func New(ctx context.Context, run *output.Run, cfg Config) (*Server, error) {
	content, err := run.Quoted(ctx)
	if err != nil {
		return nil, err
	}
	judgeable, err := run.Judgeable()
	if err != nil {
		return nil, err
	}
	s := &Server{
		run: run, reviewer: cfg.Reviewer, now: cfg.Now, token: secret(),
		findings: map[string]report.Finding{}, evidence: map[string]string{},
	}
	for _, f := range judgeable {
		s.evidence[f.ID] = f.Evidence
	}
	for _, pairs := range [][]report.Pair{content.Pairs, content.Listed} {
		for _, pair := range pairs {
			for _, f := range pair.All() {
				s.findings[f.ID] = f
			}
		}
	}
	dock, err := layOut(dockSource, verdictKeys)
	if err != nil {
		return nil, err
	}
	if s.page, s.policy, err = report.Page(content, report.Extra{Style: reviewStyle, Script: reviewScript, Body: dock}); err != nil {
		return nil, err
	}
	if s.log, err = verdict.OpenLog(cfg.Verdicts); err != nil {
		return nil, err
	}
	return s, nil
}

// Close closes the file of verdicts.
func (s *Server) Close() error { return s.log.Close() }

// secret returns what nobody can guess.
func secret() string {
	var random [16]byte
	_, _ = rand.Read(random[:]) // it never fails: the program is ended instead
	return hex.EncodeToString(random[:])
}

// verdictKey is a button of the dock and the key that presses it.
type verdictKey struct {
	Key, Label string
	Verdict    verdict.Verdict
	Reason     verdict.Reason
}

var verdictKeys = []verdictKey{
	{"c", "Confirm", verdict.Confirmed, ""},
	{"1", "Same meaning", verdict.Dismissed, verdict.SameMeaning},
	{"2", "Other scope", verdict.Dismissed, verdict.OtherScope},
	{"3", "Wrong role", verdict.Dismissed, verdict.WrongRole},
	{"4", "Wrong amount", verdict.Dismissed, verdict.WrongAmount},
	{"5", "Not a claim", verdict.Dismissed, verdict.NotAClaim},
	{"6", "Other reason", verdict.Dismissed, verdict.OtherReason},
	{"u", "Unsure", verdict.Unsure, ""},
}

func layOut(source string, data any) (template.HTML, error) {
	t, err := template.New("dock").Parse(source)
	if err != nil {
		return "", fmt.Errorf("lay out the review: %w", err)
	}
	return execute(t, data)
}
