package warc_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"roleclaims/corpus/tooltest"
	"roleclaims/corpus/warc"
)

// warcio runs a script of testdata in a Python with warcio, which
// ROLECLAIMS_PYTHON names; without one the test is skipped, and fails in CI.
func warcio(t *testing.T, script string, args ...string) string {
	t.Helper()
	python := os.Getenv("ROLECLAIMS_PYTHON")
	if python == "" {
		tooltest.Missing(t, "a Python with warcio (name it by ROLECLAIMS_PYTHON)")
	}
	said, err := exec.Command(python, append([]string{filepath.Join("testdata", script)}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, said)
	}
	return string(said)
}

func TestWarcioReadsOurs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ours.warc.gz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w, err := warc.NewWriter(file)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	gz := gzip.NewWriter(&packed)
	io.WriteString(gz, "<p>A waiter waits.")
	gz.Close()
	bodies := []string{"<p>A cook cooks.", "", strings.Repeat("long ", 500_000), packed.String()}
	plain := append(bodies[:3:3], "<p>A waiter waits.")
	info := "software: roleclaims\r\n"
	records := []warc.Record{{Type: warc.Info, Date: "2026-01-02T03:04:05Z", Other: map[string]string{"Content-Type": "application/warc-fields"}, Block: []byte(info)}}
	want := fmt.Sprintf("warcinfo None - %x\n", sha1.Sum([]byte(info)))
	for i, body := range bodies {
		head := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n", len(body))
		if i == 3 {
			head += "Content-Encoding: gzip\r\n"
		}
		uri := fmt.Sprintf("https://a.example/%d?q=%%20", i)
		records = append(records, warc.Record{
			Type: warc.Response, URI: uri, Date: "2026-01-02T03:04:05.678Z",
			Other: map[string]string{"Content-Type": "application/http; msgtype=response", "WARC-Payload-Digest": warc.Digest([]byte(body))},
			Block: []byte(head + "\r\n" + body),
		})
		want += fmt.Sprintf("response %s 200 %x\n", uri, sha1.Sum([]byte(plain[i])))
	}
	for _, record := range records {
		if _, err := w.Write(&record); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if got := warcio(t, "read.py", path); got != want {
		t.Errorf("warcio read\n%s\nwant\n%s", got, want)
	}
	t.Logf("warcio read %d of our records", len(records))
}

func TestWeReadWarcios(t *testing.T) {
	dir := t.TempDir()
	warcio(t, "write.py", dir)
	for _, name := range []string{"plain.warc", "members.warc.gz"} {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		r, err := warc.NewReader(file, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for {
			record, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			got += record.Type + " " + record.URI
			body := record.Block
			if record.Type == warc.Response {
				answer, err := record.Answer()
				if err != nil {
					t.Fatal(err)
				}
				if body, err = answer.Unpacked(1 << 20); err != nil {
					t.Fatal(err)
				}
				got += fmt.Sprint(" ", answer.Status)
			}
			got += fmt.Sprintf(" %q\n", body)
		}
		want := strings.Join([]string{
			`warcinfo  "software: warcio\r\n"`,
			`response http://a.example/plain 200 "<p>A cook cooks."`,
			`response http://a.example/gzip 200 "<p>A cook cooks."`,
			`response http://a.example/chunked 200 "<p>A cook cooks."`,
			`resource http://a.example/resource "A cook cooks."`, "",
		}, "\n")
		if got != want {
			t.Errorf("%s holds\n%s\nwant\n%s", name, got, want)
		}
	}
}
