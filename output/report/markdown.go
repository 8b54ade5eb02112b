package report

import (
	"fmt"
	"strings"
	"unicode"

	"roleclaims/extract/role"
)

// Markdown returns the report as text that reads well as it stands, and in a
// code review.
func Markdown(r *Report) []byte {
	m := &markdown{}
	m.head(r)
	m.pairs("Contradictions", r.Pairs, "The sources do not contradict each other on anything that was found.")
	if r.Omitted > 0 {
		m.line("%s in `contradictions.parquet`.\n", plural(r.Omitted, "more contradiction"))
	}
	if len(r.Listed) > 0 {
		m.pairs("Claimed by both", r.Listed, "")
	}
	m.ownership(&r.Ownership)
	m.pay(r.Pay)
	m.nearMisses(r.NearMisses)
	m.rejects(r.Rejects)
	m.line("Run %s.", code(r.RunID))
	return []byte(m.String())
}

type markdown struct{ strings.Builder }

// line writes a line. Its arguments are taken as they are: texts of others
// go through plain first.
func (m *markdown) line(format string, args ...any) {
	fmt.Fprintf(m, format+"\n", args...)
}

func (m *markdown) head(r *Report) {
	c := r.Counts
	m.line("# What the sources say, and where they disagree\n")
	m.line("%s in %s from %s.\n", plural(c.Headline, "contradiction"), plural(c.Documents, "article"), plural(c.Sources, "source"))
	m.line("- read: %s; other files passed over: %d", plural(c.Pages, "page"), c.Ignored)
	m.line("- analysed: %s, copies among them: %d", plural(c.Documents, "article"), c.Duplicates)
	m.line("- found: %s, %s, %s", plural(c.Responsibilities, "duty"), plural(c.Salaries, "pay claim"), plural(c.Comparisons, "comparison"))
	m.line("- claimed by both, outside of the count above: %d", c.ClaimedByBoth)
	m.line("- not flagged: %s that look alike", plural(c.NearMissPairs, "pair"))
	m.line("- left out: %s, %s\n", plural(c.RejectedPages, "page"), plural(c.UnusedAmounts, "amount"))
}

func (m *markdown) pairs(title string, pairs []Pair, none string) {
	m.line("## %s\n", title)
	if len(pairs) == 0 {
		m.line("%s\n", none)
	}
	for _, p := range pairs {
		m.line("### %s\n", plain(RoleNames(p.Roles)))
		for _, f := range p.Full {
			m.finding(&f)
		}
		for _, f := range p.Brief {
			m.line("- %s: %s (%s / %s)", plain(TopicName(f.Topic)), plain(f.Summary), plain(f.A.Source), plain(f.B.Source))
		}
		if len(p.Brief) > 0 {
			m.line("")
		}
	}
}

func (m *markdown) finding(f *Finding) {
	m.line("**%s** (%s). %s\n", plain(TopicName(f.Topic)), plain(named(kindNames, f.Kind)), plain(f.Summary))
	for _, side := range []Side{f.A, f.B} {
		for i, q := range side.Quotes {
			if i > 0 {
				m.line(">")
			}
			m.line("> %s**%s**%s", edge(q.Before, false), plain(strings.TrimSpace(q.Marked)), edge(q.After, true))
			m.line(">")
			m.line("> — %s: %s", plain(q.Says), origin(q.Origin))
		}
		if side.More() > 0 {
			m.line(">")
			m.line("> and %s", plural(side.More(), "more claim"))
		}
		m.line("")
	}
	m.line("%s; severity %.2f, confidence %.2f, rule %s, %s\n", plain(named(tierNames, f.Tier)), f.Severity, f.Confidence, code(f.Rule), code(f.ID))
}

