package corpus

// Stage is the step of the way at which something was left out.
type Stage string

// The stages. What is left out as an amount is of one money string, the others
// of a whole page.
const (
	StageRead     Stage = "read"
	StageDecode   Stage = "decode"
	StageExtract  Stage = "extract"
	StageLanguage Stage = "language"
	StageAmount   Stage = "amount"
)

// Reject records a page that was not used, and why. It is
// a row of the rejects dataset, never an error.
type Reject struct {
	URI    string
	Stage  Stage
	Reason string // a short stable word: "empty", "binary", "too-large", "not-english", ...
	Detail string // for people: what was seen
}
