package pipeline

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"roleclaims/corpus"
	"roleclaims/corpus/read"
)

// numbered yields n pages named by their number; each seventh is a reject.
func numbered(n int, count *atomic.Int64) iter.Seq[read.Input] {
	return func(yield func(read.Input) bool) {
		for i := range n {
			count.Add(1)
			input := read.Input{Page: corpus.Page{URI: strconv.Itoa(i)}}
			if i%7 == 6 {
				input.Reject = &corpus.Reject{URI: input.Page.URI, Stage: corpus.StageRead, Reason: "binary"}
			}
			if !yield(input) {
				return
			}
		}
	}
}

// named is an analysis that keeps the page's name.
func named(page corpus.Page) Analysis {
	return Analysis{Document: &corpus.Document{URI: page.URI}}
}

func uri(a Analysis) string {
	if a.Reject != nil {
		return a.Reject.URI
	}
	return a.Document.URI
}

func TestFlowKeepsTheOrderOfPages(t *testing.T) {
	for _, workers := range []int{1, 2, 3, 16} {
		var count atomic.Int64
		var got []string
		slow := func(page corpus.Page) Analysis {
			if page.URI == "3" {
				time.Sleep(20 * time.Millisecond)
			}
			return named(page)
		}
		err := flow(t.Context(), numbered(100, &count), workers, slow, func(_ read.Input, a Analysis) error {
			got = append(got, uri(a))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for i := range 100 {
			want = append(want, strconv.Itoa(i))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: pages came as %v", workers, got)
		}
	}
}

func TestFlowReadsNoFurtherThanItsBound(t *testing.T) {
	const workers = 2
	var count atomic.Int64
	hold := make(chan struct{})
	done := make(chan error)
	go func() {
		done <- flow(t.Context(), numbered(1000, &count), workers, func(page corpus.Page) Analysis {
			<-hold
			return named(page)
		}, func(read.Input, Analysis) error { return nil })
	}()
	time.Sleep(50 * time.Millisecond)
	if n := count.Load(); n > 6*workers+2 {
		t.Errorf("%d pages were read ahead of %d workers", n, workers)
	}
	close(hold)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestFlowEndsWithAnErrorOfCollect(t *testing.T) {
	var count atomic.Int64
	full := errors.New("disk full")
	err := flow(t.Context(), numbered(1000, &count), 2, named, func(_ read.Input, a Analysis) error {
		if uri(a) == "10" {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("flow = %v, want %v", err, full)
	}
	if n := count.Load(); n > 100 {
		t.Errorf("%d pages were read after the error at the eleventh", n)
	}
}

func TestFlowEndsWithItsContextThoughTheReaderHangs(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	hang := make(chan struct{})
	defer close(hang)
	inputs := func(yield func(read.Input) bool) {
		if yield(read.Input{Page: corpus.Page{URI: "0"}}) {
			<-hang // like standard input that nobody closes
		}
	}
	err := flow(ctx, inputs, 2, named, func(read.Input, Analysis) error {
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("flow = %v, want %v", err, context.Canceled)
	}
}

func TestLimited(t *testing.T) {
	for _, tt := range []struct{ limit, want int }{{0, 20}, {1, 1}, {5, 5}, {50, 20}} {
		var count atomic.Int64
		got := 0
		for range limited(numbered(20, &count), tt.limit) {
			got++
		}
		if got != tt.want || count.Load() != int64(tt.want) {
			t.Errorf("limit %d: %d pages given, %d read, want %d", tt.limit, got, count.Load(), tt.want)
		}
	}
}
