package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"roleclaims/extract/eval"
	"roleclaims/output/verdict"
)

func writeStats(w io.Writer, s verdict.Stats) error {
	fmt.Fprintf(w, "contradictions %d: new %d, judged in this run %d, carried %d, stale %d; gone %d\n\n", s.Found, s.New, s.Current, s.Carried, s.Stale, s.Gone)
	table := [][]string{{"rule", "found", "judged", "confirmed", "dismissed", "unsure", "disputed", "precision", "95 %"}}
	total := verdict.RuleStats{Rule: "all"}
	for _, r := range s.Rules {
		table = append(table, ruleRow(r))
		total.Found += r.Found
		total.Judged += r.Judged
		total.Confirmed += r.Confirmed
		total.Dismissed += r.Dismissed
		total.Unsure += r.Unsure
		total.Disputed += r.Disputed
	}
	if err := writeTable(w, append(table, ruleRow(total))); err != nil {
		return err
	}
	if len(s.Reasons) == 0 {
		return nil
	}
	var parts []string
	for _, reason := range slices.SortedFunc(maps.Keys(s.Reasons), func(a, b verdict.Reason) int {
		return cmp.Or(cmp.Compare(s.Reasons[b], s.Reasons[a]), strings.Compare(string(a), string(b)))
	}) {
		parts = append(parts, fmt.Sprintf("%s %d", reason, s.Reasons[reason]))
	}
	_, err := fmt.Fprintf(w, "\ndismissed: %s\n", strings.Join(parts, ", "))
	return err
}

func ruleRow(r verdict.RuleStats) []string {
	row := []string{r.Rule}
	for _, n := range []int{r.Found, r.Judged, r.Confirmed, r.Dismissed, r.Unsure, r.Disputed} {
		row = append(row, strconv.Itoa(n))
	}
	n := r.Confirmed + r.Dismissed
	if n == 0 {
		return append(row, "-", "-")
	}
	low, high := eval.Wilson(r.Confirmed, n)
	return append(row, fmt.Sprintf("%.3f", float64(r.Confirmed)/float64(n)), fmt.Sprintf("%.3f to %.3f", low, high))
}

// writeTable writes rows with their first column to the left and the others,
// which are numbers, to the right.
func writeTable(w io.Writer, rows [][]string) error {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], len(cell))
		}
	}
	for _, row := range rows {
		line := fmt.Sprintf("%-*s", widths[0], row[0])
		for i, cell := range row[1:] {
			line += fmt.Sprintf("  %*s", widths[i+1], cell)
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

func writeAgreement(w io.Writer, a verdict.Agreement) error {
	if a.Both == 0 {
		_, err := fmt.Fprintf(w, "judged by both 0 (on other words %d): there is nothing to compare\n", a.Changed)
		return err
	}
	kappa := "not defined: all verdicts are the same one"
	if a.Defined {
		kappa = fmt.Sprintf("%.3f", a.Kappa)
	}
	fmt.Fprintf(w, "judged by both %d (on other words %d)\nagree          %d (%.3f)\nkappa          %s\n\n", a.Both, a.Changed, a.Same, float64(a.Same)/float64(a.Both), kappa)
	columns := []verdict.Verdict{verdict.Confirmed, verdict.Dismissed, verdict.Unsure}
	table := [][]string{{"A \\ B", "confirmed", "dismissed", "unsure"}}
	for _, row := range columns {
		line := []string{string(row)}
		for _, column := range columns {
			line = append(line, strconv.Itoa(a.Table[[2]verdict.Verdict{row, column}]))
		}
		table = append(table, line)
	}
	if err := writeTable(w, table); err != nil {
		return err
	}
	if len(a.Disputes) > 0 {
		fmt.Fprintln(w)
	}
	for _, d := range a.Disputes {
		if _, err := fmt.Fprintf(w, "%s  %s by %s, %s by %s\n", oneLine(d.Contradiction, 40), words(d.A), oneLine(d.A.Reviewer, 40), words(d.B), oneLine(d.B.Reviewer, 40)); err != nil {
			return err
		}
	}
	return nil
}

func words(e verdict.Entry) string {
	if e.Reason != "" {
		return fmt.Sprintf("%s (%s)", e.Verdict, e.Reason)
	}
	return string(e.Verdict)
}
