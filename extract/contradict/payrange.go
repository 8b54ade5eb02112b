package contradict

import (
	"fmt"
	"math"
	"strings"
)

// gap is how much the larger midpoint must exceed the smaller for two amounts
// to contradict each other (gold/GUIDE.md).
const gap = 1.25

// payRange finds amounts of one role that can't both be right, and notes roles
// whose pay is given in two currencies, or by two kinds of statistic: such
// amounts stand under two keys.
func (d *detector) payRange() {
	leads := map[string][]lead{} // by role
	for _, k := range d.keys[Pay] {
		s := d.sweep(k)
		s.findings()
		role, best := s.spread()
		leads[role] = append(leads[role], lead{k.key, best})
	}
	for _, role := range sortedKeys(leads) {
		list := leads[role]
		for i := 1; i < len(list); i++ {
			var a, b Record
			d.fold.names.decode(list[i-1].encoded, list[i-1].key, &a)
			d.fold.names.decode(list[i].encoded, list[i].key, &b)
			if a.Currency != b.Currency {
				d.miss("pay-range", []string{role}, "pay", "other-currency", &a, &b, a.Currency, b.Currency)
			} else {
				d.miss("pay-range", []string{role}, "pay", "other-statistic", &a, &b, a.Statistic, b.Statistic)
			}
		}
	}
}

// lead is the best record of a key, as its bytes.
type lead struct{ key, encoded string }

// apart reports the contradiction led by two amounts, with those of their
// place, year and component that contradict one of them as evidence.
func (s *sweep) apart(i, j int) {
	lead := [2]Record{s.record(i), s.record(j)}
	low, high := s.against(i, j)
	for _, k := range append(low, high...) {
		s.amounts[k].used = true
	}
	f := Finding{Kind: "pay-range", Tier: Stated, Roles: []string{lead[0].Role}, Topic: "pay", Rule: "amounts-apart"}
	ok := s.d.build(&f, sides{
		a: s.records(low[:min(len(low), looked)]), b: s.records(high[max(len(high)-looked, 0):]),
		conflicts: func(a, b *Record) bool { return mid(a) < mid(b) && s.d.amountBar(a, b) == "" },
		score:     func(a, b *Record) int { return int(math.Min(100*mid(b)/math.Max(mid(a), 1), 1e6)) },
	})
	if !ok {
		return
	}
	s.d.limits(&f)
	f.Summary = fmt.Sprintf("The pay of the %s is put at %s and at %s a year.", title(lead[0].Role), money(&f.A.Evidence[0]), money(&f.B.Evidence[0]))
	s.d.add(f)
}

// amountBar returns why a lower and a higher amount of one role agree, "" where
// they contradict each other.
func (d *detector) amountBar(a, b *Record) string {
	if reason := d.payLimit(a, b); reason != "" {
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
	case math.Max(mid(a), mid(b)) < gap*math.Min(mid(a), mid(b)):
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
