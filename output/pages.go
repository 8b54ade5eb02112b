package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/parquet-go/parquet-go"
)

// pageMemory is how many bytes of packed pages of a column are held in memory.
const pageMemory = 256 << 10

// pagePool keeps the pages of a writer's open row group, which it can write
// only when the group is full: column follows column in the file. A column's
// pages stay in memory as long as they are few, and are in a temporary file of
// folder from then on.
type pagePool struct {
	folder string

	mu   sync.Mutex
	lent []*pages
	err  error // of the files given back, which the writer does not ask for
}

var _ parquet.BufferPool = (*pagePool)(nil)

// GetBuffer returns room for the pages of a column.
func (p *pagePool) GetBuffer() io.ReadWriteSeeker {
	p.mu.Lock()
	defer p.mu.Unlock()
	column := &pages{folder: p.folder}
	p.lent = append(p.lent, column)
	return column
}

// PutBuffer removes the file of pages that are no longer needed.
func (p *pagePool) PutBuffer(buffer io.ReadWriteSeeker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, column := range p.lent {
		if column == buffer {
			p.err = errors.Join(p.err, column.discard())
			p.lent = append(p.lent[:i], p.lent[i+1:]...)
			return
		}
	}
}

// close removes the files that are left after an error, and returns what went
// wrong with others before.
func (p *pagePool) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	err := p.err
	for _, column := range p.lent {
		err = errors.Join(err, column.discard())
	}
	p.lent, p.err = nil, nil
	return err
}

// pages are those of one column: in held at first, in file as soon as they are
// more than pageMemory. They are written, and then read from their start.
type pages struct {
	folder string
	held   []byte
	reader *bytes.Reader // of held, nil while it is written
	file   *os.File
}

// Write adds to the pages.
func (p *pages) Write(b []byte) (int, error) {
	if p.file == nil && len(p.held)+len(b) <= pageMemory {
		p.held, p.reader = append(p.held, b...), nil
		return len(b), nil
	}
	if p.file == nil {
		file, err := scratch(p.folder)
		if err != nil {
			return 0, err
		}
		p.file = file
		if _, err := file.Write(p.held); err != nil {
			return 0, fmt.Errorf("temporary file: %w", err)
		}
		p.held, p.reader = nil, nil
	}
	return p.file.Write(b)
}

// Read reads on from where Seek went.
func (p *pages) Read(b []byte) (int, error) {
	if p.file != nil {
		return p.file.Read(b)
	}
	return p.seeker().Read(b)
}

// Seek goes to a place to read from.
func (p *pages) Seek(offset int64, whence int) (int64, error) {
	if p.file != nil {
		return p.file.Seek(offset, whence)
	}
	return p.seeker().Seek(offset, whence)
}

func (p *pages) seeker() *bytes.Reader {
	if p.reader == nil {
		p.reader = bytes.NewReader(p.held)
	}
	return p.reader
}

// discard removes the file, if there is one.
func (p *pages) discard() error {
	if p.file == nil {
		return nil
	}
	return discard(p.file)
}
