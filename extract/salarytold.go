package extract

import (
	"slices"

	"roleclaims/corpus"
	"roleclaims/extract/money"
	"roleclaims/extract/pattern"
	"roleclaims/extract/place"
)

// told is what a text around figures says of them: a head, a heading, a note.
// Each question is answered once, since a head is asked for every cell below it.
type told struct {
	p    *payReading
	text string

	look       once[pattern.Look] // of payPatterns
	words      once[[]textWord]
	amounts    once[[]money.Amount]
	cues       once[[]cue]
	statistics once[[]cue]
	components once[[]cue]
	periods    once[[]cue]
	places     once[[]place.Mention]
	years      once[[]yearMention]
	source     once[string]
	unit       once[string]
	thousands  once[bool]
	located    once[bool]
	costs      once[bool]
	end        once[string]
	roles      once[[]string]
}

// once is a value that is worked out when it is first asked for.
type once[T any] struct {
	value T
	known bool
}

func (o *once[T]) get(work func() T) T {
	if !o.known {
		o.value, o.known = work(), true
	}
	return o.value
}

// tell returns what a text says.
func (p *payReading) tell(text string) *told {
	t := p.told[text]
	if t == nil {
		t = &told{p: p, text: text}
		p.told[text] = t
	}
	return t
}

func (t *told) whole() corpus.Span { return corpus.Span{End: len(t.text)} }

func (t *told) textWords() []textWord {
	return t.words.get(func() []textWord { return textWords(t.text, t.whole()) })
}

func (t *told) looked() pattern.Look {
	return t.look.get(func() pattern.Look { return payPatterns.In(t.text) })
}

// gives reports whether the text gives an amount itself.
func (t *told) gives() bool {
	amounts := t.amounts.get(func() []money.Amount { return t.p.pay.money.Find(t.text, t.whole()) })
	return slices.ContainsFunc(amounts, func(a money.Amount) bool { return !worthless(a) })
}

// cuesNamed returns the words of pay and of other money.
func (t *told) cuesNamed() []cue {
	return t.cues.get(func() []cue { return cuesIn(t.p.pay.cues, t.textWords()) })
}

func (t *told) statisticsNamed() []cue {
	return t.statistics.get(func() []cue { return t.p.pay.statisticsIn(t.text, t.whole(), t.textWords(), t.looked()) })
}

func (t *told) componentsNamed() []cue {
	return t.components.get(func() []cue { return cuesIn(t.p.pay.components, t.textWords()) })
}

// periodsNamed returns the periods as they are named after an amount.
func (t *told) periodsNamed() []cue {
	return t.periods.get(func() []cue { return cuesIn(t.p.pay.after, t.textWords()) })
}

func (t *told) placesNamed() []place.Mention {
	return t.places.get(func() []place.Mention { return t.p.placesIn(t.text, t.whole(), t.looked()) })
}

// namesPlace reports whether any place is named, be it of a currency.
func (t *told) namesPlace() bool {
	return t.located.get(func() bool { return len(t.p.places.Find(t.text, t.whole())) > 0 })
}

func (t *told) yearsNamed() []yearMention {
	return t.years.get(func() []yearMention { return yearsIn(t.text, t.whole(), t.looked()) })
}

func (t *told) sourceNamed() string {
	return t.source.get(func() string {
		return sourceIn(t.text, t.whole(), cuesIn(t.p.pay.sources, t.textWords()), t.looked())
	})
}

func (t *told) unitNamed() string {
	return t.unit.get(func() string { return t.p.pay.money.Unit(t.text) })
}

// inThousands reports whether the text says that figures are in thousands.
func (t *told) inThousands() bool {
	return t.thousands.get(func() bool { return t.looked().May(thousands) && thousands.MatchString(t.text) })
}

// speaksOfPay reports whether the text, a head or heading, speaks of pay.
func (t *told) speaksOfPay() bool { return speaksOfPay(t.cuesNamed()) }

// speaksOfCost reports whether the text, a head, speaks of other money than pay.
func (t *told) speaksOfCost() bool {
	return t.costs.get(func() bool {
		is := func(kind string) bool {
			return slices.ContainsFunc(t.cuesNamed(), func(c cue) bool { return c.value == kind })
		}
		return changeHead.MatchString(t.text) || everybody.MatchString(t.text) || (is("not") || is("cost")) && !is("pay")
	})
}
