package fetch

import (
	"net/netip"
	"slices"
	"time"
)

// host is a host with what waits to be asked of it. Its slot is held by
// whoever asks; the fields under it are the holder's, the others the crawl's
// lock's.
type host struct {
	name string
	slot chan struct{} // takes one value: the right to ask

	// Under the slot.
	last    time.Time // when its last answer was there
	took    time.Duration
	paused  time.Time // until when it asked to be left alone
	private bool      // it is known not to be on the public internet

	// Under the crawl's lock.
	delay   time.Duration // Crawl-delay, under its cap
	serving bool          // a goroutine works on what waits
	wake    func()        // ends the sleep of that goroutine, nil if it is awake
	ready   []*task
	later   []*task // retries, by time
}

// task is an address that is to be asked for.
type task struct {
	address string
	host    string
	attempt int       // requests that failed so far
	notNow  time.Time // a retry waits until then
}

// newHost takes over what an earlier crawl knew.
func newHost(name string, l *ledger) *host {
	h := &host{name: name, slot: make(chan struct{}, 1), paused: l.pauses[name]}
	if ip, err := netip.ParseAddr(name); err == nil {
		h.private = private(ip)
	}
	if last, ok := l.hosts[name]; ok {
		h.last = last.end
		h.took = last.took
	}
	return h
}

// free returns when the host may be asked again: as long after its last answer
// as that took, so that a slow host is asked less often.
func (h *host) free(cfg Config, crawlDelay time.Duration) time.Time {
	delay := max(cfg.Delay, crawlDelay, h.took)
	if !h.private {
		delay = max(delay, politeDelay)
	}
	if h.last.IsZero() {
		return h.last
	}
	return h.last.Add(delay)
}

// next takes the next task whose time has come; if there are only later ones,
// it returns when the first of them is due, and if there is none, false.
func (h *host) next(now time.Time) (t *task, due time.Time, more bool) {
	if len(h.later) > 0 && (!h.later[0].notNow.After(now) || len(h.ready) == 0) {
		if due := h.later[0].notNow; due.After(now) {
			return nil, due, true
		}
		t, h.later = h.later[0], h.later[1:]
		return t, now, true
	}
	if len(h.ready) == 0 {
		return nil, time.Time{}, false
	}
	t, h.ready = h.ready[0], h.ready[1:]
	return t, now, true
}

// retry puts a task back until its time.
func (h *host) retry(t *task) {
	at, _ := slices.BinarySearchFunc(h.later, t, func(a, b *task) int { return a.notNow.Compare(b.notNow) })
	h.later = slices.Insert(h.later, at, t)
}
