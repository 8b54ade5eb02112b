package extract_test

import (
	"testing"
	"unicode/utf8"

	"roleclaims/extract"
	"roleclaims/extract/nlp"
)

func TestPhrase(t *testing.T) {
	x := newExtractor(t, extract.Options{})
	p := x.Phrase("Senior nurses in Texas usually earn $50k a year")
	if len(p.Roles) != 1 || p.Roles[0].Key != "nurse" || len(p.Places) != 1 || len(p.Money) != 1 || p.Modality != "usually" || len(p.Claims.Salaries) != 1 {
		t.Errorf("Phrase = %+v, want a role, a place, an amount, a modality and a claim", p)
	}
	p = x.Phrase("Runs the hospital's budget")
	if p.Frame.Action != "run" || len(p.Duties) != 1 || p.Tokens[0].Tag != nlp.VBZ {
		t.Errorf("Phrase = %+v, want a verb with its object", p)
	}
	if p := x.Phrase("Key responsibilities"); p.Section != "duties" {
		t.Errorf("Section = %q, want duties", p.Section)
	}
}

func FuzzPhrase(f *testing.F) {
	x := newExtractor(f, extract.Options{})
	for _, seed := range []string{"", "Runs the ward", "The CTO (£5k) \x00\xff", "and, or - /", "Manager"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := x.Phrase(text)
		if !utf8.ValidString(p.Doc.Text) {
			t.Fatalf("text is no UTF-8: %q", p.Doc.Text)
		}
		for _, token := range p.Tokens {
			if token.Span.Of(p.Doc.Text) != token.Text {
				t.Fatalf("token %+v of %q", token, p.Doc.Text)
			}
		}
		for _, m := range p.Roles {
			if m.Span.Empty() || m.Span.End > len(p.Doc.Text) {
				t.Fatalf("mention %+v of %q", m, p.Doc.Text)
			}
		}
	})
}
