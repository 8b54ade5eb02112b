package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
	"roleclaims/extract/pattern"
	"roleclaims/extract/place"
)

// yearMention is a year that may date a figure.
type yearMention struct {
	span corpus.Span
	year int
}

// Years, and what before or after one makes it no date of a figure.
var (
	yearPattern = pattern.MustCompile(`\b(?:19[89]\d|20[0-4]\d)\b`)
	notDating   = pattern.MustCompile(`(?i)\b(?:by|until|till|since|through|before|after|established in|founded in|born in|between|graduated in|class of)\s+(?:the (?:end of|year)\s+)?$`)
	numberMark  = regexp.MustCompile(`^(?:[.,]\d|\d|%|s\b)`)
)

// yearsIn returns the years of a span that may date a figure.
func yearsIn(text string, span corpus.Span, look pattern.Look) []yearMention {
	if !look.May(yearPattern) {
		return nil
	}
	var found []yearMention
	part := span.Of(text)
	for _, at := range yearPattern.FindAllStringIndex(part, -1) {
		head, tail := part[:at[0]], part[at[1]:]
		if notDating.MatchString(head) || numberMark.MatchString(tail) || strings.HasSuffix(head, ",") || strings.HasSuffix(head, "$") || strings.HasSuffix(head, "£") || strings.HasSuffix(head, "€") {
			continue
		}
		year, err := strconv.Atoi(part[at[0]:at[1]])
		if err != nil {
			continue
		}
		found = append(found, yearMention{corpus.Span{Start: span.Start + at[0], End: span.Start + at[1]}, year})
	}
	return found
}

// yearOf returns the year of a figure: in its own text, else the one that its
// passage, the passage before or the heads above give.
func (pass *passage) yearOf(i int) int {
	f := &pass.figures[i]
	usable := slices.DeleteFunc(slices.Clone(pass.years), func(y yearMention) bool {
		later := slices.ContainsFunc(pass.figures[i+1:], func(f figure) bool { return f.before.Contains(y.span) })
		return later || slices.ContainsFunc(pass.figures, func(f figure) bool { return f.Span.Overlaps(y.span) })
	})
	for k := len(usable) - 1; k >= 0; k-- {
		if f.after.Contains(usable[k].span) || f.before.Contains(usable[k].span) {
			return usable[k].year
		}
	}
	if len(usable) > 0 {
		before := 0
		for _, y := range usable {
			if y.span.Start < f.Span.Start {
				before = y.year
			}
		}
		if before != 0 {
			return before
		}
		return usable[0].year
	}
	elsewhereNow := f.place != pass.p.carry.place && pass.p.carry.past && !pass.past() // "In 2014 … averaged …. In Portugal … earns …"
	if pass.p.carry.block == pass.index && pass.p.carry.year != 0 && !elsewhereNow {
		return pass.p.carry.year
	}
	for _, c := range pass.contextFor(i) {
		if years := c.yearsNamed(); len(years) == 1 {
			return years[0].year
		}
	}
	if len(pass.years) == 0 {
		if years := pass.p.tell(pass.p.doc.Title).yearsNamed(); len(years) == 1 {
			return years[0].year
		}
	}
	return 0
}

// past reports whether the finite verbs of a passage tell of what was.
func (pass *passage) past() bool {
	past := false
	for _, s := range pass.sentences {
		for _, w := range s.words {
			switch w.Tag {
			case nlp.VBD:
				past = true
			case nlp.VBZ, nlp.VBP, nlp.MD:
				return false
			}
		}
	}
	return past
}

// Words that show a place to be none of a figure's: "US dollars", "outside
// London".
var (
	moneyOf   = pattern.MustCompile(`(?i)^(?:n|s|ese|ish|an)?\s+(?:dollars?|pounds?|francs?|rupees?|pesos?|rand|dirhams?|riyals?|currency)\b`)
	outsideOf = pattern.MustCompile(`(?i)\b(?:outside|excluding|except|not in|other than|university of|bank of|college of|abroad, )(?: the| of)?\s+$`)
)

// A cell of a column of places that is one, and one that is none.
var (
	namedPlace = regexp.MustCompile(`^\p{Lu}\pL+[^\d:]*$`)
	noPlace    = pattern.MustCompile(`(?i)\b(?:national|nationwide|average|overall|total|remote|other|others|all|any|various|global|worldwide|median|level)\b`)
)

