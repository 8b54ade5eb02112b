package contradict

import (
	"fmt"
	"strings"
)

// payOrder finds pairs of roles of which sources say, or give amounts that
// say, that the one earns more and that the other does, or both the same. Of
// the others it notes the order, of which circles are made.
func (d *detector) payOrder() {
	for g := range d.fold.groups(d.keys[PayOrder]) {
		a, b, _ := strings.Cut(g.key, " ")
		over, equal, under := stances(g.records)
		switch {
		case d.opposed("pay-order", a, b, over, equal, under):
		case len(over) > 0:
			d.earners.add(a, b)
		case len(under) > 0:
			d.earners.add(b, a)
		}
	}
}

// stances parts the records of an ordered pair.
func stances(records []*counted) (over, equal, under []*counted) {
	for _, r := range records {
		switch r.Stance {
		case Over:
			over = append(over, r)
		case Under:
			under = append(under, r)
		case Equal:
			equal = append(equal, r)
		}
	}
	return over, equal, under
}

// opposed reports the firmest conflict between the stances on a pair of roles:
// opposite orders, else an order and its absence.
func (d *detector) opposed(kind, a, b string, over, equal, under []*counted) bool {
	return d.orders(kind, a, b, over, under) || d.orders(kind, a, b, over, equal) || d.orders(kind, a, b, under, equal)
}

// orders compares two stances on one pair of roles and reports whether they
// contradict each other.
func (d *detector) orders(kind, roleA, roleB string, a, b []*counted) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	topic := map[string]string{"pay-order": "pay", "rank": "rank"}[kind]
	roles := []string{roleA, roleB}
	f := Finding{Kind: kind, Tier: Stated, Roles: roles, Topic: topic, Rule: "opposite-orders"}
	if a[0].Stance == Equal || b[0].Stance == Equal {
		f.Rule = "order-and-equal"
	}
	ok := d.build(&f, sides{
		a: a, b: b, score: func(x, y *Record) int { return x.weight() + y.weight() },
		conflicts: func(x, y *Record) bool {
			reason, deciding := d.orderBar(x, y)
			if reason != "" {
				d.miss(kind, roles, topic, reason, x, y, deciding...)
			}
			return reason == ""
		},
	})
	if !ok {
		return false
	}
	d.limits(&f)
	f.Summary = orderSummary(&f)
	d.add(f)
	return true
}

// orderBar returns why two orders of one pair don't contradict each other.
func (d *detector) orderBar(a, b *Record) (reason string, deciding []string) {
	switch {
	case a.May || b.May:
		return "hedged", nil
	case a.Doc == b.Doc && a.Sentence == b.Sentence:
		return "other-condition", nil
	case a.Doc == b.Doc && a.Derived && b.Derived:
		return "estimate-spread", nil // two tables of one article
	case a.Derived && b.Derived && a.Upstream != "" && a.Upstream == b.Upstream:
		return "same-upstream", []string{a.Upstream}
	}
	return d.payBar(a, b)
}

// payBar returns which limit keeps two statements on pay or rank apart, and
// what they say of it.
func (d *detector) payBar(a, b *Record) (reason string, deciding []string) {
	switch reason = d.payLimit(a, b); reason {
	case "other-currency":
		deciding = []string{a.Currency, b.Currency}
	case "other-component":
		deciding = []string{orAny(a.Component), orAny(b.Component)}
	case "other-year":
		deciding = []string{fmt.Sprint(a.Year), fmt.Sprint(b.Year)}
	case "other-place":
		deciding = []string{a.Place, b.Place}
	case "other-condition":
		deciding = []string{orAny(a.Condition), orAny(b.Condition)}
	}
	return reason, deciding
}

// payLimit is payBar's reason alone.
func (d *detector) payLimit(a, b *Record) string {
	if a.Currency != "" && b.Currency != "" && a.Currency != b.Currency {
		return "other-currency"
	}
	x, y := a.limits(), b.limits()
	return d.limitBar(&x, &y, a.Kind == Pay)
}

// limits is what a statement on pay or rank is limited to.
type limits struct {
	place, component, condition string
	year                        int
}

func (r *Record) limits() limits { return limits{r.Place, r.Component, r.Condition, r.Year} }

// limitBar returns which limit keeps two statements apart, of which both are
// amounts or both orders. An amount that names no component may be base pay,
// and is no total.
func (d *detector) limitBar(a, b *limits, amounts bool) string {
	switch {
	case a.component != b.component && (a.component != "" && b.component != "" || amounts && a.component+b.component != "base"):
		return "other-component"
	case a.year != 0 && b.year != 0 && a.year != b.year:
		return "other-year"
	case !d.comparable(a.place, b.place):
		return "other-place"
	case !strings.EqualFold(a.condition, b.condition):
		return "other-condition"
	}
	return ""
}

// comparable reports whether figures for two places may be held against each
// other.
func (d *detector) comparable(a, b string) bool {
	if a == "" || b == "" || a == b {
		return true
	}
	if d.env.Places == nil {
		return strings.EqualFold(a, b)
	}
	known, ok := d.places[[2]string{a, b}]
	if !ok {
		known = d.env.Places.Comparable(a, b)
		if len(d.places) < maxPlaces {
			d.places[[2]string{strings.Clone(a), strings.Clone(b)}] = known
		}
	}
	return known
}

// maxPlaces bounds the pairs of places of which it is remembered whether they
// compare: finding out takes longer than all else about a pair of amounts.
const maxPlaces = 1 << 16

// limits writes what the leading pair is limited to, and what one of them
// leaves out.
func (d *detector) limits(f *Finding) {
	a, b := &f.A.Evidence[0], &f.B.Evidence[0]
	f.Place, f.Year, f.Component = narrower(a.Place, b.Place), max(a.Year, b.Year), narrower(a.Component, b.Component)
	var missing []string
	if (a.Year == 0) != (b.Year == 0) {
		missing = append(missing, "year")
	}
	if (a.Place == "") != (b.Place == "") {
		missing = append(missing, "place")
	}
	if (a.Component == "") != (b.Component == "") {
		missing = append(missing, "component")
	}
	f.MissingScope = strings.Join(missing, " ")
}

// narrower returns the one that is stated, of two the first in order.
func narrower(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return min(a, b)
}

func orderSummary(f *Finding) string {
	say := func(r *Record) string {
		verbs := map[Stance]string{Over: "earns more than", Under: "earns less than", Equal: "earns the same as"}
		if r.Kind == Rank {
			verbs = map[Stance]string{Over: "stands over", Under: "stands under", Equal: "is a peer of"}
		}
		return verbs[r.Stance]
	}
	a, b := &f.A.Evidence[0], &f.B.Evidence[0]
	return fmt.Sprintf("The %s %s the %s by one account, and %s it by another.", title(a.Role), say(a), title(a.Other), say(b))
}
