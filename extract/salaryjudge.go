package extract

import (
	"regexp"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/money"
	"roleclaims/extract/pattern"
	"roleclaims/extract/wordnet"
)

// priorPay is a figure that a change starts from: "up from $50,000".
var priorPay = pattern.MustCompile(`(?i)\b(?:up|down|rose|risen|rises?|rising|increas\w+|grew|grown|jumped|climbed|fell|dropped)\s+from\s*$`)

// bracketed is what may stand between a role and its figure.
var bracketed = regexp.MustCompile(`^\s*\([^)]{1,40}\)\s*[:–—-]?\s*$`)

// gap is a distance between two figures that is named before it is given, and
// perPiece follows pay for a piece of work, which has no period.
var (
	gap      = pattern.MustCompile(`(?i)\b(?:gap|difference|differential|disparity|(?:pay|salary|wage) (?:cut|rise|raise|increase|bump))\b[^.;]*\b(?:is|was|of|at|about|around|roughly|approximately)\s*$`)
	perPiece = regexp.MustCompile(`(?i)^\s*(?:per|an?|each|/)\s*(?:word|mile|night|article|page|shift|session|patient|visit|project|call|class|lesson|piece|image|photo|post|unit|item|delivery|trip|show|gig|episode|game|event|case|transaction|appointment|procedure|lecture|course|credit|song|concert|flight|seat|user|head|student|employee|person)\b`)
)

// reject says why a figure is no pay, or sets its rule and returns "".
func (pass *passage) reject(i int) string {
	f := &pass.figures[i]
	switch {
	case worthless(f.Amount):
		return unusedNotPay
	case pass.isDifference(i):
		return unusedDifference
	case perPiece.MatchString(pass.p.doc.Text[f.Extent.End:pass.span.End]):
		return unusedPiece
	}
	before := lastIn(pass.strong, f.before)
	after := firstIn(pass.strong, f.after)
	near := after != nil && pass.wordsBetween(f.Extent.End, after.span.Start) <= 2
	switch {
	case len(pass.mentions) == 0 && ownStory.MatchString(f.before.Of(pass.p.doc.Text)):
		return unusedNotPay
	case pass.matches(supposedPay, f.before), pass.paysOther(f):
		return unusedNotPay
	case pass.matches(othersPaid, f.before) && len(pass.mentionsIn(f.before)) == 0:
		return unusedNotPay
	case len(pass.mentions) == 0 && pass.matches(legalWage, pass.span):
		return unusedNotPay
	case pass.block.Kind == corpus.Cell && pass.headsCost():
		return unusedNotPay
	case pass.matches(partOf, f.before) && (i > 0 && pass.figures[i-1].pay || pass.payBefore(f)):
		f.rule = rulePaySentence
	case near && after.value == "not" && !pass.payBetween(f):
		return unusedNotPay
	case before != nil && before.value == "not" && (!pass.excused(f, before) || !near):
		return unusedNotPay
	case before != nil && before.value == "pay", after != nil && after.value == "pay":
		f.rule = rulePaySentence
	case pass.costs(f):
		return unusedNotPay
	case i > 0 && !pass.figures[i-1].pay && pass.figures[i-1].rule == "" && pass.row(i):
		return unusedNotPay // a row of budgets
	case lastIn(pass.cues, corpus.Span{Start: f.before.Start, End: f.Span.Start}) != nil, firstIn(pass.cues, f.after) != nil, pass.componentAt(i) != "":
		f.rule = rulePaySentence
	case i > 0 && pass.figures[i-1].pay:
		f.rule = pass.figures[i-1].rule
	case !pass.ofThing(f) && pass.contextPays():
		f.rule = rulePayList
	case f.Period != "":
		f.rule = rulePaySentence
	case len(pass.p.carry.roles) > 0 && pass.p.carry.block == pass.index && len(pass.cues) == 0 && !pass.ofThing(f):
		f.rule = rulePaySentence
	case pass.besideRole(f), pass.alone(f):
		f.rule = rulePayLabel
	default:
		return unusedNotPay
	}
	switch {
	case pass.block.Kind == corpus.Cell:
		f.rule = rulePayTable
	case f.rule == rulePaySentence && pass.block.Kind == corpus.Item:
		f.rule = rulePayList
	}
	return ""
}

