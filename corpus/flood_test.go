package corpus

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
)

// TestDuplicatesInFloods holds the search to what it looks at and reads: however
// alike documents are, that grows with their number and not with that of their
// pairs, and the copies among them are found all the same.
func TestDuplicatesInFloods(t *testing.T) {
	for _, test := range []struct {
		name     string
		text     func(i int) string
		original func(i int) int // i for no copy
		texts    int             // at most, per document
	}{
		// Any two of them share three fifths of their shingles: less than copies
		// do, and more than fingerprints can tell from copies.
		{"pages of one template", func(i int) string { return page(i, 45) }, func(i int) int { return i }, maxCandidates + 1},
		// Of these, a third: their texts need not be read.
		{"pages with much of their own", func(i int) string { return page(i, 75) }, func(i int) int { return i }, 1},
		{"copies among pages of one template", func(i int) string {
			if i%10 == 9 {
				return run("opening", i, 6) + page(i-5, 45) + run("closing", i, 4)
			}
			return page(i, 45)
		}, func(i int) int {
			if i%10 == 9 {
				return i - 5
			}
			return i
		}, maxCandidates + 1},
		{"copies of one article", func(i int) string { return run("opening", i, 6) + page(0, 45) + run("closing", i, 4) }, func(int) int { return 0 }, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			var looks, reads []int
			for n := 600; n <= 2400; n *= 2 {
				want, texts := map[string]string{}, map[string]string{}
				var prints []Fingerprint
				for i := range n {
					texts[name(i)] = test.text(i)
					prints = append(prints, NewFingerprint(&Document{ID: name(i), URI: name(i), Text: texts[name(i)]}))
					if original := test.original(i); original != i {
						want[name(i)] = name(original)
					}
				}
				asked := 0
				text := func(id string) (string, error) { asked++; return texts[id], nil }
				s, err := newCopySearch(t.Context(), prints, text)
				if err != nil {
					t.Fatal(err)
				}
				got, err := s.run(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if !maps.Equal(got, want) {
					t.Fatalf("%d documents: %d copies, want %d: %.200v", n, len(got), len(want), got)
				}
				if asked > test.texts*n {
					t.Errorf("%d documents: %d texts read, want %d a document or fewer", n, asked, test.texts)
				}
				looks, reads = append(looks, s.looks), append(reads, asked)
				if n > 600 {
					continue
				}
				rand.New(rand.NewPCG(1, 2)).Shuffle(n, func(i, j int) { prints[i], prints[j] = prints[j], prints[i] })
				shuffled, err := Duplicates(t.Context(), prints, text)
				if err != nil || !maps.Equal(shuffled, want) {
					t.Fatalf("in another order: %d copies, %v, want %d", len(shuffled), err, len(want))
				}
			}
			t.Logf("600, 1200 and 2400 documents: %v originals looked at, %v texts read", looks, reads)
			if last := looks[len(looks)-1]; last > 2400*maxLooks {
				t.Errorf("%d originals looked at, want %d a document or fewer", last, maxLooks)
			}
		})
	}
}

// TestMaybeCopied holds that fingerprints rule out no copy, not even those that
// have just enough in common, and no text that is long enough for one.
func TestMaybeCopied(t *testing.T) {
	for _, test := range []struct {
		words int // of the longer one, of which the shorter one has 168
		want  bool
	}{{170, true}, {230, true}, {410, true}, {420, false}} {
		for i := range 300 {
			text := page(i, 45)
			short := run("opening", i, 22) + text + run("closing", i, 26)
			long := text + run("other", i, test.words-120)
			a, b := NewFingerprint(&Document{Text: short}), NewFingerprint(&Document{Text: long})
			if got := copied(shingles(plainWords(short)), shingles(plainWords(long))); got != test.want {
				t.Fatalf("%d, %d words: copied = %v", i, test.words, got)
			}
			if alike, ok := maybeCopied(&a, &b); ok != test.want {
				t.Errorf("%d, %d words: maybeCopied = %v with %d minima in common, want %v", i, test.words, ok, alike, test.want)
			}
		}
	}
}

func name(i int) string { return fmt.Sprintf("d%07d", i) }

// page fills words of its own, a run of own of them, into a template of 120.
func page(i, own int) string {
	return run("template", 0, 120-own) + run("own", i, own)
}

// run returns n words that depend on kind and i.
func run(kind string, i, n int) string {
	var text []byte
	for at := range n {
		text = fmt.Appendf(text, "%s%dx%d ", kind, i, at)
	}
	return string(text)
}
