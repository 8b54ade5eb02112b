package report

// Ownership says which role is given which duties: by topic the number of
// sources that give it to a role, and that deny it.
type Ownership struct {
	Roles []string // keys, the columns
	Rows  []Duty
	// OmittedTopics and OmittedRoles are not on the page.
	OmittedTopics, OmittedRoles int
}

// Duty is one row of Ownership.
type Duty struct {
	Name      string
	Contested bool
	Cells     []Cell // one a role
}

// Cell counts the sources that give a duty to a role, or deny it, and quotes
// some.
type Cell struct {
	Asserted, Denied int
	Quotes           []Owned
	Claims           int // those not quoted included
}

// Owned is a sentence that gives a duty to a role, or denies it.
type Owned struct {
	Before, Marked, After string
	Denied                bool
	Place                 Place
	Origin
}

// PayScale is the pay of the roles in one currency, drawn to one scale.
type PayScale struct {
	Currency string
	Roles    []PayRole
	Omitted  int // roles that are not on the page
}

// PayRole is what sources say that a role is paid.
type PayRole struct {
	Role    string
	Rows    []PayRow // those of a source together
	Omitted int      // claims that are not on the page
}

// PayRow is one pay claim. Low and High are hundredths a year, nil for an
// open end.
type PayRow struct {
	Origin
	Quote     string // as written
	Low, High *int64
	Notes     []string // period, statistic, component, place, year, whose figure
}

// Orders says who earns more, by pairs of roles.
type Orders struct {
	Rows    []Order
	Omitted int // pairs that are not on the page
}

// Order is what sources say of the pay of two roles. More lists the sources
// that pay A more than B, Less those that pay it less; A is the role with
// more of them. Hedged counts sources that only say what may be.
type Order struct {
	A, B             string // roles, keys
	More, Same, Less []string
	Hedged           int
	// Circle is set where the prevailing orders of several pairs lead back to A:
	// A, B, ..., each said to earn more than the next, and the last more than A.
	Circle []string
}

// Sources says who agrees with whom.
type Sources struct {
	Rows    []SourceRow
	Omitted int // sources that are not on the page
}

// SourceRow is one source. Disputed counts the contradictions in which it
// takes a side, Alone those in which no other source is on its side and
// several are on the other.
type SourceRow struct {
	Name                              string
	Articles, Claims, Disputed, Alone int
	With, Against                     []Peer // most first
}

// Peer is another source, and how often it says the same, or contradicts.
type Peer struct {
	Name  string
	Times int
}

// NearMiss is a reason not to flag, with examples, the closest of most pairs
// first.
type NearMiss struct {
	Reason      string
	Pairs, Keys int
	Examples    []Miss
}

// Miss is what was not flagged under one key.
type Miss struct {
	Topic          string
	Roles          []string
	Pairs          int
	QuoteA, QuoteB string
	Words          string // those that decided
}

// RejectGroup is what was left out at one stage for one reason.
type RejectGroup struct {
	Stage, Reason string
	Count         int
	Examples      []RejectExample
}

// RejectExample is one thing left out.
type RejectExample struct{ URI, Detail string }
