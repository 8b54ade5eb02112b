package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// neverText names elements that hold no text of the article.
var neverText = set("script style noscript template nav")

// furnitureTags and furnitureRoles name elements that hold none either, unless
// they hold much of the page's text.
var (
	furnitureTags  = set("footer aside form dialog")
	furnitureRoles = set("navigation banner contentinfo complementary search dialog alertdialog menu menubar tablist")
)

// Words of classes and ids, parted by hyphens, underscores and changes of case.
// Those of furnitureWords mean furniture in any name. Those of furnitureHints
// are words of articles too, and ids are made of headings ("social-worker",
// "market-share"): they count where a name is made of nothing but them and the
// words of namePartners.
var (
	furnitureWords = set("nav navbar navbox navigation submenu breadcrumb breadcrumbs footer sidebar gdpr ccpa lightbox " +
		"newsletter signup optin sharebar sharedaddy addtoany addthis disqus relatedposts tagcloud byline pagination " +
		"prevnext toc editsection noprint popup modal cmts cmt vjs")
	furnitureHints = set("menu cookie cookies consent banner overlay subscribe subscription share sharing social socials follow " +
		"comment comments respond replies related recommended recommendations ad ads advert advertisement advertising " +
		"sponsor sponsored promo promotion cta author authors bio pager paging skip toolbar search login feedback " +
		"tag tags metadata rating ratings copyright disclaimer badge poll")
	namePartners = set("box bar links link icons icon buttons button btn list section block form area container wrapper wrap " +
		"inner outer post posts article articles entry page site card cards info meta top bottom left right fixed sticky " +
		"header widget networks this item items blog wp js single module component panel by us and notice law policy " +
		"message group row col unit slot main about more avatar image name content details wrapperinner c o u l m s w is " +
		"amp kg gh gem hs wf elementor sqs et fl css tw mw joomla drupal shopify theme template")
)

// furniturePairs are words that are furniture only together.
var furniturePairs = pairs("read next, see also, also like, more posts, more articles, read more, post meta, entry meta, article meta, post info, post nav, table contents, table of, back top, jump links, visually hidden, screen reader, sr only, author box, about author, most popular, popular posts, latest posts, recent posts")

func pairs(list string) map[[2]string]bool {
	found := make(map[[2]string]bool)
	for pair := range strings.SplitSeq(list, ", ") {
		a, b, _ := strings.Cut(pair, " ")
		found[[2]string{a, b}] = true
	}
	return found
}

// pageTags names elements that stand for the whole page, its article or a part
// of a table, and are never furniture by their name.
var pageTags = set("html body main article h1 h2 h3 h4 h5 h6 table tr td th tbody thead li")

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
		if neverText[n.Data] || n.Data == "footer" && n.Parent.Data == "body" {
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
		if (furnitureTags[n.Data] || furnitureRoles[attr(n, "role")]) && !s.spare(n) && !s.layout(n) && !s.panels(n) {
			remove(n)
		}
	}
}

// byName removes furniture by classes and ids.
func (s *stripper) byName() {
	for _, n := range s.all {
		if pageTags[n.Data] || attr(n, "role") == "main" || attr(n, "itemprop") == "articleBody" || !s.names.of(n).furniture || holds(n, "h1") {
			continue
		}
		if s.thread(n) || !s.spare(n) && !s.layout(n) {
			remove(n)
		}
	}
}

// furnitureNamed reports whether the words of one name mean furniture.
func furnitureNamed(words []string) bool {
	hints, others := 0, 0
	for i, word := range words {
		switch {
		case i > 0 && (words[i-1] == "has" || words[i-1] == "with" || words[i-1] == "no"):
			return false // "has-sidebar" describes the page around it
		case furnitureWords[word], i > 0 && furniturePairs[[2]string{words[i-1], word}]:
			return true
		case furnitureHints[word]:
			hints++
		case !namePartners[word] && strings.Trim(word, "0123456789") != "":
			others++
		}
	}
	return hints > 0 && others == 0
}

// nameWords splits the name of a class at hyphens, underscores and changes of
// case, in lower case.
func nameWords(name string) []string {
	words := make([]string, 0, 6)
	start, lower := 0, false
	end := func(at int) {
		if start < at {
			words = append(words, strings.ToLower(name[start:at]))
		}
	}
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '-' || c == '_' || c == ':' || c == '.' || c == '/' || c == ' ' || c >= '\t' && c <= '\r':
			end(i)
			start, lower = i+1, false
		case c >= 'A' && c <= 'Z' && lower:
			end(i)
			start, lower = i, false
		default:
			lower = c >= 'a' && c <= 'z'
		}
	}
	end(len(name))
	return words
}

// squeeze collapses white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
