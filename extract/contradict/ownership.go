package contradict

import (
	"fmt"
	"slices"
	"strings"
)

// duties compares what is said of duties, key by key.
func (d *detector) duties() {
	concepts := map[string]acts{}
	for g := range d.fold.groups(d.keys[Duty]) {
		if ownable(g.key) {
			d.ownership(g, concepts)
		}
		d.polarity(g)
	}
	d.otherActions(concepts)
}

// ownership finds a duty that two compared roles are each said to own, and
// notes what roles do to its object.
func (d *detector) ownership(g group, concepts map[string]acts) {
	byRole := map[string][]*counted{}
	for _, r := range g.records {
		if r.Stance == Does && r.specific() {
			byRole[r.Role] = append(byRole[r.Role], r)
			if concepts[r.Concept] == nil {
				concepts[r.Concept] = acts{}
			}
			concepts[r.Concept].add(r)
		}
	}
	roles := sortedKeys(byRole)
	joined := 0
	for _, a := range roles[:max(len(roles)-1, 0)] { // none stands behind the last
		for _, b := range d.neighbours[a] {
			if a < b && byRole[b] != nil {
				joined++
				d.owners(g.key, a, b, byRole[a], byRole[b])
			}
		}
	}
	d.apart(g.key, roles, byRole, joined)
}

// ownable reports whether a key is of a duty that a role may call its own:
// neither a manner nor everything.
func ownable(key string) bool {
	return !strings.HasPrefix(key, "manner:") && !strings.HasSuffix(key, ":"+anything)
}

// specific reports whether a duty's object says what it is about.
func (r *Record) specific() bool { return !r.Vague || r.Mods+r.Tail != "" }

// owners compares the claims of two roles under one key.
func (d *detector) owners(key, roleA, roleB string, a, b []*counted) {
	topic := topicOf(key)
	roles := []string{roleA, roleB}
	f := Finding{Kind: "ownership", Roles: roles, Topic: topic, Rule: "same-duty"}
	ok := d.build(&f, sides{
		a: a, b: b, score: dutyScore,
		conflicts: func(x, y *Record) bool {
			reason, deciding := ownershipBar(x, y)
			if reason == "" {
				return true
			}
			if reason != "weak" {
				d.miss("ownership", roles, topic, reason, x, y, deciding...)
			}
			return false
		},
	})
	if !ok {
		return
	}
	f.Tier = ClaimedByBoth
	ownA, ownB := false, false
	apart := false
	for _, r := range f.A.Evidence {
		ownA, apart = ownA || r.Own, apart || r.contrasts(roleB)
	}
	for _, r := range f.B.Evidence {
		ownB, apart = ownB || r.Own, apart || r.contrasts(roleA)
	}
	if apart || ownA && ownB {
		f.Tier = Contested
	}
	f.Summary = fmt.Sprintf("Both the %s and the %s are said to %s as their own duty.", title(roleA), title(roleB), deed(&f.A.Evidence[0]))
	d.add(f)
}

// ownershipBar returns why two claims of one duty by two roles are no
// contradiction, "" where they are one, and the words that decided.
func ownershipBar(a, b *Record) (reason string, deciding []string) {
	switch reason = ownershipReason(a, b); reason {
	case "", "weak", "shared", "assisting", "hedged":
		return reason, nil
	case "other-object":
		return reason, []string{which(a), which(b)}
	}
	return scopeBar(a, b)
}

// ownershipReason is ownershipBar's reason alone.
func ownershipReason(a, b *Record) string {
	switch {
	case a.Weak || b.Weak:
		return "weak"
	case a.Shared || b.Shared:
		return "shared"
	case a.Assisting || b.Assisting:
		return "assisting"
	case a.May || b.May:
		return "hedged"
	}
	if reason, _ := scopeBar(a, b); reason != "" {
		return reason
	}
	if !compatible(a, b) {
		return "other-object"
	}
	return ""
}

// scopeBar returns why two statements are limited to different cases: a
// difference that the text itself explains.
func scopeBar(a, b *Record) (reason string, deciding []string) {
	if strings.EqualFold(a.Condition, b.Condition) && a.Scope == b.Scope {
		return "", nil
	}
	if a.Scope == b.Scope {
		return "other-condition", []string{orAny(a.Condition), orAny(b.Condition)}
	}
	reason = "other-condition"
	switch s := a.Scope + " " + b.Scope; {
	case strings.Contains(s, "small") || strings.Contains(s, "large") || strings.Contains(s, "condition"):
	case strings.Contains(s, "place-"):
		reason = "other-place"
	case strings.Contains(s, "year-"):
		reason = "other-year"
	}
	return reason, []string{orAny(a.Scope), orAny(b.Scope)}
}

func orAny(s string) string {
	if s == "" {
		return "(any)"
	}
	return s
}

