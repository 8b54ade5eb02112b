package fetch_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus/fetch"
	"roleclaims/corpus/warc"
)

// records reads all archives of a store.
func records(t *testing.T, dir string) []*warc.Record {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	var found []*warc.Record
	for _, name := range slices.Sorted(slices.Values(names)) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) == 0 {
			continue
		}
		r, err := warc.NewReader(bytes.NewReader(data), 20<<20)
		if err != nil {
			t.Fatal(err)
		}
		for {
			record, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, record)
		}
	}
	return found
}

// kinds counts the records of an address by their type.
func kinds(records []*warc.Record, address string) map[string]int {
	count := map[string]int{}
	for _, record := range records {
		if record.URI == address {
			count[record.Type]++
		}
	}
	return count
}

// TestRefresh asks again for pages that are old, on condition that they
// changed.
func TestRefresh(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", s.pages)
	dir := filepath.Join(t.TempDir(), "store")
	var addresses []string
	for _, path := range []string{"/etag", "/dated", "/page", "/changing", "/moved", "/missing"} {
		addresses = append(addresses, s.url("127.0.1.1", path))
	}
	cfg := settings()
	s.crawl(dir, cfg, addresses...)
	before := bodies(t, dir)
	cfg.MaxAge = 24 * time.Hour
	if summary := s.crawl(dir, cfg, addresses...); summary.Requests > 0 {
		t.Errorf("%d requests for pages that are fresh", summary.Requests)
	}
	s.clock.pass(48 * time.Hour)
	summary := s.crawl(dir, cfg, addresses...)
	if summary.Pages != 1 || summary.Kept != 4 || summary.Outcomes[fetch.NotFound] != 1 {
		t.Errorf("the refresh came to %+v", summary)
	}
	all := records(t, dir)
	for path, want := range map[string]map[string]int{
		"/etag":     {"response": 1, "revisit": 1},
		"/dated":    {"response": 1, "revisit": 1},
		"/page":     {"response": 1, "revisit": 1}, // sent whole, and the same
		"/changing": {"response": 2},
		"/moved":    {"response": 2},
	} {
		if got := kinds(all, s.url("127.0.1.1", path)); got["response"] != want["response"] || got["revisit"] != want["revisit"] {
			t.Errorf("%s has the records %v, want %v", path, got, want)
		}
	}
	for _, request := range s.seen["127.0.1.1"] {
		if request.path == "/etag" && request.begin.After(s.clock.Now().Add(-time.Hour)) && request.header.Get("If-None-Match") != `"one"` {
			t.Errorf("asked for /etag again with %v", request.header)
		}
	}
	after := bodies(t, dir)
	for address, body := range before {
		same := after[address] == body
		if changing := strings.HasSuffix(address, "/changing"); same == changing {
			t.Errorf("%s now holds %q", address, after[address])
		}
	}
	t.Logf("a refresh of 6 addresses sent %d requests and stored %d page; %d still hold", summary.Requests, summary.Pages, summary.Kept)
}

// bodies reads the pages of a store.
func bodies(t *testing.T, dir string) map[string]string {
	t.Helper()
	store, err := fetch.View(dir)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for input := range store.Pages(store.Asks()) {
		if input.Reject == nil {
			found[input.Page.URI] = string(input.Page.Body)
			if input.Page.FetchedAt == "" {
				t.Errorf("%s has no time", input.Page.URI)
			}
		}
	}
	return found
}

// TestFailureKeepsPage wants a page that is gone to stay in the store.
func TestFailureKeepsPage(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, n int) {
		if n > 1 {
			w.WriteHeader(http.StatusGone)
		} else if !noRobots(w, r) {
			article(w, "here")
		}
	})
	dir := filepath.Join(t.TempDir(), "store")
	cfg := settings()
	cfg.MaxAge = time.Hour
	for range 2 {
		s.crawl(dir, cfg, s.url("127.0.1.1", "/a"))
		s.clock.pass(2 * time.Hour)
	}
	if got := bodies(t, dir); len(got) != 1 {
		t.Errorf("the store holds %v", got)
	}
}

