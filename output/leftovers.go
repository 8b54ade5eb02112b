package output

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"roleclaims/output/report"
)

// missExamples is how many examples stand for a reason.
const missExamples = 12

// readNearMisses keeps some examples a reason: those of the keys with most pairs.
func (g *gathering) readNearMisses(ctx context.Context) ([]report.NearMiss, error) {
	var all []report.NearMiss
	place := map[string]int{}
	for row, err := range until(ctx, g.run.NearMisses()) {
		if err != nil {
			return nil, err
		}
		g.counts.NearMissPairs += int(row.Pairs)
		at, known := place[row.Reason]
		if !known {
			at = len(all)
			place[row.Reason] = at
			all = append(all, report.NearMiss{Reason: row.Reason})
		}
		m := &all[at]
		m.Keys++
		m.Pairs += int(row.Pairs)
		// Stable: of two with as many pairs the first row stays before.
		after, _ := slices.BinarySearchFunc(m.Examples, int(row.Pairs), func(e report.Miss, pairs int) int {
			if e.Pairs >= pairs {
				return -1
			}
			return 1
		})
		if after < missExamples {
			example := report.Miss{
				Topic: row.Topic, Roles: row.Roles, Pairs: int(row.Pairs),
				QuoteA: cells(row.QuoteA), QuoteB: cells(row.QuoteB), Words: row.Words,
			}
			m.Examples = slices.Insert(m.Examples, after, example)
			m.Examples = m.Examples[:min(len(m.Examples), missExamples)]
		}
	}
	slices.SortFunc(all, func(a, b report.NearMiss) int {
		return cmp.Or(cmp.Compare(b.Pairs, a.Pairs), strings.Compare(a.Reason, b.Reason))
	})
	return all, nil
}

// rejectExamples is how many examples stand for a reason.
const rejectExamples = 5

func (g *gathering) readRejects(ctx context.Context) ([]report.RejectGroup, error) {
	var all []report.RejectGroup
	place := map[[2]string]int{}
	for row, err := range until(ctx, g.run.Rejects()) {
		if err != nil {
			return nil, err
		}
		example := report.RejectExample{URI: row.URI, Detail: row.Detail}
		if row.Quote == nil {
			g.counts.RejectedPages++
		} else {
			g.counts.UnusedAmounts++
			example.Detail = fmt.Sprintf("“%s”", row.Detail)
		}
		key := [2]string{row.Stage, row.Reason}
		at, known := place[key]
		if !known {
			at = len(all)
			place[key] = at
			all = append(all, report.RejectGroup{Stage: row.Stage, Reason: row.Reason})
		}
		group := &all[at]
		group.Count++
		if len(group.Examples) < rejectExamples {
			group.Examples = append(group.Examples, example)
		}
	}
	slices.SortFunc(all, func(a, b report.RejectGroup) int {
		return cmp.Or(cmp.Compare(stageRank(a.Stage), stageRank(b.Stage)), strings.Compare(a.Stage, b.Stage),
			cmp.Compare(b.Count, a.Count), strings.Compare(a.Reason, b.Reason))
	})
	return all, nil
}

// stageRank puts pages before amounts.
func stageRank(stage string) int {
	if stage == "amount" {
		return 1
	}
	return 0
}
