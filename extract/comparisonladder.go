package extract

import (
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/nlp"
	"roleclaims/extract/pattern"
)

var (
	downward  = pattern.MustCompile(`(?i)\bfrom (?:the )?(?:top|highest|most senior|senior)(?:-ranking| rank| level)?(?: position| role)? (?:down )?to (?:the )?(?:bottom|lowest|most junior|least senior|junior)|\b(?:in|by) descending order\b|\bin order of (?:seniority|rank|authority)\b`)
	upward    = pattern.MustCompile(`(?i)\bfrom (?:the )?(?:bottom|lowest|most junior|least senior|junior)(?:-ranking| rank| level)?(?: position| role)? (?:up )?to (?:the )?(?:top|highest|most senior|senior)|\b(?:in|by) ascending order\b`)
	hierarchy = regexp.MustCompile(`(?i)\b(?:hierarchy|ranks|ranking|chain of command|pecking order|command structure)\b`)
	lowly     = regexp.MustCompile(`(?i)^\W*(?:junior|trainee|apprentice|intern|assistant|associate|graduate|entry|probationary)\b`)
	followed  = pattern.MustCompile(`(?i)\b(?:highest|top|most senior|best|most)\b.*\bfollowed (?:closely )?by\b`)
	ranks     = pattern.MustCompile(`(?i)\b(?:hierarch|rank|ladder|chain of command|senior|pecking order|structure|brigade)`)
	byPay     = pattern.MustCompile(`(?i)\b(?:salar|paid|paying|pay|wage|earn|compensation)`)
)

// ladderWords are parts of the words of which a sentence that speaks of ranks in
// order has one.
var ladderWords = []string{"rank", "hierarch", "command", "pecking", "from", "order", "followed", "→", "<", ">"}

// speaksOfRanks reports whether one of a sentence's words is of a ladder.
func (r *reading) speaksOfRanks(s *sentence) bool {
	fill := func(ladder *bool, w *nlp.Word) {
		*ladder = slices.ContainsFunc(ladderWords, func(part string) bool { return strings.Contains(w.Lower, part) })
	}
	return slices.ContainsFunc(s.tokens, func(t nlp.Token) bool { return *r.words.ladders.Of(t.Word, fill) })
}

// ladders reads lists of ranks: "the ranks, from highest to lowest: A, B and
// C", in one sentence or as the items after it.
func (r *reading) ladders() []Comparison {
	if r.off["ladder"] {
		return nil
	}
	var found []Comparison
	for i := range r.sentences {
		s := &r.sentences[i]
		if !r.speaksOfRanks(s) {
			continue
		}
		text := r.text(s)
		lower := strings.ToLower(text)
		if len(s.mentions) > 1 && strings.ContainsAny(text, "→<>") {
			found = append(found, r.arrows(s, text)...)
		}
		if opensRanks(lower) && r.doc.Blocks[s.block].Kind != corpus.Item {
			if found = append(found, r.rankList(i, text)...); len(found) > 0 && found[len(found)-1].Sentence.Start > s.span.Start {
				continue
			}
		}
		if !strings.Contains(lower, "from ") && !strings.Contains(lower, " order") && !strings.Contains(lower, "followed ") {
			continue
		}
		if followed.MatchString(text) && !s.question {
			found = append(found, r.chain(s, text)...)
			continue
		}
		down, up := downward.FindStringIndex(text), upward.FindStringIndex(text)
		if down == nil && up == nil || !ranks.MatchString(text) || byPay.MatchString(text) || s.question {
			continue
		}
		rungs := r.rungsIn(s, text, max(end(down), end(up)))
		if len(rungs) < 2 {
			rungs = r.rungsAfter(i)
		}
		for k := 1; k < len(rungs); k++ {
			a, b := rungs[k-1], rungs[k]
			if up != nil {
				a, b = b, a
			}
			if a.key != b.key {
				found = append(found, r.order(rungs[k].s, "ladder", SeniorTo, a.key, b.key, rungs[k].span, hedges.MatchString(" "+strings.ToLower(text)+" ")))
			}
		}
	}
	return found
}

// arrows reads a career as a chain: "lecturer → reader → professor", "lecturer <
// reader < professor", which go up, and "professor > reader", which goes down.
func (r *reading) arrows(s *sentence, text string) []Comparison {
	if !upwards.MatchString(text+" "+r.sectionText(s)) || byPay.MatchString(text) {
		return nil
	}
	var found []Comparison
	for k := 1; k < len(s.mentions); k++ {
		a, b := s.mentions[k-1], s.mentions[k]
		switch strings.TrimSpace(text[a.Span.End-s.span.Start : b.Span.Start-s.span.Start]) {
		case "→", "->", "=>", "<", ">>", "»", "➔", "➜":
			a, b = b, a
		case ">":
		default:
			continue
		}
		if a.Key != b.Key {
			found = append(found, r.order(s, "ladder", SeniorTo, a.Key, b.Key, corpus.Span{Start: min(a.Span.Start, b.Span.Start), End: max(a.Span.End, b.Span.End)}, false))
		}
	}
	return found
}

