package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roleclaims/pipeline"
)

func newEvalAblation(t terminal) *cobra.Command {
	var answers answersFlags
	var lexicon string
	cmd := &cobra.Command{
		Use:   "ablation [--gold DIR]... [INPUT...]",
		Short: "Print what each rule adds to the F1 over all claims",
		Long: `Ablation reads articles with each rule switched off in turn, and with each group of
rules whose ids begin with the same word, and prints a Markdown table of how F1
(all claims together, in points of a hundred) moves, a column for every
folder of answers. A positive number is a rule that does harm. INPUT is as of run.`,
		RunE: func(cmd *cobra.Command, inputs []string) error {
			sets, err := answers.load()
			if err != nil {
				return err
			}
			lex, err := pipeline.LoadLexicon(lexicon)
			if err != nil {
				return classify(err)
			}
			docs, _, err := pipeline.ReadDocuments(cmd.Context(), inputs, t.in)
			if err != nil {
				return classify(err)
			}
			whole, table, err := pipeline.Ablate(lex, docs, sets)
			if err != nil {
				return classify(err)
			}
			names := []string{"sample"}
			if len(answers.gold) > 0 {
				names = nil
			}
			for _, dir := range answers.gold {
				names = append(names, filepath.Base(dir))
			}
			_, err = io.WriteString(t.out, formatAblation(names, whole, table))
			return failed(err)
		},
	}
	answers.register(cmd.Flags())
	registerLexicon(cmd.Flags(), &lexicon)
	return cmd
}

// formatAblation lays out the table, all rules first.
func formatAblation(names []string, whole []float64, table []pipeline.Ablation) string {
	var w strings.Builder
	fmt.Fprint(&w, "| without | claims |")
	for _, name := range names {
		fmt.Fprintf(&w, " %s |", name)
	}
	fmt.Fprint(&w, "\n| --- | ---: |")
	for range names {
		fmt.Fprint(&w, " ---: |")
	}
	fmt.Fprint(&w, "\n| (F1 with all) | |")
	for _, f1 := range whole {
		fmt.Fprintf(&w, " %.1f |", 100*f1)
	}
	fmt.Fprintln(&w)
	for _, row := range table {
		fmt.Fprintf(&w, "| %s | %d |", row.Name, row.Found)
		for _, lost := range row.Losses {
			fmt.Fprintf(&w, " %s |", points(lost))
		}
		fmt.Fprintln(&w)
	}
	return w.String()
}

// points writes a loss in points of a hundred; what rounds to nothing is 0.
func points(lost float64) string {
	text := fmt.Sprintf("%+.1f", -100*lost)
	if text == "+0.0" || text == "-0.0" {
		return "0"
	}
	return text
}
