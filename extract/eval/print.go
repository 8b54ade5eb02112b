package eval

import (
	"fmt"
	"io"
	"strings"
)

// Detail says how much Print tells.
type Detail int

// The details, each with all before it.
const (
	Totals   Detail = iota // one line a kind; names no text
	Articles               // the lines of each article
	Misses                 // every miss and every false alarm
)

// Print writes the measures of a set as gold/score.py does, line for line:
// those of each article, then those of all.
func (g Gold) Print(w io.Writer, found Found, detail Detail) error {
	p := printer{w: w}
	for _, article := range g.PerArticle(found) {
		if detail < Articles {
			break
		}
		p.line("%s", article.Doc)
		for _, s := range article.Scores {
			if detail >= Misses {
				p.misses(s)
			}
			p.line("  %s", s)
		}
	}
	for _, s := range g.Score(found) {
		if s.Kind != "contradictions" {
			p.line("all %s", s)
			continue
		}
		if detail >= Misses {
			p.misses(s)
		}
		p.line("all %s right kind %d", s, s.RightKind)
	}
	return p.err
}

// printer keeps the first error of a writer.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) misses(s Score) {
	for _, m := range s.Missed {
		p.line("  missed      %s", oneLine(m))
	}
	for _, f := range s.FalseAlarm {
		p.line("  false alarm %s", oneLine(f))
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
