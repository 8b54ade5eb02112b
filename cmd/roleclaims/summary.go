package main

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"roleclaims/extract/contradict"
	"roleclaims/pipeline"
)

// style sets text off on a terminal.
type style struct{ bold, warn, dim, off string }

var (
	plain = style{}
	ansi  = style{bold: "\x1b[1m", warn: "\x1b[33m", dim: "\x1b[2m", off: "\x1b[0m"}
)

// writeSummary tells a person what was read, found and left out, and what to
// open next. It is talk: a stream that takes it no longer stops nothing.
func writeSummary(w io.Writer, s *pipeline.Summary, c style) {
	say := func(head, format string, args ...any) {
		fmt.Fprintf(w, "%s%-9s%s %s\n", c.bold, head, c.off, fmt.Sprintf(format, args...))
	}
	read := count(s.Documents, "article")
	if s.Duplicates > 0 {
		read += fmt.Sprintf(", %s among them", plural(s.Duplicates, "1 copy of another", "%d copies of others"))
	}
	say("read", "%s", read)
	say("found", "%s, %s, %s",
		plural(s.Responsibilities, "1 responsibility", "%d responsibilities"),
		plural(s.Salaries, "1 salary", "%d salaries"),
		count(s.Comparisons, "comparison"))
	say("", "%s%s, %s", count(s.Headlines(), "contradiction"), tiers(s.Contradictions),
		plural(s.NearMisses, "1 kind of near miss", "%d kinds of near miss"))
	if left := leftOut(s); left != "" {
		say("left out", "%s", left)
	}
	for i, top := range s.Top {
		head := ""
		if i == 0 {
			head = "severest"
		}
		say(head, "%s%.2f%s %s %s(%s, %s)%s", c.warn, top.Severity, c.off, oneLine(top.Summary, 160), c.dim, top.Kind, top.Tier, c.off)
	}
	say("open", "%s", filepath.Join(s.Out, "report.html"))
}

func count(n int, noun string) string { return plural(n, "1 "+noun, "%d "+noun+"s") }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}

// tiers splits the count of contradictions, firmest first; the lowest tier is
// outside of it.
func tiers(counts map[string]int) string {
	var parts []string
	for _, tier := range []string{contradict.Stated, contradict.Contested} {
		if n := counts[tier]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, tier))
		}
	}
	text := ""
	if len(parts) > 0 {
		text = " (" + strings.Join(parts, ", ") + ")"
	}
	if n := counts[contradict.ClaimedByBoth]; n > 0 {
		text += ", " + plural(n, "1 duty that two roles claim", "%d duties that two roles claim")
	}
	return text
}

func leftOut(s *pipeline.Summary) string {
	var parts []string
	if n := s.Rejects(); n > 0 {
		parts = append(parts, count(n, "article")+" ("+countList(s.Rejected)+")")
	}
	if s.UnusedAmounts > 0 {
		parts = append(parts, plural(s.UnusedAmounts, "1 amount that is no pay of a role", "%d amounts that are no pay of a role"))
	}
	if s.Ignored > 0 {
		parts = append(parts, count(s.Ignored, "file")+" of other kinds")
	}
	return strings.Join(parts, ", ")
}

// countList writes counts by name, in the order of names.
func countList(counts map[string]int) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[name], name))
	}
	return strings.Join(parts, ", ")
}

// oneLine cuts a text to so many characters and makes it safe to print: it
// holds words of articles, which could hold a terminal's control codes.
func oneLine(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}
