package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"roleclaims/extract/contradict"
	"roleclaims/output"
)

func newDiff(t terminal, env func(string) (string, bool)) *cobra.Command {
	var asJSON, all bool
	color, failOn := newColor(), severity{never: true}
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show which contradictions two runs differ in",
		Long: `Diff compares the contradictions of two finished runs by their ids, which stay when
articles come or go: + new, - gone, ~ kept with another severity, tier or evidence.
Evidence is compared by side, source and quote.

Exit codes: 0 done, whether or not they differ; 1 a contradiction that is new, or was
milder, is at or over --fail-on; 2 wrong use; 4 the machine or the program failed.`,
		Example: `  roleclaims run articles/ --out new && roleclaims diff old new
  roleclaims diff old new --fail-on high       # for a job that watches articles`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completeRuns(2, false),
		RunE: func(_ *cobra.Command, args []string) error {
			before, err := openRun(args[0])
			if err != nil {
				return err
			}
			after, err := openRun(args[1])
			if err != nil {
				return err
			}
			warnOfRuns(t.err, &before.Manifest, &after.Manifest)
			changes, err := output.Diff(before, after)
			if err != nil {
				return internalError{err}
			}
			d := newDifference(before, after, changes)
			if asJSON {
				err = writeJSON(t.out, d)
			} else {
				style := plain
				if colored(color.value, t.out, env) {
					style = ansi
				}
				err = d.write(t.out, style, all)
			}
			if err != nil {
				return internalError{err}
			}
			return judgeChanges(changes, failOn)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&all, "all", false, "list those that did not change too, with =")
	flags.BoolVar(&asJSON, "json", false, "print an object")
	flags.Var(&failOn, "fail-on", "exit with 1 if a contradiction that is new, or was milder, is at least so severe: a number from 0 to 1, or low (0.2), medium (0.5), high (0.8)")
	flags.Var(&color, "color", "colour on standard output: auto, always or never")
	return cmd
}

// warnOfRuns says what else than articles may make two runs differ.
func warnOfRuns(talk io.Writer, before, after *output.Manifest) {
	switch {
	case before.RunID == after.RunID:
		fmt.Fprintln(talk, "roleclaims: both are the same run of the same articles")
	case before.Tool != after.Tool:
		fmt.Fprintf(talk, "roleclaims: %s wrote the old run, %s the new one: not every change is one of the articles\n", before.Tool, after.Tool)
	case before.Lexicon != after.Lexicon:
		fmt.Fprintln(talk, "roleclaims: the runs read different word lists: not every change is one of the articles")
	case string(before.Config) != string(after.Config):
		fmt.Fprintln(talk, "roleclaims: the runs had different settings (--roles, --limit, --disable-rule): not every change is one of the articles")
	}
}

// judgeChanges turns changes into an exit code. As in a run the lowest tier
// does not count.
func judgeChanges(changes *output.Changes, failOn severity) error {
	if failOn.never {
		return nil
	}
	for _, c := range slices.Concat(changes.New, changes.Kept) {
		milder := c.Was == nil || c.Was.Tier == contradict.ClaimedByBoth || c.Was.Severity < failOn.least
		if milder && c.Tier != contradict.ClaimedByBoth && c.Severity >= failOn.least {
			return outcome{exitFindings, fmt.Sprintf("contradiction %s has severity %.2f (--fail-on %s)", c.ContradictionID, c.Severity, failOn.text)}
		}
	}
	return nil
}
