package contradict

import (
	"fmt"
	"strings"
	"unicode"

	"roleclaims/extract/lexicon"
)

// cueKind says what a cue does to the claims of its sentence.
type cueKind string

const (
	contrast   cueKind = "contrast"   // sets roles apart; in the next sentence's opening too
	own        cueKind = "own"        // words of ownership, before the claim
	breadth    cueKind = "breadth"    // between the two: one of many things, and so no mark of ownership
	may        cueKind = "may"        // only what may happen, before the claim
	permission cueKind = "permission" // the role is let do it
	ban        cueKind = "ban"        // "may not": what may not happen or, against a permission, what is forbidden
	assist     cueKind = "assist"     // right before the claim
	shared     cueKind = "shared"     // several roles do it
	small      cueKind = "small"      // company size
	large      cueKind = "large"      // company size
	condition  cueKind = "condition"  // not general
	past       cueKind = "past"       // not now
	concession cueKind = "concession" // opens a clause that limits nothing beside it
	rejected   cueKind = "rejected"   // a view that the article denies
)

// cue is one found in a text: its words stand at [start, end).
type cue struct {
	kind       cueKind
	start, end int
}

// cues finds phrases of a table in a text.
type cues struct {
	kinds   map[string]cueKind
	starts  map[string]bool // first words of the phrases
	longest int
}

func newCues(lex *lexicon.Lexicon) (cues, error) {
	c := cues{kinds: map[string]cueKind{}, starts: map[string]bool{}}
	for phrase, kind := range lex.Map("contradict-cues") {
		switch k := cueKind(kind); k {
		case contrast, own, breadth, may, ban, permission, assist, shared, small, large, condition, past, concession, rejected:
			c.kinds[phrase] = k
		default:
			return c, fmt.Errorf("contradict-cues: %s: no kind %q", phrase, kind)
		}
		c.starts[firstWord(phrase)] = true
		c.longest = max(c.longest, 1+strings.Count(phrase, " "))
	}
	return c, nil
}

// find returns the cues of a text in order, the longest at each word.
func (c cues) find(text string) []cue {
	fields := split(text)
	var found []cue
	var joined []byte
	for i := 0; i < len(fields); i++ {
		if !c.starts[fields[i].text] {
			continue
		}
		best, kind := -1, cueKind("")
		joined = joined[:0]
		for k := i; k < len(fields) && k < i+c.longest; k++ {
			joined = appendWord(joined, fields[k].text)
			if found, ok := c.kinds[string(joined)]; ok {
				best, kind = k, found
			}
		}
		if best >= 0 {
			found = append(found, cue{kind, fields[i].start, fields[best].end})
			i = best
		}
	}
	return found
}

// appendWord adds a word to a phrase, after a space if it is not the first.
func appendWord(phrase []byte, word string) []byte {
	if len(phrase) > 0 {
		phrase = append(phrase, ' ')
	}
	return append(phrase, word...)
}

func firstWord(phrase string) string {
	first, _, _ := strings.Cut(phrase, " ")
	return first
}

// field is a lower-case word with its place.
type field struct {
	text       string
	start, end int
}

// split cuts a text into words; hyphens and apostrophes belong to them.
func split(text string) []field {
	var out []field
	start := -1
	for i, c := range text {
		inside := unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' && start >= 0
		if c == '\'' || c == '’' {
			inside = start >= 0
		}
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, field{lower(text[start:i]), start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, field{lower(text[start:]), start, len(text)})
	}
	return out
}

func lower(s string) string {
	return strings.TrimRight(strings.ReplaceAll(strings.ToLower(s), "’", "'"), "'-")
}
