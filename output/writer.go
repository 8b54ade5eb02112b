package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"reflect"

	"github.com/parquet-go/parquet-go"
)

// writeDataset writes rows, which come sorted, to folder and describes the
// file written.
func writeDataset[T any](folder string, set dataset[T], rows iter.Seq2[T, error]) (DatasetInfo, error) {
	info := DatasetInfo{Name: set.name, File: set.name + ".parquet"}
	file, err := os.Create(filepath.Join(folder, info.File))
	if err != nil {
		return info, fmt.Errorf("write %s: %w", set.name, err)
	}
	defer file.Close() // again after the checked one below, which does no harm

	hash := sha256.New()
	size := &counter{}
	pool := &pagePool{folder: folder}
	defer pool.close() //nolint:errcheck // again after the checked one below
	writer := parquet.NewGenericWriter[T](io.MultiWriter(file, hash, size), set.writerOptions(pool)...)
	stats := newColumnStats(reflect.TypeFor[T](), set.wide)
	batch := make([]T, 0, 512)
	flush := func() error {
		_, err := writer.Write(batch)
		info.Rows += int64(len(batch))
		batch = batch[:0]
		return err
	}
	for row, err := range rows {
		if err != nil {
			return info, fmt.Errorf("write %s: %w", set.name, err)
		}
		stats.add(reflect.ValueOf(&row).Elem())
		if batch = append(batch, row); len(batch) == cap(batch) {
			if err := flush(); err != nil {
				return info, fmt.Errorf("write %s: %w", set.name, err)
			}
		}
	}
	for _, step := range []func() error{flush, writer.Close, pool.close, file.Sync, file.Close} {
		if err := step(); err != nil {
			return info, fmt.Errorf("write %s: %w", set.name, err)
		}
	}
	info.Bytes, info.SHA256, info.Columns = size.n, hex.EncodeToString(hash.Sum(nil)), stats.infos()
	return info, nil
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
