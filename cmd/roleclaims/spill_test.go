package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"roleclaims/corpus/tooltest"
)

// TestSpillIsGone ends runs that hold records in a temporary file: by a signal
// that they see, by one that they can't, and by their end. No file is left.
func TestSpillIsGone(t *testing.T) {
	if runtime.GOOS != "linux" {
		tooltest.Missing(t, "/proc, where open files are looked up")
	}
	for _, end := range []syscall.Signal{syscall.SIGINT, syscall.SIGKILL, 0} {
		t.Run(end.String(), func(t *testing.T) {
			dir, temp := t.TempDir(), t.TempDir()
			cmd := roleclaims(dir, "run", "-", "--out", "out", "--memory", "1", "--temp", temp)
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			spilled := make(chan bool)
			go func() { spilled <- awaitFile(cmd.Process.Pid, temp) }()
			writing := true
			for n := 0; writing; n++ {
				select {
				case ok := <-spilled:
					if !ok {
						t.Fatal("no temporary file within 60 s")
					}
					writing = false
				default:
					if _, err := fmt.Fprintln(stdin, dense(n)); err != nil {
						t.Fatal(err)
					}
				}
			}
			if end == 0 {
				err = stdin.Close()
			} else {
				err = cmd.Process.Signal(end)
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Wait(); (err == nil) != (end == 0) {
				t.Errorf("the run ended with %v", err)
			}
			onlyRun(t, temp)
			if end == syscall.SIGINT {
				onlyRun(t, dir)
			}
		})
	}
}

// dense is a JSON line with an article of many claims.
func dense(n int) string {
	var text strings.Builder
	for i := range 100 {
		fmt.Fprintf(&text, "The CTO leads the team of branch %d%02d. ", n, i)
	}
	return fmt.Sprintf(`{"url": "https://s%d.example/", "text": %q}`, n, text.String())
}

// awaitFile waits until a process has a file in folder open.
func awaitFile(pid int, folder string) bool {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		open, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", pid))
		for _, fd := range open {
			if to, err := os.Readlink(fd); err == nil && strings.HasPrefix(to, folder) {
				return true
			}
		}
	}
	return false
}
