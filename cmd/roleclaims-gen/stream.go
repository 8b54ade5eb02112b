package main

import (
	"fmt"
	"math/rand/v2"

	"roleclaims/extract/contradict"
)

// stream makes claims as detection takes them, one after another, article by
// article. Roles, sources and what is claimed of a role are skewed as in the
// world: a few have most. Nothing contradicts but what is planted: amounts of a
// role and place lie within 8 % of each other, a duty has one owner, pay and
// rank have one order. One claim in a thousand is planted and one looks like it.
type stream struct {
	rng     *rand.Rand
	roles   []string
	zipf    *rand.Zipf
	sources *rand.Zipf
	source  string          // of the article
	taken   map[string]bool // what was planted
	next    uint64          // number of the next claim
	held    []held
	room    contradict.Record // of the last claim
}

// held is the second claim of a planted pair, which a later article makes.
type held struct {
	contradict.Record
	of *planted
}

const (
	streamFields  = 500 // of ten roles each
	fieldRoles    = 10
	fieldConcepts = 40
	plantEvery    = 1000

	// claimsADoc makes short articles: what is compared is claims, and two of one
	// article are not two sources.
	claimsADoc = 3
)

var (
	streamPlaces = []string{"", "", "", "", "US", "US", "UK", "Texas", "California", "London", "Germany", "Berlin", "India", "Canada", "Ohio", "France"}
	plantPlaces  = []string{"Texas", "California", "London", "Berlin", "India", "Canada", "Ohio", "France"} // none lies in another
	streamActs   = []string{"set", "run", "approve", "train"}
)

func newStream(seed uint64) *stream {
	s := &stream{rng: rand.New(rand.NewPCG(seed, 2)), taken: map[string]bool{}}
	for f := range streamFields {
		for r := range fieldRoles {
			s.roles = append(s.roles, fmt.Sprintf("grade-%d-officer-of-field-%d", r, f))
		}
	}
	s.zipf = rand.NewZipf(s.rng, 1.1, 8, uint64(len(s.roles)-1))
	s.sources = rand.NewZipf(s.rng, 1.1, 50, 50_000)
	return s
}

// each makes n claims and hands over their records, those of an article one
// after another, and of the two claims of a planted pair what they are. The
// articles that order the pay or rank of two neighbouring grades compare them,
// which is a record of its own. A record is gone when the next one comes.
func (s *stream) each(n int, take func(*contradict.Record, *planted) error) error {
	for made := range n {
		p := s.claim(n - made)
		r := &s.room
		if r.Other != "" && grade(r.Other) == grade(r.Role)+1 {
			compared := contradict.Record{Kind: contradict.Compared, Key: r.Role + " " + r.Other, Role: r.Role, Other: r.Other, Doc: r.Doc, Source: r.Source}
			if err := take(&compared, nil); err != nil {
				return err
			}
		}
		if err := take(r, p); err != nil {
			return err
		}
	}
	return nil
}

// claim makes a claim where so many are still to be made, and returns the
// planted pair that it is of, nil for none.
func (s *stream) claim(left int) *planted {
	if last := left == len(s.held); len(s.held) > 0 && (last || s.next%claimsADoc == 0) {
		if last { // not in the article of the first claim
			s.next += (claimsADoc - s.next%claimsADoc) % claimsADoc
		}
		p := s.held[0].of
		s.room, s.held = s.held[0].Record, s.held[1:]
		s.identify()
		p.second = s.room.Claim
		return p
	}
	kinds := []func(*contradict.Record, int) bool{s.pay, s.pay, s.pay, s.duty, s.duty, s.order}
	for {
		how := plain
		if left >= len(s.held)+2 && s.rng.IntN(plantEvery/2) == 0 {
			how = contradicts + s.rng.IntN(2)
		}
		s.room = contradict.Record{}
		if !kinds[s.rng.IntN(len(kinds))](&s.room, how) {
			continue // the place is taken
		}
		if how == plain {
			s.identify()
			return nil
		}
		p := &planted{kind: kindOf(&s.room)}
		if how == seems {
			p.reason = reasonOf(&s.room)
		}
		s.held = append(s.held, held{s.room, p})
		s.usual()
		s.identify()
		p.first = s.room.Claim
		return p
	}
}

// How a claim stands to the others.
const (
	plain = iota
	contradicts
	seems
)

