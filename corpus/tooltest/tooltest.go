// Package tooltest ends tests that lack a tool, and tells them what they used of
// the machine. It knows no tool by itself.
package tooltest

import (
	"fmt"
	"os"
	"testing"
)

// Missing ends a test that lacks something: it is skipped, and where CI is
// "true" it fails, since everything is promised there.
func Missing(t testing.TB, format string, args ...any) {
	t.Helper()
	what := fmt.Sprintf(format, args...)
	if os.Getenv("CI") == "true" {
		t.Fatalf("MISSING IN CI: %s", what)
	}
	t.Skipf("SKIPPED, NOT TESTED: %s", what)
}
