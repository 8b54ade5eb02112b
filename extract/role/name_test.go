package role

import "testing"

func TestName(t *testing.T) {
	tests := []struct{ name, key, want string }{
		{"words", "chief-technology-officer", "Chief Technology Officer"},
		{"initials and a small word", "vp-of-engineering", "VP of Engineering"},
		{"initials first", "it-director", "IT Director"},
		{"two small words", "director-of-the-arts", "Director of the Arts"},
		{"a form of its own", "devops-engineer", "DevOps Engineer"},
		{"ampersand", "r-and-d-director", "R&D Director"},
		{"no ASCII", "maître-d", "Maître D"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Name(tt.key); got != tt.want {
				t.Errorf("Name(%q) = %q, want %q", tt.key, got, tt.want)
			}
		})
	}
}
