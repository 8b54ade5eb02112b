package nlp

import "testing"

// TestScoresFit holds that no sum of weights can leave its lane.
func TestScoresFit(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var most int64 // that a feature of each kind adds or takes
	kind := func(rows ...row) {
		var top int64
		for _, r := range rows {
			for _, w := range r {
				top = max(top, int64(w.value), -int64(w.value))
			}
		}
		most += top
	}
	kind(m.bias)
	kind(m.prefixes[:]...)
	for i := range 3 {
		var rows []row
		for _, s := range m.suffixes {
			rows = append(rows, s[i])
		}
		kind(rows...)
	}
	for i := range 5 {
		var rows []row
		for _, w := range m.words {
			rows = append(rows, w.at[i])
		}
		kind(rows...)
	}
	var after []row
	for _, w := range m.words {
		for _, p := range w.after {
			after = append(after, p.row)
		}
	}
	kind(after...)
	var before int64
	for prev := range m.tagsBefore {
		for prev2 := range m.tagsBefore[prev] {
			s := m.tagsBefore[prev][prev2]
			for class := range maxClasses {
				value := s.of(uint8(class))
				before = max(before, value, -value)
			}
		}
	}
	most += before
	if most >= level {
		t.Errorf("scores may reach %d, their lanes hold %d", most, level)
	}
}

// of returns the score of a class.
func (s *scores) of(class uint8) int64 {
	sums := s.sums[class/lanes] + level<<(2*lane) + level<<lane + level
	return int64(sums>>(class%lanes*lane)%(1<<lane)) - level
}

func TestScores(t *testing.T) {
	var a, b scores
	a.addRow(row{{value: -7, class: 0}, {value: 3, class: 1}, {value: -1, class: 2}, {value: 5, class: 4}})
	b.addRow(row{{value: 2, class: 0}, {value: 2, class: 1}, {value: -900_000, class: 44}})
	a.add(&b)
	for class, want := range map[uint8]int64{0: -5, 1: 5, 2: -1, 3: 0, 4: 5, 44: -900_000} {
		if got := a.of(class); got != want {
			t.Errorf("class %d has %d, want %d", class, got, want)
		}
	}
	if got := a.best(); got != 1 {
		t.Errorf("best = %d, want the first of the highest, 1", got)
	}
	var below scores
	below.addRow(row{{value: -9, class: 5}, {value: -8, class: 6}})
	if got := below.best(); got != 6 {
		t.Errorf("best below zero = %d, want 6: others are not named", got)
	}
}
