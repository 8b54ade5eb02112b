package pipeline

import (
	"context"
	"iter"

	"roleclaims/corpus"
	"roleclaims/corpus/read"
)

// job is a page on its way.
type job struct {
	input read.Input
	done  chan Analysis // takes one answer, without a receiver
}

// flow reads inputs, has their pages analysed by so many workers, and hands the
// answers to collect in the order of the pages, each with its input. It holds at most a few pages
// a worker. After an error or a cancelled context it returns at once; its
// goroutines end with what they have in hand, and a reader that waits for
// standard input ends with the program.
func flow(ctx context.Context, inputs iter.Seq[read.Input], workers int, analyze func(corpus.Page) Analysis, collect func(read.Input, Analysis) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := make(chan job)
	queue := make(chan job, 4*workers)
	go func() {
		defer close(jobs)
		defer close(queue)
		for input := range inputs {
			j := job{input, make(chan Analysis, 1)}
			if !send(ctx, queue, j) || !send(ctx, jobs, j) {
				return
			}
		}
	}()
	for range workers {
		go func() {
			for j := range jobs {
				if j.input.Reject != nil {
					j.done <- Analysis{Reject: j.input.Reject}
					continue
				}
				j.done <- analyze(j.input.Page)
			}
		}()
	}
	for {
		j, open := receive(ctx, queue)
		if !open {
			return ctx.Err()
		}
		analysis, ok := receive(ctx, j.done)
		if !ok {
			return ctx.Err()
		}
		if err := collect(j.input, analysis); err != nil {
			return err
		}
	}
}

// send puts a value into a channel unless the context ends first.
func send[T any](ctx context.Context, to chan<- T, value T) bool {
	select {
	case to <- value:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive takes a value from a channel; false if it was closed or the context
// ended first.
func receive[T any](ctx context.Context, from <-chan T) (T, bool) {
	select {
	case value, ok := <-from:
		return value, ok
	case <-ctx.Done():
		var none T
		return none, false
	}
}

// limited yields the first n inputs, all for n = 0.
func limited(inputs iter.Seq[read.Input], n int) iter.Seq[read.Input] {
	if n == 0 {
		return inputs
	}
	return func(yield func(read.Input) bool) {
		left := n
		for input := range inputs {
			left--
			if !yield(input) || left == 0 {
				return
			}
		}
	}
}
