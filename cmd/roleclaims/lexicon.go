package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"roleclaims/extract"
	"roleclaims/extract/lexicon"
	"roleclaims/output/inspect"
	"roleclaims/pipeline"
)

func newLexicon(t terminal) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "Try and list the word lists that the rules read",
		Long: `The word lists are tables of words that the rules read: titles, topics, currencies,
places. Lists of your own in a folder (--lexicon DIR) are laid over the built-in
ones; docs/lexicon.md describes the tables.`,
	}
	registerLexicon(cmd.PersistentFlags(), &dir)
	cmd.AddCommand(&cobra.Command{
		Use:   "try PHRASE",
		Short: "Show what the word lists and rules make of a phrase",
		Long: `Try prints the tokens of a phrase with their tags, the roles with their keys, amounts,
places, the kind of section that it opens as a heading, how often it says that
something holds, its verb, object and topic, and the claims that it makes.`,
		Example: `  roleclaims lexicon try 'Senior nurses in Texas earn $50k a year'
  roleclaims lexicon try --lexicon mine/ 'runs the pharmacy'`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			lex, err := pipeline.LoadLexicon(dir)
			if err != nil {
				return classify(err)
			}
			x, err := extract.New(lex, extract.Options{})
			if err != nil {
				return classify(pipeline.Misuse{Err: err}) // the built-in lists are tested
			}
			return failed(inspect.WritePhrase(t.out, x.Phrase(strings.Join(args, " "))))
		},
	}, &cobra.Command{
		Use:   "list [TABLE]",
		Short: "List the tables, or the rows of one",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			lex, err := pipeline.LoadLexicon(dir)
			if err != nil {
				return classify(err)
			}
			if len(args) == 0 {
				return failed(listTables(t.out, lex))
			}
			name := strings.TrimSuffix(args[0], ".tsv")
			if !slices.Contains(lex.Tables(), name) {
				return fmt.Errorf("no table %q; there are %s", name, strings.Join(lex.Tables(), ", "))
			}
			return failed(listRows(t.out, lex, name))
		},
	})
	return cmd
}

// failed marks an error of writing: no other words would mend it.
func failed(err error) error {
	if err != nil {
		return internalError{err}
	}
	return nil
}

func listTables(w io.Writer, lex *lexicon.Lexicon) error {
	for _, name := range lex.Tables() {
		if _, err := fmt.Fprintf(w, "%-24s%6d  %s\n", name, len(lex.Rows(name)), strings.Join(lex.Columns(name), ", ")); err != nil {
			return err
		}
	}
	return nil
}

// listRows prints a table as its file has it, but for comments.
func listRows(w io.Writer, lex *lexicon.Lexicon, name string) error {
	if _, err := fmt.Fprintln(w, strings.Join(lex.Columns(name), "\t")); err != nil {
		return err
	}
	for _, row := range lex.Rows(name) {
		if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return nil
}
