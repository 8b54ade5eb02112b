package contradict

import (
	"strings"
	"testing"
)

// The order stands at "|".
func TestLimited(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"|A dean ranks above a registrar.", false},
		{"|A dean may rank above a registrar.", true},
		{"In some cases, |a dean ranks above a registrar.", true},
		{"|A dean ranks above a registrar, depending on the school.", true},
		{"Odd they may be, but |deans rank above registrars.", false},
		{"Deans have gowns, even if nobody wears them, and |deans rank above registrars.", false},
		{"|A dean reports to the registrar, however odd this may look.", false},
		{"|A dean reports to the provost, whose office may be empty.", false},
		{"If the school is small, |a dean ranks above a registrar.", true},
		{"It may be cold; |a dean ranks above a registrar.", true},
	}
	r := newReader(t)
	for _, tt := range tests {
		at := strings.Index(tt.sentence, "|")
		if got := r.limited(strings.Replace(tt.sentence, "|", "", 1), at); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.sentence, got, tt.want)
		}
	}
}
