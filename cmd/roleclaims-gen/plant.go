package main

// plant adds a contradiction: of a kind by chance, or where its family has no
// room for that any more, of polarity.
func (p *plan) plant() {
	kinds := []func() bool{p.payRange, p.payRange, p.payRange, p.ownership, p.ownership, p.ownership, p.payOrder, p.rank, p.polarity, p.polarity}
	if !kinds[p.rng.IntN(len(kinds))]() {
		p.polarity()
	}
}

// polarity has one article give a duty to a role, another deny it.
func (p *plan) polarity() bool {
	l, a, b := p.meet(spare(1), nil)
	if l == nil {
		return false
	}
	r := p.rng.IntN(len(a.family.roles))
	s := saying{role: a.family.roles[r], duty: l.duty()}
	p.answer("polarity", a, p.state(a, r, s, does, true), b, p.state(b, r, s, doesNot, false))
	return true
}

// ownership has two articles give one duty to two roles, each as its own: to
// those that the first one's title sets side by side.
func (p *plan) ownership() bool {
	l, a, b := p.meet(spare(1), nil)
	if l == nil {
		return false
	}
	two := a.roles
	first, second, d := a.family.roles[two[0]], a.family.roles[two[1]], l.claim()
	p.answer("ownership",
		a, p.state(a, two[0], saying{role: first, other: second, duty: d}, owns, false),
		b, p.state(b, two[1], saying{role: second, other: first, duty: d}, owns, false))
	return true
}

// payRange has two articles put the pay of a role in one place and year at
// amounts that are far apart.
func (p *plan) payRange() bool {
	l, a, b := p.meet(amounts(1), nextSites(1))
	if l == nil {
		return false
	}
	at := l.slot()
	year := 2018 + p.rng.IntN(7)
	low := a.family.roles[at.role].worth(at.place, year, 1)
	high := int(float64(low)*(1.5+0.5*p.rng.Float64())) / 500 * 500
	p.answer("pay-range", a, p.pay(a, at, year, low), b, p.pay(b, at, year, high))
	return true
}

// payOrder has two articles order the pay of two roles the one way and the
// other.
func (p *plan) payOrder() bool {
	l, a, b := p.meet(func(l *pool) bool { return len(l.pairs) > 0 }, nil)
	if l == nil {
		return false
	}
	two := l.pair()
	one, other := a.family.roles[two[0]], a.family.roles[two[1]]
	p.answer("pay-order",
		a, p.state(a, -1, saying{role: one, other: other}, earnsMore, false),
		b, p.state(b, -1, saying{role: other, other: one}, earnsMore, false))
	return true
}

// rank has two articles put two roles over each other, or name two superiors
// of one.
func (p *plan) rank() bool {
	l, a, b := p.meet(func(l *pool) bool { return len(l.chains) > 0 }, nil)
	if l == nil {
		return false
	}
	chain := l.chains[len(l.chains)-1]
	l.chains = l.chains[:len(l.chains)-1]
	roles := a.family.roles
	one, other := saying{role: roles[chain[0]], other: roles[chain[1]]}, saying{role: roles[chain[1]], other: roles[chain[0]]}
	templates := ranks
	if len(chain) == 3 {
		one, other = saying{role: roles[chain[1]], other: roles[chain[0]]}, saying{role: roles[chain[2]], other: roles[chain[0]]}
		templates = ranks[:2]
	}
	p.answer("rank", a, p.state(a, -1, one, templates, false), b, p.state(b, -1, other, templates, false))
	return true
}

// What meet asks of a family.

func spare(n int) func(*pool) bool { return func(l *pool) bool { return len(l.duties) > n } }

func amounts(n int) func(*pool) bool { return func(l *pool) bool { return len(l.amount) >= n } }

func nextSites(n int) func(*pool) []string {
	return func(l *pool) []string {
		var names []string
		for _, s := range l.amount[len(l.amount)-n:] {
			names = append(names, s.place.name)
		}
		return names
	}
}

func (l *pool) slot() slot {
	s := l.amount[len(l.amount)-1]
	l.amount = l.amount[:len(l.amount)-1]
	return s
}

func (l *pool) pair() [2]int {
	two := l.pairs[len(l.pairs)-1]
	l.pairs = l.pairs[:len(l.pairs)-1]
	return two
}
