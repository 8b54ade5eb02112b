package fetch

import (
	"bytes"
	"context"
	"fmt"
	"net/textproto"
	"net/url"
	"strings"

	"roleclaims/corpus"
	"roleclaims/corpus/html"
	"roleclaims/corpus/read"
)

// maxLists is how deep sitemaps may stand in indexes of sitemaps.
const maxLists = 3

// want asks for an address that a user, or a list, gave.
func (c *crawl) want(ctx context.Context, link read.Link, by reach) {
	u, err := canonical(link.URL)
	if err != nil {
		c.asked(Ask{URL: link.URL, Wrong: err.Error()})
		return
	}
	c.asked(Ask{URL: u.String(), Depth: by.depth, Meta: link.Meta})
	c.visit(ctx, u, by)
}

// asked notes an address that this crawl has to account for.
func (c *crawl) asked(a Ask) {
	c.store.ask(a)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.tally.ask(a)
}

// expand sees to what the answer of an address leads to: the target of a
// redirect, the entries of a list, the links of a page.
func (c *crawl) expand(ctx context.Context, u *url.URL) {
	key := u.String()
	c.mu.Lock()
	by := *c.reached[key]
	c.mu.Unlock()
	by.done = false
	entry := c.store.latest(key)
	switch {
	case entry == nil || ctx.Err() != nil:
	case entry.Outcome == Redirected:
		c.follow(ctx, u, entry.Location, by)
	case entry.Outcome.stored():
		if err := c.leads(ctx, u, entry, by); err != nil {
			c.fail(err)
		}
	}
}

// follow goes after a redirect. What leaves the site is followed, but its own
// links are not, where links have to stay on their site.
func (c *crawl) follow(ctx context.Context, u *url.URL, location string, by reach) {
	to, err := url.Parse(location)
	if err != nil || by.hops >= maxRedirects {
		return
	}
	by.hops++
	if c.cfg.SameSite && by.depth > 0 && site(to) != site(u) {
		by.depth = max(by.depth, c.cfg.Depth)
	}
	c.visit(ctx, to, by)
}

// leads sees to the entries of a list, and to the links of a page.
func (c *crawl) leads(ctx context.Context, u *url.URL, entry *Entry, by reach) error {
	list := by.depth == 0 && by.lists < maxLists && maybeList(entry.Type)
	page := by.depth < c.cfg.Depth && isHTML(entry.Type)
	if !list && !page {
		return nil
	}
	body, header, err := c.store.page(entry)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	by.hops = 0
	if list && read.IsListing(body) {
		by.lists++
		for input := range read.Listing(bytes.NewReader(body), entry.URL) {
			if input.Link != nil {
				c.want(ctx, *input.Link, by)
			}
		}
		return nil
	}
	if page && !noFollow(header) {
		by.depth++
		for _, link := range html.Links(body, entry.Type, entry.URL) {
			c.link(ctx, u, link, by)
		}
	}
	return nil
}

// link asks for what a link leads to, if links may lead there.
func (c *crawl) link(ctx context.Context, from *url.URL, address string, by reach) {
	u, err := canonical(address)
	if err != nil || c.cfg.SameSite && site(u) != site(from) {
		return
	}
	key, host := u.String(), u.Hostname()
	c.mu.Lock()
	full := false
	if c.reached[key] == nil {
		full = c.linked[host] >= c.cfg.MaxPages
		if !full {
			c.linked[host]++
		} else {
			c.tally.skip(key)
		}
	}
	c.mu.Unlock()
	if full {
		return
	}
	c.asked(Ask{URL: key, Depth: by.depth})
	c.visit(ctx, u, by)
}

// noFollow reports whether headers forbid to follow the links of their page.
func noFollow(header textproto.MIMEHeader) bool {
	for _, value := range header.Values("X-Robots-Tag") {
		if name, rest, ok := strings.Cut(value, ":"); ok {
			if !strings.EqualFold(strings.TrimSpace(name), agentName) {
				continue // it is for others
			}
			value = rest
		}
		for _, rule := range strings.Split(strings.ToLower(value), ",") {
			if rule = strings.TrimSpace(rule); rule == "nofollow" || rule == "none" {
				return true
			}
		}
	}
	return false
}

// maybeList reports whether a body of this type may be a sitemap or a feed.
func maybeList(contentType string) bool {
	kind := mediaType(contentType)
	return strings.Contains(kind, "xml") && kind != "application/xhtml+xml" || strings.Contains(kind, "gzip") || kind == "text/plain"
}

// isHTML reports whether a body of this type may hold links.
func isHTML(contentType string) bool {
	format, ok := read.FormatOf(contentType)
	return ok && format == corpus.HTML
}
