package read

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"roleclaims/corpus"
)

// Table reads a table of pages or addresses, CSV or TSV, whose first row names
// the columns as Lines names the keys of an object. Where commas part nothing in
// that row, semicolons do. A row's uri is its url, or name#ROW without one; the
// row of names is 1. A row that can't be read is a reject, and ends the table
// where its end can't be found.
func Table(r io.Reader, name string, tabs bool) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		budget := &budget{r: r, left: maxLineBytes}
		rows, err := newRows(budget, tabs)
		if err != nil {
			yield(rejected(name, "bad-table", err.Error()))
			return
		}
		for number := 2; ; number++ {
			budget.left = maxLineBytes
			row, err := rows.reader.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			uri := fmt.Sprintf("%s#%d", name, number)
			switch {
			case errors.Is(err, errBudget):
				yield(rejected(uri, "too-large", fmt.Sprintf("row over %d bytes, what follows is not read; a quotation mark may not be closed", maxLineBytes)))
				return
			case err != nil && !errors.Is(err, csv.ErrQuote) && !errors.Is(err, csv.ErrBareQuote):
				yield(rejected(uri, "unreadable", cause(err).Error()))
				return
			case err != nil:
				if !yield(rejected(uri, "bad-table", err.Error())) {
					return
				}
				continue
			}
			if !yield(record(rows.fields(row), uri, "table")) {
				return
			}
		}
	}
}

// rows are the rows of a table below its names.
type rows struct {
	reader *csv.Reader
	names  []string
}

// newRows reads the row of names.
func newRows(r io.Reader, tabs bool) (*rows, error) {
	buffered := bufio.NewReader(r)
	comma := ','
	head, _ := buffered.Peek(buffered.Size())
	first, _, _ := strings.Cut(string(head), "\n")
	switch {
	case tabs:
		comma = '\t'
	case !strings.Contains(first, ",") && strings.Contains(first, ";"):
		comma = ';'
	}
	reader := csv.NewReader(buffered)
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = comma, true, -1
	names, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("it is empty: its first row names the columns")
	}
	if err != nil {
		return nil, cause(err)
	}
	found := &rows{reader: reader}
	known := false
	for _, name := range names {
		name = strings.ToLower(squeeze(strings.TrimPrefix(name, "\ufeff")))
		switch name {
		case "url", "uri", string(corpus.HTML), string(corpus.Markdown), string(corpus.Text):
			known = true
		}
		found.names = append(found.names, name)
	}
	if !known {
		return nil, fmt.Errorf(`no column is named "url", "html", "markdown" or "text": the first row has %q`, strings.Join(found.names, ", "))
	}
	return found, nil
}

func (r *rows) fields(row []string) corpus.Fields {
	fields := make(corpus.Fields, len(row))
	for i, value := range row {
		if i < len(r.names) && strings.TrimSpace(value) != "" {
			fields[r.names[i]] = value
		}
	}
	return fields
}

// errBudget says that one row or record is larger than any page.
var errBudget = errors.New("too large")

// budget is a reader that gives at most so many bytes until left is set anew.
type budget struct {
	r    io.Reader
	left int
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errBudget
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
