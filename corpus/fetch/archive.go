package fetch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"roleclaims/corpus"
	"roleclaims/corpus/folder"
	"roleclaims/corpus/warc"
)

// maxArchive is the size, in bytes, beyond which the next record goes to a new
// archive: WARC files of a gigabyte are customary.
const maxArchive = 1 << 30

// maxRecord is the size of the largest record: a page and its headers.
const maxRecord = corpus.MaxPageBytes + maxHeaders + 1<<10

// archive appends records to the last WARC file of a store.
type archive struct {
	dir    string
	number int
	file   *os.File // nil before the first record
	writer *warc.Writer
	size   int64
	info   *warc.Record // says who fetches and how; goes before the first record of a session
}

// archiveName returns the file name of an archive.
func archiveName(number int) string { return fmt.Sprintf("pages-%05d.warc.gz", number) }

// openArchive finds the last archive of a store and cuts off what is no part
// of it, by the ends that the journal knows.
func openArchive(dir string, ends map[int]int64) (*archive, error) {
	a := &archive{dir: dir, number: 1}
	for _, number := range slices.Sorted(maps.Keys(ends)) {
		info, err := os.Stat(filepath.Join(dir, archiveName(number)))
		if err != nil {
			return nil, err
		}
		if info.Size() < ends[number] {
			return nil, fmt.Errorf("%s has %d bytes, and the journal knows of %d: put back a copy of it", archiveName(number), info.Size(), ends[number])
		}
		a.number, a.size = number, ends[number]
	}
	if err := cut(filepath.Join(dir, archiveName(a.number)), a.size); err != nil {
		return nil, err
	}
	return a, cut(filepath.Join(dir, archiveName(a.number+1)), 0) // begun, and nothing was finished
}

// cut makes a file so long at most. One that is not there is short enough. More
// records than a kill can leave are not cut off: then it is the journal that
// lacks something.
func cut(path string, size int64) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || info.Size() <= size {
		return err
	}
	if countRecords(io.NewSectionReader(file, size, info.Size()-size)) > maxBatch+1 { // and one that says who fetches
		return fmt.Errorf("%s holds records that the journal does not know: put back a copy of the journal", filepath.Base(path))
	}
	return errors.Join(file.Truncate(size), file.Sync())
}

// countRecords counts the records that stand at the beginning of a file, up to
// more than a kill can leave.
func countRecords(r io.Reader) int {
	reader, err := warc.NewReader(r, maxRecord)
	if err != nil {
		return 0
	}
	for n := 0; ; n++ {
		if _, err := reader.Next(); err != nil || n > maxBatch+1 {
			return n
		}
	}
}

// append writes a record; it lasts after sync.
func (a *archive) append(record *warc.Record) (Place, error) {
	if a.file != nil && a.size > maxArchive {
		if err := errors.Join(a.file.Sync(), a.file.Close()); err != nil {
			return Place{}, err
		}
		a.file, a.size = nil, 0
		a.number++
	}
	if a.file == nil {
		if err := a.begin(); err != nil {
			return Place{}, err
		}
	}
	if a.info != nil {
		info := *a.info
		info.Date = record.Date
		if _, err := a.write(&info); err != nil {
			return Place{}, err
		}
		a.info = nil
	}
	return a.write(record)
}

// begin opens the file to append to.
func (a *archive) begin() error {
	file, err := os.OpenFile(filepath.Join(a.dir, archiveName(a.number)), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return err
	}
	a.file = file
	if a.writer, err = warc.NewWriter(file); err != nil {
		return err
	}
	return folder.Sync(a.dir)
}

// write appends one record to the file.
func (a *archive) write(record *warc.Record) (Place, error) {
	length, err := a.writer.Write(record)
	place := Place{File: a.number, Offset: a.size, Length: length}
	a.size += length
	return place, err
}

// sync makes what was written last.
func (a *archive) sync() error { return a.file.Sync() }

// close closes the file.
func (a *archive) close() error {
	if a.file == nil {
		return nil
	}
	return a.file.Close()
}
