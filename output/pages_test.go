package output

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"roleclaims/corpus/tooltest"
)

// Pages come back as they were written, few and many, and their files have no
// name and are closed.
func TestPages(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, tt := range []struct {
		name  string
		sizes []int // of what is written
		file  bool  // whether they are in one in the end
	}{
		{"none", nil, false},
		{"one", []int{100}, false},
		{"as many as are held", []int{100, pageMemory - 100}, false},
		{"one byte more", []int{100, pageMemory - 100, 1}, true},
		{"one larger than what is held", []int{pageMemory + 1}, true},
		{"many", []int{30, pageMemory / 2, 30, pageMemory, 30, 3 * pageMemory, 0, 30}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pool := &pagePool{folder: t.TempDir()}
			buffer := pool.GetBuffer()
			start(t, buffer) // as the writer does before the first page
			var want []byte
			for _, size := range tt.sizes {
				page := make([]byte, size)
				for i := range page {
					page[i] = byte(r.Uint32())
				}
				n, err := buffer.Write(page)
				must(t, err)
				compare(t, "bytes written", size, n)
				want = append(want, page...)
			}
			none(t, pool.folder)
			file := buffer.(*pages).file
			compare(t, "in a file", tt.file, file != nil)
			for range 2 {
				start(t, buffer)
				var got bytes.Buffer
				_, err := io.Copy(&got, buffer)
				must(t, err)
				if !bytes.Equal(want, got.Bytes()) {
					t.Errorf("%d bytes came back, which are not the %d that were written", got.Len(), len(want))
				}
			}
			pool.PutBuffer(buffer)
			if file != nil && !errors.Is(file.Close(), os.ErrClosed) {
				t.Error("the file is still open after PutBuffer")
			}
			must(t, pool.close())
		})
	}
}

func start(t *testing.T, s io.Seeker) {
	t.Helper()
	at, err := s.Seek(0, io.SeekStart)
	must(t, err)
	compare(t, "place", int64(0), at)
}

// Pages that have nowhere to go are an error of the write, not a panic or a
// file with less in it.
func TestPagesWithoutFolder(t *testing.T) {
	buffer := (&pagePool{folder: filepath.Join(t.TempDir(), "absent")}).GetBuffer()
	if _, err := buffer.Write(make([]byte, pageMemory+1)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Write = %v, want that the folder does not exist", err)
	}
}

// While documents are written there are no other names than their file's, and
// after the writer is done, or gave up, no file of theirs is open.
func TestWriterClosesPages(t *testing.T) {
	if runtime.GOOS != "linux" {
		tooltest.Missing(t, "/proc, where open files are looked up")
	}
	gaveUp := errors.New("gave up")
	for _, last := range []error{nil, gaveUp} {
		dir := t.TempDir()
		most := 0
		_, err := writeDataset(dir, documents, func(yield func(DocumentRow, error) bool) {
			for row, err := range generatedDocuments(1200) {
				if !yield(row, err) {
					return
				}
				most = max(most, openFiles(t, dir))
			}
			if last != nil {
				yield(DocumentRow{}, last)
			}
		})
		if !errors.Is(err, last) {
			t.Errorf("writeDataset = %v, want %v", err, last)
		}
		if most < 2 || most > 4 {
			t.Errorf("%d files open while it writes, want its own and those of the columns with long text", most)
		}
		compare(t, "files open after it", 0, openFiles(t, dir))
		entries, err := os.ReadDir(dir)
		must(t, err)
		if len(entries) != 1 || entries[0].Name() != "documents.parquet" {
			t.Errorf("left in the folder: %v", entries)
		}
	}
}

// openFiles counts the files of a folder that this process has open, those without
// a name too.
func openFiles(t *testing.T, dir string) int {
	t.Helper()
	handles, err := filepath.Glob("/proc/self/fd/*")
	must(t, err)
	n := 0
	for _, handle := range handles {
		if target, err := os.Readlink(handle); err == nil && strings.HasPrefix(target, dir) {
			n++
		}
	}
	return n
}
