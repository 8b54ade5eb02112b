package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"roleclaims/corpus/tooltest"
)

// clock is a time that passes as soon as someone waits for it.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, until time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if until.After(c.now) {
		c.now = until
	}
	return ctx.Err()
}

// pass lets time pass, as the work of a server does.
func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// asked is a request that a server saw.
type asked struct {
	path       string
	header     http.Header
	begin, end time.Time // end is zero for an answer that the asker gave up
}

// givenUp reports whether an asker gives up before the server has ended, so
// that the server may still be busy when it is asked again.
func givenUp(path string) bool {
	switch path {
	case "/slow-body", "/robots-too-slow", "/bomb", "/large", "/hang-up", "/cut", "/cut-once", "/cut-gzip":
		return true
	}
	return false
}

// site is a set of servers on the loopback interface, one an address of it, on
// one port.
type site struct {
	t     *testing.T
	clock *clock
	port  string

	mu    sync.Mutex
	seen  map[string][]asked // by host
	busy  map[string]int     // requests under way, by host
	count map[string]int     // requests, by host and path
}

func newSite(t *testing.T) *site {
	return &site{t: t, clock: newClock(), seen: map[string][]asked{}, busy: map[string]int{}, count: map[string]int{}}
}

// serve answers for a host, an address that begins with 127.0.
func (s *site) serve(host string, handler func(w http.ResponseWriter, r *http.Request, n int)) {
	s.t.Helper()
	port := s.port
	if port == "" {
		port = "0"
	}
	listener, err := net.Listen("tcp4", net.JoinHostPort(host, port))
	if err != nil {
		tooltest.Missing(s.t, "the address %s: %v", host, err)
	}
	_, s.port, _ = net.SplitHostPort(listener.Addr().String())
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		i, n := s.enter(host, r)
		defer s.leave(host, i)
		handler(w, r, n)
	})}
	go server.Serve(listener)
	s.t.Cleanup(func() { server.Close() })
}

// enter notes a request, under a number, and says how many there were for its
// path.
func (s *site) enter(host string, r *http.Request) (i, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !givenUp(r.URL.Path) {
		s.busy[host]++
	}
	if s.busy[host] > 1 {
		s.t.Errorf("%s is asked for %s while it still answers", host, r.URL.Path)
	}
	s.seen[host] = append(s.seen[host], asked{path: r.URL.Path, header: r.Header, begin: s.clock.Now()})
	key := host + r.URL.RequestURI()
	s.count[key]++
	return len(s.seen[host]) - 1, s.count[key]
}

func (s *site) leave(host string, i int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !givenUp(s.seen[host][i].path) {
		s.busy[host]--
		s.seen[host][i].end = s.clock.Now()
	}
}

// url returns the address of a path.
func (s *site) url(host, path string) string { return "http://" + host + ":" + s.port + path }

// noRobots answers 404 for a robots.txt, and says so.
func noRobots(w http.ResponseWriter, r *http.Request) bool {
	if r.URL.Path == "/robots.txt" {
		http.NotFound(w, r)
		return true
	}
	return false
}

// article writes a page.
func article(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<title>%s</title><article><h1>%s</h1><p>A cook cooks, a waiter waits: %s.</article>", text, text, text)
}

// packed gzips a text.
func packed(text string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, text)
	w.Close()
	return out.Bytes()
}

