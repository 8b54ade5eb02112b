package fetch_test

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus/fetch"
	"roleclaims/corpus/read"
)

// calendar answers with pages that link to the next month, and the next, and
// to pages that say so in other words, for ever.
func calendar(w http.ResponseWriter, r *http.Request, _ int) {
	if noRobots(w, r) {
		return
	}
	month, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/month/"))
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprintf(w, `<p>Month %d has <a href="/month/%d">a next month</a> and <a href="%d?view=list&session=%d">a list</a>,
		<a href="mailto:me@example.org">a</a> <a href="javascript:void(0)">b</a> <a rel="nofollow" href="/login">log in</a>`,
		month, month+1, month+1, month)
}

func TestFollow(t *testing.T) {
	for _, test := range []struct {
		name    string
		change  func(*fetch.Config)
		begin   string
		want    []string // paths fetched, the other host's with its address
		skipped int
	}{
		{"no links", func(*fetch.Config) {}, "/month/1", []string{"/month/1"}, 0},
		{
			"one step", func(c *fetch.Config) { c.Depth = 1 }, "/month/1",
			[]string{"/month/1", "/month/2", "/month/2?view=list&session=1"},
			0,
		},
		{
			"two steps", func(c *fetch.Config) { c.Depth = 2 }, "/month/1",
			[]string{"/month/1", "/month/2", "/month/2?view=list&session=1", "/month/3", "/month/3?view=list&session=2"},
			0,
		},
		{
			"so many pages of a host", func(c *fetch.Config) { c.Depth, c.MaxPages = 50, 3 }, "/month/1",
			[]string{"/month/1", "/month/2", "/month/2?view=list&session=1", "/month/3"},
			3,
		},
		{"to other sites", func(c *fetch.Config) { c.Depth = 1 }, "/out", []string{"/out", "127.0.1.2/", "/month/1", "/to-other", "127.0.1.2/moved"}, 0},
		{"on one site", func(c *fetch.Config) { c.Depth, c.SameSite = 1, true }, "/out", []string{"/out", "/month/1", "/to-other", "127.0.1.2/moved"}, 0},
		{
			"on one site, behind a redirect", func(c *fetch.Config) { c.Depth, c.SameSite = 2, true }, "/out",
			[]string{"/out", "/month/1", "/month/2", "/month/2?view=list&session=1", "/to-other", "127.0.1.2/moved"},
			0,
		},
		{"a page that says nofollow", func(c *fetch.Config) { c.Depth = 1 }, "/nofollow", []string{"/nofollow"}, 0},
		{"a header that says nofollow", func(c *fetch.Config) { c.Depth = 1 }, "/nofollow-header", []string{"/nofollow-header"}, 0},
		{"a header that says so to others", func(c *fetch.Config) { c.Depth = 1 }, "/nofollow-others", []string{"/nofollow-others", "/month/1"}, 0},
		{"a sitemap", func(*fetch.Config) {}, "/sitemap.xml", []string{"/sitemap.xml", "/month/1", "/feed", "/month/7"}, 0},
		{"sitemaps without end", func(*fetch.Config) {}, "/index/0", []string{"/index/0", "/index/1", "/index/2", "/index/3"}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSite(t)
			s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, n int) {
				xml := func(format string, args ...any) {
					w.Header().Set("Content-Type", "text/xml")
					fmt.Fprintf(w, format, args...)
				}
				page := func(text string) {
					w.Header().Set("Content-Type", "text/html")
					io.WriteString(w, text)
				}
				switch path := r.URL.Path; {
				case path == "/out":
					page(`<base href="/"><p><a href="month/1">here</a> <a href="` + s.url("127.0.1.2", "/") + `">there</a> <a href="/to-other">moved</a>`)
				case path == "/to-other":
					http.Redirect(w, r, s.url("127.0.1.2", "/moved"), http.StatusFound)
				case path == "/nofollow":
					page(`<meta name="ROBOTS" content="index, NoFollow"><p><a href="/month/1">a</a>`)
				case path == "/nofollow-header":
					w.Header().Set("X-Robots-Tag", "noarchive, NoFollow")
					page(`<p><a href="/month/1">a</a>`)
				case path == "/nofollow-others":
					w.Header().Set("X-Robots-Tag", "otherbot: nofollow")
					page(`<p><a href="/month/1">a</a>`)
				case path == "/sitemap.xml":
					xml(`<sitemapindex><sitemap><loc>%s</loc></sitemap><sitemap><loc>%s</loc></sitemap></sitemapindex>`, s.url("127.0.1.1", "/feed"), s.url("127.0.1.1", "/month/1"))
				case path == "/feed":
					xml(`<rss version="2.0"><channel><item><title>Seven</title><link>%s</link></item></channel></rss>`, s.url("127.0.1.1", "/month/7"))
				case strings.HasPrefix(path, "/index/"):
					number, _ := strconv.Atoi(strings.TrimPrefix(path, "/index/"))
					xml(`<sitemapindex><sitemap><loc>%s</loc></sitemap></sitemapindex>`, s.url("127.0.1.1", fmt.Sprint("/index/", number+1)))
				default:
					calendar(w, r, n)
				}
			})
			s.serve("127.0.1.2", func(w http.ResponseWriter, r *http.Request, n int) {
				if !noRobots(w, r) {
					w.Header().Set("Content-Type", "text/html")
					io.WriteString(w, `<p><a href="/deeper">deeper</a>`)
				}
			})
			cfg := settings()
			test.change(&cfg)
			dir := filepath.Join(t.TempDir(), "store")
			summary := s.crawl(dir, cfg, s.url("127.0.1.1", test.begin))
			got := map[string]bool{}
			for key := range s.count {
				if !strings.Contains(key, "robots.txt") {
					got[strings.TrimPrefix(key, "127.0.1.1")] = true
				}
			}
			want := slices.Sorted(slices.Values(test.want))
			if got := slices.Sorted(maps.Keys(got)); !slices.Equal(got, want) {
				t.Errorf("asked for %q, want %q", got, want)
			}
			if summary.Skipped != test.skipped {
				t.Errorf("%d links skipped, want %d", summary.Skipped, test.skipped)
			}
			requests := len(s.seen["127.0.1.1"])
			s.crawl(dir, cfg, s.url("127.0.1.1", test.begin))
			if again := len(s.seen["127.0.1.1"]) - requests; again > 0 {
				t.Errorf("the second crawl asked %d times", again)
			}
		})
	}
}