// partBefore is a part of the place after it.
var partBefore = pattern.MustCompile(`\b(?:Inner|Outer|Central|Greater|Northern|Southern|Eastern|Western|North|South|East|West)\s+$`)

// placesIn returns the places of a span that may be those of a figure.
func (p *payReading) placesIn(text string, span corpus.Span, look pattern.Look) []place.Mention {
	money, outside := look.May(moneyOf), look.May(outsideOf)
	return slices.DeleteFunc(p.places.Find(text, span), func(m place.Mention) bool {
		return money && moneyOf.MatchString(text[m.Span.End:span.End]) || outside && outsideOf.MatchString(text[span.Start:m.Span.Start])
	})
}

// setPlace finds the place of a figure: in its own text, given once for its
// row or its sentence, by the passage before, or by the heads above.
func (pass *passage) setPlace(i int) {
	f := &pass.figures[i]
	text := pass.p.doc.Text
	f.place = pass.placeIn(f.after, false)
	if f.place == "" {
		f.place = pass.placeIn(f.before, true)
	}
	elsewhere := pass.matches(unknownPlace, f.before) || pass.matches(unknownPlace, f.after)
	if f.place == "" && elsewhere {
		return
	}
	if f.place == "" && i > 0 && pass.figures[i-1].pay && pass.wordsBetween(f.before.Start, f.before.End) <= 8 && len(pass.mentionsIn(f.before)) == 0 {
		f.place = pass.figures[i-1].place
	}
	if f.place == "" {
		f.place = pass.onlyPlace()
	}
	if f.place == "" && pass.p.carry.block == pass.index && slices.Equal(pass.p.carry.roles, f.roles) {
		f.place = pass.p.carry.place
	}
	if f.place == "" {
		f.place = pass.placeAbove(i)
	}
	f.place = strings.TrimPrefix(f.place, "the ")
	f.local = f.place
	for _, c := range pass.context {
		if f.local != "" || c.kind != fromNote {
			continue
		}
		if places := c.placesNamed(); len(places) == 1 {
			f.local = places[0].Name
		}
	}
	if f.local == "" {
		for _, m := range pass.places { // "Canadian nurses"
			if m.Adjective {
				f.local = m.Span.Of(text)
			}
		}
	}
}

// unknownPlace is what may be a place that the gazetteer lacks; months and
// languages are none.
var unknownPlace = pattern.MustCompile(`\b(?:in|across) (?:[BCDEGHIKLPQRTUVWXYZ][a-z]{3,}|A[a-z]{6,}|[FJMNOS][a-z]{8,})\b`)

// commonPlace returns the place that all figures of a passage that are pay
// share.
func (pass *passage) commonPlace() string {
	common, first := "", true
	for i := range pass.figures {
		f := &pass.figures[i]
		if !f.pay {
			continue
		}
		if !first && f.place != common {
			return ""
		}
		common, first = f.place, false
	}
	return common
}

// placeIn returns the place, or the row of places, named in a span: the last
// one where it stands before the figure, else the first.
func (pass *passage) placeIn(span corpus.Span, before bool) string {
	text := pass.p.doc.Text
	var row []place.Mention
	for _, m := range pass.places {
		if m.Adjective || !span.Contains(m.Span) {
			continue
		}
		switch {
		case len(row) > 0 && strings.TrimSpace(text[row[len(row)-1].Span.End:m.Span.Start]) == "and":
			row = append(row, m)
		case before || len(row) == 0:
			row = []place.Mention{m}
		}
	}
	if len(row) == 0 || pass.sourceSpan(row[0].Span) {
		return ""
	}
	start := row[0].Span.Start
	if at := partBefore.FindStringIndex(text[span.Start:start]); at != nil {
		start = span.Start + at[0]
	}
	return text[start:row[len(row)-1].Span.End]
}

// onlyPlace returns the place that a sentence opens or closes with for all its
// figures.
func (pass *passage) onlyPlace() string {
	text := pass.p.doc.Text
	names := map[string]bool{}
	found := ""
	for _, m := range pass.places {
		if m.Adjective || pass.sourceSpan(m.Span) {
			continue
		}
		names[m.Name] = true
		if found == "" {
			found = m.Span.Of(text)
		}
	}
	if len(names) != 1 {
		return ""
	}
	return found
}

