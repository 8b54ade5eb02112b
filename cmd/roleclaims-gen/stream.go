package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"roleclaims/extract/contradict"
)

// stream makes claims as detection takes them, one after another. Roles,
// sources and what is claimed of a role are skewed as in the world: a few have
// most. Nothing contradicts but what is planted: amounts of a role and place
// lie within 8 % of each other, a duty has one owner, pay and rank have one
// order. One claim in a thousand is planted and one looks like it.
type stream struct {
	rng     *rand.Rand
	roles   []string
	zipf    *rand.Zipf
	sources *rand.Zipf
	taken   map[string]bool // what was planted
	next    uint64          // number of the next claim
	room    [2]contradict.Record
}

const (
	streamFields  = 500 // of ten roles each
	fieldRoles    = 10
	fieldConcepts = 40
	claimsADoc    = 20
	plantEvery    = 1000
)

var (
	streamPlaces = []string{"", "", "", "", "US", "US", "UK", "Texas", "California", "London", "Germany", "Berlin", "India", "Canada", "Ohio", "France"}
	plantPlaces  = []string{"Texas", "California", "London", "Berlin", "India", "Canada", "Ohio", "France"} // none lies in another
	streamActs   = []string{"set", "run", "approve", "train"}
)

// planted is a claim that contradicts others, or only seems to.
type planted struct {
	Kind  string `json:"kind"`
	Claim string `json:"claim"`
	Trap  bool   `json:"trap,omitempty"`
}

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

// each makes n claims and hands over their records, with what was planted by
// the last of them. A record is gone when the next one comes.
func (s *stream) each(n int, take func(*contradict.Record, *planted) error) error {
	for f := range streamFields {
		for r := 1; r < fieldRoles; r++ {
			a, b := s.roles[f*fieldRoles+r-1], s.roles[f*fieldRoles+r]
			rec := contradict.Record{Kind: contradict.Compared, Key: a + " " + b, Role: a, Other: b}
			if err := take(&rec, nil); err != nil {
				return err
			}
		}
	}
	for made := 0; made < n; {
		kinds := []func(*contradict.Record, int) bool{s.pay, s.pay, s.pay, s.duty, s.duty, s.order}
		kind := kinds[s.rng.IntN(len(kinds))]
		how := plain
		if made+2 <= n && s.rng.IntN(plantEvery/2) == 0 {
			how = contradicts + s.rng.IntN(2)
		}
		usual, rec := &s.room[0], &s.room[1]
		*rec = s.identity()
		if !kind(rec, how) {
			continue // the place is taken
		}
		if how != plain { // with one that it is held against
			*usual = s.identity()
			s.opposite(usual, rec)
			if err := take(usual, nil); err != nil {
				return err
			}
			made++
		}
		var p *planted
		if how != plain {
			p = &planted{Kind: kindOf(rec), Claim: rec.Claim, Trap: how == seems}
		}
		if err := take(rec, p); err != nil {
			return err
		}
		made++
	}
	return nil
}

// How a claim stands to the others.
const (
	plain = iota
	contradicts
	seems
)

// identity begins a record with who says it.
func (s *stream) identity() contradict.Record {
	s.next++
	doc := s.next / claimsADoc
	source := s.sources.Uint64()
	return contradict.Record{
		Doc: hex(doc*0x9e3779b97f4a7c15 + 1), Claim: hex(s.next * 0xbf58476d1ce4e5b9), Source: "site" + hex(source)[10:] + ".example",
		Start: int(s.next%claimsADoc) * 120, End: int(s.next%claimsADoc)*120 + 40, Sentence: int(s.next%claimsADoc) * 120, Confidence: 0.85,
	}
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
func usualPay(role string) float64 { return 40_000 + float64(len(role)*int(role[6]))*60 }

// duty makes a duty of the role that owns it, or denies it one.
func (s *stream) duty(r *contradict.Record, how int) bool {
	at := int(s.zipf.Uint64())
	concept := s.rng.IntN(fieldConcepts)
	r.Role = s.roles[at]
	r.Kind, r.Stance, r.Act = contradict.Duty, contradict.Does, streamActs[(at+concept)%len(streamActs)]
	r.Concept = fmt.Sprintf("thing-%d-of-%d", concept, at/fieldRoles)
	r.Head, r.Verb, r.Key = r.Concept, r.Act, r.Act+":"+r.Concept
	r.Mods = "of-" + r.Role[:7]
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

// opposite makes a record say what is usual where another was planted.
func (s *stream) opposite(usual, planted *contradict.Record) {
	*usual = contradict.Record{
		Doc: usual.Doc, Claim: usual.Claim, Source: usual.Source, Start: usual.Start, End: usual.End, Sentence: usual.Sentence, Confidence: usual.Confidence,
		Kind: planted.Kind, Key: planted.Key, Role: planted.Role, Other: planted.Other, Stance: contradict.Does,
		Act: planted.Act, Concept: planted.Concept, Head: planted.Head, Verb: planted.Verb, Mods: planted.Mods,
		Currency: planted.Currency, Statistic: planted.Statistic, Place: planted.Place, Year: planted.Year,
	}
	switch planted.Kind {
	case contradict.Pay:
		usual.Low = float64(int(usualPay(planted.Role)) / 100 * 100)
		usual.High = usual.Low
		if planted.Component == "base" {
			usual.Component = "base"
		}
	case contradict.Duty:
	default:
		usual.Stance = contradict.Over
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

func kindOf(r *contradict.Record) string {
	switch r.Kind {
	case contradict.Pay:
		return "pay-range"
	case contradict.PayOrder:
		return "pay-order"
	case contradict.Rank:
		return "rank"
	}
	return "polarity"
}

// hex writes a number in 16 digits.
func hex(n uint64) string {
	const digits = "0123456789abcdef"
	var b [16]byte
	for i := range b {
		b[15-i] = digits[n>>(4*i)&15]
	}
	return strings.Clone(string(b[:]))
}
