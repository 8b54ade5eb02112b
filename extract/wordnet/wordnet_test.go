package wordnet_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/extract/wordnet"
)

func TestVerbLemma(t *testing.T) {
	tests := []struct {
		form, want string
		ok         bool
	}{
		{"manages", "manage", true},
		{"managing", "manage", true},
		{"Managed", "manage", true},
		{"LED", "lead", true},
		{"oversees", "oversee", true},
		{"overseen", "oversee", true},
		{"carries", "carry", true},
		{"supplied", "supply", true},
		{"processes", "process", true},
		{"focused", "focus", true},
		{"rating", "rate", true},
		{"founded", "found", true},
		{"found", "find", true},
		{"writes", "write", true},
		{"written", "write", true},
		{"discuss", "discuss", true},
		{"strategizes", "strategize", true},
		{"onboarding", "onboard", true},
		{"architected", "architect", true},
		{"mentors", "mentor", true},
		{"upskilled", "upskill", true},
		{"troubleshoots", "troubleshoot", true},
		{"co-leads", "co-lead", true},
		{"re-hired", "re-hire", true},
		{"team-lead", "team-lead", false},
		{"is", "be", true},
		{"has", "have", true},
		{"chef", "chef", false},
		{"xyzzies", "xyzzies", false},
		{"", "", false},
		{"-", "-", false},
	}
	for _, test := range tests {
		t.Run(test.form, func(t *testing.T) {
			if got, ok := wordnet.VerbLemma(test.form); got != test.want || ok != test.ok {
				t.Errorf("got %q, %v, want %q, %v", got, ok, test.want, test.ok)
			}
		})
	}
}

func TestNounLemma(t *testing.T) {
	tests := []struct {
		form, want string
		ok         bool
	}{
		{"budgets", "budget", true},
		{"Duties", "duty", true},
		{"women", "woman", true},
		{"children", "child", true},
		{"boss", "boss", true},
		{"bosses", "boss", true},
		{"analyses", "analysis", true},
		{"branches", "branch", true},
		{"costs", "cost", true},
		{"means", "means", true},
		{"news", "news", true},
		{"chefs", "chef", true},
		{"xyzzies", "xyzzies", false},
	}
	for _, test := range tests {
		t.Run(test.form, func(t *testing.T) {
			if got, ok := wordnet.NounLemma(test.form); got != test.want || ok != test.ok {
				t.Errorf("got %q, %v, want %q, %v", got, ok, test.want, test.ok)
			}
		})
	}
}

func TestNounCategory(t *testing.T) {
	for noun, want := range map[string]string{
		"management": "act", "budget": "possession", "team": "group", "chef": "person", "strategy": "cognition",
		"report": "communication", "kitchen": "artifact", "growth": "process", "xyzzy": "",
	} {
		if got := wordnet.NounCategory(noun); got != want {
			t.Errorf("%s: got %q, want %q", noun, got, want)
		}
	}
}

// TestWordQuestions asks each question that has yes for an answer of some
// words and no of others.
func TestWordQuestions(t *testing.T) {
	tests := []struct {
		name    string
		ask     func(string) bool
		yes, no string
	}{
		{"IsVerb", wordnet.IsVerb, "manage oversee liaise refactor deprioritize", "chef manages kitchen"},
		{"IsNoun", wordnet.IsNoun, "chef management stakeholder", "oversee chefs london"},
		{"IsPerson", wordnet.IsPerson, "chef director nurse manager employee customer", "kitchen strategy team budget"},
		{"VerbMoreLikely", wordnet.VerbMoreLikely, "manages leads oversees builds hire says keeps", "teams budgets chef xyzzy roles products"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, word := range strings.Fields(test.yes) {
				if !test.ask(word) {
					t.Errorf("%s: got no", word)
				}
			}
			for _, word := range strings.Fields(test.no) {
				if test.ask(word) {
					t.Errorf("%s: got yes", word)
				}
			}
		})
	}
}

func TestAntonyms(t *testing.T) {
	for word, want := range map[string][]string{
		"hire": {"fire"}, "approve": {"disapprove"}, "senior": {"junior"}, "internal": {"external"}, "chef": nil,
	} {
		if diff := cmp.Diff(want, wordnet.Antonyms(word)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", word, diff)
		}
	}
}

func TestVerbOfNoun(t *testing.T) {
	for noun, want := range map[string]string{
		"management": "manage", "development": "develop", "implementation": "implement", "oversight": "oversee",
		"approval": "approve", "recruitment": "recruit", "maintenance": "maintain", "supervision": "supervise",
		"planning": "plan", "mentoring": "mentor", "onboarding": "onboard", "assessment": "assess", "sale": "sell",
		"ownership": "own", "decision": "decide", "manager": "", "building": "", "department": "", "kitchen": "", "xyzzy": "",
	} {
		got, ok := wordnet.VerbOfNoun(noun)
		if got != want || ok != (want != "") {
			t.Errorf("%s: got %q, %v, want %q", noun, got, ok, want)
		}
	}
}

func FuzzLemmas(f *testing.F) {
	f.Add("co-leads")
	f.Add("\xff-ing")
	f.Fuzz(func(t *testing.T, form string) {
		if lemma, ok := wordnet.VerbLemma(form); ok && !strings.Contains(form, "-") && !wordnet.IsVerb(lemma) {
			t.Errorf("%q gives %q, no verb", form, lemma)
		}
		if lemma, ok := wordnet.NounLemma(form); ok && !wordnet.IsNoun(lemma) {
			t.Errorf("%q gives %q, no noun", form, lemma)
		}
		wordnet.VerbOfNoun(form)
		wordnet.VerbMoreLikely(form)
	})
}

func BenchmarkVerbLemma(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		wordnet.VerbLemma("managing")
	}
}

func BenchmarkNounLemma(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		wordnet.NounLemma("budgets")
	}
}

// Forms that share a place with others are read as if they were alone.
func TestLemmasInAnyOrder(t *testing.T) {
	forms := strings.Fields("leads Leads lead leading led cooks Cook nurses analyses analysis xyzzies men co-leads re-hired means supervisors over-" + strings.Repeat("long", 20))
	type lemmas struct {
		verb, noun     string
		isVerb, isNoun bool
	}
	read := func(form string) (l lemmas) {
		l.verb, l.isVerb = wordnet.VerbLemma(form)
		l.noun, l.isNoun = wordnet.NounLemma(form)
		return l
	}
	first := map[string]lemmas{}
	for _, form := range forms {
		first[form] = read(form)
	}
	for i := range 20000 { // more than are remembered
		read("form" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)))
	}
	for _, form := range forms {
		if diff := cmp.Diff(first[form], read(form), cmp.AllowUnexported(lemmas{})); diff != "" {
			t.Errorf("%s (-first +later):\n%s", form, diff)
		}
	}
}
