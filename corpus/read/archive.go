package read

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/warc"
)

// maxRecord is the size of a record of an archive beyond which it is passed by:
// a page and its head, chunked.
const maxRecord = 2 * corpus.MaxPageBytes

// archive reads the pages of a WARC file. What is no page, a picture, a
// redirect, an answer with an error, is counted among the ignored.
func (in *Inputs) archive(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		reader, err := warc.NewReader(r, maxRecord)
		if err != nil {
			yield(rejected(name, "bad-warc", err.Error()))
			return
		}
		for number := 1; ; number++ {
			record, err := reader.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			input, ok := archived(record, err, fmt.Sprintf("%s#%d", name, number))
			switch {
			case ok && !yield(input):
				return
			case !ok && published(record):
				in.Ignored++
			}
		}
	}
}

// archived returns what a record, or the error in its place, stands for; uri
// names it where it has no address. It reports false for what is no page.
func archived(record *warc.Record, err error, uri string) (Input, bool) {
	if record != nil && record.URI != "" {
		uri = record.URI
	}
	switch {
	case errors.Is(err, warc.ErrTooLarge):
		return rejected(uri, "too-large", err.Error()), published(record)
	case err != nil:
		return rejected(uri, "bad-warc", err.Error()), true
	}
	page := corpus.Page{URI: uri, FetchedAt: record.Date, Body: record.Block}
	switch record.Type {
	case warc.Response:
		answer, err := record.Answer()
		if err != nil {
			return rejected(uri, "bad-warc", err.Error()), strings.HasPrefix(uri, "http")
		}
		page.ContentType = answer.Header.Get("Content-Type")
		if _, ok := FormatOf(page.ContentType); !ok || answer.Status != 200 || strings.HasSuffix(uri, "/robots.txt") {
			return Input{}, false
		}
		page.Body, err = answer.Unpacked(corpus.MaxPageBytes)
		switch {
		case errors.Is(err, warc.ErrTooLarge):
			return rejected(uri, "too-large", err.Error()), true
		case err != nil:
			return rejected(uri, "bad-warc", err.Error()), true
		}
	case warc.Resource, "conversion": // a file; the plain text of an answer
		page.ContentType = record.Field("Content-Type")
	default:
		return Input{}, false
	}
	format, ok := FormatOf(page.ContentType)
	if kind := binaryKind(page.Body); ok && kind != "" {
		return rejected(uri, "binary", "holds "+kind), true
	}
	page.Format = format
	return Input{Page: page}, ok
}

// published reports whether a record holds what a server sent, and no note of
// the crawler's.
func published(record *warc.Record) bool {
	return record.Type == warc.Response || record.Type == warc.Resource
}

// FormatOf returns the format that the header of an answer names, and whether
// it is one that is read. Servers that name none send HTML.
func FormatOf(contentType string) (corpus.Format, bool) {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(contentType, ";")
	}
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "", "text/html", "application/xhtml+xml":
		return corpus.HTML, true
	case "text/markdown", "text/x-markdown":
		return corpus.Markdown, true
	case "text/plain":
		return corpus.Text, true
	}
	return "", false
}
