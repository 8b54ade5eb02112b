package html

import "testing"

func TestFurnitureByName(t *testing.T) {
	for _, test := range []struct {
		name string
		want bool
	}{
		{"social", true},
		{"social-links", true},
		{"social-worker", false},
		{"social-media-manager", false},
		{"market-share", false},
		{"shareButtons", true},
		{"post-tags", true},
		{"author-box", true},
		{"author-vs-editor", false},
		{"elementor-widget-text-editor", false},
		{"site-footer", true},
		{"cookie-consent", true},
		{"cookie-baker", false},
		{"has-sidebar", false},
		{"sr-only", true},
		{"comments-2", true},
		{"entry-content", false},
		{"related-roles", false},
		{"", false},
	} {
		if got := kindOf(nameWords(nil, test.name)).furniture; got != test.want {
			t.Errorf("kindOf(%q).furniture = %v, want %v", test.name, got, test.want)
		}
	}
}
