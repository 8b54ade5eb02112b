package fetch

import (
	"context"
	"net/netip"
	"net/url"
	"time"

	"github.com/cenkalti/backoff/v5"

	"roleclaims/corpus/warc"
)

// grace is how long requests under way may go on after an interrupt.
const grace = 3 * time.Second

// request sends one request when its host's turn has come, and keeps the
// answer. The host is free for the next one only when the answer lasts on
// disk. The error is that of ctx, or of the store.
func (c *crawl) request(ctx context.Context, u *url.URL, w want, attempt int) (*Entry, error) {
	h := c.hostOf(u.Hostname())
	if err := take(ctx, h.slot); err != nil {
		return nil, err
	}
	defer release(h.slot)
	if until := h.paused; until.Sub(c.clock.Now()) > c.cfg.MaxPause {
		return c.refuse(u.String(), HostPaused, "it asked to be left alone until "+until.UTC().Format(time.RFC3339))
	}
	for _, until := range []time.Time{h.paused, h.free(c.cfg, c.crawlDelay(h))} {
		if err := c.clock.Sleep(ctx, until); err != nil {
			return nil, err
		}
	}
	if err := take(ctx, c.connections); err != nil {
		return nil, err
	}
	defer release(c.connections)
	entry, record, err := c.send(ctx, h, u, w, attempt)
	if err != nil {
		return nil, err
	}
	if entry.Outcome.refused() {
		return c.refuse(entry.URL, entry.Outcome, entry.Detail)
	}
	if err := c.store.commit(entry, record); err != nil {
		return nil, err
	}
	if !w.robots {
		c.count(entry)
	} else {
		c.countRobots()
	}
	return entry, nil
}

// send sends the request and judges the answer.
func (c *crawl) send(ctx context.Context, h *host, u *url.URL, w want, attempt int) (*Entry, *warc.Record, error) {
	patient, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
	entry := &Entry{URL: u.String(), At: c.clock.Now(), IgnoredRobots: c.cfg.IgnoreRobots}
	got, err := c.client.get(patient, entry.URL, w)
	if patient.Err() != nil {
		return nil, nil, ctx.Err()
	}
	took := c.clock.Now().Sub(entry.At)
	entry.TookMS = took.Milliseconds()
	var record *warc.Record
	if err != nil {
		entry.Outcome, entry.Detail = failed(err), clip(err.Error())
	} else {
		record = judge(entry, u, got, w)
		h.private = isPrivate(h, got.remote)
	}
	if entry.Outcome.passing() {
		entry.Attempt = attempt + 1
	}
	if entry.Outcome == Overloaded {
		pause := retryAfter(got.header, entry.At)
		if pause == 0 {
			pause = c.backoff(entry.Attempt)
		}
		entry.PausedUntil = c.clock.Now().Add(pause)
		h.paused = entry.PausedUntil
	}
	h.last, h.took = c.clock.Now(), took
	return entry, record, nil
}

// crawlDelay returns what a host's robots.txt asks for, under its cap.
func (c *crawl) crawlDelay(h *host) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return h.delay
}

// isPrivate reports whether a host is known not to be on the public internet.
func isPrivate(h *host, remote netip.Addr) bool {
	if !remote.IsValid() {
		return h.private
	}
	return private(remote)
}

// refuse notes why an address is not asked. What is noted already is not noted
// again.
func (c *crawl) refuse(address string, why Outcome, detail string) (*Entry, error) {
	entry := &Entry{URL: address, Outcome: why, Detail: detail, At: c.clock.Now()}
	if before := c.store.latest(address); before == nil || before.Outcome != why || before.Detail != detail {
		if err := c.store.commit(entry, nil); err != nil {
			return nil, err
		}
	}
	c.count(entry)
	return entry, nil
}

// backoff returns how long to wait after so many failures: twice as long each
// time, with chance, so that hosts which failed together are not asked together.
func (c *crawl) backoff(attempt int) time.Duration {
	b := backoff.NewExponentialBackOff()
	b.InitialInterval, b.Multiplier, b.MaxInterval = c.cfg.RetryDelay, 2, c.cfg.MaxPause
	b.Reset()
	wait := time.Duration(0)
	for range attempt {
		wait = b.NextBackOff()
	}
	return wait
}

// take takes the right that a channel of one place, or of several, gives.
func take(ctx context.Context, right chan struct{}) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case right <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// release gives the right back.
func release(right chan struct{}) { <-right }
