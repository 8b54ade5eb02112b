package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

// Answers are the claims of one article, as people read it or as a run found
// them. Their order matters only where two matches are equally good.
type Answers struct {
	Doc              string           `json:"doc"` // base name of the article's file
	Responsibilities []Responsibility `json:"responsibilities"`
	Salaries         []Salary         `json:"salaries"`
	Comparisons      []Comparison     `json:"comparisons"` // stated ones, not those that follow from amounts
}

// Responsibility is a duty given to a role or denied of it.
type Responsibility struct {
	Role     string `json:"role"`
	Phrase   string `json:"phrase"`
	Or       string `json:"or,omitempty"` // a second wording that is as good; "" for none
	Polarity string `json:"polarity"`
	Optional bool   `json:"optional,omitempty"` // readers differ: neither helps nor hurts
	Rule     string `json:"-"`                  // id of the rule that found it, "" for an answer
}

// Salary is a statement of pay, in units of the currency; a nil end is open.
type Salary struct {
	Role     string   `json:"role"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
	Currency string   `json:"currency"`
	Period   string   `json:"period"`
	Optional bool     `json:"optional,omitempty"`
	Rule     string   `json:"-"`

	// The slots around the amount, which are scored apart, see Slots.
	Statistic string  `json:"statistic"`
	Component string  `json:"component"`
	Location  *string `json:"location"` // nil where none is tied to the amount
	Year      *int64  `json:"year"`
}

// Comparison is an order between two roles.
type Comparison struct {
	RoleA    string `json:"role_a"`
	Relation string `json:"relation"`
	RoleB    string `json:"role_b"`
	Optional bool   `json:"optional,omitempty"`
	Rule     string `json:"-"`
}

// Contradiction is a pair of quotes that cannot both hold.
type Contradiction struct {
	Kind     string `json:"kind"`
	Strength string `json:"strength"` // "clear" (also if empty) or "arguable"
	A        Side   `json:"a"`
	B        Side   `json:"b"`
}

// Side is one side of a contradiction: a quote, or any of some others.
type Side struct {
	Doc   string   `json:"doc"`
	Quote string   `json:"quote"`
	Also  []string `json:"also,omitempty"`
}

// Trap is a pair of quotes that only look like a contradiction.
type Trap struct {
	DocA   string `json:"doc_a"`
	QuoteA string `json:"quote_a"`
	DocB   string `json:"doc_b"`
	QuoteB string `json:"quote_b"`
	Reason string `json:"reason"` // what explains the difference, as a near miss names it
}

// Gold holds the answers for a set of articles.
type Gold struct {
	Articles       []Answers // by file name
	Contradictions []Contradiction
	Traps          []Trap
}

// The files of a folder of answers that are not of one article.
const (
	contradictions = "contradictions.json"
	traps          = "traps.json"
)

// Load reads every .json file at the top of answers; contradictions.json and
// traps.json may be missing. Errors name the file.
func Load(answers fs.FS) (Gold, error) {
	var gold Gold
	names, err := fs.Glob(answers, "*.json")
	if err != nil {
		return Gold{}, fmt.Errorf("eval: %w", err)
	}
	if len(names) == 0 {
		return Gold{}, errors.New("eval: no answers: the folder has no .json file")
	}
	for _, name := range names {
		data, err := fs.ReadFile(answers, name)
		if err != nil {
			return Gold{}, fmt.Errorf("eval: %w", err)
		}
		var article Answers
		into := any(&article)
		switch name {
		case contradictions:
			into = &gold.Contradictions
		case traps:
			into = &gold.Traps
		}
		if err := json.Unmarshal(data, into); err != nil {
			return Gold{}, fmt.Errorf("eval: %s: %w", name, err)
		}
		if into != any(&article) {
			continue
		}
		if article.Doc == "" {
			return Gold{}, fmt.Errorf("eval: %s: names no doc", name)
		}
		gold.Articles = append(gold.Articles, article)
	}
	return gold, nil
}

// Part returns the answers of the articles that keep accepts. Contradictions
// and traps are of a whole set, and are left out.
func (g Gold) Part(keep func(doc string) bool) Gold {
	var part Gold
	for _, article := range g.Articles {
		if keep(article.Doc) {
			part.Articles = append(part.Articles, article)
		}
	}
	return part
}

// Join returns the answers of several sets as one. Contradictions and traps
// are left out: nobody looked for those between the sets.
func Join(sets []Gold) Gold {
	if len(sets) == 1 {
		return sets[0]
	}
	var all Gold
	for _, g := range sets {
		all.Articles = append(all.Articles, g.Articles...)
	}
	return all
}
