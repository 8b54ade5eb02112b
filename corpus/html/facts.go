package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"roleclaims/corpus"
)

// facts are what a page says of itself, gathered in one pass in the order of
// the source; of what is said twice the first counts.
type facts struct {
	named     map[string]string   // content of meta elements by name, property or itemprop, in lower case
	micro     map[string][]string // text of elements by itemprop, in lower case
	scripts   []string            // JSON-LD
	lang      string
	canonical string
	window    string   // the title element
	rel       string   // text of the first link with rel=author
	times     []string // of time elements
	marked    string   // the time element that says to be the date of publication
	updated   string   // the one that says to be that of the last change
	bylines   []string // dates in elements whose class is that of a byline
}

// microNames are the itemprops that are asked for.
var microNames = map[string]bool{
	"headline": true, "author": true, "author name": true, "publisher name": true, "datepublished": true, "datemodified": true,
}

func gather(doc *html.Node, names names) facts {
	f := facts{named: make(map[string]string), micro: make(map[string][]string)}
	var visit func(n *html.Node, aside bool)
	visit = func(n *html.Node, aside bool) {
		if n.Type == html.ElementNode {
			kind := names.of(n)
			root := n.Data == "html" || n.Data == "body"
			aside = aside || n.Data == "aside" || n.Data == "footer" || n.Data == "nav" || kind.aside && !root
			f.element(n, aside)
			if kind.dated && !aside && !root && n.Data != "time" {
				f.byline(n)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, aside)
		}
	}
	visit(doc, false)
	return f
}

// element takes one element in; aside says that it is no part of the article.
func (f *facts) element(n *html.Node, aside bool) {
	switch n.Data {
	case "html":
		f.lang = strings.TrimSpace(first(attr(n, "lang"), attr(n, "xml:lang")))
	case "title":
		if f.window == "" && n.Parent != nil && n.Parent.Data == "head" {
			f.window = first(rawText(n))
		}
	case "link":
		if strings.EqualFold(attr(n, "rel"), "canonical") && f.canonical == "" {
			f.canonical = first(attr(n, "href"))
		}
	case "meta":
		f.meta(n)
	case "script":
		if strings.EqualFold(attr(n, "type"), "application/ld+json") {
			f.scripts = append(f.scripts, rawText(n))
		}
	case "time":
		f.time(n, aside)
	}
	if prop := strings.ToLower(attr(n, "itemprop")); prop != "" && n.Data != "meta" {
		if prop == "name" {
			prop = owner(n) + " name"
		}
		if microNames[prop] && len(f.micro[prop]) == 0 {
			f.micro[prop] = append(f.micro[prop], first(attr(n, "datetime"), attr(n, "content"), textOf(n)))
		}
	}
	if f.rel == "" && strings.EqualFold(attr(n, "rel"), "author") && (n.Data == "a" || n.Data == "span") {
		f.rel = first(textOf(n))
	}
}

// byline takes an element in whose class is that of a byline.
func (f *facts) byline(n *html.Node) {
	if said := textOf(n); len(said) < 300 {
		f.bylines = append(f.bylines, datesIn(said)...)
	}
}

func (f *facts) meta(n *html.Node) {
	content := first(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name"} {
		if name := strings.ToLower(attr(n, key)); name != "" && f.named[name] == "" {
			f.named[name] = content
		}
	}
	if prop := strings.ToLower(attr(n, "itemprop")); prop != "" {
		f.micro[prop] = append(f.micro[prop], content)
	}
}

// time takes a time element in.
func (f *facts) time(n *html.Node, aside bool) {
	date := attr(n, "datetime")
	if date == "" || aside {
		return
	}
	f.times = append(f.times, date)
	words := nameWords(nil, attr(n, "class"))
	prop := strings.ToLower(attr(n, "itemprop"))
	switch {
	case prop == "datemodified", slices.Contains(words, "updated") && !slices.Contains(words, "published"):
		if f.updated == "" {
			f.updated = date
		}
	case f.marked != "":
	case hasAttr(n, "pubdate"), slices.Contains(words, "published"), slices.Contains(words, "entry") && slices.Contains(words, "date"),
		inside(n, func(n *html.Node) bool { return n.Data == "header" }) != nil && inside(n, func(n *html.Node) bool { return n.Data == "article" }) != nil:
		f.marked = date
	}
}

// owner returns the itemprop of the lowest element above n that has one.
func owner(n *html.Node) string {
	above := inside(n.Parent, func(n *html.Node) bool { return hasAttr(n, "itemprop") })
	if above == nil {
		return ""
	}
	return strings.ToLower(attr(above, "itemprop"))
}

// rawText returns the text of an element that holds nothing else.
func rawText(n *html.Node) string {
	var text strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			text.WriteString(c.Data)
		}
	}
	return text.String()
}

// agreed returns the one date that all values name, "" where they name several
// or none: several dates are those of comments or of other articles.
func agreed(values []string) string {
	date := ""
	for _, value := range values {
		day := corpus.ParseDate(value)
		if day == "" || date != "" && day != date {
			return ""
		}
		date = day
	}
	return date
}
