package pipeline

import (
	"context"
	"fmt"
	"io"
	"path"
	"slices"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/extract"
	"roleclaims/extract/eval"
	"roleclaims/extract/lexicon"
)

// ReadDocuments reads and decodes inputs without analysing them; none is the
// embedded sample. Pages that can't be used come back as rejects.
func ReadDocuments(ctx context.Context, inputs []string, stdin io.Reader) ([]*corpus.Document, []corpus.Reject, error) {
	found, err := held(ctx, Config{Inputs: inputs}, stdin)
	if err != nil {
		return nil, nil, err
	}
	var docs []*corpus.Document
	var rejects []corpus.Reject
	for input := range found {
		doc, reject := (*corpus.Document)(nil), input.Reject
		if reject == nil {
			doc, reject = decode.Decode(input.Page)
		}
		if reject != nil {
			rejects = append(rejects, *reject)
		} else {
			docs = append(docs, doc)
		}
	}
	return docs, rejects, ctx.Err()
}

// Claimed extracts the claims of documents as they are compared with answers,
// with some rules switched off.
func Claimed(lex *lexicon.Lexicon, docs []*corpus.Document, disable []string) (eval.Found, error) {
	rules, err := ruleIDs(lex, disable)
	if err != nil {
		return eval.Found{}, err
	}
	extractor, err := extract.New(lex, extract.Options{Disable: rules})
	if err != nil {
		return eval.Found{}, err
	}
	var all eval.Found
	for _, doc := range docs {
		all.Articles = append(all.Articles, answers(doc, extractor.Extract(doc)))
	}
	return all, nil
}

// ClaimedPay extracts the pay of cases, each a text of its own, by the case's
// ID.
func ClaimedPay(lex *lexicon.Lexicon, cases []eval.Case) (map[string][]eval.Salary, error) {
	extractor, err := extract.New(lex, extract.Options{})
	if err != nil {
		return nil, err
	}
	pay := map[string][]eval.Salary{}
	for _, c := range cases {
		doc, reject := decode.Decode(corpus.Page{URI: c.ID + ".txt", Format: corpus.Text, Body: []byte(c.Text + "\n")})
		if reject != nil {
			continue // it states no pay that we can find
		}
		pay[c.ID] = answers(doc, extractor.Extract(doc)).Salaries
	}
	return pay, nil
}

// answers writes claims as people write answers. Derived comparisons are left
// out: answers have stated ones only.
func answers(doc *corpus.Document, claims extract.Claims) eval.Answers {
	a := eval.Answers{Doc: path.Base(doc.URI)}
	for _, r := range claims.Responsibilities {
		a.Responsibilities = append(a.Responsibilities, eval.Responsibility{
			Role: r.Role, Phrase: r.Span.Of(doc.Text), Polarity: string(r.Polarity), Rule: r.Rule,
		})
	}
	for _, s := range claims.Salaries {
		pay := eval.Salary{
			Role: s.Role, Low: units(s.Low), High: units(s.High), Currency: s.Currency, Period: s.Period, Rule: s.Rule,
			Statistic: s.Statistic, Component: s.Component,
		}
		if s.Location != "" {
			pay.Location = &s.Location
		}
		if year := int64(s.Year); year != 0 {
			pay.Year = &year
		}
		a.Salaries = append(a.Salaries, pay)
	}
	for _, c := range claims.Comparisons {
		if c.Stated {
			a.Comparisons = append(a.Comparisons, eval.Comparison{RoleA: c.RoleA, Relation: string(c.Relation), RoleB: c.RoleB, Rule: c.Rule})
		}
	}
	return a
}

// Ablation is what is lost where some rules are switched off.
type Ablation struct {
	Name   string    // of the rule, or "pay-*" for all whose ids begin so
	Losses []float64 // F1 lost, a set of answers each; negative where the rules do harm
	Found  int       // claims that the rules find in all
}

// Ablate switches each rule off in turn, and each group of rules whose ids
// begin with one word, and says what that costs on every set of answers. F1 is
// over all kinds of claims together; documents without answers are left out.
func Ablate(lex *lexicon.Lexicon, docs []*corpus.Document, sets []eval.Gold) (whole []float64, table []Ablation, err error) {
	docs = slices.DeleteFunc(slices.Clone(docs), func(doc *corpus.Document) bool { return !answered(sets, path.Base(doc.URI)) })
	all, err := Claimed(lex, docs, nil)
	if err != nil {
		return nil, nil, err
	}
	for _, gold := range sets {
		whole = append(whole, gold.F1(all))
	}
	for _, group := range ruleGroups(lex) {
		without, err := Claimed(lex, docs, group.rules)
		if err != nil {
			return nil, nil, fmt.Errorf("without %s: %w", group.name, err)
		}
		row := Ablation{Name: group.name, Found: claims(all) - claims(without)}
		for i, gold := range sets {
			row.Losses = append(row.Losses, whole[i]-gold.F1(without))
		}
		table = append(table, row)
	}
	return whole, table, nil
}

// answered reports whether a set has answers for an article.
func answered(sets []eval.Gold, name string) bool {
	return slices.ContainsFunc(sets, func(gold eval.Gold) bool {
		return slices.ContainsFunc(gold.Articles, func(a eval.Answers) bool { return a.Doc == name })
	})
}

func claims(found eval.Found) int {
	n := 0
	for _, a := range found.Articles {
		n += len(a.Responsibilities) + len(a.Salaries) + len(a.Comparisons)
	}
	return n
}
