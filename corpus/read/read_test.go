package read_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus/read"
)

// tree writes files below a new folder and returns it.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, body := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// gz packs a body as gzip does.
func gz(body string) string {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(body)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return packed.String()
}

// record writes a record of a web archive.
func record(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"+
		"WARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, contentType, len(block), block)
}

// archive holds two pages, and what is none.
var archive = record("warcinfo", "", "application/warc-fields", "software: us\r\n") +
	record("request", "https://a.example/a", "application/http;msgtype=request", "GET /a HTTP/1.1\r\nHost: a.example\r\n\r\n") +
	record("response", "https://a.example/a", "application/http;msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>A") +
	record("response", "https://a.example/gone", "application/http;msgtype=response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone") +
	record("response", "https://a.example/p.png", "application/http;msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
	record("conversion", "https://a.example/b", "text/plain", "B")

// listed resolves arguments below root and lists what comes: "uri format" of a
// page, "uri ->kind" of an address, "uri !reason" of a reject.
func listed(t *testing.T, root, stdin string, args ...string) []string {
	t.Helper()
	for i, arg := range args {
		if arg != "-" {
			args[i] = filepath.Join(root, filepath.FromSlash(arg))
		}
	}
	in, err := read.Find(args)
	if err != nil {
		t.Fatalf("Find(%q): %v", args, err)
	}
	return list(in, stdin)
}

func list(in *read.Inputs, stdin string) []string {
	var got []string
	for input := range in.Pages(context.Background(), strings.NewReader(stdin)) {
		switch {
		case input.Reject != nil:
			got = append(got, input.Reject.URI+" !"+input.Reject.Reason)
		case input.Link != nil:
			got = append(got, input.Link.URL+" ->"+string(input.Link.Kind))
		default:
			got = append(got, input.Page.URI+" "+string(input.Page.Format))
		}
	}
	return got
}

func TestPages(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		args  []string
		stdin string
		want  []string
	}{
		{
			"a folder is read in the order of names",
			map[string]string{"d/b.md": "B", "d/a.txt": "A", "d/c/x.HTM": "X"},
			[]string{"d"},
			"",
			[]string{"a.txt text", "b.md markdown", "c/x.HTM html"},
		},
		{"a single file has its base name", map[string]string{"d/e/a.txt": "A"}, []string{"d/e/a.txt"}, "", []string{"a.txt text"}},
		{
			"equal names get the argument before them",
			map[string]string{"d/a.txt": "A", "e/a.txt": "B"},
			[]string{"d", "e"},
			"",
			[]string{"d/a.txt text", "e/a.txt text"},
		},
		{"a file given twice is read once", map[string]string{"d/a.txt": "A"}, []string{"d", "d/a.txt"}, "", []string{"a.txt text"}},
		{"a glob", map[string]string{"d/a.txt": "A", "d/b.txt": "B", "d/c.png": "C"}, []string{"d/*"}, "", []string{"a.txt text", "b.txt text"}},
		{"a name with brackets is a name first", map[string]string{"a[1].txt": "A"}, []string{"a[1].txt"}, "", []string{"a[1].txt text"}},
		{"a binary file in a folder", map[string]string{"d/a.txt": "A\x00B", "d/b.txt": "%PDF-1.7"}, []string{"d"}, "", []string{"a.txt !binary", "b.txt !binary"}},
		{"UTF-16 is no binary", map[string]string{"a.txt": "\xff\xfeA\x00"}, []string{"a.txt"}, "", []string{"a.txt text"}},
		{"a broken side file", map[string]string{"d/a.txt": "A", "d/a.meta.json": "{"}, []string{"d"}, "", []string{"a.txt !bad-meta"}},
		{"hidden files stay hidden", map[string]string{"d/.a.txt": "A", "d/.git/b.txt": "B", "d/c.txt": "C"}, []string{"d"}, "", []string{"c.txt text"}},
		{
			"JSON Lines",
			map[string]string{"p.jsonl": "{\"text\":\"A\"}\n\n{\"url\":\"https://a.example/x\",\"html\":\"<p>A\"}\n{\n{\"title\":\"A\"}\n{\"markdown\":\"# A\",\"text\":\"A\"}"},
			[]string{"p.jsonl"},
			"",
			[]string{"p.jsonl#1 text", "https://a.example/x html", "p.jsonl#4 !bad-json", "p.jsonl#5 !no-text", "p.jsonl#6 markdown"},
		},
		{
			"one uri twice",
			map[string]string{"p.jsonl": "{\"url\":\"u\",\"text\":\"A\"}\n{\"url\":\"u\",\"text\":\"B\"}"},
			[]string{"p.jsonl"},
			"",
			[]string{"u text", "u !duplicate-uri"},
		},
		{
			"gzipped files are read unpacked",
			map[string]string{"d/a.txt.gz": gz("A"), "d/b.html.gz": gz("<p>B"), "d/c.jsonl.gz": gz(`{"text":"C"}`), "d/e.txt.gz": "no gzip", "d/f.tar.gz": gz("F")},
			[]string{"d"},
			"",
			[]string{"a.txt.gz text", "b.html.gz html", "c.jsonl.gz#1 text", "e.txt.gz !unreadable"},
		},
		{
			"a gzipped page has its side file",
			map[string]string{"d/a.txt.gz": gz("A"), "d/a.meta.json": "{"},
			[]string{"d"},
			"",
			[]string{"a.txt.gz !bad-meta"},
		},
		{
			"lists in a folder are no inputs",
			map[string]string{"d/a.txt": "https://a.example/", "d/feed.xml": "<rss/>", "d/t.csv": "url\nhttps://a.example/"},
			[]string{"d"},
			"",
			[]string{"a.txt text"},
		},
		{
			"a table",
			map[string]string{"t.csv": "\ufeffTitle, TEXT ,url\nA,\"a, b\nc\",\nB,,https://b.example/#x\nC,c,https://c.example/\nD,,\n"},
			[]string{"t.csv"},
			"",
			[]string{"t.csv#2 text", "https://b.example/ ->article", "https://c.example/ text", "t.csv#5 !no-text"},
		},
		{"a table with semicolons", map[string]string{"t.csv": "url;html\n;<p>A, B\n"}, []string{"t.csv"}, "", []string{"t.csv#2 html"}},
		{"a table with tabs", map[string]string{"t.tsv.gz": gz("text\tmarkdown\nA\t# A\n")}, []string{"t.tsv.gz"}, "", []string{"t.tsv.gz#2 markdown"}},
		{"a table without names", map[string]string{"t.csv": "1,2\n3,4\n"}, []string{"t.csv"}, "", []string{"t.csv !bad-table"}},
		{
			"a list of addresses",
			map[string]string{"l.txt": "# seeds\n\nhttps://a.example/x\r\nhttp://b.example\n", "m.urls": "ftp://c.example\nhttps://a.example/x#part\n"},
			[]string{"l.txt", "m.urls"},
			"",
			[]string{"https://a.example/x ->auto", "http://b.example ->auto", "ftp://c.example !bad-url", "https://a.example/x !duplicate-uri"},
		},
		{"an address within a text makes no list", map[string]string{"l.txt": "https://a.example/x says:\nhttps://a.example\n"}, []string{"l.txt"}, "", []string{"l.txt text"}},
		{
			"a sitemap",
			map[string]string{"s.xml": `<?xml version="1.0"?><!-- made by us --><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` +
				`<url><loc> https://a.example/?a=1&amp;b=2 </loc><lastmod>2024-01-01</lastmod></url><url><loc>/relative</loc></url></urlset>`},
			[]string{"s.xml"},
			"",
			[]string{"https://a.example/?a=1&b=2 ->article", "/relative !bad-url"},
		},
		{
			"an index of sitemaps, gzipped, cut",
			map[string]string{"s.xml.gz": gz(`<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc></sitemap><sitemap><loc>https://a.exa`)},
			[]string{"s.xml.gz"},
			"",
			[]string{"https://a.example/s1.xml ->listing", "s.xml.gz !bad-xml"},
		},
		{
			"a feed of each kind",
			map[string]string{
				"a.rss":  `<rss version="2.0"><channel><item><title>A</title><link>https://a.example/a</link></item><item><title>B</title></item></channel></rss>`,
				"b.atom": `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>C</title><link rel="alternate" href="https://a.example/c"/></entry></feed>`,
			},
			[]string{"a.rss", "b.atom"},
			"",
			[]string{"https://a.example/a ->article", "a.rss#2 !bad-url", "https://a.example/c ->article"},
		},
		{"XML that lists nothing", map[string]string{"x.xml": "<note/>", "y.xml": "<!DOCTYPE html><html><p>A"}, []string{"x.xml", "y.xml"}, "", []string{"x.xml !bad-xml", "y.xml !bad-xml"}},
		{
			"an archive",
			map[string]string{"w.warc": archive, "w.warc.gz": gz(archive)},
			[]string{"w.warc"},
			"",
			[]string{"https://a.example/a html", "https://a.example/b text"},
		},
		{"an archive that breaks off", map[string]string{"d/w.warc.gz": gz(archive[:len(archive)-20])}, []string{"d"}, "", []string{"https://a.example/a html", "w.warc.gz#6 !bad-warc"}},
		{"standard input with an archive", nil, []string{"-"}, gz(archive), []string{"https://a.example/a html", "https://a.example/b text"}},
		{"standard input with a sitemap", nil, []string{"-"}, "<urlset><url><loc>https://a.example/</loc></url></urlset>", []string{"https://a.example/ ->article"}},
		{"standard input with addresses", nil, []string{"-"}, "https://a.example/\nhttps://b.example/", []string{"https://a.example/ ->auto", "https://b.example/ ->auto"}},
		{"standard input with text", nil, []string{"-"}, " A", []string{"stdin text"}},
		{"standard input with a page", nil, []string{"-"}, "\ufeff\n<p>A", []string{"stdin html"}},
		{"standard input with lines", nil, []string{"-"}, "\n{\"text\":\"A\"}", []string{"stdin#2 text"}},
		{"standard input without anything", nil, []string{"-"}, "", []string{"stdin text"}},
		{"a name with a line end", map[string]string{"d/a\nb.txt": "A"}, []string{"d"}, "", []string{"a\nb.txt text"}},
		{"a name that is no UTF-8", map[string]string{"d/a\xff.txt": "A"}, []string{"d"}, "", []string{"a\ufffd.txt text"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := tree(t, test.files)
			if diff := cmp.Diff(test.want, listed(t, root, test.stdin, slices.Clone(test.args)...)); diff != "" {
				t.Errorf("pages (-want +got):\n%s", diff)
			}
		})
	}
}
