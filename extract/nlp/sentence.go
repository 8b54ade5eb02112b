package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"roleclaims/corpus"
)

// maxAside is the length in bytes up to which brackets keep a sentence
// whole, maxQuoted the one for quotes.
const (
	maxAside  = 300
	maxQuoted = 80
)

// maxWindow is how far in bytes a decision looks back, so that the work stays
// linear in the text; maxLast is how far for the last word.
const (
	maxWindow = 1000
	maxLast   = 24
)

// MaxSentence is the length in bytes beyond which a sentence is cut at a
// clause mark. Readers may look at a sentence's words from each of its words;
// that stays linear in the text because sentences are bounded. What is longer
// is no sentence but a page without full stops: the longest of 30,000 in
// articles and manuals had 980 bytes.
const MaxSentence = 2000

// Sentences cuts a block of text into sentences, without the white space
// around them. A single line end is white space: a block has one function,
// and wrapped lines are one paragraph; a blank line ends a sentence.
//
// The boundaries are those of Unicode's annex 29, but for what that cannot
// know: abbreviations, the numbers of a list in running text, asides in
// brackets, and full stops before a digit or a name like "iPhone". None is
// longer than MaxSentence.
func Sentences(text string, within corpus.Span) []corpus.Span {
	block := within.Of(text)
	c := cutter{text: text[:within.End], asides: strings.Contains(block, "(") || strings.Contains(block, `"`) || strings.Contains(block, "“")}
	c.begin(within.Start)
	missed := glued(c.text, within.Start)
	for end := within.Start; end < within.End; {
		end += boundary(c.text[end:])
		for missed < end {
			c.offer(missed)
			missed = glued(c.text, missed)
		}
		c.offer(end)
	}
	c.cut(within.End)
	return c.found
}

// boundary returns the first offset at which the annex parts a text that begins
// with a sentence. What stands before the letter before a full stop, another
// mark of the kind or a line's end changes nothing, and is passed over.
func boundary(text string) int {
	from := 0
	for from < len(text) && !mayEnd[text[from]] {
		from++
	}
	from = max(from-1, 0)
	pieces := sentences.FromString(text[from:])
	pieces.Next()
	return from + pieces.End()
}

// mayEnd tells the bytes of which one stands before each end of a sentence:
// marks, line ends, and all beyond ASCII.
var mayEnd = func() (may [256]bool) {
	for c := range may {
		may[c] = c >= utf8.RuneSelf || strings.IndexByte(".!?\n\r", byte(c)) >= 0
	}
	return may
}()

// cutter builds sentences from places where one may end.
type cutter struct {
	text  string
	start int // of the sentence being built, on no white space
	next  int // end of the white space at the last place offered
	found []corpus.Span

	asides bool // a bracket or a quote opens in the text, see isOpen
}

// offer ends the sentence at a place between two pieces, unless what stands
// there joins them.
func (c *cutter) offer(at int) {
	if at <= c.next {
		return // in white space that was decided on
	}
	before := strings.TrimRightFunc(c.text[c.start:at], isSpace)
	after := strings.TrimLeftFunc(c.text[at:], isSpace)
	c.next = len(c.text) - len(after)
	if before == "" || after == "" {
		return
	}
	gap := c.text[c.start+len(before) : c.next]
	if strings.Count(gap, "\n") >= 2 {
		c.cut(at)
		return
	}
	if n := c.listNumber(before); n >= 0 {
		c.cut(c.start + n)
		return
	}
	if !(c.asides && isOpen(before, after)) && endsSentence(before, after) {
		c.cut(at)
	}
}

// cut ends the sentence at an offset.
func (c *cutter) cut(at int) {
	end := c.start + len(strings.TrimRightFunc(c.text[c.start:at], isSpace))
	for end-c.start > MaxSentence {
		at := c.start + clauseBreak(c.text[c.start:end])
		c.keep(at)
		c.begin(at)
	}
	c.keep(end)
	c.begin(at)
}

// keep adds the sentence up to an offset, without the white space at its end.
func (c *cutter) keep(end int) {
	if s := strings.TrimRightFunc(c.text[c.start:end], isSpace); s != "" {
		c.found = append(c.found, corpus.Span{Start: c.start, End: c.start + len(s)})
	}
}

// clauseBreak returns where to cut a text that is longer than MaxSentence:
// after the last mark between clauses in reach, else the last comma, else the
// last space, else within a word.
func clauseBreak(s string) int {
	for _, marks := range []string{";:", ",", " "} {
		for n := MaxSentence - 1; n >= MaxSentence/2; n-- {
			if strings.IndexByte(marks, s[n]) >= 0 && (s[n] == ' ' || s[n+1] == ' ') {
				return n + 1
			}
		}
	}
	n := MaxSentence
	for n > MaxSentence-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// begin starts a sentence at the next character that is no white space.
func (c *cutter) begin(at int) {
	c.start = len(c.text) - len(strings.TrimLeftFunc(c.text[at:], isSpace))
	c.next = c.start
}

// listNumber returns the offset of a number of a list in running text at the
// end of a sentence that itself begins with the number before it ("1. Lead
// the team 2. Hire"), -1 for none.
func (c *cutter) listNumber(before string) int {
	first, ok := numberBefore(before)
	if !ok {
		return -1
	}
	word := lastWord(before)
	last, ok := numberBefore(word)
	if !ok || last != first+1 {
		return -1
	}
	return len(before) - len(word)
}

// numberBefore returns the number with a full stop or bracket that s begins
// with, of two digits at most.
func numberBefore(s string) (int, bool) {
	s = strings.TrimLeftFunc(s, isSpace)
	value, n := 0, 0
	for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '9' {
		value = 10*value + int(s[n]-'0')
		n++
	}
	return value, 0 < n && n < 3 && n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || s[n+1] == ' ')
}

