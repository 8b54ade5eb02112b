package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"roleclaims/output"
)

func newSchema(t terminal) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "schema [DATASET]",
		Short: "Say what the datasets hold, or what the columns of one mean",
		Long: `Schema lists the datasets: eight that every run has, and verdicts, which is in runs
that were reviewed. Of one dataset it lists the columns with their type, meaning,
unit, and what null means (- where there is none).`,
		Example: `  roleclaims schema
  roleclaims schema salaries
  roleclaims schema --json`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeDatasets(0),
		RunE: func(_ *cobra.Command, args []string) error {
			tables, err := tablesOf(args)
			switch {
			case err != nil:
				return err
			case asJSON && len(args) == 1:
				return failed(writeJSON(t.out, tables[0]))
			case asJSON:
				return failed(writeJSON(t.out, tables))
			case len(args) == 1:
				return failed(writeColumns(t.out, &tables[0]))
			}
			return failed(writeTables(t.out, tables))
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print an object for programs")
	return cmd
}

// tablesOf returns the datasets of these names, in their own order; all for
// none.
func tablesOf(names []string) ([]output.Table, error) {
	all := output.Schema()
	for _, name := range names {
		if !slices.ContainsFunc(all, func(t output.Table) bool { return t.Name == name }) {
			return nil, fmt.Errorf("no dataset %q; there are %s", name, strings.Join(datasetNames(), ", "))
		}
	}
	if len(names) == 0 {
		return all, nil
	}
	return slices.DeleteFunc(all, func(t output.Table) bool { return !slices.Contains(names, t.Name) }), nil
}

// tablesIn returns the datasets of these names that a run has, all that it has
// for none.
func tablesIn(run *output.Run, dir string, names []string) ([]output.Table, error) {
	tables, err := tablesOf(names)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return run.Manifest.Tables(), nil
	}
	for _, t := range tables {
		if run.Manifest.Dataset(t.Name) == nil {
			return nil, fmt.Errorf("%s has no %s, which are only %s: review it first (roleclaims review, then roleclaims verdicts export)", dir, t.Name, t.Only)
		}
	}
	return tables, nil
}

func datasetNames() []string {
	var names []string
	for _, t := range output.Schema() {
		names = append(names, t.Name)
	}
	return names
}

// completeDatasets offers folders for so many arguments, then datasets.
func completeDatasets(runs int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) < runs {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
		var offered []cobra.Completion
		for _, t := range output.Schema() {
			if !slices.Contains(args, t.Name) {
				offered = append(offered, cobra.CompletionWithDesc(t.Name, "a row is "+t.Row))
			}
		}
		return offered, cobra.ShellCompDirectiveNoFileComp
	}
}

func writeTables(w io.Writer, tables []output.Table) error {
	lines := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(lines, "DATASET\tCOLUMNS\tA ROW IS")
	for _, t := range tables {
		row := t.Row
		if t.Only != "" {
			row += "; only " + t.Only
		}
		fmt.Fprintf(lines, "%s\t%d\t%s\n", t.Name, len(t.Columns), row)
	}
	return lines.Flush()
}

func writeColumns(w io.Writer, t *output.Table) error {
	lines := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s: a row is %s.\nSorted by %s.", t.Name, t.Row, strings.Join(t.SortedBy, ", "))
	if len(t.Key) > 0 {
		fmt.Fprintf(w, " No two rows have the same %s.", strings.Join(t.Key, ", "))
	}
	if t.Only != "" {
		fmt.Fprintf(w, " It is there only %s.", t.Only)
	}
	fmt.Fprint(w, "\n\n")
	fmt.Fprintln(lines, "COLUMN\tTYPE\tUNIT\tNULL\tMEANING")
	for _, c := range t.Columns {
		fmt.Fprintf(lines, "%s\t%s\t%s\t%s\t%s\n", c.Name, c.Type, c.Unit, cmp.Or(c.Null, "-"), c.Explained())
	}
	return lines.Flush()
}
