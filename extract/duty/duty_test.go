package duty

import (
	"regexp"
	"strings"
	"testing"

	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"

	"github.com/google/go-cmp/cmp"
)

func reader(t testing.TB) *Reader {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var tokenPattern = regexp.MustCompile(`['’]s\b|n['’]t\b|[\pL\pN]+(?:[-&/][\pL\pN]+)*|\S`)

// tokens cuts "verb/VB the team" into tokens; a word without a tag has none.
func tokens(s string) []nlp.Token {
	var out []nlp.Token
	for _, field := range strings.Fields(s) {
		word, tag, _ := strings.Cut(field, "_")
		for _, part := range tokenPattern.FindAllString(word, -1) {
			out = append(out, nlp.Token{Text: part, Tag: nlp.TagOf(tag), Word: nlp.WordOf(part)})
		}
	}
	return out
}

func TestFrame(t *testing.T) {
	r := reader(t)
	tests := []struct {
		name    string
		phrase  string
		nominal bool
		want    Frame
	}{
		{"verb and object", "manages_VBZ the technology_NN budget_NN", false, Frame{"manage", "technology budget", "budget", false}},
		{"gerund", "managing_VBG a hospital_NN ward_NN", false, Frame{"manage", "hospital ward", "patients", false}},
		{"noun of action", "the day-to-day_JJ maintenance_NN of hardware_NN", true, Frame{"maintain", "day-to-day hardware", "operations", false}},
		{"noun before its action", "project_NN management_NN", true, Frame{"manage", "project", "project", false}},
		{"area", "the technology_NN strategy_NN", true, Frame{"", "technology strategy", "strategy", false}},
		{"owner is no modifier", "the_DT company_NN ’s_POS pricing_NN policy_NN", true, Frame{"", "pricing policy", "policy", false}},
		{"denial inside", "has_VBZ no authority_NN over the cooks_NNS", false, Frame{"have", "cook", "people", true}},
		{"auxiliary", "does_VBZ not write_VB prescriptions_NNS", false, Frame{"write", "prescription", "prescription", true}},
		{"abbreviation as topic", "Leading_VBG R&D_NN initiatives_NNS", false, Frame{"lead", "research-and-development initiative", "research-and-development", false}},
		{"spelled out as topic", "heads_VBZ the research_NN and development_NN department_NN", false, Frame{"head", "research-and-development department", "research-and-development", false}},
		{"noun phrase of a topic", "R&D_NN initiatives_NNS", true, Frame{"", "research-and-development initiative", "research-and-development", false}},
		{"no object", "recruits_VBZ", false, Frame{"recruit", "", "people", false}},
		{"nothing", "", false, Frame{Topic: "other"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Frame(tokens(tt.phrase), tt.nominal)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Frame(%q) (-want +got):\n%s", tt.phrase, diff)
			}
		})
	}
}
