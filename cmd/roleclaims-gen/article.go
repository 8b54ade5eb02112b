package main

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
)

// page is an article as it is published.
type page struct {
	name, source, address, title, date string
	format                             string // md, txt, html
	body                               string // without front matter
}

func sourceName(n int) string { return fmt.Sprintf("site%d.example", n) }

// block is a heading, a paragraph or a list.
type block struct {
	kind  rune // 'h', 'p', 'l'
	lines []string
}

// layout makes a page of a draft.
func (d *draft) layout(seed uint64) page {
	rng := rand.New(rand.NewPCG(seed, uint64(d.number)+2))
	remarks := append([]string(nil), asides...)
	rng.Shuffle(len(remarks), func(i, j int) { remarks[i], remarks[j] = remarks[j], remarks[i] })
	remark := func() string { // each once
		if len(remarks) == 0 {
			return ""
		}
		last := remarks[len(remarks)-1]
		remarks = remarks[:len(remarks)-1]
		return last
	}
	one, other := d.family.roles[d.roles[0]], d.family.roles[d.roles[1]]
	titles := []string{"%s vs %s", "%s or %s?", "The difference between a %s and a %s", "%s and %s compared", "%s versus %s: who does what"}
	p := page{
		name: d.name, source: d.source, address: "https://" + d.source + "/" + strings.TrimSuffix(d.name, d.extension()),
		title: fmt.Sprintf(pick(rng, titles), one.title, other.title), format: d.extension()[1:],
		date: fmt.Sprintf("20%d-%02d-%02d", 18+rng.IntN(8), 1+rng.IntN(12), 1+rng.IntN(28)),
	}
	blocks := []block{{'h', []string{p.title}}, {'p', []string{saying{role: one, other: other}.render(pick(rng, openings), rng), remark()}}}
	for i, r := range d.family.roles {
		blocks = append(blocks, d.section(i, r, rng, remark)...)
	}
	general := d.sentences(func(s statement) bool { return s.role < 0 }, rng, remark)
	if len(general) > 0 {
		blocks = append(blocks, block{'h', []string{pick(rng, []string{"How they compare", "Side by side", "In short"})}}, block{'p', general})
	}
	pay := d.sentences(func(s statement) bool { return s.pay }, rng, remark)
	if len(pay) > 0 {
		blocks = append(blocks, block{'h', []string{pick(rng, []string{"Pay", "What they earn", "Salaries"})}}, block{'p', pay})
	}
	blocks = append(blocks, block{'p', []string{remark(), pick(rng, closings)}})
	p.body = write(p, blocks)
	return p
}

// section is what an article says of the duties of one role.
func (d *draft) section(i int, r role, rng *rand.Rand, remark func() string) []block {
	sentences := d.sentences(func(s statement) bool { return s.role == i && !s.item && !s.pay }, rng, remark)
	var items []string
	for _, s := range d.says {
		if s.role == i && s.item {
			items = append(items, s.text)
		}
	}
	if len(sentences)+len(items) == 0 {
		return nil
	}
	headings := []string{"The %s", "What %s does", "%s: the job", "%s"}
	at := rng.IntN(len(headings))
	title := r.title
	if at == 1 {
		title = article(title)
	}
	blocks := []block{{'h', []string{fmt.Sprintf(headings[at], title)}}}
	if len(sentences) > 0 {
		blocks = append(blocks, block{'p', sentences})
	}
	if len(items) > 0 {
		lead := pick(rng, []string{"The duties of the %s:", "What the %s does:", "The %s has these duties:"})
		blocks = append(blocks, block{'p', []string{fmt.Sprintf(lead, r.title)}}, block{'l', items})
	}
	return blocks
}

// sentences returns some statements, with a remark between them now and then.
func (d *draft) sentences(which func(statement) bool, rng *rand.Rand, remark func() string) []string {
	var all []string
	for _, s := range d.says {
		if which(s) {
			all = append(all, s.text)
			if rng.IntN(3) == 0 {
				all = append(all, remark())
			}
		}
	}
	return all
}

// extension says how an article is published.
func (d *draft) extension() string { return []string{".md", ".txt", ".html", ".md"}[d.number%4] }

// write lays blocks out in the page's format.
func write(p page, blocks []block) string {
	var b strings.Builder
	if p.format == "html" {
		fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n<link rel=\"canonical\" href=\"%s\">\n"+
			"<meta property=\"article:published_time\" content=\"%s\">\n</head>\n<body>\n<article>\n", html.EscapeString(p.title), p.address, p.date)
	}
	for i, block := range blocks {
		text := strings.Join(strings.Fields(strings.Join(block.lines, " ")), " ") // remarks may have run out
		switch {
		case p.format == "html" && block.kind == 'l':
			b.WriteString("<ul>\n")
			for _, line := range block.lines {
				fmt.Fprintf(&b, "<li>%s</li>\n", html.EscapeString(line))
			}
			b.WriteString("</ul>\n")
		case p.format == "html":
			tag := map[bool]string{true: "h2", false: "p"}[block.kind == 'h']
			if i == 0 {
				tag = "h1"
			}
			fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, html.EscapeString(text), tag)
		case block.kind == 'l':
			for _, line := range block.lines {
				fmt.Fprintf(&b, "- %s\n", line)
			}
			b.WriteString("\n")
		case block.kind == 'h' && p.format == "md":
			fmt.Fprintf(&b, "%s %s\n\n", map[bool]string{true: "#", false: "##"}[i == 0], text)
		default:
			fmt.Fprintf(&b, "%s\n\n", text)
		}
	}
	if p.format == "html" {
		b.WriteString("</article>\n</body>\n</html>\n")
	}
	return b.String()
}
