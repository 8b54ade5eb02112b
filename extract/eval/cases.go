package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Case is a short text with the pay that it states.
type Case struct {
	Line     int      `json:"-"` // in the file, from 1
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Salaries []Salary `json:"salaries"`
}

// Slots counts, of the pay found, how often what stands around the amount is
// right.
type Slots struct{ Found, Statistic, Component, Location, Year int }

// LoadCases reads cases, one JSON object a line.
func LoadCases(r io.Reader) ([]Case, error) {
	return lines(r, "cases", func(c *Case, n int) error {
		if c.ID == "" || c.Text == "" {
			return errors.New("no id or no text")
		}
		c.Line = n
		return nil
	})
}

// lines reads JSON objects, one a line; blank lines are skipped. Check is told
// the number of the line, from 1.
func lines[T any](r io.Reader, what string, check func(*T, int) error) ([]T, error) {
	var all []T
	text := bufio.NewScanner(r)
	text.Buffer(nil, 1<<20)
	for n := 1; text.Scan(); n++ {
		if len(bytes.TrimSpace(text.Bytes())) == 0 {
			continue
		}
		var one T
		if err := json.Unmarshal(text.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("eval: line %d: %w", n, err)
		}
		if err := check(&one, n); err != nil {
			return nil, fmt.Errorf("eval: line %d: %w", n, err)
		}
		all = append(all, one)
	}
	if err := text.Err(); err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("eval: no %s", what)
	}
	return all, nil
}

// ScoreCases compares what was found in each case, by its ID, with the answers.
func ScoreCases(cases []Case, found map[string][]Salary) (Score, Slots) {
	all := Score{Kind: "salaries"}
	var slots Slots
	for _, c := range cases {
		all.add(c.ID, tally("salaries", c.Salaries, found[c.ID], Salary.same, 1))
		var certain []Salary
		for _, s := range c.Salaries {
			if !s.Optional {
				certain = append(certain, s)
			}
		}
		hits, _, _ := pair(certain, found[c.ID], Salary.same, 1)
		for _, h := range hits {
			slots.add(certain[h.gold], found[c.ID][h.find])
		}
	}
	return all, slots
}

// PayOf returns the pay that a run over the file of the cases found, by the
// case's ID. Each line of the file is an article, named FILE#LINE.
func PayOf(cases []Case, file string, found Found) map[string][]Salary {
	pay := map[string][]Salary{}
	for _, a := range found.Articles {
		for _, c := range cases {
			if a.Doc == fmt.Sprintf("%s#%d", file, c.Line) {
				pay[c.ID] = a.Salaries
			}
		}
	}
	return pay
}

func (s *Slots) add(gold, found Salary) {
	s.Found++
	for _, slot := range []struct {
		right bool
		count *int
	}{
		{gold.Statistic == found.Statistic, &s.Statistic},
		{gold.Component == found.Component, &s.Component},
		{equal(gold.Location, found.Location), &s.Location},
		{equal(gold.Year, found.Year), &s.Year},
	} {
		if slot.right {
			*slot.count++
		}
	}
}

func equal[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// String gives the counts in a line, as gold/score.py prints them.
func (s Slots) String() string {
	return fmt.Sprintf("of those found, right statistic %d/%d, component %d/%d, location %d/%d, year %d/%d",
		s.Statistic, s.Found, s.Component, s.Found, s.Location, s.Found, s.Year, s.Found)
}

// PrintCases writes the measures of cases as gold/score.py does.
func PrintCases(w io.Writer, all Score, slots Slots, detail Detail) error {
	p := printer{w: w}
	if detail >= Misses {
		p.misses(all)
	}
	p.line("%s", all)
	p.line("  %s", slots)
	return p.err
}
