package main

import (
	"runtime"
	"strings"
	"testing"

	"roleclaims/corpus/tooltest"
)

// The measurement finds what is planted among the claims, in memory and from
// a temporary file alike.
func TestBench(t *testing.T) {
	if runtime.GOOS == "windows" {
		tooltest.Missing(t, "getrusage")
	}
	code, said := run(t, "bench", "2000", "50000", "--memory", "1", "--workers", "2")
	if code != 0 {
		t.Fatalf("exit code %d: %s", code, said)
	}
	t.Log("\n" + said)
	if lines := strings.Split(strings.TrimSpace(said), "\n"); len(lines) != 3 {
		t.Errorf("%d lines, want a head and two", len(lines))
	}
	if code, said := run(t, "bench", "10"); code != exitUsage || !strings.Contains(said, "want 1000 or more") {
		t.Errorf("exit code %d, said %q", code, said)
	}
}