// legalWage speaks of what the law asks for.
var legalWage = pattern.MustCompile(`(?i)\b(?:minimum|living) wage\b`)

// othersPaid speaks of all who work, not of the role.
var othersPaid = pattern.MustCompile(`(?i)\b(?:for|of|across|among) (?:all (?:other )?|other |every )(?:occupations?|jobs|workers|professions?|industries|employees)\b|\bfor this group\b`)

// ownStory is what one person tells of themselves.
var ownStory = pattern.MustCompile(`\b(?:I|I'm|I’m|I'd|I’d)\s+\w`)

// supposedPay is a condition that a reader's pay is: "if you earn $60,000".
var supposedPay = pattern.MustCompile(`(?i)\b(?:if|when|unless|suppose|say|imagine|assuming|let's say)\s+(?:that\s+)?(?:you|someone|somebody|he|she|your \w+)(?:'re|’re)?\s[^,;.]*$`)

// otherPaid is somebody or something that is paid.
var otherPaid = pattern.MustCompile(`(?i)\bpa(?:y|ys|id|ying)\s+(?:the|their|its|your|this)\s+(\w+)\s*$`)

// paysOther reports whether a figure is what somebody who is no holder of the
// role gets: "Schools pay the agency $130".
func (pass *passage) paysOther(f *figure) bool {
	at := pass.submatch(otherPaid, corpus.Span{Start: f.before.Start, End: f.Span.Start})
	if at == nil || len(pass.mentionsIn(f.before)) > 0 && pass.mentionsIn(f.before)[len(pass.mentionsIn(f.before))-1].Span.End >= f.before.End-1 {
		return false
	}
	noun := strings.ToLower(at[1])
	lemma, ok := wordnet.NounLemma(noun)
	return ok && !pass.p.pay.holders[lemma] && !wordnet.IsPerson(lemma)
}

// excused reports whether a word of no pay before a figure means little: the
// figure has a period and is beside a word of pay.
func (pass *passage) excused(f *figure, before *cue) bool {
	return f.Period != "" && pass.wordsBetween(before.span.End, f.Extent.Start) > 6
}

// worthless reports whether an amount is nothing, as the unit "£000s" reads.
func worthless(a money.Amount) bool {
	return (a.Low == nil || *a.Low == 0) && (a.High == nil || *a.High == 0)
}

// payBefore reports whether a word of pay stands before a figure in its own
// text.
func (pass *passage) payBefore(f *figure) bool {
	c := lastIn(pass.strong, f.before)
	return c != nil && c.value == "pay"
}

// costs reports whether a figure is what something other than a role costs.
func (pass *passage) costs(f *figure) bool {
	c := lastIn(pass.cues, f.before)
	if c == nil || c.value != "cost" {
		return false
	}
	named := pass.mentionsIn(corpus.Span{Start: f.before.Start, End: c.span.Start})
	return len(named) == 0 || pass.compound(named[len(named)-1].Span.End, c.span.Start)
}

// compound reports whether a noun for a thing follows a title that ends at
// from: "a nurse programme costs".
func (pass *passage) compound(from, to int) bool {
	words := pass.wordsIn(corpus.Span{Start: from, End: to})
	if len(words) == 0 {
		return false
	}
	switch words[0].lower {
	case "will", "can", "may", "might", "must":
		return false // nouns too
	}
	lemma, ok := wordnet.NounLemma(words[0].lower)
	return ok && !wordnet.IsPerson(lemma) && !clause.CanBe(clause.Word{Lower: words[0].lower, Role: -1}, clause.Third)
}

// payBetween reports whether a word of pay stands right before a figure.
func (pass *passage) payBetween(f *figure) bool {
	before := lastIn(pass.strong, f.before)
	return before != nil && before.value == "pay" && pass.wordsBetween(before.span.End, f.Extent.Start) <= 2 && f.Period != ""
}

