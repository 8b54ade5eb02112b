package corpus

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// MetaFrom reads what the fields of front matter, a side file or a JSON line
// say of a page; by names which of them. Keys count in lower case, unknown ones
// are left out, and so is a date that can't be read for certain.
func MetaFrom(fields map[string]any, by string) Meta {
	fields = lowerKeys(fields)
	meta := Meta{
		Source: field(fields, "source"),
		Title:  field(fields, "title", "headline"),
		Author: field(fields, "author", "authors", "byline"),
	}
	if address := field(fields, "url", "canonical_url", "canonical", "link"); meta.Source == "" && webAddress(address) {
		meta.Source = address
	}
	for _, key := range []string{"published", "published_at", "date_published", "pubdate", "publishdate", "date"} {
		if date := ParseDate(field(fields, key)); date != "" {
			meta.Published, meta.By = date, by
			break
		}
	}
	return meta
}

// lowerKeys returns fields with their keys in lower case; of keys that fall
// together the last in the order of bytes stays.
func lowerKeys(fields map[string]any) map[string]any {
	lower := make(map[string]any, len(fields))
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		lower[strings.ToLower(key)] = fields[key]
	}
	return lower
}

// webAddress reports whether s is an address on the web.
func webAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// field returns the text of the first key that has any.
func field(fields map[string]any, keys ...string) string {
	for _, key := range keys {
		if text := fieldText(fields[key]); text != "" {
			return text
		}
	}
	return ""
}

// fieldText returns a scalar, the name of a record, or a list of these, in
// valid UTF-8 with white space collapsed.
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
