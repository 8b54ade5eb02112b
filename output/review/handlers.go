package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"slices"

	"roleclaims/output/report"
	"roleclaims/output/verdict"
)

// Handler answers the page and its script.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.showPage)
	mux.HandleFunc("GET /state", s.showState)
	mux.HandleFunc("GET /finding/{id}", s.showFinding)
	mux.HandleFunc("GET /article", s.showArticle)
	mux.HandleFunc("POST /verdicts", s.takeVerdicts)
	mux.HandleFunc("POST /undo", s.takeUndo)
	return s.guard(mux)
}

func (s *Server) showPage(w http.ResponseWriter, _ *http.Request) { writeHTML(w, s.page) }

func (s *Server) showFinding(w http.ResponseWriter, r *http.Request) {
	f, ok := s.findings[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body, err := report.Fragment(f)
	if err != nil {
		fail(w, err)
		return
	}
	writeHTML(w, body)
}

func writeHTML(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(body) // the browser went away
}

// fail answers with our own failure, in words for the reviewer.
func fail(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), http.StatusInternalServerError)
}

// said is what one reviewer says of a contradiction, for the page's script.
type said struct {
	Reviewer string          `json:"reviewer"`
	Verdict  verdict.Verdict `json:"verdict"`
	Reason   verdict.Reason  `json:"reason"`
	Note     string          `json:"note"`
	Date     string          `json:"date"`
	Stale    bool            `json:"stale"`
}

// stateReply tells the script what is judged. Judged has the contradictions
// whose verdicts changed since the version that the script has.
type stateReply struct {
	Reviewer string            `json:"reviewer"`
	Version  int               `json:"version"`
	Judged   map[string][]said `json:"judged"`
	Unread   int               `json:"unread"`
	Step     int               `json:"step"` // contradictions that this request judged
}

func (s *Server) reply(w http.ResponseWriter, since, step int) {
	entries, unread, err := s.log.Entries()
	if err != nil {
		fail(w, err)
		return
	}
	if since < 0 || since > len(entries) {
		since = 0
	}
	state := verdict.Fold(entries)
	judged := map[string][]said{}
	for _, e := range entries[since:] {
		id := e.Contradiction
		if s.evidence[id] == "" || judged[id] != nil {
			continue
		}
		judged[id] = []said{}
		for _, e := range state[id] {
			judged[id] = append(judged[id], said{e.Reviewer, e.Verdict, e.Reason, e.Note, e.Time.UTC().Format("2006-01-02"), e.Evidence != s.evidence[id]})
		}
	}
	body, err := json.Marshal(stateReply{s.reviewer, len(entries), judged, len(unread), step})
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(report.Harmless(body)) // the browser went away
}

func (s *Server) showState(w http.ResponseWriter, r *http.Request) {
	var since int
	if text := r.URL.Query().Get("since"); text != "" {
		if _, err := fmt.Sscan(text, &since); err != nil {
			http.Error(w, "since is no number", http.StatusBadRequest)
			return
		}
	}
	s.reply(w, since, 0)
}

// verdictsRequest judges one contradiction or, in bulk, many. A note that is
// null leaves the one that is there.
type verdictsRequest struct {
	IDs     []string        `json:"ids"`
	Verdict verdict.Verdict `json:"verdict"` // "" leaves the one that is there, for a note
	Reason  verdict.Reason  `json:"reason"`
	Note    *string         `json:"note"`
	Since   int             `json:"since"`
}

func (s *Server) takeVerdicts(w http.ResponseWriter, r *http.Request) {
	var ask verdictsRequest
	if !decode(w, r, &ask) {
		return
	}
	if len(ask.IDs) == 0 {
		http.Error(w, "no contradiction is named", http.StatusBadRequest)
		return
	}
	s.append(w, ask.Since, func(all []verdict.Entry) ([]verdict.Entry, error) { return s.entries(&ask, all) })
}

// entries makes the lines of a request.
func (s *Server) entries(ask *verdictsRequest, all []verdict.Entry) ([]verdict.Entry, error) {
	state := verdict.Fold(all)
	seen := map[string]bool{}
	var entries []verdict.Entry
	for _, id := range ask.IDs {
		if s.evidence[id] == "" {
			return nil, badRequest{fmt.Errorf("the run has no contradiction %.40q", id)}
		}
		if seen[id] {
			continue
		}
		seen[id] = true
		e := verdict.Entry{Verdict: verdict.Open}
		if at := slices.IndexFunc(state[id], func(e verdict.Entry) bool { return e.Reviewer == s.reviewer }); at >= 0 {
			e = state[id][at]
		}
		if ask.Verdict != "" {
			e.Verdict, e.Reason = ask.Verdict, ask.Reason
		}
		if ask.Note != nil {
			e.Note = *ask.Note
		}
		e.Contradiction, e.Evidence, e.Reviewer, e.Run = id, s.evidence[id], s.reviewer, s.run.Manifest.RunID
		e.Undoes = ""
		entries = append(entries, e)
	}
	return entries, nil
}

func (s *Server) takeUndo(w http.ResponseWriter, r *http.Request) {
	var ask struct {
		Since int `json:"since"`
	}
	if decode(w, r, &ask) {
		s.append(w, ask.Since, func(all []verdict.Entry) ([]verdict.Entry, error) { return verdict.Undo(all, s.reviewer), nil })
	}
}

// append writes one step and answers only when it is on the disk.
func (s *Server) append(w http.ResponseWriter, since int, entries func([]verdict.Entry) ([]verdict.Entry, error)) {
	name := secret()
	_, added, err := s.log.Append(s.now(), func(all []verdict.Entry) ([]verdict.Entry, error) {
		step, err := entries(all)
		for i := range step {
			step[i].Step = name
			// What can't be kept is the asker's to mend; the time is still to come.
			stamped := step[i]
			stamped.Time = s.now()
			if invalid := stamped.Validate(); invalid != nil && err == nil {
				err = badRequest{invalid}
			}
		}
		return step, err
	})
	var bad badRequest
	switch {
	case errors.As(err, &bad):
		http.Error(w, bad.Error(), http.StatusBadRequest)
	case err != nil:
		fail(w, err)
	default:
		s.reply(w, since, added)
	}
}

// badRequest is an error of what was asked for.
type badRequest struct{ error }

// decode reads a request's JSON; false after it has answered with an error.
func decode(w http.ResponseWriter, r *http.Request, into any) bool {
	if r.Header.Get("Content-Type") != "application/json" {
		http.Error(w, "only application/json is taken", http.StatusUnsupportedMediaType)
		return false
	}
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		if _, more := decoder.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something follows the request")
		}
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		http.Error(w, "the request is too large", http.StatusRequestEntityTooLarge)
	case err != nil:
		http.Error(w, "the request can't be read: "+err.Error(), http.StatusBadRequest)
	default:
		return true
	}
	return false
}

func execute(t *template.Template, data any) (template.HTML, error) {
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return "", fmt.Errorf("lay out the review: %w", err)
	}
	return template.HTML(report.Harmless(b.Bytes())), nil
}
