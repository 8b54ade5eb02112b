package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"roleclaims/corpus"
)

// maxLineBytes is the length of a JSON line beyond which it is rejected unread:
// escapes may double a page, and a little stands beside it.
const maxLineBytes = 2*corpus.MaxPageBytes + maxSideBytes

// Lines reads JSON Lines: objects with one of "html", "markdown" and "text" (the
// first of these that is there is read), and with "url", "source", "title",
// "author" and "published" where they are known. The uri of a page is its url,
// or name#LINE without one; a line with a url alone gives its address. Blank
// lines are left out; a line that can't be read is a reject, and the next one is
// read.
func Lines(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		reader := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			line, tooLong, err := readLine(reader, maxLineBytes)
			uri := fmt.Sprintf("%s#%d", name, number)
			switch {
			case tooLong:
				if !yield(rejected(uri, "too-large", fmt.Sprintf("line over %d bytes", maxLineBytes))) {
					return
				}
			case len(bytes.TrimSpace(line)) > 0:
				if !yield(parseLine(line, uri)) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(rejected(uri, "unreadable", cause(err).Error()))
				return
			}
		}
	}
}

// readLine returns the next line, or says that it is over limit and skips it.
func readLine(r *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > limit {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func parseLine(line []byte, uri string) Input {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	var fields map[string]any
	if err := json.Unmarshal(line, &fields); err != nil {
		return rejected(uri, "bad-json", err.Error())
	}
	return record(corpus.NewFields(fields), uri, "jsonl")
}

// record reads the page that the fields of a line or row hold, or its address.
func record(fields corpus.Fields, uri, by string) Input {
	address := fields.Text("url", "uri")
	if address != "" {
		uri = address
	}
	meta := fields.Meta(by)
	for _, format := range []corpus.Format{corpus.HTML, corpus.Markdown, corpus.Text} {
		body, ok := fields[string(format)].(string)
		if !ok || strings.TrimSpace(body) == "" {
			continue
		}
		if len(body) > corpus.MaxPageBytes {
			return rejected(uri, "too-large", fmt.Sprintf("over %d bytes", corpus.MaxPageBytes))
		}
		if kind := binaryKind([]byte(body)); kind != "" {
			return rejected(uri, "binary", "holds "+kind)
		}
		return Input{Page: corpus.Page{URI: uri, Format: format, Meta: meta, Body: []byte(body)}}
	}
	if corpus.WebAddress(address) {
		return linked(address, Article, meta)
	}
	return rejected(uri, "no-text", `none of "html", "markdown" and "text" has any, and "url" is no web address`)
}
