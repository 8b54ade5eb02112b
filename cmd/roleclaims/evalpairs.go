package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roleclaims/extract/eval"
	"roleclaims/output"
	"roleclaims/pipeline"
)

func newEvalPairs(t terminal) *cobra.Command {
	var with, lexicon string
	cmd := &cobra.Command{
		Use:   "pairs FILE",
		Short: "Find contradictions in pairs of short articles and compare them with answers",
		Long: `Pairs reads a file of pairs of articles, one JSON object a line {"id", "kind",
"expected", "docs": [{"name", "text"}], "contradictions": [{"kind", "a", "b"}]}, does a
run over each pair alone, and prints a Markdown table: by kind, how many of the pairs
that contradict each other were found, and how many findings were right, with 95 %
Wilson intervals. A side of an answer is {"doc", "quote", "also"}.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			pairs, err := eval.LoadPairs(file)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			found := make([][]eval.Finding, len(pairs))
			for i, p := range pairs {
				if found[i], err = findingsOf(cmd.Context(), p, with, lexicon); err != nil {
					return fmt.Errorf("pair %s: %w", p.ID, err)
				}
			}
			return failed(eval.PrintPairs(t.out, eval.ScorePairs(pairs, found)))
		},
	}
	cmd.Flags().StringVar(&with, "with", "", "do the runs with this `PROGRAM`, another version of roleclaims")
	registerLexicon(cmd.Flags(), &lexicon)
	return cmd
}

// findingsOf runs over the articles of one pair, in a folder that is gone
// afterwards.
func findingsOf(ctx context.Context, p eval.Pair, with, lexicon string) (_ []eval.Finding, err error) {
	work, err := os.MkdirTemp("", "roleclaims-pair-")
	if err != nil {
		return nil, internalError{err}
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	in, out := filepath.Join(work, "in"), filepath.Join(work, "out")
	if err := os.Mkdir(in, 0o777); err != nil {
		return nil, internalError{err}
	}
	for _, doc := range p.Docs {
		if !filepath.IsLocal(doc.Name) || filepath.Base(doc.Name) != doc.Name {
			return nil, fmt.Errorf("%q is no name of a file", doc.Name)
		}
		if err := os.WriteFile(filepath.Join(in, doc.Name), []byte(doc.Text+"\n"), 0o666); err != nil {
			return nil, internalError{err}
		}
	}
	if with == "" {
		cfg := pipeline.Config{Inputs: []string{in}, Out: out, Workers: 1, Lexicon: lexicon}
		_, err = pipeline.Run(ctx, cfg, pipeline.Options{Log: slog.New(slog.DiscardHandler), Stdin: strings.NewReader("")})
		err = classify(err)
	} else {
		err = runOther(ctx, with, in, out)
	}
	if err != nil {
		return nil, err
	}
	run, err := output.Open(out)
	if err != nil {
		return nil, err
	}
	found, err := pipeline.Found(run)
	return found.Findings, err
}

// runOther does a run with another version of the program.
func runOther(ctx context.Context, program, in, out string) error {
	var said strings.Builder
	cmd := exec.CommandContext(ctx, program, "run", in, "--out", out)
	cmd.Stdout, cmd.Stderr = io.Discard, &said
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w: %s", program, err, strings.TrimSpace(said.String()))
	}
	return nil
}
