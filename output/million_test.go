package output

import (
	"flag"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"roleclaims/corpus/tooltest"
)

var (
	manyRows = flag.Int("rows", 20000, "generated rows that TestManyRows writes")
	keepIn   = flag.String("keep", "", "folder in which TestManyRows leaves what it wrote")
	most     = flag.Float64("most", 0, "megabytes of memory that TestManyRows may take; 0 for any")
)

// TestManyRows writes generated rows (make bench-datasets: a million) and prints what
// it took: CPU time without the making of rows, the file's size, and the peak
// of the process's memory, which is held to -most and for which each way is run
// in a process of its own.
func TestManyRows(t *testing.T) {
	dir := *keepIn
	if dir == "" {
		dir = t.TempDir()
	}
	making := cpu(t, func() {
		for _, err := range generated(*manyRows) {
			must(t, err)
		}
	})
	var ordered, sorted DatasetInfo
	t.Run("written", func(t *testing.T) {
		took := cpu(t, func() {
			var err error
			ordered, err = writeDataset(dir, responsibilities, generated(*manyRows))
			must(t, err)
		})
		printCost(t, "the writer alone, rows in order", dir, ordered, *manyRows, took-making)
	})
	// As a run does it: rows come in any order, and go through a temporary file.
	t.Run("spooled", func(t *testing.T) {
		took := cpu(t, func() {
			spool := newSpool(t.Context(), dir, responsibilities)
			for row, err := range scattered(*manyRows) {
				must(t, err)
				must(t, spool.add(&row))
			}
			var err error
			sorted, err = writeDataset(dir, responsibilities, spool.rows())
			must(t, err)
			must(t, spool.remove())
		})
		printCost(t, "rows in any order, through the spool of a run", dir, sorted, *manyRows, took-making)
	})
	if ordered.Rows > 0 && sorted.Rows > 0 {
		compare(t, "what was written", ordered, sorted)
	}
}

// TestManyDocuments does the same with the articles that so many rows would come
// from, one for 15: at a million that is more than a row group of texts.
func TestManyDocuments(t *testing.T) {
	dir, n := t.TempDir(), *manyRows/15
	making := cpu(t, func() {
		for _, err := range generatedDocuments(n) {
			must(t, err)
		}
	})
	var info DatasetInfo
	took := cpu(t, func() {
		spool := newSpool(t.Context(), dir, documents)
		for row, err := range generatedDocuments(n) {
			must(t, err)
			must(t, spool.add(&row))
		}
		var err error
		info, err = writeDataset(dir, documents, spool.rows())
		must(t, err)
		must(t, spool.remove())
	})
	texts := 0
	for row, err := range read(&Run{Dir: dir}, documents) { // no reader needs a row group in memory either
		must(t, err)
		texts += len(row.Text)
	}
	if texts < 4000*n {
		t.Errorf("%d bytes of text came back of %d documents of 5 KB", texts, n)
	}
	printCost(t, "documents of 5 KB, through the spool of a run", dir, info, n, took-making)
}

// printCost prints what it took to write a dataset, and holds memory to -most.
func printCost(t *testing.T, way, dir string, info DatasetInfo, want int, took time.Duration) {
	t.Helper()
	if rows := openParquet(t, filepath.Join(dir, info.File)).NumRows(); rows != int64(want) || info.Rows != rows {
		t.Errorf("%d rows in the file, %d said to be, want %d", rows, info.Rows, want)
	}
	peak := float64(tooltest.PeakMemory(t)) / 1e6
	fmt.Printf("%s: %d rows, %.1f MB, %.0f rows a CPU-second, peak memory %.0f MB\n",
		way, info.Rows, float64(info.Bytes)/1e6, float64(info.Rows)/took.Seconds(), peak)
	if *most > 0 && peak > *most {
		t.Errorf("%s: a peak of %.0f MB, the limit is %.0f", way, peak, *most)
	}
}

// cpu returns the CPU time of this process that f takes, user and system.
func cpu(t *testing.T, f func()) time.Duration {
	t.Helper()
	debug.FreeOSMemory()
	before := tooltest.CPUTime(t)
	f()
	return tooltest.CPUTime(t) - before
}
