package html

import "regexp"

// How long a line about the page may be, in words and in bytes, and how long the
// label of a control.
const (
	maxLineWords = 16
	maxLine      = 160
	maxChrome    = 60
)

// month matches a month's name, in full or cut.
const month = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

// day matches a date written out, or in the order of ISO 8601.
const day = `(?:` + month + ` \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? ` + month + `,? \d{4}|\d{4}-\d{2}-\d{2})`

var (
	// chrome matches a line that says nothing of its own: the label of a button,
	// of an advertisement, of a player.
	chrome = regexp.MustCompile(`(?i)^(?:advertise?ments?|advertising|sponsored(?: content)?|share|share (?:this|on|via)\b.{0,40}|tweet|e-?mail|print|copy link|save|` +
		`read more|continue reading(?: the main story)?|(?:back|return) to (?:top|blog)|skip (?:ad|to .{1,30})|(?:full|exit full) ?screen|autoplay|play(?: video)?|` +
		`mute|loading(?:\.\.\.|…)?|view (?:photos?|comments?|all)|sign (?:up|in)(?: now)?|log in|subscribe(?: now)?|follow(?: us)?|` +
		`table of contents|contents|on this page|in this article|written by|image|photo|getty images?|` +
		`was this (?:page|article) helpful\??|is this (?:page|article) (?:useful|helpful)\??)\s*[:.]?$`)
	// pointer matches the beginning of a line that leads to another article.
	pointer = regexp.MustCompile(`(?i)^(?:read (?:more|also|next|this)|also read|see also|related(?: (?:articles?|stor(?:y|ies)|content|reading))?|more(?: on this| from .{1,30})?|` +
		`watch|listen|don[’']t miss|you (?:may|might) also like|recommended|up next)\s*[:|»–—-]`)
	// stamp matches a line that says when the page was written.
	stamp = regexp.MustCompile(`(?i)^(?:(?:first |originally |last )?(?:published|posted|updated|modified|reviewed|created|written)\b.{0,40}?)` + day + `.*$`)
	// dateline matches a line that is a date, with a time and a length perhaps.
	dateline = regexp.MustCompile(`(?i)^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* )?` + day +
		`(?:[ ,|·•-]+(?:at )?\d{1,2}[:.]\d{2}.{0,20})?(?:[ ,|·•-]+\d+ min(?:ute)?s?(?: read)?)?\.?$|(?i)^\d+ min(?:ute)?s?(?: read)?$`)
	// byline matches a line that names the author.
	byline = regexp.MustCompile(`^(?:By|BY|by|Written by|Posted by)[: ] ?\p{Lu}[\p{L}.’'-]*(?:,? (?:and |& )?\p{Lu}[\p{L}.’'-]*){1,6}$`)
)

// aboutPage reports whether a paragraph says something about the page, not
// about its subject: the label of a control, a pointer to another article, when
// it was written, and, before the text has begun, a date or a name alone.
func aboutPage(text string, linked, begun bool) bool {
	if len(text) > maxLine {
		return false
	}
	if len(text) <= maxChrome && chrome.MatchString(text) || linked && pointer.MatchString(text) {
		return true
	}
	if !hasDigit(text) {
		return !begun && byline.MatchString(text)
	}
	return stamp.MatchString(text) || !begun && dateline.MatchString(text)
}
