package read

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"roleclaims/corpus"
	"roleclaims/corpus/feed"
)

// maxListing is how much of a sitemap is read, unpacked; their protocol allows
// 50 MB.
const maxListing = 50 << 20

// listingRoot matches the first element of what lists addresses.
var listingRoot = regexp.MustCompile(`^(?s:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*<(?:\w+:)?(urlset|sitemapindex|rss|feed|RDF)\b`)

// Listing reads what lists addresses as XML: a sitemap, an index of sitemaps, an
// RSS or Atom feed; each may be gzipped. Links of an index are of kind Lists.
func Listing(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		buffered, err := unpack(bufio.NewReaderSize(r, 64<<10))
		if err != nil {
			yield(rejected(name, "unreadable", err.Error()))
			return
		}
		root, page := peekRoot(buffered)
		switch {
		case root == "urlset" || root == "sitemapindex":
			sitemap(buffered, name)(yield)
		case root != "":
			entries(buffered, name)(yield)
		case page:
			yield(rejected(name, "bad-xml", "a page, no sitemap or feed: rename it to .html"))
		default:
			yield(rejected(name, "bad-xml", "neither a sitemap (urlset, sitemapindex) nor a feed (rss, feed, RDF)"))
		}
	}
}

// IsListing reports whether a body is what Listing reads.
func IsListing(body []byte) bool {
	buffered, err := unpack(bufio.NewReaderSize(bytes.NewReader(body), 64<<10))
	if err != nil {
		return false
	}
	root, _ := peekRoot(buffered)
	return root != ""
}

// peekRoot returns the name of the first element if it lists addresses, and
// whether it is that of a page.
func peekRoot(r *bufio.Reader) (root string, page bool) {
	head, _ := r.Peek(r.Size())
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	if m := listingRoot.FindSubmatch(head); m != nil {
		return string(m[1]), false
	}
	return "", bytes.Contains(bytes.ToLower(head), []byte("<html"))
}

// sitemap reads the addresses of a sitemap as they come.
func sitemap(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		decoder := xml.NewDecoder(&budget{r: r, left: maxListing})
		decoder.Strict = false
		decoder.CharsetReader = inUTF8
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(broken(name, err))
				return
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
				continue
			}
			var entry struct {
				Loc string `xml:"loc"`
			}
			if err := decoder.DecodeElement(&entry, &start); err != nil {
				yield(broken(name, err))
				return
			}
			kind := Article
			if start.Name.Local == "sitemap" {
				kind = Lists
			}
			if !yield(linked(entry.Loc, kind, corpus.Meta{})) {
				return
			}
		}
	}
}

// broken rejects what follows in a listing.
func broken(name string, err error) Input {
	if errors.Is(err, errBudget) {
		return rejected(name, "too-large", fmt.Sprintf("over %d bytes; what follows is not read", maxListing))
	}
	return rejected(name, "bad-xml", "what follows is not read: "+cause(err).Error())
}

// entries reads the addresses of a feed.
func entries(r io.Reader, name string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		body, err := io.ReadAll(io.LimitReader(r, corpus.MaxPageBytes+1))
		switch {
		case err != nil:
			yield(rejected(name, "unreadable", cause(err).Error()))
			return
		case len(body) > corpus.MaxPageBytes:
			yield(rejected(name, "too-large", fmt.Sprintf("a feed over %d bytes", corpus.MaxPageBytes)))
			return
		}
		found, err := feed.Parse(body)
		if err != nil {
			yield(rejected(name, "bad-xml", err.Error()))
			return
		}
		for i, entry := range found {
			meta := corpus.Meta{Title: squeeze(entry.Title), Author: squeeze(entry.Author)}
			if date := corpus.ParseDate(entry.Published); date != "" {
				meta.Published, meta.By = date, "feed"
			}
			input := linked(entry.Link, Article, meta)
			if strings.TrimSpace(entry.Link) == "" {
				input = rejected(fmt.Sprintf("%s#%d", name, i+1), "bad-url", "the entry has no link")
			}
			if !yield(input) {
				return
			}
		}
	}
}

// inUTF8 decodes what an XML declaration says to be no UTF-8.
func inUTF8(label string, r io.Reader) (io.Reader, error) {
	encoding, err := htmlindex.Get(label)
	if err != nil {
		return nil, fmt.Errorf("encoding %q: %w", label, err)
	}
	return encoding.NewDecoder().Reader(r), nil
}
