package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"roleclaims/corpus/fetch"
	"roleclaims/corpus/tooltest"
	"roleclaims/corpus/warc"
	"roleclaims/output"
)

// website serves pages on loopback addresses, and counts requests.
type website struct {
	port string

	hosts []string

	mu    sync.Mutex
	asked []string // addresses, as they came
	open  int      // connections
}

// newWebsite serves on the addresses given, on one port.
func newWebsite(t testing.TB, handler http.Handler, hosts ...string) *website {
	t.Helper()
	site := &website{port: "0", hosts: hosts}
	for _, host := range hosts {
		listener, err := net.Listen("tcp4", net.JoinHostPort(host, site.port))
		if err != nil {
			tooltest.Missing(t, "the address %s: %v", host, err)
		}
		_, site.port, _ = net.SplitHostPort(listener.Addr().String())
		server := &http.Server{Handler: site.counting(handler), ConnState: site.connected}
		go server.Serve(listener)
		t.Cleanup(func() { server.Close() })
	}
	return site
}

// sites are the websites of scripts, by their work folder.
var sites sync.Map

// serveWebsite serves a folder of a script as a website, puts its address into
// the environment as SITE and into the script's list.txt.
func serveWebsite(ts *testscript.TestScript, _ bool, args []string) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	ts.Check(err)
	site := &website{}
	server := &http.Server{Handler: site.counting(http.FileServer(http.Dir(ts.MkAbs(args[0]))))}
	go server.Serve(listener)
	ts.Defer(func() { server.Close() })
	sites.Store(ts.MkAbs("."), site)
	address := "http://" + listener.Addr().String()
	ts.Setenv("SITE", address)
	list := ts.ReadFile("list.txt")
	ts.Check(os.WriteFile(ts.MkAbs("list.txt"), []byte(strings.ReplaceAll(list, "$SITE", address)), 0o666))
}

// wantRequests wants the website to have been asked so often.
func wantRequests(ts *testscript.TestScript, _ bool, args []string) {
	site, ok := sites.Load(ts.MkAbs("."))
	if !ok {
		ts.Fatalf("no website")
	}
	if asked := site.(*website).requests(); fmt.Sprint(len(asked)) != args[0] {
		ts.Fatalf("the website was asked %d times, want %s: %q", len(asked), args[0], asked)
	}
}

// counting notes what a handler is asked for.
func (s *website) counting(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == lastCall {
			return
		}
		s.mu.Lock()
		s.asked = append(s.asked, "http://"+r.Host+r.URL.Path)
		s.mu.Unlock()
		handler.ServeHTTP(w, r)
	})
}

// requests returns the addresses that were asked for so far.
func (s *website) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.asked...)
}

// lastCall is an address that is asked for by settle alone, and not noted.
const lastCall = "/last-call"

// connected counts connections.
func (s *website) connected(_ net.Conn, state http.ConnState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch state {
	case http.StateNew:
		s.open++
	case http.StateClosed, http.StateHijacked:
		s.open--
	}
}

// settle waits until all that a killed process asked for is noted: connections
// are taken up in their order, and end with their client.
func (s *website) settle(t testing.TB) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	for _, host := range s.hosts {
		answer, err := client.Get("http://" + net.JoinHostPort(host, s.port) + lastCall)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
	}
	for range 1000 {
		s.mu.Lock()
		open := s.open
		s.mu.Unlock()
		if open == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("connections of a killed process stay open")
}

// The site of the kill test: so many pages on each of three hosts.
const pagesPerHost = 100

var killHosts = []string{"127.0.1.1", "127.0.1.2", "127.0.1.3"}

// numbered answers /N with a page that holds its number, and is long enough to
// be written in several pieces.
func numbered(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" {
		io.WriteString(w, "User-agent: *\nDisallow: /not/\n")
		return
	}
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprintf(w, "<article><p>This is page %s.</p>%s</article>", r.URL.Path, strings.Repeat("<p>A cook cooks, a waiter waits.", 300))
}

