package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"roleclaims/corpus/fetch"
	"roleclaims/pipeline"
)

func TestFlagValue(t *testing.T) {
	for _, tt := range []struct {
		name  string
		value any
		want  string
	}{
		{"word", "high", "high"},
		{"number", 0.5, "0.5"},
		{"switch", true, "true"},
		{"list", []any{"CTO", "VP of Engineering"}, "CTO,VP of Engineering"},
		{"list with a comma", []any{"Head, Data", 3}, `"Head, Data",3`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := flagValue(tt.value)
			if err != nil || got != tt.want {
				t.Errorf("flagValue(%v) = %q, %v, want %q", tt.value, got, err, tt.want)
			}
		})
	}
}

func TestSeverity(t *testing.T) {
	for text, want := range map[string]float64{"0": 0, "1": 1, "0.25": 0.25, "low": 0.2, "medium": 0.5, "high": 0.8} {
		var s severity
		if err := s.Set(text); err != nil || s.least != want || s.never {
			t.Errorf("Set(%q) = %v, %+v, want %v", text, err, s, want)
		}
	}
	for _, text := range []string{"", "-0.1", "1.01", "nan", "inf", "0,5", "HIGH"} {
		var s severity
		if err := s.Set(text); err == nil {
			t.Errorf("Set(%q) took it as %v", text, s.least)
		}
	}
}

func TestLoadTakesListsOfRoles(t *testing.T) {
	var s settings
	flags := pflag.NewFlagSet("run", pflag.ContinueOnError)
	s.register(flags)
	if err := loadFile(flags, []byte("roles: ['Head, Data', CTO]\nforce: true\nout: x\n")); err != nil {
		t.Fatal(err)
	}
	want := pipeline.Config{Out: "x", Roles: []string{"Head, Data", "CTO"}, Force: true, Workers: s.workers, Memory: pipeline.DefaultMemory, Fetch: fetch.Default()}
	if diff := cmp.Diff(want, s.config(nil)); diff != "" {
		t.Errorf("config differs (-want +got):\n%s", diff)
	}
}

func TestOneDocument(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "a: 1\n": 1, "---\na: 1\nb: 2\n": 2, "a: 1\n---\n": 1, "a: 1\n---\n# no more\n...\n": 1,
		"a: 1\n---\nb: 2\n": -1, "a: 1\n---\n- b\n": -1, "---\n---\na: 1\n": -1, "a: 1\n---\n\tb": -1, "- a\n": -1,
	} {
		values, err := oneDocument([]byte(text))
		if want < 0 != (err != nil) || err == nil && len(values) != want {
			t.Errorf("oneDocument(%q) = %v, %v, want %d values (-1: an error)", text, values, err, want)
		}
	}
}

func TestOneLineIsSafeToPrint(t *testing.T) {
	if got := oneLine("a\x1b[31m\nb\u0085c", 20); strings.ContainsFunc(got, func(r rune) bool { return r < ' ' || r == 0x85 }) {
		t.Errorf("oneLine keeps control codes: %q", got)
	}
	if got := oneLine(strings.Repeat("é", 30), 10); got != strings.Repeat("é", 9)+"…" {
		t.Errorf("oneLine = %q, want 10 characters", got)
	}
}
