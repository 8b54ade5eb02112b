package output

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// spool keeps the rows of one dataset in a temporary file, in the order they
// come, and in memory only their sort keys and where they stand. Adding is
// safe for several goroutines; reading comes after.
type spool[T any] struct {
	fields []sortField

	mu     sync.Mutex
	file   *os.File
	buffer *bufio.Writer
	size   int64
	index  []entry
	sorted bool
}

// entry is where a row stands in the file, and what it sorts by.
type entry struct {
	key string
	place
}

type place struct {
	at   int64
	size int
}

// newSpool makes a spool with its file in folder.
func newSpool[T any](folder string, set dataset[T]) (*spool[T], error) {
	file, err := os.Create(spoolPath(folder, set.name))
	if err != nil {
		return nil, fmt.Errorf("spool %s: %w", set.name, err)
	}
	return &spool[T]{fields: set.sortFields(), file: file, buffer: bufio.NewWriterSize(file, 64<<10)}, nil
}

// add keeps a row.
func (s *spool[T]) add(row *T) error {
	value := reflect.ValueOf(row).Elem()
	record := encodeRow(value)
	key := sortKey(value, s.fields)

	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.buffer.Write(record); err != nil {
		return fmt.Errorf("spool %s: %w", s.file.Name(), err)
	}
	s.index = append(s.index, entry{key, place{at: s.size, size: len(record)}})
	s.size += int64(len(record))
	s.sorted = false
	return nil
}

// find returns the row whose first sort column is id. It must come after the
// last add.
func (s *spool[T]) find(id string) (T, error) {
	var none T
	if err := s.sort(); err != nil {
		return none, err
	}
	want := string(appendKey(nil, reflect.ValueOf(id)))
	i, _ := slices.BinarySearchFunc(s.index, want, func(e entry, key string) int { return strings.Compare(e.key, key) })
	if i == len(s.index) || !strings.HasPrefix(s.index[i].key, want) {
		return none, fmt.Errorf("%q was never added", id)
	}
	return s.read(s.index[i].place)
}

// read returns the row at p.
func (s *spool[T]) read(p place) (T, error) {
	var row T
	record, err := s.record(p)
	if err == nil {
		err = decodeRow(record, reflect.ValueOf(&row).Elem())
	}
	if err != nil {
		return row, fmt.Errorf("spool %s: %w", s.file.Name(), err)
	}
	return row, nil
}

func (s *spool[T]) record(p place) ([]byte, error) {
	if s.buffer.Buffered() > 0 {
		if err := s.buffer.Flush(); err != nil {
			return nil, err
		}
	}
	record := make([]byte, p.size)
	_, err := s.file.ReadAt(record, p.at)
	return record, err
}

// rows yields the rows in their order. It must come after the last add.
func (s *spool[T]) rows() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if err := s.sort(); err != nil {
			var none T
			yield(none, err)
			return
		}
		for _, e := range s.index {
			row, err := s.read(e.place)
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// sort puts the index in order, once. Rows that sort alike are put in the
// order of their bytes, so that the order in which they came never shows.
func (s *spool[T]) sort() error {
	if s.sorted {
		return nil
	}
	var failed error
	slices.SortFunc(s.index, func(a, b entry) int {
		if c := strings.Compare(a.key, b.key); c != 0 {
			return c
		}
		recordA, errA := s.record(a.place)
		recordB, errB := s.record(b.place)
		failed = cmp.Or(failed, errors.Join(errA, errB))
		return bytes.Compare(recordA, recordB)
	})
	if failed != nil {
		return fmt.Errorf("spool %s: %w", s.file.Name(), failed)
	}
	s.sorted = true
	return nil
}

// remove closes the spool and deletes its file, once.
func (s *spool[T]) remove() error {
	if s == nil || s.file == nil {
		return nil
	}
	file := s.file
	s.file = nil
	return errors.Join(file.Close(), os.Remove(file.Name()))
}
