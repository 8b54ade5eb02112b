package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/read"
)

// Census is what a set of inputs holds, before anything is analysed. Lists are
// sorted by count, then by name.
type Census struct {
	Pages     int     `json:"pages"`     // documents and rejects
	Documents int     `json:"documents"` // of them
	Outcomes  []Count `json:"outcomes"`  // "document", or stage and reason of a reject
	Formats   []Count `json:"formats"`   // of documents
	Languages []Count `json:"languages"` // of documents, and of what was left out for it
	Sources   []Count `json:"sources"`   // of documents
	Dates     []Count `json:"dates"`     // where the date of publication was found, "none" without one
	Words     Words   `json:"words"`
	Copies    []Copy  `json:"copies"`  // near-duplicates, by uri
	Ignored   int     `json:"ignored"` // files and records of other kinds
}

// Count is how many documents or pages have one thing in common.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Words are the lengths of documents, in words; all 0 without documents.
type Words struct {
	Total    int    `json:"total"`
	Shortest int    `json:"shortest"`
	Median   int    `json:"median"` // the lower one of two
	Longest  int    `json:"longest"`
	ShortURI string `json:"shortest_uri"`
	LongURI  string `json:"longest_uri"`
}

// Copy is a document that is a copy of an earlier one, by uri.
type Copy struct {
	URI      string `json:"uri"`
	Original string `json:"original"`
}

// TakeCensus reads the inputs of cfg and counts what is there. Of cfg it reads
// Inputs and Workers. An address is not fetched, and counts as a reject.
func TakeCensus(ctx context.Context, cfg Config, opts Options) (census *Census, err error) {
	found, files, err := heldBy(ctx, cfg, opts.Stdin)
	if err != nil {
		return nil, err
	}
	spooled, err := newSpooled()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, spooled.close()) }()
	c := &counting{texts: spooled, uris: make(map[string]string), by: make(map[string]map[string]int)}
	err = flow(ctx, found, max(1, cfg.Workers), survey, func(input read.Input, a Analysis) error {
		c.pages++
		if opts.Progress != nil {
			opts.Progress(Progress{Stage: Analysing, Pages: c.pages, File: input.File, Files: files.Len()})
		}
		return c.add(input, a)
	})
	if err != nil {
		return nil, err
	}
	return c.census(ctx, files.Ignored)
}

// survey makes a document of a page and no more.
func survey(page corpus.Page) (result Analysis) {
	defer func() {
		if cause := recover(); cause != nil {
			result = Analysis{Reject: &corpus.Reject{URI: page.URI, Stage: corpus.StageDecode, Reason: "panic", Detail: fmt.Sprint(cause)}}
		}
	}()
	doc, reject := decode.Decode(page)
	if reject != nil {
		return Analysis{Reject: reject}
	}
	return Analysis{Document: doc, Fingerprint: corpus.NewFingerprint(doc)}
}

// counting is a census on its way.
type counting struct {
	pages   int
	by      map[string]map[string]int
	lengths []length
	prints  []corpus.Fingerprint
	uris    map[string]string // by document
	texts   *spooled
}

type length struct {
	words int
	uri   string
}

func (c *counting) count(list, name string) {
	if c.by[list] == nil {
		c.by[list] = make(map[string]int)
	}
	c.by[list][name]++
}

func (c *counting) add(input read.Input, a Analysis) error {
	if r := a.Reject; r != nil {
		c.count("outcomes", string(r.Stage)+" "+r.Reason)
		if lang, ok := strings.CutPrefix(r.Detail, "detected: "); ok && r.Stage == corpus.StageLanguage {
			c.count("languages", lang+" (left out)")
		}
		return nil
	}
	c.count("outcomes", "document")
	c.count("formats", string(input.Page.Format))
	c.count("languages", a.Document.Lang)
	c.count("sources", a.Document.Source)
	c.count("dates", cmp.Or(a.Document.PublishedBy, "none"))
	c.lengths = append(c.lengths, length{a.Document.Words, a.Document.URI})
	c.prints = append(c.prints, a.Fingerprint)
	c.uris[a.Document.ID] = a.Document.URI
	return c.texts.add(a.Document.ID, a.Document.Text)
}

func (c *counting) census(ctx context.Context, ignored int) (*Census, error) {
	census := &Census{
		Pages: c.pages, Documents: len(c.prints), Ignored: ignored,
		Outcomes: c.list("outcomes"), Formats: c.list("formats"), Languages: c.list("languages"), Sources: c.list("sources"), Dates: c.list("dates"),
		Copies: []Copy{},
	}
	slices.SortFunc(c.lengths, func(a, b length) int { return cmp.Or(a.words-b.words, cmp.Compare(a.uri, b.uri)) })
	if n := len(c.lengths); n > 0 {
		first, last := c.lengths[0], c.lengths[n-1]
		census.Words = Words{Shortest: first.words, ShortURI: first.uri, Median: c.lengths[(n-1)/2].words, Longest: last.words, LongURI: last.uri}
		for _, l := range c.lengths {
			census.Words.Total += l.words
		}
	}
	copies, err := corpus.Duplicates(ctx, c.prints, c.texts.get)
	if err != nil {
		return nil, err
	}
	for id, original := range copies {
		census.Copies = append(census.Copies, Copy{c.uris[id], c.uris[original]})
	}
	slices.SortFunc(census.Copies, func(a, b Copy) int { return cmp.Compare(a.URI, b.URI) })
	return census, nil
}

// list returns the counts of one list.
func (c *counting) list(name string) []Count {
	list := []Count{}
	for _, one := range slices.Sorted(maps.Keys(c.by[name])) {
		list = append(list, Count{one, c.by[name][one]})
	}
	slices.SortStableFunc(list, func(a, b Count) int { return b.Count - a.Count })
	return list
}

// spooled keeps the texts of documents in a file, to be compared by copies.
type spooled struct {
	file *os.File
	end  int64
	at   map[string][2]int64 // where a document's text begins, and its length
}

func newSpooled() (*spooled, error) {
	file, err := os.CreateTemp("", "roleclaims-census-*")
	if err != nil {
		return nil, fmt.Errorf("census: %w", err)
	}
	return &spooled{file: file, at: make(map[string][2]int64)}, nil
}

func (t *spooled) add(id, text string) error {
	if _, err := io.WriteString(t.file, text); err != nil {
		return fmt.Errorf("census: %w", err)
	}
	t.at[id] = [2]int64{t.end, int64(len(text))}
	t.end += int64(len(text))
	return nil
}

func (t *spooled) get(id string) (string, error) {
	at := t.at[id]
	text := make([]byte, at[1])
	if _, err := t.file.ReadAt(text, at[0]); err != nil {
		return "", fmt.Errorf("census: %w", err)
	}
	return string(text), nil
}

func (t *spooled) close() error {
	return errors.Join(t.file.Close(), os.Remove(t.file.Name()))
}