func (m *markdown) ownership(o *Ownership) {
	m.line("## Who owns what\n")
	if len(o.Topics) == 0 {
		m.line("No duties were found.\n")
		return
	}
	m.line("Sources that give a duty to a role, and after a minus those that deny it. An asterisk marks what sources contradict each other on.\n")
	names := make([]string, len(o.Roles))
	for i, key := range o.Roles {
		names[i] = plain(role.Name(key))
	}
	m.line("| | %s |", strings.Join(names, " | "))
	m.line("| ---%s |", strings.Repeat(" | ---:", len(names)))
	for _, t := range o.Topics {
		name := plain(TopicName(t.Name))
		if t.Contested {
			name += " \\*"
		}
		cells := make([]string, len(t.Cells))
		for i, c := range t.Cells {
			if c.Asserted > 0 {
				cells[i] = fmt.Sprint(c.Asserted)
			}
			if c.Denied > 0 {
				cells[i] = strings.TrimSpace(fmt.Sprintf("%s −%d", cells[i], c.Denied))
			}
		}
		m.line("| %s | %s |", name, strings.Join(cells, " | "))
	}
	m.line("")
	if omitted := o.omitted(); omitted != "" {
		m.line("%s in `responsibilities.parquet`.\n", omitted)
	}
}

func (m *markdown) pay(scales []PayScale) {
	m.line("## Pay\n")
	if len(scales) == 0 {
		m.line("No pay was found.\n")
	}
	for _, s := range scales {
		for _, paid := range s.Roles {
			m.line("### %s, %s\n", plain(role.Name(paid.Role)), plain(s.Currency))
			m.line("| source | as written | a year | |\n| --- | --- | --- | --- |")
			for _, row := range paid.Rows {
				m.line("| %s | %s | %s | %s |", origin(row.Origin), plain(row.Quote), plain(Amounts(s.Currency, row.Low, row.High)), plain(strings.Join(row.Notes, ", ")))
			}
			m.line("")
			if paid.Omitted > 0 {
				m.line("%s in `salaries.parquet`.\n", plural(paid.Omitted, "more claim"))
			}
		}
		if s.Omitted > 0 {
			m.line("%s in `salaries.parquet`.\n", plural(s.Omitted, "more role"))
		}
	}
}

func (m *markdown) nearMisses(misses []NearMiss) {
	m.line("## Near misses\n")
	if len(misses) == 0 {
		m.line("Nothing came near.\n")
	}
	for _, n := range misses {
		m.line("**%s** (%s). %s: %s\n", plain(named(reasonNames, n.Reason)), plural(n.Pairs, "pair"), plain(RoleNames(n.Roles)), plain(TopicName(n.Topic)))
		m.line("> %s\n>\n> %s\n", plain(n.QuoteA), plain(n.QuoteB))
		if n.Words != "" {
			m.line("Decided by: %s\n", plain(n.Words))
		}
	}
}

func (m *markdown) rejects(groups []RejectGroup) {
	m.line("## Left out\n")
	if len(groups) == 0 {
		m.line("All pages and amounts were used.\n")
		return
	}
	m.line("| stage | reason | count | such as |\n| --- | --- | ---: | --- |")
	for _, g := range groups {
		var examples []string
		for _, e := range g.Examples {
			examples = append(examples, strings.TrimSuffix(plain(e.URI)+": "+plain(e.Detail), ": "))
		}
		m.line("| %s | %s | %d | %s |", plain(g.Stage), plain(TopicName(g.Reason)), g.Count, strings.Join(examples, "; "))
	}
	m.line("")
}

func origin(o Origin) string {
	text := plain(o.Source)
	if o.Date != "" {
		text += ", " + plain(o.Date)
	}
	if o.Copy {
		text += " (a copy)"
	}
	return text
}

// edge is the text beside a marked one, with its space kept outside of the
// asterisks.
func edge(text string, after bool) string {
	escaped := plain(text)
	switch {
	case escaped == "":
		return ""
	case after && startsWithSpace(text):
		return " " + escaped
	case !after && startsWithSpace(lastRune(text)):
		return escaped + " "
	default:
		return escaped
	}
}

func startsWithSpace(s string) bool {
	for _, r := range s {
		return unicode.IsSpace(r)
	}
	return false
}

func lastRune(s string) string {
	runes := []rune(s)
	return string(runes[len(runes)-1:])
}

// plain makes a text of others mean itself in Markdown, in a table too, on
// one line. Addresses are not made links.
func plain(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#|~&!$", r):
			b.WriteByte('\\')
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			continue
		}
		b.WriteRune(r)
	}
	escaped := b.String()
	// A colon before // would make a link of an address.
	return strings.NewReplacer("://", "&#58;//", "www.", "www&#46;").Replace(escaped)
}

// code sets a key in code; what a key can't hold is left out.
func code(key string) string {
	return "`" + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_./", r) {
			return r
		}
		return -1
	}, key) + "`"
}
