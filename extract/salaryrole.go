package extract

import (
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract/role"
)

// Wordings by which roles and figures are told apart.
var (
	respectively = regexp.MustCompile(`(?i)\brespectively\b`)
	beforeOther  = regexp.MustCompile(`(?i)\b(?:than|unlike|to an?|under|by an?)\s+(?:that of |an? |the )?$`)
	coordinated  = regexp.MustCompile(`(?i)^[\s()/&,]*(?:(?:and|or|and/or|as well as|both|an?|the|\([^)]*\))[\s()/&,]*)*$`)
	afterFor     = regexp.MustCompile(`(?i)\b(?:for|to|by|among|reported for|as|of|that)\s+(?:an? |the |most |many |all )?(?:\w+ )?$`)
	pronounStart = regexp.MustCompile(`(?i)\b(?:they|he|she|their|his|her|this role|the role|the position|the job)\b`)
)

// rolesOf returns the keys of the roles that a figure pays.
func (pass *passage) rolesOf(i int) []string {
	f := &pass.figures[i]
	if pass.block.Kind == corpus.Cell && len(pass.mentions) == 0 {
		return pass.elsewhere()
	}
	if keys := pass.alignedRoles(i); keys != nil {
		return keys
	}
	if own := pass.mentionsIn(f.before); len(own) > 0 {
		return pass.choose(own)
	}
	after := pass.mentionsIn(f.after)
	if len(after) > 0 && (i == 0 || afterFor.MatchString(pass.p.doc.Text[f.Extent.End:after[0].Span.Start])) {
		return pass.choose(after)
	}
	for k := i - 1; k >= 0; k-- {
		if pass.figures[k].pay {
			return pass.figures[k].roles
		}
	}
	if i == 0 && len(pass.mentions) > 0 {
		return pass.choose(pass.mentions[:1])
	}
	return pass.elsewhere()
}

// alignedRoles reads "A and B earn X and Y, respectively".
func (pass *passage) alignedRoles(i int) []string {
	if !respectively.MatchString(pass.span.Of(pass.p.doc.Text)) {
		return nil
	}
	keys := keysOf(pass.mentions)
	first := slices.IndexFunc(pass.figures, func(f figure) bool { return len(pass.mentionsIn(f.before)) > 0 })
	if first < 0 || len(pass.figures)-first != len(keys) || i < first {
		return nil
	}
	return []string{keys[i-first]}
}

// choose picks, of the roles named in the text that a figure owns, those it
// pays: roles in one coordination are all paid, a role after "than" is not,
// and where several are left, one that the section is about wins.
func (pass *passage) choose(mentions []role.Mention) []string {
	text := pass.p.doc.Text
	var kept []role.Mention
	for _, m := range mentions {
		if len(mentions) == 1 || !beforeOther.MatchString(text[pass.span.Start:m.Span.Start]) {
			kept = append(kept, m)
		}
	}
	if len(kept) == 0 {
		kept = mentions
	}
	keys := keysOf(kept)
	if len(keys) < 2 {
		return keys
	}
	if scope := pass.last().scope; len(scope) == 1 && slices.Contains(keys, scope[0]) && len(mentions) > 1 && pass.index > 0 && pass.p.blocks[pass.index].roleIn {
		return scope
	}
	last := kept[len(kept)-1]
	group := []role.Mention{last}
	for k := len(kept) - 2; k >= 0; k-- {
		if !coordinated.MatchString(text[kept[k].Span.End:group[len(group)-1].Span.Start]) {
			break
		}
		group = append(group, kept[k])
	}
	slices.Reverse(group)
	if len(group) == len(kept) {
		return keys
	}
	// Several groups: the one right after "for" or "of" that speaks of pay,
	// else the nearest.
	return keysOf(group)
}

// elsewhere returns the roles that a passage without any speaks of.
func (pass *passage) elsewhere() []string {
	s := pass.last()
	c := pass.p.carry
	if pass.block.Kind == corpus.Cell || pass.block.Kind == corpus.Heading {
		return s.scope
	}
	if c.block == pass.index && len(c.roles) > 0 {
		return c.roles
	}
	if pass.block.Kind == corpus.Item && s.first && !pronounStart.MatchString(strings.ToLower(s.span.Of(pass.p.doc.Text))) {
		if scope := pass.p.blocks[pass.index].roles; len(scope) > 0 {
			return scope
		}
		return s.scope
	}
	return s.antecedent
}

// mentionsIn returns the mentions in a span.
func (pass *passage) mentionsIn(span corpus.Span) []role.Mention {
	var found []role.Mention
	for _, m := range pass.mentions {
		if span.Contains(m.Span) {
			found = append(found, m)
		}
	}
	return found
}

// roleText returns the words that name a role in the passage, or stand for it.
func (pass *passage) roleText(key string) string {
	for _, m := range pass.mentions {
		if m.Key == key {
			return m.Span.Of(pass.p.doc.Text)
		}
	}
	if at := pronounStart.FindStringIndex(pass.span.Of(pass.p.doc.Text)); at != nil {
		return pass.span.Of(pass.p.doc.Text)[at[0]:at[1]]
	}
	return ""
}
