package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/place"
	"roleclaims/output"
	"roleclaims/output/explain"
)

// Explainer says what detection makes of the claims of a finished run, by the
// code that detected them. It reads the run's datasets and nothing else.
type Explainer struct {
	run    *output.Run
	places *place.Gazetteer
}

// slotsSince is the version of the schema from which on claims keep their slots.
const slotsSince = 2

// NewExplainer prepares to explain a run. A run without slots is a Misuse.
func NewExplainer(run *output.Run, lex *lexicon.Lexicon) (*Explainer, error) {
	if run.Manifest.SchemaVersion < slotsSince {
		return nil, Misuse{fmt.Errorf("%s was written by %s, which did not keep what detection compares: run it again to explain it", run.Dir, run.Manifest.Tool)}
	}
	return &Explainer{run, place.New(lex)}, nil
}

// Claims explains two claims, each named by its id or the beginning of it.
func (e *Explainer) Claims(first, second string) (*explain.Pair, error) {
	a, b, err := e.two(first, second)
	if err != nil {
		return nil, err
	}
	g, err := e.gather(append(slices.Clone(a.roles), b.roles...))
	if err != nil {
		return nil, err
	}
	pair := e.pair(g, a, b)
	return &pair, nil
}

// two finds two claims by their ids.
func (e *Explainer) two(first, second string) (a, b *statedClaim, err error) {
	found, err := statedClaims(e.run, func(id string) bool { return begins(id, first) || begins(id, second) })
	if err != nil {
		return nil, nil, err
	}
	one := func(prefix string) (*statedClaim, error) {
		var ids []string
		var claim *statedClaim
		for i := range found {
			if begins(found[i].ID, prefix) && !slices.Contains(ids, found[i].ID) {
				ids, claim = append(ids, found[i].ID), &found[i]
			}
		}
		return claim, e.unique("claim", prefix, ids, "--claims")
	}
	if a, err = one(first); err != nil {
		return nil, nil, err
	}
	if b, err = one(second); err != nil {
		return nil, nil, err
	}
	if a.ID == b.ID {
		return nil, nil, Misuse{fmt.Errorf("%q and %q are one claim, %s: name two", first, second, a.ID)}
	}
	return a, b, nil
}

// unique wants one id for a prefix.
func (e *Explainer) unique(what, prefix string, ids []string, list string) error {
	switch len(ids) {
	case 1:
		return nil
	case 0:
		return Misuse{fmt.Errorf("no %s of %s has an id that begins with %q; list them with: roleclaims explain %s", what, e.run.Dir, prefix, strings.TrimSpace(e.run.Dir+" "+list))}
	}
	more := ""
	if len(ids) > 5 {
		ids, more = ids[:5], ", …"
	}
	return Misuse{fmt.Errorf("several ids begin with %q: %s%s; write more of the one that you mean", prefix, strings.Join(ids, ", "), more)}
}

func begins(id, prefix string) bool {
	return prefix != "" && strings.HasPrefix(id, strings.ToLower(prefix))
}

// gather reads what the run compares about some roles.
func (e *Explainer) gather(roles []string) (*gathered, error) {
	g, err := gather(e.run, roles)
	if err == nil {
		g.env.Places = e.places
	}
	return g, err
}

// pair explains two claims by what was gathered about their roles.
func (e *Explainer) pair(g *gathered, a, b *statedClaim) explain.Pair {
	p := explain.Pair{RunID: e.run.Manifest.RunID, A: g.claim(a), B: g.claim(b), Stated: sideBySide(a, b)}
	for _, c := range g.fold.Explain(g.env, g.records[a.ID], g.records[b.ID]) {
		said := explain.Comparison{
			Outcome: string(c.Outcome), Kind: c.Kind, Topic: c.Topic, Rule: c.Rule, Reason: c.Reason, Words: c.Words, Finding: c.Finding,
			Why: explain.Why(string(c.Outcome), c.Rule, c.Reason, c.Words), KeyA: c.A.Key, KeyB: c.B.Key, Slots: []explain.Slot{},
		}
		for _, s := range c.Slots {
			said.Slots = append(said.Slots, explain.Slot{Row: explain.Row{Name: s.Name, A: s.A, B: s.B}, Status: string(s.Status), Decides: s.Decides})
		}
		p.Comparisons = append(p.Comparisons, said)
	}
	return p
}

