package pipeline

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roleclaims/corpus"
	"roleclaims/corpus/read"
	"roleclaims/output"
)

func TestQuotes(t *testing.T) {
	for _, folder := range texts() {
		t.Run("texts="+filepath.Base(folder), func(t *testing.T) {
			run, _ := runOn(t, Config{Inputs: inputsOf(folder)})
			q := &quotes{t: t, text: map[string][]rune{}, rows: map[string]int{}}
			for row, err := range run.Documents() {
				q.fatal(err)
				q.text[row.DocID] = []rune(row.Text)
			}
			each(q, "responsibilities", run.Responsibilities(), func(r output.ResponsibilityRow) {
				q.at(r.DocID, r.Start, r.End, r.Phrase)
				q.within(r.Sentence, r.Phrase)
			})
			each(q, "salaries", run.Salaries(), func(r output.SalaryRow) {
				q.at(r.DocID, r.Start, r.End, r.Quote)
				q.within(r.Sentence, r.Quote)
			})
			each(q, "comparisons", run.Comparisons(), func(r output.ComparisonRow) {
				q.at(r.DocID, r.Start, r.End, r.Quote)
				q.within(r.Sentence, r.Quote)
			})
			each(q, "evidence", run.Evidence(), func(r output.EvidenceRow) { q.at(r.DocID, r.Start, r.End, r.Quote) })
			each(q, "rejects", run.Rejects(), func(r output.RejectRow) {
				if r.DocID != nil {
					q.at(*r.DocID, *r.Start, *r.End, *r.Quote)
				}
			})
			t.Logf("rows looked at: %v", q.rows)
			if folder == "" && (q.rows["responsibilities"] == 0 || q.rows["salaries"] == 0 || q.rows["comparisons"] == 0 || q.rows["evidence"] == 0) {
				t.Errorf("a dataset of the sample has no rows: %v", q.rows)
			}
		})
	}
}

// quotes checks that quotes stand where their rows say, in code points.
type quotes struct {
	t    *testing.T
	text map[string][]rune // by doc_id
	rows map[string]int
}

func each[T any](q *quotes, name string, rows iter.Seq2[T, error], check func(T)) {
	for row, err := range rows {
		q.fatal(err)
		q.rows[name]++
		check(row)
	}
}

func (q *quotes) fatal(err error) {
	q.t.Helper()
	if err != nil {
		q.t.Fatal(err)
	}
}

func (q *quotes) at(doc string, start, end int64, quote string) {
	q.t.Helper()
	text, ok := q.text[doc]
	if !ok || start < 0 || end > int64(len(text)) || start >= end {
		q.t.Errorf("span %d:%d of document %s (%d code points) is no text", start, end, doc, len(text))
		return
	}
	if got := string(text[start:end]); got != quote {
		q.t.Errorf("text[%d:%d] of %s is %q, the row has %q", start, end, doc, got, quote)
	}
}

func (q *quotes) within(sentence, quote string) {
	q.t.Helper()
	if !strings.Contains(sentence, quote) {
		q.t.Errorf("%q does not stand in its sentence %q", quote, sentence)
	}
}

func TestWorkers(t *testing.T) {
	for _, folder := range texts() {
		t.Run("texts="+filepath.Base(folder), func(t *testing.T) {
			one, _ := runOn(t, Config{Inputs: inputsOf(folder), Workers: 1})
			want := published(t, one.Dir)
			if len(want) != 12 {
				t.Errorf("a run has the files %v beside run.json, want eight datasets, two reports and two descriptions", slices.Sorted(maps.Keys(want)))
			}
			for _, workers := range []int{2, 7} {
				many, _ := runOn(t, Config{Inputs: inputsOf(folder), Workers: workers})
				if many.Manifest.RunID != one.Manifest.RunID {
					t.Errorf("%d workers: run id %s, with one it is %s", workers, many.Manifest.RunID, one.Manifest.RunID)
				}
				for name, got := range published(t, many.Dir) {
					if !bytes.Equal(got, want[name]) {
						t.Errorf("%d workers: %s has other bytes than with one", workers, name)
					}
				}
			}
		})
	}
}

// published reads the files of a run but for run.json, which has the clock.
func published(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		if filepath.Base(name) == "run.json" {
			continue
		}
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = body
	}
	return files
}

func TestPanicIsAReject(t *testing.T) {
	broken := &Analyzer{} // has nothing to read with
	got := broken.Analyze(corpus.Page{URI: "a.txt", Format: corpus.Text, Body: []byte("The chef runs the kitchen.")})
	if got.Reject == nil || got.Reject.URI != "a.txt" || got.Reject.Stage != corpus.StageExtract || got.Reject.Reason != "panic" {
		t.Fatalf("Analyze = %+v, want a reject for a panic", got.Reject)
	}
	if !strings.Contains(got.Stack, "Analyze") {
		t.Errorf("the stack does not show where it happened: %q", got.Stack)
	}
}

