package fetch

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"iter"
	"maps"
	"net/textproto"
	"os"
	"path/filepath"
	"slices"
	"time"

	"roleclaims/corpus"
	"roleclaims/corpus/read"
	"roleclaims/corpus/warc"
)

// Asks returns all that the store was ever asked for, sorted by address.
func (s *Store) Asks() []Ask {
	s.mu.Lock()
	defer s.mu.Unlock()
	asks := make([]Ask, len(s.ledger.asks))
	for i, ask := range s.ledger.asks {
		asks[i] = *ask
	}
	slices.SortFunc(asks, func(a, b Ask) int { return cmp.Compare(a.URL, b.URL) })
	return asks
}

// RobotsIgnored returns the reasons, sorted, for which robots.txt was ever not
// asked for.
func (s *Store) RobotsIgnored() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.ledger.ignored))
}

// end returns the last answer on an address's way: that of the address, or of
// where its redirects lead. It has an outcome of its own where they lead
// nowhere.
func (s *Store) end(a Ask) *Entry {
	if a.Wrong != "" {
		return &Entry{URL: a.URL, Outcome: BadURL, Detail: a.Wrong}
	}
	passed := map[string]bool{}
	for address, hops := a.URL, 0; ; hops++ {
		entry := s.latest(address)
		switch {
		case passed[address]:
			return &Entry{URL: a.URL, Outcome: RedirectLoop, Detail: "back to " + address}
		case hops > maxRedirects:
			return &Entry{URL: a.URL, Outcome: TooManyRedirects, Detail: fmt.Sprintf("after %d redirects on to %s", maxRedirects, address)}
		case entry == nil:
			return &Entry{URL: address, Outcome: NotFetched, Detail: "the crawl ended before"}
		case entry.Outcome != Redirected:
			return entry
		}
		passed[address] = true
		address = entry.Location
	}
}

// Pages yields what became of addresses, each as one input: its page, or a
// reject of stage read whose reason is the outcome. A page to which several of
// them lead comes once, for the one that has its address or else the first;
// the others are rejects with the reason "duplicate-uri". Sitemaps and feeds
// stand for what they list, and yield what can't be read of them.
func (s *Store) Pages(asks []Ask) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) {
		owners := map[string]string{}
		for _, ask := range asks {
			end := s.end(ask)
			if owner, taken := owners[end.URL]; !taken || ask.URL == end.URL && owner != end.URL {
				owners[end.URL] = ask.URL
			}
		}
		for _, ask := range asks {
			end := s.end(ask)
			inputs := s.input(ask, end)
			if owner := owners[end.URL]; end.Outcome.stored() && owner != ask.URL {
				inputs = only(rejected(ask.URL, "duplicate-uri", fmt.Sprintf("redirected to %s, to which %s leads too", end.URL, owner)))
			}
			for input := range inputs {
				if !yield(input) {
					return
				}
			}
		}
	}
}

// input yields what one address came to.
func (s *Store) input(ask Ask, end *Entry) iter.Seq[read.Input] {
	if !end.Outcome.stored() {
		detail := end.Detail
		if end.URL != ask.URL {
			detail = fmt.Sprintf("redirected to %s: %s", end.URL, detail)
		}
		return only(rejected(ask.URL, string(end.Outcome), detail))
	}
	body, _, err := s.page(end)
	if err != nil {
		return only(rejected(ask.URL, "unreadable", err.Error()))
	}
	if ask.Depth == 0 && maybeList(end.Type) && read.IsListing(body) {
		return broken(read.Listing(bytes.NewReader(body), end.URL))
	}
	format, ok := read.FormatOf(end.Type)
	if !ok {
		return only(rejected(ask.URL, string(BadType), fmt.Sprintf("%.100q is no text", end.Type)))
	}
	page := corpus.Page{
		URI: end.URL, Format: format, ContentType: end.Type, Meta: ask.Meta, Body: body,
		FetchedAt: end.At.UTC().Format(time.RFC3339),
	}
	return only(read.Checked(page))
}

// broken yields the parts of a list that can't be read.
func broken(list iter.Seq[read.Input]) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) {
		for input := range list {
			if input.Reject != nil && !yield(input) {
				return
			}
		}
	}
}

// only yields one input.
func only(input read.Input) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) { yield(input) }
}

// rejected returns the input that stands for an address without a page.
func rejected(address, reason, detail string) read.Input {
	return read.Input{Reject: &corpus.Reject{URI: address, Stage: corpus.StageRead, Reason: reason, Detail: detail}}
}

// page reads the page of an entry, unpacked, with the headers that came with it.
func (s *Store) page(e *Entry) (body []byte, header textproto.MIMEHeader, err error) {
	record, err := s.record(e.body())
	if err != nil {
		return nil, nil, fmt.Errorf("page %s: %w", e.URL, err)
	}
	answer, err := record.Answer()
	if err != nil {
		return nil, nil, fmt.Errorf("page %s: %w", e.URL, err)
	}
	if body, err = answer.Unpacked(corpus.MaxPageBytes); err != nil {
		return nil, nil, fmt.Errorf("page %s: %w", e.URL, err)
	}
	return body, answer.Header, nil
}

// record reads the record at a place.
func (s *Store) record(at Place) (*warc.Record, error) {
	file, err := os.Open(filepath.Join(s.dir, archiveName(at.File)))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader, err := warc.NewReader(io.NewSectionReader(file, at.Offset, at.Length), maxRecord)
	if err != nil {
		return nil, err
	}
	return reader.Next()
}