// TestRetryHoldsNothingUp wants a page that waits for its next try to hold up
// no other page of its host, be it found before or meanwhile.
func TestRetryHoldsNothingUp(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, n int) {
		switch {
		case noRobots(w, r):
		case r.URL.Path == "/broken" && n == 1:
			w.WriteHeader(http.StatusInternalServerError)
		default:
			article(w, r.URL.Path)
		}
	})
	s.serve("127.0.1.2", func(w http.ResponseWriter, r *http.Request, _ int) {
		if !noRobots(w, r) {
			time.Sleep(300 * time.Millisecond)
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, `<p><a href="%s">found meanwhile</a>`, s.url("127.0.1.1", "/meanwhile"))
		}
	})
	store, err := fetch.Open(filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	cfg := settings()
	cfg.Delay, cfg.Depth, cfg.RetryDelay = time.Millisecond, 1, 3*time.Second
	links := []read.Link{{URL: s.url("127.0.1.1", "/broken")}, {URL: s.url("127.0.1.1", "/before")}, {URL: s.url("127.0.1.2", "/")}}
	// By the system's clock: one that jumps would have nobody wait.
	if _, err := fetch.Crawl(t.Context(), store, links, cfg, fetch.Options{}); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, request := range s.seen["127.0.1.1"] {
		paths = append(paths, request.path)
	}
	if want := []string{"/robots.txt", "/broken", "/before", "/meanwhile", "/broken"}; !slices.Equal(paths, want) {
		t.Errorf("asked for %q, want %q", paths, want)
	}
}
