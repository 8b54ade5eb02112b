package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"roleclaims/corpus/fetch"
	"roleclaims/pipeline"
)

// heartbeat is how often a run that talks to no terminal says how far it is.
const heartbeat = 10 * time.Second

// progress shows how far a run is: a bar on a terminal, a line now and then
// elsewhere. One file may hold any number of pages, so with a single file the
// total is not known.
type progress struct {
	w          io.Writer
	onTerminal bool
	bar        *progressbar.ProgressBar // nil before the first step, and off a terminal
	stage      pipeline.Stage
	last       time.Time
	requests   int // sent to web servers
}

func newProgress(w io.Writer, onTerminal bool) *progress {
	return &progress{w: w, onTerminal: onTerminal, last: time.Now()}
}

// fetched is called after each request to a web server.
func (p *progress) fetched(at fetch.Progress) {
	p.requests++
	what := fmt.Sprintf("%s, %s, %s, %s", count(at.Hosts, "host"), count(at.Pages, "page"), size(at.Bytes), count(at.Errors, "error"))
	if !p.onTerminal {
		if p.due() {
			fmt.Fprintf(p.w, "fetched %d of %d addresses: %s\n", at.Done, at.Known, what)
		}
		return
	}
	if p.bar == nil {
		p.bar = newBar(p.w, at.Known, progressbar.OptionShowCount())
	}
	p.bar.ChangeMax(max(at.Known, 1))
	p.bar.Describe("fetching: " + what)
	_ = p.bar.Set(at.Done) // a bar that can't be drawn stops no run
	if at.Done == at.Known {
		p.done()
	}
}

// due reports whether it is time for a line again.
func (p *progress) due() bool {
	now := time.Now()
	if now.Sub(p.last) < heartbeat {
		return false
	}
	p.last = now
	return true
}

// newBar draws on a terminal.
func newBar(w io.Writer, total int, options ...progressbar.Option) *progressbar.ProgressBar {
	return progressbar.NewOptions(total, append(options, progressbar.OptionSetWriter(w), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))...)
}

// step is called after each page, and when another stage begins.
func (p *progress) step(at pipeline.Progress) {
	if !p.onTerminal {
		if p.due() {
			fmt.Fprintln(p.w, said(at))
		}
		return
	}
	done, total := at.File, at.Files
	if total <= 1 {
		done, total = at.Pages, -1
	}
	if p.stage != at.Stage {
		p.done()
		p.stage = at.Stage
	}
	if p.bar == nil {
		options := []progressbar.Option{progressbar.OptionSetDescription(string(at.Stage))}
		if at.Pages > 0 {
			options = append(options, progressbar.OptionShowCount())
		}
		p.bar = newBar(p.w, total, options...)
		_ = p.bar.RenderBlank()
	}
	_ = p.bar.Set(done) // a bar that can't be drawn stops no run
}

// said is how far a run is, in a line.
func said(at pipeline.Progress) string {
	line := string(at.Stage)
	if at.Pages > 0 {
		line += fmt.Sprintf(": %d articles", at.Pages)
	}
	if at.Files > 0 {
		line += fmt.Sprintf(", file %d of %d", at.File, at.Files)
	}
	return line
}

// done takes the bar away. Only a bar that is finished draws itself no more.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}
