package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"roleclaims/output"
)

func newHead(t terminal, env func(string) (string, bool)) *cobra.Command {
	var rows int
	color := newColor()
	cmd := &cobra.Command{
		Use:   "head RUN DATASET",
		Short: "Show the first rows of a dataset",
		Long: `Head shows the first rows of a dataset of a finished run, a column a line, cut to
the width of the terminal. Whole values come from roleclaims export.`,
		Example: `  roleclaims head out contradictions
  roleclaims head out salaries --rows 1`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completeDatasets(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if rows < 1 {
				return fmt.Errorf("--rows %d: want 1 or more", rows)
			}
			run, err := openRun(args[0])
			if err != nil {
				return err
			}
			tables, err := tablesIn(run, args[0], args[1:])
			if err != nil {
				return err
			}
			style := plain
			if colored(color.value, t.out, env) {
				style = ansi
			}
			return classify(writeHead(cmd.Context(), t, run, &tables[0], rows, style, columns(t.out, env)))
		},
	}
	flags := cmd.Flags()
	flags.IntVarP(&rows, "rows", "n", 5, "show the first `N` rows")
	flags.Var(&color, "color", "colour on standard output: auto, always or never")
	return cmd
}

func writeHead(ctx context.Context, t terminal, run *output.Run, table *output.Table, most int, style style, width int) error {
	longest := 0
	for _, c := range table.Columns {
		longest = max(longest, len(c.Name))
	}
	n := 0
	for row, err := range run.Cells(ctx, table.Name) {
		if err != nil {
			return err
		}
		if n++; n > most {
			break
		}
		fmt.Fprintf(t.out, "%srow %d%s\n", style.bold, n, style.off)
		for i, value := range row {
			shown := style.dim + "null" + style.off
			if value != nil {
				shown = oneLine(shownCell(value), max(width-longest-4, 10))
			}
			if _, err := fmt.Fprintf(t.out, "  %-*s  %s\n", longest, table.Columns[i].Name, shown); err != nil {
				return err
			}
		}
	}
	total := int64(n)
	if info := run.Manifest.Dataset(table.Name); info != nil {
		total = info.Rows
	}
	fmt.Fprintf(t.err, "%s: %s of %d\n", table.Name, count(min(n, most), "row"), total)
	return nil
}

func shownCell(value any) string {
	if list, ok := value.([]string); ok {
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(value)
}
