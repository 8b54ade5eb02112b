package extract

// headingStack holds the headings in whose scope a block stands.
type headingStack []headingScope

type headingScope struct {
	level int
	roles []string
	kind  string
}

// push enters a heading. One that names no role goes on with the one role of a heading before it
// on the same level where it says what kind of section it opens ("Painter",
// "Duties of the job").
func (h *headingStack) push(level int, roles []string, kind string) {
	for len(*h) > 0 && (*h)[len(*h)-1].level >= level {
		if last := (*h)[len(*h)-1]; last.level == level && len(roles) == 0 && len(last.roles) == 1 && kind != "" && kind != kindGeneral && kind != kindMeta {
			roles = last.roles
		}
		*h = (*h)[:len(*h)-1]
	}
	if kind == kindGeneral {
		kind = ""
	}
	*h = append(*h, headingScope{level, roles, kind})
}

// roles returns those of the innermost heading that names one, else the
// title's.
func (h headingStack) roles(title []string) []string {
	for i := len(h) - 1; i >= 0; i-- {
		if len(h[i].roles) > 0 && len(h[i].roles) <= maxCompared {
			return h[i].roles
		}
	}
	return title
}

// named reports whether a heading below the title names a role.
func (h headingStack) named() bool {
	for i := len(h) - 1; i > 0; i-- {
		if len(h[i].roles) > 0 {
			return true
		}
	}
	return len(h) == 1 && len(h[0].roles) == 1
}

// kind returns that of the innermost heading that has one. The title says what
// the page is about, not what each part of it holds: a page on careers has its
// duties too.
func (h headingStack) kind() string {
	for i := len(h) - 1; i >= 0; i-- {
		if h[i].kind != "" && (h[i].kind == kindDuties || h[i].level > 1) {
			return h[i].kind
		}
	}
	return ""
}
