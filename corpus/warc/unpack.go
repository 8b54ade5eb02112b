package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// What no article needs: a body that unpacks to more than maxRatio times its
// size, beyond the first freeRatio bytes, and more than maxCodings layers.
const (
	maxRatio   = 200
	freeRatio  = 1 << 20
	maxCodings = 3
)

// Unpacked undoes the content codings of the body (gzip, deflate, br, zstd). A
// body that is not gzipped though its header says so was unpacked by whoever
// wrote the archive. The error is ErrTooLarge for what is over limit bytes when
// unpacked, or swells as no text does, and ErrDamaged for all else.
func (a *Answer) Unpacked(limit int64) ([]byte, error) {
	codings := a.Header.Get("Content-Encoding")
	if strings.HasSuffix(strings.ToLower(codings), "gzip") && !bytes.HasPrefix(a.Body, []byte("\x1f\x8b")) {
		codings = ""
	}
	var out bytes.Buffer
	if err := Unpack(&out, bytes.NewReader(a.Body), codings, limit); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Unpack copies a body from r to w and undoes its codings, a list as in the
// header Content-Encoding. It stops reading as soon as a limit is passed, so
// that a small body which swells costs nothing. Its errors are those of
// Unpacked, or those of r and w.
func Unpack(w io.Writer, r io.Reader, codings string, limit int64) error {
	packed := &counter{r: r}
	unpacked, err := unpacker(packed, codings)
	switch {
	case packed.err != nil:
		return packed.err
	case err != nil && errors.Is(err, io.EOF) && packed.n == 0:
		return nil // nothing, whatever its coding
	case err != nil:
		return err
	}
	buffer := make([]byte, 32<<10)
	for total := int64(0); ; {
		n, err := unpacked.Read(buffer)
		total += int64(n)
		switch {
		case total > limit:
			return fmt.Errorf("body: %w of %d bytes", ErrTooLarge, limit)
		case total > freeRatio && total > maxRatio*packed.n:
			return fmt.Errorf("body: %w: %d bytes unpack to %d and more", ErrTooLarge, packed.n, total)
		}
		if _, err := w.Write(buffer[:n]); err != nil {
			return err
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil && packed.err != nil:
			return packed.err
		case err != nil:
			return fmt.Errorf("%w: body: %w", ErrDamaged, err)
		}
	}
}

// unpacker undoes codings, the last one given first.
func unpacker(r io.Reader, codings string) (io.Reader, error) {
	names := strings.FieldsFunc(strings.ToLower(codings), func(c rune) bool { return c == ',' || c == ' ' || c == '\t' })
	if len(names) > maxCodings {
		return nil, fmt.Errorf("%w: body: %d codings, one over the other", ErrDamaged, len(names))
	}
	for i := len(names) - 1; i >= 0; i-- {
		var err error
		switch names[i] {
		case "identity", "none", "utf-8", "binary": // the last three by mistake
		case "gzip", "x-gzip":
			r, err = gzip.NewReader(r)
		case "deflate":
			r, err = inflater(r)
		case "br":
			r = brotli.NewReader(r)
		case "zstd":
			r, err = zstdReader(r)
		default:
			err = fmt.Errorf("the coding %.20q is not known", names[i])
		}
		if err != nil {
			return nil, fmt.Errorf("%w: body: %w", ErrDamaged, err)
		}
	}
	return r, nil
}

// inflater reads what servers call deflate: zlib, or bare deflate.
func inflater(r io.Reader) (io.Reader, error) {
	src := bufio.NewReader(r)
	if head, err := src.Peek(2); err == nil && head[0]&0x0f == 8 && (int(head[0])<<8+int(head[1]))%31 == 0 {
		return zlib.NewReader(src)
	}
	return flate.NewReader(src), nil
}

// zstdReader reads on the caller's goroutine, with the window that browsers
// allow.
func zstdReader(r io.Reader) (io.Reader, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20))
}

// counter counts the bytes read, and keeps the error that is not the end.
type counter struct {
	r   io.Reader
	n   int64
	err error
}

// Read reads on.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}
