package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"roleclaims/output/inspect"
	"roleclaims/pipeline"
)

func newInspect(t terminal, env func(string) (string, bool)) *cobra.Command {
	var cfg pipeline.Config
	var why, page bool
	var out string
	color := newColor()
	cmd := &cobra.Command{
		Use:   "inspect FILE",
		Short: "Show an article with its claims marked, and why each was found",
		Long: `Inspect reads one article and shows it with the words of every claim marked: in
colour on a terminal, else in brackets, [duty] [!denied duty] {pay} <order>
(amount not used).
The number behind a mark is that of its claim in the list below the article.

FILE is any input of run that holds one article, or - for standard input.`,
		Example: `  roleclaims inspect article.html --why
  roleclaims inspect article.md --html --out article-marked.html
  sed -n 3p pages.jsonl | roleclaims inspect -`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out != "" && !page {
				return errors.New("--out goes with --html; without it, redirect standard output")
			}
			cfg.Inputs = args
			a, err := pipeline.AnalyzeOne(cmd.Context(), cfg, t.in)
			if err != nil {
				return classify(err)
			}
			if a.Reject != nil {
				return outcome{exitRejects, fmt.Sprintf("%s can't be used (%s: %s) %s", a.Reject.URI, a.Reject.Stage, a.Reject.Reason, a.Reject.Detail)}
			}
			article := inspect.New(a.Document, &a.Claims)
			if page {
				return writePage(t, article, why, out)
			}
			layout := inspect.Text{Color: colored(color.value, t.out, env), Why: why}
			if err := layout.Write(t.out, article); err != nil {
				return internalError{err}
			}
			return nil
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&why, "why", false, "say for each claim which rule found it, and the words behind it")
	flags.BoolVar(&page, "html", false, "write a page that needs nothing else")
	flags.StringVarP(&out, "out", "o", "", "write the page to this `FILE`, not to standard output")
	registerLexicon(flags, &cfg.Lexicon)
	flags.StringSliceVar(&cfg.Disable, "disable-rule", nil, "switch these `RULES` off")
	flags.Var(&color, "color", "colour on standard output: auto, always or never")
	return cmd
}

// writePage writes the article as HTML, to standard output without a name.
func writePage(t terminal, article inspect.Article, why bool, name string) error {
	body, err := inspect.HTML(article, why)
	if err != nil {
		return internalError{err}
	}
	if name == "" {
		_, err = t.out.Write(body)
	} else {
		err = os.WriteFile(name, body, 0o666)
	}
	if err != nil {
		return internalError{fmt.Errorf("write the page: %w", err)}
	}
	return nil
}
