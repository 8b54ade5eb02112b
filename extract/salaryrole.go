package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
	"roleclaims/extract/pattern"
	"roleclaims/extract/role"
)

// Wordings by which roles and figures are told apart.
var (
	respectively = pattern.MustCompile(`(?i)\brespectively\b`)
	beforeOther  = pattern.MustCompile(`(?i)\b(?:than|unlike|(?:report|answer)(?:s|ing)? to|under|alongside|assist(?:s|ing)?|support(?:s|ing)?|work(?:s|ing)? (?:for|with))\s+(?:those of |that of |an? |the )?$`)
	relative     = pattern.MustCompile(`(?i)\b(?:who|which|that)\s`)
	includes     = pattern.MustCompile(`(?i)\bwhich\s+includes?d?\s`)
	dependent    = regexp.MustCompile(`(?i)^\s+(?:to|of)\s+(?:the|an?|our|their)\s+$`)
	against      = regexp.MustCompile(`(?i)^\s*(?:versus|vs\.?|against|compared (?:to|with))\s*$`)
	whoStart     = regexp.MustCompile(`(?i)^,?\s*who\b`)
	coordinated  = regexp.MustCompile(`(?i)^[\s()/&,]*(?:(?:and|or|and/or|as well as|both|an?|the|\([^)]*\))[\s()/&,]*)*$`)
	afterFor     = pattern.MustCompile(`(?i)\b(?:for|to|by|among|reported for|as|of|that)\s+(?:an? |the |most |many |all )?(?:\w+ )?$`)
	group        = pattern.MustCompile(`(?i)\b(?:both|they|their|all (?:of them|three|four)|these (?:roles|jobs|positions|professionals)|each|either)\b`)
	both         = regexp.MustCompile(`(?i)^\W*both\b`)
	pronounStart = pattern.MustCompile(`(?i)\b(?:they|he|she|their|his|her|this role|the role|the position|the job)\b`)
)

// rolesOf returns the keys of the roles that a figure pays.
func (pass *passage) rolesOf(i int) []string {
	f := &pass.figures[i]
	if pass.block.Kind == corpus.Cell && len(pass.mentions) == 0 {
		return pass.p.cellRoles(pass.index, pass.last().scope)
	}
	if keys := pass.alignedRoles(i); keys != nil {
		return keys
	}
	if own := pass.mentionsIn(f.before); len(own) > 0 {
		last := own[len(own)-1]
		if whoStart.MatchString(pass.p.doc.Text[last.Span.End:f.Span.Start]) {
			own = own[len(own)-1:] // "more than lecturers, who make"
		}
		return pass.specific(pass.choose(own))
	}
	if noun := pass.stranger(f); noun != "" {
		return pass.keysOfStranger(noun)
	}
	if keys := pass.labelRole(f); keys != nil {
		return keys
	}
	if keys := pass.shortForm(f); keys != nil {
		return keys
	}
	if i == 0 && pronounStart.MatchString(f.before.Of(pass.p.doc.Text)) {
		return pass.elsewhere()
	}
	if i > 0 && whoStart.MatchString(f.before.Of(pass.p.doc.Text)) {
		if named := pass.mentionsIn(pass.figures[i-1].after); len(named) > 0 {
			return keysOf(named[len(named)-1:])
		}
	}
	after := pass.mentionsIn(f.after)
	if i == 0 && pass.labelled(f) {
		return pass.elsewhere()
	}
	if len(after) > 0 && (i == 0 || afterFor.MatchString(pass.p.doc.Text[f.Extent.End:after[0].Span.Start])) {
		return pass.specific(pass.choose(after))
	}
	if i > 0 && pass.strangeLabel(f) {
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		if pass.figures[k].pay {
			return pass.figures[k].roles
		}
	}
	if i == 0 && len(pass.mentions) > 0 {
		return pass.specific(pass.choose(pass.mentions[:1]))
	}
	if pass.strangersRow(f) {
		return nil
	}
	return pass.elsewhere()
}

// labelled reports whether a figure is what a label without a role gives
// ("Pay: $50k") under a heading that names one.
func (pass *passage) labelled(f *figure) bool {
	colon := strings.HasSuffix(strings.TrimSpace(f.before.Of(pass.p.doc.Text)), ":")
	return colon && pass.p.blocks[pass.index].roleIn && len(pass.elsewhere()) == 1
}

// strangeLabel reports whether a label in a row of figures names neither a
// role known here nor anything else about pay: "Chefs: $60k Fishmongers: $40k".
func (pass *passage) strangeLabel(f *figure) bool {
	own := f.before
	text := pass.p.doc.Text
	if !strings.HasSuffix(strings.TrimSpace(own.Of(text)), ":") {
		return false
	}
	return lastIn(pass.cues, own) == nil && lastIn(pass.statistics, own) == nil && lastIn(pass.components, own) == nil &&
		pass.placeIn(own, true) == "" && len(cuesIn(pass.p.pay.before, pass.wordsIn(own))) == 0 && !pass.matches(payLimits, own) && len(yearsIn(text, own, pass.look)) == 0
}

