package fetch_test

import (
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus/fetch"
)

// TestPolite asks hosts that want to be asked slowly, each in its way, and
// wants the pauses between requests to be as long.
func TestPolite(t *testing.T) {
	for _, test := range []struct {
		name   string
		robots string
		work   time.Duration // of the server on a page
		paths  []string
		least  time.Duration // between any two requests
	}{
		{"a second", "", 0, []string{"/a", "/b", "/c"}, time.Second},
		{"as long as it took", "", 5 * time.Second, []string{"/a", "/b", "/c"}, time.Second},
		{"a Crawl-delay", "User-agent: *\nCrawl-delay: 7.5\n", 0, []string{"/a", "/b", "/c"}, 7500 * time.Millisecond},
		{"a Crawl-delay over the cap", "User-agent: *\nCrawl-delay: 86400\n", 0, []string{"/a", "/b"}, 30 * time.Second},
		{"a Crawl-delay for others", "User-agent: other\nCrawl-delay: 20\n\nUser-agent: roleclaims\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 20\n", 0, []string{"/a", "/b"}, 3 * time.Second},
		{"a Crawl-delay that is none", "User-agent: *\nCrawl-delay: soon\nCrawl-delay: -5\nCrawl-delay: NaN\n", 0, []string{"/a", "/b"}, time.Second},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSite(t)
			s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, _ int) {
				if r.URL.Path == "/robots.txt" {
					io.WriteString(w, test.robots)
					return
				}
				s.clock.pass(test.work)
				article(w, r.URL.Path)
			})
			var addresses []string
			for _, path := range test.paths {
				addresses = append(addresses, s.url("127.0.1.1", path))
			}
			dir := filepath.Join(t.TempDir(), "store")
			s.crawl(dir, settings(), addresses...)
			seen := s.seen["127.0.1.1"]
			if len(seen) != len(test.paths)+1 {
				t.Fatalf("%d requests", len(seen))
			}
			for i := 1; i < len(seen); i++ {
				if pause := seen[i].begin.Sub(seen[i-1].end); pause > 2*max(test.least, test.work) {
					t.Errorf("%v between %s and %s", pause, seen[i-1].path, seen[i].path)
				}
			}
			s.polite(t, test.least)
			// A second crawl goes on at the same pace.
			s.crawl(dir, settings(), s.url("127.0.1.1", "/later"))
			s.polite(t, test.least)
		})
	}
}

// TestPause wants one page's Retry-After to stop all of its host, and no other
// host.
func TestPause(t *testing.T) {
	s := newSite(t)
	limit := func(w http.ResponseWriter, r *http.Request, n int) {
		switch {
		case noRobots(w, r):
		case r.URL.Path == "/limited" && n == 1:
			w.Header().Set("Retry-After", "300")
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			article(w, r.URL.Path)
		}
	}
	s.serve("127.0.1.1", limit)
	dir := filepath.Join(t.TempDir(), "store")
	s.crawl(dir, settings(), s.url("127.0.1.1", "/limited"), s.url("127.0.1.1", "/a"), s.url("127.0.1.1", "/b"))
	seen := s.seen["127.0.1.1"]
	if len(seen) != 5 || seen[1].path != "/limited" {
		t.Fatalf("requests %v", seen)
	}
	if pause := seen[2].begin.Sub(seen[1].end); pause < 300*time.Second {
		t.Errorf("%v after the 503 it is asked for %s", pause, seen[2].path)
	}
	for address, came := range answers(t, dir) {
		if came != "page" {
			t.Errorf("%s: %s", address, came)
		}
	}
}

// TestPauseOutlastsCrawl wants a pause that is too long to be waited for to
// hold for the next crawl as well, and to end.
func TestPauseOutlastsCrawl(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, n int) {
		if !noRobots(w, r) && n == 1 {
			w.Header().Set("Retry-After", "7200")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		article(w, r.URL.Path)
	})
	dir := filepath.Join(t.TempDir(), "store")
	for _, step := range []struct {
		pass     time.Duration
		requests int
		outcome  string
	}{{0, 2, "host-paused"}, {time.Hour, 2, "host-paused"}, {2 * time.Hour, 3, "page"}} {
		s.clock.pass(step.pass)
		s.crawl(dir, settings(), s.url("127.0.1.1", "/a"))
		if n, came := len(s.seen["127.0.1.1"]), answers(t, dir)[s.url("127.0.1.1", "/a")]; n != step.requests || came != step.outcome {
			t.Errorf("after %v: %d requests and %s, want %d and %s", step.pass, n, came, step.requests, step.outcome)
		}
	}
}

