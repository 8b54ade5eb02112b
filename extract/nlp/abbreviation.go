package nlp

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed abbreviations.tsv
var abbreviationTable string

//go:embed starters.txt
var starterTable string

// abbreviations gives the class of an abbreviation by its lower-case form
// without the last full stop; starters holds the words that begin a sentence.
var (
	abbreviations = readTable(abbreviationTable)
	starters      = readTable(starterTable)
)

// readTable reads lines of a key and, after a tab, a value.
func readTable(table string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "#") {
			key, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
			m[key] = value
		}
	}
	return m
}

// lookUp returns the value of a word in a table, case folded; only short
// ASCII words are in the tables.
func lookUp(table map[string]string, word string) (string, bool) {
	var buf [16]byte
	if len(word) > len(buf) {
		return "", false
	}
	n := copy(buf[:], word)
	for i, c := range buf[:n] {
		if 'A' <= c && c <= 'Z' {
			buf[i] = c + ('a' - 'A')
		}
	}
	value, ok := table[string(buf[:n])]
	return value, ok
}

// isAcronym reports whether word, written with its full stops, is one of
// single letters ("U.S.", "e.g.") or an academic degree ("Ph.D.", "B.Sc.").
func isAcronym(word string) bool {
	if len(word) > 12 || !strings.HasSuffix(word, ".") {
		return false
	}
	parts, single := 0, false
	for part := range strings.SplitSeq(word[:len(word)-1], ".") {
		n := utf8.RuneCountInString(part)
		if n == 0 || n > 3 || strings.ContainsFunc(part, notLetter) {
			return false
		}
		parts++
		single = single || n == 1
	}
	return parts >= 2 && single
}

// isInitial reports whether word is a capital and a full stop ("J.").
func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return word[n:] == "." && unicode.IsUpper(r)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
