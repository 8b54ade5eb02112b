package explain

import (
	"strings"

	"github.com/rivo/uniseg"

	"roleclaims/output/inspect"
)

const (
	sideBySide  = 76 // columns from which on two values stand beside each other
	nameWidth   = 20
	statusWidth = 12
)

// table writes rows: side by side where there is room, else one value below
// the other.
func (t Text) table(b *strings.Builder, rows []Slot) {
	if t.Width < sideBySide {
		for _, r := range rows {
			t.stacked(b, r)
		}
		return
	}
	status := 0
	for _, r := range rows {
		if r.Status != "" {
			status = statusWidth
		}
	}
	cell := (t.Width - nameWidth - status - 2) / 2
	for _, r := range rows {
		left, right := wrap(stated(r.A), cell-1), wrap(stated(r.B), cell-1)
		for i := range max(len(left), len(right)) {
			name, a, c, state := "", "", "", ""
			if i == 0 {
				name, state = r.Name, short(r)
			}
			if i < len(left) {
				a = left[i]
			}
			if i < len(right) {
				c = right[i]
			}
			line := "  " + t.paint(dim, pad(name, nameWidth)) + pad(a, cell) + pad(c, cell) + t.paint(tint(r), state)
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
}

// stacked writes a row for a narrow terminal.
func (t Text) stacked(b *strings.Builder, r Slot) {
	head := t.paint(dim, r.Name)
	if r.Status != "" {
		head += "  " + t.paint(tint(r), short(r))
	}
	b.WriteString("  " + head + "\n")
	if r.A == r.B {
		t.value(b, "    a, b  ", r.A)
		return
	}
	t.value(b, "    a  ", r.A)
	t.value(b, "    b  ", r.B)
}

func (t Text) value(b *strings.Builder, head, text string) {
	for i, line := range wrap(stated(text), t.Width-len(head)) {
		if i > 0 {
			head = strings.Repeat(" ", len(head))
		}
		b.WriteString(head + line + "\n")
	}
}

func stated(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// short is a status in a word; an arrow marks what decided.
func short(r Slot) string {
	word, _, _ := strings.Cut(r.Status, " ")
	if r.Decides {
		word += " ←"
	}
	return word
}

func tint(r Slot) string {
	switch {
	case r.Decides:
		return bold + yellow
	case r.Status == "differs":
		return yellow
	}
	return dim
}

// pad fills a text up to a width in columns of a terminal.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-uniseg.StringWidth(text), 0))
}

// wrap breaks a text into lines of a width at most, between words where it
// can. It keeps what could steer a terminal out.
func wrap(text string, width int) []string {
	width = max(width, 8)
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(inspect.Printable(text)) {
		n := uniseg.StringWidth(word)
		switch {
		case line == "":
		case used+1+n > width:
			lines, line, used = append(lines, line), "", 0
		default:
			line, used = line+" ", used+1
		}
		if n <= width {
			line, used = line+word, used+n
			continue
		}
		pieces, last := cut(word, width)
		lines, line, used = append(lines, pieces...), last, uniseg.StringWidth(last)
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// cut splits a long word into pieces of a width, never within a character as
// it is read. The last piece may be shorter.
func cut(word string, width int) (pieces []string, last string) {
	from, at, used, state := 0, 0, 0, -1
	for rest := word; rest != ""; {
		var cluster string
		var columns int
		cluster, rest, columns, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+columns > width && at > from {
			pieces, from, used = append(pieces, word[from:at]), at, 0
		}
		at, used = at+len(cluster), used+columns
	}
	return pieces, word[from:]
}
