package warc_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus/warc"
)

// record returns a record as it stands in an archive.
func record(kind, uri, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, len(block), block)
}

const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A cook cooks."

// gzipped packs each part as a member of its own.
func gzipped(parts ...string) string {
	var out bytes.Buffer
	for _, part := range parts {
		w := gzip.NewWriter(&out)
		io.WriteString(w, part)
		w.Close()
	}
	return out.String()
}

// read describes what a reader gives: an address or an error a line.
func read(archive string, limit int64) string {
	r, err := warc.NewReader(strings.NewReader(archive), limit)
	if err != nil {
		return why(err)
	}
	var lines []string
	for {
		record, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return strings.Join(lines, " ")
		case record != nil && err != nil:
			lines = append(lines, record.URI+":"+why(err))
		case err != nil:
			lines = append(lines, why(err))
		default:
			lines = append(lines, record.URI)
		}
	}
}

func why(err error) string {
	switch {
	case errors.Is(err, warc.ErrTooLarge):
		return "too-large"
	case errors.Is(err, warc.ErrDamaged):
		return "damaged"
	}
	return err.Error()
}

func TestReader(t *testing.T) {
	a, b, c := record("response", "a", page), record("response", "b", page), record("response", "c", page)
	for _, test := range []struct{ name, archive, want string }{
		{"nothing", "", ""},
		{"plain", a + b + c, "a b c"},
		{"a gzip member a record", gzipped(a, b, c), "a b c"},
		{"one gzip member for all", gzipped(a + b + c), "a b c"},
		{"no blank lines between", strings.TrimSuffix(a, "\r\n\r\n") + b, "a b"},
		{"more blank lines between", a + "\r\n\r\n" + b, "a b"},
		{"lines that end in LF", strings.ReplaceAll(a, "\r\n", "\n"), "damaged"}, // its length counts CRLF
		{"angle brackets of WARC/1.0", record("response", "<a>", page), "a"},
		{"a record over the limit", a + record("response", "big", strings.Repeat("x", 2000)) + b, "a big:too-large b"},
		{"cut in a block", a + b[:len(b)-20], "a damaged"},
		{"cut in a head", a + b[:20], "a damaged"},
		{"cut between members", gzipped(a, b)[:len(gzipped(a))], "a"},
		{"cut in a member", gzipped(a, b)[:len(gzipped(a))+30], "a damaged"},
		{"a length too small", strings.Replace(a, fmt.Sprintf("Length: %d", len(page)), "Length: 10", 1) + b, "a damaged b"},
		{"no length", strings.Replace(a, "Content-Length", "Length", 1) + b, "damaged damaged b"},
		{"a length below zero", strings.Replace(a, "Content-Length: ", "Content-Length: -", 1) + b, "damaged damaged b"},
		{"a length beyond numbers", strings.Replace(a, "Content-Length: ", "Content-Length: 99999999999999999999", 1) + b, "damaged damaged b"},
		{"no archive", "<html><p>A page", "damaged"},
		{"a head without end", "WARC/1.1\r\n" + strings.Repeat("A: b\r\n", 20_000) + "\r\n" + b, "damaged damaged b"},
		{"a line without end", "WARC/1.1\r\n" + strings.Repeat("x", 100_000), "damaged damaged"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := read(test.archive, 1000); got != test.want {
				t.Errorf("read %q, want %q", got, test.want)
			}
		})
	}
}

