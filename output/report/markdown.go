package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roleclaims/extract/role"
)

// markdownLimit keeps the text within what code hosts take as one comment,
// 65,536 characters; parts that would not fit are left to the page.
const markdownLimit = 60_000

const (
	markdownFull = 15  // contradictions with their quotes
	markdownRows = 100 // further ones, a row of a table each
)

// Markdown returns the report as text that reads well as it stands, and as a
// comment in a code review.
func Markdown(r *Report) []byte {
	m := &markdown{}
	m.head(r)
	var dropped []string
	for _, part := range []struct {
		name  string
		write func(*markdown)
	}{
		{"contradictions", func(m *markdown) { m.contradictions(r) }},
		{"duties claimed by both", func(m *markdown) { m.listed(r.Listed) }},
		{"who owns what", func(m *markdown) { m.ownership(&r.Ownership) }},
		{"who earns more", func(m *markdown) { m.orders(&r.Orders) }},
		{"pay", func(m *markdown) { m.pay(r.Pay) }},
		{"sources", func(m *markdown) { m.sources(&r.Sources) }},
		{"near misses", func(m *markdown) { m.nearMisses(r.NearMisses) }},
		{"left out", func(m *markdown) { m.rejects(r.Rejects) }},
	} {
		next := &markdown{}
		part.write(next)
		if m.Len()+next.Len() > markdownLimit {
			dropped = append(dropped, part.name)
			continue
		}
		m.WriteString(next.String())
	}
	if len(dropped) > 0 {
		m.line("Too long for this page, so in `report.html` only: %s.\n", strings.Join(dropped, ", "))
	}
	m.line("Run %s.", code(r.RunID))
	return Harmless([]byte(m.String()))
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
	m.line("- not flagged, though alike: %s", plural(c.NearMissPairs, "pair"))
	if r.Review != nil {
		m.line("- reviewed: %s", r.Review.text())
	}
	m.line("- left out: %s, %s\n", plural(c.RejectedPages, "page"), plural(c.UnusedAmounts, "amount"))
}

// contradictions writes the most severe ones with their quotes, further ones
// as a table.
func (m *markdown) contradictions(r *Report) {
	m.line("## Contradictions\n")
	all := flat(r.Pairs)
	if len(all) == 0 {
		m.line("The sources do not contradict each other on anything that was found.\n")
	}
	full := min(len(all), markdownFull)
	for i := range all[:full] {
		m.finding(&all[i])
	}
	rows := all[full:min(len(all), full+markdownRows)]
	if len(rows) > 0 {
		m.line("Less severe:\n")
		m.table(rows)
	}
	if more := len(all) - full - len(rows) + r.Omitted; more > 0 {
		m.line("%s in `report.html` and `contradictions.parquet`.\n", plural(more, "more contradiction"))
	}
}

func (m *markdown) listed(pairs []Pair) {
	all := flat(pairs)
	if len(all) == 0 {
		return
	}
	m.line("## Claimed by both\n")
	rows := all[:min(len(all), markdownRows/2)]
	m.table(rows)
	if more := len(all) - len(rows); more > 0 {
		m.line("%s in `report.html`.\n", plural(more, "more duty"))
	}
}

// flat lists the findings of pairs, most severe first.
func flat(pairs []Pair) []Finding {
	var all []Finding
	for _, p := range pairs {
		all = append(all, p.All()...)
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), strings.Compare(a.ID, b.ID))
	})
	return all
}

func (m *markdown) table(rows []Finding) {
	m.line("| severity | | sources |\n| ---: | --- | --- |")
	for _, f := range rows {
		m.line("| %.2f | %s | %s / %s |", f.Severity, plain(f.Summary), plain(f.A.Source), plain(f.B.Source))
	}
	m.line("")
}

func (m *markdown) finding(f *Finding) {
	m.line("### %s\n", plain(f.Summary))
	m.line("%s: %s, %s; severity %.2f, confidence %.2f, rule %s, %s\n", plain(RoleNames(f.Roles)), plain(TopicName(f.Topic)), plain(named(kindNames, f.Kind)), f.Severity, f.Confidence, code(f.Rule), code(f.ID))
	for _, side := range []Side{f.A, f.B} {
		if len(side.Quotes) > 0 {
			q := side.Quotes[0]
			m.line("> %s**%s**%s", edge(q.Before, false), plain(strings.TrimSpace(q.Marked)), edge(q.After, true))
			m.line(">\n> — %s: %s", plain(q.Says), origin(q.Origin))
		}
		if side.Claims > 1 {
			m.line(">\n> in all %s of %s", plural(side.Claims, "claim"), plural(side.Sources, "source"))
		}
		m.line("")
	}
	for _, v := range f.Verdicts {
		m.line("%s by %s, %s%s\n", plain(strings.TrimSpace(v.Verdict+" "+TopicName(v.Reason))), plain(v.Reviewer), plain(v.Date), map[bool]string{true: " (stale)"}[v.Stale])
	}
	if step := settles(*f); step != "" {
		m.line("To settle it: %s.\n", plain(step))
	}
}

func (m *markdown) ownership(o *Ownership) {
	m.line("## Who owns what\n")
	if len(o.Rows) == 0 {
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
	for _, t := range o.Rows {
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

func (m *markdown) orders(o *Orders) {
	m.line("## Who earns more\n")
	if len(o.Rows) == 0 {
		m.line("No source says who earns more.\n")
		return
	}
	m.line("Sources by what they say of the first role's pay.\n")
	m.line("| | more | same | less | than |\n| --- | ---: | ---: | ---: | --- |")
	for _, row := range o.Rows {
		circle := ""
		if len(row.Circle) > 0 {
			circle = " (part of a circle)"
		}
		m.line("| %s | %d | %d | %d | %s%s |", plain(role.Name(row.A)), len(row.More), len(row.Same), len(row.Less), plain(role.Name(row.B)), circle)
	}
	m.line("")
}

func (m *markdown) sources(s *Sources) {
	m.line("## Sources\n")
	m.line("| | articles | claims | disputed | alone |\n| --- | ---: | ---: | ---: | ---: |")
	for _, row := range s.Rows {
		m.line("| %s | %d | %d | %d | %d |", plain(row.Name), row.Articles, row.Claims, row.Disputed, row.Alone)
	}
	m.line("")
}

func (m *markdown) nearMisses(misses []NearMiss) {
	m.line("## Near misses\n")
	if len(misses) == 0 {
		m.line("Nothing came near.\n")
	}
	for _, n := range misses {
		m.line("**%s** (%s).", plain(Reason(n.Reason)), plural(n.Pairs, "pair"))
		for _, e := range n.Examples[:min(len(n.Examples), 1)] {
			m.line("%s: %s\n", plain(RoleNames(e.Roles)), plain(TopicName(e.Topic)))
			m.line("> %s\n>\n> %s\n", plain(e.QuoteA), plain(e.QuoteB))
			if e.Words != "" {
				m.line("Decided by: %s\n", plain(e.Words))
			}
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
