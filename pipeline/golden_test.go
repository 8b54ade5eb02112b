package pipeline

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roleclaims/extract/eval"
	"roleclaims/extract/lexicon"
	"roleclaims/output"
)

// TestClaims holds every claim of the sample to a golden file, a line each:
// kind, uri, role, rule, value, quote. A change of a rule that moves no score
// still shows here.
func TestClaims(t *testing.T) {
	run, _ := runOn(t, Config{})
	golden(t, filepath.Join("testdata", "claims.txt"), strings.Join(claimLines(t, run), "\n")+"\n")
}

// claimLines writes the claims of a run, by article and place.
func claimLines(t *testing.T, run *output.Run) []string {
	t.Helper()
	type line struct {
		uri   string
		start int64
		text  string
	}
	var lines []line
	uris := map[string]string{}
	add := func(doc string, start int64, fields ...string) {
		text := strings.Join(strings.Fields(fields[len(fields)-1]), " ")
		fields = append([]string{fields[0], uris[doc]}, append(fields[1:len(fields)-1], text)...)
		lines = append(lines, line{uris[doc], start, strings.Join(fields, "\t")})
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for row, err := range run.Documents() {
		check(err)
		uris[row.DocID] = row.URI
	}
	for row, err := range run.Responsibilities() {
		check(err)
		add(row.DocID, row.Start, "responsibility", row.Role, row.Rule, row.Polarity, row.Phrase)
	}
	for row, err := range run.Salaries() {
		check(err)
		value := fmt.Sprintf("%s-%s %s/%s %s %s", end(row.Low), end(row.High), row.Currency, row.Period, row.Statistic, row.Component)
		add(row.DocID, row.Start, "salary", row.Role, row.Rule, value, row.Quote)
	}
	for row, err := range run.Comparisons() {
		check(err)
		value := "derived"
		if row.Stated {
			value = "stated"
		}
		add(row.DocID, row.Start, "comparison", row.RoleA+" "+row.Relation+" "+row.RoleB, row.Rule, value, row.Quote)
	}
	slices.SortFunc(lines, func(a, b line) int {
		return cmp.Or(strings.Compare(a.uri, b.uri), cmp.Compare(a.start, b.start), strings.Compare(a.text, b.text))
	})
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	return texts
}

func end(hundredths *int64) string {
	if hundredths == nil {
		return "?"
	}
	return strconv.FormatFloat(float64(*hundredths)/100, 'f', -1, 64)
}

// TestRulesAreListed wants every rule that finds something in the sample to
// stand in the table of rules: only those have a confidence, and can be
// switched off.
func TestRulesAreListed(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	known := lex.Set("rules")
	run, _ := runOn(t, Config{})
	for _, line := range claimLines(t, run) {
		if rule := strings.Split(line, "\t")[3]; !known[rule] {
			t.Errorf("rule %q does not stand in extract/lexicon/data/rules.tsv: %s", rule, line)
		}
	}
}

// heldOut are the real articles that are never read, only scored: every third.
var heldOut = []string{"?0[369]-*", "?1[25]-*"}

// TestRealScores holds the scores on real articles, which are not part of the
// project, to a file of numbers; those held out only as a whole.
func TestRealScores(t *testing.T) {
	shared := os.Getenv("ROLECLAIMS_SHARED")
	if shared == "" {
		noTexts(t)
	}
	gold, err := eval.Load(os.DirFS(filepath.Join(shared, "gold", "real")))
	if err != nil {
		t.Fatal(err)
	}
	run, _ := runOn(t, Config{Inputs: []string{filepath.Join(shared, "gold", "real")}})
	got := found(t, run)
	held := func(doc string) bool {
		return slices.ContainsFunc(heldOut, func(pattern string) bool {
			ok, err := filepath.Match(pattern, doc)
			return ok && err == nil
		})
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%-46s%-17s%5s%7s%5s%7s%7s%7s\n", "article", "kind", "gold", "found", "tp", "P", "R", "F1")
	row := func(name string, scores []eval.Score) {
		for _, s := range scores {
			if s.TP+s.FP+s.FN > 0 {
				fmt.Fprintf(&table, "%-46s%-17s%5d%7d%5d%7.3f%7.3f%7.3f\n", name, s.Kind, s.TP+s.FN, s.TP+s.FP, s.TP, s.Precision(), s.Recall(), s.F1())
			}
		}
	}
	development := gold.Part(func(doc string) bool { return !held(doc) })
	for _, article := range development.PerArticle(got) {
		row(article.Doc, article.Scores)
	}
	row("development", development.Score(got))
	row("held out", gold.Part(held).Score(got))
	row("all", gold.Score(got))
	golden(t, filepath.Join("testdata", "real-scores.txt"), table.String())
}
