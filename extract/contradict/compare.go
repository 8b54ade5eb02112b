package contradict

import (
	"fmt"
	"strings"
)

// Status is how two statements stand to each other in one slot.
type Status string

// The statuses.
const (
	Same       Status = "equal"
	Differs    Status = "differs"
	Unstated   Status = "unstated on one side"
	Compatible Status = "compatible" // not in one word, and yet no difference to the rule
)

// Slot is one thing that detection reads of two claims. A and B are for
// people, "" for what is not stated.
type Slot struct {
	Name    string
	A, B    string
	Status  Status
	Decides bool // the rule spares the two by this slot alone
}

// slot says how to read one. Only gives a record that holds that slot and
// nothing else, so that the rule itself judges it; nil for what is shown and
// not judged. Of a plain slot it decides no more than whether the two are
// spared by it: its values differ where their words do.
type slot struct {
	name  string
	of    func(r *Record) string
	only  func(r *Record) Record
	plain bool
}

// slots compares the records of a comparison slot by slot, each as the rule
// that compared them reads it. What
// neither states is left out.
func (d *detector) slots(c *Comparison) []Slot {
	if c.A.Kind != c.B.Kind || c.A.Kind == "" {
		return nil
	}
	list := orderSlots
	switch c.A.Kind {
	case Duty:
		list = dutySlots
	case Pay:
		list = paySlots
	}
	var out []Slot
	for _, s := range list {
		next := Slot{Name: s.name, A: s.of(&c.A), B: s.of(&c.B)}
		if next.A == next.B && (next.A == "" || next.A == "no") {
			continue
		}
		reason := ""
		if s.only != nil {
			reason = d.judge(c, s.only)
		}
		next.Status = s.status(next.A, next.B, reason)
		next.Decides = reason != "" && reason == c.Reason
		out = append(out, next)
	}
	return out
}

// status compares two values of which the rule says, for a reason, that they
// spare the two claims; "" for no reason.
func (s *slot) status(a, b, reason string) Status {
	switch {
	case strings.EqualFold(a, b):
		return Same
	case s.name == amountSlot && reason == "":
		return Differs // amounts that agree are what spares
	case s.name == amountSlot:
		return Compatible
	case reason != "":
		return Differs
	case a == "" || b == "":
		return Unstated
	case s.only == nil || s.plain:
		return Differs
	}
	return Compatible
}

// judge asks the rule of a comparison about one slot alone.
func (d *detector) judge(c *Comparison, only func(*Record) Record) (reason string) {
	a, b := only(&c.A), only(&c.B)
	a.Kind, b.Kind = c.A.Kind, c.B.Kind
	if a.Doc == "" {
		a.Doc, b.Doc = "a", "b" // or they would stand in one sentence
	}
	if a.Kind == Pay && a.Low == 0 && a.High == 0 {
		if statClass(a.Statistic) != statClass(b.Statistic) {
			return "other-statistic" // such amounts stand under two keys
		}
		a.Low, a.High, b.Low, b.High = 1, 1, 2, 2 // amounts that conflict
	}
	switch {
	case a.Doc != b.Doc && d.copied(&a, &b):
		return "duplicate"
	case a.Kind == Pay:
		return d.amountBar(&a, &b)
	case a.Kind != Duty:
		reason, _ = d.orderBar(&a, &b)
	case c.A.Role != c.B.Role:
		reason = ownershipReason(&a, &b)
	case c.A.Stance == DoesNot:
		reason, _ = polarityBar(&b, &a, c.A.Key)
	default:
		reason, _ = polarityBar(&a, &b, c.A.Key)
	}
	return reason
}

const amountSlot = "amount a year"