// claim completes a claim by its article's address and the keys under which it
// is compared.
func (g *gathered) claim(c *statedClaim) explain.Claim {
	out := c.Claim
	out.URI, out.Keys = g.uris[c.doc], []string{}
	for _, r := range g.records[c.ID] {
		out.Keys = append(out.Keys, r.Key)
	}
	return out
}

// Contradiction explains a contradiction, named by its id or the beginning of
// it.
func (e *Explainer) Contradiction(prefix string) (*explain.Contradiction, error) {
	var rows []output.ContradictionRow
	var ids []string
	for row, err := range e.run.Contradictions() {
		if err != nil {
			return nil, err
		}
		if begins(row.ContradictionID, prefix) {
			rows, ids = append(rows, row), append(ids, row.ContradictionID)
		}
	}
	if len(ids) == 0 {
		if claims, err := statedClaims(e.run, func(id string) bool { return begins(id, prefix) }); err != nil {
			return nil, err
		} else if len(claims) == 1 {
			return nil, Misuse{fmt.Errorf("%q is a claim (%s): name a second one to compare it with", prefix, claims[0].Says)}
		}
	}
	if err := e.unique("contradiction", prefix, ids, ""); err != nil {
		return nil, err
	}
	g, err := e.gather(rows[0].Roles)
	if err != nil {
		return nil, err
	}
	for _, f := range g.fold.Detect(g.env).Findings {
		if f.ID == rows[0].ContradictionID {
			return e.contradiction(g, &f)
		}
	}
	return nil, Misuse{fmt.Errorf("contradiction %s is found no more by this version, roleclaims %s with these word lists; %s was written by %s: run it again, or give its word lists with --lexicon", ids[0], Version, e.run.Dir, e.run.Manifest.Tool)}
}

func (e *Explainer) contradiction(g *gathered, f *contradict.Finding) (*explain.Contradiction, error) {
	claims := map[string]*statedClaim{}
	for _, r := range slices.Concat(f.A.Evidence, f.B.Evidence) {
		claims[r.Claim] = nil
	}
	found, err := statedClaims(e.run, func(id string) bool { _, ok := claims[id]; return ok })
	if err != nil {
		return nil, err
	}
	for i := range found {
		claims[found[i].ID] = &found[i]
	}
	side := func(s contradict.Side) explain.Side {
		out := explain.Side{Support: s.Support, Claims: s.Claims}
		for i, r := range s.Evidence {
			out.Evidence = append(out.Evidence, explain.Evidence{Rank: i + 1, Claim: g.claim(claims[r.Claim])})
		}
		return out
	}
	grades := f.Grades()
	leading := e.pair(g, claims[f.A.Evidence[0].Claim], claims[f.B.Evidence[0].Claim])
	// Of several comparisons of the two the finding's own comes first.
	slices.SortStableFunc(leading.Comparisons, func(x, y explain.Comparison) int {
		return cmp.Compare(other(x.Finding, f.ID), other(y.Finding, f.ID))
	})
	return &explain.Contradiction{
		RunID: e.run.Manifest.RunID, ID: f.ID, Kind: f.Kind, Tier: f.Tier, Scope: f.Scope, Roles: f.Roles, Topic: f.Topic,
		Rule: f.Rule, Summary: f.Summary, MissingScope: strings.Fields(f.MissingScope), A: side(f.A), B: side(f.B), Leading: leading,
		Severity: severity(f, grades), Confidence: confidence(f, grades),
	}, nil
}

func other(id, than string) int {
	if id == than {
		return 0
	}
	return 1
}
