package extract

import (
	"slices"
	"strconv"
	"strings"

	"roleclaims/corpus"
)

// comparisons returns the orders that the article states and those that
// follow from its amounts.
func (r *reading) comparisons(pay []Salary, topics, compared [][2]string) []Comparison {
	var found []Comparison
	for i := range r.sentences {
		s := &r.sentences[i]
		if r.doc.Blocks[s.block].Kind == corpus.Heading || r.blocks[s.block].kind == kindRejected {
			continue
		}
		found = append(found, r.labelled(i)...)
		if s.question || s.label {
			continue
		}
		if orders := r.stated(s, topics); len(orders) > 0 && (i+1 == len(r.sentences) || !r.rejects(s, &r.sentences[i+1])) {
			found = append(found, orders...)
		}
	}
	found = append(found, r.ladders()...)
	found = append(found, r.derived(pay, compared)...)
	seen := map[string]bool{}
	return slices.DeleteFunc(found, func(c Comparison) bool {
		repeated := seen[c.ID]
		seen[c.ID] = true
		return repeated
	})
}

// stated reads the orders that one sentence states.
func (r *reading) stated(s *sentence, topics [][2]string) []Comparison {
	if len(s.mentions) == 0 && len(s.antecedent) < 2 || len(s.words) > maxOrderWords {
		return nil
	}
	table := orders()
	var may [128]int
	candidates := table.in(may[:0], s.tokens)
	if len(candidates) == 0 {
		return nil
	}
	l := r.lineOf(s)
	var found []Comparison
	seen := map[string]bool{}
	for _, i := range candidates {
		o := &table.all[i]
		if r.off[o.rule] || o.ofPay() && !l.namesPay() {
			continue
		}
		for at := 0; at < len(l.text); {
			m := o.pattern.FindStringSubmatchIndex(l.text[at:])
			if m == nil {
				break
			}
			for k := range m {
				if m[k] >= 0 {
					m[k] += at
				}
			}
			at = max(m[1]-1, at+1)
			for _, c := range l.claims(o, m, topics) {
				key := string(c.Relation) + " " + c.RoleA + " " + c.RoleB
				if !seen[key] {
					seen[key] = true
					found = append(found, c)
				}
			}
		}
	}
	return found
}

// maxOrderWords is the length of a sentence beyond which none is read: it is
// no sentence but a page without full stops.
const maxOrderWords = 200

// claims turns one match of an order's pattern into comparisons.
func (l *line) claims(o *order, m []int, topics [][2]string) []Comparison {
	first, last := l.itemAt(m[0]+1), l.itemAt(m[1]-2)
	for last > first && !l.items[last].group && endsClause(l.items[last].text) {
		last--
	}
	who, ok := l.left(o, m, first)
	if !ok || l.limited(o, m, who.first, first, last) {
		return nil
	}
	lefts, rights := who.keys, []string(nil)
	switch {
	case o.b >= 0 && m[2*o.b] >= 0:
		g := l.group(m[2*o.b : 2*o.b+2])
		if !l.endsAt(g) {
			return nil
		}
		rights = l.objectKeys(g, lefts)
	case o.subject == absent:
		rights = l.others(lefts, o.rule, first, who.first, strings.Contains(l.text[m[0]:m[1]], " of the "))
	default:
		if their := o.pattern.SubexpIndex("their"); their >= 0 && o.a >= 0 {
			rights = without(l.antecedentBut(lefts), lefts)
		} else if len(lefts) > 1 && len(lefts) <= maxCompared {
			return l.pairwise(o, lefts, min(who.first, first), last)
		}
	}
	var claims []Comparison
	for _, a := range lefts {
		for _, b := range rights {
			if o.turned {
				a, b = b, a
			}
			if a != b && (!gated[o.rule] || slices.Contains(topics, pairOf(a, b))) {
				claims = append(claims, l.comparison(o, a, b, min(who.first, first), max(who.first, last)))
			}
			if o.turned {
				a, b = b, a
			}
		}
	}
	return claims
}

// gated holds the rules that order only roles that a title or a heading sets side by side: who
// manages whom is told of any role, but ranks two only where they are its
// subject.
var gated = map[string]bool{"supervises": true}

// left returns the first role of an order: what the pattern holds, else the
// subject before it, which must be of the kind that the order needs.
func (l *line) left(o *order, m []int, first int) (subjectFound, bool) {
	if o.subject == named {
		if o.a >= 0 {
			g := l.group(m[2*o.a : 2*o.a+2])
			return l.resolved(g, false)
		}
		keys := l.pronoun(first)
		return subjectFound{keys, first, false}, len(keys) > 0
	}
	who, ok := l.subject(first)
	plural := o.subject == pair || o.subject == payPair
	return who, ok && who.pay == o.ofPay() && (!plural || len(who.keys) > 1)
}

// group returns the item that a "<n>" names.
func (l *line) group(digits []int) int {
	g, err := strconv.Atoi(l.text[digits[0]:digits[1]])
	if err != nil || g >= len(l.items) || !l.items[g].group {
		return 0 // a text that itself holds "<3>"
	}
	return g
}

// endsAt reports whether a group is all that its phrase names: not the owner
// of something else ("above the manager's desk").
func (l *line) endsAt(g int) bool {
	if g+1 >= len(l.items) || l.items[g+1].text != "'s" && l.items[g+1].text != "'" || g+2 >= len(l.items) {
		return true
	}
	switch next := l.items[g+2].text; {
	case payHeads[next], roleNouns[next], endsClause(next), strings.Contains(bossWords, " "+next+" "):
		return true
	}
	return g+3 < len(l.items) && payHeads[l.items[g+3].text]
}

