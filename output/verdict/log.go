package verdict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"roleclaims/corpus/folder"
)

// File returns where the verdicts on a run are kept unless another place is
// named: beside its folder, so that a run that replaces it leaves them alone.
func File(run string) string { return filepath.Clean(run) + ".verdicts.jsonl" }

// Unread is a line of a file that is no verdict. It stays in the file.
type Unread struct {
	File   string
	Line   int
	Reason string
}

// String says where the line is and what is wrong with it.
func (u Unread) String() string { return fmt.Sprintf("%s:%d: %s", u.File, u.Line, u.Reason) }

// Load reads a file of verdicts; one that is not there has none.
func Load(path string) ([]Entry, []Unread, error) {
	body, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read verdicts: %w", err)
	}
	entries, unread := parse(path, body, 0)
	return entries, unread, nil
}

// parse reads whole lines and a last one without an end.
func parse(path string, body []byte, before int) (entries []Entry, unread []Unread) {
	for i, line := range bytes.Split(body, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var e Entry
		err := json.Unmarshal(line, &e)
		if err == nil {
			err = e.Validate()
		}
		if err != nil {
			unread = append(unread, Unread{path, before + i + 1, err.Error()})
			continue
		}
		entries = append(entries, e)
	}
	return entries, unread
}

// Log is a file of verdicts that is being written. Its methods may be called
// by several goroutines; what other programs append shows with the next call.
type Log struct {
	path string

	mu      sync.Mutex
	file    *os.File
	size    int64 // bytes read
	lines   int
	entries []Entry
	unread  []Unread
}

// OpenLog opens a file of verdicts for writing, making it where it is not there.
func OpenLog(path string) (*Log, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return nil, fmt.Errorf("open verdicts: %w", err)
	}
	l := &Log{path: path, file: file}
	if err := errors.Join(folder.Sync(filepath.Dir(path)), l.refresh()); err != nil {
		return nil, errors.Join(fmt.Errorf("open verdicts: %w", err), file.Close())
	}
	return l, nil
}

// refresh reads what was appended since it was last called, up to the last
// line end; a file that was cut or replaced by a shorter one is read anew.
func (l *Log) refresh() error {
	info, err := l.file.Stat()
	if err != nil {
		return err
	}
	if info.Size() < l.size {
		l.size, l.lines, l.entries, l.unread = 0, 0, nil, nil
	}
	if info.Size() == l.size {
		return nil
	}
	body := make([]byte, info.Size()-l.size)
	n, err := l.file.ReadAt(body, l.size)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	body = body[:bytes.LastIndexByte(body[:n], '\n')+1]
	entries, unread := parse(l.path, body, l.lines)
	l.entries, l.unread = append(l.entries, entries...), append(l.unread, unread...)
	l.size += int64(len(body))
	l.lines += bytes.Count(body, []byte("\n"))
	return nil
}

// Entries returns all verdicts of the file, and the lines that are none. The
// slices are not to be changed.
func (l *Log) Entries() ([]Entry, []Unread, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.refresh(); err != nil {
		return nil, nil, fmt.Errorf("read verdicts: %w", err)
	}
	return l.entries, l.unread, nil
}

// Append adds one step: entries made from those so far, with one time after
// all of theirs. When it returns without an error, they are on the disk. It
// returns all entries, those of the step last.
func (l *Log) Append(now time.Time, step func(all []Entry) ([]Entry, error)) (all []Entry, added int, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.refresh(); err != nil {
		return nil, 0, fmt.Errorf("read verdicts: %w", err)
	}
	entries, err := step(l.entries)
	if err != nil || len(entries) == 0 {
		return l.entries, 0, err
	}
	body, err := l.encode(now.UTC(), entries)
	if err != nil {
		return nil, 0, err
	}
	if _, err := l.file.Write(body); err != nil {
		return nil, 0, fmt.Errorf("write verdicts: %w", err)
	}
	if err := l.file.Sync(); err != nil {
		return nil, 0, fmt.Errorf("write verdicts: %w", err)
	}
	if err := l.refresh(); err != nil {
		return nil, 0, fmt.Errorf("read verdicts: %w", err)
	}
	return l.entries, len(entries), nil
}

// encode stamps the entries and returns their lines. A line that a crash cut
// short is ended first, so that it spoils no other.
func (l *Log) encode(now time.Time, entries []Entry) ([]byte, error) {
	for _, e := range l.entries {
		if !now.After(e.Time) {
			now = e.Time.Add(time.Microsecond)
		}
	}
	var body bytes.Buffer
	if info, err := l.file.Stat(); err != nil {
		return nil, fmt.Errorf("write verdicts: %w", err)
	} else if info.Size() > l.size {
		body.WriteByte('\n')
	}
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	for _, e := range entries {
		e.Time = now
		if err := e.Validate(); err != nil {
			return nil, fmt.Errorf("verdict on %.40q: %w", e.Contradiction, err)
		}
		if err := encoder.Encode(e); err != nil {
			return nil, fmt.Errorf("write verdicts: %w", err)
		}
	}
	return body.Bytes(), nil
}

// Close closes the file. All that Append took is in it already.
func (l *Log) Close() error { return l.file.Close() }
