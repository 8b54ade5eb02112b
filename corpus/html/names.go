package html

import (
	"strings"

	"golang.org/x/net/html"
)

// nameKind says what the class or id of an element tells of it.
type nameKind struct {
	furniture bool // it is furniture
	aside     bool // dates in it are no dates of the article
	dated     bool // it holds the date of an article
}

// names remembers what the classes and ids of a page tell: pages give the same
// names to many elements.
type names map[string]nameKind

// asideNames are words of classes and ids around what is no part of the
// article: dates in it are of other articles, or of comments.
var asideNames = set("comment comments respond replies related recommended sidebar widget footer card cards teaser promo recent popular latest")

// dateNames are words of classes that only the date of an article has.
var dateNames = set("published pubdate posted dateline byline")

// of returns what the class and id of n tell together.
func (names names) of(n *html.Node) (k nameKind) {
	for _, a := range n.Attr {
		if a.Val == "" || a.Key != "class" && a.Key != "id" {
			continue
		}
		known, ok := names[a.Val]
		if !ok {
			known = kindOf(a.Val)
			names[a.Val] = known
		}
		k.furniture = k.furniture || known.furniture
		k.aside = k.aside || known.aside
		k.dated = k.dated || known.dated
	}
	return k
}

// kindOf returns what the value of a class or id tells.
func kindOf(value string) (k nameKind) {
	for name := range strings.FieldsSeq(value) {
		words := nameWords(name)
		k.furniture = k.furniture || furnitureNamed(words)
		for _, word := range words {
			k.aside = k.aside || asideNames[word]
			k.dated = k.dated || dateNames[word]
		}
	}
	return k
}
