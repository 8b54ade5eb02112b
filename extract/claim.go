package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"roleclaims/corpus"
)

// Polarity says whether a duty is given to a role or denied of it.
type Polarity string

// The two polarities.
const (
	Asserted Polarity = "asserted"
	Denied   Polarity = "denied"
)

// Evidence is where a claim stands and what found it.
type Evidence struct {
	Span       corpus.Span // the claim's own words: the phrase, the amount, the order
	Sentence   corpus.Span // the sentence (or item, or cell) around it; contains Span
	Section    string      // the heading in whose scope it stands, "" for none
	Rule       string      // id of the rule that found it
	Confidence float64     // 0 to 1: the rule's measured precision
}

// Responsibility is a duty that an article gives to a role, or denies it
// (gold/GUIDE.md, "Responsibility").
type Responsibility struct {
	ID       string
	Role     string // canonical key
	RoleText string // the words that name or stand for the role: "The CTO", "They"
	Evidence
	Polarity   Polarity
	Modality   string   // always, usually, sometimes, rarely; "" for none
	Action     string   // lemma of the verb, "" where the phrase has none
	Object     string   // head noun with its modifiers, lower case, head last; "" for none
	Topic      string   // stable key of what the duty is about
	SharedWith []string // keys of roles that the text says share the duty, sorted
	Condition  string   // grade of the holder or limit of the statement, in the text's words
}

// Salary is a statement of pay (gold/GUIDE.md, "Salary").
type Salary struct {
	ID           string
	Role         string
	RoleText     string
	Evidence            // Span runs from the first to the last character of the amount
	Low, High    *int64 // hundredths of the currency's unit, as stated; nil is an open end
	Currency     string // ISO 4217
	Period       string // year, month, week, day, hour
	Statistic    string // range, average, median, minimum, maximum, typical, p25, ...
	Component    string // base, total, bonus, equity, unspecified
	Location     string // the text's words, "" for none
	Year         int    // 0 for none
	AttributedTo string // whose figure it is, "" for none
	Condition    string
}

// Relation is how a comparison orders two roles.
type Relation string

// The relations; turn "B earns less than A" round.
const (
	EarnsMoreThan Relation = "earns-more-than"
	EarnsSameAs   Relation = "earns-same-as"
	SeniorTo      Relation = "senior-to"
	ReportsTo     Relation = "reports-to"
	PeerOf        Relation = "peer-of"
)

// Comparison is an order between two roles (gold/GUIDE.md, "Comparison"):
// RoleA Relation RoleB.
type Comparison struct {
	ID           string
	Relation     Relation
	RoleA, RoleB string
	Evidence
	Hedge      bool     // the article limits it: "in most cases", "can be"
	Stated     bool     // false: follows from two amounts of the article
	FromClaims []string // ids of the two pay claims of a derived one
	Component  string   // of the pay compared, "" for none or not of pay
	Location   string
	Year       int
	Condition  string
}

// UnusedAmount is a money string that became no pay claim.
type UnusedAmount struct {
	Span   corpus.Span
	Reason string // "not-pay", "no-role", "difference", ...
}

// Claims is all that one document says.
type Claims struct {
	Responsibilities []Responsibility
	Salaries         []Salary
	Comparisons      []Comparison
	Unused           []UnusedAmount
	// Compared holds the pairs of roles that the article sets side by side
	// (in its title or a heading, or in a contrasting sentence), each pair
	// sorted, the list sorted and unique. It gates ownership findings.
	Compared [][2]string
}

// ClaimID returns the identity of a claim: 16 hex digits of a hash of its
// document, its kind ("responsibility", "salary", "comparison"), its role
// (for a comparison "A relation B") and its span.
func ClaimID(docID, kind, role string, span corpus.Span) string {
	var buffer [256]byte
	text := append(buffer[:0], docID...)
	text = append(append(text, 0), kind...)
	text = append(append(text, 0), role...)
	text = strconv.AppendInt(append(text, 0), int64(span.Start), 10)
	text = strconv.AppendInt(append(text, 0), int64(span.End), 10)
	h := sha256.Sum256(text)
	return hex.EncodeToString(h[:8])
}