func TestAnswer(t *testing.T) {
	chunked := "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
	for _, test := range []struct{ name, block, want string }{
		{"a page", page, "200 <p>A cook cooks."},
		{"lines that end in LF", "HTTP/1.0 404 Not Found\nA: b\n\nc", "404 c"},
		{"a status without words", "HTTP/2 200\r\n\r\na", "200 a"},
		{"headers that are none", "HTTP/1.1 200 OK\r\n???\r\nA: b\r\n\r\nc", "200 c"},
		{"chunks", chunked + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "200 abcde"},
		{"chunks that were joined before", chunked + "abc", "200 abc"},
		{"a cut chunk", chunked + "3\r\nabc\r\n9\r\nde", "damaged"},
		{"a last chunk that is not there", chunked + "3\r\nabc\r\n", "damaged"},
		{"gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped("abc"), "200 abc"},
		{"gzip of nothing", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", "200 "},
		{"gzip twice", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n" + gzipped(gzipped("abc")), "200 abc"},
		{"layers without end", "HTTP/1.1 200 OK\r\nContent-Encoding: br,br,br,br\r\n\r\na", "damaged"},
		{"gzip that was unpacked before", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nabc", "200 abc"},
		{"a coding that is not there", "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nabc", "damaged"},
		{"a coding that is not known", "HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\n\r\nabc", "damaged"},
		{"over the limit", "HTTP/1.1 200 OK\r\n\r\n" + strings.Repeat("a", 5<<20), "too-large"},
		{"swells over the limit", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped(strings.Repeat("a", 5<<20)), "too-large"},
		{"swells as no text does", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped(strings.Repeat("a", 3<<20)), "too-large"},
		{"no status", "<html>", "damaged"},
		{"a status that is none", "HTTP/1.1 OK\r\n\r\n", "damaged"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			answer, err := (&warc.Record{Type: warc.Response, Block: []byte(test.block)}).Answer()
			if err == nil {
				var body []byte
				body, err = answer.Unpacked(4 << 20)
				got = fmt.Sprintf("%d %s", answer.Status, body)
			}
			if err != nil {
				got = why(err)
			}
			if got != test.want {
				t.Errorf("got %.60q, want %q", got, test.want)
			}
		})
	}
}

// TestBombCost wants a bomb to be given up long before it is unpacked or even
// read to its end.
func TestBombCost(t *testing.T) {
	bomb := gzipped(strings.Repeat("a", 24<<20))
	packed := strings.NewReader(bomb)
	if err := warc.Unpack(io.Discard, packed, "gzip", 10<<20); !errors.Is(err, warc.ErrTooLarge) {
		t.Fatalf("error %v, want ErrTooLarge", err)
	}
	if read := len(bomb) - packed.Len(); read > 16<<10 {
		t.Errorf("%d of %d bytes were read before it was given up", read, len(bomb))
	}
}

func TestRoundTrip(t *testing.T) {
	var archive bytes.Buffer
	w, err := warc.NewWriter(&archive)
	if err != nil {
		t.Fatal(err)
	}
	var want []warc.Record
	var offsets []int64
	for i := range 5 {
		record := warc.Record{
			Type: warc.Response, URI: fmt.Sprintf("https://a.example/%d", i), Date: "2026-01-02T03:04:05Z",
			Other: map[string]string{"Content-Type": "application/http; msgtype=response"},
			Block: []byte(page + strings.Repeat("long ", i*100_000)), // beyond what the library keeps in memory
		}
		offsets = append(offsets, int64(archive.Len()))
		n, err := w.Write(&record)
		if err != nil {
			t.Fatal(err)
		}
		if want := int64(archive.Len()) - offsets[i]; n != want {
			t.Errorf("record %d: length %d, want %d", i, n, want)
		}
		want = append(want, record)
	}
	if _, err := w.Write(&warc.Record{Type: warc.Response, URI: "a\r\nB: c"}); err == nil {
		t.Error("an address with a line end was written")
	}
	for i, offset := range offsets {
		r, err := warc.NewReader(bytes.NewReader(archive.Bytes()[offset:]), 4<<20)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(got.Field("warc-block-digest"), "sha1:") || got.Field("WARC-Record-ID") == "" {
			t.Errorf("record %d has the fields %v", i, got.Other)
		}
		if !bytes.Equal(got.Block, want[i].Block) {
			t.Errorf("record %d: block of %d bytes, want %d", i, len(got.Block), len(want[i].Block))
		}
		got.Other, got.Block, want[i].Block = want[i].Other, nil, nil
		if diff := cmp.Diff(want[i], *got); diff != "" {
			t.Errorf("record %d (-want +got):\n%s", i, diff)
		}
	}
}

func FuzzReader(f *testing.F) {
	a := record("response", "a", page)
	f.Add([]byte(a + a))
	f.Add([]byte(gzipped(a, a)))
	f.Add([]byte(a[:len(a)-9] + "WARC/1.0\r\n\r\n"))
	f.Add([]byte("WARC/1.1\r\nContent-Length: 9999\r\n\r\n"))
	f.Fuzz(func(t *testing.T, archive []byte) {
		r, err := warc.NewReader(bytes.NewReader(archive), 1<<16)
		if err != nil {
			return
		}
		for calls := 0; ; calls++ {
			record, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if calls > 1<<20 {
				t.Fatal("the reader does not end")
			}
			if err != nil && !errors.Is(err, warc.ErrDamaged) && !errors.Is(err, warc.ErrTooLarge) {
				t.Fatalf("error %v", err)
			}
			if err != nil || len(record.Block) > 1<<16 {
				continue
			}
			if answer, err := record.Answer(); err == nil {
				if body, err := answer.Unpacked(1 << 16); err == nil && len(body) > 1<<16 {
					t.Fatalf("%d bytes unpacked", len(body))
				}
			}
		}
	})
}

// BenchmarkReader reads records of 20 kB.
func BenchmarkReader(b *testing.B) {
	var archive bytes.Buffer
	w, err := warc.NewWriter(&archive)
	if err != nil {
		b.Fatal(err)
	}
	const records = 200
	for i := range records {
		block := page + strings.Repeat(fmt.Sprint("A cook cooks a meal ", i, ". "), 800)
		if _, err := w.Write(&warc.Record{Type: warc.Response, URI: "a", Block: []byte(block)}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := warc.NewReader(bytes.NewReader(archive.Bytes()), 1<<20)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for ; ; n++ {
			if _, err := r.Next(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
		if n != records {
			b.Fatalf("%d records", n)
		}
	}
	b.ReportMetric(float64(b.N*records)/b.Elapsed().Seconds(), "records/s")
}
