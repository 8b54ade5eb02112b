package fetch

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// FuzzCanonical wants every address to have one spelling, which is asked for
// over http or https from a host without a name and password.
func FuzzCanonical(f *testing.F) {
	for _, address := range []string{
		"HTTP://Example.ORG:80/./a/../b?q=%20#c", "https://b\u00fccher.example/\u00fc", "http://[::1%25lo]:8080/", "http://127.1/", "http://a.example./?",
		"http://me:secret@a.example/", "ftp://a.example/", "//a.example", "http://a_b.example", "http://xn--a", "http://a.example/%2e%2e/%2F",
	} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		u, err := canonical(address)
		if err != nil {
			return
		}
		again, err := canonical(u.String())
		if err != nil || again.String() != u.String() {
			t.Fatalf("%q becomes %q, and that %v, %v", address, u, again, err)
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || u.Fragment != "" || !strings.HasPrefix(u.EscapedPath(), "/") {
			t.Fatalf("%q becomes %q", address, u)
		}
		if strings.ContainsFunc(u.String(), func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
			t.Fatalf("%q becomes %q", address, u)
		}
	})
}

// FuzzRobots wants any robots.txt to be read, and to ask for a delay of a day
// at most.
func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 1e99\n", "http://a.example/ab")
	f.Add("\ufeffuser-agent:roleclaims\rallow:/%zz\n\ncrawl-delay:-1", "http://a.example/?")
	f.Add(strings.Repeat("disallow:*a", 100), "http://a.example/"+strings.Repeat("a", 100))
	f.Fuzz(func(t *testing.T, text, address string) {
		u, err := canonical(address)
		if err != nil {
			return
		}
		r := parseRobots([]byte(text))
		r.allows(u)
		if r.delay < 0 || r.delay > robotsAge {
			t.Fatalf("Crawl-delay %v", r.delay)
		}
	})
}

// FuzzReplay wants any journal to be damaged, or to have a sound part that
// gives the same when it is replayed alone.
func FuzzReplay(f *testing.F) {
	ask := `{"ask":{"url":"http://a.example/"}}` + "\n"
	answer := `{"answer":{"url":"http://a.example/","outcome":"page","at":"2026-01-02T03:04:05Z","record":{"file":1,"offset":0,"length":9}}}` + "\n"
	for _, text := range []string{"", ask + answer, ask + answer[:40], ask + "\x00\x00\x00", ask + "oops\n" + answer, "{}\n", "null\n" + ask} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, journal []byte) {
		first, second := newLedger(), newLedger()
		sound, err := first.replay(journal)
		if err != nil {
			return
		}
		if sound < 0 || sound > int64(len(journal)) || sound > 0 && journal[sound-1] != '\n' {
			t.Fatalf("%d bytes of %d are sound", sound, len(journal))
		}
		if again, err := second.replay(journal[:sound]); err != nil || again != sound {
			t.Fatalf("of %d sound bytes %d are sound: %v", sound, again, err)
		}
		if len(first.asks) != len(second.asks) || len(first.answers) != len(second.answers) {
			t.Fatal("the sound part gives something else")
		}
		s := &Store{ledger: first}
		for _, ask := range s.Asks() {
			s.end(ask) // it ends
		}
	})
}

// TestHostileRobots compares the longest address with rules that cost most: as
// many as are compared, and more.
func TestHostileRobots(t *testing.T) {
	u := &url.URL{Scheme: "http", Host: "a.example", Path: "/" + strings.Repeat("a", maxAddress-20)}
	for _, test := range []struct {
		name   string
		size   int
		allows bool
	}{
		{"as many as are compared", maxCompare / maxAddress, true},
		{"too many", maxRobots, false},
	} {
		text := []byte("User-agent: *\n")
		line := "Disallow: /" + strings.Repeat("*a", 1000) + "b\n"
		for len(text)+len(line) < test.size {
			text = append(text, line...)
		}
		begin := time.Now()
		if got := parseRobots(text).allows(u); got != test.allows {
			t.Errorf("%s: allows %v, want %v", test.name, got, test.allows)
		}
		t.Logf("%s: %d bytes of rules took %v", test.name, len(text), time.Since(begin))
	}
}
