package html

import "strings"

// sense is what a word of a class or id tells; a word may tell several things.
type sense uint8

// Words of classes and ids, parted by hyphens, underscores and changes of case.
// Those of furnitureWord mean furniture in any name. Those of furnitureHint are
// words of articles too, and ids are made of headings ("social-worker",
// "market-share"): they count where a name is made of nothing but them and the
// words of namePartner.
const (
	furnitureWord sense = 1 << iota
	furnitureHint
	namePartner
	// asideWord is of names around what is no part of the article: dates in it
	// are of other articles, or of comments.
	asideWord
	// dateWord is of names that only the date of an article has.
	dateWord
	// layoutWord is of the names of parts of a layout, which some pages give to
	// the parts of an article: each role in a popup, each fact in an aside.
	layoutWord
	// threadWord is of the names of what readers write.
	threadWord
	// exceptWord makes a name that of the page around what follows:
	// "has-sidebar".
	exceptWord
)

// vocabulary holds what words tell.
var vocabulary = senses(map[sense]string{
	furnitureWord: "nav navbar navbox navigation submenu breadcrumb breadcrumbs footer sidebar gdpr ccpa lightbox " +
		"newsletter signup optin sharebar sharedaddy addtoany addthis disqus relatedposts tagcloud byline pagination " +
		"prevnext toc editsection noprint popup modal cmts cmt vjs",
	furnitureHint: "menu cookie cookies consent banner overlay subscribe subscription share sharing social socials follow " +
		"comment comments respond replies related recommended recommendations ad ads advert advertisement advertising " +
		"sponsor sponsored promo promotion cta author authors bio pager paging skip toolbar search login feedback " +
		"tag tags metadata rating ratings copyright disclaimer badge poll",
	namePartner: "box bar links link icons icon buttons button btn list section block form area container wrapper wrap " +
		"inner outer post posts article articles entry page site card cards info meta top bottom left right fixed sticky " +
		"header widget networks this item items blog wp js single module component panel by us and notice law policy " +
		"message group row col unit slot main about more avatar image name content details wrapperinner c o u l m s w is " +
		"amp kg gh gem hs wf elementor sqs et fl css tw mw joomla drupal shopify theme template",
	asideWord:  "comment comments respond replies related recommended sidebar widget footer card cards teaser promo recent popular latest",
	dateWord:   "published pubdate posted dateline byline",
	layoutWord: "sidebar footer modal popup lightbox overlay banner header aside dialog form promo promotion cta bio",
	threadWord: "comment comments respond replies disqus",
	exceptWord: "has with no",
})

func senses(lists map[sense]string) map[string]sense {
	found := make(map[string]sense)
	for sense, words := range lists {
		for word := range strings.FieldsSeq(words) {
			found[word] |= sense
		}
	}
	return found
}

// furniturePairs are words that are furniture only together.
var furniturePairs = pairs("read next, see also, also like, more posts, more articles, read more, post meta, entry meta, article meta, post info, post nav, table contents, table of, back top, jump links, visually hidden, screen reader, sr only, author box, about author, most popular, popular posts, latest posts, recent posts")

// pairs returns the first words of pairs by the second.
func pairs(list string) map[string][]string {
	found := make(map[string][]string)
	for pair := range strings.SplitSeq(list, ", ") {
		a, b, _ := strings.Cut(pair, " ")
		found[b] = append(found[b], a)
	}
	return found
}

// nameWords appends to dst the words of the name of a class, in lower case:
// it is split at hyphens, underscores and changes of case.
func nameWords(dst []string, name string) []string {
	start, lower := 0, false
	end := func(at int) {
		if start < at {
			dst = append(dst, strings.ToLower(name[start:at]))
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
	return dst
}
