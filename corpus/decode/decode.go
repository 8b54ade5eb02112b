// Package decode turns pages into documents, whatever their format. It does
// not read files and does not look for claims; a page that gives no document
// gives a reject with a reason.
package decode

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/publicsuffix"

	"roleclaims/corpus"
	"roleclaims/corpus/html"
	"roleclaims/corpus/markdown"
)

// Decode returns the document that a page holds, or the reject that says why
// there is none; one of the two is nil. Reasons are "too-large", "too-deep",
// "too-many", "too-dense", "no-article", "empty" and "bad-format" at stage decode, and
// "not-english" at stage language. What page.Meta states wins over what the
// page says.
func Decode(page corpus.Page) (*corpus.Document, *corpus.Reject) {
	if len(page.Body) > corpus.MaxPageBytes {
		return nil, reject(page, "too-large", fmt.Sprintf("%d bytes, the limit is %d", len(page.Body), corpus.MaxPageBytes))
	}
	content, err := parse(page)
	if err != nil {
		return nil, reject(page, reason(err), err.Error())
	}
	if strings.TrimSpace(content.Text) == "" {
		return nil, reject(page, "empty", "no text")
	}
	words := len(strings.Fields(content.Text))
	if lang, foreign := foreign(content.Text, words, content.Lang); foreign {
		r := reject(page, "not-english", "detected: "+lang)
		r.Stage = corpus.StageLanguage
		return nil, r
	}
	meta := merge(page.Meta, content.Meta)
	if meta.Published == "" && page.Format == corpus.HTML {
		meta.Published, meta.By = guess(page.URI, content.URL)
	}
	return &corpus.Document{
		ID:          corpus.DocumentID(page.URI, content.Text),
		URI:         page.URI,
		Source:      source(page.URI, content.URL, meta.Source),
		Title:       meta.Title,
		Author:      meta.Author,
		Published:   meta.Published,
		PublishedBy: meta.By,
		Publisher:   meta.Publisher,
		Modified:    meta.Modified,
		FetchedAt:   page.FetchedAt,
		Lang:        "en",
		Words:       words,
		Text:        content.Text,
		Blocks:      corpus.SplitBullets(content.Text, content.Blocks),
	}, nil
}

var errFormat = errors.New("unknown format")

func parse(page corpus.Page) (corpus.Content, error) {
	switch page.Format {
	case corpus.Text:
		return corpus.ParseText(corpus.CleanText(page.Body)), nil
	case corpus.Markdown:
		return markdown.Parse(page.Body)
	case corpus.HTML:
		return html.Parse(page.Body, page.ContentType)
	}
	return corpus.Content{}, fmt.Errorf("%w %q", errFormat, page.Format)
}

func reason(err error) string {
	switch {
	case errors.Is(err, html.ErrTooDeep):
		return "too-deep"
	case errors.Is(err, html.ErrTooMany):
		return "too-many"
	case errors.Is(err, markdown.ErrTooDense):
		return "too-dense"
	case errors.Is(err, html.ErrNoArticle):
		return "no-article"
	default:
		return "bad-format"
	}
}

func reject(page corpus.Page, reason, detail string) *corpus.Reject {
	return &corpus.Reject{URI: page.URI, Stage: corpus.StageDecode, Reason: reason, Detail: detail}
}

// merge fills what stated leaves open from what the page says.
func merge(stated, said corpus.Meta) corpus.Meta {
	if stated.Source == "" {
		stated.Source = said.Source
	}
	if stated.Title == "" {
		stated.Title = said.Title
	}
	if stated.Publisher == "" {
		stated.Publisher = said.Publisher
	}
	if stated.Modified == "" {
		stated.Modified = said.Modified
	}
	if stated.Author == "" {
		stated.Author = said.Author
	}
	if stated.Published == "" {
		stated.Published, stated.By = said.Published, said.By
	}
	return stated
}

// addressDay matches the day of publication in the path of an address.
var addressDay = regexp.MustCompile(`/(20\d\d)[/-](\d\d)[/-](\d\d)(?:/|-|$)`)

// guess returns the day that an address names, marked as a guess, or "".
func guess(addresses ...string) (date, by string) {
	for _, address := range addresses {
		if domain(address) == "" {
			continue
		}
		if m := addressDay.FindStringSubmatch(address); m != nil {
			if date := corpus.ParseDate(m[1] + "-" + m[2] + "-" + m[3]); date != "" {
				return date, "guess-url"
			}
		}
	}
	return "", ""
}

// source returns who published a document: the name that was stated, else the
// registrable domain of its address, or of the one that the page gives, else
// the uri, so that each loose file is a source of its own.
func source(uri, address, stated string) string {
	if stated != "" {
		if domain := domain(stated); domain != "" {
			return domain
		}
		return stated
	}
	for _, address := range []string{uri, address} {
		if domain := domain(address); domain != "" {
			return domain
		}
	}
	return uri
}

// domain returns the registrable domain of a web address, its host where there
// is none (an IP address, "localhost"), or "" for what is no web address.
func domain(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil && !isIP(host) {
		return domain
	}
	return host
}

// isIP reports whether a host is an address in figures.
func isIP(host string) bool {
	return strings.Contains(host, ":") || strings.Trim(host, "0123456789.") == ""
}
