package contradict

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// Kind says what a record is of.
type Kind string

// The kinds of record.
const (
	Duty     Kind = "duty"     // a responsibility
	Pay      Kind = "pay"      // an amount
	PayOrder Kind = "order"    // who earns more
	Rank     Kind = "rank"     // who stands over whom
	Boss     Kind = "boss"     // who reports to whom
	Compared Kind = "compared" // two roles that an article sets side by side
)

// Stance is the side that a record takes under its key.
type Stance string

// The stances: of duties and manners, and of an ordered pair of roles (Role,
// Other), which is sorted.
const (
	Does    Stance = "does"
	DoesNot Stance = "does-not"
	Over    Stance = "over"  // Role stands over Other, or earns more
	Under   Stance = "under" // the reverse
	Equal   Stance = "equal"
)

// Record is what the fold keeps of a claim: its slots and where it stands,
// without any text. Records are values; a claim may give several.
type Record struct {
	Kind   Kind
	Key    string // records of one key are compared with each other
	Role   string
	Other  string // of orders and ranks, "" else
	Stance Stance

	Doc, Source, Claim string
	Start, End         int     // the claim's span, bytes
	Sentence           int     // where its sentence begins
	Section            uint32  // hash of the heading it stands under
	Confidence         float64 // of the claim

	// Of duties.
	Verb, Head, Act, Concept string
	Mods, Tail               string // what says which one, normal forms, sorted, parted by spaces
	Generic                  string // modifiers that name a whole trade
	Contrast, Own            bool   // the sentence sets roles apart; words of ownership
	Apart                    string // the other roles that it names, sorted; "" for none
	Shared, Assisting        bool
	Ruled                    bool // a permission, or "may not"
	Weak, Vague, Relational  bool

	// Limits, of all kinds.
	May       bool   // says only what may happen
	Scope     string // limits of size, time and condition, sorted, parted by spaces
	Condition string // the claim's own, in the text's words
	Place     string
	Year      int
	Component string

	// Of pay and its orders.
	Low, High float64 // a year's pay; 0 and +Inf are open ends
	Currency  string
	Statistic string
	Upstream  string // whose figure it is
	Derived   bool   // an order that follows from amounts
}

// id tells records apart.
func (r *Record) id() string {
	return r.Doc + "\x00" + r.Claim
}

// compareRecords is a total order, best evidence first.
func compareRecords(a, b *Record) int {
	// What decides nearly always comes first, and each by itself.
	if c := cmp.Compare(b.weight(), a.weight()); c != 0 {
		return c
	}
	if c := cmp.Compare(b.Confidence, a.Confidence); c != 0 {
		return c
	}
	if c := strings.Compare(a.Source, b.Source); c != 0 {
		return c
	}
	if c := strings.Compare(a.Doc, b.Doc); c != 0 {
		return c
	}
	if *a == *b {
		return 0
	}
	if c := cmp.Or(
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		strings.Compare(a.Claim, b.Claim), strings.Compare(a.Key, b.Key), strings.Compare(a.Mods, b.Mods),
		strings.Compare(a.Tail, b.Tail), strings.Compare(a.Generic, b.Generic), strings.Compare(a.Verb, b.Verb), strings.Compare(a.Head, b.Head),
		strings.Compare(string(a.Stance), string(b.Stance)),
	); c != 0 {
		return c
	}
	return compareSlots(a, b) // two records of one claim, which is rare
}

// worth is what nearly always decides between records (compareRecords).
type worth struct {
	weight     int
	confidence float64
	begins     uint64 // how the source does
	source     string
}

func (r *Record) worth() worth { return worth{r.weight(), r.Confidence, beginning(r.Source), r.Source} }

// beginning returns the first bytes of a text as a number; such numbers stand in
// the order of their texts.
func beginning(text string) uint64 {
	var bytes [8]byte
	copy(bytes[:], text)
	return binary.BigEndian.Uint64(bytes[:])
}

// compare orders records as far as their worth does, best evidence first.
func (w *worth) compare(other *worth) int {
	switch {
	case w.weight != other.weight:
		return other.weight - w.weight
	case w.confidence != other.confidence:
		return cmp.Compare(other.confidence, w.confidence)
	case w.begins != other.begins:
		return cmp.Compare(w.begins, other.begins)
	}
	return strings.Compare(w.source, other.source)
}

// compareSlots orders records by all that stands in them.
func compareSlots(a, b *Record) int {
	textsA, textsB := a.texts(), b.texts()
	for i := range textsA {
		if c := strings.Compare(*textsA[i], *textsB[i]); c != 0 {
			return c
		}
	}
	return cmp.Or(
		cmp.Compare(a.Year, b.Year), cmp.Compare(a.cellBits(), b.cellBits()),
		cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Section, b.Section), cmp.Compare(a.Low, b.Low), cmp.Compare(a.High, b.High),
		cmp.Compare(a.restBits(), b.restBits()))
}

// weight ranks evidence: words that set the roles apart, then words of
// ownership, then statements rather than inferences.
func (r *Record) weight() int {
	w := 0
	if r.Contrast {
		w += 2
	}
	if r.Own {
		w++
	}
	if !r.Derived {
		w++
	}
	return w
}

// contrasts reports whether the record's sentence sets its role apart from
// another: from that one, or from one that it doesn't name.
func (r *Record) contrasts(role string) bool {
	return r.Contrast && (r.Apart == "" || slices.Contains(words(r.Apart), role))
}

// words splits a list kept in one string.
func words(s string) []string { return strings.Fields(s) }

// join sorts a list into one string.
func join(list []string) string {
	list = slices.Clone(list)
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// pair returns two roles in order and whether they were swapped.
func pair(a, b string) (string, string, bool) {
	if b < a {
		return b, a, true
	}
	return a, b, false
}

// Part says which records have to be compared together: those of one part give
// findings and near misses that no other part has a say in.
func (r *Record) Part() uint64 {
	on := r.Key
	switch r.Kind {
	case Duty: // all that is done to one thing
		act, concept, _ := strings.Cut(strings.TrimPrefix(on, "manner:"), ":")
		if on, _, _ = strings.Cut(concept, ":"); on == anything {
			on = act
		}
	case Pay: // in all currencies
		on = r.Role
	}
	return fnv1a(on)
}

// fnv1a hashes a string by FNV-1a, its halves folded into the lower one.
func fnv1a(text string) uint64 {
	const offset, prime = 0xcbf29ce484222325, 0x100000001b3
	h := uint64(offset)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * prime
	}
	return h ^ h>>32
}
