package html

import "golang.org/x/net/html"

// The measures by which a region is compared with the page around it.
const (
	minShare  = 0.65 // of the container's prose, below which a region is too small
	longProse = 400  // words of prose from which on a region may be an article by itself:
	longShare = 0.3  // then it is too small below this share, but on a page
	pureShare = 0.95 // of which so much is prose that nothing else is there
	minProse  = 60   // words of prose from which on a container can be an article
	rootPart  = 0.9  // of the container's prose that a wider root holds
)

// widen returns r, without the teasers and comments in it, or, where r holds
// too small a part of a page that reads as an article, the smallest element
// that holds the main part of the text, its furniture left out. The page has
// about so many elements. Readability
// goes by paragraphs: of a page made of cards, lists or lines it may take a
// note at the foot. r may be nil.
func widen(doc *html.Node, r *region, about int) *region {
	page := newSurvey(doc, about)
	box := container(doc, page.tallies)
	if box == nil {
		return r
	}
	if r != nil && float64(page.prose(box, r.holds)) >= minShare*float64(page.tallies[box].prose()) {
		r.clean(page)
		return r
	}
	c := newCleaner(box, page, true)
	whole := c.prose(box, c.keep)
	total := c.tallies[box]
	both := func(n *html.Node) bool { return r.holds(n) && c.keep(n) }
	switch {
	case whole < minProse || whole*3 < total.words,
		r != nil && enough(c.prose(box, both), whole, total.words):
		if r != nil {
			r.clean(page)
		}
		return r
	}
	return &region{root: c.narrow(box, whole), keep: c.keep}
}

// enough reports whether a region of so many words of prose can be the article
// of a container which has whole of them, among so many words in all.
func enough(words, whole, all int) bool {
	share := minShare
	if words >= longProse && float64(whole) < pureShare*float64(all) {
		share = longShare
	}
	return float64(words) >= share*float64(whole)
}

// clean takes out of a region what is furniture beyond doubt.
func (r *region) clean(page *survey) {
	c := newCleaner(r.root, page, false)
	keep := r.keep
	r.keep = func(n *html.Node) bool { return keep(n) && c.keep(n) }
}

// holds reports whether r keeps n, or n stands above the region.
func (r *region) holds(n *html.Node) bool {
	if n == r.root || r.keep(n) {
		return true
	}
	return find(n, func(n *html.Node) bool { return n == r.root }) != nil
}

// container returns the element that the page itself takes for its article, if
// it holds half of the page's prose, else the body.
func container(doc *html.Node, tallies map[*html.Node]tally) *html.Node {
	body := find(doc, func(n *html.Node) bool { return n.Data == "body" })
	if body == nil {
		return nil
	}
	for _, role := range articleRoles {
		if found := only(body, role); found != nil && tallies[found].prose()*2 > tallies[body].prose() {
			return found
		}
	}
	return body
}

// narrow returns the smallest element below box that holds nearly all of the
// prose that stays.
func (c *cleaner) narrow(box *html.Node, whole int) *html.Node {
	for n := box; ; {
		var next *html.Node
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.ElementNode && blockElement(child) && c.keep(child) && float64(c.prose(child, c.keep)) >= rootPart*float64(whole) {
				next = child
			}
		}
		if next == nil || headingLevel(next) > 0 {
			return n
		}
		n = next
	}
}
