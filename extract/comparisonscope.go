package extract

import (
	"roleclaims/corpus"
	"roleclaims/extract/pattern"
)

// employers are the employers to which a statement is limited, by their size,
// age or owner: "in small agencies", "at public hospitals".
var employers = pattern.MustCompile(`(?i)\b(?:in|at|for|with|within|inside) (?:the |a |an |most |many |some )?((?:very )?(?:small|smaller|smallest|large|larger|largest|big|bigger|biggest|mid-?sized?|medium-sized|early-stage|late-stage|young|established|public|private|state-owned|non-?profit|government|rural|urban|family-owned|listed|multinational)(?: [a-z-]+)? (?:agenc(?:y|ies)|associations?|banks?|business(?:es)?|charit(?:y|ies)|chains?|cit(?:y|ies)|clinics?|colleges?|compan(?:y|ies)|corporations?|courts?|departments?|employers?|enterprises?|factor(?:y|ies)|farms?|firms?|groups?|hospitals?|hotels?|houses|institutions?|kitchens?|laborator(?:y|ies)|labs?|librar(?:y|ies)|museums?|newsrooms?|offices?|organi[sz]ations?|plants?|practices?|publishers?|restaurants?|schools?|shops?|sites?|start-?ups?|stores?|studios?|teams?|theat(?:er|re)s?|towns?|universit(?:y|ies)|yards?))\b`)

// scopeOrder fills what limits a stated order by the words of its sentence: a
// component of pay, a place, a year, a kind of employer. Where a sentence
// names two of one sort, neither is known to be the order's.
func (r *reading) scopeOrder(c *Comparison, s *sentence) {
	text := r.doc.Text
	if c.Relation == EarnsMoreThan || c.Relation == EarnsSameAs {
		var named []string
		for _, found := range cuesIn(r.pay.components, textWords(text, s.span)) {
			named = append(named, found.value)
		}
		c.Component = only(named)
	}
	var places []string
	for _, m := range r.places.Find(text, s.span) {
		if !m.Adjective {
			places = append(places, m.Span.Of(text))
		}
	}
	c.Location = only(places)
	var years []int
	for _, y := range yearsIn(text, s.span) {
		years = append(years, y.year)
	}
	c.Year = only(years)
	if at := employers.FindStringSubmatchIndex(r.text(s)); at != nil {
		c.Condition = corpus.Span{Start: s.span.Start + at[2], End: s.span.Start + at[3]}.Of(text)
	}
}

// only returns what all of a list are, the zero value if they differ.
func only[T comparable](list []T) T {
	var none T
	for _, v := range list {
		if v != list[0] {
			return none
		}
	}
	if len(list) == 0 {
		return none
	}
	return list[0]
}
