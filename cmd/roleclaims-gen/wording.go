package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The templates. {r} is "the Site Manager", {R} begins a sentence, {a} is "a
// Site Manager", {rs} the plural; {v}, {vs}, {ving}, {ved} are forms of the
// verb, {o} the object with "the". {q}, {Q}, {b}, {qs} are the second role.
var (
	does = []string{
		"{R} {vs} {o}.",
		"{R} is responsible for {ving} {o}.",
		"{A} {vs} {o}.",
		"{Rs} {v} {o}.",
		"{R} is in charge of {ving} {o}.",
		"As a rule, {r} {vs} {o}.",
		"{O} {be} {ved} by {r}.",
		"The duties of {r} include {ving} {o}.",
		"It is {r} who {vs} {o}.",
		"Among other things, {r} {vs} {o}.",
		"One of the tasks of {r} is {ving} {o}.",
		"{Ving} {o} is the job of {r}.",
	}
	doesNot = []string{
		"{R} does not {v} {o}.",
		"{R} never {vs} {o}.",
		"{R} is not responsible for {ving} {o}.",
		"{Rs} do not {v} {o}.",
		"{R} hardly ever {vs} {o}.",
		"{R} is not in charge of {ving} {o}.",
		"{R} doesn't {v} {o}.",
		"{A} has no part in {ving} {o}.",
		"{Ving} {o} is not the job of {r}.",
		"{O} {be} not {ved} by {r}.",
	}
	owns = []string{
		"{R} is responsible for {ving} {o}.",
		"{R} is in charge of {ving} {o}.",
		"{R} is accountable for {ving} {o}.",
		"{R}, not {q}, {vs} {o}.",
		"Unlike {q}, {r} {vs} {o}.",
		"It is {r}, and not {q}, who {vs} {o}.",
		"In contrast to {q}, {r} {vs} {o}.",
		"{R}, rather than {q}, {vs} {o}.",
	}
	items = []string{"{V} {o}", "{Ving} {o}", "{Ving} {o}"}

	earns = []string{
		"In {place}, the average salary of {a} was {sum} in {year}.",
		"In {year}, {a} in {place} earned an average of {sum} a year.",
		"{Rs} in {place} made between {low} and {high} a year in {year}.",
		"The median pay of {a} in {place} was {sum} per year in {year}.",
		"In {year}, {rs} in {place} were paid {sum} a year on average.",
		"{A} in {place} earned about {sum} a year in {year}.",
		"Average salaries for {rs} in {place} stood at {sum} in {year}.",
		"In {place}, {a} took home {sum} a year on average in {year}.",
	}
	earnsMore = []string{
		"{A} earns more than {b}.",
		"{Rs} earn more than {qs}.",
		"{R} is better paid than {q}.",
		"On average, {b} earns less than {a}.",
		"{Rs} are paid more than {qs}.",
		"{Rs} make more money than {qs}.",
		"The salary of {a} is higher than that of {b}.",
		"{Qs} are paid less than {rs}.",
	}
	ranks = []string{
		"{Q} reports to {r}.",
		"{Qs} report to {rs}.",
		"{R} is senior to {q}.",
		"{Q} answers to {r}.",
		"{R} ranks above {q}.",
		"{Q} reports directly to {r}.",
		"{Q} is subordinate to {r}.",
	}
	together = []string{
		"Both {r} and {q} {v} {o}.",
		"{R} and {q} {v} {o} together.",
		"{R} {vs} {o} together with {q}.",
	}
	helps = []string{
		"{R} helps {v} {o}.",
		"{R} assists with {ving} {o}.",
		"{R} supports {q} in {ving} {o}.",
	}
	may = []string{
		"In some companies, {a} may earn more than {b}.",
		"Sometimes {a} can earn more than {b}.",
		"{A} could earn more than {b} in a good year.",
	}
	small = []string{
		"In small companies, {r} {vs} {o}.",
		"In a small company, {r} is responsible for {ving} {o}.",
	}
	large = []string{
		"In large companies, {r} does not {v} {o}.",
		"In a large company, {r} never {vs} {o}.",
	}

	openings = []string{
		"People often mix up {r} and {q}, and job advertisements do little to help.",
		"We are asked about {rs} and {qs} nearly every week.",
		"What is the difference between {a} and {b}? Here is what we have learned.",
		"On paper {r} and {q} look alike; in practice they seldom are.",
		"Titles differ from one place to the next, but {r} and {q} can be told apart.",
		"This page compares {r} with {q}.",
		"Choosing between the two careers is easier with the facts at hand.",
	}
	closings = []string{
		"Every workplace is different, so ask before you sign.",
		"If in doubt, read the job description twice.",
		"We update this page when readers write to us.",
		"Which of the two suits you is a question of temperament.",
		"More comparisons can be found in our archive.",
		"Talk to people who do the work before you decide.",
		"Good luck with your search.",
	}
	asides = []string{
		"Nobody gets there without patience.", "The days are long in spring and short in August.", "Offices near the harbour fill up first.",
		"A good mentor is worth more than a certificate.", "Coffee is free on most floors.", "Readers from abroad tell us much the same.",
		"None of this is new, of course.", "The first year is the hardest.", "Much has changed since the nineties.",
		"Some like it loud, others prefer silence.", "There is no substitute for curiosity.", "Trains run late on Fridays.",
		"A diary helps on busy days.", "The view from the top floor is splendid.", "Opinions on this differ.", "Old hands smile at such questions.",
	}
)

// saying is what fills a template.
type saying struct {
	role, other role
	duty        duty
	place       place
	year, sum   int
}

// render fills a template at random where the wording is free.
func (s saying) render(template string, rng *rand.Rand) string {
	var v verb
	object := s.duty.object
	if object != "" {
		verbs := deeds[s.duty.deed].verbs
		v = verbs[rng.IntN(len(verbs))]
		if strings.Contains(template, "{ved}") {
			v = verbs[0] // nothing is "signed off on by"
		}
		object = "the " + object
	}
	be := "is"
	if strings.HasSuffix(object, "s") {
		be = "are"
	}
	spread := s.sum / 20 / 500 * 500
	return strings.NewReplacer(
		"{r}", "the "+s.role.title, "{R}", "The "+s.role.title, "{t}", s.role.title, "{a}", article(s.role.title), "{A}", upper(article(s.role.title)),
		"{rs}", s.role.plural, "{Rs}", s.role.plural,
		"{q}", "the "+s.other.title, "{Q}", "The "+s.other.title, "{b}", article(s.other.title), "{qs}", s.other.plural, "{Qs}", s.other.plural,
		"{v}", v.base, "{V}", upper(v.base), "{vs}", v.third, "{ving}", v.ing, "{Ving}", upper(v.ing), "{ved}", v.done, "{be}", be,
		"{o}", object, "{O}", upper(object),
		"{place}", s.place.name, "{year}", fmt.Sprint(s.year), "{sum}", s.place.sum(s.sum), "{low}", s.place.sum(s.sum-spread), "{high}", s.place.sum(s.sum+spread),
	).Replace(template)
}

// article puts "a" or "an" before a title.
func article(title string) string {
	if strings.IndexAny(title, "AEIO") == 0 {
		return "an " + title
	}
	return "a " + title
}

// upper makes the first letter a capital one.
func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }
