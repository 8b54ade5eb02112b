package fetch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus/fetch"
	"roleclaims/corpus/read"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// settings are those of a user of an intranet, with time short of what the
// test site waits.
func settings() fetch.Config {
	cfg := fetch.Default()
	cfg.Contact = "tests@example.org"
	cfg.AllowPrivate = "127.0.1.0/24"
	cfg.Timeout = 2 * time.Second // a busy machine answers late
	cfg.Retries = 2
	return cfg
}

// crawl fetches addresses into the store in dir.
func (s *site) crawl(dir string, cfg fetch.Config, addresses ...string) *fetch.Summary {
	s.t.Helper()
	store, err := fetch.Open(dir)
	if err != nil {
		s.t.Fatal(err)
	}
	defer store.Close()
	var links []read.Link
	for _, address := range addresses {
		links = append(links, read.Link{URL: address, Kind: read.Auto})
	}
	summary, err := fetch.Crawl(context.Background(), store, links, cfg, fetch.Options{Version: "1", Clock: s.clock})
	if err != nil {
		s.t.Fatal(err)
	}
	return summary
}

// answers reads a store from the disk and says what each address came to.
func answers(t *testing.T, dir string) map[string]string {
	t.Helper()
	store, err := fetch.View(dir)
	if err != nil {
		t.Fatal(err)
	}
	last := journalled(t, dir)
	came := map[string]string{}
	for input := range store.Pages(store.Asks()) {
		switch {
		case input.Reject != nil:
			came[input.Reject.URI] = input.Reject.Reason
		default:
			came[input.Page.URI] = last[input.Page.URI]
		}
	}
	return came
}

// journalled returns the last outcome of each address in the journal of a
// store.
func journalled(t *testing.T, dir string) map[string]string {
	t.Helper()
	journal, err := os.ReadFile(filepath.Join(dir, "journal"))
	if err != nil {
		t.Fatal(err)
	}
	last := map[string]string{}
	for text := range bytes.Lines(journal) {
		var line struct{ Answer *fetch.Entry }
		if err := json.Unmarshal(text, &line); err != nil {
			t.Fatal(err)
		}
		if line.Answer != nil {
			last[line.Answer.URL] = string(line.Answer.Outcome)
		}
	}
	return last
}

// robotsSites are hosts that differ in their robots.txt; each has one page.
func (s *site) robotsSites() map[string]string {
	hosts := map[string]string{}
	number := 10
	add := func(name string, robots func(w http.ResponseWriter, r *http.Request, n int)) {
		number++
		host := fmt.Sprintf("127.0.1.%d", number)
		s.serve(host, func(w http.ResponseWriter, r *http.Request, n int) {
			if strings.HasPrefix(r.URL.Path, "/robots") {
				robots(w, r, n)
				return
			}
			article(w, name)
		})
		hosts[host] = name
	}
	text := func(lines string) func(w http.ResponseWriter, r *http.Request, n int) {
		return func(w http.ResponseWriter, _ *http.Request, _ int) { io.WriteString(w, lines) }
	}
	status := func(code int) func(w http.ResponseWriter, r *http.Request, n int) {
		return func(w http.ResponseWriter, _ *http.Request, _ int) { w.WriteHeader(code) }
	}
	add("robots 404", status(404))
	add("robots 401", status(401))
	add("robots 410", status(410))
	add("robots 500", status(500))
	add("robots 503", status(503))
	add("robots 429", status(429))
	add("robots 500 once", func(w http.ResponseWriter, r *http.Request, n int) {
		if n == 1 {
			w.WriteHeader(500)
		}
	})
	add("robots too slow", func(w http.ResponseWriter, r *http.Request, _ int) {
		if r.URL.Path == "/robots.txt" {
			http.Redirect(w, r, "/robots-too-slow", http.StatusFound)
			return
		}
		<-r.Context().Done()
	})
	add("robots hangs up", func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "User-agent: *\n")
	})
	add("robots empty", text(""))
	add("robots is a page", text("<html><p>Not found"))
	add("robots denies all", text("User-agent: *\nDisallow: /\n"))
	add("robots denies us", text("User-agent: RoleClaims/2.0\nDisallow: /\n\nUser-agent: *\nDisallow:\n"))
	add("robots allows us alone", text("User-agent: *\nDisallow: /\n\nUser-agent: roleclaims\nAllow: /\n"))
	add("robots with a mark and CRLF", text("\ufeffUser-agent: *\r\nDisallow: /\r\n"))
	add("robots longest rule wins", text("User-agent: *\nDisallow: /\nAllow: /page$\n"))
	add("robots denies within 500 KiB", text(strings.Repeat("# a line of talk\n", 29_000)+"User-agent: *\nDisallow: /\n"))
	add("robots denies beyond 500 KiB", text(strings.Repeat("# a line of talk\n", 31_000)+"User-agent: *\nDisallow: /\n"))
	add("robots gzipped", func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed("User-agent: *\nDisallow: /\n"))
	})
	add("robots a bomb", func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb)
	})
	redirects := func(most int) func(w http.ResponseWriter, r *http.Request, n int) {
		return func(w http.ResponseWriter, r *http.Request, _ int) {
			hops := strings.Count(strings.TrimPrefix(r.URL.Path, "/robots"), "o")
			if hops == most {
				io.WriteString(w, "User-agent: *\nDisallow: /\n")
				return
			}
			http.Redirect(w, r, "/robots"+strings.Repeat("o", hops+1), http.StatusFound)
		}
	}
	add("robots after 5 redirects", redirects(5))
	add("robots after 6 redirects", redirects(6))
	add("robots at a private address", func(w http.ResponseWriter, r *http.Request, _ int) {
		http.Redirect(w, r, s.url("127.0.9.9", "/robots.txt"), http.StatusFound)
	})
	return hosts
}

