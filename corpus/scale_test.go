package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus"
)

// TestDuplicatesAtScale prints what the search for copies costs as documents
// double, up to ROLECLAIMS_DOCUMENTS, 4,000 without it (make duplicates asks
// for 100,000): time and memory grow with their number, not its square. A
// tenth of the generated documents are copies with another beginning and end,
// and each of them must be found.
func TestDuplicatesAtScale(t *testing.T) {
	most := 4_000
	if text := os.Getenv("ROLECLAIMS_DOCUMENTS"); text != "" {
		var err error
		if most, err = strconv.Atoi(text); err != nil || most < 1000 {
			t.Fatalf("ROLECLAIMS_DOCUMENTS=%q: want 1000 or more", text)
		}
	}
	vocabulary := words(5_000)
	for n := most / 4; n <= most; n *= 2 {
		// Texts are made again when they are asked for: memory is the search's.
		text := func(id string) (string, error) {
			i, err := strconv.Atoi(strings.TrimPrefix(id, "d"))
			return generated(vocabulary, i), err
		}
		begin := time.Now()
		prints := make([]corpus.Fingerprint, n)
		for i := range prints {
			id := fmt.Sprintf("d%07d", i)
			prints[i] = corpus.NewFingerprint(&corpus.Document{ID: id, URI: id, Text: generated(vocabulary, i)})
		}
		printed := time.Since(begin)
		begin = time.Now()
		asked := 0
		copies, err := corpus.Duplicates(t.Context(), prints, func(id string) (string, error) { asked++; return text(id) })
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(begin)
		want := n / 10
		for id, original := range copies {
			i, _ := strconv.Atoi(strings.TrimPrefix(id, "d"))
			if i%10 != 9 || original != fmt.Sprintf("d%07d", i-5) {
				t.Errorf("%s is no copy of %s", id, original)
			}
		}
		if len(copies) != want {
			t.Errorf("%d copies among %d documents, want %d", len(copies), n, want)
		}
		t.Logf("%7d documents: fingerprints %6.2f s, search %6.2f s (%4.1f us a document), %d texts compared, %d copies; fingerprints hold %d MB, the process took %d MB",
			n, printed.Seconds(), took.Seconds(), float64(took.Microseconds())/float64(n), asked, len(copies), n*(4*40+120+112)>>20, taken()>>20)
		runtime.KeepAlive(prints)
	}
}

// taken returns the most memory that the process has had of the system.
func taken() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Sys
}

// words returns n made-up words.
func words(n int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	list := make([]string, n)
	for i := range list {
		for range 2 + random.IntN(7) {
			list[i] += string(rune('a' + random.IntN(26)))
		}
	}
	return list
}

// generated returns the text of document i: 300 words of its own, but for each
// tenth document, which repeats the fifth one before it under another beginning
// and end.
func generated(vocabulary []string, i int) string {
	var text strings.Builder
	write := func(seed, n int) {
		random := rand.New(rand.NewPCG(uint64(seed), 7))
		for range n {
			// Squared, so that some words are frequent, as in a language.
			at := random.Float64()
			text.WriteString(vocabulary[int(at*at*float64(len(vocabulary)))] + " ")
		}
	}
	if i%10 == 9 {
		write(1_000_000_000+i, 20)
		write(i-5, 300)
		write(2_000_000_000+i, 15)
	} else {
		write(i, 300)
	}
	return text.String()
}
