package extract

import (
	"cmp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/money"
	"roleclaims/extract/nlp"
	"roleclaims/extract/pattern"
	"roleclaims/extract/place"
	"roleclaims/extract/role"
)

// passage is a sentence, with its label, that holds amounts, and all that it
// says beside them. Each amount owns the text before it, up to the amount
// before, and the text after it, up to what parts it from the next.
type passage struct {
	p          *payReading
	index      int // of its block
	block      corpus.Block
	sentences  []sentence
	span       corpus.Span
	words      []textWord
	mentions   []role.Mention
	figures    []figure
	rest       []money.Amount // those over maxFigures
	sources    once[[]cue]
	cues       []cue
	strong     []cue // the cues but for weak ones
	statistics []cue
	components []cue
	places     []place.Mention
	years      []yearMention
	context    []contextText // nearest first
	look       pattern.Look  // of payPatterns
	source     once[string]  // of its figures, see sourceIn
	question   bool
}

// maxFigures is the most amounts that are read of one sentence; one with more
// is a dump of numbers, whose roles nobody could tell.
const maxFigures = 40

// figure is an amount of a passage, and what was found out about it.
type figure struct {
	money.Amount
	before, after corpus.Span // its own text
	pay           bool
	rule          string
	roles         []string
	period        string
	named         string // the statistic that its words name
	statistic     string
	component     string
	place         string
	local         string // the place that decides the currency
	year          int
	source        string
}

// bodyOf opens the name of a body that a role's holders form.
var bodyOf = pattern.MustCompile(`\b(?:Association|Institute|Society|Federation|Council|College|Union|Board|Academy|Guild|Chamber|Order) (?:of|for) (?:[A-Z]\w+ )*$`)

// divider parts the text between two amounts: what stands before it belongs
// to the first, the rest to the second.
var divider = pattern.MustCompile(`(?i),\s|[;)|]|(?-i:\b[A-Z][\w-]*(?: [\w-]+){0,2}:\s)|\.\s|\s[–—]\s|\b(?:and|while|whereas|but|or|compared|versus|vs|against|as opposed|on top of|in addition to|besides|plus|to)\b|\bwith (?:an? |the )?(?:variable|tips|bonus|bonuses|ote|base|total|equity|commission|median|average|starting|lowest|top|bottom|highest)\b`)

// clauseEnd ends what the last amount owns.
var clauseEnd = pattern.MustCompile(`(?i);|,\s|\s[–—]\s|\b(?:while|whereas|but|although|because|which)\b`)

// newPassage returns the passage that sentences are, nil if they hold no
// amount.
func newPassage(p *payReading, block int, sentences []sentence) *passage {
	if !p.numbered(sentences) {
		return nil
	}
	text := p.doc.Text
	span := corpus.Span{Start: sentences[0].span.Start, End: sentences[len(sentences)-1].span.End}
	amounts := p.pay.money.Find(text, span)
	var context []contextText
	if cell := p.doc.Blocks[block].Kind == corpus.Cell; len(amounts) > 0 || cell && strings.ContainsAny(span.Of(text), digits) {
		context = p.contextOf(block)
		if cell {
			amounts = p.cellAmounts(block, span, context, amounts)
		}
	}
	if len(amounts) == 0 {
		return nil
	}
	pass := &passage{p: p, index: block, block: p.doc.Blocks[block], sentences: sentences, span: span, context: context, mentions: p.mentionsOf(sentences)}
	pass.question = slices.ContainsFunc(sentences, func(s sentence) bool { return s.question })
	pass.words = textWords(text, pass.span)
	pass.look = payPatterns.In(pass.span.Of(text))
	pass.cues = slices.DeleteFunc(cuesIn(p.pay.cues, pass.words), func(c cue) bool {
		// The "sales" of a sales manager is no word of its own.
		return slices.ContainsFunc(pass.mentions, func(m role.Mention) bool { return m.Span.Overlaps(c.span) })
	})
	pass.strong = slices.DeleteFunc(slices.Clone(pass.cues), func(c cue) bool { return c.value == "weak" || c.value == "cost" })
	pass.statistics = p.pay.statisticsIn(text, pass.span, pass.words, pass.look)
	pass.components = cuesIn(p.pay.components, pass.words)
	pass.places = p.placesIn(text, pass.span, pass.look)
	pass.years = yearsIn(text, pass.span, pass.look)
	if len(amounts) > maxFigures {
		amounts, pass.rest = amounts[:maxFigures], amounts[maxFigures:]
	}
	for _, a := range amounts {
		pass.figures = append(pass.figures, figure{Amount: a})
	}
	pass.setOwn(text)
	return pass
}

// numbered reports whether some sentences hold a number: most hold none, and so
// no amount, which their words tell.
func (p *payReading) numbered(sentences []sentence) bool {
	look := func(number *bool, w *nlp.Word) { *number = money.HasNumber(w.Text) }
	for i := range sentences {
		for k := range sentences[i].tokens {
			if *p.pay.numbers.Of(sentences[i].tokens[k].Word, look) {
				return true
			}
		}
	}
	return false
}

