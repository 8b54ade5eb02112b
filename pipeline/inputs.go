package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"roleclaims/corpus"
	"roleclaims/corpus/read"
	"roleclaims/corpus/sample"
	"roleclaims/extract/lexicon"
)

// findInputs finds the pages to read, before anything is read or written.
func findInputs(cfg Config) (*read.Inputs, error) {
	if len(cfg.Inputs) == 0 {
		return read.FindFS(sample.Articles(), ".")
	}
	for _, input := range cfg.Inputs {
		if within(cfg.Out, input) {
			return nil, fmt.Errorf("the output folder %s lies in the input folder %s, and the next run would read its reports: choose a folder outside", cfg.Out, input)
		}
	}
	return read.Find(cfg.Inputs)
}

// unfetched makes rejects of the pages that the inputs name but do not hold.
func unfetched(inputs iter.Seq[read.Input]) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) {
		for input := range inputs {
			if input.Link != nil {
				input.Reject = &corpus.Reject{URI: input.Link.URL, Stage: corpus.StageRead, Reason: "not-fetched", Detail: "an address: fetch the page first"}
				input.Link = nil
			}
			if !yield(input) {
				return
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
