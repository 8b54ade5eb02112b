package explain

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/rivo/uniseg"
)

func pairOf(text string) *Pair {
	return &Pair{
		A:      Claim{ID: "a1", Dataset: "salaries", Source: "one.example", URI: "one.example", Says: text, In: text, Quote: text},
		B:      Claim{ID: "b1", Dataset: "salaries", Source: "two.example", URI: "https://two.example/" + text, Says: "Chef: EUR 1", In: "EUR 1", Quote: "EUR 1"},
		Stated: []Row{{"role", text, "chef"}, {"year", "", "2024"}, {"place", "Rome", "Rome"}},
		Comparisons: []Comparison{{
			Outcome: "spared", Kind: "pay-range", Reason: "other-year", Words: []string{"2023", "2024"}, Why: Why("spared", "", "other-year", []string{"2023", text}),
			KeyA: "k", KeyB: text, Slots: []Slot{{Row{"year", "2023", "2024"}, "differs", true}, {Row{"place", text, ""}, "unstated on one side", false}},
		}},
	}
}

// Whatever an article says, no line is wider than the terminal, nothing steers
// it, and no value is lost.
func FuzzText(f *testing.F) {
	f.Add("The chef plans the menus", 100)
	f.Add("\x1b[2J\u202eevil\u0007", 40)
	f.Add(strings.Repeat("x", 300)+" 你好你好你好你好你好你好你好你好 "+strings.Repeat("👩‍🍳", 40), 76)
	f.Add("e\u0301\u0301 \u00a0 \u2028", 24)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 24 + (width&0x7fffffff)%200
		var b bytes.Buffer
		if err := (Text{Width: width}).WritePair(&b, pairOf(text)); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if n := uniseg.StringWidth(line); n > width {
				t.Errorf("a line of %d columns for %d: %q", n, width, line)
			}
			if i := strings.IndexFunc(line, func(r rune) bool { return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e }); i >= 0 {
				t.Errorf("a line could steer the terminal: %q", line)
			}
		}
	})
}

func TestTextShowsEveryValue(t *testing.T) {
	for _, width := range []int{40, 75, 76, 100, 200} {
		var b bytes.Buffer
		if err := (Text{Width: width}).WritePair(&b, pairOf("pastry-chef")); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"Compared and not flagged: other-year", "pastry-chef", "2024", "2023", "Rome", "differs ←", "unstated", "← what spares them", "a1", "b1"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("width %d: no %q in\n%s", width, want, b.String())
			}
		}
		if strings.Contains(b.String(), "\x1b") {
			t.Errorf("width %d: colour that nobody asked for", width)
		}
	}
}

func TestTextInColour(t *testing.T) {
	var b bytes.Buffer
	if err := (Text{Width: 100, Color: true}).WritePair(&b, pairOf("chef")); err != nil {
		t.Fatal(err)
	}
	if want := "\x1b[1m\x1b[33mdiffers ←\x1b[0m"; !strings.Contains(b.String(), want) {
		t.Errorf("no %q in %q", want, b.String())
	}
	if strings.Count(b.String(), "\x1b[0m") > strings.Count(b.String(), "\x1b[") {
		t.Error("colours end that never began")
	}
}

func TestWhy(t *testing.T) {
	for _, row := range []struct {
		outcome, rule, reason string
		words                 []string
		want                  string
	}{
		{"flagged", "same-duty", "", nil, "same-duty: two roles are given one duty."},
		{"spared", "", "other-year", []string{"2023", "2024"}, "The figures are of other years: 2023 / 2024."},
		{"spared", "", "other-condition", []string{"", "senior"}, "Other conditions or grades: none / senior."},
		{"spared", "circle", "outweighed", nil, "They break the rule, but the run reports firmer or wider claims in their place (circle: the orders lead back to the first role)."},
		{"apart", "", "same-side", nil, "They say the same, so they stand on one side."},
		{"spared", "", "a-new-reason", nil, "a new reason."},
	} {
		if got := Why(row.outcome, row.rule, row.reason, row.words); got != row.want {
			t.Errorf("Why(%q, %q, %q, %v) = %q, want %q", row.outcome, row.rule, row.reason, row.words, got, row.want)
		}
	}
}
