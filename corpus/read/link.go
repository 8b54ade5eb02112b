package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"strings"

	"roleclaims/corpus"
)

// Link is a page that an input names but does not hold: whoever has a network
// may fetch it.
type Link struct {
	URL  string
	Kind LinkKind
	Meta corpus.Meta // what the input says of the page; it wins over the page
}

// LinkKind says what the answer of an address is.
type LinkKind string

// The kinds of address. What a user types, or a list names, may be any of them:
// the answer shows it.
const (
	Article LinkKind = "article"
	Lists   LinkKind = "listing" // a sitemap or feed: Listing reads the answer
	Auto    LinkKind = "auto"
)

// maxAddress is the length of a web address that is followed.
const maxAddress = 4096

// linked returns the input that stands for an address, or for a wrong one.
func linked(address string, kind LinkKind, meta corpus.Meta) Input {
	address = strings.TrimSpace(strings.ToValidUTF8(address, "\ufffd"))
	u, err := url.Parse(address)
	switch {
	case len(address) > maxAddress:
		return rejected(address[:maxAddress], "bad-url", "longer than an address is")
	case err != nil:
		return rejected(address, "bad-url", "no web address")
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return rejected(address, "bad-url", "no address that begins with http:// or https://")
	}
	u.Fragment = ""
	return Input{Link: &Link{URL: u.String(), Kind: kind, Meta: meta}}
}

// List reads a list of addresses, one a line. Blank lines, and those that begin
// with #, are left out.
func List(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		reader := bufio.NewReader(r)
		for number := 1; ; number++ {
			line, tooLong, err := readLine(reader, 2*maxAddress)
			address := strings.TrimPrefix(squeeze(string(line)), "\ufeff")
			switch {
			case tooLong:
				if !yield(rejected(fmt.Sprintf("%s#%d", name, number), "bad-url", "longer than an address is")) {
					return
				}
			case address != "" && !strings.HasPrefix(address, "#"):
				if !yield(linked(address, Auto, corpus.Meta{})) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(rejected(fmt.Sprintf("%s#%d", name, number), "unreadable", cause(err).Error()))
				return
			}
		}
	}
}

// peekList reports whether a text is a list of addresses: each of its first
// lines is one, or blank, or begins with #. No article is.
func peekList(r io.Reader) (*bufio.Reader, bool) {
	buffered := bufio.NewReaderSize(r, 16<<10)
	head, err := buffered.Peek(buffered.Size())
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	if err == nil { // there is more: the last line may be cut
		head = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	found := false
	for line := range strings.Lines(string(head)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case corpus.WebAddress(line) && !strings.ContainsAny(line, " \t"):
			found = true
		default:
			return buffered, false
		}
	}
	return buffered, found
}
