package fetch

import (
	"context"
	"log/slog"
	"net/url"
	"sync"
	"time"

	"roleclaims/corpus/read"
	"roleclaims/corpus/warc"
)

// Options are what a crawl needs beside its settings; the zero value does.
type Options struct {
	Version  string         // of the program, for the User-Agent
	Log      *slog.Logger   // nil is silent
	Progress func(Progress) // called after each request, by one goroutine at a time; nil is none
	Clock    Clock          // nil is the system's
}

// crawl is a crawl on its way.
type crawl struct {
	cfg         Config
	store       *Store
	client      *client
	clock       Clock
	log         *slog.Logger
	progress    func(Progress)
	connections chan struct{} // takes as many values as there may be requests at a time
	serving     sync.WaitGroup
	fail        context.CancelCauseFunc

	mu      sync.Mutex
	hosts   map[string]*host
	rules   map[string]knownRules // by the address of the robots.txt
	reached map[string]*reach
	linked  map[string]int // pages found by links, by host name
	tally   tally
}

// knownRules are rules with the time until which they hold.
type knownRules struct {
	rules *rules
	until time.Time
}

// reach is the nearest way on which an address was reached.
type reach struct {
	depth int  // links
	hops  int  // redirects
	lists int  // sitemaps and feeds, one in the other
	done  bool // it was asked, or need not be
}

// Crawl fetches what links name, and what they lead to, into a store. What the
// store holds is not fetched again, but for what cfg.MaxAge and
// cfg.RetryFailed say. It returns when all that is wanted was fetched or
// failed, or ctx ended: then the error is that of ctx, and the next crawl goes
// on where this one was. Any other error is of settings or of the store.
func Crawl(ctx context.Context, store *Store, links []read.Link, cfg Config, opts Options) (*Summary, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	inner, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	c := newCrawl(store, cfg, opts)
	c.fail = fail
	store.archive.info = infoRecord(cfg, c.client.agent)
	for _, link := range links {
		c.want(inner, link, reach{})
	}
	c.serving.Wait()
	switch cause := context.Cause(inner); {
	case ctx.Err() != nil:
		return c.summary(), ctx.Err()
	case cause != nil:
		return nil, cause
	}
	return c.summary(), nil
}

func newCrawl(store *Store, cfg Config, opts Options) *crawl {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Clock == nil {
		opts.Clock = systemClock{}
	}
	if opts.Progress == nil {
		opts.Progress = func(Progress) {}
	}
	return &crawl{
		cfg: cfg, store: store, client: newClient(cfg, opts.Version), clock: opts.Clock, log: opts.Log, progress: opts.Progress,
		connections: make(chan struct{}, cfg.Connections),
		hosts:       map[string]*host{},
		rules:       map[string]knownRules{},
		reached:     map[string]*reach{},
		linked:      map[string]int{},
	}
}

// infoRecord says in the archive who fetched, and by which rules.
func infoRecord(cfg Config, agent string) *warc.Record {
	robots := "obeyed"
	if cfg.IgnoreRobots != "" {
		robots = "ignored: " + cfg.IgnoreRobots
	}
	return &warc.Record{
		Type:  warc.Info,
		Other: map[string]string{"Content-Type": "application/warc-fields"},
		Block: []byte("software: " + agentName + "\r\nformat: WARC File Format 1.1\r\nhttp-header-user-agent: " + agent + "\r\nrobots: " + oneLine(robots) + "\r\n"),
	}
}

// hostOf returns the host of a name.
func (c *crawl) hostOf(name string) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[name]
	if h == nil {
		c.store.mu.Lock()
		h = newHost(name, c.store.ledger)
		c.store.mu.Unlock()
		c.hosts[name] = h
	}
	return h
}

// visit sees to an address that was reached, in its host's turn. One that is
// reached again on a nearer way is only expanded again.
func (c *crawl) visit(ctx context.Context, u *url.URL, by reach) {
	key := u.String()
	c.mu.Lock()
	known := c.reached[key]
	if known != nil {
		nearer := by.depth < known.depth || by.hops < known.hops || by.lists < known.lists
		known.depth, known.hops, known.lists = min(known.depth, by.depth), min(known.hops, by.hops), min(known.lists, by.lists)
		expand := nearer && known.done
		c.mu.Unlock()
		if expand {
			c.expand(ctx, u)
		}
		return
	}
	c.reached[key] = &by
	c.mu.Unlock()
	t := &task{address: key, host: u.Hostname()}
	if entry := c.store.latest(key); entry != nil && entry.Outcome.passing() && entry.Attempt <= c.cfg.Retries {
		t.attempt = entry.Attempt
		t.notNow = entry.ended().Add(c.backoff(t.attempt))
	}
	c.enqueue(ctx, t)
}

