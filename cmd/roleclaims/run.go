package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"roleclaims/pipeline"
)

func newRun(t terminal, env func(string) (string, bool)) *cobra.Command {
	var s settings
	cmd := &cobra.Command{
		Use:   "run [INPUT...] --out DIR",
		Short: "Read articles, write datasets and a report",
		Long: `Run reads articles and writes a folder of Parquet datasets, report.html, report.md
and run.json.

An INPUT is a text (.txt), Markdown (.md) or HTML (.html) file, a web archive (.warc), a
.jsonl file with one object a line {"url", "source", "title", "published", "text" or
"html"}, a table (.csv, .tsv) with columns of these names, any of these gzipped
(.gz), a folder (searched with its subfolders), a glob in quotes, or - for standard
input. A sitemap or feed (.xml, .rss, .atom), or a list of addresses (.urls, .txt),
names pages, and so does an address on the command line: they are fetched, politely,
into a store beside the output folder (--store), and read from there the next time. A
store that roleclaims fetch filled is an INPUT too. Without INPUT the embedded sample
is read.

Exit codes: 0 done; 1 a contradiction at or over --fail-on; 2 wrong use; 3 part of
the input was rejected, with --strict; 4 the machine or the program failed; 130
interrupted. Only with 0, 1 and 3 was a run written.`,
		Example: `  roleclaims run --out out
  roleclaims run articles/ 'more/*.html' --out out --force --roles 'CTO,VP of Engineering'
  roleclaims run - --out out --json < articles.jsonl
  roleclaims run https://example.org/cto-vs-vp --contact me@example.org --out out`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.load(cmd.Flags(), env); err != nil {
				return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
			}
			return runOnce(cmd, s, args, t, env)
		},
	}
	s.register(cmd.Flags())
	return cmd
}

// runOnce does the run and judges it by --strict and --fail-on.
func runOnce(cmd *cobra.Command, s settings, inputs []string, t terminal, env func(string) (string, bool)) error {
	cfg := s.config(inputs)
	bar := newProgress(t.err, onTerminal(t.err))
	summary, err := pipeline.Run(cmd.Context(), cfg, pipeline.Options{
		Stdin:    t.in,
		Log:      s.talk.logger(t.err),
		Progress: bar.step,
		Fetching: bar.fetched,
	})
	bar.done()
	switch {
	case errors.Is(err, context.Canceled) && bar.requests > 0:
		return outcome{exitInterrupted, fmt.Sprintf("interrupted; no run was written, what was fetched is kept in %s, and the same command goes on there", cfg.StoreDir())}
	case err != nil:
		return classify(err)
	}
	style := s.talk.style(t.err, env)
	if summary.Fetched != nil {
		writeFetched(t.err, summary.Fetched, style)
		fmt.Fprintf(t.err, "%s%-9s%s %s, which is asked before the web the next time\n", style.bold, "kept in", style.off, summary.Store)
	}
	writeSummary(t.err, summary, style)
	if s.json {
		if err := writeJSON(t.out, summary); err != nil {
			return internalError{fmt.Errorf("summary: %w", err)}
		}
	}
	return judge(s, summary)
}

// writeJSON prints a value for programs.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// judge turns a finished run into an exit code. Rejects come first: what an
// incomplete run found says less.
func judge(s settings, summary *pipeline.Summary) error {
	if n := summary.Rejects(); s.strict && n > 0 {
		return outcome{exitRejects, fmt.Sprintf("%d of the articles could not be used (--strict); see rejects.parquet in %s", n, summary.Out)}
	}
	if worst, ok := summary.Severest(); ok && !s.failOn.never && worst >= s.failOn.least {
		return outcome{exitFindings, fmt.Sprintf("a contradiction has severity %.2f (--fail-on %s)", worst, s.failOn.text)}
	}
	return nil
}
