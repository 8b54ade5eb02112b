//go:build unix

package folder

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// Lock locks a folder for as long as the file returned is open, which a
// killed process does not survive. If another process holds the lock, free is
// false.
func Lock(path string) (lock *os.File, free bool, err error) {
	lock, err = os.Open(path)
	if err != nil {
		return nil, false, err
	}
	err = syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		return nil, false, lock.Close()
	case errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS):
		return lock, true, nil // a file system without locks
	case err != nil:
		return nil, false, errors.Join(fmt.Errorf("lock %s: %w", path, err), lock.Close())
	default:
		return lock, true, nil
	}
}

// Sync makes the names in a folder last.
func Sync(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("sync %s: %w", path, err)
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("sync %s: %w", path, err)
	}
	return nil
}
