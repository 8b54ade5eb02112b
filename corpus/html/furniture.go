package html

import (
	"golang.org/x/net/html"
)

// strip takes the furniture out of a page with these elements, before the
// region is sought.
func strip(doc *html.Node, all []*html.Node, names names) {
	kept := all[:0]
	for _, n := range all {
		if neverText(n) || n.Data == "footer" && n.Parent.Data == "body" {
			remove(n)
		} else {
			kept = append(kept, n)
		}
	}
	s := newStripper(doc, kept, names)
	s.byTag()
	s.byName()
	for _, n := range kept {
		if level := headingLevel(n); level > 1 && relatedHeading(squeeze(textOf(n))) {
			s.removePart(part(n))
		}
	}
	for _, n := range kept {
		if hides(n) || (n.Data == "header" && n.Parent != nil && n.Parent.Data == "body" || hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true") &&
			!s.spare(n) && !holds(n, "h1") {
			remove(n)
		}
	}
}

// byTag removes furniture by tags and roles.
func (s *stripper) byTag() {
	for _, n := range s.all {
		if (furnitureTag(n) || furnitureRole(attr(n, "role"))) && !s.spare(n) && !s.layout(n) && !s.panels(n) {
			remove(n)
		}
	}
}

// byName removes furniture by classes and ids.
func (s *stripper) byName() {
	for _, n := range s.all {
		if pageTag(n) || attr(n, "role") == "main" || attr(n, "itemprop") == "articleBody" || !s.names.of(n).furniture || holds(n, "h1") {
			continue
		}
		if s.thread(n) || !s.spare(n) && !s.layout(n) {
			remove(n)
		}
	}
}
