package contradict

import (
	"fmt"
	"slices"
	"strings"
)

// polarity finds duties that one role is said to have and not to have, and
// manners in which it is said to act and not to act.
func (d *detector) polarity(g group) {
	if !slices.ContainsFunc(g.records, func(r *counted) bool { return r.Stance != Does }) {
		return
	}
	does, not := map[string][]*counted{}, map[string][]*counted{}
	for _, r := range g.records {
		if r.Stance == Does {
			does[r.Role] = append(does[r.Role], r)
		} else {
			not[r.Role] = append(not[r.Role], r)
		}
	}
	for _, role := range sortedKeys(not) {
		if does[role] != nil {
			d.denied(g.key, role, does[role], not[role])
		}
	}
}

// denied compares a role's claims under one key with their denials.
func (d *detector) denied(key, role string, does, not []*counted) {
	topic := topicOf(key)
	manner, opposed := strings.HasPrefix(key, "manner:"), strings.HasPrefix(key, opposing)
	f := Finding{Kind: "polarity", Tier: Stated, Roles: []string{role}, Topic: topic, Rule: "asserted-denied"}
	if manner {
		f.Rule = "with-without"
	} else if opposed {
		f.Rule = "opposite-verbs"
	}
	ok := d.build(&f, sides{
		a: does, b: not, score: dutyScore,
		conflicts: func(x, y *Record) bool {
			reason, deciding := polarityBar(x, y, key)
			if reason != "" {
				d.miss("polarity", f.Roles, topic, reason, x, y, deciding...)
			}
			return reason == ""
		},
	})
	if !ok {
		return
	}
	yes, no := &f.A.Evidence[0], &f.B.Evidence[0]
	deeds := deed(yes)
	f.Summary = fmt.Sprintf("The %s is said to %s, and not to.", title(role), deeds)
	switch how := key[strings.LastIndex(key, ":")+1:]; {
	case manner && strings.HasSuffix(how, "ly"):
		f.Summary = fmt.Sprintf("The %s is said to %s %s, and not so.", title(role), deeds, how)
	case manner:
		f.Summary = fmt.Sprintf("The %s is said to %s both with and without %s.", title(role), deeds, how)
	case opposed:
		f.Summary = fmt.Sprintf("The %s is said to %s, and to %s.", title(role), deeds, deed(no))
	case f.Scope == "within":
		f.Summary = fmt.Sprintf("One source says that the %s does and that it does not %s.", title(role), deeds)
	}
	d.add(f)
}

// polarityBar returns why a claim and a denial of one duty by one role agree,
// "" where they contradict, and the words that decided.
func polarityBar(does, not *Record, key string) (reason string, deciding []string) {
	switch {
	case not.May && !(not.Ruled && does.Ruled):
		return "hedged", nil // "may not be involved" says little, but against a permission it is a ban
	case does.Assisting && !not.Assisting:
		return "assisting", nil
	case does.Doc == not.Doc && does.Sentence == not.Sentence:
		// One sentence that denies and asserts tells two things apart.
		return "other-action", []string{does.Verb, not.Verb}
	}
	if reason, deciding := scopeBar(does, not); reason != "" {
		return reason, deciding
	}
	if strings.HasSuffix(key, ":"+anything) {
		return "", nil
	}
	same := sameMods(does, not) && meet(does.Tail, not.Tail)
	if does.Relational {
		same = meet(does.Mods, not.Mods) && meet(does.Tail, not.Tail)
	}
	if does.Vague {
		same = same && does.Head == not.Head && does.Verb == not.Verb && does.Mods == not.Mods
	}
	if !same {
		return "other-object", []string{which(does), which(not)}
	}
	return "", nil
}
