package html

import (
	"golang.org/x/net/html"
)

// softShare is the share of the page's text from which on an element is no
// furniture: its name is then part of a layout's ("page-with-sidebar").
const softShare = 0.3

// minRest is the prose, in words, that a page has besides its comments; where
// it has less, what is named comments is what the page is made of.
const minRest = 120

// stripper knows how much text the elements of a page hold, as the page came.
type stripper struct {
	all     []*html.Node // the elements
	tallies map[*html.Node]tally
	page    tally
	alike   map[build]tally // those of a layout by tag and class; nil before it is needed
	names   names
}

func newStripper(doc *html.Node, all []*html.Node, names names) *stripper {
	s := &stripper{all: all, tallies: count(doc, len(all)), names: names}
	s.page = s.tallies[doc]
	return s
}

// build is what elements of one kind have in common.
type build struct{ tag, class string }

func buildOf(n *html.Node) build { return build{n.Data, attr(n, "class")} }

// together returns the tally of all elements of the build of n, which is one
// of a layout.
func (s *stripper) together(n *html.Node) tally {
	if s.alike == nil {
		s.alike = make(map[build]tally)
		for _, n := range s.all {
			if s.layoutNamed(n) {
				t, sum := s.tallies[n], s.alike[buildOf(n)]
				s.alike[buildOf(n)] = tally{words: sum.words + t.words, linked: sum.linked + t.linked}
			}
		}
	}
	return s.alike[buildOf(n)]
}

// layoutNamed reports whether the tag or the class of n is that of a part of a
// layout.
func (s *stripper) layoutNamed(n *html.Node) bool {
	return vocabulary[n.Data]&layoutWord != 0 || s.names.kind(attr(n, "class")).layout
}

// spare reports whether n holds too much of the page to be furniture.
func (s *stripper) spare(n *html.Node) bool {
	return float64(s.tallies[n].words) > softShare*float64(s.page.words)
}

// layout reports whether n is one of several elements of a layout's name that
// hold much of the page's text together, and are no links.
func (s *stripper) layout(n *html.Node) bool {
	if !s.layoutNamed(n) {
		return false
	}
	together := s.together(n)
	return together != s.tallies[n] && !together.linkish(softShare) && float64(together.words) > softShare*float64(s.page.words)
}

// panels reports whether n, by its role a row of tabs, holds what they open.
func (s *stripper) panels(n *html.Node) bool {
	return attr(n, "role") == "tablist" && find(n, func(n *html.Node) bool {
		return attr(n, "role") == "tabpanel" || s.tallies[n].prose() > maxHeadingWords && block(n) && n.Data != "li"
	}) != nil
}

// thread reports whether n holds what readers wrote under an article, however
// much it is.
func (s *stripper) thread(n *html.Node) bool {
	return s.page.prose()-s.tallies[n].prose() >= minRest && s.names.of(n).thread
}

// part returns the element that stands for a heading among its siblings: the
// heading, or the box around it if that holds nothing else, links aside.
func part(heading *html.Node) *html.Node {
	n := heading
	for n.Parent != nil && block(n.Parent) && n.Parent.Data != "body" && !layoutRoot(n.Parent) {
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			if c != n && !leads(c) && wordy(c, 0) {
				return n
			}
		}
		n = n.Parent
	}
	return n
}

// removePart removes a heading and what follows it up to the next heading
// among its siblings, teasers with headings of their own too, but never a
// large part of the page.
func (s *stripper) removePart(heading *html.Node) {
	part := []*html.Node{heading}
	size := 0
	for n := heading.NextSibling; n != nil && headingLevel(n) == 0; n = n.NextSibling {
		if find(n, func(n *html.Node) bool { return headingLevel(n) > 0 && !linksAway(n) }) != nil {
			break
		}
		part = append(part, n)
		if find(n, func(n *html.Node) bool { return headingLevel(n) > 0 }) == nil {
			size += s.tallies[n].words
		}
	}
	if float64(size) > softShare*float64(s.page.words) {
		return
	}
	for _, n := range part {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}
