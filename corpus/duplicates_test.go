package corpus_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
)

const (
	harbour = `The harbour pilot boards incoming ships and brings them to their berth. He knows the currents, the shoals
and the moods of the tug masters, and he answers for the ship while he is on her bridge. The harbour master runs the port
itself: she assigns the berths, sets the rules for traffic, keeps the channel dredged and decides whether a ship may sail
in bad weather. Pilots are paid by the ship, and in a good year earn more than the harbour master, who has a salary from
the town. Most pilots were captains before, and most harbour masters were pilots. When a ship runs aground both are asked
why, and each of them has a form for it. Neither may refuse a ship in distress. The pilot's boat stays out in any weather
that she can survive, and her crew is never thanked by anybody, though they do the most dangerous part of the work.`

	sameTopic = `Harbour masters and pilots work in the same port. A harbour master is in charge of all that happens in it: she
hands out berths, makes traffic rules, has the channel dredged and closes the port in storms. A pilot climbs aboard ships
at sea and guides them in, because he knows the currents and shoals of the place as no captain can. Who earns more depends
on the year: pilots get a fee for each ship, while the harbour master is on a salary paid by the town council. It is common
to have been a captain first. After an accident an inquiry hears the two of them. A ship in distress is always let in. The
people in the pilot's boat have a hard life, too, and they seldom hear a word of thanks, which we would like to change.`
)

// documents returns documents with made-up ids, uris and these texts.
func documents(texts ...string) []*corpus.Document {
	var docs []*corpus.Document
	for i, text := range texts {
		uri := string(rune('a' + i))
		docs = append(docs, &corpus.Document{ID: "id-" + uri, URI: uri, Text: text})
	}
	return docs
}

func duplicates(t *testing.T, docs []*corpus.Document) map[string]string {
	t.Helper()
	var prints []corpus.Fingerprint
	texts := make(map[string]string)
	for _, doc := range docs {
		prints = append(prints, corpus.NewFingerprint(doc))
		texts[doc.ID] = doc.Text
	}
	copies, err := corpus.Duplicates(t.Context(), prints, func(id string) (string, error) { return texts[id], nil })
	if err != nil {
		t.Fatal(err)
	}
	return copies
}

func TestDuplicates(t *testing.T) {
	syndicated := "Who runs a port?\n\nOur reporter went to the coast and asked around.\n\n" + harbour + "\n\nFirst printed in the Coast Gazette."
	half := strings.Join(strings.Fields(harbour)[:60], " ")
	for _, test := range []struct {
		name  string
		texts []string
		want  map[string]string
	}{
		{"the same text", []string{harbour, harbour}, map[string]string{"id-b": "id-a"}},
		{"another layout and case", []string{harbour, strings.ToUpper(strings.ReplaceAll(harbour, ", ", " - "))}, map[string]string{"id-b": "id-a"}},
		{"another title, introduction and credit", []string{syndicated, harbour}, map[string]string{"id-b": "id-a"}},
		{"one subject, two articles", []string{harbour, sameTopic}, map[string]string{}},
		{"a short excerpt is no copy", []string{harbour, half}, map[string]string{}},
		{"short and equal", []string{"A cook cooks.", "a cook\n\ncooks"}, map[string]string{"id-b": "id-a"}},
		{"short and nearly equal", []string{"A cook cooks.", "A cook cooks well."}, map[string]string{}},
		{"one template with other figures", []string{template("cook", 7), template("waiter", 3)}, map[string]string{}},
		{"three copies name one original", []string{harbour, syndicated, harbour + " The end."}, map[string]string{"id-b": "id-a", "id-c": "id-a"}},
		{"no words at all", []string{"", "…"}, map[string]string{"id-b": "id-a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs := documents(test.texts...)
			if diff := cmp.Diff(test.want, duplicates(t, docs)); diff != "" {
				t.Errorf("duplicates (-want +got):\n%s", diff)
			}
			slices.Reverse(docs)
			if diff := cmp.Diff(test.want, duplicates(t, docs)); diff != "" {
				t.Errorf("the order of documents matters (-want +got):\n%s", diff)
			}
		})
	}
}

// template fills a role and a figure into a page as sites generate it.
func template(role string, n int) string {
	return strings.NewReplacer("ROLE", role, "N", fmt.Sprint(n)).Replace(strings.Repeat(
		`How much does a ROLE earn in town N? The average ROLE makes $NN,000 a year in town N. Entry level pay of a ROLE
is $N0,000, and an experienced ROLE takes home $NN,N00. In the east a ROLE earns less. `, 4))
}

// TestDuplicatesFindsMost measures how many copies are found when words of an
// article are changed here and there.
func TestDuplicatesFindsMost(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 400)
	for _, test := range []struct {
		changed float64
		least   int
	}{{0.01, 50}, {0.03, 48}, {0.3, 0}} {
		found := 0
		for range 50 {
			for i := range words {
				words[i] = fmt.Sprint("w", random.IntN(3000))
			}
			copied := slices.Clone(words)
			for i := range copied {
				if random.Float64() < test.changed {
					copied[i] = "changed"
				}
			}
			found += len(duplicates(t, documents(strings.Join(words, " "), strings.Join(copied, " "))))
		}
		if found < test.least || test.least == 0 && found > 0 {
			t.Errorf("with %.0f %% of words changed %d of 50 copies are found, want %d", 100*test.changed, found, test.least)
		}
	}
}

func TestDuplicatesReportsErrors(t *testing.T) {
	gone := errors.New("gone")
	var prints []corpus.Fingerprint
	for _, doc := range documents(harbour, harbour+" The end.") {
		prints = append(prints, corpus.NewFingerprint(doc))
	}
	if _, err := corpus.Duplicates(t.Context(), prints, func(string) (string, error) { return "", gone }); !errors.Is(err, gone) {
		t.Errorf("Duplicates = %v, want %v", err, gone)
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add(harbour, sameTopic)
	f.Add("", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := documents(a, b, a)
		copies := duplicates(t, docs)
		if copies["id-c"] == "" {
			t.Fatal("a copy was not found")
		}
		if _, ok := copies["id-a"]; ok {
			t.Fatal("the first by uri is a copy")
		}
		slices.Reverse(docs)
		if diff := cmp.Diff(copies, duplicates(t, docs)); diff != "" {
			t.Fatalf("the order of documents matters:\n%s", diff)
		}
	})
}

func BenchmarkNewFingerprint(b *testing.B) {
	doc := documents(strings.Repeat(harbour, 8))[0]
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		corpus.NewFingerprint(doc)
	}
}
