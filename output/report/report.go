// Package report lays out what a run found as a page for people, in HTML and
// in Markdown. It gets plain data and writes text: it reads no datasets and
// judges nothing. All texts are taken for hostile.
package report

// Report is what the page says.
type Report struct {
	RunID  string
	Counts Counts

	// Pairs holds the contradictions of the headline tiers, by the roles they
	// are about, most severe first; Listed those that are only claimed by both.
	Pairs, Listed []Pair
	// Omitted is the number of contradictions that are not on the page.
	Omitted int

	Ownership  Ownership
	Pay        []PayScale
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
	Roles []string // keys
	Full  []Finding
	Brief []Finding // without evidence
}

// Findings is the number of contradictions of the pair.
func (p Pair) Findings() int { return len(p.Full) + len(p.Brief) }

// Finding is one contradiction.
type Finding struct {
	ID, Kind, Tier, Scope, Topic, Summary, Rule string
	MissingScope                                []string // what a side leaves out: year, place, component
	Severity, Confidence                        float64
	A, B                                        Side
}

// Side is one side of a contradiction, its best claim first. A Finding that is
// only listed has the source of the best claim and no quotes.
type Side struct {
	Source  string
	Sources int // independent ones
	Claims  int // those not shown included
	Quotes  []Quote
}

// More is the number of claims that are not shown.
func (s Side) More() int { return max(0, s.Claims-len(s.Quotes)) }

// Quote is a claim in its sentence: Before, Marked and After are its text.
type Quote struct {
	Says                  string // the claim in our words: "VP of Engineering", "USD 90,000 a year"
	Before, Marked, After string
	Section               string // the heading above it, "" for none
	Origin
}

// Origin is where a text was published.
type Origin struct {
	Source string
	URI    string
	Title  string // "" for none
	Date   string // YYYY-MM-DD, "" for none
	Copy   bool   // of another article
}

// Ownership says which role is given which duties: by topic the number of
// sources that give it to a role, and that deny it.
type Ownership struct {
	Roles  []string // keys, the columns
	Topics []Topic
	// OmittedTopics and OmittedRoles are not on the page.
	OmittedTopics, OmittedRoles int
}

// Topic is one row of Ownership.
type Topic struct {
	Name      string
	Contested bool
	Cells     []Cell // one a role
}

// Cell counts the sources that give a topic to a role, or deny it.
type Cell struct{ Asserted, Denied int }

// PayScale is the pay of the roles in one currency, drawn to one scale.
type PayScale struct {
	Currency string
	Roles    []PayRole
	Omitted  int // roles that are not on the page
}

// PayRole is what sources say that a role is paid.
type PayRole struct {
	Role    string
	Rows    []PayRow
	Omitted int // claims that are not on the page
}

// PayRow is one pay claim. Low and High are hundredths a year, nil for an
// open end.
type PayRow struct {
	Origin
	Quote     string // as written
	Low, High *int64
	Notes     []string // period, statistic, component, place, year, whose figure
}

// NearMiss is a reason not to flag, with the closest example.
type NearMiss struct {
	Reason         string
	Pairs, Keys    int
	Topic          string
	Roles          []string
	QuoteA, QuoteB string
	Words          string
}

// RejectGroup is what was left out at one stage for one reason.
type RejectGroup struct {
	Stage, Reason string
	Count         int
	Examples      []RejectExample
}

// RejectExample is one thing left out.
type RejectExample struct{ URI, Detail string }