// TestMend tears the end of a store, as a kill or a loss of power does, and
// wants the next crawl to go on with what was whole.
func TestMend(t *testing.T) {
	tear := func(t *testing.T, path string, change func([]byte) []byte) {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, change(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	lastLine := func(data []byte) int { return bytes.LastIndexByte(data[:len(data)-1], '\n') + 1 }
	for _, test := range []struct {
		name    string
		journal func([]byte) []byte
		archive func([]byte) []byte
		again   int // requests of the next crawl
	}{
		{"nothing", nil, nil, 0},
		{"half a line", func(b []byte) []byte { return b[:len(b)-9] }, nil, 1},
		{"a line too few", func(b []byte) []byte { return b[:lastLine(b)] }, nil, 1},
		{"a line without its end", func(b []byte) []byte { return b[:len(b)-1] }, nil, 1},
		{"zeros after a loss of power", func(b []byte) []byte { return append(b[:lastLine(b)], make([]byte, 4096)...) }, nil, 1},
		{"a record that is in no line", nil, func(b []byte) []byte { return append(b, b[:500]...) }, 0},
		{"a record and a line", func(b []byte) []byte { return b[:lastLine(b)] }, func(b []byte) []byte { return append(b, b[:500]...) }, 1},
		{"everything but the files", func([]byte) []byte { return nil }, nil, 4},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSite(t)
			s.serve("127.0.1.1", s.pages)
			dir := filepath.Join(t.TempDir(), "store")
			addresses := []string{s.url("127.0.1.1", "/page"), s.url("127.0.1.1", "/etag"), s.url("127.0.1.1", "/gzip")}
			s.crawl(dir, settings(), addresses...)
			if test.journal != nil {
				tear(t, filepath.Join(dir, "journal"), test.journal)
			}
			if test.archive != nil {
				tear(t, filepath.Join(dir, "pages-00001.warc.gz"), test.archive)
			}
			requests := len(s.seen["127.0.1.1"])
			s.crawl(dir, settings(), addresses...)
			if again := len(s.seen["127.0.1.1"]) - requests; again != test.again {
				t.Errorf("%d requests, want %d", again, test.again)
			}
			if got := bodies(t, dir); len(got) != 3 {
				t.Errorf("the store holds %v", got)
			}
			all := records(t, dir)
			for _, address := range addresses {
				if n := kinds(all, address)["response"]; n != 1 {
					t.Errorf("%s has %d records", address, n)
				}
			}
		})
	}
}

// TestLostJournal wants pages to stay where the journal does not know of more
// of them than a kill can leave.
func TestLostJournal(t *testing.T) {
	s := newSite(t)
	s.serve("127.0.1.1", func(w http.ResponseWriter, r *http.Request, _ int) {
		if !noRobots(w, r) {
			article(w, r.URL.Path)
		}
	})
	dir := filepath.Join(t.TempDir(), "store")
	var addresses []string
	for number := range 30 {
		addresses = append(addresses, s.url("127.0.1.1", fmt.Sprint("/", number)))
	}
	s.crawl(dir, settings(), addresses...)
	if err := os.Truncate(filepath.Join(dir, "journal"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := fetch.Open(dir); err == nil || !strings.Contains(err.Error(), "the journal does not know") {
		t.Errorf("error %v", err)
	}
	if n := len(records(t, dir)); n != 31 { // and a warcinfo; the robots.txt was not there
		t.Errorf("%d records are left", n)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	line := `{"ask":{"url":"http://a.example/"}}` + "\n"
	write := func(name, file, text string) string {
		folder := filepath.Join(dir, name)
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return folder
	}
	used := filepath.Join(dir, "used")
	store, err := fetch.Open(used)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, test := range []struct{ name, dir, want string }{
		{"a store in use", used, "in use by another process"},
		{"a folder of other things", write("other", "a.html", "<p>"), "is no store"},
		{"archives without a journal", write("bare", "pages-00001.warc.gz", "x"), "is no store"},
		{"a journal that is damaged within", write("damaged", "journal", line+"oops\n"+line), "line 2 of the journal is damaged"},
		{
			"an archive that is too short", write("short", "journal", `{"answer":{"url":"http://a.example/","outcome":"page","record":{"file":1,"offset":0,"length":9}}}`+"\n"),
			"pages-00001.warc.gz",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			store, err := fetch.Open(test.dir)
			if err == nil {
				store.Close()
				t.Fatal("it was opened")
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %q, want %q", err, test.want)
			}
		})
	}
}
