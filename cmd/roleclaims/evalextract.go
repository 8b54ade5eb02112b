package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"roleclaims/corpus/fidelity"
	"roleclaims/pipeline"
)

func newEvalExtract(t terminal) *cobra.Command {
	var dir string
	var verbose, asJSON bool
	cmd := &cobra.Command{
		Use:   "eval-extract --pages DIR",
		Short: "Score how much of the articles on web pages comes through, and how much else",
		Long: `Eval-extract reads a folder in the layout of the public article extraction benchmark,
html/ID.html.gz beside ground-truth.json ({"ID": {"articleBody": "..."}}), and
compares what the HTML reader makes of each page with the true text.

Precision, recall and F1 are that benchmark's: shares of shingles of four words,
means over all pages, F1 of the two means. The headline is no part of the body.

Survival is the share of the elements in the source (h2 to h6, p, li, td and th)
whose text stands in the truth and, word for word, in ours too; "as such" counts
those that became a block of the same kind.`,
		Example: `  roleclaims eval-extract --pages article-extraction-benchmark/
  roleclaims eval-extract --pages corpus/html/testdata/sites/dev --verbose`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, err := os.Stat(dir)
			if err != nil || !info.IsDir() {
				return fmt.Errorf("--pages %q: no such folder; see %s --help", dir, cmd.CommandPath())
			}
			var pages []fidelity.Page
			var totals fidelity.Totals
			bar := newProgress(t.err, onTerminal(t.err))
			err = fidelity.Folder(os.DirFS(dir), func(done, all int, page fidelity.Page) error {
				bar.step(pipeline.Progress{Stage: pipeline.Analysing, Pages: done, File: done, Files: all})
				totals.Add(page)
				pages = append(pages, page)
				return cmd.Context().Err()
			})
			bar.done()
			if err != nil {
				return err
			}
			if asJSON {
				return failed(writeExtractJSON(t.out, totals, pages))
			}
			return failed(writeExtract(t.out, totals, pages, verbose))
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&dir, "pages", "", "`DIR` with html/ and ground-truth.json (required)")
	flags.BoolVarP(&verbose, "verbose", "v", false, "list the pages, worst first")
	flags.BoolVar(&asJSON, "json", false, "print one object with the totals and all pages")
	return cmd
}

// writeExtract prints the totals, and the pages if they are asked for.
func writeExtract(w io.Writer, totals fidelity.Totals, pages []fidelity.Page, verbose bool) error {
	var errs []error
	printf := func(format string, args ...any) {
		_, err := fmt.Fprintf(w, format, args...)
		errs = append(errs, err)
	}
	if verbose {
		slices.SortStableFunc(pages, func(a, b fidelity.Page) int { return cmp.Compare(a.Overlap.F1(), b.Overlap.F1()) })
		for _, p := range pages {
			precision, _ := p.Overlap.Precision()
			recall, _ := p.Overlap.Recall()
			printf("F1 %.3f  precision %.3f  recall %.3f  %s %s\n", p.Overlap.F1(), precision, recall, p.ID, p.Reject)
		}
		printf("\n")
	}
	printf("pages     %d (%d without a document)\n", totals.Pages, totals.Rejects)
	printf("body      F1 %.3f  precision %.3f  recall %.3f\n", totals.F1(), totals.Precision, totals.Recall)
	for _, kind := range fidelity.Kinds {
		s := totals.Survival[kind]
		if s.Elements == 0 {
			printf("survival  %-10s none on these pages\n", string(kind)+"s")
			continue
		}
		text, _ := s.TextShare()
		same, _ := s.KindShare()
		printf("survival  %-10s %.3f  (%d of %d; as such %.3f)\n", string(kind)+"s", text, s.Text, s.Elements, same)
	}
	return errors.Join(errs...)
}

// extractScores are the totals as JSON.
type extractScores struct {
	Pages     int                      `json:"pages"`
	Rejects   int                      `json:"without_document"`
	F1        float64                  `json:"f1"`
	Precision float64                  `json:"precision"`
	Recall    float64                  `json:"recall"`
	Survival  map[string]survivalScore `json:"survival"`
	ByPage    []pageScore              `json:"by_page"`
}

type survivalScore struct {
	Elements int `json:"elements"`
	Text     int `json:"text"`
	AsSuch   int `json:"as_such"`
}

type pageScore struct {
	ID     string  `json:"id"`
	F1     float64 `json:"f1"`
	Reject string  `json:"reject,omitempty"`
	Body   string  `json:"articleBody"` // as the benchmark's own script reads it
}

func writeExtractJSON(w io.Writer, totals fidelity.Totals, pages []fidelity.Page) error {
	scores := extractScores{
		Pages: totals.Pages, Rejects: totals.Rejects, F1: totals.F1(), Precision: totals.Precision, Recall: totals.Recall,
		Survival: make(map[string]survivalScore),
	}
	for kind, s := range totals.Survival {
		scores.Survival[string(kind)+"s"] = survivalScore{s.Elements, s.Text, s.Kind}
	}
	for _, p := range pages {
		scores.ByPage = append(scores.ByPage, pageScore{p.ID, p.Overlap.F1(), p.Reject, p.Text})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(scores)
}
