package corpus

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Fields are what front matter, a side file, a JSON line or a row of a table
// says of a page, by key. Make them with NewFields.
type Fields map[string]any

// NewFields returns fields with their keys in lower case; of keys that fall
// together the last in the order of bytes stays.
func NewFields(fields map[string]any) Fields {
	lower := make(Fields, len(fields))
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		lower[strings.ToLower(strings.TrimSpace(key))] = fields[key]
	}
	return lower
}

// The keys that Meta reads, the first that has something to say winning.
var (
	sourceKeys  = []string{"source"}
	titleKeys   = []string{"title", "headline"}
	authorKeys  = []string{"author", "authors", "byline"}
	addressKeys = []string{"url", "canonical_url", "canonical", "link"}
	dateKeys    = []string{"published", "published_at", "date_published", "pubdate", "publishdate", "date"}
)

// Meta reads what the fields say of a page; by names what they are. Unknown
// keys are left out, and so is a date that can't be read for certain; Unread
// names them.
func (f Fields) Meta(by string) Meta {
	meta := Meta{
		Source: f.Text(sourceKeys...),
		Title:  f.Text(titleKeys...),
		Author: f.Text(authorKeys...),
	}
	if address := f.Text(addressKeys...); meta.Source == "" && WebAddress(address) {
		meta.Source = address
	}
	for _, key := range dateKeys {
		if date := ParseDate(f.Text(key)); date != "" {
			meta.Published, meta.By = date, by
			break
		}
	}
	return meta
}

// Unread says which fields Meta can't use, a line each with the key first and
// what to do, in the order of keys.
func (f Fields) Unread() []string {
	known := slices.Concat(sourceKeys, titleKeys, authorKeys, addressKeys, dateKeys)
	var unread []string
	for _, key := range slices.Sorted(maps.Keys(f)) {
		value := f.Text(key)
		switch {
		case !slices.Contains(known, key):
			unread = append(unread, fmt.Sprintf("%q is no key that is read; those are source, title, author, date and url", key))
		case f[key] == nil:
		case value == "":
			unread = append(unread, fmt.Sprintf("%q holds no text", key))
		case slices.Contains(dateKeys, key) && ParseDate(value) == "":
			unread = append(unread, fmt.Sprintf("%q is %q, which is no date that can be read for certain; write it as 2024-02-01", key, value))
		case slices.Contains(addressKeys, key) && !WebAddress(value):
			unread = append(unread, fmt.Sprintf("%q is %q, which is no address that begins with https:// or http://", key, value))
		}
	}
	return unread
}

// Text returns the text of the first key that has any, in valid UTF-8 with
// white space collapsed: a scalar, the name of a record, or a list of these.
func (f Fields) Text(keys ...string) string {
	for _, key := range keys {
		if text := fieldText(f[key]); text != "" {
			return text
		}
	}
	return ""
}

// WebAddress reports whether s is an address on the web.
func WebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

func fieldText(value any) string {
	switch v := value.(type) {
	case nil, bool:
		return ""
	case time.Time:
		return v.Format("2006-01-02")
	case map[string]any:
		return fieldText(v["name"])
	case []any:
		var parts []string
		for _, one := range v {
			if text := fieldText(one); text != "" && !slices.Contains(parts, text) {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, ", ")
	default:
		return strings.Join(strings.Fields(strings.ToValidUTF8(fmt.Sprint(v), "\ufffd")), " ")
	}
}
