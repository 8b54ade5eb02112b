package output

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"sync"

	"github.com/bsm/extsort"
)

// spoolMemory is how many bytes of rows a spool holds in memory.
const spoolMemory = 2 << 20

// spool sorts the rows of one dataset: it holds some of them in memory, the
// others in temporary files of folder that have no name where the system
// allows it. Rows that sort alike are put in the order of their bytes, so that
// the order in which they came never shows. Adding is safe for several
// goroutines; reading comes after, and stops with an error when ctx ends.
type spool[T any] struct {
	ctx          context.Context
	name, folder string
	fields       []sortField

	mu      sync.Mutex
	sorter  *extsort.Sorter // of keys and rows together, each with the length of its key
	data    []byte          // of the row that is added
	count   int
	catalog *catalog // of all rows, nil before the first is looked for
}

func newSpool[T any](ctx context.Context, folder string, set dataset[T]) *spool[T] {
	return &spool[T]{
		ctx: ctx, name: set.name, folder: folder, fields: set.sortFields(),
		sorter: extsort.New(&extsort.Options{WorkDir: folder, BufferSize: spoolMemory}),
	}
}

// add keeps a row.
func (s *spool[T]) add(row *T) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.catalog != nil {
		return fmt.Errorf("spool %s: a row comes after one was looked for", s.name)
	}
	value := reflect.ValueOf(row).Elem()
	s.data = appendSortKey(s.data[:0], value, s.fields)
	var length [binary.MaxVarintLen64]byte
	n := binary.PutUvarint(length[:], uint64(len(s.data)))
	s.data = appendRow(s.data, value)
	if err := s.sorter.Put(s.data, length[:n]); err != nil {
		return fmt.Errorf("spool %s: %w", s.name, err)
	}
	s.count++
	return nil
}

// rows yields the rows in their order. It must come after the last add.
func (s *spool[T]) rows() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for r, err := range s.records() {
			var row T
			if err == nil {
				err = decodeRow(r.row, reflect.ValueOf(&row).Elem())
			}
			if err != nil {
				err = fmt.Errorf("spool %s: %w", s.name, err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// record is a row as bytes, and what it sorts by.
type record struct{ key, row []byte }

// records yields the rows in their order; each holds until the next.
func (s *spool[T]) records() iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		sorted, err := s.sorter.Sort()
		if err != nil {
			yield(record{}, err)
			return
		}
		defer sorted.Close() //nolint:errcheck // what was read is read
		count := 0
		for sorted.Next() {
			if err := s.ctx.Err(); err != nil {
				yield(record{}, err)
				return
			}
			data := sorted.Data()
			length, _ := binary.Uvarint(sorted.Value())
			if count++; !yield(record{data[:length], data[length:]}, nil) {
				return
			}
		}
		if err := sorted.Err(); err != nil {
			yield(record{}, err)
		} else if count != s.count {
			yield(record{}, fmt.Errorf("%d of %d rows came back", count, s.count))
		}
	}
}

// find returns the first row whose first sort column is id. It must come after
// the last add.
func (s *spool[T]) find(id string) (row T, err error) {
	if s.catalog == nil {
		if s.catalog, err = newCatalog(s.folder, s.records()); err != nil {
			return row, fmt.Errorf("spool %s: %w", s.name, err)
		}
	}
	body, err := s.catalog.find(appendKey(nil, reflect.ValueOf(id)))
	switch {
	case err != nil:
		return row, fmt.Errorf("spool %s: %w", s.name, err)
	case body == nil:
		return row, fmt.Errorf("%q was never added", id)
	}
	if err := decodeRow(body, reflect.ValueOf(&row).Elem()); err != nil {
		return row, fmt.Errorf("spool %s: %w", s.name, err)
	}
	return row, nil
}

// remove deletes what the spool keeps, once.
func (s *spool[T]) remove() error {
	if s == nil || s.sorter == nil {
		return nil
	}
	err := s.sorter.Close()
	if s.catalog != nil {
		err = errors.Join(err, discard(s.catalog.file))
	}
	s.sorter, s.catalog = nil, nil
	return err
}
