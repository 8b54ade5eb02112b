package main

import (
	"slices"
	"strings"
)

// trap adds a pair that only looks like a contradiction, of a kind by chance.
func (p *plan) trap() {
	kinds := []func() bool{
		p.otherYear, p.otherPlace, p.otherComponent, p.otherStatistic, p.otherGrade,
		p.sharedDuty, p.assisting, p.otherObject, p.otherAction, p.otherSize, p.hedged, p.deniedOther,
	}
	if !kinds[p.rng.IntN(len(kinds))]() {
		p.sharedDuty()
	}
}

// twoAmounts states the pay of one role in two articles.
func (p *plan) twoAmounts(reason string, change func(*saying), first, second []string) bool {
	l, a, b := p.meet(amounts(1), nextSites(1))
	if l == nil {
		return false
	}
	at := l.slot()
	r := a.family.roles[at.role]
	s := saying{role: r, place: at.place, year: 2021, sum: r.worth(at.place, 2021, 1)}
	quote := p.payAs(a, at, s, first)
	s.sum = s.sum * 8 / 5 / 500 * 500
	if change != nil {
		change(&s)
	}
	p.decoy(reason, a, quote, b, p.payAs(b, at, s, second))
	return true
}

func (p *plan) otherYear() bool {
	return p.twoAmounts("other-year", func(s *saying) { s.year = 2009; s.sum = s.sum * 3 / 8 / 500 * 500 }, earns, earns)
}

func (p *plan) otherComponent() bool {
	return p.twoAmounts("other-component", nil,
		[]string{"In {place}, the average base salary of {a} was {sum} in {year}.", "In {year}, the base salary of {a} in {place} averaged {sum}."},
		[]string{"In {place}, the average total compensation of {a} was {sum} in {year}.", "In {year}, total compensation for {a} in {place} averaged {sum}."})
}

func (p *plan) otherStatistic() bool {
	return p.twoAmounts("other-statistic", nil, earns,
		[]string{"In {place}, the highest-paid 10 percent of {rs} earned more than {sum} in {year}.", "The top 10% of {rs} in {place} made more than {sum} in {year}."})
}

func (p *plan) otherGrade() bool {
	return p.twoAmounts("other-condition", nil,
		[]string{"In {place}, an entry-level {t} earned {sum} on average in {year}.", "In {year}, junior {rs} in {place} earned an average of {sum}."},
		[]string{"In {place}, an experienced {t} earned {sum} on average in {year}.", "In {year}, senior {rs} in {place} earned an average of {sum}."})
}

// otherPlace states the pay of one role in two places.
func (p *plan) otherPlace() bool {
	var one, other slot
	l, a, b := p.meet(func(l *pool) bool {
		if len(l.amount) == 0 {
			return false
		}
		one = l.amount[len(l.amount)-1]
		at := slices.IndexFunc(l.amount, func(s slot) bool {
			return s.role == one.role && s.place.name != one.place.name && s.place.currency == one.place.currency
		})
		if at < 0 {
			return false
		}
		other = l.amount[at]
		return true
	}, func(*pool) []string { return []string{one.place.name, other.place.name} })
	if l == nil {
		return false
	}
	l.amount = slices.DeleteFunc(l.amount, func(s slot) bool { return s == one || s == other })
	low := a.family.roles[one.role].worth(one.place, 2022, 1)
	p.decoy("other-place", a, p.pay(a, one, 2022, low), b, p.pay(b, other, 2022, low*8/5/500*500))
	return true
}

// twoDuties makes statements of two roles and one duty, or two.
func (p *plan) twoDuties(reason string, first, second []string, turn func(*pool, saying) (saying, bool)) bool {
	l, a, b := p.meet(spare(1), nil)
	if l == nil {
		return false
	}
	two := a.roles
	s := saying{role: a.family.roles[two[0]], other: a.family.roles[two[1]], duty: l.claim()}
	for deeds[s.duty.deed].people && len(l.duties) > 0 { // see duties
		s.duty = l.claim()
	}
	then, at := s, two[1]
	then.role, then.other = s.other, s.role
	if turn != nil {
		var ok bool
		if then, ok = turn(l, then); !ok {
			return false
		}
		if then.role.key == s.role.key {
			at = two[0]
		}
	}
	quote := p.state(a, two[0], s, first, false)
	p.decoy(reason, a, quote, b, p.state(b, at, then, second, false))
	return true
}

func (p *plan) sharedDuty() bool { return p.twoDuties("shared", together, owns[:3], nil) }

func (p *plan) assisting() bool { return p.twoDuties("assisting", helps, owns[:3], nil) }

// otherObject gives two roles the same to do with two things of one kind.
func (p *plan) otherObject() bool {
	return p.twoDuties("other-object", owns, owns, func(l *pool, s saying) (saying, bool) {
		var ok bool
		s.duty, ok = l.sibling(s.duty)
		return s, ok
	})
}

// deniedOther denies a role what it does to another thing.
func (p *plan) deniedOther() bool {
	return p.twoDuties("other-object", does, doesNot, func(l *pool, s saying) (saying, bool) {
		s.role, s.other = s.other, s.role
		var ok bool
		s.duty, ok = l.sibling(s.duty)
		return s, ok
	})
}

// sibling takes a duty of the same deed to another thing of the same kind.
func (l *pool) sibling(d duty) (duty, bool) {
	_, thing, _ := strings.Cut(d.object, " ")
	at := slices.IndexFunc(l.duties, func(other duty) bool { return other.deed == d.deed && strings.HasSuffix(other.object, " "+thing) })
	if at < 0 {
		return duty{}, false
	}
	d = l.duties[at]
	l.duties = slices.Delete(l.duties, at, at+1)
	return d, true
}

// otherAction has one role do something else to the other's thing, which is
// more than to repair what the other maintains.
func (p *plan) otherAction() bool {
	return p.twoDuties("other-action", owns[:3], owns[:3], func(_ *pool, s saying) (saying, bool) {
		was := s.duty.deed
		for s.duty.deed == was || deeds[s.duty.deed].watching || deeds[s.duty.deed].upkeep && deeds[was].upkeep {
			s.duty.deed = p.rng.IntN(len(deeds))
		}
		return s, true
	})
}

// otherSize gives a role a duty in small companies and denies it in large ones.
func (p *plan) otherSize() bool {
	return p.twoDuties("other-condition", small, large, func(_ *pool, s saying) (saying, bool) {
		s.role, s.other = s.other, s.role
		return s, true
	})
}

// hedged says what may be against what is.
func (p *plan) hedged() bool {
	l, a, b := p.meet(func(l *pool) bool { return len(l.pairs) > 0 }, nil)
	if l == nil {
		return false
	}
	two := l.pair()
	more, less := a.family.roles[two[0]], a.family.roles[two[1]]
	p.decoy("hedged",
		a, p.state(a, -1, saying{role: less, other: more}, may, false),
		b, p.state(b, -1, saying{role: more, other: less}, earnsMore, false))
	return true
}
