package explain

import (
	"fmt"
	"io"
	"strings"
)

const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	yellow = "\x1b[33m"
	reset  = "\x1b[0m"
)

// Text is how an explanation is laid out on a terminal.
type Text struct {
	Color bool
	Width int // of the terminal in columns
}

// WritePair lays out two claims.
func (t Text) WritePair(w io.Writer, p *Pair) error {
	var b strings.Builder
	t.verdict(&b, p)
	t.claim(&b, "a", &p.A)
	t.claim(&b, "b", &p.B)
	t.pair(&b, p)
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteContradiction lays out a contradiction.
func (t Text) WriteContradiction(w io.Writer, c *Contradiction) error {
	var b strings.Builder
	t.lines(&b, "", bold, c.Summary)
	t.lines(&b, "", dim, fmt.Sprintf("%s (%s, %s), contradiction %s", c.Kind, c.Tier, c.Scope, c.ID))
	t.lines(&b, "rule  ", "", Why("flagged", c.Rule, "", nil))
	t.side(&b, "a", &c.A)
	t.side(&b, "b", &c.B)
	t.head(&b, "The leading pair")
	t.pair(&b, &c.Leading)
	t.head(&b, "Its figures")
	for _, g := range []struct {
		name string
		Grade
	}{{"severity", c.Severity}, {"confidence", c.Confidence}} {
		t.lines(&b, fmt.Sprintf("  %-12s", g.name), "", fmt.Sprintf("%.3f = %s", g.Value, g.Formula))
	}
	missing := "none: both sides state the same limits, or none"
	if len(c.MissingScope) > 0 {
		missing = strings.Join(c.MissingScope, ", ") + ": one side leaves it out; if stated, it might explain the difference"
	}
	t.lines(&b, "  missing     ", "", missing)
	_, err := io.WriteString(w, b.String())
	return err
}

// verdict says first what became of the two.
func (t Text) verdict(b *strings.Builder, p *Pair) {
	c := &p.Comparisons[0]
	switch {
	case c.Outcome == "flagged":
		t.lines(b, "", bold, fmt.Sprintf("Flagged: %s, contradiction %s", c.Kind, c.Finding))
	case c.Outcome == "spared":
		t.lines(b, "", bold, fmt.Sprintf("Compared and not flagged: %s", c.Reason))
	default:
		t.lines(b, "", bold, fmt.Sprintf("Never compared: %s", c.Reason))
	}
	t.lines(b, "", "", c.Why)
	if c.Outcome == "spared" && c.Finding != "" {
		t.lines(b, "", "", fmt.Sprintf("Reported in their place: contradiction %s.", c.Finding))
	}
}

// pair writes the slots of two claims, and each comparison.
func (t Text) pair(b *strings.Builder, p *Pair) {
	t.head(b, "What they state")
	rows := make([]Slot, len(p.Stated))
	for i, r := range p.Stated {
		rows[i] = Slot{Row: r}
	}
	t.table(b, rows)
	decided := false
	for i := range p.Comparisons {
		c := &p.Comparisons[i]
		title := "What detection compares"
		if len(p.Comparisons) > 1 {
			title += fmt.Sprintf(", %d of %d: %s of %s, %s %s", i+1, len(p.Comparisons), c.Kind, c.Topic, c.Outcome, c.Reason)
		}
		t.head(b, strings.TrimSpace(title))
		if i > 0 {
			t.lines(b, "  ", "", c.Why)
		}
		if len(c.Slots) == 0 {
			t.lines(b, "  ", "", "nothing: their slots are of different kinds, or one has none")
			continue
		}
		keys := Slot{Row: Row{Name: "key", A: c.KeyA, B: c.KeyB}, Status: "differs"}
		if c.KeyA == c.KeyB {
			keys.Status = "equal"
		}
		t.table(b, append([]Slot{keys}, c.Slots...))
		for _, s := range c.Slots {
			decided = decided || s.Decides
		}
	}
	if decided {
		t.lines(b, "  ", dim, "← what spares them")
	}
}

func (t Text) side(b *strings.Builder, name string, s *Side) {
	t.head(b, fmt.Sprintf("Side %s: %s of %s", name, plural(s.Claims, "claim"), plural(s.Support, "independent source")))
	for i := range s.Evidence {
		t.claim(b, fmt.Sprintf("%s%d", name, s.Evidence[i].Rank), &s.Evidence[i].Claim)
	}
}

// claim writes what a claim says and where.
func (t Text) claim(b *strings.Builder, name string, c *Claim) {
	t.lines(b, fmt.Sprintf("  %-3s ", name), "", c.Says)
	t.lines(b, "      ", dim, fmt.Sprintf("%s %s, %s", c.Dataset, c.ID, c.origin()))
	t.lines(b, "      ", "", "“"+brief(c.In, c.Quote)+"”")
}

func (c *Claim) origin() string {
	if c.Source == c.URI {
		return c.Source
	}
	return c.Source + " (" + c.URI + ")"
}

func (t Text) head(b *strings.Builder, text string) {
	b.WriteString("\n")
	t.lines(b, "", bold, text)
}

// lines writes a text behind a head, its further lines below the first.
func (t Text) lines(b *strings.Builder, head, style, text string) {
	for i, line := range wrap(text, t.Width-len(head)) {
		if i > 0 {
			head = strings.Repeat(" ", len(head))
		}
		b.WriteString(head + t.paint(style, line) + "\n")
	}
}

func (t Text) paint(style, text string) string {
	if !t.Color || style == "" || strings.TrimSpace(text) == "" {
		return text
	}
	return style + text + reset
}

// longest is how much of a sentence is shown, in bytes.
const longest = 600

// brief returns a sentence, or the quote from it if that is all that is short.
func brief(sentence, quote string) string {
	if len(sentence) <= longest {
		return sentence
	}
	return "… " + quote + " …"
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
