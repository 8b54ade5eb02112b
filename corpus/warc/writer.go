package warc

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	gowarc "github.com/internetarchive/gowarc"
)

// Writer appends records to an archive, each a gzip member of its own, so that
// any of them can be read from its offset alone.
type Writer struct {
	to      io.Writer
	member  bytes.Buffer
	library *gowarc.Writer
}

// NewWriter writes WARC/1.1 records to w.
func NewWriter(w io.Writer) (*Writer, error) {
	library, err := gowarc.NewWriter(io.Discard, "", gowarc.SHA1, gowarc.CompressionGzip, true, nil)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	return &Writer{to: w, library: library}, nil
}

// Write appends a record, by one call of the underlying writer, and returns
// its length there. The record's id, block digest and length are added; a
// value with a line end in it is an error.
func (w *Writer) Write(record *Record) (int64, error) {
	raw := gowarc.NewRecord("", false)
	fields := map[string]string{"WARC-Type": record.Type, "WARC-Target-URI": record.URI, "WARC-Date": record.Date}
	for name, value := range record.Other {
		fields[name] = value
	}
	for name, value := range fields {
		if strings.ContainsAny(name+value, "\r\n") {
			return 0, fmt.Errorf("record of %q: the field %q holds a line end", record.URI, name)
		}
		if value != "" {
			raw.Header.Set(name, value)
		}
	}
	raw.Header.Set("Content-Length", fmt.Sprint(len(record.Block)))
	if _, err := raw.Content.Write(record.Block); err != nil {
		return 0, fmt.Errorf("record of %q: %w", record.URI, err)
	}
	w.member.Reset()
	w.library.Compressor.Reset(&w.member)
	w.library.BufWriter = bufio.NewWriter(w.library.Compressor)
	if _, err := w.library.WriteRecord(raw); err != nil {
		return 0, fmt.Errorf("record of %q: %w", record.URI, err)
	}
	n, err := w.to.Write(w.member.Bytes())
	if err != nil {
		return int64(n), fmt.Errorf("record of %q: %w", record.URI, err)
	}
	return int64(n), nil
}

// Digest returns the digest of a body as archives name it, "sha1:" and base 32.
func Digest(body []byte) string {
	digest, err := gowarc.GetDigest(bytes.NewReader(body), gowarc.SHA1)
	if err != nil {
		panic(err) // the algorithm is known, and memory can be read
	}
	return digest
}
