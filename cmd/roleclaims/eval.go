package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"roleclaims/corpus/sample"
	"roleclaims/extract/eval"
	"roleclaims/output"
	"roleclaims/pipeline"
)

// answersFlags say with which answers a run is compared.
type answersFlags struct {
	gold         []string
	only, except []string
}

func (a *answersFlags) register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&a.gold, "gold", nil, "`DIR` of answers, NAME.json each; may be given again; without it the sample's")
	flags.StringSliceVar(&a.only, "only", nil, "take only the articles whose file names match one of these `PATTERNS`")
	flags.StringSliceVar(&a.except, "except", nil, "leave out the articles whose file names match one of these `PATTERNS`")
}

// load returns the sets of answers in the order given.
func (a *answersFlags) load() ([]eval.Gold, error) {
	for _, pattern := range append(a.only, a.except...) {
		if _, err := path.Match(pattern, ""); err != nil {
			return nil, fmt.Errorf("pattern %q: %w", pattern, err)
		}
	}
	var sets []eval.Gold
	for _, dir := range a.gold {
		gold, err := eval.Load(os.DirFS(dir))
		if err != nil {
			return nil, fmt.Errorf("--gold %s: %w", dir, err)
		}
		sets = append(sets, gold)
	}
	if len(a.gold) == 0 {
		gold, err := eval.Load(sample.Answers())
		if err != nil {
			return nil, internalError{err}
		}
		sets = append(sets, gold)
	}
	if len(a.only)+len(a.except) == 0 {
		return sets, nil
	}
	for i := range sets {
		sets[i] = sets[i].Part(func(doc string) bool {
			return (len(a.only) == 0 || matches(a.only, doc)) && !matches(a.except, doc)
		})
	}
	return sets, nil
}

func matches(patterns []string, name string) bool {
	for _, pattern := range patterns {
		if ok, _ := path.Match(pattern, name); ok { // load has tried the pattern
			return true
		}
	}
	return false
}

// detailFlags say how much of the scores is printed.
type detailFlags struct{ totals, verbose bool }

func (d *detailFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&d.verbose, "verbose", false, "name every miss and every false alarm")
	flags.BoolVar(&d.totals, "totals", false, "print the scores over all articles only")
}

func (d detailFlags) detail() (eval.Detail, error) {
	switch {
	case d.totals && d.verbose:
		return 0, errors.New("--totals and --verbose exclude each other")
	case d.totals:
		return eval.Totals, nil
	case d.verbose:
		return eval.Misses, nil
	}
	return eval.Articles, nil
}

func newEval(t terminal) *cobra.Command {
	var answers answersFlags
	var show detailFlags
	var byRule bool
	var update string
	cmd := &cobra.Command{
		Use:   "eval [--gold DIR] RUN",
		Short: "Compare a run with answers made by people",
		Long: `Eval compares the folder of a finished run with answers made by people and prints
precision, recall and F1 for each kind of claim, article by article and over all.

A folder of answers holds one NAME.json for each article, as corpus/sample/answers
does. Contradictions are scored where the folder has contradictions.json, unless
several folders are given or articles are left out.`,
		Example: `  roleclaims run --out out && roleclaims eval out --by-rule
  roleclaims eval --gold answers/ --verbose out`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			detail, err := show.detail()
			if err != nil {
				return err
			}
			sets, err := answers.load()
			if err != nil {
				return err
			}
			run, err := openRun(args[0])
			if err != nil {
				return err
			}
			found, err := pipeline.Found(run)
			if err != nil {
				return internalError{err}
			}
			gold := eval.Join(sets)
			if err := gold.Print(t.out, found, detail); err != nil {
				return internalError{err}
			}
			rules := eval.ByRule(gold.Score(found))
			if byRule {
				fmt.Fprintln(t.out)
				if err := eval.PrintRules(t.out, rules); err != nil {
					return internalError{err}
				}
			}
			if update != "" {
				return updateRules(update, rules, t.err)
			}
			return nil
		},
	}
	answers.register(cmd.Flags())
	show.register(cmd.Flags())
	cmd.Flags().BoolVar(&byRule, "by-rule", false, "print hits and false alarms of each rule")
	cmd.Flags().StringVar(&update, "update-rules", "", "write each rule's precision, (hits + 1) / (hits + false alarms + 2), into this `FILE`, which is extract/lexicon/data/rules.tsv")
	cmd.AddCommand(newEvalCases(t), newEvalPairs(t), newEvalAblation(t))
	return cmd
}

// updateRules rewrites the precisions in the table of rules.
func updateRules(name string, rules []eval.RuleCount, talk io.Writer) error {
	if len(rules) == 0 {
		return errors.New("--update-rules: no rule found anything in the articles with answers")
	}
	table, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("--update-rules: %w", err)
	}
	table, err = eval.UpdateRules(table, rules)
	if err != nil {
		return fmt.Errorf("--update-rules %s: %w", name, err)
	}
	if err := os.WriteFile(name, table, 0o666); err != nil {
		return fmt.Errorf("--update-rules: %w", err)
	}
	fmt.Fprintf(talk, "%s holds the measured precisions now; build again to use them\n", name)
	return nil
}

func newEvalCases(t terminal) *cobra.Command {
	var show detailFlags
	var lexicon string
	cmd := &cobra.Command{
		Use:   "cases FILE [RUN]",
		Short: "Find the pay in short texts and compare it with answers",
		Long: `Cases reads a file of short texts, one JSON object a line {"id", "text", "salaries"},
finds the pay in each, and prints how much of it is right: the amounts, and of
those found their statistic, component, place and year. With the folder of a run
over FILE it takes the pay which that run found, perhaps by another version.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			detail, err := show.detail()
			if err != nil {
				return err
			}
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			cases, err := eval.LoadCases(file)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			pay, err := payOf(cases, args, lexicon)
			if err != nil {
				return classify(err)
			}
			all, slots := eval.ScoreCases(cases, pay)
			if err := eval.PrintCases(t.out, all, slots, detail); err != nil {
				return internalError{err}
			}
			return nil
		},
	}
	show.register(cmd.Flags())
	registerLexicon(cmd.Flags(), &lexicon)
	return cmd
}

// payOf finds the pay of cases anew, or reads what a run over their file found.
func payOf(cases []eval.Case, args []string, lexicon string) (map[string][]eval.Salary, error) {
	if len(args) == 1 {
		lex, err := pipeline.LoadLexicon(lexicon)
		if err != nil {
			return nil, err
		}
		return pipeline.ClaimedPay(lex, cases)
	}
	run, err := output.Open(args[1])
	if err != nil {
		return nil, pipeline.Misuse{Err: err}
	}
	found, err := pipeline.Found(run)
	return eval.PayOf(cases, filepath.Base(args[0]), found), err
}

func registerLexicon(flags *pflag.FlagSet, dir *string) {
	flags.StringVar(dir, "lexicon", "", "`DIR` of word lists (NAME.tsv) laid over the built-in ones")
}
