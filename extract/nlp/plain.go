package nlp

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// plainMarks are the marks that the model knows by another name.
var plainMarks = map[string]string{
	"“": "``", "„": "``", "«": "``", "”": "''", "»": "''", "‘": "'", "’": "'", "ʼ": "'",
	"—": "--", "–": "--", "―": "--", "…": "...", "[": "(", "]": ")", "{": "(", "}": ")",
	"/": "and", "and/or": "and", "•": "--", "·": "--", "|": "--", "→": "--",
	"e.g.": "for", "eg.": "for", "i.e.": "namely", "approx.": "about", "p.a.": "yearly",
}

// plain returns a word as the newspapers wrote it that the model was trained
// on: straight apostrophes, TeX's quotes and dashes, amounts as their number.
func plain(word string) string {
	if mark, ok := plainMarks[word]; ok {
		return mark
	}
	if number := amount(word); number != "" {
		return number
	}
	if strings.ContainsAny(word, "’ʼ‑\u00ad") {
		return plainSigns.Replace(word)
	}
	return word
}

var plainSigns = strings.NewReplacer("’", "'", "ʼ", "'", "‑", "-", "\u00ad", "")

// amount returns the digits and commas that an amount of money, a decimal or a
// range begins with ("$1,234.50", "US$2m", "5–10"), "" for any other word: the
// model takes a decimal for a host name and has not seen the rest.
func amount(word string) string {
	start := strings.IndexAny(word, "0123456789")
	if start < 0 || strings.Contains(word, "-") {
		return ""
	}
	sign, n := utf8.DecodeLastRuneInString(word[:start])
	money := n > 0 && strings.ContainsRune("$£€¥₹", sign)
	if !money && start > 0 || start > 8 {
		return ""
	}
	end := start
	for end < len(word) && ('0' <= word[end] && word[end] <= '9' || word[end] == ',') {
		end++
	}
	rest := strings.HasPrefix(word[end:], ".") || strings.HasPrefix(word[end:], "–") || strings.HasPrefix(word[end:], "—")
	if !money && !rest {
		return ""
	}
	return word[start:end]
}

// The patterns are those that prose asks, the first two from
// github.com/mingrammer/commonregex.
var (
	linkRegex    = regexp.MustCompile(`(?:(?:https?:\/\/)?(?:[a-z0-9.\-]+|www|[a-z0-9.\-])[.](?:[^\s()<>]+|\((?:[^\s()<>]+|(?:\([^\s()<>]+\)))*\))+(?:\((?:[^\s()<>]+|(?:\([^\s()<>]+\)))*\)|[^\s!()\[\]{};:\'".,<>?]))`)
	emailRegex   = regexp.MustCompile(`(?i)([A-Za-z0-9!#$%&'*+\/=?^_{|.}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)`)
	emptyElement = regexp.MustCompile(`^(?:0|\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$`)
	ownTag       = regexp.MustCompile(`^\-[A-Z]{3}\-$`)
)

// only returns the name of the one tag a word can have whatever stands around
// it, "" for none. It knows all of prose's rules but its list of emoticons.
func (m *Model) only(word string) string {
	switch {
	case word == "":
		return "NN"
	case word == "-":
		return "-"
	case isLink(word) || strings.HasPrefix(word, "@"):
		return "NN"
	case emptyElement.MatchString(word):
		return "-NONE-"
	case ownTag.MatchString(word):
		return word
	}
	if id, ok := m.fixed[word]; ok {
		return m.names[id]
	}
	return ""
}

// isLink reports whether prose takes a word for a web or mail address, which
// it does for any with a full stop inside.
func isLink(word string) bool {
	return len(word) > 2 && (strings.Contains(word, ".") && linkRegex.MatchString(word) ||
		strings.Contains(word, "@") && emailRegex.MatchString(word))
}

// normal returns a word as features of the context name it.
func normal(word string) string {
	switch {
	case word == "":
		return word
	case strings.Contains(word, "-") && word[0] != '-':
		return "!HYPHEN"
	case len(word) == 4 && isNumber(word):
		return "!YEAR"
	case '0' <= word[0] && word[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(word)
}

func isNumber(word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil
}

// suffix returns the last three bytes of a word, or all of a shorter one.
func suffix(word string) string { return word[max(0, len(word)-3):] }
