package sample_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"roleclaims/corpus/sample"
)

type answer struct {
	Doc              string           `json:"doc"`
	Responsibilities []responsibility `json:"responsibilities"`
	Salaries         []salary         `json:"salaries"`
	Comparisons      []comparison     `json:"comparisons"`
}

type responsibility struct {
	Role     string  `json:"role"`
	Phrase   string  `json:"phrase"`
	Or       string  `json:"or"`
	Polarity string  `json:"polarity"`
	Modality *string `json:"modality"`
	Optional bool    `json:"optional"`
}

type salary struct {
	Role      string   `json:"role"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Currency  string   `json:"currency"`
	Period    string   `json:"period"`
	Statistic string   `json:"statistic"`
	Component string   `json:"component"`
	Location  *string  `json:"location"`
	Year      *int     `json:"year"`
	Quote     string   `json:"quote"`
}

type comparison struct {
	Relation string `json:"relation"`
	RoleA    string `json:"role_a"`
	RoleB    string `json:"role_b"`
	Hedge    bool   `json:"hedge"`
	Quote    string `json:"quote"`
	Optional bool   `json:"optional"`
}

type side struct {
	Doc   string   `json:"doc"`
	Quote string   `json:"quote"`
	Also  []string `json:"also"`
}

type contradiction struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Scope    string   `json:"scope"`
	Strength string   `json:"strength"`
	Roles    []string `json:"roles"`
	Why      string   `json:"why"`
	A        side     `json:"a"`
	B        side     `json:"b"`
}

type trap struct {
	DocA   string `json:"doc_a"`
	QuoteA string `json:"quote_a"`
	DocB   string `json:"doc_b"`
	QuoteB string `json:"quote_b"`
	Why    string `json:"why"`
	Reason string `json:"reason"`
}

// load fills into from a file of the answers, and refuses fields unknown to it.
func load(t *testing.T, name string, into any) {
	t.Helper()
	file, err := sample.Answers().Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	dec := json.NewDecoder(file)
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// names lists the articles: the files of a folder that are no side files.
func names(t *testing.T) []string {
	t.Helper()
	entries, err := fs.ReadDir(sample.Articles(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if path.Ext(e.Name()) != ".json" {
			out = append(out, e.Name())
		}
	}
	return out
}

func claims(t *testing.T, article string) answer {
	t.Helper()
	var a answer
	load(t, strings.TrimSuffix(article, path.Ext(article))+".json", &a)
	return a
}

func TestEveryArticleHasAnswers(t *testing.T) {
	docs := names(t)
	if len(docs) != 8 {
		t.Errorf("%d articles, want 8", len(docs))
	}
	for _, name := range docs {
		a := claims(t, name)
		if a.Doc != name {
			t.Errorf("answers of %s are for %q", name, a.Doc)
		}
		if len(a.Responsibilities) == 0 || len(a.Salaries) == 0 || len(a.Comparisons) == 0 {
			t.Errorf("%s: a kind of claim without an example", name)
		}
		for _, r := range a.Responsibilities {
			if r.Polarity != "asserted" && r.Polarity != "denied" {
				t.Errorf("%s: %q has polarity %q", name, r.Phrase, r.Polarity)
			}
			if r.Modality != nil && !slices.Contains([]string{"always", "usually", "sometimes", "rarely"}, *r.Modality) {
				t.Errorf("%s: %q has modality %q", name, r.Phrase, *r.Modality)
			}
		}
		for _, s := range a.Salaries {
			if s.Low == nil && s.High == nil || s.Low != nil && s.High != nil && *s.Low > *s.High {
				t.Errorf("%s: no amount, or one upside down, in %q", name, s.Quote)
			}
		}
	}
}

func TestEveryKindIsThere(t *testing.T) {
	var all []contradiction
	load(t, "contradictions.json", &all)
	ids, clear := map[string]bool{}, map[string]int{}
	for _, c := range all {
		if ids[c.ID] {
			t.Errorf("two contradictions %s", c.ID)
		}
		ids[c.ID] = true
		if want := c.Scope == "within"; want != (c.A.Doc == c.B.Doc) {
			t.Errorf("%s: scope %s, but sides from %s and %s", c.ID, c.Scope, c.A.Doc, c.B.Doc)
		}
		if c.Strength == "clear" {
			clear[c.Kind]++
			clear[c.Scope]++
		}
	}
	for _, kind := range []string{"pay-order", "pay-range", "rank", "ownership", "polarity", "cross", "within"} {
		if clear[kind] < 2 {
			t.Errorf("%d clear contradictions %s, want 2 or more", clear[kind], kind)
		}
	}

	var traps []trap
	load(t, "traps.json", &traps)
	reasons := map[string]int{}
	for _, x := range traps {
		reasons[x.Reason]++
	}
	for _, r := range []string{"other-year", "other-place", "other-component", "other-condition", "shared", "other-action", "duplicate", "hedged"} {
		if reasons[r] == 0 {
			t.Errorf("no trap with the reason %s", r)
		}
	}
}
