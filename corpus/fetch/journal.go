package fetch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"time"

	"roleclaims/corpus"
)

// Entry is one request that was answered, or that was refused: a line of the
// journal.
type Entry struct {
	URL     string    `json:"url"` // canonical
	Outcome Outcome   `json:"outcome"`
	Detail  string    `json:"detail,omitempty"` // for people: what was seen
	At      time.Time `json:"at"`               // when the request went out
	TookMS  int64     `json:"took_ms,omitempty"`
	Status  int       `json:"status,omitempty"`  // of the HTTP answer
	Attempt int       `json:"attempt,omitempty"` // of requests that failed, this one included, one after another

	IgnoredRobots string `json:"ignored_robots,omitempty"` // why robots.txt was not asked for

	PausedUntil time.Time `json:"paused_until,omitzero"` // what the host asked for

	Type         string `json:"type,omitempty"`          // header Content-Type, or what the body looks like where there is none
	ETag         string `json:"etag,omitempty"`          // header, for the next request
	LastModified string `json:"last_modified,omitempty"` // header, for the next request
	Location     string `json:"location,omitempty"`      // canonical, where it redirects to
	Digest       string `json:"digest,omitempty"`        // of the body as sent, "sha1:" and base 32
	Bytes        int64  `json:"bytes,omitempty"`         // of the body as sent

	Record Place `json:"record,omitzero"` // of the answer
	Page   Place `json:"page,omitzero"`   // of the page, where the answer says that an earlier one still holds
}

// Place is where a record stands in the store's archives.
type Place struct {
	File   int   `json:"file"` // number of the archive
	Offset int64 `json:"offset"`
	Length int64 `json:"length"`
}

// body returns the place of the page.
func (e *Entry) body() Place {
	if e.Page != (Place{}) {
		return e.Page
	}
	return e.Record
}

// ended returns when the answer was there.
func (e *Entry) ended() time.Time { return e.At.Add(time.Duration(e.TookMS) * time.Millisecond) }

// Ask is an address that the store was asked for: by a user, a list or a link.
type Ask struct {
	URL   string      `json:"url"`             // canonical
	Depth int         `json:"depth,omitempty"` // links from an address that was given
	Meta  corpus.Meta `json:"meta,omitzero"`   // what a list said of the page
	Wrong string      `json:"wrong,omitempty"` // why URL, as it was given, is no address to ask
}

// line is a line of the journal: one of the two.
type line struct {
	Ask    *Ask   `json:"ask,omitempty"`
	Answer *Entry `json:"answer,omitempty"`
}

// ledger is what the journal tells.
type ledger struct {
	asks    []*Ask // in order, each address once
	asked   map[string]*Ask
	answers map[string]*Entry     // by address: the page, or else the last answer
	hosts   map[string]lastAnswer // by host name
	pauses  map[string]time.Time  // by host name: how long it asked to be left alone
	ends    map[int]int64         // by archive: the end of its last record
	ignored map[string]bool       // why robots.txt was not asked for, where it was not
}

// lastAnswer is when a host last answered, and how long that took.
type lastAnswer struct {
	end  time.Time
	took time.Duration
}

func newLedger() *ledger {
	return &ledger{
		asked:   map[string]*Ask{},
		answers: map[string]*Entry{},
		hosts:   map[string]lastAnswer{},
		pauses:  map[string]time.Time{},
		ends:    map[int]int64{},
		ignored: map[string]bool{},
	}
}

// replay takes in a journal and returns the length of its sound part. What a
// killed process, or a machine that lost power, left at the end is no part of
// it; a broken line before sound ones is an error.
func (l *ledger) replay(journal []byte) (sound int64, err error) {
	for number, rest := 1, journal; len(rest) > 0; number++ {
		text, after, ended := bytes.Cut(rest, []byte("\n"))
		var one line
		if !ended || json.Unmarshal(text, &one) != nil || !l.take(one) {
			if following(after) {
				return 0, fmt.Errorf("line %d of the journal is damaged: put back a copy of it", number)
			}
			return sound, nil
		}
		sound += int64(len(text)) + 1
		rest = after
	}
	return sound, nil
}

// following reports whether there is a sound line.
func following(journal []byte) bool {
	for text := range bytes.Lines(journal) {
		var one line
		if json.Unmarshal(text, &one) == nil && (one.Ask != nil || one.Answer != nil) {
			return true
		}
	}
	return false
}

// take adds a line, and reports whether it is one.
func (l *ledger) take(one line) bool {
	switch {
	case one.Ask != nil:
		l.ask(one.Ask)
	case one.Answer != nil:
		l.answer(one.Answer)
	default:
		return false
	}
	return true
}

// ask adds an address, or brings it nearer to those that were given.
func (l *ledger) ask(a *Ask) {
	if known := l.asked[a.URL]; known != nil {
		known.Depth = min(known.Depth, a.Depth)
		return
	}
	l.asked[a.URL] = a
	l.asks = append(l.asks, a)
}

// answer adds an entry. A failure does not take the place of a page.
func (l *ledger) answer(e *Entry) {
	if before := l.answers[e.URL]; before == nil || !before.Outcome.stored() || e.Outcome.stored() {
		l.answers[e.URL] = e
	}
	if e.Record.Length > 0 {
		l.ends[e.Record.File] = max(l.ends[e.Record.File], e.Record.Offset+e.Record.Length)
	}
	if e.IgnoredRobots != "" {
		l.ignored[e.IgnoredRobots] = true
	}
	u, err := url.Parse(e.URL)
	if err != nil || e.Outcome.refused() {
		return
	}
	if host := u.Hostname(); e.ended().After(l.hosts[host].end) {
		l.hosts[host] = lastAnswer{e.ended(), time.Duration(e.TookMS) * time.Millisecond}
	}
	if host := u.Hostname(); e.PausedUntil.After(l.pauses[host]) {
		l.pauses[host] = e.PausedUntil
	}
}
