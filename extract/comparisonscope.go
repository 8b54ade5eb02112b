package extract

import (
	"cmp"
	"slices"

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
		for _, found := range cuesIn(r.pay.components, textWords(text, r.orderClause(c, s))) {
			named = append(named, found.value)
		}
		c.Component = only(named)
	}
	c.Location = only(r.placesNamed(s))
	if before := r.sentenceBefore(s); c.Location == "" && before != nil && (s.words[0].Lower == "there" || s.words[0].Lower == "here") {
		c.Location = only(r.placesNamed(before)) // "The town lies in Oman. There, a clerk reports to …"
	}
	var years []int
	for _, y := range yearsIn(text, s.span, pattern.Look{}) {
		years = append(years, y.year)
	}
	c.Year = only(years)
	if at := employers.FindStringSubmatchIndex(r.text(s)); at != nil {
		c.Condition = corpus.Span{Start: s.span.Start + at[2], End: s.span.Start + at[3]}.Of(text)
	}
}

// orderClause returns a sentence without the reasons that follow its order:
// "…, because the CTO took shares" says nothing of what is compared.
func (r *reading) orderClause(c *Comparison, s *sentence) corpus.Span {
	for _, w := range s.words {
		if w.Span.Start < c.Span.End {
			continue
		}
		switch w.Lower {
		case "because", "since", "as", "though", "although", "while", "whereas", "but":
			return corpus.Span{Start: s.span.Start, End: w.Span.Start}
		}
	}
	return s.span
}

// placesNamed returns the places that a sentence names as nouns.
func (r *reading) placesNamed(s *sentence) []string {
	var names []string
	for _, m := range r.places.Find(r.doc.Text, s.span) {
		if !m.Adjective {
			names = append(names, m.Span.Of(r.doc.Text))
		}
	}
	return names
}

// sentenceBefore returns the sentence before s in its block, nil for none.
func (r *reading) sentenceBefore(s *sentence) *sentence {
	i, found := slices.BinarySearchFunc(r.sentences, s.span.Start, func(o sentence, at int) int { return cmp.Compare(o.span.Start, at) })
	if !found || i == 0 || r.sentences[i-1].block != s.block {
		return nil
	}
	return &r.sentences[i-1]
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
