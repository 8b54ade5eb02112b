package html

import (
	"regexp"

	"golang.org/x/net/html"
)

// relatedHeading matches the heading of a part that leads away from the
// article; the part is dropped up to the next heading.
var relatedHeading = regexp.MustCompile(`(?i)^(?:related (?:posts?|articles?|reading|content|stories|resources|topics|pages|links|guides)|` +
	`you (?:may|might) (?:also|like).*|read (?:next|more)|keep reading|up next|what to read next|recommended(?: from .*)?|` +
	`more (?:from|like|on|articles|posts|stories)\b.*|recommended (?:reading|articles?|posts?|for you)|most (?:read|popular|viewed|shared)\b.*|` +
	`(?:recent|latest|popular|trending|similar|other) (?:posts?|articles?|stories|blogs?|news|jobs)|(?:leave|add|write|post) a (?:reply|comment).*|` +
	`(?:view |\d+ )?comments?(?: \(\d+\))?|\d+ (?:thoughts|responses|replies|comments) (?:on|to)\b.*|(?:member )?discussion|discussion about this .*|attachments|` +
	`share|share (?:this|on|via)\b.*|was this (?:page|article|post|answer) helpful.*|is this (?:page|article) (?:useful|helpful).*|` +
	`(?:about|written by|meet) the (?:author|writer|contributor)s?\b.*|written by|table of contents|contents|on this page|in this article|` +
	`subscribe\b.*|sign up (?:for|to)\b.*|join our newsletter.*|follow us.*|external links|see also)\s*:?$`)

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
		if level := headingLevel(n); level > 1 && relatedHeading.MatchString(squeeze(textOf(n))) {
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
