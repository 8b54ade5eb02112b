package corpus

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
)

// MaxPageBytes is the size of a page beyond which it is rejected.
const MaxPageBytes = 10 << 20

// maxSideBytes is the size up to which a side file is read.
const maxSideBytes = 1 << 20

// Input is one page that was read, or the reject that says why not.
type Input struct {
	Page   Page
	Reject *Reject // nil for a page
	File   int     // how many files were begun, this one included: for progress
}

// Pages reads the inputs in order. It ends early only when ctx is done; what
// can't be read becomes a reject of stage read, with one of the reasons
// "unreadable", "too-large", "binary", "bad-json", "no-text", "bad-meta" and
// "duplicate-uri" (a uri that an earlier page has). Standard input is read as
// JSON Lines if it begins with "{", as HTML if it begins with "<", else as text.
func (in *Inputs) Pages(ctx context.Context, stdin io.Reader) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		seen := make(map[[sha256.Size]byte]bool)
		for i, file := range in.files {
			pages := file.pages
			if file.stdin {
				pages = func() iter.Seq[Input] { return readStdin(stdin, file.uri) }
			}
			for input := range pages() {
				if ctx.Err() != nil {
					return
				}
				input.File = i + 1
				if input.Reject == nil {
					key := sha256.Sum256([]byte(input.Page.URI))
					if seen[key] {
						input = rejected(input.Page.URI, "duplicate-uri", "an earlier page has this uri")
						input.File = i + 1
					}
					seen[key] = true
				}
				if !yield(input) {
					return
				}
			}
		}
	}
}

// rejected returns the input that stands for a page which can't be read.
func rejected(uri, reason, detail string) Input {
	return Input{Reject: &Reject{URI: uri, Stage: StageRead, Reason: reason, Detail: detail}}
}

// pages reads one file: a page, or the pages of its lines.
func (f inputFile) pages() iter.Seq[Input] {
	return func(yield func(Input) bool) {
		file, err := f.fsys.Open(f.name)
		if err != nil {
			yield(rejected(f.uri, "unreadable", cause(err).Error()))
			return
		}
		defer file.Close()
		if f.format == jsonLines {
			for input := range ReadLines(file, f.uri) {
				if !yield(input) {
					return
				}
			}
			return
		}
		meta, err := f.side()
		if err != nil {
			yield(rejected(f.uri, "bad-meta", err.Error()))
			return
		}
		yield(readPage(file, f.uri, f.format, meta))
	}
}

// readPage reads a page to its end.
func readPage(r io.Reader, uri string, format Format, meta Meta) Input {
	body, err := io.ReadAll(io.LimitReader(r, MaxPageBytes+1))
	switch {
	case err != nil:
		return rejected(uri, "unreadable", cause(err).Error())
	case len(body) > MaxPageBytes:
		return rejected(uri, "too-large", fmt.Sprintf("over %d bytes", MaxPageBytes))
	}
	if kind := binaryKind(body); kind != "" {
		return rejected(uri, "binary", "holds "+kind)
	}
	return Input{Page: Page{URI: uri, Format: format, Meta: meta, Body: body}}
}

// binaryKind says what a body holds that is no text, or "" for text. NUL bytes are
// no text, but in UTF-16 with its byte order mark.
func binaryKind(body []byte) string {
	switch {
	case bytes.HasPrefix(body, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(body, []byte("PK\x03\x04")):
		return "a zip archive or office document"
	case bytes.HasPrefix(body, []byte("\x1f\x8b")):
		return "compressed data"
	case bytes.HasPrefix(body, []byte("\xff\xfe")), bytes.HasPrefix(body, []byte("\xfe\xff")):
		return ""
	case bytes.IndexByte(body, 0) >= 0:
		return "NUL bytes, as binary data does"
	}
	return ""
}

// side reads the side file of a page, where there is one.
func (f inputFile) side() (Meta, error) {
	name := strings.TrimSuffix(f.name, extension(f.name)) + sideEnding
	file, err := f.fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return Meta{}, nil
	}
	if err != nil {
		return Meta{}, fmt.Errorf("side file: %w", cause(err))
	}
	defer file.Close()
	var fields map[string]any
	if err := json.NewDecoder(io.LimitReader(file, maxSideBytes)).Decode(&fields); err != nil {
		return Meta{}, fmt.Errorf("side file: %w", cause(err))
	}
	return MetaFrom(fields, "meta.json"), nil
}

// extension returns the ending of a name as it is spelled.
func extension(name string) string { return name[len(name)-len(ending(name)):] }

// readStdin reads standard input as what its first byte shows it to be.
func readStdin(r io.Reader, uri string) iter.Seq[Input] {
	if r == nil {
		r = strings.NewReader("")
	}
	buffered := bufio.NewReader(r)
	switch firstByte(buffered) {
	case '{':
		return ReadLines(buffered, uri)
	case '<':
		return func(yield func(Input) bool) { yield(readPage(buffered, uri, HTML, Meta{})) }
	}
	return func(yield func(Input) bool) { yield(readPage(buffered, uri, Text, Meta{})) }
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
