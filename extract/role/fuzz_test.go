package role

import (
	"regexp"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

var keyForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func FuzzMentions(f *testing.F) {
	f.Add("CTO vs VP of Engineering", "The VP (Engineering) and sr. front-end/back-end developers II.")
	f.Add("# Director of R&D, Sales & IT", "director of r&d’s chief é officer")
	f.Add("PA: physician assistant", "vice president of the x department, and, or/ head of")
	f.Add("# Bid Manager vs chief data officer\n\nThe chief data officer (CDO) and the CDO's manager. A Director leads.\n\n## CDO or Director\n\n- Director: x\n- CDO: y\n- bid manager: z\n\n"+
		"SRE and DevOps Managers, design, engineering and product managers. The product manager, also known as bid lead.", "The director and the CDO.")
	rec := recognizer(f)
	f.Fuzz(func(t *testing.T, article, sentence string) {
		if !utf8.ValidString(article) || !utf8.ValidString(sentence) {
			return
		}
		inv := rec.Inventory(document(article + "\n" + sentence))
		tokens := nlp.Tokenize(nil, sentence, corpus.Span{End: len(sentence)})
		last := Mention{}
		for i, m := range inv.Mentions(tokens) {
			switch {
			case m.Span.Empty() || m.Span.End > len(sentence):
				t.Fatalf("%q: span %v is out of bounds or empty", sentence, m.Span)
			case !utf8.RuneStart(sentence[m.Span.Start]) || m.Span.End < len(sentence) && !utf8.RuneStart(sentence[m.Span.End]):
				t.Fatalf("%q: span %v splits a rune", sentence, m.Span)
			case m.First >= m.Last || m.Last > len(tokens) || tokens[m.First].Span.Start != m.Span.Start || tokens[m.Last-1].Span.End != m.Span.End:
				t.Fatalf("%q: tokens [%d, %d) are not those of span %v", sentence, m.First, m.Last, m.Span)
			case i > 0 && (m.First < last.Last || m.Span.Start < last.Span.End):
				t.Fatalf("%q: %v overlaps %v", sentence, m, last)
			case !keyForm.MatchString(m.Key):
				t.Fatalf("%q: key %q is malformed", sentence, m.Key)
			}
			last = m
		}
		for _, p := range inv.sentences {
			if diff := cmp.Diff(inv.Mentions(p.tokens), p.mentions); diff != "" {
				t.Fatalf("%q reads otherwise than when it was kept (-now +kept):\n%s", article, diff)
			}
		}
		for _, key := range inv.Title() {
			if inv.Count(key) == 0 {
				t.Fatalf("title key %q has no count", key)
			}
		}
	})
}
