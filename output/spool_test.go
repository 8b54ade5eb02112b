package output

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/bsm/extsort"
)

// Random rows come back in the order of a stable sort, in whatever order they
// came and however little of them is held in memory.
func TestSpoolSorts(t *testing.T) {
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			rows := make([]RejectRow, 2000+r.IntN(4000))
			for i := range rows {
				rows[i] = randomReject(r)
			}
			want := slices.Clone(rows)
			slices.SortStableFunc(want, byRejectOrder)

			dir, bound := t.TempDir(), (64+r.IntN(200))<<10
			s := newSpool(t.Context(), dir, rejects)
			s.sorter = extsort.New(&extsort.Options{WorkDir: dir, BufferSize: bound})
			defer s.remove()
			for i := range rows {
				must(t, s.add(&rows[i]))
			}
			if runs := s.sorter.Size() / int64(bound); runs < 4 {
				t.Fatalf("%d rows are %d runs of %d bytes: the test shows nothing", len(rows), runs, bound)
			}
			compare(t, "rows", want, collect(t, s.rows()))
			compare(t, "rows read again", want, collect(t, s.rows()))
			none(t, dir)
		})
	}
}

// randomReject draws from so few words that many rows are alike in all or in
// all that they sort by.
func randomReject(r *rand.Rand) RejectRow {
	word := func() string { return []string{"", "a", "a\x00", "a\x00b", "ab", "é", "\x00"}[r.IntN(7)] }
	row := RejectRow{URI: word() + word(), Stage: word(), Reason: word(), Detail: strings.Repeat(word(), r.IntN(2)*r.IntN(600))}
	if r.IntN(2) == 0 {
		start, end, quote := int64(r.IntN(3)-1), int64(0), word()
		row.Start, row.End, row.Quote = &start, &end, &quote
	}
	return row
}

// byRejectOrder compares as the schema says, by no code of spool; rows alike
// in it by their bytes.
func byRejectOrder(a, b RejectRow) int {
	starts := 0
	switch {
	case a.Start != nil && b.Start != nil:
		starts = cmp.Compare(*a.Start, *b.Start)
	case a.Start != nil:
		starts = -1
	case b.Start != nil:
		starts = 1
	}
	bytesOf := func(row RejectRow) []byte { return appendRow(nil, reflect.ValueOf(row)) }
	return cmp.Or(strings.Compare(a.URI, b.URI), strings.Compare(a.Stage, b.Stage), starts, strings.Compare(a.Reason, b.Reason),
		bytes.Compare(bytesOf(a), bytesOf(b)))
}

// none wants no file in a folder: a spool's have no name, so that nothing of
// them outlives the process.
func none(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	if len(entries) > 0 {
		t.Errorf("%d files in the folder of a spool, the first %s", len(entries), entries[0].Name())
	}
}

func TestSpoolFinds(t *testing.T) {
	dir := t.TempDir()
	s := newSpool(t.Context(), dir, texts)
	r := rand.New(rand.NewPCG(1, 2))
	want := map[string]string{} // the least text of an id
	for i := range 3000 {
		row := textRow{fmt.Sprintf("%04x", r.IntN(1<<12)), fmt.Sprint(i, strings.Repeat(" word", r.IntN(200)))}
		if i%500 == 0 {
			row.Text += strings.Repeat("x", 5*catalogBlock)
		}
		must(t, s.add(&row))
		// What is shorter sorts first: rows begin with the length of their text.
		if had, twice := want[row.DocID]; !twice || byRow(row.Text, had) < 0 {
			want[row.DocID] = row.Text
		}
	}
	for i := range 1 << 12 {
		id := fmt.Sprintf("%04x", i)
		row, err := s.find(id)
		text, there := want[id]
		if (err == nil) != there || row.Text != text {
			t.Fatalf("find(%s) = %.40q, %v, want %.40q, %v", id, row.Text, err, text, there)
		}
	}
	for _, id := range []string{"", "0", "zzzz", "0000\x00"} {
		if row, err := s.find(id); err == nil {
			t.Errorf("find(%q) = %v, want an error", id, row)
		}
	}
	if err := s.add(&textRow{"new", ""}); err == nil {
		t.Error("a row that comes after find: no error")
	}
	compare(t, "rows after find", 3000, len(collect(t, s.rows())))
	none(t, dir)
	must(t, s.remove())
	must(t, s.remove())
}

func byRow(a, b string) int {
	return bytes.Compare(appendRow(nil, reflect.ValueOf(textRow{Text: a})), appendRow(nil, reflect.ValueOf(textRow{Text: b})))
}

// What a draft holds on disk while it is made has no name there.
func TestDraftLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	d, err := Create(t.Context(), dir, false)
	must(t, err)
	text := strings.Repeat("They set the vision. ", 2000)
	for i := range 300 { // 12 MB of text
		a := newArticle(t, fmt.Sprintf("s.example/%d", i), "", fmt.Sprint(i, text))
		a.duty(cto, "set the vision", "strategy")
		must(t, d.Add(a.doc, &a.claims, a.slots()))
	}
	none(t, d.partial)
	if _, err := d.Text("s.example/77"); err != nil {
		t.Error(err)
	}
	none(t, d.partial)
	must(t, d.Abort())
	none(t, filepath.Dir(dir))
}
