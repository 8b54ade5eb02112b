package html

import "testing"

func TestRelatedHeading(t *testing.T) {
	for said, want := range map[string]bool{
		"Related articles":                true,
		"RELATED ROLES":                   false,
		"You might also like these":       true,
		"More from the blog":              true,
		"More responsibilities":           false,
		"12 thoughts on “Two chiefs”":     true,
		"12 duties":                       false,
		"3 comments (3)":                  true,
		"Comments:":                       true,
		"Commenting on drafts":            false,
		"Share":                           true,
		"Share via e-mail":                true,
		"Share of the market":             false,
		"Written by":                      true,
		"Written by the contributors":     true,
		"Written communication":           false,
		"About the author":                true,
		"About the role":                  false,
		"Subscribe, and never miss a day": true,
		"Subscribers":                     false,
		"What to read next":               true,
		"What a chef does":                false,
		"“Share”":                         false,
		"":                                false,
	} {
		if got := relatedHeading(said); got != want {
			t.Errorf("relatedHeading(%q) = %v, want %v", said, got, want)
		}
	}
}
