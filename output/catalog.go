package output

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"os"
	"sort"
)

// catalogBlock is how many bytes of a catalog, at most but for a long row, are
// read to find a row.
const catalogBlock = 4 << 10

// catalog finds rows by their keys: all of them stand in a temporary file, in
// the order of their keys, and of each block of it the first key in memory.
type catalog struct {
	file   *os.File
	size   int64
	blocks []block
	reader *bufio.Reader
	key    []byte
}

type block struct {
	first string // key
	at    int64
}

// newCatalog writes records, which come sorted, to a temporary file in folder.
func newCatalog(folder string, records iter.Seq2[record, error]) (*catalog, error) {
	file, err := scratch(folder)
	if err != nil {
		return nil, err
	}
	c := &catalog{file: file, reader: bufio.NewReaderSize(nil, catalogBlock)}
	if err := c.write(records); err != nil {
		return nil, errors.Join(err, discard(file))
	}
	return c, nil
}

func (c *catalog) write(records iter.Seq2[record, error]) error {
	buffer := bufio.NewWriterSize(c.file, 64<<10)
	var head []byte
	for r, err := range records {
		if err != nil {
			return err
		}
		if n := len(c.blocks); n == 0 || c.size-c.blocks[n-1].at >= catalogBlock {
			c.blocks = append(c.blocks, block{string(r.key), c.size})
		}
		head = binary.AppendUvarint(head[:0], uint64(len(r.key)))
		head = binary.AppendUvarint(head, uint64(len(r.row)))
		for _, part := range [][]byte{head, r.key, r.row} {
			n, err := buffer.Write(part)
			if err != nil {
				return err
			}
			c.size += int64(n)
		}
	}
	return buffer.Flush()
}

// find returns the first row whose key begins with prefix, nil for none.
func (c *catalog) find(prefix []byte) ([]byte, error) {
	// Where a block begins with such a key, an earlier one may end with it.
	i := sort.Search(len(c.blocks), func(i int) bool { return c.blocks[i].first >= string(prefix) })
	at := int64(0)
	if i > 0 {
		at = c.blocks[i-1].at
	}
	c.reader.Reset(io.NewSectionReader(c.file, at, c.size-at))
	for {
		key, err := binary.ReadUvarint(c.reader)
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		row, err := binary.ReadUvarint(c.reader)
		if err != nil {
			return nil, err
		}
		c.key = append(c.key[:0], make([]byte, key)...)
		if _, err := io.ReadFull(c.reader, c.key); err != nil {
			return nil, err
		}
		switch {
		case bytes.HasPrefix(c.key, prefix):
			body := make([]byte, row)
			_, err := io.ReadFull(c.reader, body)
			return body, err
		case bytes.Compare(c.key, prefix) > 0:
			return nil, nil
		}
		if _, err := c.reader.Discard(int(row)); err != nil {
			return nil, err
		}
	}
}
