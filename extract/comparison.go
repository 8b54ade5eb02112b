package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
)

// order is one wording that puts two roles in an order. It is matched against
// the sentence with each role as "<n>", verbs as their lemmas and other words
// in lower case; the text of "than" ends before the second role.
type order struct {
	rule     string
	relation Relation
	turned   bool // the first role is the lesser: "earns less than"
	pattern  *regexp.Regexp
}

const (
	aFew   = `(?:[^<>.;]+? )?`                             // words between, no role among them
	owner  = `(?:those? of |that of |for |by )?`           // "than that of a CIO"
	second = owner + `(?:an? |the |their |most |other )*<` // before the second role
	pay    = `(?:salary|salaries|pay|wage|wages|income|compensation|money|earnings|rate|rates|paycheck|average|package|base|ceiling)`
)

// orders are tried in this order; the first that matches at a place wins.
var orders = []order{
	{"earns-more", EarnsMoreThan, false, regexp.MustCompile(`(?:earn|make|get|receive|command|take home|bring|draw|enjoy|have|offer|see|pay|be pay|be) ` + aFew + `(?:more|higher|better|larger|bigger|greater)(?: [^<>.;]+?)?(?:than|compared to|compared with|over|versus) ` + second)},
	{"earns-more", EarnsMoreThan, true, regexp.MustCompile(`(?:earn|make|get|receive|command|take home|bring|draw|have|offer|pay|be pay|be) ` + aFew + `(?:less|lower|smaller|worse)(?: [^<>.;]+?)?(?:than|compared to|compared with|versus) ` + second)},
	{"out-earns", EarnsMoreThan, false, regexp.MustCompile(`(?:out-earn|outearn|outearns|out-earns) ` + second)},
	{"earns-same", EarnsSameAs, false, regexp.MustCompile(`(?:earn|make|get|receive|be pay|be|have) ` + aFew + `(?:(?:as much|the same|similar|equal|equally|comparable|about the same) (?:[^<>.;]+? )?(?:as|to|with)|on a par with|on par with) ` + second)},
	{"reports-to", ReportsTo, false, regexp.MustCompile(`(?:report|answer) (?:[a-z]+ly )?(?:back )?(?:in )?(?:straight )?to ` + second)},
	{"reports-to", ReportsTo, false, regexp.MustCompile(`(?:be supervise|be manage|be oversee|be lead|be direct) (?:[a-z]+ly )?by ` + second)},
	{"reports-to", ReportsTo, false, regexp.MustCompile(`(?:be |work |sit )?(?:directly )?(?:under the (?:direct )?(?:supervision|direction|leadership|guidance|authority) of|subordinate to|accountable to) ` + second)},
	{"senior-to", SeniorTo, false, regexp.MustCompile(`(?:be|rank|sit|stand) ` + aFew + `(?:senior to|higher than|above|superior to|more senior than|higher up than|a level above|one level above|a step above|one step above|higher in rank than|over) ` + second)},
	{"senior-to", SeniorTo, true, regexp.MustCompile(`(?:be|rank|sit|stand) ` + aFew + `(?:junior to|lower than|below|beneath|less senior than|more junior than|a level below|one level below|a step below|one step below|inferior to|under|second-in-command to|the second-in-command to|second in command to|the deputy of|deputy to) ` + second)},
	{"senior-to", SeniorTo, false, regexp.MustCompile(`have (?:[a-z]+ )?(?:more|greater|higher) (?:authority|seniority|power|rank|responsibility|influence) than ` + second)},
	{"senior-to", SeniorTo, false, regexp.MustCompile(`(?:outrank|out-rank) ` + second)},
	{"peer-of", PeerOf, false, regexp.MustCompile(`(?:be|sit|rank|work|stand) ` + aFew + `(?:equal (?:in rank |in level |in status )?(?:to|with)|co-equal (?:with|to)|peers? (?:of|to|with)|on the same level as|at the same level as|on a par with|on par with|the counterpart of) ` + second)},
}

// peers are wordings that say of two roles together that they are equals.
var peers = []order{
	{"peer-of", PeerOf, false, regexp.MustCompile(`(?:be|sit|rank|stand|work|considered) ` + aFew + `(?:equal in (?:rank|seniority|level|status|standing)|of equal (?:rank|seniority|level|standing)|of the same rank|peers|equals|co-equal|equally senior|on the same level|at the same level|on an equal footing|on a par|counterparts)`)},
	{"earns-same", EarnsSameAs, false, regexp.MustCompile(`(?:earn|make|get|receive|have|be pay|be) ` + aFew + `(?:the same|similar|equal|comparable|about the same|identical|equally) ` + aFew + pay + `\b`)},
}

// comparisons returns the orders that the article states and those that
// follow from its amounts.
func (r *reading) comparisons(pay []Salary) []Comparison {
	var found []Comparison
	for i := range r.sentences {
		s := &r.sentences[i]
		if s.question || s.label || r.doc.Blocks[s.block].Kind == corpus.Heading {
			continue
		}
		found = append(found, r.stated(s)...)
	}
	found = append(found, r.derived(pay)...)
	seen := map[string]bool{}
	return slices.DeleteFunc(found, func(c Comparison) bool {
		repeated := seen[c.ID]
		seen[c.ID] = true
		return repeated
	})
}

