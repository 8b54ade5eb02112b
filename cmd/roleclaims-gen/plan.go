package main

import (
	"fmt"
	"math/rand/v2"

	"roleclaims/extract/eval"
)

// plan is what a set of articles will say: of each what it states, and the
// answers. Every contradiction and every pair that only looks like one has a
// place of its own, two articles on roles, things or places that no other
// statement speaks of, so that nothing else is to be found there.
type plan struct {
	rng      *rand.Rand
	families []family
	pools    []pool
	drafts   []*draft
	answers  []eval.Contradiction
	traps    []eval.Trap
}

// pool is what is left in a family to make statements of.
type pool struct {
	truths []truth
	duties []duty
	common []place // for pay that nobody contests
	amount []slot  // for pay that someone does
	pairs  [][2]int
	chains [][]int  // roles that no other statement ranks
	drafts []*draft // its articles
}

// slot is a role and a place; truth is what every article says of a role.
type (
	slot struct {
		role  int
		place place
	}
	truth struct {
		role int
		duty duty
	}
)

// draft is an article before it is laid out.
type draft struct {
	number int
	name   string // of its file, the last part of its address
	source string
	family *family
	roles  [2]int // those that the title sets side by side
	says   []statement
	used   map[string]bool // names of places whose pay it states
}

// statement is a sentence or list item; role is whose section it stands in,
// -1 for one on several roles, and pay says that it stands with the amounts.
type statement struct {
	text      string
	role      int
	item, pay bool
}

// newPlan plans so many articles.
func newPlan(articles int, seed uint64) *plan {
	p := &plan{rng: rand.New(rand.NewPCG(seed, 1)), families: families()}
	p.rng.Shuffle(len(p.families), func(i, j int) { p.families[i], p.families[j] = p.families[j], p.families[i] })
	p.families = p.families[:max(1, min(len(p.families), articles/6))]
	for i := range p.families {
		p.pools = append(p.pools, p.newPool(&p.families[i]))
	}
	for n := range articles {
		p.draft(n, articles)
	}
	for range articles / 10 {
		p.plant()
		p.trap()
	}
	p.rng.Shuffle(len(p.answers), func(i, j int) { p.answers[i], p.answers[j] = p.answers[j], p.answers[i] })
	return p
}

func (p *plan) newPool(f *family) pool {
	var l pool
	l.duties = duties(p.rng)
	for range 12 * len(f.roles) {
		l.truths = append(l.truths, truth{p.rng.IntN(len(f.roles)), l.duty()})
	}
	sites := append([]place(nil), places...)
	p.rng.Shuffle(len(sites), func(i, j int) { sites[i], sites[j] = sites[j], sites[i] })
	l.common = sites[:6]
	for r := range f.roles {
		for _, s := range sites[6:] {
			l.amount = append(l.amount, slot{r, s})
		}
		for q := range r {
			l.pairs = append(l.pairs, [2]int{q, r})
		}
	}
	p.rng.Shuffle(len(l.amount), func(i, j int) { l.amount[i], l.amount[j] = l.amount[j], l.amount[i] })
	p.rng.Shuffle(len(l.pairs), func(i, j int) { l.pairs[i], l.pairs[j] = l.pairs[j], l.pairs[i] })
	order := p.rng.Perm(len(f.roles))
	l.chains = [][]int{order[:len(order)-2]}
	if len(order) == 5 {
		l.chains = append(l.chains, order[3:])
	} else {
		l.chains[0] = order
	}
	return l
}

// duty takes what nobody has spoken of yet.
func (l *pool) duty() duty {
	d := l.duties[len(l.duties)-1]
	l.duties = l.duties[:len(l.duties)-1]
	return d
}

// claim takes one that a role may own.
func (l *pool) claim() duty {
	d := l.duty()
	for len(l.duties) > 0 && deeds[d.deed].watching {
		d = l.duty()
	}
	return d
}

