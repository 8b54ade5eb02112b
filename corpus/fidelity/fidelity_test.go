package fidelity_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/fidelity"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestSites scores our own pages, in the manner of the builders and systems that
// sites are made with, and compares with testdata/sites/scores.txt. Nothing was
// tuned on those in test.
func TestSites(t *testing.T) {
	const golden = "testdata/sites/scores.txt"
	var got strings.Builder
	for _, part := range []string{"dev", "test"} {
		var totals fidelity.Totals
		err := fidelity.Folder(os.DirFS("testdata/sites/"+part), func(_, _ int, page fidelity.Page) error {
			totals.Add(page)
			fmt.Fprintf(&got, "%s/%s F1 %.3f%s\n", part, page.ID, page.Overlap.F1(), page.Reject)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%s: F1 %.3f, precision %.3f, recall %.3f", part, totals.F1(), totals.Precision, totals.Recall)
		if totals.F1() < 0.96 {
			t.Errorf("%s: F1 %.3f is under 0.96", part, totals.F1())
		}
		for _, kind := range fidelity.Kinds {
			share, ok := totals.Survival[kind].TextShare()
			same, _ := totals.Survival[kind].KindShare()
			fmt.Fprintf(&got, ", %ss %.3f (as such %.3f)", kind, share, same)
			if ok && share < 0.95 {
				t.Errorf("%s: %.3f of the %ss survive, under 0.95", part, share, kind)
			}
		}
		got.WriteString("\n\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("scores (-want +got):\n%s", diff)
	}
}

func TestOverlap(t *testing.T) {
	for _, test := range []struct {
		name, want, got string
		overlap         fidelity.Overlap
	}{
		{"the same", "a b c d e", "a b c d e", fidelity.Overlap{Common: 2}},
		{"punctuation and space are nothing", "a, b\tc. d", "a b c d", fidelity.Overlap{Common: 1}},
		{"case is something", "a b c d", "A b c d", fidelity.Overlap{Missing: 1, Extra: 1}},
		{"a word more", "a b c d", "a b c d e", fidelity.Overlap{Common: 1, Extra: 1}},
		{"fewer than four words make one shingle", "a b", "a b", fidelity.Overlap{Common: 1}},
		{"a repeated shingle counts as often", "a a a a a a", "a a a a a", fidelity.Overlap{Common: 2, Missing: 1}},
		{"nothing found", "a b c d", "", fidelity.Overlap{Missing: 1}},
		{"nothing to find", "", "a b c d", fidelity.Overlap{Extra: 1}},
		{"neither", "", " . ", fidelity.Overlap{}},
		{"an underscore joins, a hyphen parts", "a_b c-d", "a_b c d", fidelity.Overlap{Common: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.overlap, fidelity.NewOverlap(test.want, test.got)); diff != "" {
				t.Errorf("overlap (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTotals wants means over pages, whatever their length, and F1 of the means.
func TestTotals(t *testing.T) {
	var totals fidelity.Totals
	totals.Add(fidelity.Page{Overlap: fidelity.Overlap{Common: 100}})
	totals.Add(fidelity.Page{Overlap: fidelity.Overlap{Common: 1, Extra: 1, Missing: 3}})
	totals.Add(fidelity.Page{Overlap: fidelity.Overlap{Missing: 5}, Reject: "no article text found"})
	got := fmt.Sprintf("%d %d %.4f %.4f %.4f", totals.Pages, totals.Rejects, totals.Precision, totals.Recall, totals.F1())
	if want := "3 1 0.7500 0.4167 0.5357"; got != want {
		t.Errorf("totals %s, want %s", got, want)
	}
}

func TestSurvival(t *testing.T) {
	page := `<html><body><article><h1>Cook or waiter</h1>
<p>A cook cooks all day in the kitchen of the house, and nobody sees the cook before the evening is over and the last plate is clean again.</p>
<h2>Duties</h2><ul><li>Peels onions<ul><li>red ones</li></ul></li></ul>
<table><tr><th>Job</th><th>Pay</th></tr><tr><td>Cook</td><td>$19</td></tr></table>
<p>A waiter carries what the cook has cooked, smiles, and writes the bill, and both of them go home at midnight with the last tram.</p></article>
<nav><ul><li>Kitchen</li></ul></nav></body></html>`
	truth := `{"a": {"articleBody": "A cook cooks all day in the kitchen of the house, and nobody sees the cook before the evening is over and the last plate is clean again. Duties Peels onions red ones Job Pay Cook $19 Lost. Kitchen"}}`
	fsys := fstest.MapFS{"html/a.html": {Data: []byte(page)}, "ground-truth.json": {Data: []byte(truth)}}
	err := fidelity.Folder(fsys, func(_, _ int, got fidelity.Page) error {
		want := map[corpus.BlockKind]fidelity.Survival{
			corpus.Heading:   {Elements: 1, Text: 1, Kind: 1},
			corpus.Paragraph: {Elements: 1, Text: 1, Kind: 1}, // the other is not in the truth
			corpus.Item:      {Elements: 3, Text: 2, Kind: 2}, // that of the menu is in the truth, and is lost
			corpus.Cell:      {Elements: 4, Text: 4, Kind: 4},
		}
		if diff := cmp.Diff(want, got.Survival); diff != "" {
			t.Errorf("survival (-want +got):\n%s", diff)
		}
		if strings.Contains(got.Text, "Cook or waiter") {
			t.Errorf("the headline is in the body: %q", got.Text)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFolderSaysWhatToDo(t *testing.T) {
	for _, test := range []struct {
		name string
		fsys fstest.MapFS
		want string
	}{
		{"no answers", fstest.MapFS{}, "no ground-truth.json"},
		{"broken answers", fstest.MapFS{"ground-truth.json": {Data: []byte("[")}}, "articleBody"},
		{"no pages", fstest.MapFS{"ground-truth.json": {Data: []byte("{}")}}, "names no page"},
		{"a page that is not there", fstest.MapFS{"ground-truth.json": {Data: []byte(`{"a":{}}`)}}, "page a: neither"},
		{"an id that leads elsewhere", fstest.MapFS{"ground-truth.json": {Data: []byte(`{"../a":{}}`)}}, "no file name"},
		{"a page that is not gzipped", fstest.MapFS{"ground-truth.json": {Data: []byte(`{"a":{}}`)}, "html/a.html.gz": {Data: []byte("<p>")}}, "page a: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := fidelity.Folder(test.fsys, func(int, int, fidelity.Page) error { return nil })
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q in it", err, test.want)
			}
		})
	}
}
