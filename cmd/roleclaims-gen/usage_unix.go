//go:build unix

package main

import (
	"runtime"
	"syscall"
	"time"
)

// cpuTime is what the process has used so far, user and system.
func cpuTime() (time.Duration, error) {
	var u syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), err
}

// peakMemory is the most memory that the process had resident, in bytes.
func peakMemory() (int64, error) {
	var u syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss), err
	}
	return int64(u.Maxrss) << 10, err
}
