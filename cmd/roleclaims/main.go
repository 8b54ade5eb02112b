// Command roleclaims reads articles that compare job roles, finds what each
// says about every role, and writes datasets and a report of where they
// contradict each other. The package holds flags, exit codes and talk; the
// work is pipeline's.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"roleclaims/pipeline"
)

func main() {
	if os.Getenv("GOGC") == "" { // or it is the user's
		debug.SetGCPercent(pipeline.GCPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// After the first signal a run cleans up; a second one kills it.
	context.AfterFunc(ctx, stop)
	os.Exit(execute(ctx, os.Args[1:], terminal{os.Stdin, os.Stdout, os.Stderr}))
}