// draft begins an article with what is true of its roles.
func (p *plan) draft(n, articles int) {
	at := n % len(p.families)
	f, l := &p.families[at], &p.pools[at]
	two := p.rng.Perm(len(f.roles))[:2]
	d := &draft{number: n, family: f, roles: [2]int{two[0], two[1]}, used: map[string]bool{}}
	d.name = fmt.Sprintf("article-%06d%s", n, d.extension())
	d.source = sourceName(p.rng.IntN(max(articles/2, 2)))
	for _, i := range p.rng.Perm(len(l.truths))[:2+p.rng.IntN(3)] {
		t := l.truths[i]
		p.state(d, t.role, saying{role: f.roles[t.role], duty: t.duty}, does, true)
	}
	year := 2018 + p.rng.IntN(7)
	switch p.rng.IntN(4) {
	case 0: // one amount
		where, r := pick(p.rng, l.common), p.rng.IntN(len(f.roles))
		p.pay(d, slot{r, where}, year, f.roles[r].worth(where, year, 0.96+0.08*p.rng.Float64()))
	case 1: // all roles in one place
		where, off := pick(p.rng, l.common), 0.97+0.06*p.rng.Float64()
		for r := range f.roles {
			p.pay(d, slot{r, where}, year, f.roles[r].worth(where, year, off))
		}
	}
	p.drafts = append(p.drafts, d)
	l.drafts = append(l.drafts, d)
}

// worth is what a role earns a year, in the place's currency.
func (r role) worth(in place, year int, off float64) int {
	return int(float64(r.pay)*in.factor*(1+0.02*float64(year-2020))*off) / 500 * 500
}

// state adds a statement to an article and returns its words.
func (p *plan) state(d *draft, role int, s saying, templates []string, listed bool) string {
	if listed && p.rng.IntN(3) == 0 {
		text := s.render(pick(p.rng, items), p.rng)
		d.says = append(d.says, statement{text: text, role: role, item: true})
		return text
	}
	text := s.render(pick(p.rng, templates), p.rng)
	d.says = append(d.says, statement{text: text, role: role})
	return text
}

// pay adds an amount to an article and returns the sentence.
func (p *plan) pay(d *draft, at slot, year, sum int) string {
	s := saying{role: d.family.roles[at.role], place: at.place, year: year, sum: sum}
	return p.payAs(d, at, s, earns)
}

func (p *plan) payAs(d *draft, at slot, s saying, templates []string) string {
	d.used[at.place.name] = true
	text := s.render(pick(p.rng, templates), p.rng)
	d.says = append(d.says, statement{text: text, role: at.role, pay: true})
	return text
}

// meet picks a family and two of its articles, which say nothing of the pay in
// some places yet.
func (p *plan) meet(suits func(*pool) bool, sites func(*pool) []string) (l *pool, a, b *draft) {
	for range 200 {
		l := &p.pools[p.rng.IntN(len(p.pools))]
		if len(l.drafts) < 2 || !suits(l) {
			continue
		}
		two := p.rng.Perm(len(l.drafts))[:2]
		a, b := l.drafts[two[0]], l.drafts[two[1]]
		free := true
		if sites != nil {
			for _, name := range sites(l) {
				free = free && !a.used[name] && !b.used[name]
			}
		}
		if free {
			return l, a, b
		}
	}
	return nil, nil, nil
}

// answer notes a contradiction between two articles.
func (p *plan) answer(kind string, a *draft, quoteA string, b *draft, quoteB string) {
	p.answers = append(p.answers, eval.Contradiction{
		Kind: kind, Strength: "clear", A: eval.Side{Doc: a.name, Quote: quoteA}, B: eval.Side{Doc: b.name, Quote: quoteB},
	})
}

// decoy notes a pair that only looks like one.
func (p *plan) decoy(reason string, a *draft, quoteA string, b *draft, quoteB string) {
	p.traps = append(p.traps, eval.Trap{DocA: a.name, QuoteA: quoteA, DocB: b.name, QuoteB: quoteB, Reason: reason})
}
