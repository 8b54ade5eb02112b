package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestGolden(t *testing.T) {
	page, err := HTML(sample())
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][]byte{"report.html": page, "report.md": Markdown(sample())} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, got, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s, -update to accept (-want +got):\n%s", name, diff)
		}
	}
}

func TestSameBytesTwice(t *testing.T) {
	first, err := HTML(sample())
	if err != nil {
		t.Fatal(err)
	}
	second, err := HTML(sample())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) || !bytes.Equal(Markdown(sample()), Markdown(sample())) {
		t.Error("two reports of one run differ")
	}
}

// attributes that make a browser fetch something.
var loads = regexp.MustCompile(`(?i)<(script [^>]*|link|img|iframe|object|embed|base|video|audio|source|use)\b|\b(src|srcset|action|background|poster|xlink:href)\s*=|url\([^)]|@import|<a [^>]*href="(javascript|data|vbscript):| on[a-z]+=|<meta http-equiv="refresh`)

func TestPageLoadsNothing(t *testing.T) {
	page, err := HTML(sample())
	if err != nil {
		t.Fatal(err)
	}
	if found := loads.FindAll(page, -1); found != nil {
		t.Errorf("the page loads: %q", found)
	}
	for _, address := range regexp.MustCompile(`\S*https?://`).FindAllString(string(page), -1) {
		if !strings.HasPrefix(address, `href="http`) && !strings.HasPrefix(address, `class="uri">http`) {
			t.Errorf("an address that is no link: %s", address)
		}
	}
}

// hostile texts must come out as text, wherever they stand.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`</style><script>alert(1)</script>`,
	`javascript:alert(1)`,
	`[x](javascript:alert(1)) **b** | c`,
	"line\n\n# head\n| a | b |\r\n- item\u2028",
	`<!-- ]]> {{.RunID}} ${x}`,
	"\x00\x1b[31m\u202e",
	`![](https://evil.example/x.png) https://evil.example <https://evil.example>`,
}

func TestHostileTextStaysText(t *testing.T) {
	harmless := sample()
	poison(reflect.ValueOf(harmless).Elem(), "word")
	clean, err := HTML(harmless)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range hostile {
		r := sample()
		poison(reflect.ValueOf(r).Elem(), text)
		page, err := HTML(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range regexp.MustCompile(`href="[^"]*"`).FindAllString(string(page), -1) {
			if !strings.HasPrefix(link, `href="#`) && !strings.HasPrefix(link, `href="?`) && !strings.HasPrefix(link, `href="http`) {
				t.Errorf("%q: a link to %s", text, link)
			}
		}
		if got, want := tags(page), tags(clean); got > want {
			t.Errorf("%q: %d tags, want no more than %d", text, got, want)
		}
		md := string(Markdown(r))
		for _, bad := range []string{"<script", "<img", "](", "![", "://", "\x1b", "\n# head"} {
			if strings.Contains(unescaped(md), bad) {
				t.Errorf("%q: the Markdown has %q", text, bad)
			}
		}
	}
}

func TestHarmless(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "é — 你好 \U0001F680\n\tx", "é — 你好 \U0001F680\n\tx"},
		{"controls", "a\x00b\x1b[31mc\x7f\u0085d", "ab[31mcd"},
		{"turned", "a\u202eb\u202c\u2066c\u2069\u200f", "abc"},
		{"broken", "a\xffb\xc3", "a\ufffdb\ufffd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(Harmless([]byte(tt.text))); got != tt.want {
				t.Errorf("Harmless(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// tags counts what a browser would take for the start of an element.
func tags(page []byte) int { return len(regexp.MustCompile(`<[a-zA-Z!]`).FindAll(page, -1)) }

// unescaped drops the escaped characters of a Markdown text.
func unescaped(md string) string { return regexp.MustCompile(`\\.`).ReplaceAllString(md, "") }

// poison sets every string within v to text.
func poison(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Struct:
		for i := range v.NumField() {
			poison(v.Field(i), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), text)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := plain(text)
		if strings.ContainsAny(got, "\n\r\t\x00") {
			t.Errorf("plain(%q) = %q has control characters", text, got)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("plain(%q) is not UTF-8", text)
		}
		if bare := unescaped(got); strings.ContainsAny(bare, "*_`[]<>|") {
			t.Errorf("plain(%q) = %q leaves %q", text, got, bare)
		}
	})
}

func TestEmptyReport(t *testing.T) {
	page, err := HTML(&Report{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"do not contradict", "No duties", "No pay", "No source says", "No article", "Nothing came near", "All pages"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the empty page lacks %q", want)
		}
	}
}

func TestAmounts(t *testing.T) {
	n := func(hundredths int64) *int64 { return &hundredths }
	tests := []struct {
		name      string
		low, high *int64
		want      string
	}{
		{"a range", n(15000000), n(25000050), "USD 150,000 to 250,000.50"},
		{"a figure", n(4005), n(4005), "USD 40.05"},
		{"open top", n(20000000), nil, "USD 200,000 or more"},
		{"open bottom", nil, n(9000000), "up to USD 90,000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Amounts("USD", tt.low, tt.high); got != tt.want {
				t.Errorf("Amounts = %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzScale(f *testing.F) {
	f.Add(int64(0), int64(0), int64(1))
	f.Add(int64(9500000), int64(24000000), int64(999999999999999))
	f.Fuzz(func(t *testing.T, a, b, c int64) {
		if min(a, b, c) < 0 || max(a, b, c) > 1e18 {
			t.Skip("no amount")
		}
		rows := []PayRow{{Low: &a, High: &b}, {Low: &c}, {High: &a}, {}}
		if a > b {
			rows[0] = PayRow{Low: &b, High: &a}
		}
		s := newScale("USD", rows)
		if n := len(s.ticks); n < 2 || n > 8 || s.ticks[0].X != 0 || s.ticks[n-1].X != plotWidth {
			t.Errorf("%d ticks: %v", n, s.ticks)
		}
		for _, row := range rows {
			bar := s.bar(row)
			if bar.From < 0 || bar.From > bar.To || bar.To > plotWidth || bar.Left > bar.From || bar.Right >= 0 && bar.Right < bar.To {
				t.Errorf("bar of %v is %+v", row, bar)
			}
		}
	})
}