// isDifference reports whether a figure is the distance between two others,
// or one that a change starts from.
func (pass *passage) isDifference(i int) bool {
	f := &pass.figures[i]
	before, after := pass.wordsIn(f.before), pass.wordsIn(f.after)
	if pass.matches(gap, f.before) || pass.matches(priorPay, f.before) || pass.matches(priorPay, corpus.Span{Start: f.before.Start, End: f.Span.Start}) {
		return true
	}
	if component := pass.componentAt(i); component == "bonus" || component == "equity" {
		return false
	}
	if len(after) > 0 {
		word := func(k int) string { return after[k].lower }
		for k := 0; k < min(2, len(after)); k++ {
			if _, n := pass.p.pay.differences[1].at(len(after), word, k); n > 0 && (k == 0 || after[0].lower == "annual" || after[0].lower == "pay" || after[0].lower == "salary") {
				return true
			}
		}
	}
	word := func(k int) string { return before[k].lower }
	for k := max(0, len(before)-4); k < len(before); k++ {
		if _, n := pass.p.pay.differences[0].at(len(before), word, k); n > 0 && k+n >= len(before)-1 && pass.linked(before[k+n:]) {
			return true
		}
	}
	return false
}

// linked reports whether nothing but a word of approximation stands between.
func (pass *passage) linked(words []textWord) bool {
	for _, w := range words {
		switch w.lower {
		case "about", "around", "approximately", "roughly", "nearly", "some", "a", "of", "to":
		default:
			return false
		}
	}
	return true
}

// contextPays reports whether the heads, the lead-in or a heading above speak
// of pay.
func (pass *passage) contextPays() bool {
	for _, c := range pass.context {
		if c.kind == fromNote {
			continue
		}
		if c.speaksOfPay() {
			return true
		}
		if c.kind != fromHead && otherMoney.MatchString(c.text) {
			return false
		}
	}
	return false
}

// otherMoney is what a list or section of other money than pay is headed.
var otherMoney = pattern.MustCompile(`(?i)\b(?:costs?|fees|expenses|tuition|budgets?|prices?|pricing|spending|loans?|debts?|funding|revenues?|taxes|investment|equipment|tools)\b`)

// speaksOfPay reports whether cues found in a head or heading are of pay and of
// nothing else that costs money.
func speaksOfPay(cues []cue) bool {
	pays := false
	for _, c := range cues {
		if c.value == "not" || c.value == "cost" {
			return false
		}
		pays = true // a weak word will do: a column is headed "Median"
	}
	return pays
}

// besideRole reports whether a figure stands right after a role or a label:
// "Head chef ($60k)", "Head chef: $60k", "Google ($90k)".
func (pass *passage) besideRole(f *figure) bool {
	text := pass.p.doc.Text
	for _, m := range pass.mentions {
		if !f.before.Contains(m.Span) {
			continue
		}
		if pass.wordsBetween(m.Span.End, f.Extent.Start) <= 1 || bracketed.MatchString(text[m.Span.End:f.Extent.Start]) {
			return true
		}
	}
	bracket := f.Extent.Start > pass.span.Start && text[f.Extent.Start-1] == '('
	return bracket && pass.block.Kind == corpus.Item
}

// alone reports whether a figure is all that a line says, under a heading
// that names one role.
func (pass *passage) alone(f *figure) bool {
	return len(pass.words) > 0 && pass.wordsBetween(f.Extent.Start, f.Extent.End) == len(pass.words) && len(pass.elsewhere()) == 1 && pass.p.blocks[pass.index].roleIn
}

// Heads of cells that give no role's pay: a change, or what everybody earns.
var (
	changeHead = pattern.MustCompile(`(?i)\b(?:increases?|changes?|differences?|raises?|growth|gap|savings?)\b`)
	everybody  = pattern.MustCompile(`(?i)\ball (?:occupations|workers|jobs|employees|professions|workforce)\b`)
)

// headsCost reports whether a head of a cell speaks of other money than pay.
func (pass *passage) headsCost() bool {
	for _, head := range []corpus.Span{pass.block.RowHead, pass.block.ColHead} {
		if !head.Empty() && head != pass.block.Span && pass.p.tell(head.Of(pass.p.doc.Text)).speaksOfCost() {
			return true
		}
	}
	return false
}

// row reports whether a figure goes on the row that the one before it began,
// without a verb or a role of its own.
func (pass *passage) row(i int) bool {
	f := &pass.figures[i]
	for _, m := range pass.mentions {
		if f.before.Contains(m.Span) {
			return false
		}
	}
	return pass.wordsBetween(f.before.Start, f.before.End) <= 6
}