const bossWords = " second-in-command deputy right number subordinate peer peers equal equals boss manager supervisor superior line direct immediate "

func endsClause(text string) bool {
	switch text {
	case ".", ",", ";", ")", "and", "but", "while", "whereas", "in", "at", "on", "who", "of", "across", "within":
		return true
	}
	return false
}

// objectKeys returns the roles of a group after an order's words; a pronoun
// there is not the subject.
func (l *line) objectKeys(g int, lefts []string) []string {
	if l.items[g].standsIn == "" {
		return l.items[g].keys
	}
	if l.items[g].standsIn == "role" {
		for k := g - 1; k >= 0; k-- {
			if it := l.items[k]; it.group && it.standsIn == "" && !slices.Equal(it.keys, lefts) {
				return it.keys
			}
		}
		return without(l.antecedentBut(lefts), lefts)
	}
	return without(l.standFor(g), lefts)
}

// antecedentBut returns what the sentences before speak of, unless that is
// several roles beside those that the order itself names.
func (l *line) antecedentBut(named []string) []string {
	if keys := without(l.s.antecedent, named); len(keys) == 1 {
		return keys
	}
	if keys := without(l.s.scope, named); len(keys) == 1 {
		return keys
	}
	return nil
}

// others returns the role or roles that the article compares the subject with,
// where an order leaves them out ("has the higher salary"). Only a plain
// subject is the role in general: "in Ohio, nurses earn more" tells of Ohio.
func (l *line) others(subject []string, rule string, verb, first int, ofThem bool) []string {
	if len(subject) != 1 {
		return nil
	}
	// "the most", "the highest" order more than two.
	superlative := rule == "earns-most" || rule == "ranks-top"
	if !ofThem {
		if first >= verb || l.graded(first) {
			return nil
		}
		for _, it := range l.items[:first] {
			if contrasts := l.items[0].text; contrasts == "while" || contrasts == "whereas" || contrasts == "although" {
				break // "while bakers earn $30,000, cooks earn more"
			}
			switch it.text {
			case "the", "a", "an", ",", "but", "and", "while", "whereas", "however", "here", "overall", "generally", "usually", "typically", "clearly":
			default:
				return nil
			}
		}
		for _, it := range l.items[first+1 : verb] {
			if !passed[it.text] && !strings.HasSuffix(it.text, "ly") || relativePronoun(it.text) || it.text == "can" || it.text == "could" || it.text == "may" || it.text == "might" {
				return nil
			}
		}
	}
	candidates := [][]string{l.s.keys, l.s.antecedent, l.s.scope, l.r.roles.Title()}
	if l.s.section >= 0 {
		candidates = slices.Insert(candidates, 2, l.r.rolesIn(l.s.section))
	}
	for _, keys := range candidates {
		if slices.Contains(keys, subject[0]) && (len(keys) == 2 || (ofThem || superlative) && len(keys) > 2 && len(keys) <= maxCompared) {
			return without(keys, subject)
		}
	}
	return nil
}

// graded reports whether a group's role is qualified ("senior nurses").
func (l *line) graded(g int) bool {
	w := l.s.words[l.items[g].first]
	return w.Role >= 0 && l.s.mentions[w.Role].Grade != ""
}

func without(keys, left []string) []string {
	var rest []string
	for _, key := range keys {
		if !slices.Contains(left, key) {
			rest = append(rest, key)
		}
	}
	return rest
}

// pairwise relates each of several roles with each.
func (l *line) pairwise(o *order, keys []string, first, last int) []Comparison {
	var claims []Comparison
	for i, b := range keys {
		for _, a := range keys[:i] {
			claims = append(claims, l.comparison(o, a, b, first, last))
		}
	}
	return claims
}

func (l *line) comparison(o *order, a, b string, first, last int) Comparison {
	span := corpus.Span{Start: l.s.words[l.items[first].first].Span.Start, End: l.s.words[l.items[last].end-1].Span.End}
	return l.r.order(l.s, o.rule, o.relation, a, b, span, hedges.MatchString(l.text))
}

// order is a stated comparison with its evidence.
func (r *reading) order(s *sentence, rule string, relation Relation, a, b string, span corpus.Span, hedge bool) Comparison {
	c := Comparison{
		Relation: relation, RoleA: a, RoleB: b, Stated: true, Hedge: hedge,
		Evidence: Evidence{Span: span, Sentence: s.span, Section: r.sectionText(s), Rule: rule, Confidence: r.words.rules[rule]},
	}
	r.scopeOrder(&c, s)
	c.ID = comparisonID(r.doc.ID, c)
	return c
}

func comparisonID(doc string, c Comparison) string {
	return ClaimID(doc, "comparison", c.RoleA+" "+string(c.Relation)+" "+c.RoleB, c.Span)
}

// dutiesBut leaves out what only says where its role stands: who outranks an
// editor does nothing by it. Supervising somebody is a duty as well.
func dutiesBut(orders []Comparison, duties []Responsibility) []Responsibility {
	ranked := map[corpus.Span][]corpus.Span{} // by sentence
	for i := range orders {
		if c := &orders[i]; c.Stated && c.Rule != "supervises" {
			ranked[c.Sentence] = append(ranked[c.Sentence], c.Span)
		}
	}
	return slices.DeleteFunc(duties, func(d Responsibility) bool {
		return slices.ContainsFunc(ranked[d.Sentence], func(s corpus.Span) bool { return s.Contains(d.Span) })
	})
}