// fetching prepares a fetch of all pages of a site into the store of dir. Its
// hosts are our own, so that it may be fast.
func fetching(t *testing.T, site *website, dir string) func() *exec.Cmd {
	t.Helper()
	var list strings.Builder
	for number := range pagesPerHost {
		for _, host := range killHosts {
			fmt.Fprintf(&list, "http://%s:%s/%d\n", host, site.port, number)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "list.urls"), []byte(list.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return func() *exec.Cmd {
		return roleclaims(dir, "fetch", "list.urls", "--out", "store", "--contact", "tests@example.org", "--allow-private=127.0.1.0/24", "--delay", "2ms")
	}
}

// TestFetchKill kills a fetch of 300 pages at 30 random moments, by a signal
// that it cannot see. No page is missing in the end, none is stored twice, and
// each start asks each host for at most one page that was asked for before.
func TestFetchKill(t *testing.T) {
	site := newWebsite(t, http.HandlerFunc(numbered), killHosts...)
	dir := t.TempDir()
	command := fetching(t, site, dir)
	begin := time.Now()
	if text, err := command().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	whole := time.Since(begin)
	wholeStore(t, dir)
	if err := os.RemoveAll(filepath.Join(dir, "store")); err != nil {
		t.Fatal(err)
	}
	begin = time.Now()
	if err := roleclaims(dir, "version").Run(); err != nil {
		t.Fatal(err)
	}
	start := time.Since(begin)

	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	const kills = 30
	seen := map[string]bool{}
	from := len(site.requests())
	killed, repeated, most := 0, 0, 0
	for killed < kills {
		cmd := command()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(start/2 + time.Duration(random.Float64()*2*float64(whole)/kills))
		_ = cmd.Process.Kill() // it may have ended
		if err := cmd.Wait(); err == nil {
			break
		}
		killed++
		site.settle(t)
		n, worst := repeats(site.requests()[from:], seen)
		from += n.requests
		repeated += n.repeated
		most = max(most, worst)
	}
	if text, err := command().CombinedOutput(); err != nil {
		t.Fatalf("the fetch after the kills: %v\n%s", err, text)
	}
	n, worst := repeats(site.requests()[from:], seen)
	repeated += n.repeated
	most = max(most, worst)
	wholeStore(t, dir)
	t.Logf("a fetch takes %v; killed %d times, seed %d; 300 pages stored, none missing, none twice; %d requests repeated, at most %d of a host at a start", whole, killed, seed, repeated, most)
	if most > 1 {
		t.Errorf("a start asked a host for %d addresses again", most)
	}
	if killed < kills/2 {
		t.Errorf("only %d kills came in time: the test shows little", killed)
	}
}

// counted is what one start asked.
type counted struct{ requests, repeated int }

// repeats counts the requests of one start that were seen before it, and the
// most of them to one host.
func repeats(asked []string, seen map[string]bool) (n counted, most int) {
	hosts := map[string]int{}
	for _, address := range asked {
		if seen[address] {
			host, _, _ := strings.Cut(strings.TrimPrefix(address, "http://"), "/")
			hosts[host]++
			most = max(most, hosts[host])
			n.repeated++
		}
	}
	for _, address := range asked {
		seen[address] = true
	}
	n.requests = len(asked)
	return n, most
}

// wholeStore wants every page in the store once, with its own text, and as many
// records in the archives.
func wholeStore(t *testing.T, dir string) {
	t.Helper()
	store, err := fetch.View(filepath.Join(dir, "store"))
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for input := range store.Pages(store.Asks()) {
		if input.Reject != nil {
			t.Errorf("no page: %+v", *input.Reject)
			continue
		}
		pages++
		_, path, _ := strings.Cut(strings.TrimPrefix(input.Page.URI, "http://"), "/")
		if want := fmt.Sprintf("page /%s.", path); !bytes.Contains(input.Page.Body, []byte(want)) {
			t.Errorf("%s holds %.60q", input.Page.URI, input.Page.Body)
		}
	}
	if want := pagesPerHost * len(killHosts); pages != want {
		t.Errorf("%d pages, want %d", pages, want)
	}
	records := map[string]int{}
	file, err := os.Open(filepath.Join(dir, "store", "pages-00001.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader, err := warc.NewReader(file, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	for {
		record, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if record.Type == warc.Response {
			records[record.URI]++
		}
	}
	for address, n := range records {
		if n > 1 {
			t.Errorf("%s is stored %d times", address, n)
		}
	}
	if want := (pagesPerHost + 1) * len(killHosts); len(records) != want { // and a robots.txt each
		t.Errorf("%d records, want %d", len(records), want)
	}
}

// TestFetchInterrupt stops a fetch by a signal that it sees. It ends what is
// under way, so that the next start repeats nothing.
func TestFetchInterrupt(t *testing.T) {
	site := newWebsite(t, http.HandlerFunc(numbered), killHosts...)
	dir := t.TempDir()
	command := fetching(t, site, dir)
	cmd := command()
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for len(site.requests()) < 50 {
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
		t.Errorf("the fetch ended with %v, want exit code %d", err, exitInterrupted)
	}
	if !strings.HasSuffix(said.String(), "roleclaims: interrupted; what was fetched is kept, and the same command goes on in store\n") {
		t.Errorf("it said\n%s", &said)
	}
	before := len(site.requests())
	if text, err := command().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	wholeStore(t, dir)
	if all := len(site.requests()); all != (pagesPerHost+1)*len(killHosts) {
		t.Errorf("%d requests before the interrupt and %d in all", before, all)
	}
}

// TestFetchedAt wants a run over fetched pages to say when each was fetched,
// and a second run over them to have the same bytes.
func TestFetchedAt(t *testing.T) {
	site := newWebsite(t, http.HandlerFunc(numbered), killHosts[0])
	dir := t.TempDir()
	begin := time.Now().Add(-time.Second)
	address := "http://" + net.JoinHostPort(killHosts[0], site.port) + "/1"
	for _, args := range [][]string{
		{"run", address, "--out", "out", "--contact", "tests@example.org", "--allow-private"},
		{"run", "out.pages", "--out", "again"},
	} {
		if text, err := roleclaims(dir, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
	run, err := output.Open(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	for doc, err := range run.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		if doc.URI != address || doc.FetchedAt == nil || time.UnixMicro(*doc.FetchedAt).Before(begin) {
			t.Errorf("%s was fetched at %v", doc.URI, doc.FetchedAt)
		}
	}
	if out, again := datasets(t, filepath.Join(dir, "out")), datasets(t, filepath.Join(dir, "again")); out != again {
		t.Errorf("the run that fetched holds\n%s\nand the one over its store\n%s", out, again)
	}
}