// TestRobotsAge wants a robots.txt to hold for a day, over crawls, and what it
// says then to count.
func TestRobotsAge(t *testing.T) {
	s := newSite(t)
	text := "User-agent: *\nDisallow: /c\n"
	s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, _ int) {
		if r.URL.Path == "/robots.txt" {
			io.WriteString(w, text)
			return
		}
		article(w, r.URL.Path)
	})
	dir := filepath.Join(t.TempDir(), "store")
	for _, step := range []struct {
		path    string
		pass    time.Duration // before
		robots  int           // requests for it so far
		outcome string
	}{{"/a", 0, 1, "page"}, {"/b", 23 * time.Hour, 1, "page"}, {"/c", 0, 1, "robots-denied"}, {"/c", 2 * time.Hour, 2, "page"}, {"/d", time.Hour, 2, "robots-denied"}} {
		s.clock.pass(step.pass)
		s.crawl(dir, settings(), s.url("127.0.1.1", step.path))
		if got := answers(t, dir)[s.url("127.0.1.1", step.path)]; got != step.outcome || s.count["127.0.1.1/robots.txt"] != step.robots {
			t.Errorf("%s after %v: %s by %d requests for robots.txt, want %s by %d", step.path, step.pass, got, s.count["127.0.1.1/robots.txt"], step.outcome, step.robots)
		}
		text = "User-agent: *\nDisallow: /d\n"
	}
}

// TestWho wants the User-Agent to say who asks, and how to reach them.
func TestWho(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", s.pages)
	s.crawl(filepath.Join(t.TempDir(), "store"), settings(), s.url("127.0.1.1", "/page"))
	for _, request := range s.seen["127.0.1.1"] {
		if got, want := request.header.Get("User-Agent"), "roleclaims/1 (+tests@example.org)"; got != want {
			t.Errorf("User-Agent %q, want %q", got, want)
		}
	}
}

// TestIgnoreRobots wants robots.txt not to be asked for where the user says
// why, and the reason to stand in the archive.
func TestIgnoreRobots(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", s.pages)
	dir := filepath.Join(t.TempDir(), "store")
	address := s.url("127.0.1.1", "/private/page")
	s.crawl(dir, settings(), address)
	if got := answers(t, dir)[address]; got != "robots-denied" {
		t.Fatalf("with robots.txt: %s", got)
	}
	cfg := settings()
	cfg.IgnoreRobots = "our own\r\nsite: yes"
	s.crawl(dir, cfg, address)
	if got := answers(t, dir)[address]; got != "not-found" {
		t.Errorf("without robots.txt: %s", got)
	}
	s.crawl(dir, cfg, s.url("127.0.1.1", "/page"))
	said := ""
	for _, record := range records(t, dir) {
		if record.Type == "warcinfo" {
			said += string(record.Block)
		}
	}
	if !strings.Contains(said, "robots: obeyed\r\n") || !strings.Contains(said, "robots: ignored: our own site: yes\r\n") {
		t.Errorf("the archive says %q", said)
	}
}

func TestValidate(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*fetch.Config)
		want   string // part of the error, "" for none
	}{
		{"a mail address", func(*fetch.Config) {}, ""},
		{"a web address", func(c *fetch.Config) { c.Contact = "https://example.org/about-our-crawler" }, ""},
		{"no contact", func(c *fetch.Config) { c.Contact = "" }, "--contact"},
		{"a contact that is none", func(c *fetch.Config) { c.Contact = "me" }, "--contact"},
		{"a header in the contact", func(c *fetch.Config) { c.Contact = "a@example.org\r\nHost:x" }, "--contact"},
		{"haste on the internet", func(c *fetch.Config) { c.Delay, c.AllowPrivate = time.Millisecond, "" }, "--delay"},
		{"haste at home", func(c *fetch.Config) { c.Delay = time.Millisecond }, ""},
		{"no reason", func(c *fetch.Config) { c.IgnoreRobots = "yes" }, "--ignore-robots"},
		{"no prefix", func(c *fetch.Config) { c.AllowPrivate = "10.0.0.1" }, "--allow-private"},
		{"prefixes", func(c *fetch.Config) { c.AllowPrivate = "10.0.0.0/8, fd00::/8" }, ""},
		{"more than a page may have", func(c *fetch.Config) { c.MaxBytes = 1 << 30 }, "--max-bytes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cfg := settings()
			test.change(&cfg)
			got := fmt.Sprint(cfg.Validate())
			if test.want == "" && got != "<nil>" || !strings.Contains(got, test.want) {
				t.Errorf("Validate = %s, want %q", got, test.want)
			}
		})
	}
}
