package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"roleclaims/pipeline"
)

func TestExitCodes(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  error
		want int
	}{
		{"misuse", classify(pipeline.Misuse{Err: errors.New("no such folder")}), exitUsage},
		{"cobra's own", errors.New("unknown flag"), exitUsage},
		{"full disk", classify(errors.New("no space left on device")), exitInternal},
		{"interrupted", classify(fmt.Errorf("analyse: %w", context.Canceled)), exitInterrupted},
		{"findings", outcome{exitFindings, "severe"}, exitFindings},
		{"rejects", outcome{exitRejects, "rejected"}, exitRejects},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := judgeError(tt.err); got != tt.want {
				t.Errorf("exit code of %v is %d, want %d", tt.err, got, tt.want)
			}
		})
	}
}

func TestABugIsNoMisuse(t *testing.T) {
	var said bytes.Buffer
	code := execute(t.Context(), []string{"version"}, terminal{strings.NewReader(""), nil, &said}) // nil panics when it is written to
	if code != exitInternal || !strings.Contains(said.String(), "this is a bug") {
		t.Errorf("exit code %d, said %q", code, said.String())
	}
}