// identify says who makes the claim at hand, and where.
func (s *stream) identify() {
	doc, at := s.next/claimsADoc, int(s.next%claimsADoc)
	if at == 0 || s.source == "" {
		s.source = "site" + hex(s.sources.Uint64())[10:] + ".example"
	}
	s.next++
	r := &s.room
	r.Doc, r.Claim, r.Source = hex(doc*0x9e3779b97f4a7c15+1), hex(s.next*0xbf58476d1ce4e5b9), s.source
	r.Start, r.End, r.Sentence, r.Confidence = at*120, at*120+40, at*120, 0.85
}

// pay makes an amount; a planted one is half as high again or more.
func (s *stream) pay(r *contradict.Record, how int) bool {
	r.Role = s.roles[s.zipf.Uint64()]
	r.Kind, r.Stance, r.Currency, r.Statistic = contradict.Pay, contradict.Does, "USD", "average"
	r.Key = r.Role + " USD middle"
	r.Place = streamPlaces[s.rng.IntN(len(streamPlaces))]
	if s.rng.IntN(2) == 0 {
		r.Year = 2018 + s.rng.IntN(8)
	}
	off := 0.96 + 0.08*s.rng.Float64()
	if how != plain {
		r.Place, r.Year = plantPlaces[s.rng.IntN(len(plantPlaces))], 2018+s.rng.IntN(8)
		if !s.free(fmt.Sprint(r.Role, r.Place, r.Year)) {
			return false
		}
		off = 1.7 + s.rng.Float64()
	}
	switch how {
	case seems:
		r.Component, off = "total", 1.96+0.08*s.rng.Float64()
	case contradicts:
		r.Component = "base"
	}
	r.Low = float64(int(usualPay(r.Role)*off) / 100 * 100)
	r.High = r.Low
	return true
}

// usualPay is what all places pay a role, so that a source without a place
// contradicts none with one.
func usualPay(role string) float64 { return 40_000 + float64(len(role)*int(grade(role)))*60 }

// grade is the digit in a role's key.
func grade(role string) byte { return role[len("grade-")] }

// duty makes a duty of the role that owns it, or denies it one.
func (s *stream) duty(r *contradict.Record, how int) bool {
	at := int(s.zipf.Uint64())
	concept := s.rng.IntN(fieldConcepts)
	r.Role = s.roles[at]
	r.Kind, r.Stance, r.Act = contradict.Duty, contradict.Does, streamActs[(at+concept)%len(streamActs)]
	r.Concept = fmt.Sprintf("thing-%d-of-%d", concept, at/fieldRoles)
	r.Head, r.Verb, r.Key = r.Concept, r.Act, r.Act+":"+r.Concept
	r.Mods = r.Role[:len("grade-0")]
	r.Own = s.rng.IntN(2) == 0
	if how == plain {
		return true
	}
	if !s.free(r.Role + r.Key) {
		return false
	}
	r.Stance = contradict.DoesNot
	if how == seems {
		r.Scope = "large"
	}
	return true
}

// order makes an order of pay or of rank: the first of two roles of a field
// has more.
func (s *stream) order(r *contradict.Record, how int) bool {
	field := int(s.zipf.Uint64()) / fieldRoles
	a, b := s.rng.IntN(fieldRoles), s.rng.IntN(fieldRoles)
	if a == b {
		return false
	}
	r.Role, r.Other = s.roles[field*fieldRoles+min(a, b)], s.roles[field*fieldRoles+max(a, b)]
	r.Kind, r.Stance = contradict.PayOrder, contradict.Over
	if s.rng.IntN(2) == 0 {
		r.Kind = contradict.Rank
	}
	r.Key = r.Role + " " + r.Other
	if how == plain {
		return true
	}
	if !s.free(string(r.Kind) + r.Key) {
		return false
	}
	r.Stance, r.May = contradict.Under, how == seems
	return true
}

// usual makes the claim at hand, a planted one, say what is usual instead.
func (s *stream) usual() {
	r := &s.room
	r.Own, r.Scope, r.May = false, "", false
	switch r.Kind {
	case contradict.Pay:
		r.Low = float64(int(usualPay(r.Role)) / 100 * 100)
		r.High = r.Low
		if r.Component == "total" {
			r.Component = ""
		}
	case contradict.Duty:
		r.Stance = contradict.Does
	default:
		r.Stance = contradict.Over
	}
}

// free takes a place for what is planted, once.
func (s *stream) free(place string) bool {
	if s.taken[place] {
		return false
	}
	s.taken[place] = true
	return true
}

// hex writes a number in 16 digits.
func hex(n uint64) string {
	const digits = "0123456789abcdef"
	var b [16]byte
	for i := range b {
		b[15-i] = digits[n>>(4*i)&15]
	}
	return string(b[:])
}
