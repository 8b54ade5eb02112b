package extract

import (
	"strings"
)

// pronoun returns the roles that a pronoun means; ok is false for words that
// are none.
func (p *statement) pronoun(i int) (roles []string, ok bool) {
	switch p.words[i].Lower {
	case "he", "she", "s/he":
		if len(p.antecedent) > 1 {
			return nil, true
		}
		return p.antecedent, true
	case "they", "it", "others", "some", "many", "most":
		if len(p.antecedent) > 2 || i == 0 && p.s.crowd && p.words[i].Lower == "they" {
			return nil, true
		}
		return p.antecedent, true
	case "you":
		return p.youRoles(), true
	case "i":
		return p.you, true
	case "we", "us", "me", "who", "what", "everyone", "nobody", "anyone", "no-one", "someone":
		return nil, true
	case "each", "both":
		return p.standIn("both"), true
	case "one":
		if pair := p.s.keys; len(pair) == 2 && p.other(i) >= 0 {
			return pair[:1], true // "a paralegal and a clerk: one drafts, while the other files"
		}
	}
	return nil, false
}

// standIn returns the roles that a stand-in of the given kind means.
func (p *statement) standIn(stands string) []string {
	pair := p.antecedent
	if len(pair) < 2 {
		pair = p.reading.roles.Title()
	}
	switch stands {
	case "both", "neither":
		if len(pair) < 2 {
			return nil
		}
		return pair
	case "former":
		if len(pair) == 2 {
			return pair[:1]
		}
		return nil
	case "latter":
		if len(pair) == 2 {
			return pair[1:]
		}
		return nil
	}
	if len(p.antecedent) > 2 {
		return nil
	}
	return p.antecedent
}

// youRoles returns the role that a page addressed to its holder speaks of:
// the one that "As a ROLE, you …" named, else the only one in scope, where the
// section tells what is done and not how to get there.
func (p *statement) youRoles() []string {
	if p.you != nil {
		return p.you
	}
	if len(p.context.roles) > 0 && len(p.context.roles) <= 2 && p.context.roleIn && (p.context.kind == kindDuties || p.context.kind == "") {
		return p.context.roles
	}
	if len(p.context.roles) == 1 && (p.context.kind == kindDuties || p.context.kind == "" && len(p.reading.roles.Title()) == 1) {
		return p.context.roles
	}
	return nil
}

// shortForm returns the role in scope that a noun phrase names by its last word
// or by its initials: "the vet" for the zoo vet, "BAs" for broadcast assistants.
func (p *statement) shortForm(first, last int) []string {
	core := min(p.grammar.Noun(p.words, first), last)
	if core == first || core-first > 2 || !p.context.roleIn && len(p.context.roles) != 1 {
		return nil
	}
	head := p.words[core-1]
	if first < core-1 {
		switch p.words[first].Lower {
		case "the", "this", "a", "an", "these", "most", "many", "some", "all":
		default:
			return nil
		}
	}
	lemma := head.Lemmas().Noun
	if full := p.fullName(lemma, p.context); full != "" {
		return []string{full}
	}
	text := strings.TrimSuffix(head.Span.Of(p.doc.Text), "s")
	for _, key := range p.context.roles {
		if len(text) > 1 && text == initials(key) {
			return []string{key}
		}
	}
	return nil
}

// initials returns the capital initials of a key's words.
func initials(key string) string {
	var b strings.Builder
	for _, word := range strings.Split(key, "-") {
		if word != "" && word != "of" {
			b.WriteString(strings.ToUpper(word[:1]))
		}
	}
	return b.String()
}

// other returns the index of the "the other" that stands against the "one" at
// word i, -1 for none.
func (p *statement) other(i int) int {
	for k := i + 1; k+1 < len(p.words); k++ {
		if p.words[k].Lower == "the" && p.words[k+1].Lower == "other" {
			return k
		}
	}
	return -1
}
