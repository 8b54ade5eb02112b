package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"roleclaims/pipeline"
)

func newMerge(t terminal, env func(string) (string, bool)) *cobra.Command {
	var cfg pipeline.Config
	var memory int
	var asJSON bool
	color := newColor()
	cmd := &cobra.Command{
		Use:   "merge RUN... --out DIR",
		Short: "Make one run of several, with contradictions found anew over all",
		Long: `Merge joins finished runs, of several machines or days, from their datasets alone:
the claims are kept, and copies of articles and contradictions are found anew among
all. The datasets and reports have the bytes that one run over all the input, in the
order of the runs, would have written. Of two pages with one URL the earlier run's
counts; the other is a row of rejects, as in one run.

The runs must be of this version of the program, with the same word lists, --roles and
--disable-rule. What reviewers said of a run is not merged: roleclaims verdicts does that.

Exit codes: 0 done; 2 wrong use; 4 the machine or the program failed; 130 interrupted.`,
		Example: `  roleclaims run monday/ --out mon && roleclaims run tuesday/ --out tue
  roleclaims merge mon tue --out week`,
		Args: cobra.MinimumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if memory < 1 {
				return fmt.Errorf("--memory %d: want 1 or more", memory)
			}
			cfg.Inputs, cfg.Memory = args, memory<<20
			bar := newProgress(t.err, onTerminal(t.err))
			summary, err := pipeline.Merge(cmd.Context(), cfg, pipeline.Options{Progress: bar.step})
			bar.done()
			if err != nil {
				return classify(err)
			}
			style := plain
			if colored(color.value, t.err, env) {
				style = ansi
			}
			writeSummary(t.err, summary, style)
			if asJSON {
				return failed(writeJSON(t.out, summary))
			}
			return nil
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&cfg.Out, "out", "o", "", "`DIR` to write the run to (required)")
	flags.BoolVar(&cfg.Force, "force", false, "replace the run that stands in the output folder")
	registerLexicon(flags, &cfg.Lexicon)
	flags.IntVar(&cfg.Workers, "workers", runtime.GOMAXPROCS(0), "`N` threads compare claims; changes no result")
	flags.IntVar(&memory, "memory", pipeline.DefaultMemory>>20, "`MB` of what is compared are held in memory, the rest in a temporary file; changes no result")
	flags.StringVar(&cfg.Temp, "temp", "", "`DIR` for the temporary file; without it beside the output folder")
	flags.BoolVar(&asJSON, "json", false, "print a summary object on standard output")
	flags.Var(&color, "color", "colour on the error stream: auto, always or never")
	return cmd
}
