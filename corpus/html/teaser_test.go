package html

import "testing"

func TestIsDated(t *testing.T) {
	for text, want := range map[string]bool{
		"5 min read":             true,
		"12 Minutes Read":        true,
		"Posted by Ann":          true,
		"POSTED ON 3/4":          true,
		"3 Days Ago":             true,
		"two weeks ago":          true,
		"Jan. 5, 2021":           true,
		"a talk, 5 March 2021":   true,
		"20 teams, 5 March 2021": true,
		"Since 2021":             false,
		"5 March 1999":           false,
		"20 people read it":      false,
		"long ago":               false,
		"":                       false,
	} {
		if got := isDated(text); got != want {
			t.Errorf("isDated(%q) = %v, want %v", text, got, want)
		}
	}
}
