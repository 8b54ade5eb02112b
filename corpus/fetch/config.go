package fetch

import (
	"errors"
	"fmt"
	"net/mail"
	"net/netip"
	"strings"
	"time"

	"roleclaims/corpus"
)

// politeDelay is the least time between two requests to a public host.
const politeDelay = time.Second

// maxRedirects is how many redirects are followed from one address.
const maxRedirects = 5

// Config says how to fetch. It stands in run.json as JSON; times are
// nanoseconds there.
type Config struct {
	Contact string `json:"contact"` // mail or web address of who fetches, for the User-Agent

	Delay         time.Duration `json:"delay"`           // least time between two requests to a host; under a second only with AllowPrivate, and for private hosts
	MaxCrawlDelay time.Duration `json:"max_crawl_delay"` // up to which a host's Crawl-delay is obeyed
	MaxPause      time.Duration `json:"max_pause"`       // up to which a host's Retry-After is waited for; a host that wants more is left alone
	Timeout       time.Duration `json:"timeout"`         // of one request, from the dialling to the body's last byte
	MaxBytes      int64         `json:"max_bytes"`       // of a body, unpacked
	Retries       int           `json:"retries"`         // of a request that failed in a way that may pass
	RetryDelay    time.Duration `json:"retry_delay"`     // before the first retry; it grows by half each time, with chance
	Connections   int           `json:"connections"`     // hosts that are asked at a time

	Depth    int  `json:"depth,omitempty"`     // follow links so many steps from the addresses given; 0 is none
	SameSite bool `json:"same_site,omitempty"` // follow only links that stay on a page's site
	MaxPages int  `json:"max_pages"`           // follow links to at most so many pages of a host

	MaxAge      time.Duration `json:"max_age,omitempty"`      // ask again, on condition, for stored pages older than this; 0 is never
	RetryFailed bool          `json:"retry_failed,omitempty"` // ask again for what failed before

	AllowPrivate string `json:"allow_private,omitempty"` // which addresses off the public internet may be asked: prefixes like 10.1.0.0/16, parted by commas, or AllPrivate; "" is none
	IgnoreRobots string `json:"ignore_robots,omitempty"` // why robots.txt is not asked for; "" obeys it
}

// Default returns the settings of a good guest.
func Default() Config {
	return Config{
		Delay:         politeDelay,
		MaxCrawlDelay: 30 * time.Second,
		MaxPause:      10 * time.Minute,
		Timeout:       30 * time.Second,
		MaxBytes:      corpus.MaxPageBytes,
		Retries:       3,
		RetryDelay:    2 * time.Second,
		Connections:   16,
		MaxPages:      500,
	}
}

// Validate reports the first setting that makes no sense, by its flag's name.
func (c Config) Validate() error {
	switch {
	case !reachable(c.Contact):
		return errors.New("--contact: give a mail or web address where the owners of the sites can reach you; it stands in the User-Agent")
	case c.Delay < 0:
		return fmt.Errorf("--delay %s: want no time below 0", c.Delay)
	case c.Delay < politeDelay && c.AllowPrivate == "":
		return fmt.Errorf("--delay %s: under %s is only for hosts of your own, with --allow-private", c.Delay, politeDelay)
	case c.MaxCrawlDelay < 0 || c.MaxPause < 0 || c.MaxAge < 0 || c.RetryDelay < 0:
		return errors.New("--max-crawl-delay, --max-pause, --max-age, --retry-delay: want no time below 0")
	case c.Timeout <= 0:
		return fmt.Errorf("--timeout %s: want a time above 0", c.Timeout)
	case c.MaxBytes < 1 || c.MaxBytes > corpus.MaxPageBytes:
		return fmt.Errorf("--max-bytes %d: want 1 to %d", c.MaxBytes, corpus.MaxPageBytes)
	case c.Retries < 0 || c.Depth < 0:
		return errors.New("--retries, --depth: want 0 or more")
	case c.Connections < 1 || c.MaxPages < 1:
		return errors.New("--connections, --max-pages: want 1 or more")
	case c.IgnoreRobots != "" && len(strings.TrimSpace(c.IgnoreRobots)) < len("a reason"):
		return fmt.Errorf("--ignore-robots %q: say in a few words why you may; run.json keeps it", c.IgnoreRobots)
	}
	_, err := c.prefixes()
	return err
}

// AllPrivate as AllowPrivate allows every address.
const AllPrivate = "all"

// prefixes returns the addresses that may be asked though they are not public.
func (c Config) prefixes() ([]netip.Prefix, error) {
	switch c.AllowPrivate {
	case "":
		return nil, nil
	case AllPrivate:
		return []netip.Prefix{netip.MustParsePrefix("0.0.0.0/0"), netip.MustParsePrefix("::/0")}, nil
	}
	var prefixes []netip.Prefix
	for _, text := range strings.Split(c.AllowPrivate, ",") {
		prefix, err := netip.ParsePrefix(strings.TrimSpace(text))
		if err != nil {
			return nil, fmt.Errorf("--allow-private %s: want %q, or prefixes like 10.1.0.0/16, parted by commas", c.AllowPrivate, AllPrivate)
		}
		prefixes = append(prefixes, prefix)
	}
	return prefixes, nil
}

// reachable reports whether a contact is an address of mail or of the web, fit
// for a header.
func reachable(contact string) bool {
	if strings.ContainsFunc(contact, func(r rune) bool { return r <= ' ' || r >= 0x7f || r == '(' || r == ')' }) {
		return false
	}
	if u, err := canonical(contact); err == nil {
		return strings.Contains(u.Hostname(), ".")
	}
	address, err := mail.ParseAddress(contact)
	return err == nil && address.Address == contact
}
