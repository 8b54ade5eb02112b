package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"roleclaims/corpus"
	"roleclaims/corpus/fetch"
	"roleclaims/corpus/read"
	"roleclaims/corpus/sample"
	"roleclaims/extract/lexicon"
)

// findInputs finds the pages to read, before anything is read or written: files,
// and stores of fetched pages.
func findInputs(cfg Config) (files *read.Inputs, stores []string, err error) {
	if len(cfg.Inputs) == 0 {
		files, err = read.FindFS(sample.Articles(), ".")
		return files, nil, err
	}
	var others []string
	for _, input := range cfg.Inputs {
		if cfg.Out != "" && within(cfg.Out, input) {
			return nil, nil, fmt.Errorf("the output folder %s lies in the input folder %s, and the next run would read its reports: choose a folder outside", cfg.Out, input)
		}
		if fetch.IsStore(input) {
			stores = append(stores, input)
		} else {
			others = append(others, input)
		}
	}
	if len(others) == 0 {
		return &read.Inputs{}, stores, nil
	}
	files, err = read.Find(others)
	return files, stores, err
}

// held returns what inputs hold without a network: the pages of files and of
// stores. An address is a reject.
func held(ctx context.Context, cfg Config, stdin io.Reader) (iter.Seq[read.Input], error) {
	pages, _, err := heldBy(ctx, cfg, stdin)
	return pages, err
}

// heldBy returns what held does, and the files.
func heldBy(ctx context.Context, cfg Config, stdin io.Reader) (iter.Seq[read.Input], *read.Inputs, error) {
	files, stores, err := findInputs(cfg)
	if err != nil {
		return nil, nil, Misuse{err}
	}
	pages := []iter.Seq[read.Input]{files.Pages(ctx, stdin)}
	for _, dir := range stores {
		store, err := fetch.View(dir)
		if err != nil {
			return nil, nil, Misuse{err}
		}
		pages = append(pages, store.Pages(store.Asks()))
	}
	return func(yield func(read.Input) bool) {
		for input := range joined(pages) {
			if input.Link != nil {
				input.Reject = &corpus.Reject{
					URI: input.Link.URL, Stage: corpus.StageRead, Reason: "not-fetched",
					Detail: "an address: fetch it with roleclaims fetch, or give it to roleclaims run",
				}
				input.Link = nil
			}
			if !yield(input) {
				return
			}
		}
	}, files, nil
}

// joined yields what each of several yields, one after the other.
func joined(several []iter.Seq[read.Input]) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) {
		for _, some := range several {
			for input := range some {
				if !yield(input) {
					return
				}
			}
		}
	}
}

// refused is a misuse if the page that can't be read is the whole of standard
// input: what is named and holds no text is refused, piped in or not.
func refused(r *corpus.Reject) error {
	if r.URI != read.Stdin || r.Stage != corpus.StageRead {
		return nil
	}
	return Misuse{fmt.Errorf("can't read standard input: %s: give text, Markdown, HTML or JSON lines", r.Detail)}
}

// within reports whether path lies below dir, or is dir itself.
func within(path, dir string) bool {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return false
	}
	path, pathErr := filepath.Abs(path)
	dir, dirErr := filepath.Abs(dir)
	relative, err := filepath.Rel(dir, path)
	return pathErr == nil && dirErr == nil && err == nil && filepath.IsLocal(relative)
}

// LoadLexicon reads the embedded word lists with those of a folder over them;
// "" is no folder. What is wrong with the folder is a Misuse.
func LoadLexicon(dir string) (*lexicon.Lexicon, error) {
	var overlay fs.FS
	if dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, Misuse{fmt.Errorf("--lexicon %s: no such folder: it holds word lists named NAME.tsv", dir)}
		}
		overlay = os.DirFS(dir)
	}
	lex, err := lexicon.Load(overlay)
	return lex, blame(err, dir)
}

// blame puts an error in the word lists down to the user's own, if there are
// any: ours are tested.
func blame(err error, dir string) error {
	var misuse Misuse
	if err == nil || dir == "" || errors.As(err, &misuse) {
		return err
	}
	return Misuse{fmt.Errorf("--lexicon %s: %w", dir, err)}
}
