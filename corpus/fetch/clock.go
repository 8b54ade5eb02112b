package fetch

import (
	"context"
	"time"
)

// Clock tells and passes time between requests; the timeout of a request is
// the network's own.
type Clock interface {
	Now() time.Time
	// Sleep waits until the time, or until ctx ends, whose error it returns.
	Sleep(ctx context.Context, until time.Time) error
}

// systemClock is the real one.
type systemClock struct{}

// Now returns the time.
func (systemClock) Now() time.Time { return time.Now() }

// Sleep waits.
func (systemClock) Sleep(ctx context.Context, until time.Time) error {
	wait := time.Until(until)
	if wait <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
