package clause_test

import "testing"

func TestNoun(t *testing.T) {
	tests := []struct{ name, text, want, tail string }{
		{"bare plural", "|nurses work here", "nurses", "nurses"},
		{"determiner and adjective", "|the new budget is small", "the new budget", "the new budget"},
		{"compound", "|the data quality team met", "the data quality team", "the data quality team"},
		{"possessive", "|the school's annual plan will work", "the school's annual plan", "the school's annual plan"},
		{"of", "|the head of the design department left", "the head", "the head of the design department"},
		{"two tails", "|the price of grain in winter rose", "the price", "the price of grain in winter"},
		{"pronoun", "|they lead", "they", "they"},
		{"pronoun alone takes no noun", "|she books rooms", "she", "she"},
		{"role", "|the {head chef} plans", "the head chef", "the head chef"},
		{"role with owner", "|the firm's {CTO} decides", "the firm's CTO", "the firm's CTO"},
		{"this alone", "|this includes audits", "this", "this"},
		{"number", "|two senior teachers agree", "two senior teachers", "two senior teachers"},
		{"second determiner", "|everything the team needs", "everything", "everything"},
		{"none before a verb", "|quickly ran", "", ""},
		{"none before a preposition", "|in the field", "", ""},
		{"clause after that", "|the fact that he left matters", "the fact", "the fact"},
		{"end of text", "|the", "", ""},
	}
	r := newReader(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := r.read(tt.text)
			if got := s.phrase(s.start, r.grammar.Noun(s.words, s.start)); got != tt.want {
				t.Errorf("Noun(%q) = %q, want %q; tags %s", tt.text, got, tt.want, s.tags())
			}
			if got := s.phrase(s.start, r.grammar.NounWithTail(s.words, s.start)); got != tt.tail {
				t.Errorf("NounWithTail(%q) = %q, want %q; tags %s", tt.text, got, tt.tail, s.tags())
			}
		})
	}
}
