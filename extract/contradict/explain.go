package contradict

import (
	"cmp"
	"slices"
	"strings"
)

// Outcome is what became of two claims.
type Outcome string

// The outcomes, those that say most first.
const (
	Flagged Outcome = "flagged" // on the two sides of a contradiction
	Spared  Outcome = "spared"  // compared and not flagged, for a reason
	Apart   Outcome = "apart"   // never compared, for a reason
)

// Reasons beside those of near misses. The first two are of claims that can't
// both hold by the rules and yet are on no two sides of a finding.
const (
	Outweighed  = "outweighed"   // the run reports firmer or wider pairs in their place
	BeyondReach = "beyond-reach" // behind more records of one source or side than are compared
	NothingSaid = "nothing-said" // one of them says nothing that is compared
	OtherKind   = "other-kind"   // a duty and an amount
	OtherRoles  = "other-roles"  // about roles that are not the same
	OtherDuty   = "other-duty"   // of other actions or things
	SameSide    = "same-side"    // they agree
	TooGeneral  = "too-general"  // a duty that any role may have: "works with", "everything"
)

// Comparison is one time that detection compared two claims, or the reason why
// it never did.
type Comparison struct {
	Outcome Outcome
	Kind    string   // of contradiction; "" where they were never compared
	Topic   string   // "" where they were never compared
	Rule    string   // that they break; "" for none
	Reason  string   // why they were not flagged; "" where they were
	Words   []string // that decided; of two the first is the first claim's
	Finding string   // id of the contradiction that they are in, or that is reported in their place
	A, B    Record   // what was compared
	Slots   []Slot   // the records slot by slot
}

// Explain says what detection makes of two claims, given by their records:
// what is said first counts most. It runs detection over what was gathered,
// which must hold all records about the roles of both, and notes what becomes
// of the two; and over the two alone, for what is left out of the larger
// comparison since others say the same.
func (f *Fold) Explain(env Env, a, b []Record) []Comparison {
	if len(a) == 0 || len(b) == 0 {
		return []Comparison{{Outcome: Apart, Reason: NothingSaid}}
	}
	whole := watch{a: a[0].Claim, b: b[0].Claim}
	result := f.detect(env, &whole)
	alone := watch{a: whole.a, b: whole.b}
	two := f.only(a, b)
	two.detect(env, &alone)
	seen := whole.seen
	for _, c := range alone.seen {
		if !slices.ContainsFunc(whole.seen, func(w Comparison) bool { return w.Kind == c.Kind && w.A.Key == c.A.Key }) {
			seen = append(seen, result.place(c))
		}
	}
	d := NewDetector(env, f.pairs).begin(&Fold{})
	if len(seen) == 0 {
		seen = []Comparison{d.unlike(a, b)}
	}
	slices.SortStableFunc(seen, func(x, y Comparison) int { return cmp.Compare(x.order(), y.order()) })
	seen = slices.CompactFunc(seen, func(x, y Comparison) bool {
		return x.Kind == y.Kind && x.Topic == y.Topic && x.Reason == y.Reason && x.Finding == y.Finding && slices.Equal(x.Words, y.Words)
	})
	for i := range seen {
		seen[i].Slots = d.slots(&seen[i])
	}
	return seen
}

// order puts what was flagged first, then what only lacks a place among the
// findings.
func (c *Comparison) order() int {
	switch {
	case c.Outcome == Flagged:
		return 0
	case c.Rule != "":
		return 1
	}
	return 2
}

// only returns a fold of two claims, in which their roles are compared if they
// are so in f.
func (f *Fold) only(a, b []Record) *Fold {
	var two Fold
	for _, x := range a {
		for _, y := range b {
			if p, q, _ := pair(x.Role, y.Role); f.pairs[[2]string{p, q}] {
				two.Add(Record{Kind: Compared, Key: p + " " + q, Role: p, Other: q})
			}
		}
	}
	for _, r := range append(slices.Clone(a), b...) {
		two.Add(r)
	}
	return &two
}

// place finds what a run reports in the place of two claims that conflict and
// that its findings don't oppose.
func (r *Result) place(c Comparison) Comparison {
	if c.Outcome != Flagged {
		return c
	}
	c.Outcome, c.Reason, c.Finding = Spared, BeyondReach, ""
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Kind == c.Kind && f.Topic == c.Topic && about(f, &c.A) && about(f, &c.B) {
			c.Reason, c.Finding = Outweighed, f.ID
			break
		}
	}
	return c
}

// about reports whether a finding is about the roles of a record.
func about(f *Finding, r *Record) bool {
	return slices.Contains(f.Roles, r.Role) && (r.Other == "" || slices.Contains(f.Roles, r.Other))
}

// unlike says why two claims were never compared: by what parts them before
// any rule reads them.
func (d *detector) unlike(a, b []Record) Comparison {
	x, y := nearest(a, b)
	c := Comparison{Outcome: Apart, A: *x, B: *y}
	switch {
	case x.Kind != y.Kind:
		c.Reason, c.Words = OtherKind, []string{string(x.Kind), string(y.Kind)}
	case x.Kind == Duty && x.Key != y.Key:
		c.Reason, c.Words = OtherDuty, []string{topicOf(x.Key), topicOf(y.Key)}
	case x.Kind == Duty:
		c.Reason, c.Words = d.unlikeDuties(x, y)
	case x.Role != y.Role || x.Kind != Boss && x.Other != y.Other:
		c.Reason, c.Words = OtherRoles, []string{rolesOf(x), rolesOf(y)}
	case x.Kind == Pay:
		c.Reason = d.amountBar(x, y)
	case x.Stance == y.Stance && x.Other == y.Other:
		c.Reason = SameSide
	default:
		c.Reason, c.Words = d.orderBar(x, y)
	}
	if c.Reason == "" {
		c.Reason = BeyondReach
	}
	return c
}

// unlikeDuties parts two statements under one key.
func (d *detector) unlikeDuties(x, y *Record) (reason string, deciding []string) {
	same := x.Role == y.Role
	switch {
	case same && x.Stance == y.Stance:
		return SameSide, nil
	case same && x.Stance == Does:
		return polarityBar(x, y, x.Key)
	case same:
		return polarityBar(y, x, x.Key)
	case x.Stance != Does || y.Stance != Does || !ownable(x.Key):
		return OtherRoles, []string{x.Role, y.Role}
	case !x.specific() || !y.specific():
		return TooGeneral, []string{which(x), which(y)}
	}
	reason, deciding = ownershipBar(x, y)
	if reason == "weak" {
		return TooGeneral, []string{x.Verb, y.Verb}
	}
	return reason, deciding
}

// nearest picks the records of two claims that have most in common.
func nearest(a, b []Record) (x, y *Record) {
	best := -1
	for i := range a {
		for k := range b {
			n := 0
			for bit, same := range []bool{a[i].Role == b[k].Role, a[i].Concept == b[k].Concept, a[i].Key == b[k].Key, a[i].Kind == b[k].Kind} {
				n += count(same) << bit
			}
			if n > best {
				best, x, y = n, &a[i], &b[k]
			}
		}
	}
	return x, y
}

func rolesOf(r *Record) string { return strings.TrimSpace(r.Role + " " + r.Other) }