// sourceSpan reports whether a place is part of the name of a publisher:
// "US Bureau of Labor Statistics", "Statistics Canada".
func (pass *passage) sourceSpan(span corpus.Span) bool {
	text := pass.p.doc.Text
	for _, c := range pass.sourcesNamed() {
		if c.span.Overlaps(span) {
			return true
		}
	}
	return officeAfter.MatchString(text[span.End:min(span.End+maxOffice, len(text))])
}

// maxOffice is more bytes than officeAfter matches.
const maxOffice = 32

var officeAfter = regexp.MustCompile(`^(?:'s|’s)?\s+(?:Bureau|Department|Office|Ministry|Government|Census)\b`)

// placeAbove returns the place that the heads, the lead-in or the nearest
// heading name.
func (pass *passage) placeAbove(i int) string {
	for _, c := range pass.contextFor(i) {
		context := c.text
		if c.place && namedPlace.MatchString(context) && !noPlace.MatchString(context) {
			return strings.TrimSpace(context) // one that the gazetteer may lack
		}
		var names []place.Mention
		for _, m := range c.placesNamed() {
			if !m.Adjective {
				names = append(names, m)
			}
		}
		label := strings.TrimSpace(context)
		if len(names) > 0 && c.kind == fromHead && len(strings.Fields(label)) <= 4 && len(pass.p.rolesNamed(label)) == 0 && !pass.p.tell(label).speaksOfPay() {
			return label
		}
		if len(names) != 1 {
			continue
		}
		return names[0].Span.Of(context)
	}
	return ""
}

// Who is named as the source of figures.
var (
	accordingTo = pattern.MustCompile(`\b(?:[Aa]ccording to|[Pp]er|[Dd]ata (?:from|by)|[Ff]igures from|[Ss]urvey by|[Ss]ource:)\s+(?:the |a |an )?(?:\d{4} )?(?:(?:data|figures|report|survey|employment website|job site|website) (?:from |by |of )?(?:the )?)?([A-Z][\w.&’'*-]*(?:\s+(?:of |for |and |the )?[A-Z][\w.&’'*-]*)*)`)
	reporting   = regexp.MustCompile(`^(?:\s*\([^)]*\))?\s+(?:puts?|reports?|reported|estimates?|estimated|says?|said|lists?|finds?|found|shows?|pegs?|notes?|states?|cites?|gives?|data|figures|survey|salary|also|suggests?|indicates?|surveyed|users|20\d\d)\b`)
)

// sourceOf returns who a figure comes from, in the text's words: the
// publisher in its own text, else the one that its passage, the passage
// before or the heads above name.
func (pass *passage) sourceOf(i int) string {
	text := pass.p.doc.Text
	if source := pass.source.get(func() string { return sourceIn(text, pass.span, pass.sourcesNamed(), pass.look) }); source != "" {
		if own := lastIn(pass.sourcesNamed(), pass.figures[i].before); own != nil && own.span.Of(text) != own.value {
			return own.span.Of(text)
		}
		return source
	}
	if pass.p.carry.block == pass.index && pass.p.carry.source != "" {
		return pass.p.carry.source
	}
	for _, c := range pass.context {
		if source := c.sourceNamed(); source != "" {
			return source
		}
	}
	return ""
}

// sourceIn returns the source of figures that a text names, of the publishers
// named in it if no other, "" for none.
func sourceIn(text string, span corpus.Span, publishers []cue, look pattern.Look) string {
	if look.May(accordingTo) {
		if at := accordingTo.FindStringSubmatch(span.Of(text)); at != nil {
			return strings.TrimRight(at[1], ".,'’")
		}
	}
	for _, c := range publishers {
		name := c.span.Of(text)
		if name == strings.ToLower(name) && !strings.Contains(name, ".") {
			continue // a common word
		}
		rest := text[c.span.End:span.End]
		known := strings.ToUpper(name) == name && len(name) > 2 || strings.ContainsAny(name, ".*") || strings.Contains(name, " ")
		bracket := strings.HasSuffix(text[span.Start:c.span.Start], "(")
		if known || bracket || reporting.MatchString(rest) || onSite.MatchString(text[span.Start:c.span.Start]) {
			return name
		}
	}
	return ""
}

var onSite = pattern.MustCompile(`(?i)\b(?:on|by|at|from|to|via|the)\s+$`)
