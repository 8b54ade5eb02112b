package nlp

import (
	"slices"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// FuzzBoundary holds that passing over what ends no sentence changes no
// boundary of the annex.
func FuzzBoundary(f *testing.F) {
	for _, text := range []string{
		"", "a", ".", "A. b", "Mr. Roe, no. 5, left. He (it is said!) is back?  Good.\r\nNew line\nand one", "a.B c.d U.S. A\u0301.B “So.” 3.5. \u2028x",
		"one, two; three: four. \x80.A\xff", "é.A. …b! ?c\u00ad.D",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want, got []int
		for pieces := sentences.FromString(text); pieces.Next(); {
			want = append(want, pieces.End())
		}
		for at := 0; at < len(text); {
			at += boundary(text[at:])
			got = append(got, at)
		}
		if !slices.Equal(got, want) {
			t.Errorf("boundaries of %q: got %v, want %v", text, got, want)
		}
	})
}
