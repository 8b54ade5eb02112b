package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// maxTeaser is the length in words up to which a card with a link may be a
// teaser: a heading, two sentences, a date.
const maxTeaser = 60

// dated matches what teasers and comments say of themselves, and the parts of
// an article do not.
var dated = regexp.MustCompile(`(?i)\b(?:min(?:ute)?s? read|(?:hours?|days?|weeks?|months?) ago|posted (?:on|by)|` +
	`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? 20\d\d|` +
	`\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? 20\d\d)\b`)

// isDated reports whether a text is dated; most have no year in them and none
// of the words.
func isDated(text string) bool {
	may := hasYear(text) || strings.Contains(text, "osted ") || strings.Contains(text, " ago")
	if !may && hasDigit(text) {
		text = strings.ToLower(text)
		may = strings.Contains(text, " read") || strings.Contains(text, "posted ") || strings.Contains(text, " ago")
	}
	return may && dated.MatchString(text)
}

// hasYear reports whether a text has a year of this century in it.
func hasYear(text string) bool {
	for at := strings.Index(text, "20"); at >= 0; at = strings.Index(text, "20") {
		if text = text[at+2:]; len(text) > 1 && text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9' {
			return true
		}
	}
	return false
}

// cards are siblings of one structure, each of which leads away from the page
// or answers it.
type cards struct {
	nodes   []*html.Node
	certain bool // they bear dates, or the answers' button
}

// cardsOf returns the cards among the children of n, or none: most of its
// children, two or more, are teasers or comments.
func (s *survey) cardsOf(n *html.Node) cards {
	var found cards
	children, sure := 0, 0
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		t := s.tallies[child]
		if child.Type != html.ElementNode || headingLevel(child) > 0 || t.words == 0 {
			continue
		}
		children++
		answer := s.answers[child]
		if !answer && !teaser(child, t) {
			continue
		}
		found.nodes = append(found.nodes, child)
		if answer || find(child, func(n *html.Node) bool { return n.Data == "time" }) != nil || isDated(textOf(child)) {
			sure++
		}
	}
	if len(found.nodes) < 2 || len(found.nodes)*3 < children*2 {
		return cards{}
	}
	found.certain = sure*2 > len(found.nodes)
	return found
}

// teaser reports whether n is a short card whose heading is a link, or that is
// a link as a whole, or that has a date and a link.
func teaser(n *html.Node, t tally) bool {
	if t.words > maxTeaser || !leads(n) && (!blockElement(n) || find(n, leads) == nil) {
		return false
	}
	if find(n, func(n *html.Node) bool {
		return n.Data == "table" || n.Data == "ul" || n.Data == "ol" || n.Data == "dl" || n.Data == "a" && within(n)
	}) != nil {
		return false
	}
	heading := n
	if headingLevel(heading) == 0 {
		heading = find(n, func(n *html.Node) bool { return headingLevel(n) > 0 })
	}
	return leads(n) || t.linkish(0.8) || heading != nil && linksAway(heading) ||
		find(n, func(n *html.Node) bool { return n.Data == "time" }) != nil || isDated(textOf(n))
}

// within reports whether a link leads to a place on the page, as those of
// footnotes do.
func within(link *html.Node) bool {
	href := attr(link, "href")
	return len(href) > 1 && href[0] == '#'
}

// linksAway reports whether n stands in a link to another page, or holds one.
func linksAway(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && leads(p) {
			return true
		}
	}
	return find(n, leads) != nil
}

// answers returns the elements that hold the link or button by which readers
// answer a comment.
func answers(root *html.Node) map[*html.Node]bool {
	found := make(map[*html.Node]bool)
	for n := range elements(root) {
		if (n.Data == "a" || n.Data == "button") && strings.EqualFold(label(n), "reply") {
			for above := n.Parent; above != nil && above != root && !found[above]; above = above.Parent {
				found[above] = true
			}
		}
	}
	return found
}

// label returns the text of a control if it is one word, else "".
func label(n *html.Node) string {
	said := ""
	for n := range n.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		for word := range strings.FieldsSeq(n.Data) {
			if !hasWord(word) {
				continue
			}
			if said != "" {
				return ""
			}
			said = word
		}
	}
	return said
}
