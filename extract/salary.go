package extract

import (
	"cmp"
	"slices"

	"roleclaims/corpus"
	"roleclaims/extract/money"
)

// Reasons why a money string is no pay claim.
const (
	unusedNotPay     = "not-pay"
	unusedDifference = "difference"
	unusedNoRole     = "no-role"
	unusedQuestion   = "question"
	unusedPiece      = "per-piece"
	unusedNoPeriod   = "no-period" // too little for the year that a bare amount pays
	unusedMany       = "too-many"  // of the amounts in one sentence
	unusedOff        = "rule-off"
)

// Rules that find pay.
const (
	rulePaySentence = "pay-sentence" // a sentence that speaks of pay
	rulePayList     = "pay-list"     // an item or line under words that speak of pay
	rulePayTable    = "pay-table"    // a cell
	rulePayLabel    = "pay-label"    // an amount right beside a role, without a word of pay
)

// salaries returns the pay claims of the document, and every money string
// that is none of them, sorted by where they stand.
func (r *reading) salaries() ([]Salary, []UnusedAmount) {
	p := payReading{reading: r, first: map[int]int{}, outer: map[int]int{}, above: -2, paired: -1, bare: map[int]string{}, local: map[string]map[string]int{}, cells: map[place3]int{}, tables: map[int]tableColumns{}, lines: map[int]bool{}, amounts: map[int][]money.Amount{}, told: map[string]*told{}}
	last := -1 // heading
	for i, b := range r.doc.Blocks {
		if _, ok := p.first[b.Group]; !ok && b.Group > 0 {
			p.first[b.Group] = i
		}
		if b.Kind == corpus.Heading {
			for last >= 0 && r.doc.Blocks[last].Level >= b.Level {
				last = p.outer[last]
			}
			p.outer[i], last = last, i
		}
	}
	p.setTables()
	for i := range r.doc.Blocks {
		p.block(i)
	}
	p.spreadCurrency()
	slices.SortStableFunc(p.found, func(a, b Salary) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Role, b.Role))
	})
	slices.SortStableFunc(p.unused, func(a, b UnusedAmount) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return p.found, p.unused
}

// payReading collects the pay claims of one document.
type payReading struct {
	*reading
	found   []Salary
	unused  []UnusedAmount
	carry   carry
	first   map[int]int               // group -> its first block
	outer   map[int]int               // heading -> the one in whose scope it stands, -1 for none
	cells   map[place3]int            // where a cell stands -> its block
	tables  map[int]tableColumns      // group -> its telling columns
	lines   map[int]bool              // block -> whether it is a line like an item
	amounts map[int][]money.Amount    // blocks that were near a figure -> their amounts
	paired  int                       // the last cell that is the high end of the cell before it, -1 for none
	told    map[string]*told          // texts around figures
	notes   []note                    // in the order of the document
	noted   bool                      // whether the notes were read
	bare    map[int]string            // index of a claim without a place -> its shared unit
	local   map[string]map[string]int // shared unit -> currencies of the places -> claims

	// The headings above the blocks of one section, kept from block to block.
	above    int
	headings []*told
}

// carry is what a sentence on pay leaves for those after it in its block.
type carry struct {
	block  int
	roles  []string
	place  string
	year   int
	source string
	period string
	amount int64 // an end of the figure that had the period
	past   bool  // it tells what was paid
}

// block reads the passages of a block; the two ends of a range in neighbouring
// cells become one claim.
func (p *payReading) block(i int) {
	block := p.doc.Blocks[i]
	if block.Kind == corpus.Code || p.blocks[i].last == 0 {
		return
	}
	if block.Kind == corpus.Cell && p.pairedCell(i) {
		return
	}
	sentences := p.sentences[p.blocks[i].first:p.blocks[i].last]
	for k := range sentences {
		if sentences[k].label && k+1 < len(sentences) {
			continue // read with its gloss
		}
		from := k
		if k > 0 && sentences[k-1].label {
			from--
		}
		p.passage(i, sentences[from:k+1])
	}
}

// passage reads one sentence, with its label if it has one.
func (p *payReading) passage(block int, sentences []sentence) {
	pass := newPassage(p, block, sentences)
	if pass == nil {
		if p.carry.block != block {
			return
		}
		if keys := keysOf(p.mentionsOf(sentences)); len(keys) > 0 && !slices.Equal(keys, p.carry.roles) {
			p.carry = carry{block: -1}
		}
		return
	}
	for i := range pass.figures {
		p.figure(pass, i)
	}
	for _, a := range pass.rest {
		p.unused = append(p.unused, UnusedAmount{Span: a.Span, Reason: unusedMany})
	}
	if last := pass.lastPay(); last != nil {
		p.carry = carry{block: block, roles: last.roles, place: pass.commonPlace(), year: last.year, source: last.source, period: last.period, amount: last.anyEnd(), past: pass.past()}
	}
}

// figure decides what one amount of a passage is.
func (p *payReading) figure(pass *passage, i int) {
	f := &pass.figures[i]
	reason := pass.reject(i)
	if reason == "" {
		f.roles = pass.rolesOf(i)
		switch {
		case pass.question:
			reason = unusedQuestion
		case len(f.roles) == 0:
			reason = unusedNoRole
		case p.off[f.rule]:
			reason = unusedOff
		}
	}
	if reason != "" {
		p.unused = append(p.unused, UnusedAmount{Span: f.Span, Reason: reason})
		return
	}
	f.pay = true
	pass.describe(i)
	if f.period == "" {
		if f.pittance() {
			f.pay = false
			p.unused = append(p.unused, UnusedAmount{Span: f.Span, Reason: unusedNoPeriod})
			return
		}
		f.period = "year"
	}
	p.claim(pass, f)
}

// claim appends a claim for each role of a figure.
func (p *payReading) claim(pass *passage, f *figure) {
	for _, key := range f.roles {
		s := Salary{
			ID: ClaimID(p.doc.ID, "salary", key, f.Span), Role: key, RoleText: pass.roleText(key),
			Evidence: Evidence{
				Span: f.Span, Sentence: pass.around(f.Span), Section: p.sectionText(pass.last()),
				Rule: f.rule, Confidence: p.words.rules[f.rule],
			},
			Low: f.Low, High: f.High, Currency: pass.currencyOf(f), Period: f.period,
			Statistic: f.statistic, Component: f.component, Location: f.place, Year: f.year, AttributedTo: f.source,
			Condition: pass.condition(f, key),
		}
		p.noteUnit(f, s.Currency)
		p.found = append(p.found, s)
	}
}
