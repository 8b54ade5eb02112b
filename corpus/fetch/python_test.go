package fetch_test

import (
	"crypto/sha1"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus/tooltest"
)

// TestWarcioReadsStore has Python's warcio read the archive of a store: every
// record's digests are right, and every page's body is the one that we read.
func TestWarcioReadsStore(t *testing.T) {
	python := os.Getenv("ROLECLAIMS_PYTHON")
	if python == "" {
		tooltest.Missing(t, "a Python with warcio (name it by ROLECLAIMS_PYTHON)")
	}
	s := newSite(t)
	s.serve("127.0.1.1", s.pages)
	dir := filepath.Join(t.TempDir(), "store")
	var addresses []string
	for _, path := range []string{"/page", "/gzip", "/wrong-charset", "/untyped", "/moved-twice", "/etag", "/changing"} {
		addresses = append(addresses, s.url("127.0.1.1", path))
	}
	cfg := settings()
	cfg.MaxAge = time.Hour
	for range 2 { // the second crawl writes revisits
		s.crawl(dir, cfg, addresses...)
		s.clock.pass(2 * time.Hour)
	}
	said, err := exec.Command(python, filepath.Join("..", "warc", "testdata", "read.py"), filepath.Join(dir, "pages-00001.warc.gz")).CombinedOutput()
	if err != nil {
		t.Fatalf("warcio: %v\n%s", err, said)
	}
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	for address, body := range bodies(t, dir) {
		want := fmt.Sprintf("response %s 200 %x", address, sha1.Sum([]byte(body)))
		if !slices.Contains(lines, want) {
			t.Errorf("warcio does not find %q in\n%s", want, said)
		}
	}
	count := map[string]int{}
	for _, line := range lines {
		kind, _, _ := strings.Cut(line, " ")
		count[kind]++
	}
	if count["warcinfo"] != 2 || count["revisit"] == 0 || count["response"] == 0 {
		t.Errorf("warcio finds %v", count)
	}
	t.Logf("warcio read %d records: %v", len(lines), count)
}
