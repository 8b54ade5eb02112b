package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/extract/contradict"
)

// statements makes records of a few roles, under which contradictions abound.
func statements(n int) []contradict.Record {
	rng := rand.New(rand.NewPCG(1, 2))
	roles := []string{"chef", "cook", "nurse", "waiter", "butler"}
	var list []contradict.Record
	for i := range n {
		r := contradict.Record{
			Source: fmt.Sprint("s", rng.IntN(9)), Doc: fmt.Sprint("d", rng.IntN(40)), Claim: fmt.Sprint("c", i), Start: i, End: i + 5, Sentence: i,
			Confidence: 0.9, Year: 2020 + rng.IntN(3), Role: roles[rng.IntN(len(roles))], Stance: contradict.Does,
		}
		switch rng.IntN(3) {
		case 0:
			r.Kind, r.Currency, r.Statistic, r.Low = contradict.Pay, "EUR", "average", float64(20000+1000*rng.IntN(40))
			r.High, r.Key = r.Low, r.Role+" EUR middle"
		case 1:
			r.Kind, r.Act, r.Concept, r.Year = contradict.Duty, "set", fmt.Sprint("menu", rng.IntN(20)), 0
			r.Head, r.Key = r.Concept, "set:"+r.Concept
			if rng.IntN(2) == 0 {
				r.Stance = contradict.DoesNot
			}
		case 2:
			two := rng.Perm(len(roles))[:2]
			slices.Sort(two)
			slices.Sort(roles)
			r.Kind, r.Role, r.Other, r.Year = contradict.PayOrder, roles[two[0]], roles[two[1]], 0
			r.Key, r.Stance = r.Role+" "+r.Other, contradict.Over
			if two[0] == 0 && two[1] == 2 { // a circle
				r.Stance = contradict.Under
			}
		}
		list = append(list, r)
		if i%7 == 0 {
			list = append(list, contradict.Record{Kind: contradict.Compared, Key: "chef cook", Role: "chef", Other: "cook"})
		}
	}
	return list
}

// lines writes what a shuffle gives, in order.
func lines(t *testing.T, s *Shuffle, list []contradict.Record, workers int) []string {
	t.Helper()
	for i := range list {
		if err := s.Add(&list[i]); err != nil {
			t.Fatal(err)
		}
	}
	var out []string
	err := s.Detect(t.Context(), contradict.Env{Independent: map[string]string{"d1": "s2"}}, workers, func(r contradict.Result) error {
		for _, f := range r.Findings {
			out = append(out, fmt.Sprintf("%+v", f))
		}
		for _, m := range r.NearMisses {
			out = append(out, fmt.Sprintf("%+v", m))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// What is found depends neither on the number of parts, nor on what is held in
// memory, nor on workers, nor on the order of records.
func TestShuffleAgrees(t *testing.T) {
	list := statements(3000)
	none := func() (*os.File, error) { return nil, errors.New("nothing is to be spilled") }
	want := lines(t, newShuffle(1, 1<<30, none), list, 1)
	if n := len(want); n < 100 || !strings.Contains(strings.Join(want, ""), "circle") {
		t.Fatalf("%d findings and near misses, want more, and a circle", n)
	}
	for _, tt := range []struct{ parts, most, workers int }{
		{1, 0, 1}, {1, 500, 4}, {3, 1 << 30, 2}, {7, 10_000, 3}, {64, 100, 2}, {128, 60_000, 1}, {1000, 20_000, 8},
	} {
		t.Run(fmt.Sprint(tt), func(t *testing.T) {
			rand.New(rand.NewPCG(3, uint64(tt.parts))).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			file, err := os.CreateTemp(t.TempDir(), "")
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			s := newShuffle(tt.parts, tt.most, func() (*os.File, error) { return file, nil })
			if diff := cmp.Diff(want, lines(t, s, list, tt.workers)); diff != "" {
				t.Errorf("(-one part in memory +this):\n%s", diff)
			}
			if (s.Spilled() > 0) != (tt.most < 1<<30) {
				t.Errorf("%d bytes spilled, held at most %d", s.Spilled(), tt.most)
			}
		})
	}
}

// A full disk, or a context that ends, ends the comparison.
func TestShuffleFails(t *testing.T) {
	list := statements(50)
	full := errors.New("disk full")
	s := NewShuffle(100, func() (*os.File, error) { return nil, full })
	var err error
	for i := 0; err == nil && i < len(list); i++ {
		err = s.Add(&list[i])
	}
	if !errors.Is(err, full) {
		t.Errorf("Add: %v, want %v", err, full)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := NewShuffle(100, nil).Detect(ctx, contradict.Env{}, 1, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Detect: %v, want %v", err, context.Canceled)
	}
}

// A run gives the same bytes wherever its records were held, and leaves no
// temporary file.
func TestMemoryChangesNothing(t *testing.T) {
	for _, folder := range texts() {
		held, _ := runOn(t, Config{Inputs: inputsOf(folder)})
		temp := t.TempDir()
		spilled, _ := runOn(t, Config{Inputs: inputsOf(folder), Memory: 1000, Temp: temp})
		want := published(t, held.Dir)
		for name, got := range published(t, spilled.Dir) {
			if !bytes.Equal(got, want[name]) {
				t.Errorf("%q: %s has other bytes than with all in memory", folder, name)
			}
		}
		if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
			t.Errorf("%d files are left in the temporary folder, %v", len(left), err)
		}
	}
}
