package html

import (
	"regexp"
	"strings"
)

// related holds, by its first word, what else the heading of a part says that
// leads away from the article; "0" stands for a number.
var related = byFirstWord(map[string]string{
	"related":     ` (?:posts?|articles?|reading|content|stories|resources|topics|pages|links|guides)`,
	"recommended": `| from .*| (?:reading|articles?|posts?|for you)`,
	"recent latest popular trending similar other": ` (?:posts?|articles?|stories|blogs?|news|jobs)`,
	"more":        ` (?:from|like|on|articles|posts|stories)\b.*`,
	"most":        ` (?:read|popular|viewed|shared)\b.*`,
	"you":         ` (?:may|might) (?:also|like).*`,
	"read":        ` (?:next|more)`,
	"keep":        ` reading`,
	"up":          ` next`,
	"what":        ` to read next`,
	"see":         ` also`,
	"external":    ` links`,
	"attachments": ``,

	"comment comments":     `(?: \(\d+\))?`,
	"view":                 ` comments?(?: \(\d+\))?`,
	"0":                    ` comments?(?: \(\d+\))?| (?:thoughts|responses|replies|comments) (?:on|to)\b.*`,
	"leave add write post": ` a (?:reply|comment).*`,
	"member":               ` discussion`,
	"discussion":           `| about this .*`,
	"was":                  ` this (?:page|article|post|answer) helpful.*`,
	"is":                   ` this (?:page|article) (?:useful|helpful).*`,

	"about meet": ` the (?:author|writer|contributor)s?\b.*`,
	"written":    ` by(?: the (?:author|writer|contributor)s?\b.*)?`,
	"contents":   ``,
	"table":      ` of contents`,
	"on":         ` this page`,
	"in":         ` this article`,

	"share":     `| (?:this|on|via)\b.*`,
	"subscribe": `.*`,
	"sign":      ` up (?:for|to)\b.*`,
	"join":      ` our newsletter.*`,
	"follow":    ` us.*`,
})

func byFirstWord(rest map[string]string) map[string]*regexp.Regexp {
	found := make(map[string]*regexp.Regexp)
	for words, expr := range rest {
		for word := range strings.FieldsSeq(words) {
			found[word] = regexp.MustCompile(`(?i)^(?:` + expr + `)\s*:?$`)
		}
	}
	return found
}

// relatedHeading reports whether a heading is that of a part which leads away
// from the article; the part is dropped up to the next heading.
func relatedHeading(said string) bool {
	end := strings.IndexFunc(said, func(r rune) bool {
		return r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end < 0 {
		end = len(said)
	}
	word := strings.ToLower(said[:end])
	if strings.Trim(word, "0123456789") == "" && word != "" {
		word = "0"
	}
	rest, ok := related[word]
	return ok && rest.MatchString(said[end:])
}
