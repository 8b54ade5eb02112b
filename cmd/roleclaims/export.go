package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"roleclaims/output"
	"roleclaims/output/export"
)

func newExport(t terminal) *cobra.Command {
	x := exporter{term: t, format: choice{"jsonl", []string{"jsonl", "csv", "xlsx"}}}
	cmd := &cobra.Command{
		Use:   "export RUN [DATASET...]",
		Short: "Write datasets as JSON Lines, CSV or an Excel workbook",
		Long: `Export writes datasets of a finished run, all of them if none is named.

jsonl loses nothing: null is null, amounts are numbers with two decimals, dates are
YYYY-MM-DD, moments RFC 3339 in UTC, lists arrays. In csv and xlsx null and an empty
text are both an empty cell, elements of a list are parted by "; ", and a text that
begins with = + - @ gets an apostrophe before it, so that no spreadsheet takes it for a
formula. A workbook has a sheet a dataset, and one that describes the columns; texts
longer than an Excel cell (32,767 characters) are cut there, and counted on standard
error.

One dataset as jsonl or csv goes to standard output, or with --out DIR to DIR/DATASET.csv;
several need --out DIR. A workbook goes to --out FILE.`,
		Example: `  roleclaims export out --out tables --format csv
  roleclaims export out salaries > salaries.jsonl
  roleclaims export out contradictions contradiction_evidence --format xlsx --out review.xlsx`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeDatasets(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if x.run, err = openRun(args[0]); err != nil {
				return err
			}
			if x.tables, err = tablesIn(x.run, args[0], args[1:]); err != nil {
				return err
			}
			write := x.files
			if x.format.value == "xlsx" {
				write = x.workbook
			}
			if err = write(cmd.Context()); errors.Is(err, context.Canceled) {
				return outcome{exitInterrupted, "interrupted; what is not named above was not written"}
			}
			return err
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&x.format, "format", "jsonl, csv or xlsx")
	flags.StringVarP(&x.out, "out", "o", "", "write to this `PATH`: a folder, of a workbook the file")
	flags.BoolVar(&x.force, "force", false, "replace files that are there")
	return cmd
}

type exporter struct {
	term   terminal
	format choice
	out    string
	force  bool
	run    *output.Run
	tables []output.Table
}

// workbook writes one file, to standard output only if that is no terminal.
func (x *exporter) workbook(ctx context.Context) error {
	write := func(w io.Writer) error {
		cut, err := export.XLSX(ctx, w, x.run, x.tables)
		if cut > 0 {
			fmt.Fprintln(x.term.err, "roleclaims:", plural(cut, "1 text is longer than an Excel cell and was cut", "%d texts are longer than an Excel cell and were cut")+"; jsonl and csv have the whole")
		}
		return err
	}
	switch {
	case x.out != "":
		return x.file(x.out, write)
	case onTerminal(x.term.out):
		return errors.New("a workbook is no text for a terminal: name a file with --out FILE")
	}
	return classify(write(x.term.out))
}

// files writes a file a dataset, or one to standard output.
func (x *exporter) files(ctx context.Context) error {
	write := export.JSONL
	if x.format.value == "csv" {
		write = export.CSV
	}
	if x.out == "" {
		if len(x.tables) > 1 {
			return fmt.Errorf("%d datasets need a folder: name it with --out DIR, or name one dataset", len(x.tables))
		}
		return classify(write(ctx, x.term.out, x.run, &x.tables[0]))
	}
	if err := os.MkdirAll(x.out, 0o777); err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	for i := range x.tables {
		table := &x.tables[i]
		path := filepath.Join(x.out, table.Name+"."+x.format.value)
		if err := x.file(path, func(w io.Writer) error { return write(ctx, w, x.run, table) }); err != nil {
			return err
		}
	}
	return nil
}

// file writes a file as a whole or not at all, and says so.
func (x *exporter) file(path string, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); !x.force && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already: choose another name, or --force to replace it", path)
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-")
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	defer os.Remove(file.Name()) //nolint:errcheck // once renamed it is not there
	buffer := bufio.NewWriterSize(file, 64<<10)
	err = write(buffer)
	if err = errors.Join(err, buffer.Flush(), file.Chmod(0o644), file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return classify(fmt.Errorf("export %s: %w", path, err))
	}
	fmt.Fprintln(x.term.err, "wrote", path)
	return nil
}
