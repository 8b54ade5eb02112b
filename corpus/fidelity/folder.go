package fidelity

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/html"
)

// Page is how one page came through.
type Page struct {
	ID       string
	Overlap  Overlap
	Survival map[corpus.BlockKind]Survival
	Reject   string // why there is no document, "" where there is one
	Text     string // what was compared with the truth
}

// Folder reads a folder in the layout of the benchmark, page by page in the
// order of their ids, and calls each with the result. Every page that
// ground-truth.json names must be there, as html/ID.html.gz or html/ID.html.
func Folder(fsys fs.FS, each func(done, all int, page Page) error) error {
	truth, err := readTruth(fsys)
	if err != nil {
		return err
	}
	for i, id := range slices.Sorted(maps.Keys(truth)) {
		body, err := readPage(fsys, id)
		if err != nil {
			return err
		}
		page, err := measure(id, body, truth[id].Body)
		if err != nil {
			return err
		}
		if err := each(i+1, len(truth), page); err != nil {
			return err
		}
	}
	return nil
}

// answer is what ground-truth.json says of a page.
type answer struct {
	Body string `json:"articleBody"`
}

func readTruth(fsys fs.FS) (map[string]answer, error) {
	const name = "ground-truth.json"
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no %s: want the layout of the article extraction benchmark, %s beside html/ID.html.gz", name, name)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var truth map[string]answer
	if err := json.Unmarshal(data, &truth); err != nil {
		return nil, fmt.Errorf(`%s: %w: want {"ID": {"articleBody": "..."}}`, name, err)
	}
	for id := range truth {
		if !fs.ValidPath(id) || strings.Contains(id, "/") {
			return nil, fmt.Errorf("%s: the id %q is no file name", name, id)
		}
	}
	if len(truth) == 0 {
		return nil, fmt.Errorf("%s names no page", name)
	}
	return truth, nil
}

// readPage reads the source of a page, unpacked, up to the size of a page.
func readPage(fsys fs.FS, id string) ([]byte, error) {
	file, err := fsys.Open(path.Join("html", id+".html.gz"))
	packed := err == nil
	if errors.Is(err, fs.ErrNotExist) {
		file, err = fsys.Open(path.Join("html", id+".html"))
	}
	if err != nil {
		return nil, fmt.Errorf("page %s: neither html/ID.html.gz nor html/ID.html: %w", id, err)
	}
	defer file.Close()
	source := io.Reader(file)
	if packed {
		if source, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("page %s: %w", id, err)
		}
	}
	body, err := io.ReadAll(io.LimitReader(source, corpus.MaxPageBytes))
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", id, err)
	}
	return body, nil
}

// measure takes one page through corpus/html. A page that gives no document has
// no text. Its language does not count here.
func measure(id string, body []byte, want string) (Page, error) {
	page := Page{ID: id}
	content, err := html.Parse(body, "")
	if err != nil {
		page.Reject = err.Error()
	}
	page.Text = withoutTitle(content)
	page.Overlap = NewOverlap(want, page.Text)
	elements, err := html.Elements(body)
	if err != nil && page.Reject == "" {
		return Page{}, fmt.Errorf("page %s: %w", id, err)
	}
	page.Survival = survival(elements, want, content)
	return page, nil
}

// withoutTitle returns the text of an article without its headline, as the
// benchmark has it: without a first heading of rank 1, and without headings that
// repeat the title.
func withoutTitle(c corpus.Content) string {
	var text strings.Builder
	for i, block := range c.Blocks {
		said := block.Span.Of(c.Text)
		if block.Kind == corpus.Heading && (i == 0 && block.Level == 1 || flat(said) == flat(c.Meta.Title)) {
			continue
		}
		text.WriteString(said + "\n")
	}
	return text.String()
}

// Totals are the scores of all pages.
type Totals struct {
	Pages, Rejects    int
	Precision, Recall float64 // means over the pages that have text, or should have
	Survival          map[corpus.BlockKind]Survival

	precise, recalled int
}

// Add adds a page.
func (t *Totals) Add(p Page) {
	if t.Survival == nil {
		t.Survival = make(map[corpus.BlockKind]Survival)
	}
	t.Pages++
	if p.Reject != "" {
		t.Rejects++
	}
	if share, ok := p.Overlap.Precision(); ok {
		t.precise++
		t.Precision += (share - t.Precision) / float64(t.precise)
	}
	if share, ok := p.Overlap.Recall(); ok {
		t.recalled++
		t.Recall += (share - t.Recall) / float64(t.recalled)
	}
	for _, kind := range Kinds {
		sum := t.Survival[kind]
		sum.Add(p.Survival[kind])
		t.Survival[kind] = sum
	}
}

// F1 returns the harmonic mean of the mean precision and the mean recall, as
// the benchmark defines it.
func (t Totals) F1() float64 {
	if t.Precision+t.Recall == 0 {
		return 0
	}
	return 2 * t.Precision * t.Recall / (t.Precision + t.Recall)
}
