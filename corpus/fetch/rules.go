package fetch

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"roleclaims/corpus/warc"
)

// rulesFor returns the rules of the site that an address is on: those that are
// known, if they are not too old, else those that the site gives now.
func (c *crawl) rulesFor(ctx context.Context, u *url.URL) (*rules, error) {
	if c.cfg.IgnoreRobots != "" {
		return &rules{}, nil
	}
	at := robotsURL(u)
	key := at.String()
	c.mu.Lock()
	known, ok := c.rules[key]
	c.mu.Unlock()
	if ok && c.clock.Now().Before(known.until) {
		return known.rules, nil
	}
	var entry *Entry
	for hops := 0; ; hops++ {
		var err error
		if entry, err = c.robotsEntry(ctx, at); err != nil {
			return nil, err
		}
		if entry.Outcome != Redirected {
			break
		}
		if hops == maxRedirects {
			entry = &Entry{Outcome: TooManyRedirects, At: entry.At}
			break
		}
		if at, err = url.Parse(entry.Location); err != nil {
			return nil, fmt.Errorf("journal: %s: %w", entry.URL, err)
		}
	}
	r, err := c.readRules(entry)
	if err != nil {
		return nil, err
	}
	if entry.Outcome.refused() && at.Host == u.Host {
		r.why, r.deny = entry.Outcome, entry.Detail // holds for the page as well
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rules[key] = knownRules{r, entry.At.Add(robotsAge)}
	return r, nil
}

// readRules reads the rules that an entry stands for.
func (c *crawl) readRules(entry *Entry) (*rules, error) {
	answer := &warc.Answer{}
	if entry.body().Length > 0 {
		record, err := c.store.record(entry.body())
		if err == nil {
			answer, err = record.Answer()
		}
		if err != nil {
			return nil, fmt.Errorf("store: %s: %w", entry.URL, err)
		}
	}
	return rulesOf(entry, answer), nil
}

// failedRobotsAge is how long a robots.txt that could not be had is not asked
// for again.
const failedRobotsAge = 10 * time.Minute

// robotsEntry returns the answer for a robots.txt: the last one, if it is not
// too old, else that of a request, sent again as often as any other.
func (c *crawl) robotsEntry(ctx context.Context, u *url.URL) (*Entry, error) {
	entry := c.store.latest(u.String())
	attempt := 0
	if entry != nil {
		age := c.clock.Now().Sub(entry.At)
		switch {
		case entry.Outcome.passing() && entry.Attempt <= c.cfg.Retries:
			attempt = entry.Attempt
		case entry.Outcome.passing() && age < failedRobotsAge && !c.cfg.RetryFailed,
			!entry.Outcome.passing() && !entry.Outcome.refused() && age < robotsAge:
			return entry, nil
		}
	}
	for {
		w := want{robots: true, body: wantRobots}
		if entry != nil && entry.body().Length > 0 && entry.Outcome != Redirected {
			w.before = entry
		}
		entry, err := c.request(ctx, u, w, attempt)
		if err != nil || !entry.Outcome.passing() || entry.Attempt > c.cfg.Retries {
			return entry, err
		}
		attempt = entry.Attempt
		if err := c.clock.Sleep(ctx, entry.ended().Add(c.backoff(attempt))); err != nil {
			return nil, err
		}
	}
}