// specific gives a bare head ("developers") the title that the section is
// about where that ends in it ("frontend-developer").
func (pass *passage) specific(keys []string) []string {
	scope := pass.last().scope
	if len(keys) != 1 || len(scope) != 1 || !pass.p.blocks[pass.index].roleIn || !strings.HasSuffix(scope[0], "-"+keys[0]) {
		return keys
	}
	return scope
}

// strangersRow reports whether a figure stands in a row of names and amounts
// ("Dermatology $300,000 Oncology $310,000") under a name that is no role
// known here.
func (pass *passage) strangersRow(f *figure) bool {
	if len(pass.figures) < 3 {
		return false
	}
	for _, other := range pass.figures[1:] {
		if lastIn(pass.cues, other.before) != nil {
			return false
		}
	}
	text := pass.p.doc.Text
	words := pass.wordsIn(f.before)
	if len(words) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[len(words)-1].span.Of(text))
	return unicode.IsUpper(first) && pass.placeIn(f.before, true) == ""
}

// alignedRoles reads "A and B earn X and Y, respectively".
func (pass *passage) alignedRoles(i int) []string {
	if !pass.matches(respectively, pass.span) && !pass.opposed() {
		return nil
	}
	keys := keysOf(pass.mentions)
	if scope := pass.last().scope; len(keys) == 0 && len(scope) == len(pass.figures) {
		return scope[i : i+1]
	}
	first := slices.IndexFunc(pass.figures, func(f figure) bool { return len(pass.mentionsIn(f.before)) > 0 })
	if first < 0 || len(pass.figures)-first != len(keys) || i < first {
		return nil
	}
	return []string{keys[i-first]}
}

// opposed reports whether two roles are named, then two figures set against
// each other: "A earns more than B: $90k versus $80k".
func (pass *passage) opposed() bool {
	if len(pass.figures) != 2 || len(keysOf(pass.mentionsIn(pass.figures[0].before))) != 2 {
		return false
	}
	between := pass.p.doc.Text[pass.figures[0].Extent.End:pass.figures[1].Extent.Start]
	return against.MatchString(between)
}

// choose picks, of the roles named in the text that a figure owns, those it
// pays: the nearest, with those coordinated with it. A role after "than" or
// within a relative clause is not paid, save where the clause says whom a
// group includes.
func (pass *passage) choose(mentions []role.Mention) []string {
	text := pass.p.doc.Text
	var kept []role.Mention
	for k, m := range mentions {
		head := text[mentions[0].Span.Start:m.Span.Start]
		if k > 0 && dependent.MatchString(text[mentions[k-1].Span.End:m.Span.Start]) {
			continue
		}
		if k == 0 || !beforeOther.MatchString(head) && (!relative.MatchString(head) || includes.MatchString(head)) {
			kept = append(kept, m)
		}
	}
	keys := keysOf(kept)
	if len(keys) < 2 {
		return keys
	}
	last := kept[len(kept)-1]
	row := []role.Mention{last}
	for k := len(kept) - 2; k >= 0; k-- {
		if !coordinated.MatchString(text[kept[k].Span.End:row[len(row)-1].Span.Start]) {
			break
		}
		row = append(row, kept[k])
	}
	slices.Reverse(row)
	return keysOf(row)
}

// elsewhere returns the roles that a passage without any speaks of.
func (pass *passage) elsewhere() []string {
	s := pass.last()
	c := pass.p.carry
	if title := pass.p.roles.Title(); len(title) == 2 && both.MatchString(pass.span.Of(pass.p.doc.Text)) {
		return title
	}
	if pass.block.Kind == corpus.Heading {
		return pass.together(s.scope)
	}
	if c.block == pass.index && len(c.roles) > 0 {
		return c.roles
	}
	if pass.block.Kind == corpus.Item && s.first && !pronounStart.MatchString(strings.ToLower(s.span.Of(pass.p.doc.Text))) {
		if scope := pass.p.blocks[pass.index].roles; len(scope) > 0 {
			return pass.together(scope)
		}
		return pass.together(s.scope)
	}
	return pass.together(s.antecedent)
}

// together returns several roles only where the passage speaks of them as a
// group, else nothing: it is unknown which of them it means.
func (pass *passage) together(keys []string) []string {
	keys = longest(keys)
	if len(keys) > 1 && !group.MatchString(pass.span.Of(pass.p.doc.Text)) {
		return nil
	}
	return keys
}

// longest leaves out the keys that are short for another one of the list:
// "pilot" beside "airline-pilot".
func longest(keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		return slices.ContainsFunc(keys, func(other string) bool { return strings.HasSuffix(other, "-"+key) })
	})
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
