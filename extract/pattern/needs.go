package pattern

import (
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLiterals bounds the literals of one step; of parts that could be spelled
// out in more ways none is needed.
const maxLiterals = 64

// maxClass bounds the characters of a class that are spelled out.
const maxClass = 8

// needs are the steps of an expression: whatever it matches holds one literal
// of each step, in the order of the steps and not overlapping. Literals are in
// lower case as far as ASCII goes. It has no steps if it may match without any
// literal.
type needs [][]string

// needsOf returns the needs of an expression.
func needsOf(expr string) needs {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	w := writingsOf(parsed.Simplify())
	if w.all != nil {
		return needs(nil).step(w.all)
	}
	return w.needs
}

// step adds a step unless it asks for nothing: one that any blank fulfils.
func (n needs) step(literals []string) needs {
	literals = shortest(literals)
	for _, literal := range literals {
		if strings.TrimSpace(literal) == "" {
			return n
		}
	}
	return append(n, literals)
}

// writings are what a part of an expression may match: all of it spelled out
// where these are few, else what it needs.
type writings struct {
	all   []string // nil for too many
	needs needs
}

func writingsOf(re *syntax.Regexp) writings {
	switch re.Op {
	case syntax.OpLiteral:
		return literal(re)
	case syntax.OpCharClass:
		return class(re)
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return writings{all: []string{""}}
	case syntax.OpCapture:
		return writingsOf(re.Sub[0])
	case syntax.OpPlus:
		w := writingsOf(re.Sub[0])
		if w.all != nil {
			return writings{needs: needs(nil).step(w.all)}
		}
		return w
	case syntax.OpQuest:
		if w := writingsOf(re.Sub[0]); w.all != nil && len(w.all) < maxLiterals {
			return writings{all: append([]string{""}, w.all...)}
		}
	case syntax.OpConcat:
		return sequence(re.Sub)
	case syntax.OpAlternate:
		return either(re.Sub)
	}
	return writings{}
}

// literal spells out a literal. Letters beyond ASCII that have two cases are
// left open where case does not count.
func literal(re *syntax.Regexp) writings {
	for _, r := range re.Rune {
		if re.Flags&syntax.FoldCase != 0 && r >= utf8.RuneSelf && unicode.SimpleFold(r) != r {
			return writings{}
		}
	}
	return writings{all: []string{lower(string(re.Rune))}}
}

// class spells out a small class; white space could be anything.
func class(re *syntax.Regexp) writings {
	var all []string
	for i := 0; i+1 < len(re.Rune); i += 2 {
		for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
			if len(all) == maxClass || unicode.IsSpace(r) {
				return writings{}
			}
			all = append(all, lower(string(r)))
		}
	}
	return writings{all: all}
}

// sequence spells out parts one after the other as far as that goes, and
// begins a new step where it does not.
func sequence(parts []*syntax.Regexp) writings {
	steps := needs(nil)
	open := false // some part was left open
	so := []string{""}
	for _, part := range parts {
		w := writingsOf(part)
		switch {
		case w.all == nil:
			steps = append(steps.step(so), w.needs...)
			so, open = []string{""}, true
		case len(so)*len(w.all) > maxLiterals:
			steps = steps.step(so)
			so, open = w.all, true
		default:
			so = product(so, w.all)
		}
	}
	if !open {
		return writings{all: so}
	}
	return writings{needs: steps.step(so)}
}

func product(first, then []string) []string {
	var all []string
	for _, a := range first {
		for _, b := range then {
			all = append(all, a+b)
		}
	}
	return all
}

// either needs a literal of the most telling step of any of its branches.
func either(branches []*syntax.Regexp) writings {
	var all, any []string
	spelled, needed := true, true
	for _, branch := range branches {
		w := writingsOf(branch)
		spelled = spelled && w.all != nil
		all = append(all, w.all...)
		steps := w.needs
		if w.all != nil {
			steps = needs(nil).step(w.all)
		}
		if needed = needed && len(steps) > 0; needed {
			any = append(any, steps.telling()...)
		}
	}
	switch {
	case spelled && len(all) <= maxLiterals:
		return writings{all: all}
	case needed:
		return writings{needs: needs(nil).step(any)}
	}
	return writings{}
}

// telling returns the step whose shortest literal is longest.
func (n needs) telling() []string {
	best, length := n[0], 0
	for _, step := range n {
		least := len(step[0])
		for _, literal := range step {
			least = min(least, len(literal))
		}
		if least > length {
			best, length = step, least
		}
	}
	return best
}

// shortest leaves out literals that hold another.
func shortest(literals []string) []string {
	var out []string
	for i, a := range literals {
		holds := false
		for k, b := range literals {
			holds = holds || k != i && strings.Contains(a, b) && (a != b || k < i)
		}
		if !holds {
			out = append(out, a)
		}
	}
	return out
}

// lower is the text with the letters of ASCII in lower case.
func lower(text string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}
