package eval_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// pair is a line of pairs.jsonl; the README beside that file says what its
// fields hold.
type pair struct {
	ID             string    `json:"id"`
	Profession     string    `json:"profession"`
	Kind           string    `json:"kind"`
	Expected       bool      `json:"expected"`
	Reason         string    `json:"reason"`
	Docs           []pairDoc `json:"docs"`
	Contradictions []struct {
		Kind  string   `json:"kind"`
		Scope string   `json:"scope"`
		Roles []string `json:"roles"`
		A     pairSide `json:"a"`
		B     pairSide `json:"b"`
	} `json:"contradictions"`
}

type pairDoc struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type pairSide struct {
	Doc   string   `json:"doc"`
	Quote string   `json:"quote"`
	Also  []string `json:"also"`
}

// readPairs returns the unread pairs, each by its own line.
func readPairs(t *testing.T) []pair {
	t.Helper()
	data, err := os.ReadFile("testdata/blind/pairs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var pairs []pair
	for {
		var p pair
		err := decoder.Decode(&p)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("pair %d: %v", len(pairs)+1, err)
		}
		pairs = append(pairs, p)
	}
	if lines := bytes.Count(data, []byte("\n")); lines != len(pairs) {
		t.Errorf("%d pairs stand on %d lines", len(pairs), lines)
	}
	return pairs
}

// TestPairsBalance counts the unread pairs: half of them contradict each
// other, and every kind has enough of both sorts for a figure of its own.
func TestPairsBalance(t *testing.T) {
	ids, professions := map[string]bool{}, map[string]bool{}
	count := map[bool]map[string]int{true: {}, false: {}}
	total := map[bool]int{}
	for _, p := range readPairs(t) {
		if ids[p.ID] {
			t.Errorf("id %s occurs twice", p.ID)
		}
		ids[p.ID], professions[p.Profession] = true, true
		count[p.Expected][p.Kind]++
		total[p.Expected]++
	}
	if total[true] != 60 || total[false] != 60 {
		t.Errorf("%d pairs contradict each other and %d do not, want 60 and 60", total[true], total[false])
	}
	kinds := []string{"pay-order", "pay-range", "rank", "ownership", "polarity"}
	for expected, byKind := range count {
		if len(byKind) != len(kinds) {
			t.Errorf("expected %v: %d kinds, want the five of %v", expected, len(byKind), kinds)
		}
		for _, kind := range kinds {
			if byKind[kind] < 10 {
				t.Errorf("expected %v: %d pairs of kind %s, want 10 or more", expected, byKind[kind], kind)
			}
		}
	}
	if len(professions) < 20 {
		t.Errorf("%d professions, want many", len(professions))
	}
}

// TestPairsWellFormed holds each unread pair to its format. Messages name
// pairs by their ids, since nobody who writes rules should read the texts.
func TestPairsWellFormed(t *testing.T) {
	for _, p := range readPairs(t) {
		texts := map[string]string{}
		for _, doc := range p.Docs {
			texts[doc.Name] = doc.Text
			if strings.TrimSpace(doc.Text) != doc.Text || doc.Text == "" {
				t.Errorf("%s: text of %s is empty or has space around it", p.ID, doc.Name)
			}
		}
		if len(p.Docs) != 2 || len(texts) != 2 {
			t.Errorf("%s: want two documents with names of their own", p.ID)
		}
		if p.ID == "" || p.Profession == "" {
			t.Errorf("pair %q of profession %q lacks one of the two", p.ID, p.Profession)
		}
		if p.Expected != (p.Reason == "") || p.Expected != (len(p.Contradictions) == 1) {
			t.Errorf("%s: want one contradiction and no reason, or a reason and no contradiction", p.ID)
		}
		for _, c := range p.Contradictions {
			if c.Kind != p.Kind || c.Scope != "cross" || c.A.Doc == c.B.Doc {
				t.Errorf("%s: its contradiction is not one of kind %s between two documents", p.ID, p.Kind)
			}
			if len(c.Roles) == 0 || !slices.IsSorted(c.Roles) || len(slices.Compact(slices.Clone(c.Roles))) != len(c.Roles) {
				t.Errorf("%s: roles %v are not sorted and unique", p.ID, c.Roles)
			}
			for _, side := range []pairSide{c.A, c.B} {
				for _, quote := range append([]string{side.Quote}, side.Also...) {
					if quote == "" || strings.Count(texts[side.Doc], quote) != 1 {
						t.Errorf("%s: a quote does not stand once in %s", p.ID, side.Doc)
					}
				}
			}
		}
	}
}
