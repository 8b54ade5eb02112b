package clause_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerbGroupAt(t *testing.T) {
	type group struct {
		Verb, Modal          string
		Negated, Passive, Be bool
	}
	tests := []struct {
		name, text string
		want       group
	}{
		{"third person", "The {CTO} |leads the team.", group{Verb: "leads"}},
		{"base", "They |lead the team.", group{Verb: "lead"}},
		{"adverb before", "The {CTO} |often leads the team.", group{Verb: "leads"}},
		{"modal", "The {CTO} |may lead the team.", group{Verb: "lead", Modal: "may"}},
		{"modal and adverb", "The {CTO} |will also lead the team.", group{Verb: "lead", Modal: "will"}},
		{"does not", "The {CTO} |does not lead the team.", group{Verb: "lead", Negated: true}},
		{"contracted", "They |don't lead the team.", group{Verb: "lead", Negated: true}},
		{"cannot", "They |can not lead the team.", group{Verb: "lead", Modal: "can", Negated: true}},
		{"never", "The {CTO} |never leads the team.", group{Verb: "leads", Negated: true}},
		{"be", "The {CTO} |is responsible for the team.", group{Verb: "is", Be: true}},
		{"be denied", "The {CTO} |is not responsible for it.", group{Verb: "is", Be: true, Negated: true}},
		{"be with adverb", "They |are usually responsible for it.", group{Verb: "are", Be: true}},
		{"passive", "The team |is led by her.", group{Verb: "led", Passive: true}},
		{"modal passive", "The team |can be led by her.", group{Verb: "led", Modal: "can", Passive: true}},
		{"passive denied", "The team |isn't led by her.", group{Verb: "led", Passive: true, Negated: true}},
		{"progressive", "They |are leading the team.", group{Verb: "leading"}},
		{"perfect", "They |have led the team for years.", group{Verb: "led"}},
		{"perfect passive", "The team |has been led by her.", group{Verb: "led", Passive: true}},
		{"past", "She |led the team.", group{Verb: "led"}},
		{"do as a verb", "Bookkeepers |do the books.", group{Verb: "do"}},
		{"have as a verb", "They |have a budget.", group{Verb: "have"}},
		{"both", "They |both lead teams.", group{Verb: "lead"}},
		{"contracted will", "You |'ll lead a team.", group{Verb: "lead", Modal: "'ll"}},
	}
	r := newReader(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := r.read(tt.text)
			v, ok := r.grammar.VerbGroupAt(s.words, s.start)
			if !ok {
				t.Fatalf("VerbGroupAt(%q) found none; tags %s", tt.text, s.tags())
			}
			got := group{Verb: s.words[v.Verb].Lower, Modal: v.Modal, Negated: v.Negated, Passive: v.Passive, Be: v.Be}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("VerbGroupAt(%q) (-want +got):\n%s\ntags %s", tt.text, diff, s.tags())
			}
			if v.First != s.start {
				t.Errorf("VerbGroupAt(%q) begins at word %d, want %d", tt.text, v.First, s.start)
			}
		})
	}
}

func TestNoVerbGroup(t *testing.T) {
	r := newReader(t)
	for _, text := range []string{
		"The team |of the {CTO} works.", "|the team works", "They want |to lead.", "|leading the team is hard", "|",
		"a team |led by her", "the |{CTO} leads",
	} {
		s := r.read(text)
		if v, ok := r.grammar.VerbGroupAt(s.words, s.start); ok {
			t.Errorf("VerbGroupAt(%q) = %q, want none; tags %s", text, s.words[v.Verb].Lower, s.tags())
		}
	}
}
