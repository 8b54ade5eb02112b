package extract

import (
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/pattern"
)

// describe fills what is known of a figure that is pay.
func (pass *passage) describe(i int) {
	f := &pass.figures[i]
	f.component = pass.componentAt(i)
	if f.component == "" {
		f.component = pass.spreadComponent(i)
	}
	if f.component == "" {
		f.component = "unspecified"
	}
	pass.setStatistic(i)
	f.period = pass.periodOf(i)
	pass.setPlace(i)
	f.year = pass.yearOf(i)
	f.source = pass.sourceOf(i)
}

// componentAt returns the component named in a figure's own text.
func (pass *passage) componentAt(i int) string {
	f := &pass.figures[i]
	if at := pass.submatch(partOf, f.before); at != nil {
		if value, n := pass.p.pay.components.at(1, func(int) string { return strings.ToLower(at[1]) }, 0); n > 0 {
			return value
		}
	}
	// A total that lists its parts ("total compensation with bonus") is one.
	best := ""
	for _, span := range []corpus.Span{f.after, f.before} {
		for _, c := range pass.components {
			if !span.Contains(c.span) || span == f.after && pass.wordsBetween(f.Extent.End, c.span.Start) > 4 {
				continue
			}
			if best == "" || c.value == "total" || span == f.before && best != "total" {
				best = c.value
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// partOf names a part of pay right before its figure: "plus a bonus of $5,000".
var partOf = pattern.MustCompile(`(?i)\b(bonus|bonuses|commission|commissions|equity|stock|tips)\s+(?:of|worth|totall?ing)\s*(?:about |around |roughly |some )?$`)

// spreadComponent returns the component given once before a figure for the row
// it is in: by the figure before it, where nothing but a few words parts the two, or by
// the heads of a list or table.
func (pass *passage) spreadComponent(i int) string {
	if i > 0 && pass.figures[i-1].pay && pass.row(i) && lastIn(pass.components, pass.figures[i].before) == nil && !pass.namesPay(i) {
		if value := pass.figures[i-1].component; value != "unspecified" {
			return value
		}
	}
	if !pass.underHeads(i) {
		return ""
	}
	for _, context := range pass.captions() {
		found := context.componentsNamed()
		for _, c := range found {
			if c.value == "total" {
				return c.value
			}
		}
		if len(found) > 0 {
			return found[0].value
		}
	}
	return ""
}

// namesPay reports whether a figure has a noun of pay of its own ("and an
// income of", "of a $90,000 salary").
func (pass *passage) namesPay(i int) bool {
	before, after := lastIn(pass.strong, pass.figures[i].before), firstIn(pass.strong, pass.figures[i].after)
	return before != nil && before.value == "pay" || after != nil && after.value == "pay"
}

// underHeads reports whether a figure takes its meaning from the words above
// it: in a table, a list, or a line without words of pay.
func (pass *passage) underHeads(i int) bool {
	f := &pass.figures[i]
	return pass.block.Kind == corpus.Cell || pass.block.Kind == corpus.Item || f.rule == rulePayList || len(pass.cues) == 0 || pass.line()
}

// line reports whether a passage has no verb: "Salary: $40,000".
func (pass *passage) line() bool {
	for k := range pass.sentences {
		for _, w := range pass.sentences[k].words {
			if endsSubject(w) && w.Lower[0] >= 'a' && w.Lower[0] <= 'z' {
				return false
			}
		}
	}
	return true
}

// captions returns the context that tells of amounts without giving any
// itself: what a heading says of its own figure holds for no other.
func (pass *passage) captions() []*told {
	var kept []*told
	for _, c := range pass.context {
		if !c.gives() {
			kept = append(kept, c.told)
		}
	}
	return kept
}

// setStatistic names a figure's statistic and opens the end that the
// statistic leaves open.
func (pass *passage) setStatistic(i int) {
	f := &pass.figures[i]
	named := ""
	for _, c := range pass.statistics {
		if f.before.Contains(c.span) && !pass.farStarting(&c, f) && (c.value != "typical" || named == "") {
			named = c.value
		}
	}
	if c := firstIn(pass.statistics, f.after); c != nil && (named == "" || strings.HasPrefix(c.value, "p") || c.value == "median") && pass.wordsBetween(f.Extent.End, c.span.Start) <= 6 {
		named = c.value
	}
	if named == "" {
		if at := endAfter.FindStringSubmatch(f.after.Of(pass.p.doc.Text)); at != nil {
			named = map[string]string{"low": "bottom", "high": "top"}[pass.p.pay.ends[strings.ToLower(at[1])]]
		}
	}
	closed := f.Low != nil && f.High != nil
	if named == "" && closed && i > 0 && pass.figures[i-1].pay && pass.verbless(f) {
		switch last := &pass.figures[i-1]; {
		case last.statistic != "minimum" && last.statistic != "maximum":
			named = last.named
		case pass.shareOpen(i):
			named = last.statistic
		}
	}
	if named == "" && closed {
		named = pass.statisticOfRow(i)
	}
	if named == "" && closed && pass.underHeads(i) {
		named = pass.statisticAbove()
	}
	if named == "minimum" {
		if at := pass.submatch(startingMean, f.before); at != nil {
			named = pass.p.pay.statistic(at[1])
		}
	}
	if prefix, share, grouped := strings.Cut(named, "-"); grouped && f.Single() && i == 0 && pass.line() {
		if prefix == "top" {
			share = complement(share)
		}
		named = "p" + share // "Top 10%: $90,000" is the 90th percentile
	}
	f.named = named
	f.applyStatistic(named)
}

// startingMean is a mean of starting pay, which leaves nothing open.
var startingMean = pattern.MustCompile(`(?i)\b(average|median|mean)\s+(?:\w+\s+)?(?:starting|minimum)\b`)

// endAfter is all that follows a figure in a row: "$39 low, $47 median".
var endAfter = regexp.MustCompile(`(?i)^\s*\(?(low|lowest|high|highest|top|bottom|min|max)\)?\s*$`)

// statisticOfRow returns the average or median that is named once after a
// row of figures: "cooks make $30k and chefs $60k on average".
func (pass *passage) statisticOfRow(i int) string {
	last := i
	for last+1 < len(pass.figures) && pass.verbless(&pass.figures[last+1]) {
		last++
	}
	if last == i || lastIn(pass.statistics, pass.figures[last].before) != nil {
		return ""
	}
	if c := firstIn(pass.statistics, pass.figures[last].after); c != nil && (c.value == "average" || c.value == "median") {
		return c.value
	}
	return ""
}

// verbless reports whether a figure goes on the statement of the one before
// it without a word of pay of its own: "a cook $30k and a chef $60k".
func (pass *passage) verbless(f *figure) bool {
	return lastIn(pass.cues, f.before) == nil && pass.wordsBetween(f.before.Start, f.before.End) <= 6
}

// farStarting reports whether a word such as "minimum" is too far from a
// figure to speak of it.
func (pass *passage) farStarting(c *cue, f *figure) bool {
	return (c.value == "minimum" || c.value == "maximum") && pass.wordsBetween(c.span.End, f.Extent.Start) > 5
}

// shareOpen reports whether the open end of the figure before holds for this
// one too: "up to $90k for staff and $600 on a day rate".
func (pass *passage) shareOpen(i int) bool {
	f := &pass.figures[i]
	head := strings.TrimSpace(f.before.Of(pass.p.doc.Text))
	return f.Single() && (head == "and" || head == "or")
}

// applyStatistic sets a statistic as the text names it, or by the ends.
func (f *figure) applyStatistic(named string) {
	single := f.Single()
	prefix, share, grouped := strings.Cut(named, "-")
	switch {
	case grouped && prefix == "low":
		f.statistic = "p" + share
		if single {
			f.Low = nil
		}
	case grouped && prefix == "top":
		f.statistic = "p" + complement(share)
		if single {
			f.High = nil
		}
	case named == "top" && single:
		f.statistic = "maximum"
	case named == "bottom" && single:
		f.statistic = "minimum"
	case named == "minimum" && f.Low != nil && (single || f.High == nil):
		f.statistic, f.High = "minimum", nil
	case named == "maximum" && f.High != nil && (single || f.Low == nil):
		f.statistic, f.Low = "maximum", nil
	case named == "average", named == "median", len(named) > 1 && named[0] == 'p', named == "typical" && single:
		f.statistic = named
	case f.High == nil:
		f.statistic = "minimum"
	case f.Low == nil:
		f.statistic = "maximum"
	case single:
		f.statistic = "typical"
	default:
		f.statistic = "range"
	}
}

// complement returns what a share leaves of a hundred.
func complement(share string) string {
	switch share {
	case "5":
		return "95"
	case "10":
		return "90"
	case "20":
		return "80"
	case "25":
		return "75"
	}
	return share
}

// statisticAbove returns the statistic that the nearest head or heading names.
func (pass *passage) statisticAbove() string {
	if share := pass.shareInHead(); share != "" {
		return share
	}
	for _, context := range pass.captions() {
		if found := context.statisticsNamed(); len(found) > 0 {
			return found[0].value
		}
	}
	end := pass.p.endOf(pass.index)
	if end == "" && pass.block.Kind == corpus.Cell && !pass.block.RowHead.Empty() && pass.p.tell(pass.block.RowHead.Of(pass.p.doc.Text)).speaksOfPay() {
		end = pass.p.endIn(pass.block.RowHead)
	}
	switch end {
	case "low":
		return "bottom"
	case "high":
		return "top"
	}
	return ""
}

// shareInHead returns the percentile that the head of a column or row of
// percentiles is: "25th", or "10%" where the table speaks of percentiles.
func (pass *passage) shareInHead() string {
	for _, c := range pass.context {
		if c.kind != fromHead {
			continue
		}
		at := headShare.FindStringSubmatch(c.text)
		if at == nil {
			continue
		}
		told := at[2] != ""
		for _, other := range append(slices.Clone(pass.context), contextText{told: pass.p.tell(pass.p.cornerOf(pass.index))}) {
			told = told || strings.Contains(strings.ToLower(other.text), "percentile")
		}
		switch {
		case !told:
		case at[1] == "50":
			return "median"
		default:
			return "p" + at[1]
		}
	}
	return ""
}

// headShare is a head that holds a percentile and nothing more.
var headShare = regexp.MustCompile(`(?i)^\W*(5|10|20|25|50|75|80|90|95)(?:(th)|(%))(?:\s*\(?(?:percentile|%ile|median)\)?)?\W*$`)

// payLimits are wordings that limit a statement of pay to some holders.
var payLimits = pattern.MustCompile(`(?i)\b(?:with (?:at least |over |more than |about )?(?:a few|several|\w+|\d+(?:\s*[-–to]+\s*\d+)?\+?) (?:or more )?years?(?:['’])?(?: of)?(?: (?:\w+ )?experience)?|after (?:\w+|\d+) years|entry[- ]level|newly[- ]qualified|mid[- ](?:level|career)|early[- ]career|late[- ]career|senior[- ]level|most experienced|experienced workers|at (?:large|small|big|public|major)(?:er)? (?:\w+ )?(?:companies|firms|organi[sz]ations|employers)|in (?:the )?(?:[a-z-]+ ){1,3}(?:industry|sector|trade))\b`)

// condition returns what limits a figure to some holders of its role: their
// grade, or the wording that limits it.
func (pass *passage) condition(f *figure, key string) string {
	grade := ""
	for _, m := range pass.mentions {
		if m.Key == key && m.Grade != "" && m.Span.Start < f.after.End {
			grade = m.Grade // the nearest before the figure
		}
	}
	if grade != "" {
		return grade
	}
	for _, span := range []corpus.Span{f.before, f.after} {
		if at := pass.submatch(payLimits, span); at != nil {
			return at[0]
		}
	}
	if pass.block.Kind == corpus.Cell {
		return pass.p.cellCondition(pass.block, key)
	}
	return ""
}
