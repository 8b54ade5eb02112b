package role

import (
	"cmp"
	"slices"
	"strings"
)

// learnBare settles which heads name a role by themselves: "the VP" in an
// article with one "VP of X" in its title, or else with one at all; "the
// manager" where the title has one manager and the article few others; and
// what is written with a capital in running text like a title of its own ("a
// Director may be higher").
func (inv *Inventory) learnBare(text []passage) {
	var top, heads, all keyCount
	for i := range text {
		for _, m := range inv.mentionsIn(&text[i]) {
			if text[i].top {
				top.add(m.Key)
			}
			if text[i].level > 0 {
				heads.add(m.Key)
			}
			if all.add(m.Key) {
				inv.named[m.Key] = true
			}
		}
	}
	capital, said := inv.capitals(text)
	for i := range text {
		if text[i].level > 0 {
			inv.bareIn(&text[i])
		}
	}
	for form := range inv.bareForms(all.keys, capital, said) {
		one, _ := single(top.keys, form)
		_, several := single(all.keys, form)
		inHeads, _ := single(heads.keys, form)
		switch {
		case one != "" && one != form && (several < 4 || capital[form] < 2 && prevails(all, one, form)):
			inv.setBare(form, one)
		case one == "" && capital[form] < 2 && prevails(all, inHeads, form):
			inv.setBare(form, inHeads)
		case capital[form] > 1, inv.bare[form] == "" && capital[form] == 0 && several == 0 && said[form]:
			inv.setBare(form, form)
		}
	}
	one, _ := single(top.keys, "vp")
	if one == "" {
		one, _ = single(all.keys, "vp")
	}
	inv.setBare("vp", cmp.Or(one, "vp"))
}

// bareForms returns the forms of heads that may name a role by themselves here:
// those with which a key begins or ends, and those found in running text.
func (inv *Inventory) bareForms(keys []string, capital map[string]int, said map[string]bool) map[string]bool {
	forms := map[string]bool{}
	for _, key := range keys {
		for i := 0; i <= len(key); i++ {
			if i < len(key) && key[i] != '-' {
				continue
			}
			if before := key[:i]; inv.rec.bare[before] {
				forms[before] = true
			}
			if after := key[min(i+1, len(key)):]; inv.rec.bare[after] {
				forms[after] = true
			}
		}
	}
	for form := range capital {
		if inv.rec.bare[form] {
			forms[form] = true
		}
	}
	for form := range said {
		if inv.rec.bare[form] {
			forms[form] = true
		}
	}
	return forms
}

// bareIn lets the heads that a heading names without a modifier stand for
// themselves: "What does a producer do?", "Producer vs. director".
func (inv *Inventory) bareIn(heading *passage) {
	s := inv.open(heading)
	for from, to := range s.sides {
		for k := from; k < to; k++ {
			h, _, n := s.head(k)
			if h == nil || h.alone != aloneTitle || k > from && !s.pieces[k-1].is("a", "an", "the", "of", "as") {
				continue
			}
			if k > from || k+n == to {
				inv.setBare(h.form, h.form)
			}
		}
	}
}

// capitals counts, by form, the heads that stand in running text with a
// capital and without a modifier, and those said to have duties or to be a
// job: "the duties of a director".
func (inv *Inventory) capitals(text []passage) (count map[string]int, said map[string]bool) {
	count, said = map[string]int{}, map[string]bool{}
	for i := range text {
		if text[i].label {
			continue
		}
		s := inv.open(&text[i])
		pieces := s.pieces
		for k := 1; k+1 < len(pieces); k++ {
			h, plural, n := s.head(k)
			if h == nil || plural || n > 1 || s.titled(k+1) {
				continue
			}
			if k > 2 && pieces[k-1].is("a", "an", "the") && pieces[k-2].is("of", "as") && pieces[k-3].is("duties", "role", "job", "responsibilities", "tasks", "work") {
				said[h.form] = true
			}
			if !pieces[k].caps || pieces[k+1].caps {
				continue
			}
			if m, _ := s.modifier(k - 1); m == nil && pieces[k-1].is("a", "an", "the", "and", "or") {
				count[h.form]++
			}
		}
	}
	return count, said
}

// prevails reports whether one is named more often than all other keys of its
// head together.
func prevails(named keyCount, one, form string) bool {
	others := 0
	for _, key := range named.keys {
		if key != one && headed(key, form) {
			others += named.count[key]
		}
	}
	return named.count[one] > others
}

// keyCount counts keys and holds them by first occurrence.
type keyCount struct {
	keys  []string
	count map[string]int
}

// add counts a key and reports whether it is new.
func (c *keyCount) add(key string) bool {
	if c.count == nil {
		c.count = map[string]int{}
	}
	n := c.count[key] + 1
	if c.count[key] = n; n == 1 {
		c.keys = append(c.keys, key)
	}
	return n == 1
}

// headed reports whether a key of several words ends with the form of a head.
func headed(key, form string) bool {
	rest, ok := strings.CutSuffix(key, form)
	return ok && strings.HasSuffix(rest, "-")
}

// single returns the one key among different keys that ends or begins with the form of
// a head ("vp-of-sales", "journeyman-electrician"), "" for none or several,
// and how many there are.
func single(keys []string, form string) (one string, n int) {
	var seen []string
	for _, key := range keys {
		rest, opens := strings.CutPrefix(key, form)
		if opens && (rest == "" || rest[0] == '-') || headed(key, form) {
			seen = append(seen, key)
		}
	}
	// A bare "VP" beside "VP of Sales" is no second one.
	seen = slices.DeleteFunc(seen, func(key string) bool { return key == form && len(seen) > 1 })
	if len(seen) == 1 {
		one = seen[0]
	}
	return one, len(seen)
}
