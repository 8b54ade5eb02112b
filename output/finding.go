package output

// Finding is a contradiction as detection hands it over: the sides name
// claims by id, and their sources and quotes are looked up among the claims
// that were added. Its fields are those of ContradictionRow.
type Finding struct {
	ID           string // contradiction_id
	Kind         string
	Tier         string
	Scope        string
	Roles        []string // sorted
	Topic        string
	Summary      string
	Severity     float64
	Confidence   float64
	A, B         Side
	Rule         string
	MissingScope string // "" for none
}

// Side is one side of a finding.
type Side struct {
	Claims  []string // ids of the claims to publish as evidence, best first; at least one
	Support int      // independent sources
	Total   int      // claims, those not published included
}

// NearMiss is a key and the reason why what stands under it was not flagged.
type NearMiss struct {
	Kind           string
	Roles          []string // sorted
	Topic          string
	Reason         string
	Pairs          int
	ClaimA, ClaimB string // ids of the closest example
	Words          string // those that decided
}
