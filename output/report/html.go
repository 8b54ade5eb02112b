package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"math"
	"strings"
	"unicode"

	"roleclaims/extract/role"
)

//go:embed *.html.tmpl
var templates embed.FS

//go:embed page.css
var pageStyle string

//go:embed filter.js
var pageScript string

var page = template.Must(template.New("page.html.tmpl").Funcs(template.FuncMap{
	"role":     role.Name,
	"roles":    RoleNames,
	"topic":    TopicName,
	"kind":     func(key string) string { return named(kindNames, key) },
	"tier":     func(key string) string { return named(tierNames, key) },
	"rule":     Rule,
	"reason":   Reason,
	"count":    func(n int) string { return money(int64(n) * 100) },
	"less":     func(n, m int) int { return n - m },
	"plural":   plural,
	"tenths":   func(x float64) string { return fmt.Sprintf("%.2f", math.Round(x*100)/100) },
	"linked":   linked,
	"anchor":   func(prefix string, i int) string { return fmt.Sprintf("%s-%d", prefix, i+1) },
	"annual":   func(p PayRow, currency string) string { return Amounts(currency, p.Low, p.High) },
	"shade":    shade,
	"omitted":  Ownership.omitted,
	"compared": compared,
	"settles":  settles,
	"outcomes": (*Tally).text,
	"voices":   func(label string, sources []string) voices { return voices{label, sources} },
	"side":     func(letter string, s Side) lettered { return lettered{s, letter} },
}).ParseFS(templates, "*.html.tmpl"))

// Extra is what a program that shows the page adds to it: its style and
// script, and elements at the end of the body.
type Extra struct {
	Style, Script string
	Body          template.HTML
}

// HTML returns the page. It is one file that loads nothing: its policy lets
// no script run and no style apply but its own.
func HTML(r *Report) ([]byte, error) {
	body, _, err := Page(r, Extra{})
	return body, err
}

// Page returns the page with what another program adds, and its policy, which
// lets the added script speak with the page's own server.
func Page(r *Report, extra Extra) (body []byte, policy string, err error) {
	s := &sheet{
		Report: r, Extra: extra, Plots: plots(r.Pay), Filters: newFilters(r), Severities: severities,
		Style: template.CSS(pageStyle + extra.Style), Script: template.JS(pageScript + extra.Script),
	}
	s.Policy = "default-src 'none'; script-src " + digest(string(s.Script)) + "; style-src " + digest(string(s.Style)) + "; base-uri 'none'; form-action 'none'"
	if extra.Script != "" {
		s.Policy += "; connect-src 'self'"
	}
	var b bytes.Buffer
	if err := page.Execute(&b, s); err != nil {
		return nil, "", fmt.Errorf("lay out the report: %w", err)
	}
	return Harmless(b.Bytes()), s.Policy, nil
}

// Fragment returns one contradiction as it stands in full on the page, for a
// page that has it in a line.
func Fragment(f Finding) ([]byte, error) {
	var b bytes.Buffer
	if err := page.ExecuteTemplate(&b, "finding", view{Finding: f}); err != nil {
		return nil, fmt.Errorf("lay out contradiction %s: %w", f.ID, err)
	}
	return Harmless(b.Bytes()), nil
}

// digest returns how a policy names a text.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Harmless drops from a page what can make a text read otherwise than it is
// written, in any place of it: control characters, and those that turn the
// direction of writing. Broken UTF-8 becomes U+FFFD.
func Harmless(page []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, page)
}

// sheet is what the template lays out.
type sheet struct {
	*Report
	Extra      Extra
	Style      template.CSS
	Script     template.JS
	Policy     string
	Plots      []plot
	Filters    *filters
	Severities []string
}

// group is a Pair in its place on the sheet.
type group struct {
	Pair
	ID    string
	sheet *sheet
}

// Group places a pair.
func (s *sheet) Group(p Pair, id string) group { return group{p, id, s} }

// View adds to a finding the keys that filters find it by.
func (g group) View(f Finding) view { return view{f, g.sheet.Filters.of(f)} }

type view struct {
	Finding
	Keys string
}

// voices is the sources that say one thing of an order.
type voices struct {
	Label   string
	Sources []string
}

// lettered is a side with its letter.
type lettered struct {
	Side
	Letter string
}

// plot is a PayScale with what is drawn of it.
type plot struct {
	Currency string
	Omitted  int
	Ticks    []tick
	Roles    []plotRole
}

type plotRole struct {
	PayRole
	Sources [][]plotRow
}

type plotRow struct {
	PayRow
	Bar  bar
	Span int // rows of its source
}

func plots(scales []PayScale) []plot {
	var all []plot
	for _, pay := range scales {
		var rows []PayRow
		for _, role := range pay.Roles {
			rows = append(rows, role.Rows...)
		}
		s := newScale(pay.Currency, rows)
		p := plot{Currency: pay.Currency, Omitted: pay.Omitted, Ticks: s.ticks}
		for _, role := range pay.Roles {
			p.Roles = append(p.Roles, plotRole{role, s.draw(role.Rows)})
		}
		all = append(all, p)
	}
	return all
}

// draw groups the rows by the article they are from.
func (s scale) draw(rows []PayRow) [][]plotRow {
	var sources [][]plotRow
	for i, row := range rows {
		if i == 0 || rows[i-1].URI != row.URI {
			sources = append(sources, nil)
		}
		last := &sources[len(sources)-1]
		*last = append(*last, plotRow{PayRow: row, Bar: s.bar(row)})
	}
	for _, rows := range sources {
		rows[0].Span = len(rows)
	}
	return sources
}

// linked reports whether a page may be linked to: other schemes are printed only.
func linked(uri string) bool {
	return strings.HasPrefix(uri, "https://") || strings.HasPrefix(uri, "http://")
}

// shade grades a number of sources for the matrix.
func shade(sources int) string {
	switch {
	case sources == 0:
		return "none"
	case sources == 1:
		return "one"
	case sources <= 3:
		return "few"
	default:
		return "many"
	}
}

// plural returns a count with its noun: "1 article", "2,000 articles".
func plural(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ey") && !strings.HasSuffix(noun, "ay"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	default:
		noun += "s"
	}
	return money(int64(n)*100) + " " + noun
}
