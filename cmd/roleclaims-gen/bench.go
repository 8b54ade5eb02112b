package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
	gazetteer "roleclaims/extract/place"
	"roleclaims/pipeline"
)

func newBench(out io.Writer) *cobra.Command {
	var seed uint64
	var memory, workers int
	var temp string
	cmd := &cobra.Command{
		Use:   "bench N...",
		Short: "Measure the detection of contradictions among N claims",
		Long: `Bench makes N claims, has them compared as roleclaims run does, and prints a line for
each N: CPU seconds of the process (user and system) without those of making the
claims, which are measured in a run of their own; the peak of its memory so far; and how
much of what was planted was found. Give the numbers in rising order.

Exit code 1: something planted was not found, or a trap was sprung.`,
		Example: "  roleclaims-gen bench 10000 100000 1000000",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var sizes []int
			for _, arg := range args {
				n, err := count(arg, 1000)
				if err != nil {
					return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
				}
				sizes = append(sizes, n)
			}
			if memory < 1 || workers < 1 {
				return fmt.Errorf("--memory %d --workers %d: want 1 or more", memory, workers)
			}
			if os.Getenv("GOGC") == "" { // or it is the user's
				debug.SetGCPercent(pipeline.GCPercent) // as roleclaims does
			}
			lex, err := lexicon.Load(nil)
			if err != nil {
				return internalError{err}
			}
			b := bench{seed: seed, memory: memory << 20, workers: workers, temp: temp, places: gazetteer.New(lex)}
			fmt.Fprintf(out, "%10s %8s %8s %13s %9s %10s %9s %11s %15s %12s\n",
				"claims", "seconds", "CPU-s", "claims/CPU-s", "peak MB", "spilled MB", "findings", "near misses", "planted found", "traps sprung")
			missed := false
			for _, n := range sizes {
				r, err := b.run(cmd.Context(), n)
				if err != nil {
					return err
				}
				fmt.Fprintf(out, "%10d %8.1f %8.2f %13.0f %9d %10d %9d %11d %15s %12s\n", n, r.took.Seconds(), r.cpu.Seconds(), float64(n)/r.cpu.Seconds(),
					r.peak>>20, r.spilled>>20, r.findings, r.misses, fmt.Sprintf("%d of %d", r.found, r.planted), fmt.Sprintf("%d of %d", r.sprung, r.traps))
				missed = missed || r.missed()
			}
			if missed {
				return errMissed
			}
			return nil
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().Uint64Var(&seed, "seed", 1, "`N` that decides all that is left to chance")
	cmd.Flags().IntVar(&memory, "memory", pipeline.DefaultMemory>>20, "`MB` of records held in memory, as of roleclaims run")
	cmd.Flags().IntVar(&workers, "workers", 1, "`N` pieces of a part are folded at a time")
	cmd.Flags().StringVar(&temp, "temp", "", "`DIR` for the temporary file; without it the system's")
	return cmd
}

// bench is how detection is measured.
type bench struct {
	seed    uint64
	memory  int
	workers int
	temp    string
	places  *gazetteer.Gazetteer
}

// measured is a line of the table.
type measured struct {
	took, cpu        time.Duration
	peak, spilled    int64
	findings, misses int
	tally
}

func (b *bench) run(ctx context.Context, n int) (m measured, err error) {
	begin, err := cpuTime()
	if err != nil {
		return m, internalError{err}
	}
	if err := newStream(b.seed).each(n, func(*contradict.Record, *planted) error { return ctx.Err() }); err != nil {
		return m, err
	}
	made, err := cpuTime()
	if err != nil {
		return m, internalError{err}
	}
	started := time.Now()
	if err := b.detect(ctx, n, &m); err != nil {
		return m, err
	}
	m.took = time.Since(started)
	end, err := cpuTime()
	if err != nil {
		return m, internalError{err}
	}
	m.cpu = (end - made) - (made - begin)
	m.peak, err = peakMemory()
	return m, err
}

// detect makes the claims again and compares them.
func (b *bench) detect(ctx context.Context, n int, m *measured) (err error) {
	var file *os.File
	defer func() {
		if file != nil {
			err = errors.Join(err, file.Close())
		}
	}()
	shuffle := pipeline.NewShuffle(b.memory, func() (*os.File, error) {
		file, err = os.CreateTemp(b.temp, "roleclaims-gen-*")
		if err == nil {
			err = os.Remove(file.Name()) // it lives as long as it is open
		}
		return file, err
	})
	err = newStream(b.seed).each(n, func(r *contradict.Record, p *planted) error {
		if p != nil && p.second == r.Claim {
			m.add(*p)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return shuffle.Add(r)
	})
	if err != nil {
		return err
	}
	err = shuffle.Detect(ctx, contradict.Env{Places: b.places}, b.workers, func(result contradict.Result) error {
		m.findings += len(result.Findings)
		m.misses += len(result.NearMisses)
		for _, f := range result.Findings {
			for _, r := range append(f.A.Evidence, f.B.Evidence...) {
				m.see(f.Kind, r.Claim)
			}
		}
		return nil
	})
	m.spilled = shuffle.Spilled()
	return err
}