// pages answers what the paths of the main host are there for.
func (s *site) pages(w http.ResponseWriter, r *http.Request, n int) {
	html := func() { w.Header().Set("Content-Type", "text/html") }
	switch path := r.URL.Path; path {
	case "/robots.txt":
		io.WriteString(w, "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\nAllow: /private/but\n")
	case "/page", "/private/but", "/two-forms/":
		article(w, path)
	case "/gzip":
		html()
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed("<p>A cook cooks."))
	case "/wrong-charset":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte("<p>A caf\xe9 has a cook."))
	case "/untyped":
		w.Header()["Content-Type"] = nil
		io.WriteString(w, "<!DOCTYPE html><p>A cook cooks.")
	case "/untyped-picture":
		w.Header()["Content-Type"] = nil
		io.WriteString(w, "\x89PNG\x0D\x0A\x1A\x0A and so on")
	case "/pdf":
		w.Header().Set("Content-Type", "application/pdf")
		io.WriteString(w, "%PDF-1.7")
	case "/missing":
		http.NotFound(w, r)
	case "/gone":
		w.WriteHeader(http.StatusGone)
	case "/forbidden":
		w.WriteHeader(http.StatusForbidden)
	case "/teapot":
		w.WriteHeader(http.StatusTeapot)
	case "/broken":
		w.WriteHeader(http.StatusInternalServerError)
	case "/broken-once":
		if n == 1 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		article(w, path)
	case "/slow-body":
		html()
		for range 40 { // 2 s, a byte at a time
			io.WriteString(w, "a")
			w.(http.Flusher).Flush()
			time.Sleep(50 * time.Millisecond)
			if r.Context().Err() != nil {
				return
			}
		}
	case "/cut", "/cut-once":
		html()
		if path == "/cut-once" && n > 1 {
			article(w, path)
			return
		}
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "<p>half a page")
	case "/cut-gzip":
		html()
		w.Header().Set("Content-Encoding", "gzip")
		body := packed(strings.Repeat("A cook cooks. ", 100))
		w.Write(body[:len(body)/2])
	case "/hang-up":
		connection, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			connection.Close()
		}
	case "/bomb":
		html()
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb)
	case "/large":
		html()
		line := bytes.Repeat([]byte("a cook cooks, and "), 1000)
		for range 700 {
			if _, err := w.Write(line); err != nil {
				return
			}
		}
	case "/moved":
		http.Redirect(w, r, "/page", http.StatusMovedPermanently)
	case "/moved-twice":
		http.Redirect(w, r, "moved", http.StatusFound)
	case "/two-forms":
		http.Redirect(w, r, "/two-forms/", http.StatusMovedPermanently)
	case "/to-denied":
		http.Redirect(w, r, "/private/page", http.StatusFound)
	case "/to-private-address":
		http.Redirect(w, r, s.url("127.0.9.9", "/secret"), http.StatusFound)
	case "/to-file":
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(http.StatusFound)
	case "/to-nowhere":
		w.WriteHeader(http.StatusFound)
	case "/to-itself":
		http.Redirect(w, r, path, http.StatusFound)
	case "/loop-a":
		http.Redirect(w, r, "/loop-b", http.StatusFound)
	case "/loop-b":
		http.Redirect(w, r, "/loop-a", http.StatusFound)
	case "/hop1", "/hop2", "/hop3", "/hop4", "/hop5":
		http.Redirect(w, r, fmt.Sprintf("/hop%c", path[4]+1), http.StatusTemporaryRedirect)
	case "/hop6":
		http.Redirect(w, r, "/page", http.StatusTemporaryRedirect)
	case "/etag":
		w.Header().Set("ETag", `"one"`)
		if r.Header.Get("If-None-Match") == `"one"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		article(w, path)
	case "/dated":
		w.Header().Set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
		if r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		article(w, path)
	case "/not-modified":
		w.WriteHeader(http.StatusNotModified)
	case "/changing":
		article(w, fmt.Sprint("version ", n))
	case "/limited-once", "/limited-date-once":
		if n > 1 {
			article(w, path)
			return
		}
		w.Header().Set("Retry-After", "120")
		if path == "/limited-date-once" {
			w.Header().Set("Retry-After", s.clock.Now().Add(2*time.Minute).UTC().Format(http.TimeFormat))
		}
		w.WriteHeader(http.StatusTooManyRequests)
	case "/sitemap.xml":
		w.Header().Set("Content-Type", "application/xml")
		fmt.Fprintf(w, `<urlset><url><loc>%s</loc></url><url><loc>%s</loc></url><url><loc>/relative</loc></url></urlset>`, s.url("127.0.1.1", "/listed"), s.url("127.0.1.1", "/missing"))
	case "/listed":
		article(w, path)
	default:
		http.NotFound(w, r)
	}
}

// bomb is 30 kB that unpack to 30 MB.
var bomb = packed(strings.Repeat("0", 30<<20))
