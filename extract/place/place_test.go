package place

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
	"roleclaims/extract/lexicon"
)

func gazetteer(t testing.TB) *Gazetteer {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	return New(lex)
}

func TestFind(t *testing.T) {
	g := gazetteer(t)
	tests := []struct {
		name, text string
		want       []string // quote=name
	}{
		{"country", "a baker in Canada earns", []string{"Canada=canada"}},
		{"alias", "in the UK and the U.S. alike", []string{"UK=united kingdom", "U.S.=united states"}},
		{"pronoun is no country", "Tell us about it in us", nil},
		{"city with its state", "an actor in Austin, Texas, earns", []string{"Austin, Texas=austin"}},
		{"city with a code", "cooks in Cleveland, OH earn", []string{"Cleveland, OH=cleveland"}},
		{"code alone", "OH", []string{"OH=ohio"}},
		{"code without a comma", "OK OR IN ME", nil},
		{"namesake abroad", "welders in London, Ontario earn", []string{"London, Ontario=ontario"}},
		{"list of regions", "Ohio, Texas and Utah", []string{"Ohio=ohio", "Texas=texas", "Utah=utah"}},
		{"longest name", "New York City and New York", []string{"New York City=new york city", "New York=new york"}},
		{"not within a word", "Indianapolis is no India, nor is Romero Rome", []string{"Indianapolis=indianapolis", "India=india", "Rome=rome"}},
		{"lower case", "turkey sandwich", nil},
		{"adjective", "Canadian nurses", []string{"Canadian=canada"}},
		{"umlaut", "in Zürich or München.", []string{"Zürich=zurich", "München=munich"}},
		{"hyphen", "a US-based firm", []string{"US=united states"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range g.Find(tt.text, corpus.Span{End: len(tt.text)}) {
				got = append(got, m.Span.Of(tt.text)+"="+m.Name)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Find(%q): %s", tt.text, diff)
			}
		})
	}
}

func TestComparable(t *testing.T) {
	g := gazetteer(t)
	tests := []struct {
		a, b string
		want bool
	}{
		{"", "France", true},
		{"London", "UK", true},
		{"England", "Scotland", false},
		{"US", "United States", true},
		{"Texas", "United States", true},
		{"Texas", "Canada", false},
		{"Inner London", "Outer London", false},
		{"Inner London", "London", true},
		{"England (excluding London)", "London", false},
		{"England (excluding London)", "Leeds", true},
		{"California and Washington", "California", true},
		{"Springfield", "Leeds", true},
		{"Austin, Texas", "Dallas", false},
		{"Canadian", "Toronto", true},
	}
	for _, tt := range tests {
		if got := g.Comparable(tt.a, tt.b); got != tt.want {
			t.Errorf("Comparable(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got := g.Comparable(tt.b, tt.a); got != tt.want {
			t.Errorf("Comparable(%q, %q) = %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestCurrency(t *testing.T) {
	g := gazetteer(t)
	tests := []struct{ name, want string }{
		{"Toronto", "CAD"},
		{"the city of Sydney", "AUD"},
		{"Canadian", "CAD"},
		{"canada", "CAD"},
		{"Nowhere", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := g.Currency(tt.name); got != tt.want {
			t.Errorf("Currency(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Each place must lead up to a currency, or amounts there would lose theirs.
func TestGazetteerIsWhole(t *testing.T) {
	g := gazetteer(t)
	for name, e := range g.entries {
		if g.Canonical(name) == "" || g.Currency(g.Canonical(name)) == "" {
			t.Errorf("%s (of %q) has no place or no currency", name, e.of)
		}
	}
}

func FuzzFind(f *testing.F) {
	g := gazetteer(f)
	f.Add("cooks in Cleveland, OH and München")
	f.Add("Ü.U.S., \xff NY")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("documents are valid UTF-8")
		}
		end := 0
		for _, m := range g.Find(text, corpus.Span{End: len(text)}) {
			if m.Span.Start < end || m.Span.Empty() || m.Span.End > len(text) {
				t.Fatalf("Find(%q): span %v after %d", text, m.Span, end)
			}
			if !utf8.RuneStart(text[m.Span.Start]) || m.Span.End < len(text) && !utf8.RuneStart(text[m.Span.End]) {
				t.Fatalf("Find(%q): span %v not on rune starts", text, m.Span)
			}
			if g.Canonical(m.Name) != m.Name {
				t.Fatalf("Find(%q): %q is not canonical", text, m.Name)
			}
			end = m.Span.End
		}
		if !g.Comparable(text, text) {
			t.Fatalf("Comparable(%q) with itself is false", text)
		}
	})
}
