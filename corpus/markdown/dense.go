package markdown

import (
	"errors"
	"strings"
)

// ErrTooDense says that one paragraph has more marks of links and emphasis
// than any that people write; the time to parse it grows with their square.
var ErrTooDense = errors.New("too many marks in one paragraph")

// maxMarks is the number of marks that a paragraph may have. Tables and lists
// count as one paragraph, and those of a large site have some thousands.
const maxMarks = 10_000

// dense reports whether a paragraph, a run of lines without an empty one, has
// more than maxMarks openings of links, signs of emphasis and signs of quotes.
func dense(text string) bool {
	marks := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			marks = 0
			continue
		}
		quotes := line[:len(line)-len(strings.TrimLeft(line, "> \t"))]
		marks += strings.Count(line, "](") + strings.Count(quotes, ">")
		for _, sign := range []string{"*", "_", "~"} {
			marks += strings.Count(line, sign)
		}
		if marks > maxMarks {
			return true
		}
	}
	return false
}
