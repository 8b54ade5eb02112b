package html

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"roleclaims/corpus"
)

// decode returns the page in UTF-8. A byte order mark decides, then the header,
// then the page's own declaration, then a guess; but none of the last three
// where the bytes are valid UTF-8: pages are often converted on their way and
// keep the old declaration. Escapes of 7 bits, valid UTF-8 too, are believed to
// be what they are said to be.
func decode(body []byte, contentType string) []byte {
	switch {
	case bytes.HasPrefix(body, []byte("\xff\xfe")), bytes.HasPrefix(body, []byte("\xfe\xff")):
		return []byte(corpus.CleanText(body))
	case bytes.HasPrefix(body, []byte("\xef\xbb\xbf")):
		return bytes.ToValidUTF8(body[3:], []byte("\ufffd"))
	case utf8.Valid(body) && bytes.IndexByte(body, '\x1b') < 0:
		return body
	}
	encoding, _, _ := charset.DetermineEncoding(body, contentType)
	if decoded, err := encoding.NewDecoder().Bytes(body); err == nil {
		body = decoded
	}
	return bytes.ToValidUTF8(body, []byte("\ufffd"))
}
