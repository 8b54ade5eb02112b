package contradict

import (
	"fmt"
	"slices"
	"strings"
)

// payOrder finds pairs of roles of which sources say, or give amounts that
// say, that the one earns more and that the other does, or both the same; and
// orders of three roles that run in a circle.
func (d *detector) payOrder() {
	edges := map[[2]string][]counted{} // who earns more, who less
	for _, g := range d.fold.sorted(PayOrder) {
		a, b, _ := strings.Cut(g.key, " ")
		over, equal, under := stances(g.records)
		switch {
		case d.opposed("pay-order", a, b, over, equal, under):
		case len(over) > 0:
			edges[[2]string{a, b}] = over
		case len(under) > 0:
			edges[[2]string{b, a}] = under
		}
	}
	d.circles(edges)
}

// stances parts the records of an ordered pair.
func stances(records []counted) (over, equal, under []counted) {
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
func (d *detector) opposed(kind, a, b string, over, equal, under []counted) bool {
	return d.orders(kind, a, b, over, under) || d.orders(kind, a, b, over, equal) || d.orders(kind, a, b, under, equal)
}

// orders compares two stances on one pair of roles and reports whether they
// contradict each other.
func (d *detector) orders(kind, roleA, roleB string, a, b []counted) bool {
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
				d.miss(kind, roles, topic, reason, *x, *y, deciding...)
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

// payBar returns which limit keeps two statements on pay or rank apart. An
// amount that names no component may be base pay, and is no total.
func (d *detector) payBar(a, b *Record) (reason string, deciding []string) {
	switch {
	case a.Currency != "" && b.Currency != "" && a.Currency != b.Currency:
		return "other-currency", []string{a.Currency, b.Currency}
	case a.Component != b.Component && (a.Component != "" && b.Component != "" || a.Kind == Pay && a.Component+b.Component != "base"):
		return "other-component", []string{orAny(a.Component), orAny(b.Component)}
	case a.Year != 0 && b.Year != 0 && a.Year != b.Year:
		return "other-year", []string{fmt.Sprint(a.Year), fmt.Sprint(b.Year)}
	case !d.comparable(a.Place, b.Place):
		return "other-place", []string{a.Place, b.Place}
	case !strings.EqualFold(a.Condition, b.Condition):
		return "other-condition", []string{orAny(a.Condition), orAny(b.Condition)}
	}
	return "", nil
}

func (d *detector) comparable(a, b string) bool {
	if d.env.Places == nil {
		return a == "" || b == "" || strings.EqualFold(a, b)
	}
	return d.env.Places.Comparable(a, b)
}

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

// circles finds three roles each of which earns more than the next. Orders
// that another account reverses were reported as such.
func (d *detector) circles(edges map[[2]string][]counted) {
	next := map[string][]string{}
	for e := range edges {
		next[e[0]] = append(next[e[0]], e[1])
	}
	for _, list := range next {
		slices.Sort(list)
	}
	for _, x := range sortedKeys(next) {
		for _, y := range next[x] {
			for _, z := range next[y] {
				if x < y && x < z && slices.Contains(next[z], x) {
					d.circle([3]string{x, y, z}, edges)
				}
			}
		}
	}
}

// circle reports one circle: side b is the order with the fewest sources,
// side a the two that speak against it.
func (d *detector) circle(roles [3]string, edges map[[2]string][]counted) {
	var sides3 [3][]counted
	weakest := 0
	for i := range roles {
		for _, r := range edges[[2]string{roles[i], roles[(i+1)%3]}] {
			if !r.May {
				sides3[i] = append(sides3[i], r)
			}
		}
		if len(sides3[i]) == 0 {
			return
		}
		if d.sources(sides3[i]) < d.sources(sides3[weakest]) {
			weakest = i
		}
	}
	first, second, last := sides3[(weakest+1)%3], sides3[(weakest+2)%3], sides3[weakest]
	for _, p := range [][2]counted{{first[0], second[0]}, {first[0], last[0]}, {second[0], last[0]}} {
		if reason, _ := d.payBar(&p[0].Record, &p[1].Record); reason != "" {
			return
		}
	}
	f := Finding{Kind: "pay-order", Tier: Stated, Roles: roles[:], Topic: "pay", Rule: "circle"}
	a := []counted{first[0], second[0]}
	a = append(a, first[1:min(len(first), 3)]...)
	if !d.build(&f, sides{
		a: a, b: last, score: func(x, y *Record) int { return x.weight() + y.weight() },
		conflicts: func(x, y *Record) bool { return true },
	}) {
		return
	}
	d.limits(&f)
	f.Summary = fmt.Sprintf("Taken together, the accounts say that the %s earns more than the %s, who earns more than the %s, who earns more than the first.",
		title(roles[0]), title(roles[1]), title(roles[2]))
	d.add(f)
}

// sources counts the independent sources of records.
func (d *detector) sources(records []counted) int {
	set := map[string]bool{}
	for i := range records {
		set[d.source(&records[i].Record)] = true
	}
	return len(set)
}