// Slots of several kinds.
var (
	roleSlot  = slot{name: "role", of: func(r *Record) string { return r.Role }}
	sideSlot  = slot{name: "side", of: func(r *Record) string { return string(r.Stance) }}
	hedgeSlot = slot{
		name: "only what may be", of: func(r *Record) string { return yes(r.May) },
		only: func(r *Record) Record { return Record{May: r.May, Ruled: r.Ruled} },
	}
	currencySlot = slot{
		name: "currency", of: func(r *Record) string { return r.Currency },
		only: func(r *Record) Record { return Record{Currency: r.Currency} },
	}
	componentSlot = slot{
		name: "component", of: func(r *Record) string { return r.Component },
		only: func(r *Record) Record { return Record{Component: r.Component} },
	}
	yearSlot = slot{
		name: "year", of: yearOf,
		only: func(r *Record) Record { return Record{Year: r.Year} },
	}
	placeSlot = slot{
		name: "place", of: func(r *Record) string { return r.Place },
		only: func(r *Record) Record { return Record{Place: r.Place} },
	}
	conditionSlot = slot{
		name: "condition", of: func(r *Record) string { return r.Condition },
		only: func(r *Record) Record { return Record{Condition: r.Condition} },
	}
	upstreamSlot = slot{
		name: "whose figure", of: func(r *Record) string { return r.Upstream }, plain: true,
		only: func(r *Record) Record { return Record{Upstream: r.Upstream, Derived: r.Derived} },
	}
	sourceSlot = slot{
		name: "source", of: func(r *Record) string { return r.Source }, plain: true,
		only: func(r *Record) Record {
			return Record{Source: r.Source, Doc: r.Doc, Sentence: r.Sentence, Section: r.Section, Derived: r.Derived}
		},
	}
)

// dutySlots are what ownership and polarity compare.
var dutySlots = []slot{
	roleSlot, sideSlot,
	{name: "duty", of: func(r *Record) string { return topicOf(r.Key) }},
	{name: "verb", of: func(r *Record) string { return r.Verb }},
	{name: "action class", of: func(r *Record) string { return r.Act }},
	{name: "concept", of: func(r *Record) string { return r.Concept }},
	{name: "object", of: which, only: func(r *Record) Record {
		return Record{Verb: r.Verb, Head: r.Head, Mods: r.Mods, Tail: r.Tail, Generic: r.Generic, Vague: r.Vague, Relational: r.Relational}
	}},
	{name: "shared", of: func(r *Record) string { return yes(r.Shared) }, only: func(r *Record) Record { return Record{Shared: r.Shared} }},
	{name: "assisting", of: func(r *Record) string { return yes(r.Assisting) }, only: func(r *Record) Record { return Record{Assisting: r.Assisting} }},
	hedgeSlot,
	{name: "too general to own", of: func(r *Record) string { return yes(r.Weak) }, only: func(r *Record) Record { return Record{Weak: r.Weak} }},
	{name: "limits", of: func(r *Record) string { return r.Scope }, only: func(r *Record) Record { return Record{Scope: r.Scope} }},
	conditionSlot,
	{name: "words of ownership", of: func(r *Record) string { return yes(r.Own) }},
	{name: "sets roles apart", of: func(r *Record) string { return yes(r.Contrast) }},
	sourceSlot,
}

// paySlots are what ranges of pay compare.
var paySlots = []slot{
	roleSlot,
	{name: amountSlot, of: amountOf, only: func(r *Record) Record { return Record{Low: r.Low, High: r.High, Statistic: r.Statistic} }},
	{name: "statistic", of: func(r *Record) string { return r.Statistic }, only: func(r *Record) Record { return Record{Statistic: r.Statistic} }},
	currencySlot, componentSlot, yearSlot, placeSlot, conditionSlot, upstreamSlot, sourceSlot,
}

// orderSlots are what orders of pay and rank compare.
var orderSlots = []slot{
	{name: "roles", of: rolesOf},
	sideSlot, hedgeSlot,
	{name: "follows from amounts", of: func(r *Record) string { return yes(r.Derived) }},
	currencySlot, componentSlot, yearSlot, placeSlot, conditionSlot, upstreamSlot, sourceSlot,
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func yearOf(r *Record) string {
	if r.Year == 0 {
		return ""
	}
	return fmt.Sprint(r.Year)
}

// amountOf writes an amount without its currency.
func amountOf(r *Record) string { return strings.TrimPrefix(money(r), r.Currency+" ") }
