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

// pair is a line of pairs.jsonl; testdata/README.md says what its fields hold.
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

// readPairs returns the pairs of a file, each by its own line.
func readPairs(t *testing.T, name string) []pair {
	t.Helper()
	data, err := os.ReadFile(name)
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

// pairFiles are the files of pairs, with how many of each kind contradict
// each other, and how many traps of each and how many professions a file has
// at least.
var pairFiles = []struct {
	name                     string
	real, traps, professions int
}{
	{name: "testdata/pairs.jsonl", real: 12, traps: 10, professions: 20},
	{name: "testdata/blind/pairs.jsonl", real: 6, traps: 6, professions: 20},
}

// TestPairsBalance counts the pairs of each file: half of them contradict
// each other, and every kind has enough of both sorts for a figure of its own.
func TestPairsBalance(t *testing.T) {
	ids := map[string]string{}
	for _, file := range pairFiles {
		professions := map[string]bool{}
		count := map[bool]map[string]int{true: {}, false: {}}
		total := map[bool]int{}
		for _, p := range readPairs(t, file.name) {
			if other, ok := ids[p.ID]; ok {
				t.Errorf("%s: id %s occurs in %s already", file.name, p.ID, other)
			}
			ids[p.ID], professions[p.Profession] = file.name, true
			count[p.Expected][p.Kind]++
			total[p.Expected]++
		}
		kinds := []string{"pay-order", "pay-range", "rank", "ownership", "polarity"}
		if half := file.real * len(kinds); total[true] != half || total[false] != half {
			t.Errorf("%s: %d pairs contradict each other and %d do not, want %d of each", file.name, total[true], total[false], half)
		}
		for expected, byKind := range count {
			if len(byKind) != len(kinds) {
				t.Errorf("%s: expected %v: %d kinds, want the five of %v", file.name, expected, len(byKind), kinds)
			}
		}
		for _, kind := range kinds {
			if n := count[true][kind]; n != file.real {
				t.Errorf("%s: %d pairs contradict each other by %s, want %d", file.name, n, kind, file.real)
			}
			if n := count[false][kind]; n < file.traps {
				t.Errorf("%s: %d traps of kind %s, want %d or more", file.name, n, kind, file.traps)
			}
		}
		if len(professions) < file.professions {
			t.Errorf("%s: %d professions, want %d or more", file.name, len(professions), file.professions)
		}
	}
}

// TestPairsWellFormed holds each pair to its format. Messages name pairs by
// their ids, since nobody who writes rules should read the unread texts.
func TestPairsWellFormed(t *testing.T) {
	for _, file := range pairFiles {
		for _, p := range readPairs(t, file.name) {
			checkPair(t, p)
		}
	}
}

// checkPair holds one pair to the format.
func checkPair(t *testing.T, p pair) {
	t.Helper()
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
