package warc

import (
	"errors"
	"strings"
)

// The types of record that this program reads or writes.
const (
	Info     = "warcinfo"
	Response = "response"
	Revisit  = "revisit"
	Resource = "resource"
)

// Why a record, or a body, can't be used.
var (
	// ErrTooLarge says that a record, or a body when unpacked, is over the limit.
	ErrTooLarge = errors.New("over the limit")
	// ErrDamaged says that a record or a body is not what its head says.
	ErrDamaged = errors.New("damaged")
)

// Record is one record of an archive.
type Record struct {
	Type  string            // "response", "warcinfo", ... in lower case
	URI   string            // WARC-Target-URI without angle brackets, "" where there is none
	Date  string            // WARC-Date, RFC 3339
	Other map[string]string // the other named fields; lengths, digests of the block and the id are written without being given
	Block []byte
}

// Field returns one of the other named fields, in any case of letters, or "".
func (r *Record) Field(name string) string {
	for key, value := range r.Other {
		if strings.EqualFold(key, name) {
			return value
		}
	}
	return ""
}