// mainPaths are the paths of the main host that are asked for.
var mainPaths = []string{
	"/page", "/gzip", "/wrong-charset", "/untyped", "/untyped-picture", "/pdf", "/missing", "/gone", "/forbidden", "/teapot",
	"/broken", "/broken-once", "/slow-body", "/cut", "/cut-once", "/cut-gzip", "/hang-up", "/bomb", "/large",
	"/private/page", "/private/but", "/moved", "/moved-twice", "/two-forms", "/to-denied", "/to-private-address", "/to-file", "/to-nowhere",
	"/to-itself", "/loop-a", "/hop1", "/hop2", "/etag", "/dated", "/not-modified", "/changing", "/limited-once", "/limited-date-once", "/sitemap.xml",
}

// TestOutcomes fetches from a site that does all that sites do, and wants every
// address to end as in testdata/outcomes.txt, by so many requests.
func TestOutcomes(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", s.pages)
	s.serve("127.0.1.2", func(w http.ResponseWriter, r *http.Request, _ int) {
		if !noRobots(w, r) {
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	s.serve("127.0.1.3", func(w http.ResponseWriter, r *http.Request, _ int) {
		if !noRobots(w, r) {
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	s.serve("127.0.1.5", calendar)
	s.serve("127.0.9.9", func(w http.ResponseWriter, r *http.Request, _ int) { article(w, "secret") })
	robots := s.robotsSites()
	var addresses []string
	for _, path := range mainPaths {
		addresses = append(addresses, s.url("127.0.1.1", path))
	}
	for host := range robots {
		addresses = append(addresses, s.url(host, "/page"))
	}
	addresses = append(addresses,
		s.url("127.0.1.2", "/long-pause"), s.url("127.0.1.2", "/behind-it"), s.url("127.0.1.3", "/limited-always"),
		s.url("127.0.9.9", "/direct"), "http://127.0.1.4:1/closed-port",
		"http://me:secret@127.0.1.1/", "http://exa mple/", "https://[::1", "ftp://127.0.1.1/file",
		strings.ToUpper("http://127.0.1.1:"+s.port)+"/./x/../page#fragment") // another spelling of /page
	dir := filepath.Join(t.TempDir(), "store")
	summary := s.crawl(dir, settings(), addresses...)
	total := 0
	for _, n := range summary.Outcomes {
		total += n
	}
	if summary.Addresses != total {
		t.Errorf("%d addresses, and %d outcomes", summary.Addresses, total)
	}
	if n := len(s.seen["127.0.9.9"]); n > 0 {
		t.Errorf("the private address was asked %d times", n)
	}
	t.Logf("%d addresses on %d hosts, %d requests: %v", summary.Addresses, len(robots)+5, summary.Requests, summary.Outcomes)

	requests := len(s.seen["127.0.1.1"])
	s.crawl(dir, settings(), addresses...)
	if again := len(s.seen["127.0.1.1"]) - requests; again > 0 {
		t.Errorf("the second crawl asked %d times for what is settled", again)
	}

	follow := settings()
	follow.Depth, follow.MaxPages = 50, 6
	s.crawl(dir, follow, s.url("127.0.1.5", "/month/1"))
	s.clock.pass(48 * time.Hour)
	refresh := settings()
	refresh.MaxAge = 24 * time.Hour
	s.crawl(dir, refresh, s.url("127.0.1.1", "/etag"), s.url("127.0.1.1", "/dated"), s.url("127.0.1.1", "/changing"))
	golden(t, "outcomes.txt", s.table(answers(t, dir), robots))
	s.polite(t, time.Second)
}

// table writes outcomes in the order of hosts and paths, without the port,
// which differs from test to test, and with the number of requests.
func (s *site) table(came map[string]string, names map[string]string) string {
	var lines []string
	for address, outcome := range came {
		name, rest, _ := strings.Cut(strings.TrimPrefix(address, "http://"), "/")
		host := strings.TrimSuffix(name, ":"+s.port)
		if n := names[host]; n != "" {
			name = n
		}
		lines = append(lines, fmt.Sprintf("%-32s %-20s %d", strings.ReplaceAll(name, ":"+s.port, "")+"/"+rest, outcome, s.count[host+"/"+rest]))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

// polite wants every host to be asked one thing at a time, so long after the
// answer before.
func (s *site) polite(t *testing.T, least time.Duration) {
	t.Helper()
	for host, seen := range s.seen {
		for i := 1; i < len(seen); i++ {
			if seen[i-1].end.IsZero() {
				continue
			}
			pause := seen[i].begin.Sub(seen[i-1].end)
			if took := seen[i-1].end.Sub(seen[i-1].begin); pause < least || pause < took {
				t.Errorf("%s: %v after %s, which took %v, it is asked for %s", host, pause, seen[i-1].path, took, seen[i].path)
			}
		}
	}
}

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
