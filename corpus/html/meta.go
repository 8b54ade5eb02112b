package html

import (
	"encoding/json"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"roleclaims/corpus"
)

// pageMeta is what a page says of itself.
type pageMeta struct {
	corpus.Meta
	url, lang string
	window    string // the title element, often with the site's name
}

// readMeta reads title, author, date, address and language. JSON-LD is asked
// first, then meta elements, then microdata and time elements: the order of
// how seldom they were wrong on pages that were checked. A page without a
// stated date gets none; the text is never searched for one.
func readMeta(doc *html.Node) pageMeta {
	page := goquery.NewDocumentFromNode(doc)
	var m pageMeta
	m.lang = strings.TrimSpace(page.Find("html").AttrOr("lang", page.Find("html").AttrOr("xml:lang", "")))
	m.url = first(
		page.Find("link[rel=canonical]").AttrOr("href", ""),
		page.Find("meta[property='og:url']").AttrOr("content", ""))
	ld := readLD(page)
	m.Title = first(ld.Headline,
		page.Find("meta[property='og:title']").AttrOr("content", ""),
		page.Find("meta[name='twitter:title']").AttrOr("content", ""))
	m.window = first(page.Find("head > title").First().Text())
	m.Author = author(
		ld.author(),
		page.Find("meta[name=author]").AttrOr("content", ""),
		page.Find("meta[property='article:author']").AttrOr("content", ""),
		page.Find("[itemprop=author] [itemprop=name]").First().Text(),
		page.Find("[rel=author]").First().Text())
	m.Published, m.By = published(page, ld)
	return m
}

// published returns the first date that can be read, and where it stood.
func published(page *goquery.Document, ld article) (date, by string) {
	places := []struct{ by, value string }{
		{"json-ld", ld.Published},
		{"open-graph", page.Find("meta[property='article:published_time'], meta[property='og:article:published_time']").AttrOr("content", "")},
		{"meta", page.Find("meta[name='date'], meta[name='publish-date'], meta[name='pubdate'], meta[name='publication_date'], "+
			"meta[name='dc.date'], meta[name='DC.date.issued'], meta[name='dcterms.date'], meta[name='citation_publication_date']").AttrOr("content", "")},
		{"microdata", microdata(page.Find("[itemprop=datePublished]").First())},
		{"time", onlyTime(page)},
	}
	for _, place := range places {
		if date := corpus.ParseDate(place.value); date != "" {
			return date, place.by
		}
	}
	return "", ""
}

func microdata(s *goquery.Selection) string {
	return first(s.AttrOr("datetime", ""), s.AttrOr("content", ""), s.Text())
}

// onlyTime returns the date of the page's time elements where they agree on
// one; several dates are those of comments or of other articles.
func onlyTime(page *goquery.Document) string {
	marked := page.Find("time[pubdate], time.published, time.entry-date, article header time[datetime]").First()
	if date := marked.AttrOr("datetime", ""); date != "" {
		return date
	}
	date := ""
	several := false
	page.Find("time[datetime]").Each(func(_ int, s *goquery.Selection) {
		day := corpus.ParseDate(s.AttrOr("datetime", ""))
		several = several || date != "" && day != date
		date = day
	})
	if several {
		return ""
	}
	return date
}

// article is the JSON-LD of an article, as far as it is used.
type article struct {
	Headline  string
	Published string
	Author    any
}

// author returns the names of the authors.
func (a article) author() string {
	var names []string
	var visit func(any)
	visit = func(v any) {
		switch v := v.(type) {
		case string:
			names = append(names, v)
		case []any:
			for _, one := range v {
				visit(one)
			}
		case map[string]any:
			if name, ok := v["name"].(string); ok {
				names = append(names, name)
			}
		}
	}
	visit(a.Author)
	return strings.Join(names, ", ")
}

// readLD returns the first article among the page's JSON-LD.
func readLD(page *goquery.Document) article {
	var found article
	page.Find("script[type='application/ld+json']").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		var value any
		if json.Unmarshal([]byte(s.Text()), &value) != nil {
			return true
		}
		a, ok := articleIn(value)
		if ok {
			found = a
		}
		return !ok
	})
	return found
}

// articleIn finds an article in JSON-LD: a value, a list, or a graph.
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
			headline, _ := v["headline"].(string)
			date, _ := v["datePublished"].(string)
			return article{Headline: html.UnescapeString(headline), Published: date, Author: v["author"]}, true
		}
		if graph, ok := v["@graph"]; ok {
			return articleIn(graph)
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

// first returns the first value with a letter or digit, white space collapsed.
func first(values ...string) string {
	for _, v := range values {
		if hasWord(v) {
			return squeeze(strings.ToValidUTF8(v, "\ufffd"))
		}
	}
	return ""
}

// author returns the first value that can be a name: an address is none.
func author(values ...string) string {
	for _, v := range values {
		if v = first(v); v != "" && !strings.Contains(v, "://") && len(v) <= 200 {
			return v
		}
	}
	return ""
}