// upwards are words of the text or the heading by which a chain of titles is a
// career and not who reports to whom.
var upwards = regexp.MustCompile(`(?i)\b(?:career|path|progress|promot|advance|ladder|rank|track|levels?|tenure|step)`)

// opensRanks reports whether a text may be the lead-in of a list of ranks.
func opensRanks(lower string) bool {
	return len(lower) < maxLabelText && (strings.HasSuffix(lower, ":") || !strings.HasSuffix(lower, ".")) &&
		(strings.Contains(lower, "rank") || strings.Contains(lower, "hierarch") || strings.Contains(lower, "command") || strings.Contains(lower, "pecking"))
}

// rankList reads the titles listed after "The hierarchy of ranks is:", highest
// first unless the text says so or the first is a trainee's.
func (r *reading) rankList(i int, text string) []Comparison {
	if !hierarchy.MatchString(text) || byPay.MatchString(text) || downward.MatchString(text) || upward.MatchString(text) {
		return nil
	}
	rungs := r.rungsAfter(i)
	if len(rungs) < 3 || !r.titlesOnly(rungs) {
		return nil
	}
	first, last := r.doc.Blocks[rungs[0].s.block].Span.Of(r.doc.Text), r.doc.Blocks[rungs[len(rungs)-1].s.block].Span.Of(r.doc.Text)
	if lowly.MatchString(first) && !lowly.MatchString(last) {
		slices.Reverse(rungs)
	}
	var found []Comparison
	for k := 1; k < len(rungs); k++ {
		found = append(found, r.order(rungs[k].s, "ladder", SeniorTo, rungs[k-1].key, rungs[k].key, rungs[k].span, false))
	}
	return found
}

// titlesOnly reports whether the items of most rungs are titles and no more
// than a few words.
func (r *reading) titlesOnly(rungs []rung) bool {
	bare := 0
	for _, rung := range rungs {
		if b := r.doc.Blocks[rung.s.block]; b.Span.End-rung.span.End < maxRungTail {
			bare++
		}
	}
	return 3*bare >= 2*len(rungs)
}

// maxRungTail is how much may stand behind a bare rung's title.
const maxRungTail = 24

// chain reads "the highest rank is A, followed by B and then C" and "A earn the
// most, followed by B".
func (r *reading) chain(s *sentence, text string) []Comparison {
	relation := SeniorTo
	if byPay.MatchString(text) {
		relation = EarnsMoreThan
	} else if !ranks.MatchString(text) {
		return nil
	}
	var found []Comparison
	hedge := hedges.MatchString(" " + strings.ToLower(text) + " ")
	rungs := r.rungsIn(s, text, 0)
	for k := 1; k < len(rungs); k++ {
		found = append(found, r.order(s, "ladder", relation, rungs[k-1].key, rungs[k].key, s.span, hedge))
	}
	return found
}

func end(match []int) int {
	if match == nil {
		return 0
	}
	return match[1]
}

// rung is a role of a ladder and where it stands.
type rung struct {
	key  string
	s    *sentence
	span corpus.Span
}

// rungsIn returns the roles named in the sentence itself.
func (r *reading) rungsIn(s *sentence, text string, after int) []rung {
	var rungs []rung
	for _, m := range s.mentions {
		if m.Span.Start < s.span.Start+after && strings.Contains(text[after:], ":") {
			continue
		}
		if !slices.ContainsFunc(rungs, func(o rung) bool { return o.key == m.Key }) {
			rungs = append(rungs, rung{m.Key, s, m.Span})
		}
	}
	return rungs
}

// rungsAfter returns the roles with which the items right after sentence i
// begin.
func (r *reading) rungsAfter(i int) []rung {
	after := r.blocks[r.sentences[i].block].last
	var rungs []rung
	group := 0
	for k := after; k < min(after+maxLadder, len(r.sentences)); k++ {
		s := &r.sentences[k]
		b := r.doc.Blocks[s.block]
		if b.Kind != corpus.Item || group != 0 && b.Group != group {
			break
		}
		group = b.Group
		if b.Level > 1 || r.blocks[s.block].first != k || len(s.mentions) == 0 {
			continue
		}
		m := s.mentions[0]
		if m.Span.Start-b.Span.Start > maxRungLead {
			return nil // items of prose, not of titles
		}
		if !slices.ContainsFunc(rungs, func(o rung) bool { return o.key == m.Key }) {
			rungs = append(rungs, rung{m.Key, s, m.Span})
		}
	}
	return rungs
}

// maxLadder is how many sentences of items after its lead-in a ladder may have.
const maxLadder = 200

// maxRungLead is how far into its item a rung's title may begin: after "The "
// or bold marks.
const maxRungLead = 6
