package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"roleclaims/extract/contradict"
	"roleclaims/pipeline"
)

func newClaims(talk io.Writer) *cobra.Command {
	var out string
	var seed uint64
	cmd := &cobra.Command{
		Use:   "claims N --out DIR",
		Short: "Make N claims as datasets, and their answers",
		Long: `Claims writes N claims into DIR/claims, a run folder whose datasets hold short articles
that say them and in which nothing is compared yet: roleclaims merge finds what
contradicts. They are the claims that bench has compared. One claim in a thousand
contradicts an earlier one, and one only seems to.

DIR/answers.jsonl has a line for each of these: the ids of both claims, their
articles and words, the kind of contradiction, and of one that only seems so the
reason why it is none ("trap").`,
		Example: `  roleclaims-gen claims 100000 --seed 1 --out made
  roleclaims merge made/claims --out found && roleclaims-gen score made found`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := count(args[0], 1000)
			if err != nil {
				return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
			}
			if err := vacant(out); err != nil {
				return err
			}
			made, err := writeClaims(cmd.Context(), out, n, seed)
			switch {
			case errors.Is(err, context.Canceled):
				return err
			case err != nil:
				return internalError{err}
			}
			fmt.Fprintf(talk, "%s: %d claims in %d articles, %d contradictions, %d traps\n", out, n, made.articles, made.planted, made.traps)
			return nil
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVarP(&out, "out", "o", "", "`DIR` to write to, which must be new or empty (required)")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "`N` that decides all that is left to chance")
	return cmd
}

// answer is a planted pair as a line of the answers: a is the first of the two
// claims, b the odd one.
type answer struct {
	Kind string `json:"kind"`
	Trap string `json:"trap,omitempty"`
	A    side   `json:"a"`
	B    side   `json:"b"`
}

type side struct {
	Claim string `json:"claim"`
	Doc   string `json:"doc"`
	Quote string `json:"quote"`
}

// claimWriter makes articles of a stream's claims and notes the answers.
type claimWriter struct {
	answers                  *json.Encoder
	open                     map[*planted]side // first claims whose second is to come
	articles, planted, traps int
}

// writeClaims writes n claims and their answers to dir, an article at a time.
// After an error there are neither.
func writeClaims(ctx context.Context, dir string, n int, seed uint64) (w *claimWriter, err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	file, err := os.Create(filepath.Join(dir, "answers.jsonl"))
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewWriter(file)
	defer func() {
		if err = errors.Join(err, buffer.Flush(), file.Close()); err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	w = &claimWriter{answers: json.NewEncoder(buffer), open: map[*planted]side{}}
	w.answers.SetEscapeHTML(false)
	return w, pipeline.WriteClaims(ctx, filepath.Join(dir, "claims"), w.all(newStream(seed), n))
}

// errStopped ends a stream that nobody listens to any more.
var errStopped = errors.New("stopped")

// all makes the articles.
func (w *claimWriter) all(s *stream, n int) iter.Seq2[pipeline.Analysis, error] {
	return func(yield func(pipeline.Analysis, error) bool) {
		t := telling{number: w.articles}
		finish := func() error {
			a, err := w.finish(&t)
			w.articles++
			t = telling{number: w.articles}
			if !yield(a, err) {
				return errStopped
			}
			return nil
		}
		doc := ""
		err := s.each(n, func(r *contradict.Record, p *planted) error {
			if doc != "" && doc != r.Doc {
				if err := finish(); err != nil {
					return err
				}
			}
			doc = r.Doc
			t.say(r, p)
			return nil
		})
		if err == nil {
			_ = finish() // the last one, whether anybody listens or not
		}
	}
}

// finish ends an article and notes what is planted in it.
func (w *claimWriter) finish(t *telling) (pipeline.Analysis, error) {
	a := t.analysis()
	for i := range t.said {
		said := &t.said[i]
		if said.of == nil {
			continue
		}
		here := side{said.Claim, a.Document.URI, a.Document.Text[said.Start:said.End]}
		first, open := w.open[said.of]
		if !open {
			w.open[said.of] = here
			continue
		}
		delete(w.open, said.of)
		if said.of.reason == "" {
			w.planted++
		} else {
			w.traps++
		}
		if err := w.answers.Encode(answer{Kind: said.of.kind, Trap: said.of.reason, A: first, B: here}); err != nil {
			return a, err
		}
	}
	return a, nil
}
