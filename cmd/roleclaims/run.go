package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

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
names pages that have to be fetched. Without INPUT the embedded sample is read.

Exit codes: 0 done; 1 a contradiction at or over --fail-on; 2 wrong use; 3 part of
the input was rejected, with --strict; 4 the machine or the program failed; 130
interrupted. Only with 0, 1 and 3 was a run written.`,
		Example: `  roleclaims run --out out
  roleclaims run articles/ 'more/*.html' --out out --force --roles 'CTO,VP of Engineering'
  roleclaims run - --out out --json < articles.jsonl`,
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
	log := newLogger(t.err, s)
	bar := newProgress(t.err, onTerminal(t.err))
	summary, err := pipeline.Run(cmd.Context(), s.config(inputs), pipeline.Options{
		Stdin:    t.in,
		Log:      log,
		Progress: bar.step,
	})
	bar.done()
	if err != nil {
		return classify(err)
	}
	style := plain
	if colored(s.color.value, t.err, env) {
		style = ansi
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
		return verdict{exitRejects, fmt.Sprintf("%d of the articles could not be used (--strict); see rejects.parquet in %s", n, summary.Out)}
	}
	if worst, ok := summary.Severest(); ok && !s.failOn.never && worst >= s.failOn.least {
		return verdict{exitFindings, fmt.Sprintf("a contradiction has severity %.2f (--fail-on %s)", worst, s.failOn.text)}
	}
	return nil
}

func newLogger(w io.Writer, s settings) *slog.Logger {
	var level slog.Level
	// The flag allows only words that slog knows.
	if err := level.UnmarshalText([]byte(s.logLevel.value)); err != nil {
		panic(err)
	}
	options := &slog.HandlerOptions{Level: level}
	if s.logFormat.value == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

func onTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// colored follows the conventions of no-color.org where the user left it open.
func colored(choice string, w io.Writer, env func(string) (string, bool)) bool {
	if choice != "auto" {
		return choice == "always"
	}
	noColor, _ := env("NO_COLOR")
	kind, _ := env("TERM")
	return noColor == "" && kind != "dumb" && onTerminal(w)
}
