// Package report lays out what a run found as a page for people, in HTML and
// in Markdown. It gets plain data and writes text: it reads no datasets and
// judges nothing. All texts are taken for hostile.
package report

// Report is what the page says.
type Report struct {
	RunID  string
	Counts Counts
	Review *Tally // nil where nobody has reviewed the run

	// Pairs holds the contradictions of the headline tiers, by the roles they
	// are about, most severe first; Listed those that are only claimed by both.
	Pairs, Listed []Pair
	// Omitted is the number of contradictions that are not on the page.
	Omitted int

	Ownership  Ownership
	Pay        []PayScale
	Orders     Orders
	Sources    Sources
	NearMisses []NearMiss
	Rejects    []RejectGroup
}

// Counts is what was read and found.
type Counts struct {
	Pages, Documents, Sources, Duplicates   int
	RejectedPages, UnusedAmounts            int
	Ignored                                 int // files that were no inputs
	Responsibilities, Salaries, Comparisons int
	Headline, ClaimedByBoth                 int // contradictions by tier
	NearMissPairs                           int
}

// Pair is the contradictions about one set of roles.
type Pair struct {
	Roles  []string // keys
	Topics []Topic
	Brief  []Finding // less severe ones, a line each
}

// Findings is the number of contradictions of the pair.
func (p Pair) Findings() int { return len(p.All()) }

// All lists the contradictions of the pair, those in a line last.
func (p Pair) All() []Finding {
	var all []Finding
	for _, t := range p.Topics {
		all = append(all, t.Findings...)
	}
	return append(all, p.Brief...)
}

// Topic is the contradictions of a pair about one thing.
type Topic struct {
	Name     string
	Findings []Finding
}

// Finding is one contradiction.
type Finding struct {
	ID, Kind, Tier, Scope, Topic, Summary, Rule string
	Roles                                       []string // keys
	Sources                                     []string // on either side, for the filter
	MissingScope                                []string // what a side leaves out: year, place, component
	Severity, Confidence                        float64
	A, B                                        Side

	Verdicts []Verdict
	Outcome  string // what the verdicts come to: one of them, "disputed", "stale" or "open"
}

// Verdict is what one reviewer says of a contradiction.
type Verdict struct {
	Verdict, Reason, Note, Reviewer string
	Date                            string // YYYY-MM-DD
	Stale                           bool   // given on other words than those that stand there now
}

// Tally counts contradictions by what their verdicts come to, those that were
// judged and are not found any more, and lines of the file that are none.
type Tally struct {
	Outcomes     map[string]int
	Gone, Unread int
}

// Side is one side of a contradiction, its best claim first. A Finding in a
// line has the source of the best claim; its quotes are not shown.
type Side struct {
	Source  string
	Sources int // independent ones
	Claims  int // those not shown included
	Quotes  []Quote
}

// More is the number of claims that are not shown.
func (s Side) More() int { return max(0, s.Claims-len(s.Quotes)) }

// Quote is a claim in its paragraph: Before, Marked and After are its text.
type Quote struct {
	Says                  string // the claim in our words: "VP of Engineering", "USD 90,000 a year"
	Before, Marked, After string
	Section               string // the heading above it, "" for none
	Scope                 []Slot // what the claim is limited to
	Place                 Place
	Origin
}

// Slot is one limit of a claim: its year, its place. An empty Value is not
// stated.
type Slot struct{ Name, Value string }

// Place is where a claim stands: code points of the document's text.
type Place struct {
	DocID      string
	Start, End int64
}

// Origin is where a text was published.
type Origin struct {
	Source string
	URI    string
	Title  string // "" for none
	Date   string // YYYY-MM-DD, "" for none
	Copy   bool   // of another article
}
