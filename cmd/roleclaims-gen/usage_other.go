//go:build !unix

package main

import (
	"errors"
	"time"
)

var errNoUsage = errors.New("this system does not say what a process uses")

func cpuTime() (time.Duration, error) { return 0, errNoUsage }

func peakMemory() (int64, error) { return 0, errNoUsage }
