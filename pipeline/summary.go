package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"roleclaims/corpus/fetch"
	"roleclaims/extract/contradict"
)

// Summary is what a run came to: counts, and the contradictions most worth a
// look. As JSON it is the answer of the command to a program.
type Summary struct {
	Out              string         `json:"out"`
	RunID            string         `json:"run_id"`
	Documents        int            `json:"documents"`
	Duplicates       int            `json:"duplicates"` // among the documents
	Rejected         map[string]int `json:"rejected"`   // pages left out, by "stage: reason"
	Ignored          int            `json:"ignored"`    // files of other kinds in the folders given
	Responsibilities int            `json:"responsibilities"`
	Salaries         int            `json:"salaries"`
	Comparisons      int            `json:"comparisons"`
	UnusedAmounts    int            `json:"unused_amounts"`
	Contradictions   map[string]int `json:"contradictions"` // by tier
	NearMisses       int            `json:"near_misses"`    // rows, one a key and reason
	// Fetched is what was fetched into Store for this run, nil for nothing.
	Fetched *fetch.Summary `json:"fetched,omitempty"`
	Store   string         `json:"store,omitempty"`
	// Top holds the most severe contradictions of the headline tiers.
	Top []Headline `json:"top"`
}

// Headline is a contradiction in a line.
type Headline struct {
	Kind     string   `json:"kind"`
	Tier     string   `json:"tier"`
	Roles    []string `json:"roles"`
	Topic    string   `json:"topic"`
	Severity float64  `json:"severity"`
	Summary  string   `json:"summary"`

	id string // of the contradiction
}

// tops is how many contradictions a summary names.
const tops = 3

func newSummary(out string) *Summary {
	return &Summary{Out: out, Rejected: map[string]int{}, Contradictions: map[string]int{}, Top: []Headline{}}
}

// Rejects counts the pages that were left out.
func (s *Summary) Rejects() int {
	total := 0
	for _, n := range s.Rejected {
		total += n
	}
	return total
}

// Headlines counts the contradictions of the headline tiers: all but the
// lowest.
func (s *Summary) Headlines() int {
	total := 0
	for tier, n := range s.Contradictions {
		if tier != contradict.ClaimedByBoth {
			total += n
		}
	}
	return total
}

// Severest returns the severity of the worst headline contradiction, and
// false where there is none.
func (s *Summary) Severest() (float64, bool) {
	if len(s.Top) == 0 {
		return 0, false
	}
	return s.Top[0].Severity, true
}

func (s *Summary) addAnalysis(a *Analysis) {
	if a.Reject != nil {
		s.Rejected[string(a.Reject.Stage)+": "+a.Reject.Reason]++
		return
	}
	s.Documents++
	s.Responsibilities += len(a.Claims.Responsibilities)
	s.Salaries += len(a.Claims.Salaries)
	s.Comparisons += len(a.Claims.Comparisons)
	s.UnusedAmounts += len(a.Claims.Unused)
}

func (s *Summary) addFinding(f *contradict.Finding) {
	s.Contradictions[f.Tier]++
	if f.Tier == contradict.ClaimedByBoth {
		return
	}
	s.Top = append(s.Top, Headline{Kind: f.Kind, Tier: f.Tier, Roles: f.Roles, Topic: f.Topic, Severity: f.Severity, Summary: f.Summary, id: f.ID})
	// By all, for contradictions come in no order.
	slices.SortFunc(s.Top, func(a, b Headline) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), -strings.Compare(a.Tier, b.Tier), strings.Compare(a.id, b.id))
	})
	s.Top = s.Top[:min(tops, len(s.Top))]
}
