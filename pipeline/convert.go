package pipeline

import (
	"roleclaims/extract/contradict"
	"roleclaims/output"
)

// slots writes what the run's datasets keep of the records of one document.
func slots(records []contradict.Record) output.Slots {
	var all output.Slots
	byClaim := map[string][]contradict.Record{}
	for _, r := range records {
		if r.Kind == contradict.Compared {
			all.Compared = append(all.Compared, r.Key)
		} else {
			byClaim[r.Claim] = append(byClaim[r.Claim], r)
		}
	}
	all.Claims = make(map[string]string, len(byClaim))
	for id, list := range byClaim {
		all.Claims[id] = contradict.Slots(list)
	}
	return all
}

// finding names the claims of a contradiction for output, which looks up
// their words.
func finding(f contradict.Finding) output.Finding {
	return output.Finding{
		ID:           f.ID,
		Kind:         f.Kind,
		Tier:         f.Tier,
		Scope:        f.Scope,
		Roles:        f.Roles,
		Topic:        f.Topic,
		Summary:      f.Summary,
		Severity:     f.Severity,
		Confidence:   f.Confidence,
		A:            side(f.A),
		B:            side(f.B),
		Rule:         f.Rule,
		MissingScope: f.MissingScope,
	}
}

func side(s contradict.Side) output.Side {
	claims := make([]string, len(s.Evidence))
	for i, record := range s.Evidence {
		claims[i] = record.Claim
	}
	return output.Side{Claims: claims, Support: s.Support, Total: s.Claims}
}

func nearMiss(m *contradict.NearMiss) output.NearMiss {
	return output.NearMiss{
		Kind:   m.Kind,
		Roles:  m.Roles,
		Topic:  m.Topic,
		Reason: m.Reason,
		Pairs:  m.Pairs,
		ClaimA: m.A.Claim,
		ClaimB: m.B.Claim,
		Words:  m.Words,
	}
}
