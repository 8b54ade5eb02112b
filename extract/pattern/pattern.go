package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that runs only where the literals that it
// needs stand. It is safe for concurrent use.
type Pattern struct {
	re   *regexp.Regexp
	once sync.Once
	set  *Set // of re alone
}

// MustCompile is regexp.MustCompile for a Pattern. Expressions that begin with
// "^" gain nothing by it: they fail faster than a text is searched.
func MustCompile(expr string) *Pattern { return &Pattern{re: regexp.MustCompile(expr)} }

// May reports whether a text holds what the expression needs: without that it
// cannot match.
func (p *Pattern) May(text string) bool {
	p.once.Do(func() { p.set = NewSet(p.re) })
	return p.set.may(text)
}

// MatchString is that of regexp.Regexp.
func (p *Pattern) MatchString(s string) bool { return p.May(s) && p.re.MatchString(s) }

// FindStringIndex is that of regexp.Regexp.
func (p *Pattern) FindStringIndex(s string) []int {
	if !p.May(s) {
		return nil
	}
	return p.re.FindStringIndex(s)
}

// FindStringSubmatch is that of regexp.Regexp.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.May(s) {
		return nil
	}
	return p.re.FindStringSubmatch(s)
}

// FindStringSubmatchIndex is that of regexp.Regexp.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.May(s) {
		return nil
	}
	return p.re.FindStringSubmatchIndex(s)
}

// FindAllStringIndex is that of regexp.Regexp.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.May(s) {
		return nil
	}
	return p.re.FindAllStringIndex(s, n)
}

// FindAllStringSubmatchIndex is that of regexp.Regexp.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.May(s) {
		return nil
	}
	return p.re.FindAllStringSubmatchIndex(s, n)
}
