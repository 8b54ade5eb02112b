package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"roleclaims": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode": exitCode,
			"oneline":  oneLineOnly,
			"glob":     glob,
			"website":  serveWebsite,
			"requests": wantRequests,
		},
	})
}

// exitCode runs a command that must exit with the code given.
func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%s exited %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// oneLineOnly wants an output of one line.
func oneLineOnly(ts *testscript.TestScript, _ bool, args []string) {
	if text := ts.ReadFile(args[0]); strings.Count(text, "\n") != 1 || !strings.HasSuffix(text, "\n") {
		ts.Fatalf("%s is not one line: %q", args[0], text)
	}
}

// glob wants a pattern to match exactly the names after it, hidden ones
// included.
func glob(ts *testscript.TestScript, _ bool, args []string) {
	got, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	for i := range got {
		got[i] = filepath.Base(got[i])
	}
	if !slices.Equal(got, args[1:]) {
		ts.Fatalf("%s matches %v, want %v", args[0], got, args[1:])
	}
}

// roleclaims prepares the command as users run it, in a folder.
func roleclaims(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("roleclaims", args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, envPrefix) })
	return cmd
}
