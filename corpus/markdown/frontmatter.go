package markdown

import (
	"strings"

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
			return corpus.NewFields(yamlFields(head)).Meta("front-matter"), rest
		}
		return corpus.NewFields(tomlFields(head)).Meta("front-matter"), rest
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

// yamlFields returns the top keys with their values.
func yamlFields(head string) map[string]any {
	var fields map[string]any
	if err := yaml.Unmarshal([]byte(head), &fields); err != nil {
		return simpleFields(head, ":")
	}
	return fields
}

// tomlFields reads the keys before the first table.
func tomlFields(head string) map[string]any {
	head, _, _ = strings.Cut("\n"+head, "\n[")
	return simpleFields(head, "=")
}

// simpleFields reads lines of key, sign and value, one a line.
func simpleFields(head, sign string) map[string]any {
	fields := make(map[string]any)
	for line := range strings.Lines(head) {
		key, value, ok := strings.Cut(line, sign)
		if ok && key == strings.TrimLeft(key, " \t") {
			fields[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return fields
}
