package output

import (
	"fmt"

	"roleclaims/corpus"
)

// stride is the distance in bytes between two known counts.
const stride = 256

// points turns byte offsets into one text to offsets in Unicode code points.
// The text is walked once, however many spans are turned.
type points struct {
	text   string
	counts []int32 // code points that start before byte i*stride; nil if each is one byte
}

func newPoints(text string) points {
	p := points{text: text}
	counts := make([]int32, 0, len(text)/stride+1)
	n := 0
	for from := 0; from <= len(text); from += stride {
		counts = append(counts, int32(n))
		n += runeStarts(text[from:min(from+stride, len(text))])
	}
	if n < len(text) {
		p.counts = counts
	}
	return p
}

// of returns the span in code points. A span outside the text is an error.
func (p points) of(s corpus.Span) (start, end int64, err error) {
	if s.Start < 0 || s.End < s.Start || s.End > len(p.text) {
		return 0, 0, fmt.Errorf("span %d:%d lies outside a text of %d bytes", s.Start, s.End, len(p.text))
	}
	return p.at(s.Start), p.at(s.End), nil
}

func (p points) at(offset int) int64 {
	if p.counts == nil {
		return int64(offset)
	}
	i := offset / stride
	return int64(p.counts[i]) + int64(runeStarts(p.text[i*stride:offset]))
}

// runeStarts counts the bytes that are no continuation of a rune.
func runeStarts(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
