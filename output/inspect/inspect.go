// Package inspect lays out one article with what was found in it: the words of
// every claim marked where they stand, and for each claim the rule and the
// words behind it; for a terminal or as a page. A few words that stand alone
// are laid out too. It decides nothing about claims and reads no files.
package inspect

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/role"
)

// Kind says what a marked span is.
type Kind string

// The kinds of mark.
const (
	Duty   Kind = "duty"
	Denied Kind = "denied" // a duty that the role is said not to have
	Pay    Kind = "pay"
	Order  Kind = "order"
	Unused Kind = "unused" // an amount that became no claim
)

// Article is a document with its claims, numbered from 1 by where they stand.
type Article struct {
	Doc    *corpus.Document
	Claims []Claim
}

// Claim is what was found at one span.
type Claim struct {
	Number int
	Kind   Kind
	Span   corpus.Span
	Says   string // in a line, for people
	Why    []Fact
	id     string
	from   []string // ids of the claims that it follows from
}

// Fact is one thing that led to a claim.
type Fact struct{ Name, Value string }

// New numbers the claims of a document and collects what led to each.
func New(doc *corpus.Document, claims *extract.Claims) Article {
	a := Article{Doc: doc}
	for i := range claims.Responsibilities {
		a.Claims = append(a.Claims, a.duty(&claims.Responsibilities[i]))
	}
	for i := range claims.Salaries {
		a.Claims = append(a.Claims, a.pay(&claims.Salaries[i]))
	}
	for i := range claims.Comparisons {
		a.Claims = append(a.Claims, a.order(&claims.Comparisons[i]))
	}
	for _, u := range claims.Unused {
		a.Claims = append(a.Claims, Claim{
			Kind: Unused, Span: u.Span, Says: a.quote(u.Span) + ": " + u.Reason,
			Why: []Fact{{"reason", u.Reason}},
		})
	}
	slices.SortStableFunc(a.Claims, func(x, y Claim) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(y.Span.End, x.Span.End))
	})
	numbers := map[string]string{}
	for i := range a.Claims {
		a.Claims[i].Number = i + 1
		numbers[a.Claims[i].id] = strconv.Itoa(i + 1)
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		var from []string
		for _, id := range c.from {
			from = append(from, numbers[id])
		}
		if len(from) > 0 {
			c.Why = append(c.Why, Fact{"follows from", strings.Join(from, " and ")})
		}
	}
	return a
}

func (a Article) duty(c *extract.Responsibility) Claim {
	kind, does := Duty, ": "
	if c.Polarity == extract.Denied {
		kind, does = Denied, ", denied: "
	}
	return Claim{
		Kind: kind, Span: c.Span, id: c.ID,
		Says: role.Name(c.Role) + does + a.quote(c.Span),
		Why: a.why(&c.Evidence, c.Role, c.RoleText,
			Fact{"read as", list("action ", c.Action, "object ", c.Object, "topic ", c.Topic)},
			Fact{"scope", list("under ", quoted(c.Section), "", c.Modality, "if ", quoted(c.Condition), "shared with ", strings.Join(c.SharedWith, ", "))}),
	}
}

func (a Article) pay(c *extract.Salary) Claim {
	return Claim{
		Kind: Pay, Span: c.Span, id: c.ID,
		Says: fmt.Sprintf("%s: %s %s a %s", role.Name(c.Role), amounts(c.Low, c.High), c.Currency, c.Period),
		Why: a.why(&c.Evidence, c.Role, c.RoleText,
			Fact{"read as", list("statistic ", c.Statistic, "component ", c.Component)},
			Fact{"scope", list("under ", quoted(c.Section), "in ", quoted(c.Location), "of ", year(c.Year), "by ", quoted(c.AttributedTo), "if ", quoted(c.Condition))}),
	}
}

func (a Article) order(c *extract.Comparison) Claim {
	hedged := ""
	if c.Hedge {
		hedged = "hedged"
	}
	return Claim{
		Kind: Order, Span: c.Span, id: c.ID, from: c.FromClaims,
		Says: fmt.Sprintf("%s %s %s", role.Name(c.RoleA), strings.ReplaceAll(string(c.Relation), "-", " "), role.Name(c.RoleB)),
		Why: a.why(&c.Evidence, c.RoleA+", "+c.RoleB, "",
			Fact{"scope", list("under ", quoted(c.Section), "", hedged, "component ", c.Component, "in ", quoted(c.Location), "of ", year(c.Year), "if ", quoted(c.Condition))}),
	}
}

// why lists what led to a claim, without what is not stated.
func (a Article) why(e *extract.Evidence, key, named string, more ...Fact) []Fact {
	found := key
	if named != "" {
		found += ", found in the words " + quoted(flat(named))
	}
	facts := append([]Fact{
		{"rule", fmt.Sprintf("%s, right in %.0f of 100", e.Rule, 100*e.Confidence)},
		{"role", found},
	}, more...)
	facts = append(facts, Fact{"words", quoted(a.quote(e.Sentence))})
	return slices.DeleteFunc(facts, func(f Fact) bool { return f.Value == "" })
}

// quote returns the words of a span in one line.
func (a Article) quote(s corpus.Span) string { return flat(s.Of(a.Doc.Text)) }

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func quoted(text string) string {
	if text == "" {
		return ""
	}
	return "“" + flat(text) + "”"
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

// list joins pairs of a label and a value, leaving out those without a value.
func list(pairs ...string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			parts = append(parts, pairs[i]+pairs[i+1])
		}
	}
	return strings.Join(parts, "; ")
}

func amounts(low, high *int64) string {
	switch {
	case low == nil && high == nil:
		return "?"
	case low == nil:
		return "up to " + amount(*high)
	case high == nil:
		return amount(*low) + " and more"
	case *low == *high:
		return amount(*low)
	}
	return amount(*low) + " to " + amount(*high)
}

func amount(hundredths int64) string {
	return strings.TrimSuffix(fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100), ".00")
}
