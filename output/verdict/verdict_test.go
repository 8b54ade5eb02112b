package verdict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// entry is a verdict "ID VERDICT [REASON]" of a reviewer, some seconds after noon.
func entry(reviewer string, seconds int, step, text string) Entry {
	fields := strings.Fields(text)
	e := Entry{
		Contradiction: fields[0], Evidence: "e", Verdict: Verdict(fields[1]), Reviewer: reviewer,
		Time: noon.Add(time.Duration(seconds) * time.Second), Run: "r1", Step: step,
	}
	if len(fields) > 2 {
		e.Reason = Reason(fields[2])
	}
	return e
}

func says(state State) string {
	var all []string
	for _, id := range slices.Sorted(maps.Keys(state)) {
		for _, e := range state[id] {
			all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", id, e.Reviewer, e.Verdict, e.Reason)))
		}
	}
	return strings.Join(all, "; ")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestFoldTakesTheLastWord(t *testing.T) {
	entries := []Entry{
		entry("ann", 0, "1", "x confirmed"), entry("ben", 1, "2", "x dismissed other-scope"),
		entry("ann", 2, "3", "y unsure"), entry("ann", 3, "4", "x unsure"), entry("ann", 4, "5", "y open"),
	}
	want := "x ann unsure; x ben dismissed other-scope"
	equal(t, "state", want, says(Fold(entries)))
	rand.New(rand.NewSource(1)).Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	equal(t, "whatever the order of lines", want, says(Fold(entries)))
}

func TestMergeIsFreeOfOrder(t *testing.T) {
	a := []Entry{entry("ann", 0, "1", "x confirmed"), entry("ann", 2, "2", "y unsure")}
	b := []Entry{entry("ben", 1, "3", "x unsure"), a[1]}
	want := []Entry{a[0], b[0], a[1]}
	equal(t, "a, b", want, Merge(a, b))
	equal(t, "b, a, b", want, Merge(b, a, b))
}

func TestUndo(t *testing.T) {
	var entries []Entry
	seconds := 0
	do := func(reviewer string, texts ...string) {
		seconds++
		for _, text := range texts {
			entries = append(entries, entry(reviewer, seconds, fmt.Sprint(seconds), text))
		}
	}
	undo := func() int {
		restored := Undo(entries, "ann")
		seconds++
		for _, e := range restored {
			e.Time, e.Step = noon.Add(time.Duration(seconds)*time.Second), fmt.Sprint(seconds)
			must(t, e.Validate())
			entries = append(entries, e)
		}
		return len(restored)
	}
	state := func(want string) {
		t.Helper()
		equal(t, "state", want, says(Fold(entries)))
	}
	do("ann", "x confirmed")
	do("ann", "x unsure", "y unsure", "z unsure")
	do("ben", "x confirmed")
	do("ann", "x dismissed other")
	undo()
	state("x ann unsure; x ben confirmed; y ann unsure; z ann unsure")
	equal(t, "a step of three", 3, undo())
	state("x ann confirmed; x ben confirmed")
	do("ann", "y confirmed")
	undo()
	state("x ann confirmed; x ben confirmed")
	undo()
	state("x ben confirmed")
	equal(t, "nothing is left", 0, undo())
	do("ann", "x unsure")
	undo()
	state("x ben confirmed")
}

func TestLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "run.verdicts.jsonl")
	log, err := OpenLog(path)
	must(t, err)
	add := func(texts ...string) {
		t.Helper()
		_, n, err := log.Append(noon, func([]Entry) ([]Entry, error) {
			var step []Entry
			for _, text := range texts {
				step = append(step, entry("ann", 99, "s", text))
			}
			return step, nil
		})
		must(t, err)
		equal(t, "added", len(texts), n)
	}
	add("x confirmed")
	add("y unsure", "z unsure")
	add() // nothing is no step

	// A line of another program, one that is no verdict, and one cut short.
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	must(t, err)
	fmt.Fprintf(file, "%s\nnonsense\n{\"contradiction_id\": \"cut", mustJSON(t, entry("ben", 500, "b", "x dismissed other")))
	must(t, file.Close())
	add("x unsure")

	entries, unread, err := log.Entries()
	must(t, err)
	equal(t, "state", "x ann unsure; x ben dismissed other; y ann unsure; z ann unsure", says(Fold(entries)))
	equal(t, "unread", 2, len(unread))
	for i := 1; i < len(entries); i++ {
		if entries[i].Time.Before(entries[i-1].Time) {
			t.Errorf("line %d is of %v, the one before of %v: time went back", i, entries[i].Time, entries[i-1].Time)
		}
	}
	must(t, log.Close())
	again, bad, err := Load(path)
	must(t, err)
	equal(t, "read back", entries, again)
	equal(t, "lines that are none", []string{path + ":5", path + ":6"}, []string{place(bad[0]), place(bad[1])})
}

func place(u Unread) string { return fmt.Sprintf("%s:%d", u.File, u.Line) }

func mustJSON(t *testing.T, e Entry) []byte {
	t.Helper()
	body, err := json.Marshal(e)
	must(t, err)
	return body
}

