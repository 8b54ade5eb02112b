// Package verdict keeps what reviewers say of contradictions: a file of JSON
// lines that is only ever appended to, what the lines of one or several files
// say in the end, how far two reviewers agree, and how precise the rules are
// by their word. It knows no runs and serves no pages.
package verdict

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Verdict is what a reviewer says of a contradiction.
type Verdict string

// The verdicts. Open takes back another one, or goes with a note alone.
const (
	Confirmed Verdict = "confirmed"
	Dismissed Verdict = "dismissed"
	Unsure    Verdict = "unsure"
	Open      Verdict = "open"
)

// Reason is why a contradiction was dismissed.
type Reason string

// The reasons.
const (
	SameMeaning Reason = "same-meaning" // both sides say the same
	OtherScope  Reason = "other-scope"  // of another year, place, grade or company
	WrongRole   Reason = "wrong-role"   // the words are about another role
	WrongAmount Reason = "wrong-amount" // the amount was misread
	NotAClaim   Reason = "not-a-claim"  // a side claims nothing
	OtherReason Reason = "other"
)

// Reasons lists the reasons in the order in which they are offered.
var Reasons = []Reason{SameMeaning, OtherScope, WrongRole, WrongAmount, NotAClaim, OtherReason}

// Entry is a line of a file of verdicts. The last line of a reviewer about a
// contradiction says what holds; those before it are its history.
type Entry struct {
	Contradiction string    `json:"contradiction_id"`
	Evidence      string    `json:"evidence_hash"` // of the words on both sides that were judged
	Verdict       Verdict   `json:"verdict"`
	Reason        Reason    `json:"reason,omitempty"` // of a dismissal
	Note          string    `json:"note,omitempty"`
	Reviewer      string    `json:"reviewer"`
	Time          time.Time `json:"time"`             // UTC; within a file no two steps have the same
	Run           string    `json:"run_id"`           // in which it was judged
	Step          string    `json:"step"`             // one for all lines that were written at once
	Undoes        string    `json:"undoes,omitempty"` // the step that it takes back
}

const (
	maxNote = 4000 // bytes
	maxName = 200  // bytes of ids and names
)

// Validate reports what keeps the entry from being a verdict.
func (e *Entry) Validate() error {
	switch {
	case e.Contradiction == "" || e.Evidence == "":
		return errors.New("it names no contradiction, or no evidence")
	case !slices.Contains([]Verdict{Confirmed, Dismissed, Unsure, Open}, e.Verdict):
		return fmt.Errorf("%q is no verdict", e.Verdict)
	case e.Verdict == Dismissed && !slices.Contains(Reasons, e.Reason):
		return fmt.Errorf("%q is no reason for a dismissal", e.Reason)
	case e.Verdict != Dismissed && e.Reason != "":
		return errors.New("only a dismissal has a reason")
	case strings.TrimSpace(e.Reviewer) == "":
		return errors.New("it names no reviewer")
	case e.Time.IsZero():
		return errors.New("it has no time")
	case len(e.Note) > maxNote:
		return fmt.Errorf("its note has %d bytes, at most %d are taken", len(e.Note), maxNote)
	}
	for _, name := range []string{e.Contradiction, e.Evidence, e.Reviewer, e.Run, e.Step, e.Undoes} {
		if len(name) > maxName || !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) {
			return fmt.Errorf("%.40q is no name", name)
		}
	}
	if !utf8.ValidString(e.Note) {
		return errors.New("its note is not UTF-8")
	}
	return nil
}
