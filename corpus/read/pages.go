package read

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"

	"roleclaims/corpus"
)

// maxSideBytes is the size up to which a side file is read.
const maxSideBytes = 1 << 20

// Input is one page that was read, the address of one that has to be fetched,
// or the reject that says why there is neither.
type Input struct {
	Page   corpus.Page
	Link   *Link          // nil for what was read
	Reject *corpus.Reject // nil for a page or an address
	File   int            // how many files were begun, this one included: for progress
	Notes  []string       // what of its side file can't be used, file and key named
}

// uri returns the name of what came.
func (in Input) uri() string {
	switch {
	case in.Reject != nil:
		return in.Reject.URI
	case in.Link != nil:
		return in.Link.URL
	}
	return in.Page.URI
}

// Pages reads the inputs in order. It ends early only when ctx is done; what
// can't be read becomes a reject of stage read, with one of the reasons
// "unreadable", "too-large", "binary", "bad-json", "bad-table", "bad-xml",
// "bad-warc", "bad-url", "no-text", "bad-meta" and "duplicate-uri" (a uri that
// an earlier page or address has). Standard input is read as what its first
// bytes show it to be: JSON Lines, a WARC, a sitemap or feed, a page of HTML, a
// list of addresses, else text; any of these may be gzipped.
func (in *Inputs) Pages(ctx context.Context, stdin io.Reader) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		seen := make(map[[sha256.Size]byte]bool)
		for i, file := range in.files {
			for input := range in.inputs(file, stdin) {
				if ctx.Err() != nil {
					return
				}
				if input.Reject == nil {
					key := sha256.Sum256([]byte(input.uri()))
					if seen[key] {
						input = rejected(input.uri(), "duplicate-uri", "an earlier page has this uri")
					}
					seen[key] = true
				}
				input.File = i + 1
				if !yield(input) {
					return
				}
			}
		}
	}
}

// inputs reads one file, one address or standard input.
func (in *Inputs) inputs(file inputFile, stdin io.Reader) iter.Seq[Input] {
	switch {
	case file.stdin:
		return in.stdin(stdin, file.uri)
	case file.address:
		return one(linked(file.uri, Auto, corpus.Meta{}))
	}
	return in.file(file)
}

// one yields a single input.
func one(input Input) iter.Seq[Input] {
	return func(yield func(Input) bool) { yield(input) }
}

// rejected returns the input that stands for a page which can't be read.
func rejected(uri, reason, detail string) Input {
	return Input{Reject: &corpus.Reject{URI: uri, Stage: corpus.StageRead, Reason: reason, Detail: detail}}
}

// file reads one file: a page, or all that it lists.
func (in *Inputs) file(f inputFile) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		file, err := open(f.fsys, f.name)
		if err != nil {
			yield(rejected(f.uri, "unreadable", cause(err).Error()))
			return
		}
		defer file.Close()
		in.content(f, file)(yield)
	}
}

// content reads what an open file holds.
func (in *Inputs) content(f inputFile, file io.Reader) iter.Seq[Input] {
	switch f.kind {
	case lines:
		return Lines(file, f.uri)
	case table:
		return Table(file, f.uri, ending(trimGzip(f.name)) == ".tsv")
	case listing:
		return Listing(file, f.uri)
	case list:
		return List(file, f.uri)
	case archive:
		return in.archive(file, f.uri)
	case text:
		if f.named {
			buffered, addresses := peekList(file)
			if addresses {
				return List(buffered, f.uri)
			}
			file = buffered
		}
	}
	meta, notes, err := f.side()
	if err != nil {
		return one(rejected(f.uri, "bad-meta", err.Error()))
	}
	page := readPage(file, f.uri, f.kind.format(), meta)
	page.Notes = notes
	return one(page)
}

// open opens a file, unpacked if its name ends in .gz.
func open(fsys fs.FS, name string) (io.ReadCloser, error) {
	file, err := fsys.Open(name)
	if err != nil || ending(name) != ".gz" {
		return file, err
	}
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("no gzip data: %w", err), file.Close())
	}
	return unpackedFile{unpacked, file}, nil
}

// unpackedFile is a gzipped file that is read unpacked.
type unpackedFile struct {
	*gzip.Reader
	file io.Closer
}

// Close closes the file; the unpacker has nothing to give back.
func (f unpackedFile) Close() error { return f.file.Close() }

// readPage reads a page to its end.
func readPage(r io.Reader, uri string, format corpus.Format, meta corpus.Meta) Input {
	body, err := io.ReadAll(io.LimitReader(r, corpus.MaxPageBytes+1))
	if err != nil {
		return rejected(uri, "unreadable", cause(err).Error())
	}
	return Checked(corpus.Page{URI: uri, Format: format, Meta: meta, Body: body})
}

// Checked returns a page as an input, or the reject for one that is too large
// or holds no text.
func Checked(page corpus.Page) Input {
	if len(page.Body) > corpus.MaxPageBytes {
		return rejected(page.URI, "too-large", fmt.Sprintf("over %d bytes", corpus.MaxPageBytes))
	}
	if kind := binaryKind(page.Body); kind != "" {
		return rejected(page.URI, "binary", "holds "+kind)
	}
	return Input{Page: page}
}

// binaryKind says what a body holds that is no text, or "" for text. NUL bytes are
// no text, but in UTF-16 with its byte order mark.
func binaryKind(body []byte) string {
	switch {
	case bytes.HasPrefix(body, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(body, []byte("PK\x03\x04")):
		return "a zip archive or office document"
	case bytes.HasPrefix(body, []byte(gzipMagic)):
		return "compressed data"
	case bytes.HasPrefix(body, []byte("\xff\xfe")), bytes.HasPrefix(body, []byte("\xfe\xff")):
		return ""
	case bytes.IndexByte(body, 0) >= 0:
		return "NUL bytes, as binary data does"
	}
	return ""
}

// side reads the side file of a page, where there is one, and says what of it
// can't be used.
func (f inputFile) side() (meta corpus.Meta, notes []string, err error) {
	base := trimGzip(f.name)
	name := base[:len(base)-len(ending(base))] + sideEnding
	file, err := f.fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return corpus.Meta{}, nil, nil
	}
	if err != nil {
		return corpus.Meta{}, nil, fmt.Errorf("side file: %w", cause(err))
	}
	defer file.Close()
	var object map[string]any
	decoder := json.NewDecoder(io.LimitReader(file, maxSideBytes))
	if err := decoder.Decode(&object); err != nil {
		return corpus.Meta{}, nil, fmt.Errorf("side file: %w", cause(err))
	}
	if decoder.More() {
		return corpus.Meta{}, nil, errors.New("side file: more than one JSON object")
	}
	fields := corpus.NewFields(object)
	shown := trimGzip(f.uri)
	shown = shown[:len(shown)-len(ending(shown))] + sideEnding
	for _, unread := range fields.Unread() {
		notes = append(notes, shown+": "+unread)
	}
	return fields.Meta("meta.json"), notes, nil
}

// squeeze collapses white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
