package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slashed are the words written with a slash that are one word; others are
// cut at it ("CTO/VP").
var slashed = map[string]string{
	"and/or": "", "he/she": "", "she/he": "", "his/her": "", "her/his": "", "him/her": "", "he/they": "",
	"ci/cd": "", "tcp/ip": "", "ui/ux": "", "ux/ui": "", "ar/vr": "", "ai/ml": "", "ml/ai": "",
}

// wordEnd returns the end of the word at pos. A chunk of text without white
// space ends at end; text itself goes on, since "No." is a word before a
// number only.
func wordEnd(text string, pos, end int) int {
	i := pos
	if isWordByte[text[pos]] {
		i++
	} else {
		_, n := utf8.DecodeRuneInString(text[pos:end])
		i += n
	}
	for fast := min(end, pos+maxWord); i < end; {
		if i < fast && isWordByte[text[i]] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:end])
		if i+n-pos > maxWord || !isWordRune(r) && !joins(text, pos, i, end, r, n) {
			break
		}
		i += n
	}
	if cut := negation(text[pos:i]); cut > 0 {
		return pos + cut
	}
	return i
}

// joins reports whether the sign r of n bytes at i belongs to the word that
// begins at pos.
func joins(text string, pos, i, end int, r rune, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[pos:i])
	after := firstRune(text[i+n : end])
	switch r {
	case '%', '+', '#', '_', '°', '@':
		return true
	case '\u00ad': // soft hyphen
		return true
	case '-':
		return after != '-' && before != '-'
	case '&':
		return isWordRune(before) && isWordRune(after)
	case ',', ':':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '$', '£', '€', '¥', '₹':
		return unicode.IsDigit(after)
	case '–', '—', '‑', '−':
		return r == '‑' || isAmountEnd(before) && isAmountStart(after)
	case '/':
		return joinsSlash(text[pos:i], text[i+n:end])
	case '.':
		return isWordRune(after) || keepsStop(text[pos:i+n], text[i+n:])
	}
	if isApostrophe(r) && r != '‘' {
		return clitic(text[i:end]) == 0 && isWordRune(before) && isWordRune(after)
	}
	return false
}

func isAmountEnd(r rune) bool {
	return unicode.IsDigit(r) || r == '%' || r == 'k' || r == 'K' || r == 'm' || r == 'M'
}

func isAmountStart(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("$£€¥₹", r) }

// keepsStop reports whether the full stop at the end of word is its own, with
// rest what follows it in the text.
func keepsStop(word, rest string) bool {
	if class, ok := lookUp(abbreviations, word[:len(word)-1]); ok {
		return class != "number" || startsNumber(rest)
	}
	return isAcronym(word) || isInitial(word) && word != "I."
}

// startsNumber reports whether the first character of s other than white
// space is a digit.
func startsNumber(s string) bool {
	return unicode.IsDigit(firstRune(strings.TrimLeftFunc(s, isSpace)))
}

// joinsSlash reports whether a slash joins left and right to one word: with a
// digit on a side ("24/7", "$50/hour"), a single letter ("I/O", "n/a"), an
// address ("example.com/jobs") or a pair of the list.
func joinsSlash(left, right string) bool {
	if n := strings.IndexFunc(right, func(r rune) bool { return !isWordRune(r) }); n >= 0 {
		right = right[:n]
	}
	if left == "" || right == "" {
		return strings.EqualFold(left, "w")
	}
	first := firstRune(right)
	last, _ := utf8.DecodeLastRuneInString(left)
	if unicode.IsDigit(first) || unicode.IsDigit(last) || strings.Contains(left, ".") {
		return true
	}
	if utf8.RuneCountInString(left) == 1 || utf8.RuneCountInString(right) == 1 {
		return true
	}
	_, ok := lookUp(slashed, left+"/"+right)
	return ok
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// clitic returns the length of the clitic that s begins with, its apostrophe
// included ("'s", "’ll"), 0 for none.
func clitic(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !isApostrophe(r) || r == '‘' {
		return 0
	}
	for _, ending := range []string{"s", "m", "d", "re", "ve", "ll"} {
		if hasPrefixFold(s[n:], ending) {
			if !isWordRune(firstRune(s[n+len(ending):])) {
				return n + len(ending)
			}
		}
	}
	return 0
}

// negation returns the offset of "n't" at the end of a longer word, 0 for
// none.
func negation(word string) int {
	if !strings.HasSuffix(word, "t") && !strings.HasSuffix(word, "T") {
		return 0
	}
	stem := word[:len(word)-1]
	r, n := utf8.DecodeLastRuneInString(stem)
	if !isApostrophe(r) {
		return 0
	}
	stem = stem[:len(stem)-n]
	if len(stem) < 2 || stem[len(stem)-1] != 'n' && stem[len(stem)-1] != 'N' {
		return 0
	}
	return len(stem) - 1
}
