package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"roleclaims/pipeline"
)

// screen is a terminal that several goroutines write to.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

func TestProgressOnTerminal(t *testing.T) {
	var s screen
	p := newProgress(&s, true)
	for _, at := range []pipeline.Progress{
		{Stage: pipeline.Merging, Pages: 1}, {Stage: pipeline.Merging, Pages: 2}, {Stage: pipeline.Comparing}, {Stage: pipeline.Writing},
	} {
		p.step(at)
	}
	p.done()
	said := s.String()
	for _, stage := range []string{"merging (", "comparing ", "writing "} {
		if !strings.Contains(said, stage) {
			t.Errorf("the screen had no %q: %q", stage, said)
		}
	}
	if lines := strings.Split(said, "\r"); strings.TrimSpace(lines[len(lines)-1]) != "" {
		t.Errorf("the bar is left on the screen: %q", said)
	}
	time.Sleep(300 * time.Millisecond) // three turns of a wheel
	if later := s.String(); later != said {
		t.Errorf("a bar that was taken away is drawn: %q", later[len(said):])
	}
}

func TestProgressElsewhere(t *testing.T) {
	for _, test := range []struct {
		at   pipeline.Progress
		want string
	}{
		{pipeline.Progress{Stage: pipeline.Analysing, Pages: 12, File: 3, Files: 8}, "analysing: 12 articles, file 3 of 8\n"},
		{pipeline.Progress{Stage: pipeline.Merging, Pages: 12}, "merging: 12 articles\n"},
		{pipeline.Progress{Stage: pipeline.Writing}, "writing\n"},
	} {
		var text bytes.Buffer
		p := newProgress(&text, false)
		p.step(test.at)
		if text.Len() > 0 {
			t.Errorf("%v: %q before it is time", test.at, text.String())
		}
		p.last = p.last.Add(-heartbeat)
		p.step(test.at)
		if got := text.String(); got != test.want {
			t.Errorf("%v: %q, want %q", test.at, got, test.want)
		}
	}
}
