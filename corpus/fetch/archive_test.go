package fetch

import (
	"os"
	"path/filepath"
	"testing"

	"roleclaims/corpus/warc"
)

// TestArchives fills one archive, goes on in the next, and finds its place
// again when that one is torn and a third was only begun.
func TestArchives(t *testing.T) {
	dir := t.TempDir()
	a, err := openArchive(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	record := &warc.Record{Type: warc.Response, URI: "http://a.example/", Date: "2026-01-02T03:04:05Z", Block: []byte("HTTP/1.1 200 OK\r\n\r\na")}
	ends := map[int]int64{}
	for number := 1; number <= 2; number++ {
		place, err := a.append(record)
		if err != nil || place.File != number || place.Offset != 0 {
			t.Fatalf("record in %+v, %v; want archive %d", place, err, number)
		}
		ends[number] = place.Offset + place.Length
		if err := a.sync(); err != nil {
			t.Fatal(err)
		}
		if number == 1 {
			a.size = maxArchive + 1 // as if it were full
		}
	}
	if err := a.close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(filepath.Join(dir, archiveName(2)), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteString("half a record"); err != nil {
		t.Fatal(err)
	}
	file.Close()
	if err := os.WriteFile(filepath.Join(dir, archiveName(3)), []byte("half a record"), 0o600); err != nil {
		t.Fatal(err)
	}
	if a, err = openArchive(dir, ends); err != nil || a.number != 2 || a.size != ends[2] {
		t.Fatalf("it goes on in archive %d at %d, %v; want 2 at %d", a.number, a.size, err, ends[2])
	}
	for number, size := range map[int]int64{1: ends[1], 2: ends[2], 3: 0} {
		if info, err := os.Stat(filepath.Join(dir, archiveName(number))); err != nil || info.Size() != size {
			t.Errorf("archive %d has %d bytes, %v; want %d", number, info.Size(), err, size)
		}
	}
}
