package clause_test

import (
	"testing"

	"roleclaims/extract/clause"
)

func TestForms(t *testing.T) {
	tests := []struct {
		word  string
		form  clause.Form
		want  bool
		lemma string
	}{
		{"lead", clause.Base, true, "lead"},
		{"leads", clause.Third, true, "lead"},
		{"leading", clause.Ing, true, "lead"},
		{"led", clause.Past, true, "lead"},
		{"leads", clause.Base, false, "lead"},
		{"lead", clause.Third, false, "lead"},
		{"discusses", clause.Third, true, "discuss"},
		{"bring", clause.Ing, false, "bring"},
		{"bringing", clause.Ing, true, "bring"},
		{"discuss", clause.Third, false, "discuss"},
		{"planned", clause.Past, true, "plan"},
		{"ceiling", clause.Ing, false, "ceiling"},
		{"budget", clause.Base, true, "budget"},
		{"kitchen", clause.Base, false, "kitchen"},
	}
	for _, tt := range tests {
		w := clause.Word{Lower: tt.word, Role: -1}
		if got := clause.CanBe(w, tt.form); got != tt.want {
			t.Errorf("CanBe(%q, %d) = %v, want %v", tt.word, tt.form, got, tt.want)
		}
		if got := clause.Lemma(w); got != tt.lemma {
			t.Errorf("Lemma(%q) = %q, want %q", tt.word, got, tt.lemma)
		}
	}
	if clause.CanBe(clause.Word{Lower: "cook", Role: 0}, clause.Base) {
		t.Error("CanBe(title) = true, want false: a title is no verb")
	}
}
