package read_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/read"
)

func TestFindSaysWhatToDo(t *testing.T) {
	root := tree(t, map[string]string{
		"a.pdf": "%PDF-1.4", "b.docx": "PK", "c.txt": "a\x00b", "d/x.png": "x", "e/.keep": "", "f.json": "{}", "g.meta.json": "{}", "h": "x",
	})
	for _, test := range []struct{ name, arg, want string }{
		{"nothing there", "no.txt", "no such file or folder"},
		{"a pattern without a match", "*.md", "no file matches"},
		{"a PDF", "a.pdf", "pdftotext"},
		{"a word processor's file", "b.docx", "save it as"},
		{"a binary file", "c.txt", "NUL bytes"},
		{"a folder of pictures", "d", "the endings read there are .txt"},
		{"an empty folder", "e", "is empty"},
		{"JSON that is no JSON Lines", "f.json", ".jsonl"},
		{"a side file", "g.meta.json", "side file"},
		{"no ending", "h", "no ending"},
		{"a pattern that matches nothing readable", "d/*", "matches no file that can be read"},
		{"a name over two lines", "no\nsuch.txt", "no such file or folder"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := read.Find([]string{filepath.Join(root, test.arg)})
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("Find(%q) = %v, want one line with %q", test.arg, err, test.want)
			}
		})
	}
	if _, err := read.Find(nil); err == nil {
		t.Error("Find(nil) finds something")
	}
}

func TestFindCountsWhatItLeavesOut(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A", "a.meta.json": "{}", "b.png": "B", "c/d.css": "C"})
	in, err := read.Find([]string{root})
	if err != nil {
		t.Fatal(err)
	}
	if in.Len() != 1 || in.Ignored != 2 {
		t.Errorf("%d files and %d ignored, want 1 and 2", in.Len(), in.Ignored)
	}
}

