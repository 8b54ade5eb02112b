package eval

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// RuleCount is what one rule found of one kind.
type RuleCount struct {
	Rule, Kind string
	Count
}

// Precision is the share of a rule's finds that are answers, smoothed as if
// it had found one answer and one false alarm more: a rule that was right
// twice out of two is not always right.
func (c Count) Precision() float64 {
	return float64(c.Hits+1) / float64(c.Hits+c.FalseAlarms+2)
}

// ByRule lists what each rule found, by the rule's id, then by kind.
func ByRule(scores []Score) []RuleCount {
	var rules []RuleCount
	for _, s := range scores {
		for rule, n := range s.Rules {
			rules = append(rules, RuleCount{rule, s.Kind, n})
		}
	}
	slices.SortFunc(rules, func(a, b RuleCount) int {
		return cmp.Or(strings.Compare(a.Rule, b.Rule), strings.Compare(a.Kind, b.Kind))
	})
	return rules
}

// PrintRules writes a table of what each rule found.
func PrintRules(w io.Writer, rules []RuleCount) error {
	p := printer{w: w}
	p.line("%-20s%-18s%6s%14s%11s", "rule", "kind", "hits", "false alarms", "precision")
	for _, r := range rules {
		p.line("%-20s%-18s%6d%14d%11.2f", r.Rule, r.Kind, r.Hits, r.FalseAlarms, r.Precision())
	}
	return p.err
}

// UpdateRules returns the table of rules (lexicon/data/rules.tsv) with the
// column precision as measured, to two decimals. A rule that found nothing
// that counts keeps its figure.
func UpdateRules(table []byte, rules []RuleCount) ([]byte, error) {
	measured := map[string]Count{}
	for _, r := range rules {
		had := measured[r.Rule]
		measured[r.Rule] = Count{had.Hits + r.Hits, had.FalseAlarms + r.FalseAlarms}
	}
	column := -1
	var out bytes.Buffer
	for line := range strings.Lines(string(table)) {
		row := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch n := measured[row[0]]; {
		case strings.HasPrefix(line, "#") || row[0] == "":
		case column < 0:
			if column = slices.Index(row, "precision"); column < 0 {
				return nil, fmt.Errorf("eval: the table of rules has no column precision, but %s", strings.Join(row, ", "))
			}
		case column >= len(row):
			return nil, fmt.Errorf("eval: rule %s has no precision", row[0])
		case n != Count{}:
			row[column] = strconv.FormatFloat(n.Precision(), 'f', 2, 64)
		}
		out.WriteString(strings.Join(row, "\t") + "\n")
	}
	return out.Bytes(), nil
}
