package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"
)

func newArticles(talk io.Writer) *cobra.Command {
	var out string
	var seed uint64
	var lines bool
	cmd := &cobra.Command{
		Use:   "articles N --out DIR",
		Short: "Make N articles and their answers",
		Long: `Articles writes N articles about roles of many trades into DIR/articles: Markdown with
front matter, text with a side file, and HTML; with --jsonl one file of JSON Lines.
One planted contradiction comes on ten articles, and one pair that only looks like
one. DIR/answers has contradictions.json and traps.json as roleclaims eval reads them.`,
		Example: `  roleclaims-gen articles 300 --seed 1 --out made
  roleclaims run made/articles --out run && roleclaims eval --gold made/answers run`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := count(args[0], 2)
			if err != nil {
				return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
			}
			if err := vacant(out); err != nil {
				return err
			}
			p := newPlan(n, seed)
			if err := p.write(out, seed, lines); err != nil {
				return internalError{err}
			}
			fmt.Fprintf(talk, "%s: %d articles, %d contradictions, %d traps\n", out, n, len(p.answers), len(p.traps))
			return nil
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVarP(&out, "out", "o", "", "`DIR` to write to, which must be new or empty (required)")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "`N` that decides all that is left to chance")
	cmd.Flags().BoolVar(&lines, "jsonl", false, "write one file of JSON Lines in place of a file an article")
	return cmd
}

// count reads a number of things to make.
func count(text string, least int) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < least {
		return 0, fmt.Errorf("%q is no number of things to make: want %d or more", text, least)
	}
	return n, nil
}

// vacant wants a folder that holds nothing.
func vacant(dir string) error {
	if dir == "" {
		return errors.New("no output folder: name one with --out DIR")
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("--out %s: %w", dir, err)
	case len(entries) > 0:
		return fmt.Errorf("--out %s is not empty: choose another folder", dir)
	}
	return nil
}

// write lays out all articles and writes them and the answers.
func (p *plan) write(dir string, seed uint64, lines bool) (err error) {
	for _, sub := range []string{"articles", "answers"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o777); err != nil {
			return err
		}
	}
	put := writeFile
	if lines {
		file, err := os.Create(filepath.Join(dir, "articles", "articles.jsonl"))
		if err != nil {
			return err
		}
		buffer := bufio.NewWriter(file)
		defer func() { err = errors.Join(err, buffer.Flush(), file.Close()) }()
		put = func(_ string, pg page) error { return writeLine(buffer, pg) }
	}
	for _, d := range p.drafts {
		if err := put(filepath.Join(dir, "articles"), d.layout(seed)); err != nil {
			return err
		}
	}
	if err := writeJSON(filepath.Join(dir, "answers", "contradictions.json"), p.answers); err != nil {
		return err
	}
	return writeJSON(filepath.Join(dir, "answers", "traps.json"), p.traps)
}

// writeFile writes an article as a file that says where it was published.
func writeFile(dir string, p page) error {
	body := p.body
	switch p.format {
	case "md":
		body = fmt.Sprintf("---\ntitle: %q\nsource: %s\ncanonical: %s\ndate: %s\n---\n\n%s", p.title, p.source, p.address, p.date, body)
	case "txt":
		side := filepath.Join(dir, p.name[:len(p.name)-len(".txt")]+".meta.json")
		if err := writeJSON(side, map[string]string{"source": p.source, "title": p.title, "published": p.date}); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, p.name), []byte(body), 0o666)
}

// writeLine writes an article as a line of JSON.
func writeLine(w io.Writer, p page) error {
	kind := map[string]string{"md": "markdown", "txt": "text", "html": "html"}[p.format]
	return json.NewEncoder(w).Encode(map[string]string{
		"url": "https://" + p.source + "/" + p.name, "source": p.source, "title": p.title, "published": p.date, kind: p.body,
	})
}

func writeJSON(name string, value any) error {
	body, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(body, '\n'), 0o666)
}
