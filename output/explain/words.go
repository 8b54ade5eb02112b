package explain

import (
	"strings"

	"roleclaims/output/report"
)

// reasons are those that no near miss has.
var reasons = map[string]string{
	"outweighed":   "They break the rule, but the run reports firmer or wider claims in their place",
	"beyond-reach": "They break the rule, but stand behind more claims of the same kind than are compared",
	"nothing-said": "One of them says nothing that is compared",
	"other-kind":   "They say things of different kinds, which are never compared",
	"other-roles":  "They are about other roles",
	"other-duty":   "They are about other duties: the action or the thing is another",
	"same-side":    "They say the same, so they stand on one side",
	"too-general":  "Too general for a duty that one role has and another has not",
}

// Why says in a sentence what became of two claims: the rule that they break,
// or the reason that spares them with the words that decided.
func Why(outcome, rule, reason string, words []string) string {
	if outcome == "flagged" {
		return sentence(named(rule))
	}
	why, known := reasons[reason]
	if !known {
		why = report.Reason(reason)
	}
	if rule != "" {
		why += " (" + named(rule) + ")"
	}
	for i, w := range words {
		if w == "" {
			w = "none"
		}
		if i == 0 {
			why += ": "
		} else {
			why += " / "
		}
		why += w
	}
	return sentence(why)
}

func sentence(s string) string {
	if s = strings.TrimSpace(s); s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// named is a rule with what it says.
func named(rule string) string {
	if says := report.Rule(rule); says != "" {
		return rule + ": " + says
	}
	return rule
}
