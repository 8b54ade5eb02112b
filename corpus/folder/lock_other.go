//go:build !unix

package folder

import "os"

// Lock marks a folder as in use. Without advisory locks two processes on one
// folder at a time are not found out.
func Lock(string) (lock *os.File, free bool, err error) {
	lock, err = os.Open(os.DevNull)
	return lock, err == nil, err
}

// Sync does nothing where folders can't be synced.
func Sync(string) error { return nil }
