package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"roleclaims/output"
	"roleclaims/output/verdict"
	"roleclaims/pipeline"
)

func newVerdicts(t terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "verdicts",
		Short: "Count, compare, merge and export what reviewers say",
		Args:  noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SuggestionsMinimumDistance = 2
	cmd.AddCommand(newVerdictsStats(t), newVerdictsAgree(t), newVerdictsMerge(t), newVerdictsExport(t))
	return cmd
}

// loadVerdicts reads files and merges them; each must be there.
func loadVerdicts(t terminal, files []string) ([]verdict.Entry, []verdict.Unread, error) {
	var all [][]verdict.Entry
	var bad []verdict.Unread
	for _, file := range files {
		if _, err := os.Stat(file); err != nil {
			return nil, nil, pipeline.Misuse{Err: fmt.Errorf("verdicts: %w", err)}
		}
		entries, unread, err := verdict.Load(file)
		if err != nil {
			return nil, nil, pipeline.Misuse{Err: err}
		}
		all, bad = append(all, entries), append(bad, unread...)
	}
	warnUnread(t.err, bad)
	return verdict.Merge(all...), bad, nil
}

// openReviewed opens a run and the verdicts on it.
func openReviewed(t terminal, dir string, files []string) (*output.Run, []verdict.Entry, []verdict.Unread, error) {
	run, err := output.Open(dir)
	if err != nil {
		return nil, nil, nil, pipeline.Misuse{Err: err}
	}
	if len(files) == 0 {
		files = []string{verdict.File(run.Dir)}
		if _, err := os.Stat(files[0]); errors.Is(err, os.ErrNotExist) {
			return nil, nil, nil, pipeline.Misuse{Err: fmt.Errorf("%s has no verdicts yet: give some with roleclaims review %s, or name a file with --verdicts", dir, dir)}
		}
	}
	entries, unread, err := loadVerdicts(t, files)
	return run, entries, unread, err
}

func newVerdictsStats(t terminal) *cobra.Command {
	var files []string
	cmd := &cobra.Command{
		Use:   "stats RUN",
		Short: "Say how precise each rule is by the verdicts, and what is left to judge",
		Long: `Stats sets verdicts against the contradictions of a run. A rule's precision is the
share of confirmed ones among those confirmed or dismissed, with its 95 % Wilson
interval; where reviewers differ a contradiction counts for neither. New ones were
never judged; carried ones were judged in an earlier run, on the same words; stale
ones on other words; gone ones are no longer found.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			run, entries, _, err := openReviewed(t, args[0], files)
			if err != nil {
				return err
			}
			findings, err := run.Judgeable()
			if err != nil {
				return internalError{err}
			}
			return printed(writeStats(t.out, verdict.Count(run.Manifest.RunID, findings, verdict.Fold(entries))))
		},
	}
	registerVerdicts(cmd, &files)
	return cmd
}

func registerVerdicts(cmd *cobra.Command, files *[]string) {
	cmd.Flags().StringArrayVar(files, "verdicts", nil, "`FILE` of verdicts; may be given again; RUN.verdicts.jsonl without it")
}

// printed marks an error of writing as our own.
func printed(err error) error {
	if err != nil {
		return internalError{err}
	}
	return nil
}

func newVerdictsAgree(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "agree A B",
		Short: "Say how far two files of verdicts agree, by Cohen's kappa",
		Long: `Agree compares two files of verdicts on the contradictions that both judge, on the
same words: the share of equal verdicts (confirmed, dismissed, unsure), Cohen's
kappa, which is 1 for full agreement and 0 for what chance would give, and each
contradiction on which they differ.`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			a, _, err := loadVerdicts(t, args[:1])
			if err != nil {
				return err
			}
			b, _, err := loadVerdicts(t, args[1:])
			if err != nil {
				return err
			}
			return printed(writeAgreement(t.out, verdict.Agree(a, b)))
		},
	}
}

func newVerdictsMerge(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:     "merge FILE...",
		Short:   "Join files of verdicts into one, on standard output",
		Long:    `Merge writes the lines of several files of verdicts in the order of their times, each once. The order of the files does not matter.`,
		Example: `  roleclaims verdicts merge ann.jsonl ben.jsonl > out/mine.verdicts.jsonl`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			entries, unread, err := loadVerdicts(t, args)
			if err != nil {
				return err
			}
			if err := printed(verdict.Write(t.out, entries)); err != nil {
				return err
			}
			if len(unread) > 0 {
				return outcome{exitRejects, fmt.Sprintf("%s no verdicts and were left out", plural(len(unread), "1 line is", "%d lines are"))}
			}
			return nil
		},
	}
}

func newVerdictsExport(t terminal) *cobra.Command {
	var files []string
	cmd := &cobra.Command{
		Use:   "export RUN",
		Short: "Write verdicts.parquet into a run, and its report anew with the verdicts",
		Long: `Export writes what reviewers say in the end as verdicts.parquet into the folder of
a run, and report.html and report.md anew with it. The next run into that folder
does the same by itself with the verdicts that stand beside it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			run, entries, unread, err := openReviewed(t, args[0], files)
			if err != nil {
				return err
			}
			state := verdict.Fold(entries)
			if err := run.WriteVerdicts(cmd.Context(), state, len(unread)); err != nil {
				return internalError{err}
			}
			fmt.Fprintf(t.err, "wrote     verdicts.parquet, report.html and report.md in %s, with verdicts on %s\n", args[0], plural(len(state), "1 contradiction", "%d contradictions"))
			return nil
		},
	}
	registerVerdicts(cmd, &files)
	return cmd
}
