package inspect

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's template and style
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"roleclaims/corpus"
)

//go:embed page.html.tmpl
var pageSource string

//go:embed page.css
var pageStyle string

var page = template.Must(template.New("page").Parse(pageSource))

// HTML lays out the article as one page that loads nothing: its policy lets no
// script run and no style apply but its own. With why, what led to each claim
// is shown from the start.
func HTML(a Article, why bool) ([]byte, error) {
	digest := sha256.Sum256([]byte(pageStyle))
	data := struct {
		Title, URI, Policy string
		Style              template.CSS
		Why                bool
		Rows               []htmlRow
		Claims             []Claim
	}{
		Title: a.Doc.Title, URI: a.Doc.URI, Style: template.CSS(pageStyle), Why: why, Rows: a.rows(), Claims: a.Claims,
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) + "'; base-uri 'none'; form-action 'none'",
	}
	if data.Title == "" {
		data.Title = a.Doc.URI
	}
	var b bytes.Buffer
	if err := page.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("lay out the article: %w", err)
	}
	return b.Bytes(), nil
}

// htmlRow is a block, or the cells of one row of a table.
type htmlRow struct {
	Class string
	Cells [][]htmlPiece
}

type htmlPiece struct {
	Text  string
	Class string // kinds of the marks around it, "" for none
	Title string // what they say
	Ends  []htmlNumber
}

type htmlNumber struct {
	Number int
	Kind   Kind
}

// rows lays the blocks out; text between them is white space.
func (a Article) rows() []htmlRow {
	marks := a.marks()
	var rows []htmlRow
	for i, block := range a.Doc.Blocks {
		cell := a.htmlPieces(marks, block.Span)
		if i > 0 && block.Kind == corpus.Cell && a.Doc.Blocks[i-1].Kind == corpus.Cell &&
			a.Doc.Blocks[i-1].Group == block.Group && a.Doc.Blocks[i-1].Row == block.Row {
			last := &rows[len(rows)-1]
			last.Cells = append(last.Cells, cell)
			continue
		}
		class := string(block.Kind)
		if block.Kind == corpus.Item || block.Kind == corpus.Heading {
			class = fmt.Sprintf("%s level%d", class, block.Level)
		}
		rows = append(rows, htmlRow{class, [][]htmlPiece{cell}})
	}
	return rows
}

func (a Article) htmlPieces(marks []*mark, part corpus.Span) []htmlPiece {
	var all []htmlPiece
	for _, p := range a.pieces(marks, part) {
		h := htmlPiece{Text: p.text}
		var kinds, says []string
		for _, m := range p.within {
			kinds = append(kinds, string(m.kind))
			for _, i := range m.claims {
				says = append(says, fmt.Sprintf("%d %s", a.Claims[i].Number, a.Claims[i].Says))
			}
		}
		if len(kinds) > 1 {
			kinds = append(kinds, "many")
		}
		h.Class, h.Title = strings.Join(kinds, " "), strings.Join(says, "\n")
		for _, m := range p.closes {
			for _, i := range m.claims {
				h.Ends = append(h.Ends, htmlNumber{a.Claims[i].Number, m.kind})
			}
		}
		all = append(all, h)
	}
	return all
}
