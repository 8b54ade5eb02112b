package pipeline

import (
	"path"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract/contradict"
	"roleclaims/extract/eval"
	"roleclaims/output"
)

// Found reads the claims and findings of a finished run as they are compared
// with answers: by the base name of the article, in the order of the datasets.
func Found(run *output.Run) (eval.Found, error) {
	f := &foundReader{run: run, articles: map[string]int{}, texts: map[string]string{}}
	for _, read := range []func() error{f.documents, f.responsibilities, f.salaries, f.comparisons, f.findings, f.evidence} {
		if err := read(); err != nil {
			return eval.Found{}, err
		}
	}
	return f.all, nil
}

type foundReader struct {
	run      *output.Run
	articles map[string]int    // place in all.Articles, by doc_id
	texts    map[string]string // by doc_id
	place    map[string]int    // in all.Findings, by contradiction_id
	all      eval.Found
}

func (f *foundReader) documents() error {
	byName := map[string]int{}
	for row, err := range f.run.Documents() {
		if err != nil {
			return err
		}
		name := path.Base(row.URI)
		i, ok := byName[name]
		if !ok {
			i = len(f.all.Articles)
			byName[name] = i
			f.all.Articles = append(f.all.Articles, eval.Answers{Doc: name})
		}
		f.articles[row.DocID], f.texts[row.DocID] = i, row.Text
	}
	return nil
}

func (f *foundReader) article(doc string) *eval.Answers { return &f.all.Articles[f.articles[doc]] }

func (f *foundReader) responsibilities() error {
	for row, err := range f.run.Responsibilities() {
		if err != nil {
			return err
		}
		a := f.article(row.DocID)
		a.Responsibilities = append(a.Responsibilities, eval.Responsibility{Role: row.Role, Phrase: row.Phrase, Polarity: row.Polarity, Rule: row.Rule})
	}
	return nil
}

func (f *foundReader) salaries() error {
	for row, err := range f.run.Salaries() {
		if err != nil {
			return err
		}
		a := f.article(row.DocID)
		a.Salaries = append(a.Salaries, eval.Salary{
			Role: row.Role, Low: units(row.Low), High: units(row.High), Currency: row.Currency, Period: row.Period, Rule: row.Rule,
			Statistic: row.Statistic, Component: row.Component, Location: row.Location, Year: row.Year,
		})
	}
	return nil
}

// comparisons keeps the stated ones: answers have no others.
func (f *foundReader) comparisons() error {
	for row, err := range f.run.Comparisons() {
		if err != nil {
			return err
		}
		if row.Stated {
			a := f.article(row.DocID)
			a.Comparisons = append(a.Comparisons, eval.Comparison{RoleA: row.RoleA, Relation: row.Relation, RoleB: row.RoleB, Rule: row.Rule})
		}
	}
	return nil
}

func (f *foundReader) findings() error {
	f.place = map[string]int{}
	for row, err := range f.run.Contradictions() {
		if err != nil {
			return err
		}
		if row.Tier == contradict.ClaimedByBoth {
			continue // outside the headline count
		}
		f.place[row.ContradictionID] = len(f.all.Findings)
		f.all.Findings = append(f.all.Findings, eval.Finding{Kind: row.Kind})
	}
	return nil
}

func (f *foundReader) evidence() error {
	for row, err := range f.run.Evidence() {
		if err != nil {
			return err
		}
		i, ok := f.place[row.ContradictionID]
		if !ok {
			continue
		}
		text := f.texts[row.DocID]
		e := eval.Evidence{
			Doc:  f.article(row.DocID).Doc,
			Text: text,
			Span: corpus.Span{Start: byteOffset(text, row.Start), End: byteOffset(text, row.End)},
		}
		if row.Side == "a" {
			f.all.Findings[i].A = append(f.all.Findings[i].A, e)
		} else {
			f.all.Findings[i].B = append(f.all.Findings[i].B, e)
		}
	}
	return nil
}

// units turns hundredths into units.
func units(hundredths *int64) *float64 {
	if hundredths == nil {
		return nil
	}
	u := float64(*hundredths) / 100
	return &u
}

// byteOffset finds where the code point number n begins.
func byteOffset(text string, n int64) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