// mentionsOf returns the roles that sentences name, but for those whose holders
// a body is of.
func (p *payReading) mentionsOf(sentences []sentence) (mentions []role.Mention) {
	for i := range sentences {
		s := &sentences[i]
		for _, m := range s.mentions {
			if !bodyOf.MatchString(p.doc.Text[s.span.Start:m.Span.Start]) {
				mentions = append(mentions, m)
			}
		}
	}
	return mentions
}

// setOwn gives each figure the text that it owns.
func (pass *passage) setOwn(text string) {
	from := pass.span.Start
	for i := range pass.figures {
		f := &pass.figures[i]
		f.before = corpus.Span{Start: from, End: f.Extent.Start}
		until := pass.span.End
		parts := clauseEnd
		if i+1 < len(pass.figures) {
			until = pass.figures[i+1].Extent.Start
			parts = divider
		}
		f.after = corpus.Span{Start: f.Extent.End, End: until}
		if at := parts.FindStringIndex(f.after.Of(text)); at != nil {
			f.after.End = f.after.Start + at[0]
		} else if i+1 < len(pass.figures) && len(pass.wordsIn(f.after)) > 3 {
			f.after.End = f.after.Start // "$50k in all the average of which is $60k"
		}
		from = f.after.End
	}
}

// last returns the passage's own sentence, without its label.
func (pass *passage) last() *sentence { return &pass.sentences[len(pass.sentences)-1] }

// around returns the sentence, item or cell that holds a span.
func (pass *passage) around(span corpus.Span) corpus.Span {
	if s := pass.last().span; s.Contains(span) {
		return s
	}
	return pass.span
}

// lastPay returns the last figure that is pay, nil for none.
func (pass *passage) lastPay() *figure {
	for i := len(pass.figures) - 1; i >= 0; i-- {
		if pass.figures[i].pay {
			return &pass.figures[i]
		}
	}
	return nil
}

// lastIn returns the last of the cues that lie in a span, nil for none.
func lastIn(cues []cue, span corpus.Span) *cue {
	for i := len(cues) - 1; i >= 0; i-- {
		if span.Contains(cues[i].span) {
			return &cues[i]
		}
	}
	return nil
}

// firstIn returns the first of the cues that lie in a span, nil for none.
func firstIn(cues []cue, span corpus.Span) *cue {
	for i := range cues {
		if span.Contains(cues[i].span) {
			return &cues[i]
		}
	}
	return nil
}

func sortedCues(cues []cue) []cue {
	slices.SortStableFunc(cues, func(a, b cue) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return cues
}

// wordsIn returns the words of a part of the passage, which is cut anew where
// it ends within a word, or in the cell after the passage's own.
func (pass *passage) wordsIn(span corpus.Span) []textWord {
	words := pass.words
	begins := func(w textWord, at int) int { return cmp.Compare(w.span.Start, at) }
	from, _ := slices.BinarySearchFunc(words, span.Start, begins)
	to, _ := slices.BinarySearchFunc(words, span.End, begins)
	if span.End > pass.last().span.End || from > 0 && words[from-1].span.End > span.Start || to > 0 && words[to-1].span.End > span.End {
		return textWords(pass.p.doc.Text, span)
	}
	return words[from:to]
}

// sourcesNamed returns the publishers of figures that the passage names.
func (pass *passage) sourcesNamed() []cue {
	return pass.sources.get(func() []cue { return cuesIn(pass.p.pay.sources, pass.wordsIn(pass.span)) })
}

// payPatterns are those that are looked for in the parts of a passage and in
// the texts around it.
var payPatterns = pattern.NewGroup(
	percentile, topShare, lowShare, yearPattern, gap, priorPay, partOf, supposedPay, otherPaid, othersPaid, legalWage,
	startingMean, unknownPlace, respectively, accordingTo, payLimits, thousands, moneyOf, outsideOf,
)

// matches reports whether a part of the passage matches a pattern.
func (pass *passage) matches(p *pattern.Pattern, part corpus.Span) bool {
	return pass.look.May(p) && p.MatchString(part.Of(pass.p.doc.Text))
}

// submatch is what a pattern finds in a part of the passage, as that of
// regexp.Regexp.
func (pass *passage) submatch(p *pattern.Pattern, part corpus.Span) []string {
	if !pass.look.May(p) {
		return nil
	}
	return p.FindStringSubmatch(part.Of(pass.p.doc.Text))
}

// wordsBetween counts the words of the passage that lie in [start, end).
func (pass *passage) wordsBetween(start, end int) int {
	n := 0
	for _, w := range pass.words {
		if w.span.Start >= start && w.span.End <= end {
			n++
		}
	}
	return n
}
