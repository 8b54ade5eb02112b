package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// digest identifies a set of inputs, in whatever order they come: the sum of
// their hashes modulo 2^256. So the digest of merged runs is that of one run.
type digest [sha256.Size]byte

// add adds another digest, or the hash of one input.
func (d *digest) add(other [sha256.Size]byte) {
	carry := 0
	for i := len(d) - 1; i >= 0; i-- {
		sum := int(d[i]) + int(other[i]) + carry
		d[i], carry = byte(sum), sum>>8
	}
}

func (d *digest) String() string { return hex.EncodeToString(d[:]) }

// readDigest is the reverse of String.
func readDigest(text string) (digest, error) {
	var d digest
	if n, err := hex.Decode(d[:], []byte(text)); err != nil || n != len(d) || len(text) != hex.EncodedLen(n) {
		return d, fmt.Errorf("%q is no digest of inputs", text)
	}
	return d, nil
}
