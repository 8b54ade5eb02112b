package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// maxLineBytes is the length of a JSON line beyond which it is rejected unread:
// escapes may double a page, and a little stands beside it.
const maxLineBytes = 2*MaxPageBytes + maxSideBytes

// ReadLines reads pages from JSON Lines: objects with one of "html", "markdown"
// and "text" (the first of these that is there is read), and with "url",
// "source", "title", "author" and "published" where they are known. The uri of
// a page is its url, or name#LINE without one. Blank lines are left out; a line
// that can't be read is a reject, and the next one is read.
func ReadLines(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		lines := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			line, tooLong, err := readLine(lines)
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

// readLine returns the next line, or says that it is too long and skips it.
func readLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > maxLineBytes {
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

// parseLine reads one page.
func parseLine(line []byte, uri string) Input {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	var fields map[string]any
	if err := json.Unmarshal(line, &fields); err != nil {
		return rejected(uri, "bad-json", err.Error())
	}
	fields = lowerKeys(fields)
	if address := field(fields, "url", "uri"); address != "" {
		uri = address
	}
	meta := MetaFrom(fields, "jsonl")
	for _, format := range []Format{HTML, Markdown, Text} {
		body, ok := fields[string(format)].(string)
		if !ok || strings.TrimSpace(body) == "" {
			continue
		}
		if len(body) > MaxPageBytes {
			return rejected(uri, "too-large", fmt.Sprintf("over %d bytes", MaxPageBytes))
		}
		if kind := binaryKind([]byte(body)); kind != "" {
			return rejected(uri, "binary", "holds "+kind)
		}
		return Input{Page: Page{URI: uri, Format: format, Meta: meta, Body: []byte(body)}}
	}
	return rejected(uri, "no-text", `none of "html", "markdown" and "text" has any`)
}
