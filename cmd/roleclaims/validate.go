package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"roleclaims/output"
)

func newValidate(t terminal) *cobra.Command {
	var most int
	cmd := &cobra.Command{
		Use:   "validate RUN",
		Short: "Check a run: digests, keys, quotes, values, order",
		Long: `Validate checks a finished run, on its way to somebody or come from somewhere: the
files against the digests in run.json; each dataset against its schema, the words it
may use, its order and its counts; keys between datasets; and that text[start:end] is
the quote of every row. What does not hold is listed, a line each.

Exit codes: 0 all holds; 1 something does not; 2 wrong use; 4 the machine or the
program failed; 130 interrupted.`,
		Example:           `  roleclaims validate out && tar czf out.tgz out`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeRuns(1, false),
		RunE: func(cmd *cobra.Command, args []string) error {
			if most < 1 {
				return fmt.Errorf("--most %d: want 1 or more", most)
			}
			run, err := output.Examine(args[0])
			if err != nil {
				return fmt.Errorf("%w; name a folder that roleclaims run --out DIR wrote", err)
			}
			shown := 0
			done, err := run.Validate(cmd.Context(), func(p output.Problem) {
				if shown++; shown <= most {
					fmt.Fprintln(t.out, oneLine(p.String(), 400))
				}
			})
			if err != nil {
				return classify(err)
			}
			if rest := done.Problems - int64(most); rest > 0 {
				fmt.Fprintf(t.out, "and %d more (--most)\n", rest)
			}
			fmt.Fprintf(t.err, "looked at %d files, %d rows, %d keys to other rows, %d quotes", done.Files, done.Rows, done.Links, done.Spans)
			if done.Problems == 0 {
				fmt.Fprintln(t.err, ": all of it holds")
			} else {
				fmt.Fprintln(t.err)
				return outcome{exitFindings, plural(int(done.Problems), "1 thing does not hold in ", "%d things do not hold in ") + args[0]}
			}
			return nil
		},
	}
	cmd.Flags().IntVar(&most, "most", 50, "list at most `N` of what does not hold")
	return cmd
}
