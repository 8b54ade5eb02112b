package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's template and style
	"encoding/base64"
	"fmt"
	"html/template"
	"math"
	"strings"

	"roleclaims/extract/role"
)

//go:embed page.html.tmpl
var pageSource string

//go:embed page.css
var pageStyle string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"role":    role.Name,
	"roles":   RoleNames,
	"topic":   TopicName,
	"kind":    func(key string) string { return named(kindNames, key) },
	"tier":    func(key string) string { return named(tierNames, key) },
	"reason":  func(key string) string { return named(reasonNames, key) },
	"count":   func(n int) string { return money(int64(n) * 100) },
	"plural":  plural,
	"tenths":  func(x float64) string { return fmt.Sprintf("%.2f", math.Round(x*100)/100) },
	"linked":  linked,
	"anchor":  func(prefix string, i int) string { return fmt.Sprintf("%s-%d", prefix, i+1) },
	"annual":  func(p PayRow, currency string) string { return Amounts(currency, p.Low, p.High) },
	"shade":   shade,
	"either":  func(words []string) string { return strings.Join(words, " or ") },
	"omitted": Ownership.omitted,
	"rest":    func(s Side) int { return len(s.Quotes) - 1 },
	// A template can't be given two things, so they become one.
	"pairData": func(p Pair, id string) any {
		return struct {
			Pair
			ID string
		}{p, id}
	},
}).Parse(pageSource))

// HTML returns the page. It is one file that loads nothing: its policy lets
// no script run and no style apply but its own.
func HTML(r *Report) ([]byte, error) {
	digest := sha256.Sum256([]byte(pageStyle))
	data := struct {
		*Report
		Style  template.CSS
		Policy string
		Plots  []plot
	}{
		Report: r, Style: template.CSS(pageStyle),
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) + "'; base-uri 'none'; form-action 'none'",
		Plots:  plots(r.Pay),
	}
	var b bytes.Buffer
	if err := page.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("lay out the report: %w", err)
	}
	return b.Bytes(), nil
}

// plot is a PayScale with what is drawn of it.
type plot struct {
	PayScale
	Ticks []tick
	Roles []plotRole
}

type plotRole struct {
	PayRole
	Rows []plotRow
}

type plotRow struct {
	PayRow
	Bar   bar
	First bool // of its source
}

func plots(scales []PayScale) []plot {
	var all []plot
	for _, pay := range scales {
		var rows []PayRow
		for _, role := range pay.Roles {
			rows = append(rows, role.Rows...)
		}
		s := newScale(pay.Currency, rows)
		p := plot{PayScale: pay, Ticks: s.ticks}
		for _, role := range pay.Roles {
			drawn := plotRole{PayRole: role}
			for i, row := range role.Rows {
				first := i == 0 || role.Rows[i-1].URI != row.URI
				drawn.Rows = append(drawn.Rows, plotRow{row, s.bar(row), first})
			}
			p.Roles = append(p.Roles, drawn)
		}
		all = append(all, p)
	}
	return all
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
