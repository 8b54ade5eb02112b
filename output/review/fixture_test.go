package review

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/output"
	"roleclaims/output/verdict"
)

// topic is a duty about which two articles contradict each other.
type topic struct{ name, yes, no string }

var few = []topic{
	{"build code", "writes the code every day", "does not write code"},
	{"hire people", "hires the engineers", "never hires anybody"},
	{"set budget", "sets the budget alone", "has no say in the budget"},
	{"meet clients", "meets clients each week", "does not meet clients"},
	{"plan work", `plans the <img src=x onerror="window.hacked=1"> work`, "leaves \u202eplans\u202c to others"},
}

// many returns n topics.
func many(n int) []topic {
	all := make([]topic, n)
	for i := range all {
		all[i] = topic{fmt.Sprintf("task %d", i), fmt.Sprintf("does the task %d of batch-%d", i, i/10), fmt.Sprintf("leaves the task %d to others", i)}
	}
	return all
}

// writeRun makes a run of two articles, one finding a topic, in dir.
func writeRun(t *testing.T, dir string, topics []topic) *output.Run {
	t.Helper()
	draft, err := output.Create(t.Context(), dir, true)
	must(t, err)
	defer draft.Abort()
	var sides [2][]string // ids of claims
	for side := range sides {
		var text strings.Builder
		var claims extract.Claims
		uri := []string{"https://yes.example/a", "https://no.example/b"}[side]
		type span struct{ sentence, phrase corpus.Span }
		var spans []span
		for _, topic := range topics {
			phrase := []string{topic.yes, topic.no}[side]
			from := text.Len()
			fmt.Fprintf(&text, "The CTO %s.", phrase)
			at := from + len("The CTO ")
			spans = append(spans, span{corpus.Span{Start: from, End: text.Len()}, corpus.Span{Start: at, End: at + len(phrase)}})
			text.WriteString(" <script>window.hacked = 1</script>\n\n")
		}
		doc := &corpus.Document{ID: corpus.DocumentID(uri, text.String()), URI: uri, Source: []string{"yes.example", "no.example"}[side], Title: "On " + uri, Lang: "en", Text: text.String()}
		for i, topic := range topics {
			id := extract.ClaimID(doc.ID, "responsibility", "chief-technology-officer", spans[i].phrase)
			sides[side] = append(sides[side], id)
			claims.Responsibilities = append(claims.Responsibilities, extract.Responsibility{
				ID: id, Role: "chief-technology-officer", RoleText: "The CTO", Polarity: extract.Asserted, Topic: topic.name,
				Evidence: extract.Evidence{Span: spans[i].phrase, Sentence: spans[i].sentence, Rule: "test", Confidence: 0.9},
			})
		}
		must(t, draft.Add(doc, &claims, output.Slots{}))
	}
	for i, topic := range topics {
		must(t, draft.Finding(output.Finding{
			ID: fmt.Sprintf("%016x", i+1), Kind: "polarity", Tier: "stated", Scope: "cross", Roles: []string{"chief-technology-officer"}, Topic: topic.name,
			Summary: fmt.Sprintf("The CTO is said to %s, and not to.", topic.name), Severity: 0.9 - float64(i)/float64(2*len(topics)), Confidence: 0.8, Rule: "asserted-denied",
			A: output.Side{Claims: sides[0][i : i+1], Support: 1, Total: 1}, B: output.Side{Claims: sides[1][i : i+1], Support: 1, Total: 1},
		}))
	}
	_, err = draft.Commit(output.Manifest{Tool: "roleclaims test", Lexicon: "l", Inputs: fmt.Sprint(topics)})
	must(t, err)
	run, err := output.Open(dir)
	must(t, err)
	return run
}

// started is a review that is served.
type started struct {
	*Server
	base, file string
	stop       func() error
}

// serve reviews a run as a person; it ends with the test at the latest.
func serve(t *testing.T, run *output.Run, reviewer string) *started {
	t.Helper()
	file := verdict.File(run.Dir)
	server, err := New(t.Context(), run, Config{Verdicts: file, Reviewer: reviewer, Now: time.Now})
	must(t, err)
	listener, err := Listen(0)
	must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, listener) }()
	s := &started{Server: server, base: "http://" + listener.Addr().String(), file: file}
	stopped := false
	s.stop = func() error {
		if stopped {
			return nil
		}
		stopped = true
		cancel()
		if err := <-ended; err != nil {
			return err
		}
		return server.Close()
	}
	t.Cleanup(func() { must(t, s.stop()) })
	return s
}

func newRun(t *testing.T, topics []topic) *output.Run {
	t.Helper()
	return writeRun(t, filepath.Join(t.TempDir(), "run"), topics)
}

// lines returns the entries of the file so far.
func (s *started) lines(t *testing.T) []verdict.Entry {
	t.Helper()
	entries, unread, err := verdict.Load(s.file)
	must(t, err)
	if len(unread) > 0 {
		t.Fatalf("lines that are no verdicts: %v", unread)
	}
	return entries
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
