package money

import (
	"strings"
	"unicode/utf8"
)

// number is a number as written: digits, of which the last fraction ones
// stand after the decimal mark.
type number struct {
	digits   string // without marks and leading zeros
	fraction int
	grouped  bool // written with separators of thousands
	end      int
}

// hundredths returns the number times 10^zeros in hundredths, -1 where it is
// too large for pay by far.
func (n number) hundredths(zeros int) int64 {
	shift := zeros + 2 - n.fraction
	digits := n.digits
	if shift < 0 {
		digits, shift = digits[:max(0, len(digits)+shift)], 0
	}
	if len(digits)+shift > 17 {
		return -1
	}
	var v int64
	for i := range len(digits) {
		v = v*10 + int64(digits[i]-'0')
	}
	for range shift {
		v *= 10
	}
	return v
}

// maxDigits is the length of a number beyond which no more groups are read: it
// is too large for pay already, and a line of numbers is no number.
const maxDigits = 18

// marks are the separators of thousands; all but comma and full stop never
// begin decimals.
var marks = []string{",", ".", "'", "’", " ", "\u00a0", "\u202f", "\u2009"}

// readNumber reads the number that begins at the start of s: 1,234.50,
// 1.234,50, 1 234, 1'234 and 12,34,567. scaled says whether a scale follows
// the number that ends at an offset, which makes "1.234" a decimal.
func readNumber(s string, scaled func(end int) bool) number {
	end := digitsEnd(s, 0)
	n := number{digits: s[:end], end: end}
	sep := ""
	for {
		mark := markAt(s[n.end:])
		from := n.end + len(mark)
		to := digitsEnd(s, from)
		size := to - from
		if mark == "" || size == 0 || len(n.digits) > maxDigits || sep != "" && mark != sep && (mark != "," && mark != ".") {
			break
		}
		decimal := sep != "" && mark != sep
		switch {
		case decimal || mark == "." && size != 3, mark == "." && sep == "" && (n.digits == "0" || scaled(to)), mark == "," && size < 3 && !indian(s, n.end):
			if mark != "." && mark != "," || mark == "," && sep == "" && size > 2 {
				return n.trimmed()
			}
			n.digits += s[from:to]
			n.fraction, n.end = size, to
			return n.trimmed()
		case size == 3 && len(n.digits) <= 3 || size == 3 && sep != "" || mark == "," && indian(s, n.end):
			n.digits += s[from:to]
			n.grouped, n.end, sep = true, to, mark
		default:
			return n.trimmed()
		}
	}
	return n.trimmed()
}

func (n number) trimmed() number {
	n.digits = strings.TrimLeft(n.digits, "0")
	return n
}

// indian reports whether what follows the digits ending at at are groups of
// two before a last group of three.
func indian(s string, at int) bool {
	groups := 0
	for at < len(s) && s[at] == ',' {
		end := digitsEnd(s, at+1)
		switch end - at - 1 {
		case 2:
			groups++
		case 3:
			return groups > 0
		default:
			return false
		}
		at = end
	}
	return false
}

func markAt(s string) string {
	for _, mark := range marks {
		if strings.HasPrefix(s, mark) {
			return mark
		}
	}
	return ""
}

func digitsEnd(s string, at int) int {
	for at < len(s) && isDigit(s[at]) {
		at++
	}
	return at
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// numerals are the words that spell numbers; those from a hundred up multiply.
var numerals = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1000_000,
}

// longestNumeral is the length of the longest of them.
const longestNumeral = len("seventeen")

// numeralLooks holds, by the length and the last letter of words that may begin
// a number in words, their first letters as bits; of either case.
var numeralLooks = func() (looks [longestNumeral + 1][32]uint32) {
	add := func(word string) { looks[len(word)][word[len(word)-1]%32] |= 1 << (word[0] % 32) }
	add("a")
	add("half")
	for word := range numerals {
		add(word)
	}
	return looks
}()

// looksNumeral reports whether a word may begin a number in words, by its looks.
func looksNumeral(word string) bool {
	size := len(word)
	return 0 < size && size <= longestNumeral && numeralLooks[size][word[size-1]%32]&(1<<(word[0]%32)) != 0
}

// numeral returns the number that a word of letters of ASCII, of either case,
// spells.
func numeral(word string) (n int64, ok bool) {
	if !looksNumeral(word) {
		return 0, false
	}
	n, ok = numerals[strings.ToLower(word)]
	return n, ok
}

// HasNumber reports whether a word has digits, or a part that spells a number:
// a text without such words holds no amount.
func HasNumber(word string) bool {
	for at, end := next(word, 0); at < len(word); at, end = next(word, end) {
		if _, spells := numeral(word[at:end]); spells || isDigit(word[at]) {
			return true
		}
	}
	return false
}

// readSpelled reads a number in words at the start of s ("a hundred and
// twenty thousand", "half a million") and returns it and where it ends, 0 for
// none. It must have two words or be more than one, so that "a" and "one" are
// left to mean what they mean.
func readSpelled(s string) (value int64, end int) {
	if rest, ok := cutFold(s, "half a million"); ok {
		return 500_000, len(s) - len(rest)
	}
	var total, part int64
	at, words := 0, 0
	for {
		start := at
		for start < len(s) && (s[start] == ' ' || s[start] == '-') {
			start++
		}
		stop := start
		for stop < len(s) && isLetter(s[stop]) {
			stop++
		}
		word := s[start:stop]
		n, ok := numeral(word)
		switch {
		case words > 0 && part >= 100 && strings.EqualFold(word, "and"), words == 0 && part == 0 && strings.EqualFold(word, "a"):
			words++
			at = stop
			continue
		case !ok || words > 10 || start == at && at > 0:
			return total + part, end
		case n >= 1000:
			total, part = total+max(part, 1)*n, 0
		case n == 100:
			part = max(part, 1) * n
		default:
			part += n
		}
		if total+part > 1e12 {
			return 0, 0
		}
		words++
		at, end = stop, stop
	}
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) || !utf8.RuneStart((s + " ")[len(prefix)]) {
		return s, false
	}
	return s[len(prefix):], true
}
