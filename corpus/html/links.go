package html

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Links returns where the links of the page at an address lead, in their order,
// each once, without fragments. ContentType is the header that came with the
// page, "" without one. A page whose robots meta element says nofollow
// has none, and links marked so are left out. A page that can't be parsed has
// none either.
func Links(body []byte, contentType, address string) []string {
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	doc, _, err := parse(decode(body, contentType))
	if err != nil {
		return nil
	}
	page := goquery.NewDocumentFromNode(doc)
	if said := page.Find("meta[name=robots i], meta[name=roleclaims i]").AttrOr("content", ""); hasToken(said, "nofollow", "none") {
		return nil
	}
	if own, err := base.Parse(page.Find("base[href]").First().AttrOr("href", "")); err == nil {
		base = own
	}
	var links []string
	seen := map[string]bool{}
	page.Find("a[href], area[href]").Each(func(_ int, s *goquery.Selection) {
		to, err := base.Parse(strings.TrimSpace(s.AttrOr("href", "")))
		if err != nil || hasToken(s.AttrOr("rel", ""), "nofollow", "ugc", "sponsored") {
			return
		}
		to.Fragment, to.RawFragment = "", ""
		if link := to.String(); !seen[link] {
			seen[link] = true
			links = append(links, link)
		}
	})
	return links
}

// hasToken reports whether a list, parted by commas or blanks, has one of the
// words, in any case of letters.
func hasToken(list string, words ...string) bool {
	for _, token := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' }) {
		for _, word := range words {
			if strings.EqualFold(token, word) {
				return true
			}
		}
	}
	return false
}
