package markdown

import (
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"roleclaims/corpus"
)

// frontMatter takes the block of meta data before a page off, YAML between
// "---" or TOML between "+++", and reads what it says. Front matter that can't
// be read is dropped all the same: it is no text of the article.
func frontMatter(text string) (corpus.Meta, string) {
	for _, fence := range []string{"---", "+++"} {
		head, rest, ok := fenced(text, fence)
		if !ok {
			continue
		}
		if fence == "---" {
			return fromFields(yamlFields(head)), rest
		}
		return fromFields(tomlFields(head)), rest
	}
	return corpus.Meta{}, text
}

// fenced splits a text that begins with a fence line at the next one. A rule
// that happens to open a page is no front matter: the lines between must begin
// with a key.
func fenced(text, fence string) (head, rest string, ok bool) {
	first, body, ok := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	if !ok || strings.TrimRight(first, " \t") != fence {
		return "", "", false
	}
	end := 0
	for line := range strings.Lines(body) {
		trimmed := strings.TrimRight(line, " \t\n")
		if end == 0 && !strings.ContainsAny(trimmed, ":=#") && trimmed != fence {
			return "", "", false
		}
		if trimmed == fence || fence == "---" && trimmed == "..." {
			return body[:end], body[end+len(line):], true
		}
		end += len(line)
	}
	return "", "", false
}

// yamlFields returns the top keys with their values as text.
func yamlFields(head string) map[string]string {
	var values map[string]any
	if err := yaml.Unmarshal([]byte(head), &values); err != nil {
		return simpleFields(head, ":")
	}
	fields := make(map[string]string)
	for key, value := range values {
		fields[strings.ToLower(key)] = asText(value)
	}
	return fields
}

// asText returns a scalar, the name of a record, or a list of these; the rest
// says nothing to us.
func asText(value any) string {
	switch v := value.(type) {
	case nil, bool:
		return ""
	case time.Time:
		return v.Format("2006-01-02")
	case map[string]any:
		return asText(v["name"])
	case []any:
		var parts []string
		for _, one := range v {
			if text := asText(one); text != "" {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, ", ")
	default:
		return strings.Join(strings.Fields(fmt.Sprint(v)), " ")
	}
}

// tomlFields reads the keys before the first table.
func tomlFields(head string) map[string]string {
	head, _, _ = strings.Cut("\n"+head, "\n[")
	return simpleFields(head, "=")
}

// simpleFields reads lines of key, sign and value, one a line.
func simpleFields(head, sign string) map[string]string {
	fields := make(map[string]string)
	for line := range strings.Lines(head) {
		key, value, ok := strings.Cut(line, sign)
		if ok && key == strings.TrimLeft(key, " \t") {
			fields[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return fields
}

func fromFields(fields map[string]string) corpus.Meta {
	meta := corpus.Meta{
		Title:  fields["title"],
		Author: firstField(fields, "author", "authors", "by"),
		Source: fields["source"],
	}
	for _, key := range []string{"date", "published", "publishdate", "published_at", "pubdate", "date_published"} {
		if date := corpus.ParseDate(fields[key]); date != "" {
			meta.Published, meta.By = date, "front-matter"
			break
		}
	}
	return meta
}

func firstField(fields map[string]string, keys ...string) string {
	for _, key := range keys {
		if fields[key] != "" {
			return fields[key]
		}
	}
	return ""
}
