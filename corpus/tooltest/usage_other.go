//go:build !unix

package tooltest

import (
	"testing"
	"time"
)

// CPUTime is what the process has used so far, user and system; 0 where the
// system does not say.
func CPUTime(testing.TB) time.Duration { return 0 }

// PeakMemory is the most memory that the process had resident so far, in bytes;
// 0 where the system does not say.
func PeakMemory(testing.TB) int64 { return 0 }
