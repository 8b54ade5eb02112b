package contradict

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// gap is how much the larger midpoint must exceed the smaller for two amounts
// to contradict each other (gold/GUIDE.md).
const gap = 1.25

// payRange finds amounts of one role that can't both be right.
func (d *detector) payRange() {
	for _, g := range d.fold.sorted(Pay) {
		records := slices.Clone(g.records)
		slices.SortFunc(records, func(a, b counted) int { return byAmount(false)(a.Record, b.Record) })
		used := map[string]bool{}
		for {
			i, j := d.widest(records, used)
			if i < 0 {
				break
			}
			d.amounts(records, i, j, used)
		}
		d.spread(records)
	}
	d.otherCurrencies()
}

// maxAmounts bounds the amounts of one key that are compared: the sorted ends
// hold the widest gaps.
const maxAmounts = 400

// widest returns the pair of amounts that contradict each other by the widest
// gap, neither of them used before; -1 for none.
func (d *detector) widest(records []counted, used map[string]bool) (low, high int) {
	low, high = -1, -1
	best := 0.0
	n := len(records)
	for i := 0; i < n && i < maxAmounts; i++ {
		if used[records[i].id()] {
			continue
		}
		for j := n - 1; j > i && n-1-j < maxAmounts; j-- {
			a, b := &records[i].Record, &records[j].Record
			ratio := mid(*b) / math.Max(mid(*a), 1)
			if ratio < gap || ratio <= best {
				break // those before j are nearer still
			}
			if used[b.id()] || d.amountBar(a, b) != "" {
				continue
			}
			low, high, best = i, j, ratio
		}
	}
	return low, high
}

// amounts reports the contradiction led by two records, with all others of
// their place, year and component as evidence.
func (d *detector) amounts(records []counted, i, j int, used map[string]bool) {
	lead := [2]*Record{&records[i].Record, &records[j].Record}
	var low, high []counted
	for k, r := range records {
		switch {
		case k == i, k != j && d.amountBar(&r.Record, lead[1]) == "" && mid(r.Record) < mid(*lead[1]) && d.sameLimits(&r.Record, lead[0], lead[1]):
			low = append(low, r)
		case k == j, d.amountBar(lead[0], &r.Record) == "" && d.sameLimits(&r.Record, lead[0], lead[1]):
			high = append(high, r)
		}
	}
	f := Finding{Kind: "pay-range", Tier: Stated, Roles: []string{lead[0].Role}, Topic: "pay", Rule: "amounts-apart"}
	ok := d.build(&f, sides{
		a: low, b: high,
		conflicts: func(a, b *Record) bool { return mid(*a) < mid(*b) && d.amountBar(a, b) == "" },
		score:     func(a, b *Record) int { return int(math.Min(100*mid(*b)/math.Max(mid(*a), 1), 1e6)) },
	})
	used[lead[0].id()], used[lead[1].id()] = true, true
	if !ok {
		return
	}
	for _, r := range append(low, high...) {
		used[r.id()] = true
	}
	d.limits(&f)
	f.Summary = fmt.Sprintf("The pay of the %s is put at %s and at %s a year.", title(lead[0].Role), money(&f.A.Evidence[0]), money(&f.B.Evidence[0]))
	d.add(f)
}

// sameLimits reports whether a record compares with both leading ones.
func (d *detector) sameLimits(r, a, b *Record) bool {
	for _, lead := range []*Record{a, b} {
		if reason, _ := d.payBar(r, lead); reason != "" {
			return false
		}
	}
	return true
}

// amountBar returns why a lower and a higher amount of one role agree, "" where
// they contradict each other.
func (d *detector) amountBar(a, b *Record) string {
	if reason, _ := d.payBar(a, b); reason != "" {
		return reason
	}
	switch {
	case a.Doc == b.Doc && a.Sentence == b.Sentence:
		return "other-condition"
	case a.Upstream != "" && a.Upstream == b.Upstream:
		return "same-upstream"
	case a.Doc != b.Doc && d.copied(a, b):
		return "duplicate"
	case a.Doc == b.Doc && !retold(a, b):
		return "estimate-spread"
	case open(a) || open(b), a.Low <= b.High && b.Low <= a.High:
		return "estimate-spread"
	case math.Max(mid(*a), mid(*b)) < gap*math.Min(mid(*a), mid(*b)):
		return "estimate-spread"
	}
	return ""
}

// retold reports whether two amounts of one article are meant to be the same:
// it lists the pay of grades, places and trades under headings of their own,
// and often without saying so in each row.
func retold(a, b *Record) bool {
	return a.Section == b.Section && a.Statistic == b.Statistic && a.Upstream == b.Upstream &&
		(a.Statistic == "average" || a.Statistic == "median") && strings.EqualFold(a.Place, b.Place) && a.Year == b.Year
}

// open reports whether an end is open. Minima and maxima compare with their
// own kind by the end that they have.
func open(r *Record) bool {
	if r.Statistic == "minimum" || r.Statistic == "maximum" || strings.HasPrefix(r.Statistic, "p") {
		return r.Low == 0 && math.IsInf(r.High, 1)
	}
	return r.Low == 0 || math.IsInf(r.High, 1)
}

// spread notes what was looked at and not flagged: neighbours by amount and
// the two extremes, not every pair.
func (d *detector) spread(records []counted) {
	note := func(i, j int) {
		a, b := &records[i].Record, &records[j].Record
		if d.source(a) == d.source(b) && a.Doc == b.Doc && a.Sentence == b.Sentence {
			return
		}
		if reason := d.amountBar(a, b); reason != "" {
			_, deciding := d.payBar(a, b)
			if deciding == nil {
				deciding = []string{money(a), money(b)}
			}
			d.miss("pay-range", []string{a.Role}, "pay", reason, *a, *b, deciding...)
		}
	}
	for i := 1; i < len(records); i++ {
		note(i-1, i)
	}
	if n := len(records); n > 2 {
		note(0, n-1)
	}
}

// otherCurrencies notes roles whose pay is given in two currencies, or by two
// kinds of statistic: such amounts stand under two keys.
func (d *detector) otherCurrencies() {
	byRole := map[string][]Record{}
	for _, g := range d.fold.sorted(Pay) {
		byRole[g.records[0].Role] = append(byRole[g.records[0].Role], g.records[0].Record)
	}
	for _, role := range sortedKeys(byRole) {
		list := byRole[role]
		for i := 1; i < len(list); i++ {
			a, b := list[i-1], list[i]
			if a.Currency != b.Currency {
				d.miss("pay-range", []string{role}, "pay", "other-currency", a, b, a.Currency, b.Currency)
			} else {
				d.miss("pay-range", []string{role}, "pay", "other-statistic", a, b, a.Statistic, b.Statistic)
			}
		}
	}
}

// money writes an amount for people: "USD 70,000 to 90,000".
func money(r *Record) string {
	switch {
	case math.IsInf(r.High, 1):
		return r.Currency + " " + thousands(r.Low) + " or more"
	case r.Low == 0:
		return r.Currency + " " + thousands(r.High) + " or less"
	case r.Low == r.High:
		return r.Currency + " " + thousands(r.Low)
	}
	return r.Currency + " " + thousands(r.Low) + " to " + thousands(r.High)
}

func thousands(x float64) string {
	s := fmt.Sprintf("%.0f", x)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
