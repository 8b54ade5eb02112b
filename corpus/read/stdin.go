package read

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"strings"

	"roleclaims/corpus"
)

// gzipMagic begins gzipped data.
const gzipMagic = "\x1f\x8b"

// unpack returns r, unpacked if it is gzipped.
func unpack(r *bufio.Reader) (*bufio.Reader, error) {
	if head, _ := r.Peek(len(gzipMagic)); string(head) != gzipMagic {
		return r, nil
	}
	unpacked, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("no gzip data: %w", err)
	}
	return bufio.NewReaderSize(unpacked, r.Size()), nil
}

// stdin reads standard input as what its first bytes show it to be.
func (in *Inputs) stdin(r io.Reader, uri string) iter.Seq[Input] {
	if r == nil {
		r = strings.NewReader("")
	}
	return func(yield func(Input) bool) {
		buffered, err := unpack(bufio.NewReaderSize(r, 16<<10))
		if err != nil {
			yield(rejected(uri, "unreadable", err.Error()))
			return
		}
		in.sniffed(buffered, uri)(yield)
	}
}

// sniffed reads what begins as it should.
func (in *Inputs) sniffed(r *bufio.Reader, uri string) iter.Seq[Input] {
	switch first := firstByte(r); first {
	case '{':
		return Lines(r, uri)
	case '<':
		if root, _ := peekRoot(r); root != "" {
			return Listing(r, uri)
		}
		return one(readPage(r, uri, corpus.HTML, corpus.Meta{}))
	case 'W':
		if head, _ := r.Peek(5); string(head) == "WARC/" {
			return in.archive(r, uri)
		}
	case 'h', '#':
		if buffered, addresses := peekList(r); addresses {
			return List(buffered, uri)
		} else {
			r = buffered
		}
	}
	return one(readPage(r, uri, corpus.Text, corpus.Meta{}))
}

// firstByte returns the first byte that is neither blank nor a byte order mark,
// within what the buffer holds, without reading past it.
func firstByte(r *bufio.Reader) byte {
	for n := 1; n <= r.Size(); n++ {
		head, err := r.Peek(n)
		if trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"); len(trimmed) > 0 && (n > 3 || trimmed[0] != 0xef) {
			return trimmed[0]
		}
		if err != nil {
			break
		}
	}
	return 0
}
