package contradict

import (
	"hash/fnv"
	"math"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// yearly says how many of a period make a year of work (gold/GUIDE.md).
var yearly = map[string]float64{"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}

// statClass groups statistics that compare with each other: averages,
// medians, typical figures and ranges do, the others only with their own.
func statClass(statistic string) string {
	switch statistic {
	case "average", "median", "typical", "range", "":
		return "middle"
	}
	return statistic
}

// pay returns a salary's record. Odd periods and amounts without an end give
// none.
func (r *Reader) pay(doc *corpus.Document, c *extract.Salary) []Record {
	factor, ok := yearly[c.Period]
	if !ok || c.Low == nil && c.High == nil || c.Role == "" {
		return nil
	}
	rec := Record{
		Kind: Pay, Role: c.Role, Stance: Does, Doc: doc.ID, Source: doc.Source, Claim: c.ID,
		Start: c.Span.Start, End: c.Span.End, Sentence: c.Sentence.Start, Confidence: c.Confidence,
		Condition: strings.ToLower(c.Condition), Place: c.Location, Year: c.Year, Component: component(c.Component),
		Currency: c.Currency, Statistic: c.Statistic, Upstream: upstream(c.AttributedTo), Section: section(c.Section), Low: 0, High: math.Inf(1),
	}
	if c.Low != nil {
		rec.Low = float64(*c.Low) / 100 * factor
	}
	if c.High != nil {
		rec.High = float64(*c.High) / 100 * factor
	}
	if rec.High < rec.Low {
		rec.Low, rec.High = rec.High, rec.Low
	}
	rec.Key = c.Role + " " + c.Currency + " " + statClass(c.Statistic)
	return []Record{rec}
}

// section stands for a heading where the text is not kept.
func section(heading string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(heading))
	return h.Sum32()
}

// component writes the unnamed component as "".
func component(c string) string {
	if c == "unspecified" {
		return ""
	}
	return c
}

// upstream writes the name of who made a figure in one way: "Glassdoor.com",
// "the Glassdoor" are glassdoor.
func upstream(name string) string {
	name = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the ")
	name = strings.TrimPrefix(name, "www.")
	for _, suffix := range []string{".com", ".org", ".net", ".co.uk", ".gov", ".io"} {
		name = strings.TrimSuffix(name, suffix)
	}
	return name
}

// amountsByID returns the salaries by their ids, and the place of each.
func amountsByID(amounts []extract.Salary) map[string]amount {
	byID := make(map[string]amount, len(amounts))
	for i := range amounts {
		byID[amounts[i].ID] = amount{i, &amounts[i]}
	}
	return byID
}

// amount is a salary and its place among those of its document.
type amount struct {
	place int
	*extract.Salary
}

// order returns the records of a comparison: an order of pay, or of rank.
// Who reports to someone stands under them, and names a superior.
func (r *Reader) order(doc *corpus.Document, c *extract.Comparison, amounts map[string]amount) []Record {
	if c.RoleA == c.RoleB || c.RoleA == "" || c.RoleB == "" {
		return nil
	}
	rec := Record{
		Doc: doc.ID, Source: doc.Source, Claim: c.ID, Start: c.Span.Start, End: c.Span.End, Sentence: c.Sentence.Start,
		Confidence: c.Confidence, Condition: strings.ToLower(c.Condition), Place: c.Location, Year: c.Year,
		Component: component(c.Component), Derived: !c.Stated,
	}
	last := -1
	for _, id := range c.FromClaims { // a derived order is as limited as the amounts behind it
		if a, ok := amounts[id]; ok && a.place > last {
			last, rec.Currency, rec.Upstream = a.place, a.Currency, upstream(a.AttributedTo)
		}
	}
	if c.Stated && within(doc.Text, c.Sentence) {
		rec.May = r.limited(c.Sentence.Of(doc.Text), c.Span.Start-c.Sentence.Start)
		if strings.HasSuffix(strings.TrimSpace(c.Sentence.Of(doc.Text)), "?") {
			return nil
		}
	}
	var swapped bool
	rec.Role, rec.Other, swapped = pair(c.RoleA, c.RoleB)
	rec.Key = rec.Role + " " + rec.Other
	switch c.Relation {
	case extract.EarnsMoreThan:
		rec.Kind, rec.Stance = PayOrder, turn(Over, swapped)
	case extract.EarnsSameAs:
		rec.Kind, rec.Stance = PayOrder, Equal
	case extract.SeniorTo:
		rec.Kind, rec.Stance = Rank, turn(Over, swapped)
	case extract.PeerOf:
		rec.Kind, rec.Stance = Rank, Equal
	case extract.ReportsTo:
		rec.Kind, rec.Stance = Rank, turn(Under, swapped)
		boss := rec
		boss.Kind, boss.Key, boss.Role, boss.Other, boss.Stance = Boss, c.RoleA, c.RoleA, c.RoleB, Under
		return []Record{rec, boss}
	default:
		return nil
	}
	return []Record{rec}
}

// limited reports whether a sentence only says what may happen where an order
// stands in it, at an offset. What it concedes or tells aside limits nothing:
// "odd as this may look, …", "…, whose office is rarely far".
func (r *Reader) limited(sentence string, at int) bool {
	at = min(max(at, 0), len(sentence))
	for from := 0; from < len(sentence); {
		to := from + clauseEnd(sentence[from:])
		if own := from <= at && at < to; own || !r.aside(sentence[from:to], sentence[to:], to <= at) {
			for _, q := range r.cues.find(sentence[from:to]) {
				if q.kind == may || q.kind == condition || q.kind == rejected || q.kind == past {
					return true
				}
			}
		}
		from = to
	}
	return false
}

// clauseEnd returns the offset behind the first comma, semicolon or colon that
// ends a clause, or the text's end.
func clauseEnd(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if strings.IndexByte(",;:", text[i]) >= 0 && text[i+1] == ' ' {
			return i + 1
		}
	}
	return len(text)
}

// aside reports whether a clause beside the one of a claim concedes or
// describes: by its first word, or because "but" or "yet" turns from it.
func (r *Reader) aside(clause, rest string, before bool) bool {
	if before {
		if next := split(rest[:min(len(rest), 12)]); len(next) > 0 && (next[0].text == "but" || next[0].text == "yet") {
			return true
		}
	}
	for _, q := range r.cues.find(clause) {
		if q.kind == concession && strings.TrimSpace(clause[:q.start]) == "" {
			return true
		}
	}
	return false
}

func turn(s Stance, swapped bool) Stance {
	if !swapped {
		return s
	}
	if s == Over {
		return Under
	}
	return Over
}
