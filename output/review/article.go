package review

import (
	_ "embed" // the article's template
	"html/template"
	"net/http"
	"slices"

	"roleclaims/output/report"
)

//go:embed article.html.tmpl
var articleSource string

var articleTemplate = template.Must(template.New("article").Parse(articleSource))

// showArticle answers the whole article of a quote, with the words of both
// sides of the contradiction marked where it holds them.
func (s *Server) showArticle(w http.ResponseWriter, r *http.Request) {
	f, ok := s.findings[r.URL.Query().Get("finding")]
	doc := r.URL.Query().Get("doc")
	marks, origin := marksIn(&f, doc)
	if !ok || len(marks) == 0 {
		http.NotFound(w, r)
		return
	}
	row, ok, err := s.run.Document(doc)
	switch {
	case err != nil:
		fail(w, err)
		return
	case !ok:
		http.Error(w, "the run was replaced since the review began; start it again", http.StatusConflict)
		return
	}
	body, err := execute(articleTemplate, struct {
		Origin report.Origin
		Words  int64
		Pieces []piece
	}{origin, row.Words, cut([]rune(row.Text), marks)})
	if err != nil {
		fail(w, err)
		return
	}
	writeHTML(w, []byte(body))
}

// mark is a claim's span in code points, and its side.
type mark struct {
	start, end int64
	side       string
}

// marksIn lists the claims of a contradiction that stand in an article.
func marksIn(f *report.Finding, doc string) (marks []mark, origin report.Origin) {
	for name, side := range map[string]report.Side{"a": f.A, "b": f.B} {
		for _, q := range side.Quotes {
			if q.Place.DocID == doc {
				marks = append(marks, mark{q.Place.Start, q.Place.End, name})
				origin = q.Origin
			}
		}
	}
	return marks, origin
}

// piece is a run of text; Side is "" outside of claims, "both" where claims of
// both sides overlap.
type piece struct {
	Text, Side string
}

// cut parts a text where claims begin or end. Spans outside of it are left out.
func cut(text []rune, marks []mark) []piece {
	ends := []int64{0, int64(len(text))}
	for _, m := range marks {
		if m.start >= 0 && m.start < m.end && m.end <= int64(len(text)) {
			ends = append(ends, m.start, m.end)
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	var pieces []piece
	for i := range len(ends) - 1 {
		p := piece{Text: string(text[ends[i]:ends[i+1]])}
		for _, m := range marks {
			switch {
			case m.start > ends[i] || m.end < ends[i+1]:
			case p.Side == "" || p.Side == m.side:
				p.Side = m.side
			default:
				p.Side = "both"
			}
		}
		pieces = append(pieces, p)
	}
	return pieces
}
