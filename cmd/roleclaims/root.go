package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"roleclaims/pipeline"
)

// The exit codes but 0, which scripts may rely on.
const (
	exitFindings    = 1 // a contradiction at or over --fail-on
	exitUsage       = 2 // a wrong flag, input or output folder
	exitRejects     = 3 // part of the input was rejected, with --strict
	exitInternal    = 4 // our own machine failed: disk, model, a bug
	exitInterrupted = 130
)

// terminal is where the command reads and talks: data goes to out, all else
// to err.
type terminal struct {
	in       io.Reader
	out, err io.Writer
}

// outcome is a finished run that is to end with another exit code than 0.
type outcome struct {
	code   int
	reason string
}

func (o outcome) Error() string { return o.reason }

// execute runs the command line and returns the exit code. Every error is
// one line on the error stream; a bug's is longer.
func execute(ctx context.Context, args []string, term terminal) (code int) {
	defer func() {
		if cause := recover(); cause != nil {
			fmt.Fprintf(term.err, "roleclaims: this is a bug, please report it with what follows: %v\n%s", cause, debug.Stack())
			code = exitInternal
		}
	}()
	root := newRoot(term)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil {
		code, err = judgeError(err)
		fmt.Fprintln(term.err, "roleclaims:", strings.Join(strings.Fields(err.Error()), " "))
	}
	return code
}

// judgeError returns the exit code of an error, and what to say of it.
func judgeError(err error) (int, error) {
	var result outcome
	var failure internalError
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted, errors.New("interrupted; nothing was written")
	case errors.As(err, &result):
		return result.code, err
	case errors.As(err, &failure):
		return exitInternal, err
	}
	return exitUsage, err // a misuse, or what cobra itself finds wrong
}

// internalError is an error that no other input or flag would mend.
type internalError struct{ error }

// classify marks what pipeline returns: a misuse stays as it is.
func classify(err error) error {
	var misuse pipeline.Misuse
	if err == nil || errors.Is(err, context.Canceled) || errors.As(err, &misuse) {
		return err
	}
	return internalError{err}
}

func newRoot(term terminal) *cobra.Command {
	root := &cobra.Command{
		Use:   "roleclaims",
		Short: "Find what articles claim about job roles, and where they contradict each other",
		Long: `roleclaims reads articles that compare job roles ("CTO vs VP of Engineering"), finds
what each says about every role (duties, pay, rank), and writes Parquet datasets
and a report of where sources contradict each other.

Try it on the embedded sample:  roleclaims run --out out`,
		Args:          noSuchCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetIn(term.in)
	root.SetOut(term.out)
	root.SetErr(term.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		var value *pflag.InvalidValueError
		if errors.As(err, &value) {
			err = fmt.Errorf("--%s: %s", value.GetFlag().Name, cause(err))
		}
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	root.AddCommand(newRun(term, os.LookupEnv), newFetch(term, os.LookupEnv), newEval(term), newEvalExtract(term), newCorpus(term), newInspect(term, os.LookupEnv), newExplain(term, os.LookupEnv), newDiff(term, os.LookupEnv), newLexicon(term), newVersion(term))
	root.AddCommand(newReview(term), newVerdicts(term))
	root.AddCommand(newSchema(term), newHead(term, os.LookupEnv), newExport(term), newValidate(term), newMerge(term, os.LookupEnv))
	// Cobra's own command answers a shell that it doesn't know with its help,
	// and success.
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args = noSuchCommand
		completion.RunE = root.RunE
	}
	completeFlags(root)
	return root
}

func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf(" (%s?)", near[0])
	}
	return fmt.Errorf("unknown command %q%s; see %s --help", args[0], hint, cmd.CommandPath())
}
