package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"roleclaims/corpus"
)

// pageMeta is what a page says of itself.
type pageMeta struct {
	corpus.Meta
	url, lang string
	window    string // the title element, often with the site's name
}

// readMeta reads title, author, publisher, dates, address and language.
// JSON-LD is asked first, then OpenGraph, meta elements, microdata, time
// elements and the byline: the order of how seldom they were wrong on pages
// that were checked. A page that states no date gets none; its text is never
// searched for one.
func readMeta(doc *html.Node, names names) pageMeta {
	f := gather(doc, names)
	ld := readLD(f.scripts)
	m := pageMeta{
		url:    first(f.canonical, f.named["og:url"]),
		lang:   first(f.lang, f.named["og:locale"], f.named["language"]),
		window: f.window,
	}
	m.Title = first(ld.headline, f.named["og:title"], f.named["twitter:title"], f.one("headline"))
	m.Author = author(ld.names(ld.author), f.named["article:author"], f.named["author"], f.named["parsely-author"], f.named["dc.creator"],
		f.one("author name"), f.one("author"), f.rel)
	m.Publisher = first(ld.names(ld.publisher), f.named["og:site_name"], f.named["publisher"], f.named["dc.publisher"], f.one("publisher name"))
	m.Published, m.By = earliest(f.published(ld))
	if m.Published == "" {
		m.Published, m.By = earliest([]stated{{"time", agreed(f.times)}, {"byline", agreed(f.bylines)}})
	}
	m.Modified, _ = earliest([]stated{
		{"json-ld", ld.modified},
		{"open-graph", first(f.named["article:modified_time"], f.named["og:updated_time"])},
		{"meta", first(f.named["last-modified"], f.named["dcterms.modified"], f.named["dc.date.modified"])},
		{"microdata", f.one("datemodified")},
		{"time", f.updated},
	})
	return m
}

// stated is where a date may stand, and what stands there.
type stated struct{ by, value string }

// published lists the places where the date of publication is stated, the
// surest first.
func (f *facts) published(ld article) []stated {
	places := []stated{
		{"json-ld", ld.published},
		{"open-graph", first(f.named["article:published_time"], f.named["og:article:published_time"], f.named["og:published_time"])},
	}
	for _, name := range []string{
		"date", "publish-date", "publishdate", "publish_date", "pubdate", "publication_date", "article.published", "parsely-pub-date", "sailthru.date",
		"dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date", "citation_date",
	} {
		places = append(places, stated{"meta", f.named[name]})
	}
	return append(places,
		stated{"microdata", f.one("datepublished")},
		stated{"time", f.marked})
}

// earliest returns the first date that can be read, and where it stood.
func earliest(places []stated) (date, by string) {
	for _, place := range places {
		if date := corpus.ParseDate(place.value); date != "" {
			return date, place.by
		}
	}
	return "", ""
}

// one returns the first text of an itemprop.
func (f *facts) one(prop string) string {
	if values := f.micro[prop]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// writtenDay matches a date in a byline.
var writtenDay = regexp.MustCompile(`(?i)\b` + day + `\b`)

// ordinal matches the ending of a day's number.
var ordinal = regexp.MustCompile(`(\d)(?:st|nd|rd|th)\b`)

// datesIn returns the dates that are written out in a byline.
func datesIn(s string) []string {
	var dates []string
	for _, date := range writtenDay.FindAllString(squeeze(s), -1) {
		dates = append(dates, strings.ReplaceAll(ordinal.ReplaceAllString(date, "$1"), "Sept ", "Sep "))
	}
	return dates
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
