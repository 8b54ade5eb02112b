package corpus_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
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

// read resolves arguments below root and lists what comes: "uri format" of a
// page, "uri !reason" of a reject.
func read(t *testing.T, root, stdin string, args ...string) []string {
	t.Helper()
	for i, arg := range args {
		if arg != "-" {
			args[i] = filepath.Join(root, filepath.FromSlash(arg))
		}
	}
	in, err := corpus.Find(args)
	if err != nil {
		t.Fatalf("Find(%q): %v", args, err)
	}
	return list(in, stdin)
}

func list(in *corpus.Inputs, stdin string) []string {
	var got []string
	for input := range in.Pages(context.Background(), strings.NewReader(stdin)) {
		if input.Reject != nil {
			got = append(got, input.Reject.URI+" !"+input.Reject.Reason)
			continue
		}
		got = append(got, input.Page.URI+" "+string(input.Page.Format))
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
		{"standard input with text", nil, []string{"-"}, " A", []string{"stdin text"}},
		{"standard input with a page", nil, []string{"-"}, "\ufeff\n<p>A", []string{"stdin html"}},
		{"standard input with lines", nil, []string{"-"}, "\n{\"text\":\"A\"}", []string{"stdin#2 text"}},
		{"standard input without anything", nil, []string{"-"}, "", []string{"stdin text"}},
		{"a name with a line end", map[string]string{"d/a\nb.txt": "A"}, []string{"d"}, "", []string{"a\nb.txt text"}},
		{"a name that is no UTF-8", map[string]string{"d/a\xff.txt": "A"}, []string{"d"}, "", []string{"a\ufffd.txt text"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := tree(t, test.files)
			if diff := cmp.Diff(test.want, read(t, root, test.stdin, slices.Clone(test.args)...)); diff != "" {
				t.Errorf("pages (-want +got):\n%s", diff)
			}
		})
	}
}

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
		{"a folder of pictures", "d", "the endings read are .txt"},
		{"an empty folder", "e", "is empty"},
		{"JSON that is no JSON Lines", "f.json", ".jsonl"},
		{"a side file", "g.meta.json", "side file"},
		{"no ending", "h", "no ending"},
		{"a pattern that matches nothing readable", "d/*", "matches no file that can be read"},
		{"a name over two lines", "no\nsuch.txt", "no such file or folder"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := corpus.Find([]string{filepath.Join(root, test.arg)})
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("Find(%q) = %v, want one line with %q", test.arg, err, test.want)
			}
		})
	}
	if _, err := corpus.Find(nil); err == nil {
		t.Error("Find(nil) finds something")
	}
}

func TestFindCountsWhatItLeavesOut(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A", "a.meta.json": "{}", "b.png": "B", "c/d.css": "C"})
	in, err := corpus.Find([]string{root})
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
	if diff := cmp.Diff(want, read(t, root, "", ".")); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func TestFindFS(t *testing.T) {
	fsys := fstest.MapFS{
		"articles/b.txt": {Data: []byte("B")}, "articles/a.txt": {Data: []byte("A")},
		"articles/a.meta.json": {Data: []byte(`{"source":"A Magazine","author":["X","Y"],"date":"2024-02-01"}`)},
	}
	in, err := corpus.FindFS(fsys, "articles")
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

func TestPagesStopsWhenDone(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	in, err := corpus.Find([]string{root})
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
	if diff := cmp.Diff(want, read(t, root, "", ".")); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func FuzzReadLines(f *testing.F) {
	for _, seed := range []string{"", "{}", "{\"text\":\"A\",\"url\":\"u\"}\n{", "\ufeff{\"HTML\":\"<p>\",\"author\":{\"name\":[1]}}", "null\n[]\n1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		n := 0
		for input := range corpus.ReadLines(strings.NewReader(lines), "f") {
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

func ExampleFind() {
	_, err := corpus.Find([]string{"no-such-folder"})
	fmt.Println(err)
	// Output: no such file or folder: "no-such-folder": check the path
}
