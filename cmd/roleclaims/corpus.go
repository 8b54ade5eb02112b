package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"roleclaims/pipeline"
)

// shown is how many lines a list of the census has without --all.
const shown = 10

func newCorpus(t terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "corpus",
		Short: "Look at inputs before they are analysed",
		Args:  noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	var cfg pipeline.Config
	var asJSON, all bool
	stats := &cobra.Command{
		Use:   "stats INPUT...",
		Short: "Count what is there: outcomes, words, languages, sources, dates, near-duplicates",
		Long: `Stats reads inputs as run does, makes documents of them, and counts. It looks for no
claims, fetches nothing and writes nothing.

A near-duplicate shares seven of ten runs of five words with an earlier document;
its claims count as the same source's.`,
		Example: `  roleclaims corpus stats articles/
  roleclaims corpus stats crawl.warc.gz pages.csv --json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg.Inputs = args
			bar := newProgress(t.err, onTerminal(t.err))
			census, err := pipeline.TakeCensus(cmd.Context(), cfg, pipeline.Options{Stdin: t.in, Progress: bar.step})
			bar.done()
			if err != nil {
				return classify(err)
			}
			if asJSON {
				encoder := json.NewEncoder(t.out)
				encoder.SetEscapeHTML(false)
				encoder.SetIndent("", "  ")
				return failed(encoder.Encode(census))
			}
			most := shown
			if all {
				most = 0
			}
			return failed(writeCensus(t.out, census, most))
		},
	}
	flags := stats.Flags()
	flags.SortFlags = false
	flags.BoolVar(&asJSON, "json", false, "print one object")
	flags.BoolVar(&all, "all", false, fmt.Sprintf("print whole lists, not the first %d", shown))
	flags.IntVar(&cfg.Workers, "workers", runtime.GOMAXPROCS(0), "`N` pages are read at a time")
	cmd.AddCommand(stats)
	return cmd
}

// writeCensus prints a census, of each list the first lines; most 0 is all.
func writeCensus(w io.Writer, c *pipeline.Census, most int) error {
	var errs []error
	printf := func(format string, args ...any) {
		_, err := fmt.Fprintf(w, format, args...)
		errs = append(errs, err)
	}
	list := func(name string, counts []pipeline.Count) {
		for i, count := range counts {
			if most > 0 && i == most {
				printf("%-10s %7s  and %d more (--all)\n", "", "", len(counts)-most)
				return
			}
			printf("%-10s %7d  %s\n", name, count.Count, safe(count.Name))
			name = ""
		}
	}
	printf("%-10s %7d  %d documents, %d left out", "pages", c.Pages, c.Documents, c.Pages-c.Documents)
	if c.Ignored > 0 {
		printf("; %d files or records of other kinds", c.Ignored)
	}
	printf("\n")
	list("outcomes", c.Outcomes)
	list("formats", c.Formats)
	if c.Documents > 0 {
		printf("%-10s %7d  in all; median %d\n", "words", c.Words.Total, c.Words.Median)
		printf("%-10s %7d  shortest, %s\n", "", c.Words.Shortest, safe(c.Words.ShortURI))
		printf("%-10s %7d  longest, %s\n", "", c.Words.Longest, safe(c.Words.LongURI))
	}
	list("languages", c.Languages)
	printf("%-10s %7d\n", "sources", len(c.Sources))
	list("", c.Sources)
	list("dated by", c.Dates)
	printf("%-10s %7d  near-duplicates of an earlier document\n", "copies", len(c.Copies))
	for i, twin := range c.Copies {
		if most > 0 && i == most {
			printf("%-10s %7s  and %d more (--all)\n", "", "", len(c.Copies)-most)
			break
		}
		printf("%-10s %7s  %s = %s\n", "", "", safe(twin.URI), safe(twin.Original))
	}
	return errors.Join(errs...)
}

// safe returns a name without the control characters by which it could rewrite
// a terminal.
func safe(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return '\ufffd'
		}
		return r
	}, name)
}