// stated reads the orders that one sentence states.
func (r *reading) stated(s *sentence) []Comparison {
	line, starts := normalForm(s)
	var found []Comparison
	taken := 0 // end of the last match
	for _, o := range orders {
		for _, m := range o.pattern.FindAllStringIndex(line, -1) {
			if m[0] > 0 && line[m[0]-1] != ' ' || r.off[o.rule] || !paysOrRanks(o, line[m[0]:m[1]], line) {
				continue
			}
			first, last := wordAt(starts, m[0]), wordAt(starts, m[1]-1)
			lefts, from := r.leftOf(s, first)
			rights, to := rolesFrom(s, last)
			found = append(found, r.pairs(s, o, lefts, rights, from, to)...)
			taken = max(taken, m[1])
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, o := range peers {
		m := o.pattern.FindStringIndex(line)
		if m == nil || r.off[o.rule] || strings.Contains(line[:m[1]], "not ") {
			continue
		}
		lefts, from := r.leftOf(s, wordAt(starts, m[0]))
		if len(lefts) == 2 {
			return r.pairs(s, o, lefts[:1], lefts[1:], from, wordAt(starts, m[1]-1)+1)
		}
	}
	return nil
}

// paysOrRanks tells "earns more than" from "has more meetings than": an order
// of pay names pay, or its verb does.
func paysOrRanks(o order, match, line string) bool {
	if o.relation != EarnsMoreThan && o.relation != EarnsSameAs || o.rule == "out-earns" {
		return true
	}
	for _, verb := range []string{"earn ", "be pay ", "take home ", "pay "} {
		if strings.HasPrefix(match, verb) {
			return true
		}
	}
	return aboutPay.MatchString(line)
}

var aboutPay = regexp.MustCompile(`\b` + pay + `\b|\bpaid\b`)

// pairs makes a comparison of each left with each right role.
func (r *reading) pairs(s *sentence, o order, lefts, rights []string, from, to int) []Comparison {
	var found []Comparison
	span := corpus.Span{Start: s.words[from].Span.Start, End: s.words[min(to, len(s.words))-1].Span.End}
	for _, a := range lefts {
		for _, b := range rights {
			if a == b {
				continue
			}
			if o.turned {
				a, b = b, a
			}
			c := Comparison{
				Relation: o.relation, RoleA: a, RoleB: b, Stated: true, Hedge: hedged(s),
				Evidence: Evidence{Span: span, Sentence: s.span, Section: r.sectionText(s), Rule: o.rule, Confidence: r.words.rules[o.rule]},
			}
			c.ID = comparisonID(r.doc.ID, c)
			found = append(found, c)
			if o.turned {
				a, b = b, a
			}
		}
	}
	return found
}

func comparisonID(doc string, c Comparison) string {
	return ClaimID(doc, "comparison", c.RoleA+" "+string(c.Relation)+" "+c.RoleB, c.Span)
}

// normalForm writes the sentence as the patterns read it; starts holds the
// offset of each word in it.
func normalForm(s *sentence) (string, []int) {
	var b strings.Builder
	starts := make([]int, len(s.words))
	for i, w := range s.words {
		starts[i] = b.Len()
		switch {
		case w.Role >= 0:
			b.WriteString("<" + strconv.Itoa(w.Role) + ">")
		case clause.FormOf(w) != clause.NoVerb && w.Tag != "VBG":
			b.WriteString(clause.Lemma(w))
		default:
			b.WriteString(w.Lower)
		}
		b.WriteByte(' ')
	}
	return b.String(), starts
}

func wordAt(starts []int, offset int) int {
	i, found := slices.BinarySearch(starts, offset)
	if !found {
		i--
	}
	return max(i, 0)
}

// leftOf returns the roles nearest before word i that are joined to each
// other, or those that a pronoun there stands for, with their first word.
func (r *reading) leftOf(s *sentence, i int) ([]string, int) {
	var keys []string
	from := i
	for k := i - 1; k >= 0; k-- {
		w := s.words[k]
		if w.Lower == ";" || len(keys) > 0 && !joins(w) {
			break
		}
		if w.Role >= 0 {
			keys = append(keys, s.mentions[w.Role].Key)
			from = k
		} else if len(keys) == 0 && pronoun(w.Lower) {
			return s.antecedent, k
		}
	}
	slices.Reverse(keys)
	if keys == nil && i < 3 && len(s.antecedent) == 1 {
		return s.antecedent, 0
	}
	return slices.Compact(keys), from
}

func pronoun(word string) bool {
	switch word {
	case "they", "he", "she", "it", "both", "two":
		return true
	}
	return false
}

// joins reports words that may stand between two roles of one phrase.
func joins(w clause.Word) bool {
	switch w.Lower {
	case "and", "or", "&", ",", "the", "a", "an", "both", "/", "'s", "either", "salary", "salaries", "of", "roles", "role", "position", "positions":
		return true
	}
	return w.Role >= 0
}

// rolesFrom returns the roles joined to each other from word i on, and the
// word after them.
func rolesFrom(s *sentence, i int) ([]string, int) {
	var keys []string
	end := i
	for ; i < len(s.words) && joins(s.words[i]); i++ {
		if w := s.words[i]; w.Role >= 0 {
			if key := s.mentions[w.Role].Key; !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
			end = i + 1
		} else if w.Lower == "," && !(i+1 < len(s.words) && (s.words[i+1].Lower == "or" || s.words[i+1].Role >= 0)) {
			break
		}
	}
	return keys, max(end, 1)
}

var hedges = regexp.MustCompile(`\b(?:in (?:most|some|many|other|certain) (?:cases|companies|organizations|organisations|situations)|usually|typically|generally|often|sometimes|can|may|might|could|tends?|likely|depend\w*|mostly|normally|occasionally|in general|perhaps|possibly|seems?|appears?|almost|not always)\b`)

// hedged reports whether a sentence limits what it says.
func hedged(s *sentence) bool {
	for _, w := range s.words {
		if w.Role < 0 && hedges.MatchString(w.Lower) {
			return true
		}
	}
	line, _ := normalForm(s)
	return hedges.MatchString(line)
}
