package nlp

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
)

// maxWord is the length in bytes at which a word is cut; what is longer is no
// word of a language.
const maxWord = 200

// bytesPerToken is a little less than English has, so that most sentences are
// cut without growing the list.
const bytesPerToken = 5

// zeroWidthSpace parts words in text from the web but is no white space to
// the unicode package.
const zeroWidthSpace = '\u200b'

// Tokenize appends the tokens of text within a span to dst. Clitics ("n't",
// "'s"), punctuation, brackets, quotes, dashes and slashes between words are
// tokens of their own; hyphenated words, abbreviations, numbers, amounts
// ("$150k") and addresses are one. Every byte but white space is in a token.
func Tokenize(dst []Token, text string, within corpus.Span) []Token {
	dst = slices.Grow(dst, (within.End-within.Start)/bytesPerToken+1)
	for at := within.Start; at < within.End; {
		if text[at] == ' ' {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:within.End])
		if isSpace(r) {
			at += n
			continue
		}
		end := chunkEnd(text[:within.End], at)
		for pos := at; pos < end; {
			next := tokenEnd(text[:within.End], pos, end)
			dst = append(dst, Token{Span: corpus.Span{Start: pos, End: next}, Text: text[pos:next], Word: WordOf(text[pos:next])})
			pos = next
		}
		at = end
	}
	return dst
}

// chunkEnd returns the offset of the white space that ends the run of other
// characters at start.
func chunkEnd(text string, start int) int {
	for start < len(text) && text[start] > ' ' && text[start] < utf8.RuneSelf {
		start++
	}
	if start < len(text) && text[start] == ' ' {
		return start
	}
	if n := strings.IndexFunc(text[start:], isSpace); n >= 0 {
		return start + n
	}
	return len(text)
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == zeroWidthSpace }

// tokenEnd returns the end of the token at pos in the chunk that ends at end.
func tokenEnd(text string, pos, end int) int {
	r, n := utf8.DecodeRuneInString(text[pos:end])
	switch {
	case isApostrophe(r):
		if c := clitic(text[pos:end]); c > 0 {
			return pos + c
		}
		return pos + n
	case isRepeated(r) && !startsWord(text[pos:end]):
		return runEnd(text[:end], pos, text[pos])
	case isWordRune(r) || startsWord(text[pos:end]):
		if len(text)-pos > 4 && isAddress(text[pos:end]) {
			return addressEnd(text[:end], pos)
		}
		return wordEnd(text, pos, end)
	}
	return pos + n
}

// isRepeated reports the marks of which several are one token.
func isRepeated(r rune) bool {
	switch r {
	case '.', '-', '!', '?', '=', '_', '*', '#', '~':
		return true
	}
	return false
}

// startsWord reports whether a word begins s: a letter or digit, or a sign
// before one ("$5", "#1", ".5", "-based", "@name").
func startsWord(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if isWordRune(r) {
		return true
	}
	next := firstRune(s[n:])
	switch r {
	case '$', '£', '€', '¥', '₹', '.':
		return unicode.IsDigit(next)
	case '#', '@', '-', '_':
		return isWordRune(next)
	}
	return false
}

// firstRune returns the first rune of s, 0 for none.
func firstRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isWordRune reports whether r can stand anywhere in a word. Broken UTF-8
// goes with the word it is in.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == utf8.RuneError
}

// isWordByte tells the letters and digits of ASCII.
var isWordByte = func() (is [256]bool) {
	for r := range rune(utf8.RuneSelf) {
		is[r] = unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return is
}()

// runEnd returns the end of the run of the byte c at pos ("...", "!!").
func runEnd(text string, pos int, c byte) int {
	end := pos
	for end < len(text) && text[end] == c && end-pos < maxWord {
		end++
	}
	return end
}

// isAddress reports whether s begins like a URL.
func isAddress(s string) bool {
	switch s[0] {
	case 'h', 'H':
		return hasPrefixFold(s, "http://") || hasPrefixFold(s, "https://")
	case 'w', 'W':
		return hasPrefixFold(s, "www.")
	}
	return false
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// addressEnd returns the end of the URL at pos: all of the chunk but brackets,
// quotes and punctuation at its end.
func addressEnd(text string, pos int) int {
	s := capped(text[pos:])
	if n := strings.IndexAny(s, "<>\"“”()[]"); n > 0 {
		s = s[:n]
	}
	s = strings.TrimRight(s, ".,;:!?'’")
	return pos + len(s)
}

// capped cuts s to maxWord bytes, on the start of a rune.
func capped(s string) string {
	if len(s) <= maxWord {
		return s
	}
	n := maxWord
	for n > maxWord-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