func TestPanicIsLogged(t *testing.T) {
	var log bytes.Buffer
	dir := filepath.Join(t.TempDir(), "run")
	draft, err := output.Create(t.Context(), dir, false)
	if err != nil {
		t.Fatal(err)
	}
	defer draft.Abort()
	inputs, _, err := findInputs(Config{})
	if err != nil {
		t.Fatal(err)
	}
	r := newRun(Config{Out: dir, Workers: 1}, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	r.inputs, r.draft = inputs, draft
	page := corpus.Page{URI: "a.txt", Format: corpus.Text, Body: []byte("The chef runs the kitchen.")}
	if err := r.collect(read.Input{Page: page, File: 1}, (&Analyzer{}).Analyze(page)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"level=ERROR", "uri=a.txt", "stack=", "Analyze"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log has no %q:\n%s", want, log.String())
		}
	}
	if got := r.summary.Rejected["extract: panic"]; got != 1 {
		t.Errorf("the summary counts %d panics, want 1", got)
	}
}

func TestRoles(t *testing.T) {
	dir := write(t, map[string]string{
		"a.txt": "CTO vs VP of Engineering\n\nThe CTO sets the technical strategy. The VP of Engineering manages the engineering team. " +
			"The VP of Engineering reports to the CTO. A product manager writes the roadmap.\n",
	})
	for _, tt := range []struct {
		roles []string
		want  []string // roles of the responsibilities
		order int      // comparisons
	}{
		{nil, []string{"chief-technology-officer", "product-manager", "vp-of-engineering"}, 1},
		{[]string{"CTO"}, []string{"chief-technology-officer"}, 0},
		{[]string{" Chief Technology Officer", "vp-of-engineering"}, []string{"chief-technology-officer", "vp-of-engineering"}, 1},
	} {
		t.Run(strings.Join(tt.roles, ","), func(t *testing.T) {
			run, summary := runOn(t, Config{Inputs: []string{dir}, Roles: tt.roles})
			var got []string
			for row, err := range run.Responsibilities() {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, row.Role)
			}
			if got = slices.Compact(got); !slices.Equal(got, tt.want) {
				t.Errorf("responsibilities of %v, want %v", got, tt.want)
			}
			if summary.Comparisons != tt.order {
				t.Errorf("%d comparisons, want %d", summary.Comparisons, tt.order)
			}
		})
	}
}

func TestLimit(t *testing.T) {
	run, summary := runOn(t, Config{Limit: 3})
	if summary.Documents != 3 || run.Manifest.Pages != 3 {
		t.Errorf("%d documents, %d pages in the manifest, want 3", summary.Documents, run.Manifest.Pages)
	}
}

func TestRunIDFollowsWhatDecides(t *testing.T) {
	_, whole := runOn(t, Config{})
	_, again := runOn(t, Config{Workers: 1})
	_, limited := runOn(t, Config{Limit: 7})
	_, roles := runOn(t, Config{Roles: []string{"CTO"}})
	if again.RunID != whole.RunID {
		t.Errorf("the same run has the ids %s and %s", whole.RunID, again.RunID)
	}
	if whole.RunID == limited.RunID || whole.RunID == roles.RunID || limited.RunID == roles.RunID {
		t.Errorf("runs of other results share an id: %s %s %s", whole.RunID, limited.RunID, roles.RunID)
	}
}

func TestRunLeavesNothingBehind(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tt := range []struct {
		name string
		ctx  context.Context
		cfg  Config
		want string // in the error
	}{
		{"cancelled", cancelled, Config{Workers: 2}, "context canceled"},
		{"no such input", t.Context(), Config{Inputs: []string{"no/such/file.txt"}, Workers: 2}, "no such"},
		{"no workers", t.Context(), Config{}, "--workers"},
		{"no such lexicon", t.Context(), Config{Lexicon: "no/such/folder", Workers: 2}, "--lexicon"},
		{"no title", t.Context(), Config{Roles: []string{"qzx"}, Workers: 2}, "--roles"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parent := t.TempDir()
			tt.cfg.Out = filepath.Join(parent, "run")
			_, err := Run(tt.ctx, tt.cfg, Options{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Run = %v, want an error with %q", err, tt.want)
			}
			var misuse Misuse
			if cancel := errors.Is(err, context.Canceled); !cancel && !errors.As(err, &misuse) {
				t.Errorf("Run = %v, want a misuse", err)
			}
			left, err := os.ReadDir(parent)
			if err != nil || len(left) != 0 {
				t.Errorf("left behind: %v %v", left, err)
			}
		})
	}
}

func TestConfigValidate(t *testing.T) {
	good := Config{Out: "x", Workers: 1}
	if err := good.Validate(); err != nil {
		t.Errorf("%+v: %v", good, err)
	}
	for name, bad := range map[string]func(*Config){
		"--out":     func(c *Config) { c.Out = "" },
		"--workers": func(c *Config) { c.Workers = 0 },
		"--limit":   func(c *Config) { c.Limit = -1 },
		"--roles":   func(c *Config) { c.Roles = []string{"CTO", " "} },
		"input 1":   func(c *Config) { c.Inputs = []string{""} },
	} {
		c := good
		bad(&c)
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%+v: %v, want an error with %q", c, err, name)
		}
	}
}
