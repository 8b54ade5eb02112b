package output

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// article builds a document and claims about it by quoting its text.
type article struct {
	t      testing.TB
	doc    *corpus.Document
	claims extract.Claims
}

func newArticle(t testing.TB, uri, published, text string) *article {
	return &article{t: t, doc: &corpus.Document{
		ID: corpus.DocumentID(uri, text), URI: uri, Source: strings.SplitN(uri, "/", 2)[0],
		Title: "On " + uri, Published: published, PublishedBy: "meta", FetchedAt: "2024-05-06T07:08:09.5+02:00",
		Lang: "en", Words: len(strings.Fields(text)), Text: text,
	}}
}

// slots says something of the first duty only.
func (a *article) slots() Slots {
	s := Slots{Compared: []string{cto + " " + vpe}}
	if len(a.claims.Responsibilities) > 0 {
		s.Claims = map[string]string{a.claims.Responsibilities[0].ID: `[{"key":"set:vision"}]`}
	}
	return s
}

// evidence finds a quote and the line around it.
func (a *article) evidence(quote string) extract.Evidence {
	a.t.Helper()
	at := strings.Index(a.doc.Text, quote)
	if at < 0 {
		a.t.Fatalf("%s has no %q", a.doc.URI, quote)
	}
	span := corpus.Span{Start: at, End: at + len(quote)}
	line := corpus.Span{Start: strings.LastIndex(a.doc.Text[:at], "\n") + 1, End: len(a.doc.Text)}
	if end := strings.Index(a.doc.Text[span.End:], "\n"); end >= 0 {
		line.End = span.End + end
	}
	return extract.Evidence{Span: span, Sentence: line, Section: "Duties", Rule: "test", Confidence: 0.9}
}

func (a *article) duty(role, phrase, topic string) string {
	a.t.Helper()
	e := a.evidence(phrase)
	id := extract.ClaimID(a.doc.ID, "responsibility", role, e.Span)
	a.claims.Responsibilities = append(a.claims.Responsibilities, extract.Responsibility{
		ID: id, Role: role, RoleText: "They", Evidence: e, Polarity: extract.Asserted,
		Action: "set", Object: "vision", Topic: topic, SharedWith: []string{"chief-executive-officer", "founder"},
	})
	return id
}

func (a *article) pay(role, quote string, low, high int64, period string) string {
	a.t.Helper()
	e := a.evidence(quote)
	id := extract.ClaimID(a.doc.ID, "salary", role, e.Span)
	s := extract.Salary{
		ID: id, Role: role, RoleText: "The role", Evidence: e, Currency: "USD", Period: period,
		Statistic: "range", Component: "unspecified", Location: "US", Year: 2024,
	}
	if low > 0 {
		s.Low = &low
	}
	if high > 0 {
		s.High = &high
	}
	a.claims.Salaries = append(a.claims.Salaries, s)
	return id
}

func (a *article) order(roleA string, relation extract.Relation, roleB, quote string) string {
	a.t.Helper()
	e := a.evidence(quote)
	id := extract.ClaimID(a.doc.ID, "comparison", roleA+" "+string(relation)+" "+roleB, e.Span)
	a.claims.Comparisons = append(a.claims.Comparisons, extract.Comparison{
		ID: id, Relation: relation, RoleA: roleA, RoleB: roleB, Evidence: e, Stated: true,
	})
	return id
}

const (
	cto = "chief-technology-officer"
	vpe = "vp-of-engineering"
)

// corpusOf is two articles that disagree, in scripts of one to four bytes a
// rune, and what would be found in them.
type corpusOf struct {
	articles []*article
	rejects  []corpus.Reject
	findings []Finding
	misses   []NearMiss
}