// glued returns the first place in text after start where a sentence may end
// though the annex does not part it from the next, or the text's end: a full stop
// before a digit ("a year. 20 people"), before a name like "iOS", after a
// footnote's number ("team.[1] The"), or without a space ("team.The").
func glued(text string, start int) int {
	for i := start; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		rest := strings.TrimLeft(text[i+1:], ")]\"'”’")
		if note := footnote(rest); note > 0 {
			rest = rest[note:]
		}
		next := strings.TrimLeftFunc(rest, isSpace)
		at := len(text) - len(rest)
		switch word := firstWord(next); {
		case next == "" || word == "":
		case len(next) == len(rest):
			_, ok := lookUp(starters, word)
			if ok && len(word) > 1 && isCapital(word) && i-start > 2 && isLower(text[i-2:i]) && strings.HasPrefix(next[len(word):], " ") {
				return at
			}
		case unicode.IsDigit(rune(word[0])) || isCapital(word) || isLower(word[:1]) && strings.ContainsFunc(word, unicode.IsUpper):
			return at
		}
	}
	return len(text)
}

// footnote returns the length of a footnote's number that s begins with.
func footnote(s string) int {
	n := strings.IndexByte(s[:min(len(s), 5)], ']')
	if n < 2 || s[0] != '[' || strings.Trim(s[1:n], "0123456789") != "" {
		return 0
	}
	return n + 1
}

// isOpen reports whether a bracket or a short quote that is open at the end of
// before is closed soon after, so that no sentence ends between. One that
// opens the sentence may hold sentences.
func isOpen(before, after string) bool {
	tail := before[max(0, len(before)-maxAside):]
	if n := strings.LastIndexByte(tail, '('); n >= 0 && n+len(before)-len(tail) > 0 && !strings.Contains(tail[n:], ")") {
		if closed(after, ")", "(", maxAside) {
			return true
		}
	}
	if n := strings.LastIndex(tail, "“"); n >= 0 && n+len(before)-len(tail) > 0 && !strings.Contains(tail[n:], "”") {
		return closed(after, "”", "“", maxQuoted)
	}
	if len(before) < maxWindow && strings.Count(before, `"`)%2 == 1 && before[0] != '"' {
		return closed(after, `"`, "“", maxQuoted)
	}
	return false
}

// closed reports whether end stands in the first limit bytes of s, with no
// other opening before it.
func closed(s, end, opening string, limit int) bool {
	s = s[:min(len(s), limit)]
	n := strings.Index(s, end)
	return n >= 0 && !strings.Contains(s[:n], opening)
}

// endsSentence decides by the last word before a place and the first after it
// whether a sentence ends there.
func endsSentence(before, after string) bool {
	stop := strings.TrimRight(before, ")]\"'”’")
	tail := stop[max(0, len(stop)-4):]
	if note := strings.LastIndexByte(tail, '['); note >= 0 && footnote(before[len(stop)-len(tail)+note:]) > 0 {
		stop = stop[:len(stop)-len(tail)+note]
	}
	word := lastWord(stop)
	last, _ := utf8.DecodeLastRuneInString(stop)
	next := firstWord(strings.TrimLeft(after, "(["+"\"'“‘"))
	lower := isLower(next) && !strings.ContainsFunc(next, unicode.IsUpper)
	switch {
	case !strings.ContainsRune(".!?…。！？", last):
		return false // a wrapped line
	case last != '.':
		return !lower
	}
	if _, ok := numberBefore(word); ok && len(word) == len(strings.TrimSpace(before)) {
		return false // the number of a list item
	}
	return !lower && stopEnds(word, next)
}

// stopEnds decides for a full stop after word whether a sentence ends there,
// next not being a word in lower case.
func stopEnds(word, next string) bool {
	_, starter := lookUp(starters, next)
	starter = starter && isCapital(next)
	number := next != "" && unicode.IsDigit(rune(next[0]))
	class, ok := lookUp(abbreviations, strings.TrimSuffix(word, "."))
	switch {
	case !ok && (isInitial(word) && word != "I."):
		return starter
	case !ok && isAcronym(word), class == "end":
		return !number
	case !ok:
		return true
	case class == "before":
		return false
	case class == "number":
		return !number
	}
	return starter
}

// lastWord returns the end of s after white space, a slash, or a bracket or
// quote that opens.
func lastWord(s string) string {
	tail := s[max(0, len(s)-maxLast):]
	return tail[strings.LastIndexAny(tail, " \t\n\u00a0([{\"“‘'/")+1:]
}

// firstWord returns the letters and digits that s begins with.
func firstWord(s string) string {
	if n := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) }); n >= 0 {
		return s[:n]
	}
	return s
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func isLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}
