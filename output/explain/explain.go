// Package explain lays out what detection makes of two claims, or of a
// contradiction: the slots of both side by side, how they compare, and the
// rule that flagged or the reason that spared; for a terminal or as JSON. It
// decides nothing and reads no files.
package explain

// Claim is one claim as its dataset has it.
type Claim struct {
	ID      string   `json:"claim_id"`
	Dataset string   `json:"dataset"`
	Source  string   `json:"source"`
	URI     string   `json:"uri"` // of its article
	Says    string   `json:"says"`
	Quote   string   `json:"quote"`
	In      string   `json:"sentence"`
	Keys    []string `json:"keys"` // under which it is compared, none for what is not
}

// Row is one slot of two claims, "" for what is not stated.
type Row struct {
	Name string `json:"name"`
	A    string `json:"a"`
	B    string `json:"b"`
}

// Slot is a row with how the two sides stand to each other in it.
type Slot struct {
	Row
	Status  string `json:"status"`  // equal, differs, compatible, unstated on one side
	Decides bool   `json:"decides"` // it is what spares the two
}

// Comparison is one time that detection compared the claims, or why it never
// did.
type Comparison struct {
	Outcome string   `json:"outcome"`           // flagged, spared, apart
	Kind    string   `json:"kind,omitempty"`    // of contradiction
	Topic   string   `json:"topic,omitempty"`   // that both are about
	Rule    string   `json:"rule,omitempty"`    // that they break
	Reason  string   `json:"reason,omitempty"`  // why they are not flagged
	Words   []string `json:"words,omitempty"`   // that decided
	Finding string   `json:"finding,omitempty"` // contradiction that has them, or that stands in their place
	Why     string   `json:"why"`               // the rule or reason in a sentence
	KeyA    string   `json:"key_a,omitempty"`
	KeyB    string   `json:"key_b,omitempty"`
	Slots   []Slot   `json:"slots"`
}

// Pair is two claims of a run; what is said first counts most.
type Pair struct {
	RunID       string       `json:"run_id"`
	A           Claim        `json:"a"`
	B           Claim        `json:"b"`
	Stated      []Row        `json:"stated"` // the columns of their datasets
	Comparisons []Comparison `json:"comparisons"`
}

// Term is one figure of a formula.
type Term struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// Grade is a number with how it came about.
type Grade struct {
	Value   float64 `json:"value"`
	Formula string  `json:"formula"` // filled in with its figures
	Terms   []Term  `json:"terms"`
}

// Evidence is a claim on one side of a contradiction.
type Evidence struct {
	Rank int `json:"rank"`
	Claim
}

// Side is one side of a contradiction.
type Side struct {
	Support  int        `json:"support"` // independent sources
	Claims   int        `json:"claims"`  // those beyond the rows of evidence included
	Evidence []Evidence `json:"evidence"`
}

// Contradiction is a finding with all that led to it.
type Contradiction struct {
	RunID        string   `json:"run_id"`
	ID           string   `json:"contradiction_id"`
	Kind         string   `json:"kind"`
	Tier         string   `json:"tier"`
	Scope        string   `json:"scope"`
	Roles        []string `json:"roles"`
	Topic        string   `json:"topic"`
	Rule         string   `json:"rule"`
	Summary      string   `json:"summary"`
	Severity     Grade    `json:"severity"`
	Confidence   Grade    `json:"confidence"`
	MissingScope []string `json:"missing_scope"` // year, place, component
	A            Side     `json:"a"`
	B            Side     `json:"b"`
	Leading      Pair     `json:"leading"`
}
