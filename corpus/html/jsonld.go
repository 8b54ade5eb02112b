package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// article is the JSON-LD of an article, as far as it is used.
type article struct {
	headline            string
	published, modified string
	author, publisher   any
	things              map[string]any // what the page names by @id
}

// readLD returns the first article among the page's JSON-LD.
func readLD(scripts []string) article {
	things := make(map[string]any)
	var values []any
	for _, script := range scripts {
		var value any
		if json.Unmarshal([]byte(script), &value) == nil {
			values = append(values, value)
			index(value, things)
		}
	}
	for _, value := range values {
		if a, ok := articleIn(value); ok {
			a.things = things
			return a
		}
	}
	return article{}
}

// index notes what a value names by @id and describes.
func index(v any, things map[string]any) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			index(one, things)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] != nil {
			things[id] = v
		}
		for _, key := range []string{"@graph", "author", "publisher"} {
			index(v[key], things)
		}
	}
}

// articleIn finds an article in JSON-LD: a value, a list, a graph, or what a
// page is about.
func articleIn(v any) (article, bool) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			if a, ok := articleIn(one); ok {
				return a, true
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			text := func(key string) string { s, _ := v[key].(string); return html.UnescapeString(s) }
			return article{
				headline: text("headline"), published: text("datePublished"), modified: text("dateModified"),
				author: v["author"], publisher: v["publisher"],
			}, true
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if a, ok := articleIn(v[key]); ok {
				return a, true
			}
		}
	}
	return article{}, false
}

func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, one := range v {
			if isArticle(one) {
				return true
			}
		}
	}
	return false
}

// names returns the names of persons or organizations, parted by ", ".
func (a article) names(v any) string {
	var names []string
	var visit func(any)
	visit = func(v any) {
		switch v := v.(type) {
		case string:
			names = append(names, html.UnescapeString(v))
		case []any:
			for _, one := range v {
				visit(one)
			}
		case map[string]any:
			if name, ok := v["name"].(string); ok {
				names = append(names, html.UnescapeString(name))
				return
			}
			if id, ok := v["@id"].(string); ok {
				if thing, ok := a.things[id].(map[string]any); ok {
					visit(thing["name"])
				}
			}
		}
	}
	visit(v)
	return strings.Join(names, ", ")
}
