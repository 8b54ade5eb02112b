package report

import (
	"strconv"
	"strings"

	"roleclaims/extract/role"
)

// RoleNames joins the titles of several keys.
func RoleNames(keys []string) string {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = role.Name(key)
	}
	switch len(names) {
	case 0:
		return "No role"
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// TopicName returns a topic's key as words.
func TopicName(topic string) string {
	return strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ", "/", " / ").Replace(topic))
}

// omitted says what of the matrix is not on the page, "" for nothing.
func (o Ownership) omitted() string {
	var parts []string
	if o.OmittedTopics > 0 {
		parts = append(parts, plural(o.OmittedTopics, "more duty"))
	}
	if o.OmittedRoles > 0 {
		parts = append(parts, plural(o.OmittedRoles, "more role"))
	}
	return strings.Join(parts, " and ")
}

var kindNames = map[string]string{
	"pay-order": "who earns more", "pay-range": "how much is paid", "rank": "who ranks above whom",
	"ownership": "whose duty it is", "polarity": "whether it is a duty",
}

var tierNames = map[string]string{
	"stated": "stated", "contested": "contested", "claimed-by-both": "claimed by both",
}

var scopeNames = map[string]string{"cross": "two sources", "within": "one source against itself"}

var reasonNames = map[string]string{
	"other-year": "The figures are of other years", "other-place": "The figures are of other places",
	"other-component": "Other parts of the pay", "other-currency": "Other currencies",
	"other-statistic": "Figures of other kinds: a minimum and an average", "other-condition": "Other conditions or grades",
	"estimate-spread": "Within the usual spread of estimates", "shared": "The duty is said to be shared",
	"assisting": "One side assists only", "other-action": "The roles do other things with it",
	"other-object": "The things are other ones", "not-compared": "No article compares these roles",
	"hedged": "The statement only says what may be", "same-source": "Both come from one source",
	"same-upstream": "Both cite one source", "duplicate": "Copies of one article",
}

var ruleNames = map[string]string{
	"same-duty": "two roles are given one duty", "asserted-denied": "a duty is given and denied",
	"amounts-apart": "amounts do not overlap", "opposite-orders": "the order is turned round",
	"order-and-equal": "an order against an equal", "two-superiors": "two superiors of one role",
	"circle":       "the orders lead back to the first role",
	"with-without": "it is done in a manner and not in it", "opposite-verbs": "verbs of opposite sense",
}

// Rule returns what a rule of detection holds against two sides, "" for one
// that is not known.
func Rule(id string) string { return ruleNames[id] }

// Reason returns a near miss's reason in words.
func Reason(key string) string { return named(reasonNames, key) }

// text says how far a review has come: "2 confirmed, 1 stale, 12 open".
func (t *Tally) text() string {
	var parts []string
	for _, outcome := range []string{"confirmed", "dismissed", "unsure", "disputed", "stale", "open"} {
		if n := t.Outcomes[outcome]; n > 0 {
			parts = append(parts, money(int64(n)*100)+" "+outcome)
		}
	}
	if t.Gone > 0 {
		parts = append(parts, money(int64(t.Gone)*100)+" no longer found")
	}
	if t.Unread > 0 {
		parts = append(parts, plural(t.Unread, "line")+" of the verdicts unreadable")
	}
	return strings.Join(parts, ", ")
}

// named returns the words for a key, or the key as words.
func named(names map[string]string, key string) string {
	if name, ok := names[key]; ok {
		return name
	}
	return TopicName(key)
}

// money prints hundredths as a whole number with thousands parted, and the
// hundredths only where there are any.
func money(hundredths int64) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "−", -hundredths
	}
	digits := strconv.FormatInt(hundredths/100, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if cents := hundredths % 100; cents > 0 {
		digits += "." + string(rune('0'+cents/10)) + string(rune('0'+cents%10))
	}
	return sign + digits
}

// Amounts prints a range of pay in hundredths; nil is an open end.
func Amounts(currency string, low, high *int64) string {
	switch {
	case low == nil && high == nil:
		return currency + " not stated"
	case low == nil:
		return "up to " + currency + " " + money(*high)
	case high == nil:
		return currency + " " + money(*low) + " or more"
	case *low == *high:
		return currency + " " + money(*low)
	default:
		return currency + " " + money(*low) + " to " + money(*high)
	}
}
