package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

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
	bar        *progressbar.ProgressBar // nil before the first page, and off a terminal
	last       time.Time
}

func newProgress(w io.Writer, onTerminal bool) *progress {
	return &progress{w: w, onTerminal: onTerminal, last: time.Now()}
}

// step is called after each page.
func (p *progress) step(at pipeline.Progress) {
	if !p.onTerminal {
		if now := time.Now(); now.Sub(p.last) >= heartbeat {
			p.last = now
			fmt.Fprintf(p.w, "analysed %d articles, file %d of %d\n", at.Pages, at.File, at.Files)
		}
		return
	}
	done, total := at.File, at.Files
	if total <= 1 {
		done, total = at.Pages, -1
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.w),
			progressbar.OptionSetDescription("analysing"),
			progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond),
		)
	}
	_ = p.bar.Set(done) // a bar that can't be drawn stops no run
}

// done takes the bar away.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
