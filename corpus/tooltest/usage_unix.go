//go:build unix

package tooltest

import (
	"runtime"
	"syscall"
	"testing"
	"time"
)

// CPUTime is what the process has used so far, user and system; 0 where the
// system does not say.
func CPUTime(t testing.TB) time.Duration {
	t.Helper()
	u := usage(t)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// PeakMemory is the most memory that the process had resident so far, in bytes;
// 0 where the system does not say.
func PeakMemory(t testing.TB) int64 {
	t.Helper()
	most := int64(usage(t).Maxrss)
	if runtime.GOOS == "darwin" {
		return most
	}
	return most << 10
}

func usage(t testing.TB) (u syscall.Rusage) {
	t.Helper()
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return u
}