func TestFindFollowsNoCircle(t *testing.T) {
	root := tree(t, map[string]string{"d/a.txt": "A"})
	if err := os.Symlink(root, filepath.Join(root, "d", "up")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(root, "d", "lost.txt")); err != nil {
		t.Fatal(err)
	}
	want := []string{"d/a.txt text"}
	if diff := cmp.Diff(want, listed(t, root, "", ".")); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func TestFindFS(t *testing.T) {
	fsys := fstest.MapFS{
		"articles/b.txt": {Data: []byte("B")}, "articles/a.txt": {Data: []byte("A")},
		"articles/a.meta.json": {Data: []byte(`{"source":"A Magazine","author":["X","Y"],"date":"2024-02-01"}`)},
	}
	in, err := read.FindFS(fsys, "articles")
	if err != nil {
		t.Fatal(err)
	}
	for input := range in.Pages(context.Background(), nil) {
		want := corpus.Meta{Source: "A Magazine", Author: "X, Y", Published: "2024-02-01", By: "meta.json"}
		if input.File != 1 || input.Page.URI != "a.txt" {
			t.Errorf("first is %q of file %d", input.Page.URI, input.File)
		}
		if diff := cmp.Diff(want, input.Page.Meta); diff != "" {
			t.Errorf("meta (-want +got):\n%s", diff)
		}
		break
	}
}

// What of a side file can't be used is said with the file and the key, and
// stops nothing.
func TestSideFileNotes(t *testing.T) {
	root := tree(t, map[string]string{
		"d/a.txt": "A", "d/a.meta.json": `{"Title":"T","datum":"2024-02-01","date":"3/4/24","url":"example.org","author":true,"source":null}`,
		"d/b.txt": "B", "d/b.meta.json": `{"title":"T","published":"2024-02-01"}`,
		"d/c.txt": "C", "d/c.meta.json": `{"title":"T"} {"title":"U"}`,
	})
	in, err := read.Find([]string{filepath.Join(root, "d")})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for input := range in.Pages(context.Background(), nil) {
		if input.Reject != nil {
			got[input.Reject.URI] = []string{input.Reject.Reason, input.Reject.Detail}
			continue
		}
		if input.Page.Meta.Title != "T" {
			t.Errorf("title of %s is %q", input.Page.URI, input.Page.Meta.Title)
		}
		got[input.Page.URI] = input.Notes
	}
	want := map[string][]string{
		"a.txt": {
			`a.meta.json: "author" holds no text`,
			`a.meta.json: "date" is "3/4/24", which is no date that can be read for certain; write it as 2024-02-01`,
			`a.meta.json: "datum" is no key that is read; those are source, title, author, date and url`,
			`a.meta.json: "url" is "example.org", which is no address that begins with https:// or http://`,
		},
		"b.txt": nil,
		"c.txt": {"bad-meta", "side file: more than one JSON object"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestPagesStopsWhenDone(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	in, err := read.Find([]string{root})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range in.Pages(ctx, nil) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d pages after the context was done, want 1", n)
	}
}

func TestLargePagesAreRejected(t *testing.T) {
	big := strings.Repeat("a", corpus.MaxPageBytes+1)
	line := strings.Repeat("b", 3*corpus.MaxPageBytes)
	root := tree(t, map[string]string{"a.txt": big, "b.jsonl": line + "\n{\"text\":\"A\"}"})
	want := []string{"a.txt !too-large", "b.jsonl#1 !too-large", "b.jsonl#2 text"}
	if diff := cmp.Diff(want, listed(t, root, "", ".")); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func FuzzReadLines(f *testing.F) {
	for _, seed := range []string{"", "{}", "{\"text\":\"A\",\"url\":\"u\"}\n{", "\ufeff{\"HTML\":\"<p>\",\"author\":{\"name\":[1]}}", "null\n[]\n1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		n := 0
		for input := range read.Lines(strings.NewReader(lines), "f") {
			n++
			if (input.Reject == nil) == (input.Page.URI == "") {
				t.Fatalf("input %d is both page and reject, or neither: %+v", n, input)
			}
			if input.Reject == nil && len(input.Page.Body) == 0 {
				t.Fatalf("page %q is empty", input.Page.URI)
			}
		}
		if most := strings.Count(lines, "\n") + 1; n > most {
			t.Fatalf("%d inputs in %d lines", n, most)
		}
	})
}

// FuzzContent reads bytes as each kind of file that holds several pages.
func FuzzContent(f *testing.F) {
	for _, seed := range []string{
		archive, gz(archive), "text,url\n\"a\n,b\",\n", "<urlset><url><loc>https://a.example", "<rss><channel><item><link>x",
		"https://a.example/\n#", "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, name := range []string{"f.warc", "f.csv", "f.xml", "f.urls", "f.txt.gz"} {
			in, err := read.FindFS(fstest.MapFS{name: {Data: []byte(body)}}, name)
			if err != nil {
				t.Fatal(err)
			}
			for input := range in.Pages(context.Background(), nil) {
				kinds := 0
				for _, is := range []bool{input.Reject != nil, input.Link != nil, input.Page.Format != ""} {
					if is {
						kinds++
					}
				}
				if kinds != 1 {
					t.Fatalf("%s gives an input of %d kinds: %+v", name, kinds, input)
				}
			}
		}
	})
}

func TestArchivedPageKeepsWhatCameWithIt(t *testing.T) {
	root := tree(t, map[string]string{"w.warc": archive})
	in, err := read.Find([]string{filepath.Join(root, "w.warc")})
	if err != nil {
		t.Fatal(err)
	}
	var first corpus.Page
	for input := range in.Pages(context.Background(), nil) {
		if first.URI == "" {
			first = input.Page
		}
	}
	want := corpus.Page{
		URI: "https://a.example/a", Format: corpus.HTML, ContentType: "text/html; charset=utf-8",
		FetchedAt: "2024-05-06T07:08:09Z", Body: []byte("<p>A"),
	}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
	if in.Ignored != 2 {
		t.Errorf("%d records passed by, want the 404 and the picture", in.Ignored)
	}
}

func ExampleFind() {
	_, err := read.Find([]string{"no-such-folder"})
	fmt.Println(err)
	// Output: no such file or folder: "no-such-folder": check the path
}
