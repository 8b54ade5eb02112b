package eval

import (
	"math"
	"testing"
)

// The wanted ends are those of R's prop.test(x, n, correct = FALSE).
func TestWilson(t *testing.T) {
	for _, tt := range []struct {
		successes, trials int
		low, high         float64
	}{
		{0, 0, 0, 1}, {0, 10, 0, 0.2775}, {10, 10, 0.7225, 1}, {5, 10, 0.2366, 0.7634}, {81, 100, 0.7222, 0.8749}, {1, 60, 0.0030, 0.0886},
	} {
		low, high := Wilson(tt.successes, tt.trials)
		if math.Abs(low-tt.low) > 5e-4 || math.Abs(high-tt.high) > 5e-4 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", tt.successes, tt.trials, low, high, tt.low, tt.high)
		}
	}
}
