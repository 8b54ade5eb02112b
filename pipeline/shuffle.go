package pipeline

import (
	"context"
	"fmt"
	"os"
	"sync"

	"roleclaims/extract/contradict"
)

// GCPercent is what programs that run a pipeline set for the collector of
// garbage. Comparing makes much that is soon garbage beside little that stays:
// with the usual 100 a quarter of its time went to the collector. It costs
// memory: the heap grows to four times what is in use.
const GCPercent = 300

const (
	// shuffleParts is how many parts the records are divided into. Of ten million
	// records a part then has some 4 MB, which stay near while it is compared.
	shuffleParts = 512

	// chunkBytes is how much memory a part takes at a time: large enough that
	// writing and reading one is little beside what is in it, and small enough
	// that one a part is little memory. While all is in memory the first ones are
	// smaller, each twice as large as the one before.
	chunkBytes      = 8 << 10
	firstChunkBytes = 512

	// chunkRoom is what a chunk must have left for the next record. A longer
	// one gets more.
	chunkRoom = 256
)

// Shuffle gathers the records of any number of claims and has them compared
// part by part, in memory that does not grow with them: what exceeds a bound
// goes to a temporary file. What it finds depends neither on the bound nor on
// the order of records nor on workers.
type Shuffle struct {
	names *contradict.Names
	parts []part
	pairs contradict.Pairs
	held  int // bytes of records in memory
	most  int
	free  [][]byte // chunks to be used again

	temporary func() (*os.File, error)
	file      *os.File // nil before it is needed; not ours to close
	size      int64
}

// part is where the records of one part are: pieces in the file, then chunks
// in memory. Only the last chunk has room.
type part struct {
	pieces []piece
	chunks [][]byte
}

type piece struct {
	at   int64
	size int
}

// NewShuffle returns a shuffle that holds at most so many bytes of records.
// When they are more, temporary is called once for a file, which stays the
// caller's to close and remove.
func NewShuffle(most int, temporary func() (*os.File, error)) *Shuffle {
	return newShuffle(shuffleParts, most, temporary)
}

func newShuffle(parts, most int, temporary func() (*os.File, error)) *Shuffle {
	return &Shuffle{names: contradict.NewNames(), parts: make([]part, parts), pairs: contradict.Pairs{}, most: most, temporary: temporary}
}

// Add takes up a record; none of its strings is kept.
func (s *Shuffle) Add(r *contradict.Record) error {
	if r.Kind == contradict.Compared {
		s.pairs.Add(r)
		return nil
	}
	p := &s.parts[r.Part()%uint64(len(s.parts))]
	last := len(p.chunks) - 1
	if last < 0 || cap(p.chunks[last])-len(p.chunks[last]) < chunkRoom {
		if s.file != nil { // at once, while it is near
			if err := s.write(p); err != nil {
				return err
			}
		}
		p.chunks = append(p.chunks, s.chunk(len(p.chunks)))
		last = len(p.chunks) - 1
	}
	before := len(p.chunks[last])
	p.chunks[last] = s.names.Append(p.chunks[last], r)
	if s.held += len(p.chunks[last]) - before; s.held > s.most {
		return s.spill()
	}
	return nil
}

// chunk returns an empty one for a part that has so many.
func (s *Shuffle) chunk(have int) []byte {
	last := len(s.free) - 1
	switch {
	case last < 0 && s.file != nil:
		return make([]byte, 0, chunkBytes)
	case last < 0:
		return make([]byte, 0, min(firstChunkBytes<<min(have, 16), chunkBytes))
	}
	c := s.free[last]
	s.free = s.free[:last]
	return c
}

// spill writes what is held to the file.
func (s *Shuffle) spill() (err error) {
	if s.file == nil {
		if s.file, err = s.temporary(); err != nil {
			return fmt.Errorf("records: %w", err)
		}
	}
	for i := range s.parts {
		if err := s.write(&s.parts[i]); err != nil {
			return err
		}
	}
	return nil
}

// write writes what is held of a part to the file.
func (s *Shuffle) write(p *part) error {
	for _, c := range p.chunks {
		if _, err := s.file.WriteAt(c, s.size); err != nil {
			return fmt.Errorf("records: %w", err)
		}
		p.pieces = append(p.pieces, piece{s.size, len(c)})
		s.size += int64(len(c))
		s.held -= len(c)
		if len(s.free) < len(s.parts) && cap(c) >= chunkBytes {
			s.free = append(s.free, c[:0])
		}
	}
	clear(p.chunks) // or those that are not used again would stay
	p.chunks = p.chunks[:0]
	return nil
}

// Spilled returns how many bytes went to the file.
func (s *Shuffle) Spilled() int64 { return s.size }

// Detect compares the records and hands over what each part gives. It must
// come after the last Add.
func (s *Shuffle) Detect(ctx context.Context, env contradict.Env, workers int, take func(contradict.Result) error) error {
	if s.size > 0 { // or the parts that wait would hold what the first ones need
		if err := s.spill(); err != nil {
			return err
		}
		for i := range s.parts {
			s.parts[i].chunks = nil
		}
		s.free = nil
	}
	d := contradict.NewDetector(env, s.pairs)
	f := contradict.NewFold(s.names)
	for i := range s.parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.Reset()
		if err := s.fold(f, i, workers, nil); err != nil {
			return err
		}
		if err := take(d.Part(f)); err != nil {
			return err
		}
	}
	circling := d.Circling()
	if len(circling) == 0 {
		return nil
	}
	f.Reset()
	for i := range s.parts {
		if err := s.fold(f, i, workers, circling); err != nil {
			return err
		}
	}
	return take(d.Circles(f))
}

// minPieces is from how many pieces a worker on it is worth a fold of its own.
const minPieces = 256

// fold adds the records of a part, those under some keys only if keys is not
// nil. Several workers each fold some of the pieces, and the folds are merged.
func (s *Shuffle) fold(into *contradict.Fold, i, workers int, keys map[string]bool) error {
	p := &s.parts[i]
	workers = max(1, min(workers, len(p.pieces)/minPieces))
	folds := make([]*contradict.Fold, workers-1)
	failed := make([]error, workers-1)
	var wait sync.WaitGroup
	share := len(p.pieces) / workers
	for w := range folds {
		folds[w] = contradict.NewFold(s.names)
		wait.Go(func() { failed[w] = s.read(folds[w], p.pieces[w*share:(w+1)*share], keys) })
	}
	err := s.read(into, p.pieces[len(folds)*share:], keys)
	for _, c := range p.chunks {
		if err == nil {
			err = into.AddBlock(c, keys)
		}
	}
	wait.Wait()
	for w := range folds {
		if err == nil {
			err = failed[w]
		}
		into.Merge(folds[w])
	}
	if err != nil {
		return fmt.Errorf("records: %w", err)
	}
	return nil
}

// read folds pieces of the file.
func (s *Shuffle) read(into *contradict.Fold, pieces []piece, keys map[string]bool) error {
	var block []byte
	for _, p := range pieces {
		if cap(block) < p.size {
			block = make([]byte, p.size)
		}
		block = block[:p.size]
		if _, err := s.file.ReadAt(block, p.at); err != nil {
			return err
		}
		if err := into.AddBlock(block, keys); err != nil {
			return err
		}
	}
	return nil
}
