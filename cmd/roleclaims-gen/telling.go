package main

import (
	"fmt"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/contradict"
	titles "roleclaims/extract/role"
	"roleclaims/pipeline"
)

// telling is an article in the making that says some claims of a stream, a
// sentence each.
type telling struct {
	number int
	text   strings.Builder
	source string
	said   []held
}

// say adds a claim's sentence. Its record then stands where the text has it.
func (t *telling) say(r *contradict.Record, of *planted) {
	own := *r
	if r.Kind != contradict.Compared {
		before, words := sentence(r)
		own.Sentence = t.text.Len()
		own.Start = own.Sentence + len(before)
		own.End = own.Start + len(words)
		fmt.Fprintf(&t.text, "%s%s.\n", before, words)
	}
	t.source = r.Source
	t.said = append(t.said, held{own, of})
}

// analysis ends the article: its id and those of its claims hang on its text.
func (t *telling) analysis() pipeline.Analysis {
	text := t.text.String()
	uri := fmt.Sprintf("article-%08d.txt", t.number)
	doc := &corpus.Document{
		ID: corpus.DocumentID(uri, text), URI: uri, Source: t.source, Lang: "en", Words: len(strings.Fields(text)), Text: text,
	}
	a := pipeline.Analysis{Document: doc}
	for i := range t.said {
		r := &t.said[i].Record
		r.Doc = doc.ID
		span := corpus.Span{Start: r.Start, End: r.End}
		end := r.Sentence + strings.IndexByte(text[r.Sentence:], '\n')
		e := extract.Evidence{Span: span, Sentence: corpus.Span{Start: r.Sentence, End: end}, Rule: "generated", Confidence: r.Confidence}
		switch r.Kind {
		case contradict.Pay:
			r.Claim = extract.ClaimID(doc.ID, "salary", r.Role, span)
			a.Claims.Salaries = append(a.Claims.Salaries, salary(r, e))
		case contradict.Duty:
			r.Claim = extract.ClaimID(doc.ID, "responsibility", r.Role, span)
			a.Claims.Responsibilities = append(a.Claims.Responsibilities, responsibility(r, e))
		case contradict.PayOrder, contradict.Rank:
			c := comparison(r, e)
			r.Claim = extract.ClaimID(doc.ID, "comparison", c.RoleA+" "+string(c.Relation)+" "+c.RoleB, span)
			c.ID = r.Claim
			a.Claims.Comparisons = append(a.Claims.Comparisons, c)
		}
		a.Records = append(a.Records, *r)
	}
	return a
}

func salary(r *contradict.Record, e extract.Evidence) extract.Salary {
	low, high := int64(r.Low)*100, int64(r.High)*100
	c := extract.Salary{
		ID: r.Claim, Role: r.Role, RoleText: titles.Name(r.Role), Evidence: e, Low: &low, High: &high, Currency: r.Currency,
		Period: "year", Statistic: r.Statistic, Component: r.Component, Location: r.Place, Year: r.Year,
	}
	if c.Component == "" {
		c.Component = "unspecified"
	}
	return c
}

func responsibility(r *contradict.Record, e extract.Evidence) extract.Responsibility {
	c := extract.Responsibility{
		ID: r.Claim, Role: r.Role, RoleText: titles.Name(r.Role), Evidence: e, Polarity: extract.Asserted,
		Action: r.Act, Object: spoken(r.Concept), Topic: r.Act,
	}
	if r.Stance == contradict.DoesNot {
		c.Polarity = extract.Denied
	}
	if r.Scope != "" {
		c.Condition = "large companies"
	}
	return c
}

func comparison(r *contradict.Record, e extract.Evidence) extract.Comparison {
	c := extract.Comparison{Relation: extract.EarnsMoreThan, RoleA: r.Role, RoleB: r.Other, Evidence: e, Hedge: r.May, Stated: true}
	if r.Kind == contradict.Rank {
		c.Relation = extract.SeniorTo
	}
	if r.Stance == contradict.Under {
		c.RoleA, c.RoleB = c.RoleB, c.RoleA
	}
	return c
}

// sentence says a claim in two parts, of which the second is the claim's own
// words: the amount, the duty, the order.
func sentence(r *contradict.Record) (before, words string) {
	who := titles.Name(r.Role)
	switch r.Kind {
	case contradict.Pay:
		if r.Place != "" {
			who += ", " + r.Place
		}
		if r.Year != 0 {
			who += fmt.Sprintf(", %d", r.Year)
		}
		return who + ": average " + strings.TrimSpace(r.Component+" pay") + " ", amount(r.Low)
	case contradict.Duty:
		who = "The " + who + " "
		if r.Scope != "" {
			who = "In large companies t" + who[1:]
		}
		switch {
		case r.Stance == contradict.DoesNot:
			words = "does not " + r.Act
		case r.Own:
			words = "alone " + r.Act + "s"
		default:
			words = r.Act + "s"
		}
		return who, words + " the " + spoken(r.Concept)
	}
	verb := map[contradict.Kind]map[contradict.Stance]string{
		contradict.PayOrder: {contradict.Over: "earns more than", contradict.Under: "earns less than"},
		contradict.Rank:     {contradict.Over: "ranks above", contradict.Under: "ranks below"},
	}[r.Kind][r.Stance]
	if r.May {
		verb = "sometimes " + verb
	}
	return "", "The " + who + " " + verb + " the " + titles.Name(r.Other)
}

// amount writes a sum of dollars.
func amount(sum float64) string { return place{currency: "$"}.sum(int(sum)) }

// spoken writes a key as words.
func spoken(key string) string { return strings.ReplaceAll(key, "-", " ") }
