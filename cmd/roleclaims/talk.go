package main

import (
	"io"
	"log/slog"
	"os"

	"github.com/spf13/pflag"
	"golang.org/x/term"
)

// talk says how a command talks on the error stream.
type talk struct{ logLevel, logFormat, color choice }

func (k *talk) register(flags *pflag.FlagSet) {
	k.logLevel = choice{"warn", []string{"debug", "info", "warn", "error"}}
	k.logFormat = choice{"text", []string{"text", "json"}}
	k.color = newColor()
	flags.Var(&k.logLevel, "log-level", "what is logged: debug, info, warn or error")
	flags.Var(&k.logFormat, "log-format", "how logs look: text or json")
	flags.Var(&k.color, "color", "colour on the error stream: auto, always or never")
}

// logger returns the log that the flags ask for.
func (k *talk) logger(w io.Writer) *slog.Logger {
	var level slog.Level
	// The flag allows only words that slog knows.
	if err := level.UnmarshalText([]byte(k.logLevel.value)); err != nil {
		panic(err)
	}
	options := &slog.HandlerOptions{Level: level}
	if k.logFormat.value == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

// style returns how text is set off on the error stream.
func (k *talk) style(w io.Writer, env func(string) (string, bool)) style {
	if colored(k.color.value, w, env) {
		return ansi
	}
	return plain
}

func onTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// colored follows the conventions of no-color.org where the user left it open.
func colored(choice string, w io.Writer, env func(string) (string, bool)) bool {
	if choice != "auto" {
		return choice == "always"
	}
	noColor, _ := env("NO_COLOR")
	kind, _ := env("TERM")
	return noColor == "" && kind != "dumb" && onTerminal(w)
}
