package verdict

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// Merge joins the entries of several files into the order of their times,
// each once. The order of the files does not matter.
func Merge(files ...[]Entry) []Entry {
	all := slices.Concat(files...)
	slices.SortFunc(all, compare)
	return slices.CompactFunc(all, func(a, b Entry) bool { return compare(a, b) == 0 })
}

func compare(a, b Entry) int {
	return cmp.Or(
		a.Time.Compare(b.Time), strings.Compare(a.Step, b.Step), strings.Compare(a.Reviewer, b.Reviewer),
		strings.Compare(a.Contradiction, b.Contradiction), strings.Compare(string(a.Verdict), string(b.Verdict)),
		strings.Compare(string(a.Reason), string(b.Reason)), strings.Compare(a.Note, b.Note),
		strings.Compare(a.Evidence, b.Evidence), strings.Compare(a.Run, b.Run), strings.Compare(a.Undoes, b.Undoes),
	)
}

// Write writes entries as lines of a file.
func Write(w io.Writer, entries []Entry) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, e := range entries {
		if err := encoder.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// State is what reviewers say in the end: the last entry of each about each
// contradiction, by contradiction, in the order of the reviewers' names.
// Entries that only take a verdict back, without a note, are left out.
type State map[string][]Entry

// Fold reads entries in the order of their times.
func Fold(entries []Entry) State {
	state := State{}
	for _, e := range Merge(entries) {
		list := state[e.Contradiction]
		at, known := slices.BinarySearchFunc(list, e.Reviewer, func(e Entry, name string) int { return strings.Compare(e.Reviewer, name) })
		if known {
			list[at] = e
		} else {
			list = slices.Insert(list, at, e)
		}
		state[e.Contradiction] = list
	}
	for id, list := range state {
		list = slices.DeleteFunc(list, func(e Entry) bool { return e.Verdict == Open && e.Note == "" })
		if len(list) == 0 {
			delete(state, id)
			continue
		}
		state[id] = list
	}
	return state
}

// Undo returns the entries that take back a reviewer's last step that was not
// taken back yet: each restores what the reviewer said before it. There are
// none where there is no such step. The new entries have no time and no step.
func Undo(entries []Entry, reviewer string) []Entry {
	var own []Entry
	for _, e := range Merge(entries) {
		if e.Reviewer == reviewer {
			own = append(own, e)
		}
	}
	holds := map[string]bool{}
	var steps []string // in their order
	for _, e := range own {
		switch {
		case e.Undoes != "":
			holds[e.Undoes] = false
		case !slices.Contains(steps[max(0, len(steps)-1):], e.Step):
			steps = append(steps, e.Step)
			holds[e.Step] = true
		}
	}
	steps = slices.DeleteFunc(steps, func(step string) bool { return !holds[step] })
	if len(steps) == 0 {
		return nil
	}
	last := steps[len(steps)-1]
	before := map[string]Entry{}
	for _, e := range own {
		if e.Undoes == "" && e.Step != last && holds[e.Step] {
			before[e.Contradiction] = e
		}
	}
	var restored []Entry
	for _, e := range own {
		if e.Step != last {
			continue
		}
		back, said := before[e.Contradiction]
		if !said {
			back = Entry{Contradiction: e.Contradiction, Evidence: e.Evidence, Verdict: Open, Reviewer: reviewer, Run: e.Run}
		}
		back.Undoes, back.Step = last, ""
		restored = append(restored, back)
	}
	return restored
}