// settled reports whether an address need not be asked for.
func (c *crawl) settled(e *Entry) bool {
	switch {
	case e == nil || e.Outcome.refused():
		return false
	case e.Outcome.stored(), e.Outcome == Redirected:
		return c.cfg.MaxAge == 0 || c.clock.Now().Sub(e.At) < c.cfg.MaxAge
	case e.Outcome.passing() && e.Attempt <= c.cfg.Retries:
		return false
	}
	return !c.cfg.RetryFailed
}

// enqueue puts an address behind the others of its host.
func (c *crawl) enqueue(ctx context.Context, t *task) {
	h := c.hostOf(t.host)
	c.mu.Lock()
	defer c.mu.Unlock()
	if t.notNow.IsZero() {
		h.ready = append(h.ready, t)
	} else {
		h.retry(t)
	}
	if h.wake != nil {
		h.wake()
	}
	if !h.serving {
		h.serving = true
		c.serving.Add(1)
		go c.serve(ctx, h)
	}
}

// serve asks for what waits for a host, one after another, until there is
// nothing more or ctx ends.
func (c *crawl) serve(ctx context.Context, h *host) {
	defer c.serving.Done()
	for ctx.Err() == nil {
		c.mu.Lock()
		t, due, more := h.next(c.clock.Now())
		h.serving = more
		asleep, wake := context.WithCancel(ctx)
		if more && t == nil {
			h.wake = wake
		}
		c.mu.Unlock()
		switch {
		case !more:
			wake()
			return
		case t == nil:
			_ = c.clock.Sleep(asleep, due) // it ends early for a task that is ready
			c.mu.Lock()
			h.wake = nil
			c.mu.Unlock()
		default:
			if err := c.do(ctx, h, t); err != nil && ctx.Err() == nil {
				c.fail(err)
			}
		}
		wake()
	}
}

// do asks for an address once, unless the store holds it. What the store holds
// takes its turn all the same, so that links are followed in one order, however
// often a crawl was broken off.
func (c *crawl) do(ctx context.Context, h *host, t *task) error {
	u, err := url.Parse(t.address)
	if err != nil {
		return err // it is canonical
	}
	if c.settled(c.store.latest(t.address)) {
		c.finish(ctx, u)
		return nil
	}
	r, err := c.rulesFor(ctx, u)
	if err != nil {
		return err
	}
	c.slowDown(h, r)
	var entry *Entry
	switch {
	case r.deny != "":
		entry, err = c.refuse(t.address, r.why, r.deny)
	case !r.allows(u):
		entry, err = c.refuse(t.address, RobotsDenied, "robots.txt forbids it")
	default:
		entry, err = c.request(ctx, u, want{body: wantPage, before: c.condition(t.address)}, t.attempt)
	}
	if err != nil {
		return err
	}
	c.log.Debug("asked", "url", t.address, "outcome", entry.Outcome, "detail", entry.Detail)
	if entry.Outcome.passing() && entry.Attempt <= c.cfg.Retries {
		t.attempt = entry.Attempt
		t.notNow = entry.ended().Add(c.backoff(t.attempt))
		c.mu.Lock()
		h.retry(t)
		c.mu.Unlock()
		return nil
	}
	c.finish(ctx, u)
	return nil
}

// condition returns the page on which a request is to depend, nil for none.
func (c *crawl) condition(address string) *Entry {
	if e := c.store.latest(address); e != nil && e.Outcome.stored() {
		return e
	}
	return nil
}

// slowDown obeys a Crawl-delay, up to the cap.
func (c *crawl) slowDown(h *host, r *rules) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r.delay > c.cfg.MaxCrawlDelay && h.delay < c.cfg.MaxCrawlDelay {
		c.log.Warn("robots.txt asks for a longer delay than is obeyed", "host", h.name, "crawl-delay", r.delay, "cap", c.cfg.MaxCrawlDelay)
	}
	h.delay = max(h.delay, min(r.delay, c.cfg.MaxCrawlDelay))
}

// finish marks an address as done and sees to what it leads to.
func (c *crawl) finish(ctx context.Context, u *url.URL) {
	c.mu.Lock()
	c.reached[u.String()].done = true
	c.tally.done++
	c.mu.Unlock()
	c.expand(ctx, u)
}
