package inspect

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/corpus/goldentest"
	"roleclaims/extract"
	"roleclaims/extract/lexicon"
)

func extracted(t testing.TB, name string, body []byte) Article {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(lex, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	format := map[string]corpus.Format{".html": corpus.HTML, ".md": corpus.Markdown, ".txt": corpus.Text}[filepath.Ext(name)]
	doc, reject := decode.Decode(corpus.Page{URI: name, Format: format, Body: body})
	if reject != nil {
		t.Fatalf("decode %s: %s", name, reject.Reason)
	}
	claims := x.Extract(doc)
	return New(doc, &claims)
}

// TestGolden lays articles out as text: once in brackets with the reasons,
// once in colour, with ESC written as ^. Precisions, which are measured anew
// now and then, are left out.
func TestGolden(t *testing.T) {
	goldentest.Archives(t, "testdata/*.txtar", func(t *testing.T, page txtar.File) []txtar.File {
		a := extracted(t, page.Name, page.Data)
		var brackets, colour bytes.Buffer
		if err := (Text{Why: true}).Write(&brackets, a); err != nil {
			t.Fatal(err)
		}
		if err := (Text{Color: true}).Write(&colour, a); err != nil {
			t.Fatal(err)
		}
		plain := regexp.MustCompile(`right in \d+`).ReplaceAll(brackets.Bytes(), []byte("right in NN"))
		return []txtar.File{{Name: "brackets", Data: plain}, {Name: "colour", Data: bytes.ReplaceAll(colour.Bytes(), []byte("\x1b"), []byte("^"))}}
	})
}

// made is an article of one paragraph with claims at the spans given.
func made(text string, spans ...corpus.Span) Article {
	doc := &corpus.Document{URI: "a.txt", Text: text, Blocks: []corpus.Block{{Kind: corpus.Paragraph, Span: corpus.Span{End: len(text)}}}}
	var claims extract.Claims
	for i, span := range spans {
		e := extract.Evidence{Span: span, Sentence: corpus.Span{End: len(text)}, Rule: "r"}
		switch i % 3 {
		case 0:
			claims.Responsibilities = append(claims.Responsibilities, extract.Responsibility{Role: "chef", Evidence: e, Polarity: extract.Asserted})
		case 1:
			claims.Salaries = append(claims.Salaries, extract.Salary{Role: "chef", Evidence: e})
		case 2:
			claims.Comparisons = append(claims.Comparisons, extract.Comparison{RoleA: "chef", RoleB: "cook", Evidence: e})
		}
	}
	return New(doc, &claims)
}

func TestOverlaps(t *testing.T) {
	const text = "abcdefghij"
	for _, tt := range []struct {
		name  string
		spans []corpus.Span
		want  string
	}{
		{"none", nil, "abcdefghij"},
		{"one in another", []corpus.Span{{Start: 1, End: 8}, {Start: 3, End: 5}}, "a[bc{de}2fgh]1ij"},
		{"one across another", []corpus.Span{{Start: 1, End: 5}, {Start: 3, End: 8}}, "a[bc{de]1fgh}2ij"},
		{"two of a kind on one span", []corpus.Span{{Start: 1, End: 5}, {Start: 7, End: 8}, {Start: 9, End: 10}, {Start: 1, End: 5}}, "a[bcde]1,2fg{h}3i<j>4"},
		{"two kinds on one span", []corpus.Span{{Start: 1, End: 5}, {Start: 1, End: 5}}, "a[{bcde}2]1fghij"},
		{"end to end", []corpus.Span{{Start: 1, End: 5}, {Start: 5, End: 7}}, "a[bcde]1{fg}2hij"},
		{"the whole", []corpus.Span{{Start: 0, End: 10}}, "[abcdefghij]1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := (Text{}).Write(&out, made(text, tt.spans...)); err != nil {
				t.Fatal(err)
			}
			if got := strings.Split(out.String(), "\n")[3]; got != tt.want {
				t.Errorf("marked as %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTerminalIsSafe(t *testing.T) {
	var out bytes.Buffer
	if err := (Text{}).Write(&out, made("a\x1b[31mb\u0085c\u202ed")); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\u0085\u202e") {
		t.Errorf("control codes reach the terminal: %q", out.String())
	}
}

func TestHTML(t *testing.T) {
	body, err := HTML(made("a <script>alert(1)</script> & b", corpus.Span{Start: 0, End: 10}, corpus.Span{Start: 2, End: 14}), true)
	if err != nil {
		t.Fatal(err)
	}
	page := string(body)
	for _, want := range []string{`default-src &#39;none&#39;`, `&lt;script&gt;`, `<mark class="duty pay many"`, `href="#claim-2"`, `id="claim-2"`, `<details id="claim-1" class="duty" open>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if m := regexp.MustCompile(`(?i)<script|https?://|url\(|@import| on[a-z]+=`).FindString(page); m != "" {
		t.Errorf("the page holds %q: it may load and run nothing", m)
	}
}

// FuzzMarks wants every layout to hold the text as it stands, whatever spans
// claims have.
func FuzzMarks(f *testing.F) {
	f.Add("The chef runs the kitchen.", uint8(0), uint8(8), uint8(4), uint8(20))
	f.Add("né", uint8(1), uint8(3), uint8(0), uint8(1))
	f.Fuzz(func(t *testing.T, text string, a, b, c, d uint8) {
		if !utf8.ValidString(text) {
			return
		}
		span := func(x, y uint8) corpus.Span {
			s := corpus.Span{Start: min(int(x), int(y), len(text)), End: min(max(int(x), int(y)), len(text))}
			for s.Start < s.End && !utf8.RuneStart(text[s.Start]) {
				s.Start++
			}
			for s.End > s.Start && s.End < len(text) && !utf8.RuneStart(text[s.End]) {
				s.End--
			}
			return s
		}
		article := made(text, span(a, b), span(c, d))
		var joined strings.Builder
		depth := 0
		for _, p := range article.pieces(article.marks(), corpus.Span{End: len(text)}) {
			joined.WriteString(p.text)
			depth += len(p.opens)
			if depth != len(p.within) {
				t.Fatalf("%d marks are open, %d around the piece %q", depth, len(p.within), p.text)
			}
			depth -= len(p.closes)
		}
		if joined.String() != text || depth != 0 {
			t.Errorf("pieces hold %q and leave %d open, want %q and none", joined.String(), depth, text)
		}
		if _, err := HTML(article, false); err != nil {
			t.Error(err)
		}
	})
}
