package fetch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"roleclaims/corpus/folder"
	"roleclaims/corpus/warc"
)

// journalFile names the journal of a store. Without an ending it is no input.
const journalFile = "journal"

// maxBatch is how many commits share one sync at most, and so how many records
// a kill may leave that no line names.
const maxBatch = 16

// Store is a folder of archives with a journal. A record is in the store once
// its line is in the journal, on disk; what an archive holds beyond the last
// such record is cut off when the store is opened.
type Store struct {
	dir     string
	lock    *os.File
	journal *os.File
	archive *archive
	queue   chan *commit
	ended   chan struct{} // closed when the writer has ended

	mu     sync.Mutex
	ledger *ledger
	asks   []*Ask // not yet in the journal
}

// IsStore reports whether a folder is a store.
func IsStore(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, journalFile))
	return err == nil && info.Mode().IsRegular()
}

// Open opens a store to write to, and makes one if there is none. It mends
// what a killed process left. A store that another process writes to is an
// error, and so is a folder of other things.
func Open(dir string) (*Store, error) {
	if err := usable(dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	lock, free, err := folder.Lock(dir)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	if !free {
		return nil, fmt.Errorf("the store %s is in use by another process: wait for it, or name another store", dir)
	}
	s := &Store{dir: dir, lock: lock, ledger: newLedger(), queue: make(chan *commit), ended: make(chan struct{})}
	if err := s.mend(); err != nil {
		if s.journal != nil {
			err = errors.Join(err, s.journal.Close())
		}
		return nil, errors.Join(fmt.Errorf("store %s: %w", dir, err), lock.Close())
	}
	go s.write()
	return s, nil
}

// View opens a store to read from, which another process may be writing to.
func View(dir string) (*Store, error) {
	journal, err := os.ReadFile(filepath.Join(dir, journalFile))
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	s := &Store{dir: dir, ledger: newLedger()}
	if _, err := s.ledger.replay(journal); err != nil {
		return nil, fmt.Errorf("store %s: %w", dir, err)
	}
	return s, nil
}

// usable refuses a folder that holds something else than a store.
func usable(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("store: %w", err)
	case len(entries) > 0 && !IsStore(dir):
		return fmt.Errorf("%s is no store of pages and not empty: name another folder", dir)
	}
	return nil
}

// mend reads the journal, cuts off what was not finished, and opens the files
// to append to.
func (s *Store) mend() error {
	var err error
	if s.journal, err = os.OpenFile(filepath.Join(s.dir, journalFile), os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return err
	}
	text, err := io.ReadAll(s.journal)
	if err != nil {
		return err
	}
	sound, err := s.ledger.replay(text)
	if err != nil {
		return err
	}
	if err := s.journal.Truncate(sound); err != nil {
		return err
	}
	if _, err := s.journal.Seek(sound, io.SeekStart); err != nil {
		return err
	}
	if s.archive, err = openArchive(s.dir, s.ledger.ends); err != nil {
		return err
	}
	return folder.Sync(s.dir)
}

// Close ends the writing. Commits that are under way are finished.
func (s *Store) Close() error {
	if s.journal == nil {
		return nil // it was only read
	}
	close(s.queue)
	<-s.ended
	return errors.Join(s.flush(nil), s.archive.close(), s.journal.Close(), s.lock.Close())
}

// commit is an entry on its way to the disk, with its record if it has one.
type commit struct {
	entry  *Entry
	record *warc.Record
	done   chan error // takes one answer, without a receiver
}

// commit puts an entry into the store, and its record if it has one. When it
// returns without an error, both last.
func (s *Store) commit(entry *Entry, record *warc.Record) error {
	c := &commit{entry, record, make(chan error, 1)}
	s.queue <- c
	return <-c.done
}

// write takes commits, those that wait together, so that many hosts share one
// sync. After an error nothing is written any more.
func (s *Store) write() {
	defer close(s.ended)
	var broken error
	for c := range s.queue {
		batch := []*commit{c}
		for len(batch) < maxBatch {
			more, ok := s.waiting()
			if !ok {
				break
			}
			batch = append(batch, more)
		}
		if broken == nil {
			broken = s.writeAll(batch)
		}
		for _, c := range batch {
			c.done <- broken
		}
	}
}

// waiting returns a commit that waits.
func (s *Store) waiting() (*commit, bool) {
	select {
	case c, open := <-s.queue:
		return c, open
	default:
		return nil, false
	}
}

// writeAll writes records, then the lines of the journal, each synced.
func (s *Store) writeAll(batch []*commit) error {
	wrote := false
	for _, c := range batch {
		if c.record == nil {
			continue
		}
		place, err := s.archive.append(c.record)
		if err != nil {
			return fmt.Errorf("store %s: %w", s.dir, err)
		}
		c.entry.Record = place
		wrote = true
	}
	if wrote {
		if err := s.archive.sync(); err != nil {
			return fmt.Errorf("store %s: %w", s.dir, err)
		}
	}
	if err := s.flush(batch); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range batch {
		s.ledger.answer(c.entry)
	}
	return nil
}

// flush writes the asks that wait, and the entries of a batch, to the journal.
func (s *Store) flush(batch []*commit) error {
	s.mu.Lock()
	asks := s.asks
	s.asks = nil
	s.mu.Unlock()
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	var err error
	for _, ask := range asks {
		err = errors.Join(err, encoder.Encode(line{Ask: ask}))
	}
	for _, c := range batch {
		err = errors.Join(err, encoder.Encode(line{Answer: c.entry}))
	}
	if err == nil && text.Len() > 0 {
		_, err = s.journal.Write(text.Bytes())
	}
	if err == nil && text.Len() > 0 {
		err = s.journal.Sync()
	}
	if err != nil {
		return fmt.Errorf("store %s: %w", s.dir, err)
	}
	return nil
}

// ask notes an address that is wanted; the journal has it no later than the
// next entry.
func (s *Store) ask(a Ask) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known := s.ledger.asked[a.URL]; known != nil && known.Depth <= a.Depth {
		return
	}
	s.asks = append(s.asks, &a)
	own := a
	s.ledger.ask(&own)
}

// latest returns the page of an address, or else its last answer; nil for none.
func (s *Store) latest(address string) *Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ledger.answers[address]
}
