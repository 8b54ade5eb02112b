package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// nameKind says what the class or id of an element tells of it.
type nameKind struct {
	furniture bool // it is furniture
	aside     bool // dates in it are no dates of the article
	dated     bool // it holds the date of an article
	layout    bool // it is a part of a layout
	thread    bool // it holds what readers write
}

// names remembers what the classes and ids of a page tell: pages give the same
// names to many elements.
type names map[string]nameKind

// of returns what the class and id of n tell together.
func (names names) of(n *html.Node) (k nameKind) {
	for _, a := range n.Attr {
		if a.Val != "" && (a.Key == "class" || a.Key == "id") {
			k.join(names.kind(a.Val))
		}
	}
	return k
}

// kind returns what the value of a class or id tells.
func (names names) kind(value string) nameKind {
	k, ok := names[value]
	if !ok {
		var room [8]string
		for name := range strings.FieldsSeq(value) {
			k.join(kindOf(nameWords(room[:0], name)))
		}
		names[value] = k
	}
	return k
}

func (k *nameKind) join(other nameKind) {
	k.furniture = k.furniture || other.furniture
	k.aside = k.aside || other.aside
	k.dated = k.dated || other.dated
	k.layout = k.layout || other.layout
	k.thread = k.thread || other.thread
}

// kindOf returns what the words of one name tell. The first of them that tells
// of furniture decides on that, unless the name describes the page around it
// ("has-sidebar").
func kindOf(words []string) (k nameKind) {
	var all, before sense
	hints, others, decided := 0, 0, false
	for i, word := range words {
		is := vocabulary[word]
		all |= is
		switch {
		case decided:
		case before&exceptWord != 0:
			decided = true
		case is&furnitureWord != 0, i > 0 && slices.Contains(furniturePairs[word], words[i-1]):
			k.furniture, decided = true, true
		case is&furnitureHint != 0:
			hints++
		case is&namePartner == 0 && strings.Trim(word, "0123456789") != "":
			others++
		}
		before = is
	}
	k.furniture = k.furniture || !decided && hints > 0 && others == 0
	k.aside, k.dated = all&asideWord != 0, all&dateWord != 0
	k.layout, k.thread = all&layoutWord != 0, all&threadWord != 0
	return k
}
