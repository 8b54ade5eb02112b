package report

import (
	"strings"
	"unicode"
)

func origin(o Origin) string {
	text := plain(o.Source)
	if o.Date != "" {
		text += ", " + plain(o.Date)
	}
	if o.Copy {
		text += " (a copy)"
	}
	return text
}

// edge is the text beside a marked one, with its space kept outside of the
// asterisks.
func edge(text string, after bool) string {
	escaped := plain(text)
	switch {
	case escaped == "":
		return ""
	case after && startsWithSpace(text):
		return " " + escaped
	case !after && startsWithSpace(lastRune(text)):
		return escaped + " "
	default:
		return escaped
	}
}

func startsWithSpace(s string) bool {
	for _, r := range s {
		return unicode.IsSpace(r)
	}
	return false
}

func lastRune(s string) string {
	runes := []rune(s)
	return string(runes[len(runes)-1:])
}

// plain makes a text of others mean itself in Markdown, in a table too, on
// one line. Addresses are not made links.
func plain(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#|~&!$", r):
			b.WriteByte('\\')
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			continue
		}
		b.WriteRune(r)
	}
	escaped := b.String()
	// A colon before // would make a link of an address.
	return strings.NewReplacer("://", "&#58;//", "www.", "www&#46;").Replace(escaped)
}

// code sets a key in code; what a key can't hold is left out.
func code(key string) string {
	return "`" + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_./", r) {
			return r
		}
		return -1
	}, key) + "`"
}
