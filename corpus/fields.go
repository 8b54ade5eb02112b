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

// Meta reads what the fields say of a page; by names what they are. Unknown
// keys are left out, and so is a date that can't be read for certain.
func (f Fields) Meta(by string) Meta {
	meta := Meta{
		Source: f.Text("source"),
		Title:  f.Text("title", "headline"),
		Author: f.Text("author", "authors", "byline"),
	}
	if address := f.Text("url", "canonical_url", "canonical", "link"); meta.Source == "" && WebAddress(address) {
		meta.Source = address
	}
	for _, key := range []string{"published", "published_at", "date_published", "pubdate", "publishdate", "date"} {
		if date := ParseDate(f.Text(key)); date != "" {
			meta.Published, meta.By = date, by
			break
		}
	}
	return meta
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
