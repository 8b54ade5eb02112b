package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"roleclaims/output"
)

// completeFlags lets the shell offer the words of every flag that takes one of
// a few, and folders where a flag wants one, for a command and those below it.
func completeFlags(cmd *cobra.Command) {
	cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
		switch value := flag.Value.(type) {
		case *choice:
			offer(cmd, flag.Name, value.allowed)
		case *severity:
			offer(cmd, flag.Name, []string{"low", "medium", "high"})
		}
		if name, _ := pflag.UnquoteUsage(flag); name == "DIR" {
			must(cmd.MarkFlagDirname(flag.Name))
		}
	})
	for _, below := range cmd.Commands() {
		completeFlags(below)
	}
}

func offer(cmd *cobra.Command, flag string, words []string) {
	must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
}

// must panics where a flag that was just visited is not there, or is completed
// twice.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// completeRuns offers folders for so many arguments, and for explain the ids
// of contradictions behind them.
func completeRuns(runs int, ids bool) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) < runs {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
		var offered []cobra.Completion
		if run, err := output.Open(args[0]); ids && len(args) == runs && err == nil {
			// What can't be read offers nothing: the command itself will say why.
			_ = listContradictions(run, func(_ string, object any) error {
				c := object.(listedContradiction)
				offered = append(offered, cobra.CompletionWithDesc(c.ID, oneLine(c.Summary, 80)))
				return nil
			})
		}
		return offered, cobra.ShellCompDirectiveNoFileComp
	}
}
