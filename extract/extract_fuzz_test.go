package extract_test

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/sample"
	"roleclaims/extract"
)

var roleKey = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

// problem returns what is wrong with the claims of a document, nil for
// nothing: it holds what every later stage relies on.
func problem(doc *corpus.Document, c extract.Claims) error {
	var all []error
	fail := func(about string, span corpus.Span) {
		all = append(all, errors.New(about+" at "+quote(doc.Text, span)))
	}
	ids := map[string]bool{}
	claim := func(kind, id string, e extract.Evidence, roles ...string) {
		switch {
		case !inBounds(doc.Text, e.Span), !inBounds(doc.Text, e.Sentence):
			fail(kind+" out of bounds or off a rune start", e.Span)
		case e.Span.Empty():
			fail(kind+" of no words", e.Span)
		case !e.Sentence.Contains(e.Span):
			fail(kind+" outside of its sentence", e.Span)
		case strings.TrimSpace(e.Span.Of(doc.Text)) != e.Span.Of(doc.Text):
			fail(kind+" with white space at an end", e.Span)
		}
		if id == "" || ids[id] {
			fail(kind+" whose id is another's or none", e.Span)
		}
		ids[id] = true
		if e.Rule == "" || e.Confidence <= 0 || e.Confidence > 1 {
			fail(kind+" without a rule or a confidence", e.Span)
		}
		for _, role := range roles {
			if !roleKey.MatchString(role) {
				fail(kind+" of role "+role, e.Span)
			}
		}
	}
	for _, d := range c.Responsibilities {
		claim("duty", d.ID, d.Evidence, append([]string{d.Role}, d.SharedWith...)...)
		switch {
		case d.Polarity != extract.Asserted && d.Polarity != extract.Denied:
			fail("duty of polarity "+string(d.Polarity), d.Span)
		case !slices.Contains([]string{"", "always", "usually", "sometimes", "rarely"}, d.Modality):
			fail("duty of modality "+d.Modality, d.Span)
		case d.Modality == "rarely" && d.Polarity != extract.Denied:
			fail("duty that is rarely done but not denied", d.Span)
		case !slices.IsSorted(d.SharedWith) || slices.Contains(d.SharedWith, d.Role):
			fail("duty shared with "+strings.Join(d.SharedWith, ", "), d.Span)
		case d.RoleText == "":
			fail("duty without the words for its role", d.Span)
		case d.Topic == "":
			fail("duty without a topic", d.Span)
		}
	}
	for _, s := range c.Salaries {
		claim("pay", s.ID, s.Evidence, s.Role)
		if s.Low == nil && s.High == nil || s.Low != nil && s.High != nil && *s.Low > *s.High {
			fail("pay whose ends are none or turned round", s.Span)
		}
	}
	for _, o := range c.Comparisons {
		claim("order", o.ID, o.Evidence, o.RoleA, o.RoleB)
		if o.RoleA == o.RoleB {
			fail("order of a role with itself", o.Span)
		}
		if o.Stated == (len(o.FromClaims) > 0) {
			fail("order that is stated and derived, or neither", o.Span)
		}
	}
	for _, u := range c.Unused {
		if !inBounds(doc.Text, u.Span) || u.Reason == "" {
			fail("unused amount out of bounds or without a reason", u.Span)
		}
	}
	for i, pair := range c.Compared {
		if pair[0] >= pair[1] || i > 0 && slices.Compare(c.Compared[i-1][:], pair[:]) >= 0 {
			fail("compared pairs out of order: "+pair[0]+", "+pair[1], corpus.Span{})
		}
	}
	return errors.Join(all...)
}

// inBounds reports whether a span lies in a text and begins and ends on the
// start of a rune.
func inBounds(text string, s corpus.Span) bool {
	onStart := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text) && onStart(s.Start) && onStart(s.End)
}

func quote(text string, s corpus.Span) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(text) {
		return "nowhere"
	}
	return `"` + s.Of(text) + `"`
}

// samples returns the documents of the embedded sample.
func samples(t testing.TB) []*corpus.Document {
	t.Helper()
	var docs []*corpus.Document
	articles := sample.Articles()
	err := fs.WalkDir(articles, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".json") {
			return err
		}
		body, err := fs.ReadFile(articles, name)
		if err != nil {
			return err
		}
		docs = append(docs, parse(t, name, body))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// TestSampleHolds holds the invariants over the sample, that an extractor
// gives the same twice, and that several goroutines may share one (run it
// under the race detector).
func TestSampleHolds(t *testing.T) {
	x := newExtractor(t, extract.Options{})
	docs := samples(t)
	want := make([]extract.Claims, len(docs))
	for i, doc := range docs {
		want[i] = x.Extract(doc)
		if err := problem(doc, want[i]); err != nil {
			t.Errorf("%s: %v", doc.URI, err)
		}
		if len(want[i].Responsibilities) == 0 && len(want[i].Salaries) == 0 {
			t.Errorf("%s: no claims", doc.URI)
		}
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i, doc := range docs {
				if diff := cmp.Diff(want[i], x.Extract(doc)); diff != "" {
					t.Errorf("%s: a second reading differs (-first +second):\n%s", doc.URI, diff)
				}
			}
		})
	}
	group.Wait()
}

