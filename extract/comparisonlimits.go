package extract

import (
	"regexp"
	"strings"

	"roleclaims/extract/pattern"
)

// hedges are words by which a sentence limits the order that it states.
var hedges = pattern.MustCompile(` (?:(?:in|at|for|with) (?:the case of|(?:most|some|many|other|certain|few|a few|several|general|large|larger|small|smaller|big|bigger|smaller) (?:[a-z]+ ){0,2}?(?:cases?|companies|firms|hotels|stores|shops|banks|courts|practices|ships|churches|universities|colleges|organi[sz]ations|situations|hospitals|schools|kitchens|teams|industries|specialties|countries|states|settings|places|businesses|settings|instances|areas|markets|departments|restaurants|agencies|offices|clinics))|` +
	`usually|typically|generally|often|sometimes|can|may|might|could|should|tends?|likely|depend[a-z]*|mostly|normally|occasionally|frequently|in general|on average|on the whole|as a rule|perhaps|possibly|probably|seems?|appears?|almost|not always|commonly|most (?:of the time|often)|many|potentially|if|unless|when|when it comes to|where|traditionally) `)

// rejected are words of a sentence that tells a view only to refuse it.
var rejected = pattern.MustCompile(` (?:myths?|misconceptions?|contrary to|mistaken(?:ly)?|(?:is|are|'s|be) wrong|wrongly|wrong to|falsely|untrue|not true|not the case|no truth|fallacy|nonsense|incorrect(?:ly)?|(?:is|'s) false) `)

// supposed are words before an order that make it a view of others, or an
// order of the past.
var supposed = pattern.MustCompile(` (?:(?:(?:many|some|most|few|several|plenty of) (?:[a-z]+ ){1,2}?|people |many |some |most |readers |others |applicants |candidates |students |you |they |we )(?:[a-z]+ly |often |may |might |will |would |could |tend to )*(?:think|thinks|thought|believe|assume|suppose|imagine|claim|say|expect|hope)|used to|formerly|previously|no longer|not necessarily|not always|once|historically) `)

// refusal are openings of a sentence that takes back the one before.
var refusal = regexp.MustCompile(`^(?:(?:but |however, |actually, )?(?:this|that|it|which)(?: is|'s|’s| isn't| isn’t)? (?:[a-z]+ )?(?:wrong|false|a myth|not true|true|incorrect|untrue|not the case|the case|a misconception|nonsense|mistaken)|they(?: are|'re|’re) (?:[a-z]+ )?(?:wrong|mistaken)|not (?:so|true|quite|any more|anymore)\b|wrong\b|false\b|nothing could be)`)

// confirmed tells "that is true" from "that is not true".
var confirmed = regexp.MustCompile(`^(?:this|that|it|which)(?: is|'s|’s) (?:(?:also|still|especially|certainly) )?(?:true|the case)`)

// rejects reports whether the next sentence takes back what s says.
func (r *reading) rejects(s, next *sentence) bool {
	if next.block != s.block {
		return false
	}
	text := strings.ToLower(r.text(next))
	return refusal.MatchString(text) && !confirmed.MatchString(text)
}

// denial are words that turn an order into none: "does not report to".
var denial = pattern.MustCompile(` (?:not|n't|never|neither|nor|no|hardly|rarely|seldom|cannot|can't|without|nobody|none|instead of|rather than|barely|scarcely) `)

// joins of clauses: an order does not reach over them.
var clauseWords = pattern.MustCompile(` (?:and|but|because|so that|while|whereas|who|which|although|if) `)

// either are two orders at once, which is none.
var either = pattern.MustCompile(` (?:(?:more|higher) or (?:less|lower)|(?:less|lower) or (?:more|higher)) `)

// inverted opens a condition without "if", of which the rest only supposes
// what it says: "were the firms to merge, the clerk would report to …".
var inverted = pattern.MustCompile(`^ (?:were|should|had) .* would `)

// condition opens a clause that only supposes what it says.
var condition = pattern.MustCompile(` (?:if|whether|unless|suppose|supposing|imagine|assuming|in case|provided|regardless of|until|how much|how many|why) `)

// noDenials takes out words that only look like a denial.
var noDenials = strings.NewReplacer(" not only ", " ", " if not ", " ", " no fewer ", " ", " no doubt ", " ")

// limited reports whether what stands around an order takes it back: it is
// denied, only supposed, or its words belong to two clauses.
func (l *line) limited(o *order, m []int, subject, first, last int) bool {
	from := min(subject, first)
	before := l.text[:l.starts[first]]
	between := l.text[l.starts[from]-1 : l.starts[first]]
	inside := noDenials.Replace(l.text[m[0]:m[1]])
	between = strings.ReplaceAll(between, " not only ", " ")
	if rejected.MatchString(l.text) || supposed.MatchString(l.text[:l.starts[first]]) {
		return true
	}
	if denial.MatchString(between) && !o.equal() || denial.MatchString(inside) && !strings.Contains(o.pattern.String(), "n't") && !o.equal() {
		return true
	}
	if o.equal() && regexpNot.MatchString(between) {
		return true
	}
	if either.MatchString(inside) || inverted.MatchString(l.text) {
		return true
	}
	if o.subject == holder && o.relation == EarnsMoreThan && clauseWords.MatchString(l.text[m[0]:l.starts[last]]) && !strings.Contains(inside, "> but ") && !strings.Contains(inside, "> and ") && !strings.Contains(inside, "> , but ") {
		return true
	}
	if at := condition.FindAllStringIndex(before, -1); at != nil {
		rest := before[at[len(at)-1][1]-1:]
		if !strings.Contains(rest, " , ") && !strings.Contains(rest, " then ") {
			return true
		}
	}
	return false
}

// equal reports orders of equals, whose words may hold a "no" of their own
// ("no difference in pay").
func (o *order) equal() bool { return o.relation == EarnsSameAs || o.relation == PeerOf }

var regexpNot = pattern.MustCompile(` (?:not|n't|never|neither|nor|hardly|rarely|cannot) `)
