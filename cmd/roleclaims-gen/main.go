// Command roleclaims-gen makes articles, or the claims that detection takes,
// with contradictions planted among them and their answers, and measures how
// detection copes with many. What it makes depends on its flags and the seed
// alone. It reads no article and decides about no claim.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(execute(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// The exit codes but 0, those of roleclaims.
const (
	exitMissed      = 1 // a planted contradiction was not found
	exitUsage       = 2
	exitInternal    = 4 // our own machine failed
	exitInterrupted = 130
)

// internalError is an error that no other flag would mend.
type internalError struct{ error }

// errMissed ends a measurement that found less than was planted.
var errMissed = errors.New("not all that was planted was found")

func execute(ctx context.Context, args []string, out, talk io.Writer) int {
	root := newRoot(out, talk)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	code := exitUsage
	var failure internalError
	switch {
	case errors.Is(err, context.Canceled):
		code, err = exitInterrupted, errors.New("interrupted")
	case errors.Is(err, errMissed):
		code = exitMissed
	case errors.As(err, &failure):
		code = exitInternal
	}
	fmt.Fprintln(talk, "roleclaims-gen:", strings.Join(strings.Fields(err.Error()), " "))
	return code
}

func newRoot(out, talk io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:   "roleclaims-gen",
		Short: "Make articles or claims with planted contradictions and their answers",
		Long: `roleclaims-gen makes articles about job roles for roleclaims run, or claims as its
detection takes them, by the number asked for. Among them are contradictions and
pairs that only look like ones (another year, place, component, ...), and the answers
say which and where. Equal flags give equal bytes.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(out)
	root.SetErr(talk)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	root.AddCommand(newArticles(talk), newClaims(talk), newScore(out), newBench(out))
	return root
}
