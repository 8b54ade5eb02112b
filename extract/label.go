package extract

import (
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
)

// maxLabel is the most words that a label before a colon has.
const maxLabel = 8

// label splits "Label: gloss" at the start of what is left of a block: a run in
// bold that ends at a colon or dash, or a few words before a colon.
func (r *reading) label(block corpus.Block, left corpus.Span) (label, gloss corpus.Span, ok bool) {
	text := r.doc.Text
	if block.Kind == corpus.Heading {
		return label, gloss, false
	}
	end := -1
	for _, strong := range block.Strong {
		if strong.Start >= left.Start && strong.End <= left.End && strings.TrimSpace(text[left.Start:strong.Start]) == "" {
			end = strong.End
			break
		}
	}
	if colon := strings.IndexByte(left.Of(text), ':'); end < 0 && colon > 0 {
		end = left.Start + colon
	}
	if dash := r.roleDash(left); end < 0 && dash > 0 {
		end = dash
	}
	if end < 0 && block.Kind == corpus.Item {
		end = hyphened(text, left)
	}
	if end < 0 || end >= left.End {
		return label, gloss, false
	}
	label = trimSpan(text, corpus.Span{Start: left.Start, End: end}, " \t\n:-–—.")
	rest := text[end:left.End]
	trimmed := strings.TrimLeft(rest, " \t\u00a0")
	head := strings.TrimRight(text[left.Start:end], " ")
	marked := strings.HasSuffix(head, ":") || strings.HasSuffix(head, ".")
	for _, mark := range []string{":", "–", "—", "- "} {
		if strings.HasPrefix(trimmed, mark) {
			marked = true
		}
	}
	gloss = trimSpan(text, corpus.Span{Start: end, End: left.End}, " \t\n:-–—\u00a0")
	if !marked || label.Empty() || gloss.Empty() || len(strings.Fields(label.Of(text))) > maxLabel || strings.ContainsAny(label.Of(text), ".!?;") && block.Kind != corpus.Item {
		return label, gloss, false
	}
	return label, gloss, true
}

// hyphened returns where a hyphen that is set to a label parts it from its
// gloss ("Planning- Creating a plan"), -1 for none.
func hyphened(text string, left corpus.Span) int {
	item := left.Of(text)
	at := strings.Index(item, "- ")
	if at < 1 || strings.Count(item[:at], " ") > 2 || at+2 >= len(item) || item[at-1] == ' ' || item[at+2] < 'A' || item[at+2] > 'Z' {
		return -1
	}
	return left.Start + at
}

// nextLabel returns where in a gloss a further label in bold begins ("**Cook:**
// …. **Waiter:** …"), its end where none does.
func (r *reading) nextLabel(block corpus.Block, gloss corpus.Span) int {
	for _, strong := range block.Strong {
		if strong.Start > gloss.Start && strong.End < gloss.End && strings.HasSuffix(strings.TrimSpace(strong.Of(r.doc.Text)), ":") {
			return strong.Start
		}
	}
	return gloss.End
}

// roleDash returns where a dash parts a role's title from its gloss ("Waiter –
// serves the guests"), 0 for other text.
func (r *reading) roleDash(left corpus.Span) int {
	end := dashAfter(left.Of(r.doc.Text), maxLabel)
	if end <= 0 {
		return 0
	}
	tokens := nlp.Tokenize(nil, r.doc.Text, corpus.Span{Start: left.Start, End: left.Start + end})
	mentions := r.roles.Mentions(tokens)
	if len(mentions) == 0 || mentions[0].First > 1 || len(tokens)-mentions[len(mentions)-1].Last > 1 {
		return 0
	}
	return left.Start + end
}

// dashAfter returns where a dash between spaces follows the first words of a
// text, as many as most or fewer; -1 for none.
func dashAfter(text string, most int) int {
	for i, words := 0, 0; words < most; words++ {
		n := strings.IndexByte(text[i:], ' ')
		if n < 0 {
			return -1
		}
		i += n
		for _, dash := range []string{" – ", " — ", " - "} {
			if i > 0 && strings.HasPrefix(text[i:], dash) {
				return i
			}
		}
		i++
	}
	return -1
}

// trimSpan takes the characters of cut from both ends of a span.
func trimSpan(text string, s corpus.Span, cut string) corpus.Span {
	s.Start += len(s.Of(text)) - len(strings.TrimLeft(s.Of(text), cut))
	s.End -= len(s.Of(text)) - len(strings.TrimRight(s.Of(text), cut))
	return s
}
