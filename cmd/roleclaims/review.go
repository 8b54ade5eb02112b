package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"time"

	"github.com/spf13/cobra"

	"roleclaims/output"
	"roleclaims/output/review"
	"roleclaims/output/verdict"
	"roleclaims/pipeline"
)

func newReview(t terminal) *cobra.Command {
	var file, reviewer string
	var port int
	cmd := &cobra.Command{
		Use:   "review RUN",
		Short: "Judge the contradictions of a run in the browser",
		Long: `Review shows the report of a run in the browser of this machine and takes verdicts
on its contradictions: confirmed, dismissed with a reason, unsure, a note. Each
verdict has a key; the filters make a queue. No other machine can reach it, and
the address that it prints works until it ends.

Verdicts go to a file of JSON lines that is only appended to, beside the run's
folder, so that a run in its place (run --force) leaves them alone. They hold in
the next run as long as the words on both sides stay the same; verdicts stats
says how many do. Ctrl-C ends the review; every verdict that was shown as kept is
on the disk.`,
		Example: `  roleclaims review out/mine
  roleclaims review out/mine --reviewer ann --verdicts ann.jsonl`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if port < 0 || port > 65535 {
				return fmt.Errorf("--port %d is no port", port)
			}
			run, err := output.Open(args[0])
			if err != nil {
				return pipeline.Misuse{Err: err}
			}
			if file == "" {
				file = verdict.File(run.Dir)
			}
			server, err := review.New(cmd.Context(), run, review.Config{Verdicts: file, Reviewer: reviewer, Now: time.Now})
			if err != nil {
				return pipeline.Misuse{Err: err}
			}
			listener, err := review.Listen(port)
			if err != nil {
				return errors.Join(err, server.Close())
			}
			fmt.Fprintf(t.err, "open      http://%s%s\nverdicts  %s, as %s\nend       Ctrl-C\n", listener.Addr(), server.StartPath(), file, reviewer)
			if err := errors.Join(server.Serve(cmd.Context(), listener), server.Close()); err != nil {
				return internalError{err}
			}
			return sayKept(t.err, file)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&file, "verdicts", "", "`FILE` that verdicts are appended to; RUN.verdicts.jsonl without it")
	flags.StringVar(&reviewer, "reviewer", userName(), "`NAME` that verdicts are given in")
	flags.IntVar(&port, "port", 0, "`PORT` to listen on; 0 takes a free one")
	return cmd
}

// userName is what the machine calls its user.
func userName() string {
	if name := os.Getenv("USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "reviewer"
}

// sayKept tells how many verdicts stand in a file, and what to do with them.
func sayKept(w io.Writer, file string) error {
	entries, unread, err := verdict.Load(file)
	if err != nil {
		return internalError{err}
	}
	fmt.Fprintf(w, "kept      %s in %s; roleclaims verdicts export puts them into the report\n", plural(len(verdict.Fold(entries)), "1 verdict", "%d verdicts"), file)
	warnUnread(w, unread)
	return nil
}

// warnUnread names lines that are no verdicts.
func warnUnread(w io.Writer, unread []verdict.Unread) {
	for _, u := range unread {
		fmt.Fprintf(w, "left out  %s\n", oneLine(u.String(), 200))
	}
}
