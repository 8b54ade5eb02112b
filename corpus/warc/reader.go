package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	gowarc "github.com/internetarchive/gowarc"
)

// maxHead is the size of a record's head, in bytes, beyond which it is damaged.
const maxHead = 64 << 10

// boundary is what follows a record's block.
const boundary = "\r\n\r\n"

// Reader reads an archive from its beginning, or from the beginning of any
// record. The library reads a record of any size into temporary files, stops
// at the first damaged one, and leaves out all but the first record of a gzip
// member: so it is fed one record at a time, of a size that was looked at.
type Reader struct {
	src     *bufio.Reader
	limit   int64
	err     error // io.EOF after the last record
	feed    feed
	library *gowarc.Reader // nil before the first record and after a damaged one
}

// feed gives the library the bytes of one record, then of the next.
type feed struct{ io.Reader }

// NewReader reads the archive r, gzipped or plain. Blocks over limit bytes are
// skipped. The error is that of a gzip head.
func NewReader(r io.Reader, limit int64) (*Reader, error) {
	src := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := src.Peek(2); string(magic) == "\x1f\x8b" {
		unzipped, err := gzip.NewReader(src)
		if err != nil {
			return nil, fmt.Errorf("archive: %w: %w", ErrDamaged, err)
		}
		src = bufio.NewReaderSize(unzipped, 64<<10)
	}
	return &Reader{src: src, limit: limit}, nil
}

// Next returns the next record, or io.EOF at the end. After an ErrTooLarge,
// which comes with all of the record but its block and Other, and after an
// ErrDamaged the next call goes on behind the record, as far as there is
// anything that can be read.
func (r *Reader) Next() (*Record, error) {
	head, err := r.head()
	if err != nil {
		return nil, err
	}
	size, err := strconv.ParseInt(headField(head, "Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("%w: a record without a length", ErrDamaged)
	}
	if size > r.limit {
		_, err := io.CopyN(io.Discard, r.src, size)
		r.fail(err)
		record := &Record{
			Type: strings.ToLower(headField(head, "WARC-Type")),
			URI:  bare(headField(head, "WARC-Target-URI")),
			Date: headField(head, "WARC-Date"),
		}
		return record, fmt.Errorf("record of %d bytes: %w of %d", size, ErrTooLarge, r.limit)
	}
	return r.record(head, size)
}

// record has the library read a record of which the head was read.
func (r *Reader) record(head []byte, size int64) (*Record, error) {
	block := make([]byte, size)
	if n, err := io.ReadFull(r.src, block); err != nil {
		r.fail(err)
		return nil, fmt.Errorf("%w: a record ends after %d of %d bytes", ErrDamaged, n, size)
	}
	parsed, err := r.parse(io.MultiReader(bytes.NewReader(head), bytes.NewReader(block), strings.NewReader(boundary)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err := parsed.Content.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	record := &Record{Other: map[string]string{}, Block: block}
	for name, value := range parsed.Header {
		switch strings.ToLower(name) {
		case "warc-type":
			record.Type = strings.ToLower(value)
		case "warc-target-uri":
			record.URI = bare(value)
		case "warc-date":
			record.Date = value
		default:
			record.Other[name] = value
		}
	}
	return record, nil
}

// parse has the library read the one record in raw.
func (r *Reader) parse(raw io.Reader) (*gowarc.Record, error) {
	r.feed.Reader = raw
	if r.library == nil {
		var err error
		if r.library, err = gowarc.NewReader(&r.feed); err != nil {
			return nil, err
		}
	}
	parsed, err := r.library.ReadRecord(gowarc.ReadOptsNoContentOutput)
	if err != nil {
		r.library = nil
	}
	return parsed, err
}

// head reads up to the end of the next record's head, past whatever stands
// before it. If that is anything but line ends, it is an ErrDamaged, and the
// head is left for the next call.
func (r *Reader) head() ([]byte, error) {
	if r.err != nil {
		return nil, r.err
	}
	junk := false
	for {
		begin, err := r.src.Peek(len("WARC/"))
		switch {
		case string(begin) == "WARC/" && junk:
			return nil, fmt.Errorf("%w: bytes that belong to no record", ErrDamaged)
		case string(begin) == "WARC/":
			return r.lines()
		case err != nil && len(begin) == 0:
			r.fail(err)
			switch {
			case !errors.Is(err, io.EOF):
				return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
			case junk:
				return nil, fmt.Errorf("%w: bytes that belong to no record", ErrDamaged)
			}
			return nil, io.EOF
		}
		if begin[0] != '\r' && begin[0] != '\n' {
			junk = true
		}
		if _, err := r.src.ReadSlice('\n'); err != nil && !errors.Is(err, bufio.ErrBufferFull) && !errors.Is(err, io.EOF) {
			r.fail(err)
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
}

// lines reads a head: lines up to and with an empty one. Line ends become CRLF.
func (r *Reader) lines() ([]byte, error) {
	var head []byte
	for len(head) <= maxHead {
		line, err := r.src.ReadSlice('\n')
		if err != nil {
			if !errors.Is(err, bufio.ErrBufferFull) {
				r.fail(err)
			}
			return nil, fmt.Errorf("%w: a head without end", ErrDamaged)
		}
		line = bytes.TrimRight(line, "\r\n")
		head = append(append(head, line...), "\r\n"...)
		if len(line) == 0 {
			return head, nil
		}
	}
	return nil, fmt.Errorf("%w: a head of over %d bytes", ErrDamaged, maxHead)
}

// fail ends the reading: what can't be read further is at its end.
func (r *Reader) fail(err error) {
	if err != nil {
		r.err = io.EOF
	}
}

// headField returns the value of a named field of a head, or "".
func headField(head []byte, name string) string {
	for line := range bytes.Lines(head) {
		key, value, ok := bytes.Cut(line, []byte(":"))
		if ok && strings.EqualFold(string(key), name) {
			return string(bytes.TrimSpace(value))
		}
	}
	return ""
}

// bare strips the angle brackets that WARC/1.0 allowed around an address.
func bare(uri string) string {
	return strings.TrimSuffix(strings.TrimPrefix(uri, "<"), ">")
}