func newCorpus(t testing.TB) *corpusOf {
	one := newArticle(t, "one.example/cto", "2024-03-01",
		"Who does what? \U0001F9D1\u200D\U0001F4BB\n\nThe CTO sets the technical vision — naïve or not.\nA CTO earns £120,000–£150,000 a year.\nThe CTO is senior to the VP.\nA budget of $5m is theirs.")
	two := newArticle(t, "two.example/vp", "1969-12-30",
		"Re\u0301sume\u0301 of a VP \u4f60\u597d\n\nThe VP of Engineering sets the technical vision \U0001F680 alone.\nA CTO makes $40 an hour, or over $200,000.\nBoth are peers \U0001F91D.")
	copied := newArticle(t, "three.example/copy", "", strings.ReplaceAll(one.doc.Text, "\n\n", "\n"))

	a := one.duty(cto, "sets the technical vision — naïve or not", "strategy")
	p := one.pay(cto, "£120,000–£150,000", 12000000, 15000000, "year")
	s := one.order(cto, extract.SeniorTo, vpe, "The CTO is senior to the VP")
	budget := one.evidence("$5m")
	one.claims.Unused = []extract.UnusedAmount{{Span: budget.Span, Reason: "not-pay"}}
	b := two.duty(vpe, "sets the technical vision \U0001F680", "strategy")
	q := two.pay(cto, "$40", 4000, 4000, "hour")
	two.pay(cto, "over $200,000", 20000000, 0, "year")
	r := two.order(cto, extract.PeerOf, vpe, "peers \U0001F91D")
	c := copied.duty(cto, "sets the technical vision — naïve or not", "strategy")

	return &corpusOf{
		articles: []*article{one, two, copied},
		rejects: []corpus.Reject{
			{URI: "four.example/empty", Stage: corpus.StageExtract, Reason: "empty", Detail: "no text"},
			{URI: "bad\xffname.txt", Stage: corpus.StageDecode, Reason: "binary", Detail: "bytes \xfe"},
		},
		findings: []Finding{
			{
				ID: "c1", Kind: "ownership", Tier: "contested", Scope: "cross", Roles: []string{cto, vpe}, Topic: "strategy",
				Summary: "Two roles own strategy.", Severity: 0.8, Confidence: 0.7, Rule: "ownership",
				A: Side{Claims: []string{a, c}, Support: 1, Total: 2}, B: Side{Claims: []string{b}, Support: 1, Total: 1},
			},
			{
				ID: "c2", Kind: "pay-range", Tier: "stated", Scope: "cross", Roles: []string{cto}, Topic: "pay",
				Summary: "Amounts differ.", Severity: 0.5, Confidence: 0.9, Rule: "pay-range", MissingScope: "place",
				A: Side{Claims: []string{p}, Support: 1, Total: 1}, B: Side{Claims: []string{q}, Support: 1, Total: 1},
			},
		},
		misses: []NearMiss{{Kind: "rank", Roles: []string{cto, vpe}, Topic: "rank", Reason: "hedged", Pairs: 3, ClaimA: s, ClaimB: r, Words: "can be"}},
	}
}

// write makes a run of the corpus in dir.
func (c *corpusOf) write(dir string, force bool) (*Manifest, error) {
	return c.writeUntil(context.Background(), dir, force)
}

func (c *corpusOf) writeUntil(ctx context.Context, dir string, force bool) (*Manifest, error) {
	d, err := Create(ctx, dir, force)
	if err != nil {
		return nil, err
	}
	defer d.Abort() // after Commit it does nothing
	for _, a := range c.articles {
		if err := d.Add(a.doc, &a.claims, a.slots()); err != nil {
			return nil, err
		}
	}
	for _, r := range c.rejects {
		if err := d.Reject(r); err != nil {
			return nil, err
		}
	}
	if len(c.articles) > 2 {
		d.Duplicates(map[string]string{c.articles[2].doc.ID: c.articles[0].doc.ID})
	}
	for _, f := range c.findings {
		if err := d.Finding(f); err != nil {
			return nil, err
		}
	}
	for _, m := range c.misses {
		if err := d.NearMiss(m); err != nil {
			return nil, err
		}
	}
	return d.Commit(Manifest{Tool: "roleclaims test", Lexicon: "l", Inputs: "i", Started: fmt.Sprint(len(c.articles))})
}