// Several programs that append to one file lose nothing.
func TestLogIsShared(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.jsonl")
	const programs, verdicts = 4, 25
	var wait sync.WaitGroup
	for p := range programs {
		log, err := OpenLog(path)
		must(t, err)
		defer log.Close()
		wait.Go(func() {
			for i := range verdicts {
				if _, _, err := log.Append(time.Now(), func([]Entry) ([]Entry, error) {
					return []Entry{entry(fmt.Sprint("p", p), 0, "s", fmt.Sprintf("id%d confirmed", i))}, nil
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	entries, unread, err := Load(path)
	must(t, err)
	equal(t, "lines", programs*verdicts, len(entries))
	equal(t, "unread", 0, len(unread))
}

func TestAppendRefusesWhatIsNoVerdict(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.jsonl")
	log, err := OpenLog(path)
	must(t, err)
	defer log.Close()
	bad := []Entry{
		{},
		entry("ann", 0, "s", "x maybe"), entry("ann", 0, "s", "x dismissed"), entry("ann", 0, "s", "x dismissed bored"),
		entry("ann", 0, "s", "x confirmed other"), entry(" ", 0, "s", "x confirmed"), entry("a\nb", 0, "s", "x confirmed"),
		entry(strings.Repeat("a", 999), 0, "s", "x confirmed"),
	}
	long := entry("ann", 0, "s", "x confirmed")
	long.Note = strings.Repeat("n", maxNote+1)
	broken := long
	broken.Note = "\xff"
	for _, e := range append(bad, long, broken) {
		if _, _, err := log.Append(noon, func([]Entry) ([]Entry, error) { return []Entry{entry("ann", 0, "s", "fine confirmed"), e}, nil }); err == nil {
			t.Errorf("%.100v was taken", e)
		}
	}
	body, err := os.ReadFile(path)
	must(t, err)
	equal(t, "the file", "", string(body))
}

func TestCount(t *testing.T) {
	findings := []Finding{{"a", "e", "rule1"}, {"b", "e", "rule1"}, {"c", "e", "rule1"}, {"d", "e", "rule2"}, {"n", "e", "rule2"}, {"o", "e", "rule2"}}
	old := func(e Entry) Entry { e.Run = "r0"; return e }
	stale := entry("ann", 3, "4", "d confirmed")
	stale.Evidence = "other"
	state := Fold([]Entry{
		entry("ann", 0, "1", "a confirmed"), entry("ben", 0, "2", "a unsure"), old(entry("ann", 1, "2", "b dismissed other-scope")),
		entry("ann", 2, "3", "c confirmed"), entry("ben", 2, "3", "c dismissed wrong-role"), stale,
		entry("ann", 5, "6", "gone confirmed"), entry("ann", 5, "6", "gone2 open"),
	})
	noted := entry("ann", 9, "9", "o open")
	noted.Note = "look again"
	state["o"] = []Entry{noted}
	equal(t, "stats", Stats{
		Rules: []RuleStats{
			{Rule: "rule1", Found: 3, Judged: 3, Confirmed: 1, Dismissed: 1, Disputed: 1},
			{Rule: "rule2", Found: 3},
		},
		Found: 6, New: 2, Current: 2, Carried: 1, Stale: 1, Gone: 1,
		Reasons: map[Reason]int{OtherScope: 1, WrongRole: 1},
	}, Count("r1", findings, state))
}

// The table is the one of the textbooks: 20 and 15 of 50 agree, kappa is 0.4.
func TestAgree(t *testing.T) {
	var a, b []Entry
	add := func(n int, x, y string) {
		for range n {
			id := fmt.Sprintf("c%d", len(a))
			a = append(a, entry("ann", len(a), "s", id+" "+x))
			b = append(b, entry("ben", len(b), "s", id+" "+y))
		}
	}
	add(20, "confirmed", "confirmed")
	add(5, "confirmed", "dismissed other")
	add(10, "dismissed other", "confirmed")
	add(15, "dismissed other", "dismissed other-scope")
	b = append(b, entry("ben", 99, "s", "alone confirmed"))
	changed := entry("ann", 99, "s", "alone confirmed")
	changed.Evidence = "other"
	got := Agree(append(a, changed), b)
	if math.Abs(got.Kappa-0.4) > 1e-9 || !got.Defined {
		t.Errorf("kappa %v (defined %v), want 0.4", got.Kappa, got.Defined)
	}
	equal(t, "counts", []int{50, 35, 1, 15}, []int{got.Both, got.Same, got.Changed, len(got.Disputes)})
	if one := Agree(a[:20], b[:20]); one.Defined || one.Same != 20 {
		t.Errorf("one verdict only: %+v, want no kappa", one)
	}
	if none := Agree(a, nil); none.Both != 0 || none.Defined {
		t.Errorf("nothing in common: %+v", none)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"contradiction_id":"x","evidence_hash":"e","verdict":"confirmed","reviewer":"ann","time":"2026-01-02T12:00:00Z","run_id":"r","step":"s"}` + "\n"))
	f.Add([]byte("{}\n\xff\n[1]\n\n{\"verdict\":3}"))
	f.Fuzz(func(t *testing.T, body []byte) {
		entries, unread := parse("f", body, 0)
		if n := len(entries) + len(unread); n > bytes.Count(body, []byte("\n"))+1 {
			t.Errorf("%d lines of %q", n, body)
		}
		var out bytes.Buffer
		must(t, Write(&out, entries))
		again, bad := parse("f", out.Bytes(), 0)
		if len(bad) > 0 || len(again) != len(entries) {
			t.Errorf("%q is written as %q", body, out.String())
		}
		for _, e := range Undo(entries, "ann") {
			if e.Undoes == "" || e.Reviewer != "ann" {
				t.Errorf("undo of %q gives %+v", body, e)
			}
		}
	})
}
