package inspect

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
)

// WritePhrase says what the readers make of a few words, a line a fact; a dash
// is none.
func WritePhrase(w io.Writer, p extract.Phrase) error {
	var b strings.Builder
	words := func(s corpus.Span) string { return quoted(s.Of(p.Doc.Text)) }
	line := func(name string, values ...string) {
		if len(values) == 0 {
			values = []string{"-"}
		}
		for _, v := range values {
			fmt.Fprintf(&b, "%-9s %s\n", name, Printable(v))
			name = ""
		}
	}
	var tokens, roles, money, places, duties []string
	for _, t := range p.Tokens {
		tokens = append(tokens, fmt.Sprintf("%s/%s", t.Text, cmp.Or(t.Tag.String(), "?")))
	}
	for _, m := range p.Roles {
		plural := ""
		if m.Plural {
			plural = "plural"
		}
		roles = append(roles, list("", m.Key, "in ", words(m.Span), "grade ", m.Grade, "", plural))
	}
	for _, m := range p.Money {
		money = append(money, list("", amounts(m.Low, m.High)+" "+m.Unit, "period ", m.Period, "in ", words(m.Extent)))
	}
	for _, m := range p.Places {
		adjective := ""
		if m.Adjective {
			adjective = "adjective"
		}
		places = append(places, list("", m.Name, "in ", words(m.Span), "", adjective))
	}
	for _, d := range p.Duties {
		denied := ""
		if d.Denied {
			denied = "denied"
		}
		duties = append(duties, list("verb ", d.Verb, "class ", string(d.Class), "head ", d.Head, "modifiers ", strings.Join(d.Mods, ", "), "key ", d.Key(), "", denied))
	}
	line("tokens", strings.Join(tokens, " "))
	line("roles", roles...)
	if title := strings.Join(p.Title, ", "); title != "" {
		line("as title", title)
	}
	line("money", money...)
	line("places", places...)
	line("section", cmp.Or(p.Section, "-"))
	line("modality", cmp.Or(p.Modality, "-"))
	if len(p.Roles) == 0 { // else the words are a sentence, and the claims below have frames
		line("frame", cmp.Or(list("action ", p.Frame.Action, "object ", p.Frame.Object, "topic ", p.Frame.Topic), "-"))
		line("duties", duties...)
	}
	text := Text{Why: true}
	for _, c := range New(p.Doc, &p.Claims).Claims {
		text.claim(&b, c)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