// TestOtherExtractor holds that claims do not depend on what an extractor read
// before.
func TestOtherExtractor(t *testing.T) {
	docs := samples(t)
	doc := docs[len(docs)-1]
	used := newExtractor(t, extract.Options{})
	for _, other := range docs {
		used.Extract(other)
	}
	if diff := cmp.Diff(newExtractor(t, extract.Options{}).Extract(doc), used.Extract(doc)); diff != "" {
		t.Errorf("%s: a fresh extractor differs (-fresh +used):\n%s", doc.URI, diff)
	}
}

// hostile are texts that are empty, broken or strange in form.
var hostile = []string{
	"",
	"\n\n\n",
	".",
	"CTO",
	"CTO:",
	"- \n- \n",
	"# \n\n## CTO\n\n-",
	"The CTO",
	"The CTO is",
	"The CTO is responsible for",
	"The CTO is not",
	"As a CTO,",
	"Their duties include",
	"They lead.",
	"The CTO does x, never",
	"- Answers the phone, always",
	"Both",
	"while the CTO, the VP of Engineering, and",
	"The nurse’s job is to — well, “care” for…",
	"The caf\u00e9 manager runs the caf\u00e9; she’s in charge of cr\u00e8me br\u00fbl\u00e9e.",
	"The CTO (chief (technology (officer leads",
	"The CTO ) leads ) the team )",
	"nor or and , , and nor the CTO never not",
	"| CTO | VP |\n| --- | --- |\n| leads | |\n| | runs it |",
	"CTO\tVP of Engineering\nleads the team\truns the shop\n",
	"\u200bThe CTO\u00a0leads\u2028the team.",
	"**CTO:** **leads**: the: team:",
	"The nurse earns $60,000 and the CTO earns $60,000, more than the nurse.",
	"Q: Does the CTO lead? A: The CTO does. No, never.",
	"The \U0001f600 CTO \U0001f600 leads \U0001f600.",
	strings.Repeat("The CTO leads, ", 200),
	strings.Repeat("and ", 500) + "the CTO leads",
	strings.Repeat("(", 300) + "CTO" + strings.Repeat(")", 300),
}

func TestHostile(t *testing.T) {
	x := newExtractor(t, extract.Options{})
	for _, text := range hostile {
		for _, format := range []corpus.Format{corpus.Text, corpus.Markdown} {
			doc, reject := decode.Decode(corpus.Page{URI: "page", Format: format, Body: []byte(text)})
			if reject != nil {
				continue
			}
			if err := problem(doc, x.Extract(doc)); err != nil {
				t.Errorf("%s %.60q: %v", format, text, err)
			}
		}
	}
	if got := x.Extract(&corpus.Document{}); len(got.Responsibilities) > 0 {
		t.Errorf("Extract(no document) = %v, want nothing", got.Responsibilities)
	}
}

// FuzzExtract reads any bytes as a page and holds the invariants of claims.
func FuzzExtract(f *testing.F) {
	for _, text := range hostile {
		f.Add([]byte(text), false)
		f.Add([]byte(text), true)
	}
	f.Add([]byte("# Nurse vs doctor\n\nWhile nurses wash patients, the doctor decides. Both keep records.\n\n- **Nurse:** gives drugs\n"), true)
	x := newExtractor(f, extract.Options{})
	f.Fuzz(func(t *testing.T, body []byte, markdown bool) {
		page := corpus.Page{URI: "page", Format: corpus.Text, Body: body}
		if markdown {
			page.Format = corpus.Markdown
		}
		if len(body) > 1<<12 {
			return // what is long is slow and shows nothing new
		}
		doc, reject := decode.Decode(page)
		if reject != nil {
			return
		}
		claims := x.Extract(doc)
		if err := problem(doc, claims); err != nil {
			t.Fatalf("%q: %v", doc.Text, err)
		}
		if diff := cmp.Diff(claims, x.Extract(doc)); diff != "" {
			t.Fatalf("%q: a second reading differs (-first +second):\n%s", doc.Text, diff)
		}
	})
}
