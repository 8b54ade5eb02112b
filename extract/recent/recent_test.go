package recent_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"roleclaims/extract/recent"
)

// TestOf asks for more words than are remembered, from several sides at once:
// each must get its own value, and one that was forgotten is made again.
func TestOf(t *testing.T) {
	const words = 100_000
	var table recent.Words[string]
	fill := func(value *string, word string) { *value = "<" + word + ">" }
	var all sync.WaitGroup
	for side := range 4 {
		all.Go(func() {
			for i := range 2 * words {
				word := fmt.Sprint("word", (i*7+side)%words)
				if got := *table.Of(word, fill); got != "<"+word+">" {
					t.Errorf("%s is remembered as %s", word, got)
					return
				}
			}
		})
	}
	all.Wait()
}

func TestRemembers(t *testing.T) {
	var table recent.Words[int]
	made := 0
	fill := func(value *int, word string) { made++; *value = len(word) }
	long := strings.Repeat("long", 20)
	for _, word := range []string{"cook", "cook", "", "", long, long} {
		if got := *table.Of(word, fill); got != len(word) {
			t.Errorf("%q is remembered as %d", word, got)
		}
	}
	if made != 4 { // what is too long for a word is made each time
		t.Errorf("made %d values, want 4", made)
	}
}
