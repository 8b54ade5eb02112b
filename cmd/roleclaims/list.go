package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"roleclaims/extract/contradict"
	"roleclaims/output"
	"roleclaims/pipeline"
)

// listRun prints a line for each contradiction of a run, or for each claim.
func listRun(w io.Writer, run *output.Run, claims, asJSON bool) error {
	list := listContradictions
	if claims {
		list = listClaims
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return failed(list(run, func(line string, object any) error {
		if asJSON {
			return encoder.Encode(object)
		}
		_, err := fmt.Fprintln(w, line)
		return err
	}))
}

// listedContradiction is a line of the list as JSON.
type listedContradiction struct {
	ID       string   `json:"contradiction_id"`
	Kind     string   `json:"kind"`
	Tier     string   `json:"tier"`
	Severity float64  `json:"severity"`
	Roles    []string `json:"roles"`
	Topic    string   `json:"topic"`
	Summary  string   `json:"summary"`
}

// listContradictions lists the headline tiers first, the most severe first.
func listContradictions(run *output.Run, each func(string, any) error) error {
	var all []listedContradiction
	for row, err := range run.Contradictions() {
		if err != nil {
			return err
		}
		all = append(all, listed(&row))
	}
	slices.SortStableFunc(all, byWeight)
	for _, c := range all {
		if err := each(c.line(), c); err != nil {
			return err
		}
	}
	return nil
}

func listed(row *output.ContradictionRow) listedContradiction {
	return listedContradiction{row.ContradictionID, row.Kind, row.Tier, row.Severity, row.Roles, row.Topic, row.Summary}
}

// byWeight orders contradictions for people: duties that two roles claim last,
// the most severe first.
func byWeight(a, b listedContradiction) int {
	last := func(c listedContradiction) int {
		if c.Tier == contradict.ClaimedByBoth {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(b.Severity, a.Severity), strings.Compare(a.ID, b.ID))
}

func (c listedContradiction) line() string {
	return fmt.Sprintf("%s  %.2f  %-9s  %s", c.ID, c.Severity, c.Kind, oneLine(c.Summary, 160))
}

// listedClaim is a line of the list of claims as JSON.
type listedClaim struct {
	ID      string `json:"claim_id"`
	Dataset string `json:"dataset"`
	Source  string `json:"source"`
	Says    string `json:"says"`
}

func listClaims(run *output.Run, each func(string, any) error) error {
	return pipeline.EachClaim(run, func(c pipeline.NamedClaim) error {
		return each(fmt.Sprintf("%s  %-16s  %s  (%s)", c.ID, c.Dataset, oneLine(c.Says, 120), oneLine(c.Source, 60)), listedClaim(c))
	})
}
