package output

import (
	"path/filepath"
	"testing"
)

// A run that was written under schema version 1 (testdata/schema1, of the
// articles beside it) is read by the rows of today, beside a run of today:
// columns that it lacks are null or empty, all others are what they were.
func TestOlderSchemaBesideNew(t *testing.T) {
	older, err := Open(filepath.Join("testdata", "schema1", "run"))
	must(t, err)
	compare(t, "schema version", 1, older.Manifest.SchemaVersion)
	newer := writeRun(t, newCorpus(t))

	var sources, phrases []string
	for _, run := range []*Run{older, newer} {
		for _, d := range collect(t, run.Documents()) {
			sources = append(sources, d.Source)
			if (run == older) != (len(d.Compared) == 0) {
				t.Errorf("%s compares %v", d.URI, d.Compared)
			}
		}
		for _, r := range collect(t, run.Responsibilities()) {
			phrases = append(phrases, r.Phrase)
			if run == older && r.Slots != nil {
				t.Errorf("slots of %q = %q in a run that had none", r.Phrase, *r.Slots)
			}
		}
	}
	compare(t, "sources", []string{"coast.example", "harbour.example", "one.example", "three.example", "two.example"}, sources)
	compare(t, "phrases", []string{
		"assigns the berths", "shares the traffic rules with the pilot", "sets the rules for traffic",
		"assigns the berths", "not assign the berths", "guides ships to their berth",
	}, phrases[:6])

	pay := collect(t, older.Salaries())
	if len(pay) != 4 || pay[0].Quote != "£40" || *pay[0].Low != 4000 || *pay[0].AnnualLow != 8320000 || pay[1].High != nil {
		t.Errorf("salaries of the older run: %+v", pay)
	}
	// All that is counted in its run.json is read.
	for _, set := range older.Manifest.Datasets {
		rows := int64(0)
		for cells, err := range older.Cells(t.Context(), set.Name) {
			must(t, err)
			rows++
			if len(cells) < len(set.Columns) {
				t.Errorf("%s: a row of %d cells, run.json has %d columns", set.Name, len(cells), len(set.Columns))
			}
		}
		compare(t, set.Name, set.Rows, rows)
	}
}
