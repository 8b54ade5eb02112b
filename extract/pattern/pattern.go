package pattern

import "sync"

// Pattern is a regular expression that runs only where the literals that it
// needs stand. It is safe for concurrent use.
type Pattern struct {
	expr  string
	once  sync.Once
	needs *steps
	led   *led
}

// MustCompile is regexp.MustCompile for a Pattern, which is compiled with its
// first text. Expressions that begin with "^" and a letter gain nothing by it:
// they fail faster than a text is searched.
func MustCompile(expr string) *Pattern { return &Pattern{expr: expr} }

func (p *Pattern) compile() {
	p.once.Do(func() { p.needs, p.led = newSteps(p.expr), newLed(p.expr) })
}

// String returns the expression as it is written.
func (p *Pattern) String() string { return p.expr }

// May reports whether a text holds what the expression needs: without that it
// cannot match.
func (p *Pattern) May(text string) bool {
	p.compile()
	return p.needs.in(text)
}

// SubexpIndex is that of regexp.Regexp.
func (p *Pattern) SubexpIndex(name string) int {
	p.compile()
	return p.led.SubexpIndex(name)
}

// MatchString is that of regexp.Regexp.
func (p *Pattern) MatchString(s string) bool { return p.May(s) && p.led.MatchString(s) }

// FindStringIndex is that of regexp.Regexp.
func (p *Pattern) FindStringIndex(s string) []int {
	if m := p.FindStringSubmatchIndex(s); m != nil {
		return m[:2]
	}
	return nil
}

// FindStringSubmatch is that of regexp.Regexp.
func (p *Pattern) FindStringSubmatch(s string) []string {
	m := p.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	texts := make([]string, len(m)/2)
	for i := range texts {
		if m[2*i] >= 0 {
			texts[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return texts
}

// FindStringSubmatchIndex is that of regexp.Regexp.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.May(s) {
		return nil
	}
	return p.led.FindStringSubmatchIndex(s)
}

// FindAllStringIndex is that of regexp.Regexp.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	all := p.FindAllStringSubmatchIndex(s, n)
	for i := range all {
		all[i] = all[i][:2]
	}
	return all
}

// FindAllStringSubmatchIndex is that of regexp.Regexp.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.May(s) {
		return nil
	}
	return p.led.FindAllStringSubmatchIndex(s, n)
}
