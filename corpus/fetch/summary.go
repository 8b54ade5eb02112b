package fetch

import (
	"cmp"
	"slices"
	"strings"
)

// Progress is how far a crawl is.
type Progress struct {
	Hosts  int   // that were asked something
	Pages  int   // fetched in this crawl
	Bytes  int64 // of these pages, as they were sent
	Errors int   // requests that failed, and addresses that were refused
	Done   int   // of Known
	Known  int   // addresses reached so far
}

// Summary is what a crawl came to.
type Summary struct {
	Addresses int             `json:"addresses"` // asked for, by hand, by lists and by links
	Outcomes  map[Outcome]int `json:"outcomes"`  // of the addresses, at the end of their redirects
	Requests  int             `json:"requests"`  // that were sent
	Pages     int             `json:"pages"`     // stored by this crawl
	Kept      int             `json:"kept"`      // addresses whose page was in the store before, or still holds
	Bytes     int64           `json:"bytes"`     // of the pages stored by this crawl, as they were sent
	Skipped   int             `json:"skipped"`   // links over MaxPages of a host
	Passing   int             `json:"passing"`   // addresses that failed in a way that may pass

	Asks []Ask `json:"-"` // the addresses, sorted, each once
}

// tally is what a crawl counts on its way.
type tally struct {
	asks     map[string]Ask
	fetched  map[string]bool
	skipped  map[string]bool
	done     int // addresses that need not be asked any more
	requests int
	bytes    int64
	errors   int
}

// ask notes an address; of several askers the nearest counts, and the first
// that says anything of the page.
func (t *tally) ask(a Ask) {
	if t.asks == nil {
		t.asks = map[string]Ask{}
	}
	if known, ok := t.asks[a.URL]; ok {
		a.Depth, a.Meta = min(a.Depth, known.Depth), known.Meta
	}
	t.asks[a.URL] = a
}

// skip notes a link that is one too many.
func (t *tally) skip(address string) {
	if t.skipped == nil {
		t.skipped = map[string]bool{}
	}
	t.skipped[address] = true
}

// count takes an entry into account and tells the progress.
func (c *crawl) count(e *Entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &c.tally
	if !e.Outcome.refused() {
		t.requests++
	}
	switch e.Outcome {
	case GotPage:
		if t.fetched == nil {
			t.fetched = map[string]bool{}
		}
		t.fetched[e.URL] = true
		t.bytes += e.Bytes
	case NotModified, Redirected, GotRobots:
	default:
		t.errors++
	}
	c.progress(Progress{Hosts: len(c.hosts), Pages: len(t.fetched), Bytes: t.bytes, Errors: t.errors, Done: t.done, Known: len(c.reached)})
}

// countRobots counts the request for a robots.txt, which is no page and no
// error.
func (c *crawl) countRobots() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.tally.requests++
}

// summary sums up.
func (c *crawl) summary() *Summary {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &Summary{
		Outcomes: map[Outcome]int{}, Requests: c.tally.requests,
		Pages: len(c.tally.fetched), Bytes: c.tally.bytes, Skipped: len(c.tally.skipped),
	}
	for _, ask := range c.tally.asks {
		s.Asks = append(s.Asks, ask)
	}
	slices.SortFunc(s.Asks, func(a, b Ask) int { return cmp.Compare(a.URL, b.URL) })
	s.Addresses = len(s.Asks)
	for _, ask := range s.Asks {
		end := c.store.end(ask)
		s.Outcomes[end.Outcome]++
		switch {
		case end.Outcome.stored() && !c.tally.fetched[end.URL]:
			s.Kept++
		case end.Outcome.passing(), end.Outcome == RobotsUnreachable:
			s.Passing++
		}
	}
	return s
}

// maxText is the length of what servers say, in bytes, that the journal keeps.
const maxText = 500

// clip cuts a text that may come from a server.
func clip(text string) string {
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "") + "…"
	}
	return text
}

// oneLine makes a text fit for a field of one line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