// which names the thing that a duty is about, with what says which one.
func which(r *Record) string {
	return strings.TrimSpace(strings.Join(append(append(append(words(r.Mods), words(r.Generic)...), words(r.Tail)...), r.Head), " "))
}

// compatible reports whether two objects of one concept may be one thing.
// What each role has of its own ("the team") is one only by equal modifiers,
// and so is what has no meaning without them ("the needs").
func compatible(a, b *Record) bool {
	if a.Vague || b.Vague {
		return a.Head == b.Head && a.Mods == b.Mods && a.Tail == b.Tail
	}
	if a.Relational || b.Relational {
		x, y := append(words(a.Mods), words(a.Generic)...), append(words(b.Mods), words(b.Generic)...)
		return len(x) > 0 && join(x) == join(y) && meet(a.Tail, b.Tail)
	}
	return sameMods(a, b) && meet(a.Tail, b.Tail)
}

// sameMods compares what stands before the heads: equal or overlapping, or
// one side bare. A whole trade's modifier is not bare ("technology strategy"
// is not the "growth strategy"), nor do two modifiers more make no difference.
func sameMods(a, b *Record) bool {
	switch {
	case a.Mods == b.Mods:
		return a.Mods != "" || a.Generic == b.Generic || a.Generic == "" || b.Generic == ""
	case overlap(a.Mods, b.Mods):
		return true
	case a.Mods == "" && a.Generic == "":
		return len(words(b.Mods))+len(words(b.Generic)) < 2
	case b.Mods == "" && b.Generic == "":
		return len(words(a.Mods))+len(words(a.Generic)) < 2
	}
	return false
}

// meet reports whether one list is empty or both share a word.
func meet(a, b string) bool { return a == "" || b == "" || overlap(a, b) }

func overlap(a, b string) bool {
	for x := range strings.FieldsSeq(a) {
		for y := range strings.FieldsSeq(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// dutyScore says how well a pair of duties shows their conflict: by cues that
// set the two roles apart, words of ownership, and like wording.
func dutyScore(a, b *Record) int {
	score := 0
	for _, p := range [][2]*Record{{a, b}, {b, a}} {
		if p[0].contrasts(p[1].Role) {
			score += 2
		}
		if p[0].Own {
			score++
		}
		if p[0].Verb != "" {
			score++
		}
	}
	if a.Verb == b.Verb {
		score += 2
	}
	if a.Head == b.Head {
		score += 2
	}
	if a.Mods+a.Generic == b.Mods+b.Generic {
		score += 2
	}
	if meet(a.Tail, b.Tail) {
		score++
	}
	return score
}

// apart notes the duties of roles that no article compares, one row a key.
func (d *detector) apart(key string, roles []string, byRole map[string][]*counted, joined int) {
	for i, a := range roles {
		for _, b := range roles[i+1:] {
			if d.compared[[2]string{a, b}] {
				continue
			}
			x, y := &byRole[a][0].Record, &byRole[b][0].Record
			if ownershipReason(x, y) != "" {
				continue
			}
			d.miss("ownership", []string{a, b}, topicOf(key), "not-compared", x, y).Pairs = len(roles)*(len(roles)-1)/2 - joined
			return
		}
	}
}

// acts holds by role what is done to one thing.
type acts map[string][]act

// act has a name, and the best record of it, as its bytes, for few are looked at
// again.
type act struct{ name, encoded string }

// add takes up a record, which comes after the better ones of its key.
func (a acts) add(r *counted) {
	if r.Weak || r.Relational {
		return
	}
	known := a[r.Role]
	for _, one := range slices.Backward(known) { // nearly always the last
		if one.name == r.Act {
			return
		}
	}
	a[r.Role] = append(known, act{r.Act, r.encoded})
}

// otherActions notes compared roles that do different things to one object:
// the one sets the strategy, the other carries it out.
func (d *detector) otherActions(concepts map[string]acts) {
	for _, concept := range sortedKeys(concepts) {
		acts := concepts[concept]
		for _, a := range sortedKeys(acts) {
			for _, b := range d.neighbours[a] {
				if a < b && acts[b] != nil {
					d.otherAction(concept, a, b, acts[a], acts[b])
				}
			}
		}
	}
}

func (d *detector) otherAction(concept, a, b string, actsA, actsB []act) {
	for _, x := range actsA {
		if slices.ContainsFunc(actsB, func(y act) bool { return x.name == y.name }) {
			return
		}
	}
	names := d.fold.names
	var one, other Record
	for _, x := range actsA {
		names.decode(x.encoded, names.keyOf(x.encoded), &one)
		for _, y := range actsB {
			names.decode(y.encoded, names.keyOf(y.encoded), &other)
			d.miss("ownership", []string{a, b}, concept, "other-action", &one, &other, x.name, y.name)
		}
	}
}
