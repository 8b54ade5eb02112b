package corpus

import (
	"bytes"
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf16"
)

// CleanText repairs the encoding of a text file: the byte order mark goes,
// UTF-16 that has one becomes UTF-8, line ends become "\n", and what is no
// UTF-8 becomes U+FFFD. Nothing else is changed, and nothing is normalised.
func CleanText(body []byte) string {
	switch {
	case bytes.HasPrefix(body, []byte("\xff\xfe")):
		body = fromUTF16(body[2:], binary.LittleEndian)
	case bytes.HasPrefix(body, []byte("\xfe\xff")):
		body = fromUTF16(body[2:], binary.BigEndian)
	}
	text := strings.ToValidUTF8(string(body), "\ufffd")
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n")
}

// fromUTF16 returns UTF-8; an odd last byte is left out.
func fromUTF16(body []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(body)/2)
	for i := range units {
		units[i] = order.Uint16(body[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// dateLayouts are the ways of writing a date that can't be misread. Figures
// alone, as in 01/02/2023, are not among them: their order is anybody's guess.
var dateLayouts = []string{
	"2006-01-02", "2006-1-2", "2006/01/02", "20060102",
	"January 2, 2006", "January 2 2006", "2 January 2006", "2 January, 2006",
	"Jan 2, 2006", "Jan 2 2006", "2 Jan 2006", "Jan. 2, 2006",
	"Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700",
}

// ParseDate reads a date of publication and returns it as YYYY-MM-DD, or "" if
// it can't be read for certain or lies outside the years 1990 to 2100.
func ParseDate(s string) string {
	s = strings.TrimSpace(s)
	// A time of day after an ISO date adds nothing.
	if len(s) > 10 && strings.ContainsRune("T \t", rune(s[10])) {
		if day := parseDay("2006-01-02", s[:10]); day != "" {
			return day
		}
	}
	if s == "" {
		return ""
	}
	for _, layout := range dateLayouts {
		if day := parseDay(layout, s); day != "" {
			return day
		}
	}
	return ""
}

func parseDay(layout, s string) string {
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() < 1990 || t.Year() > 2100 {
		return ""
	}
	return t.Format("2006-01-02")
}
