package output

import (
	"fmt"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
)

// compression is parquet-go's zstd, byte for byte, in less memory: one encoder
// a dataset in place of one a processor, which keeps no more than what it
// looks back on.
type compression struct {
	compress.Codec
	encoder *zstd.Encoder
}

func newCompression() *compression {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true), zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false))
	if err != nil {
		panic(fmt.Sprintf("output: zstd: %v", err)) // no such settings: they never change
	}
	return &compression{&parquet.Zstd, encoder}
}

// Encode appends src, compressed, to dst emptied.
func (c *compression) Encode(dst, src []byte) ([]byte, error) {
	return c.encoder.EncodeAll(src, dst[:0]), nil
}
