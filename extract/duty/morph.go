package duty

import "strings"

// irregular holds verb and noun forms that no suffix rule reaches.
var irregular = map[string]string{
	"is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'s": "be", "'re": "be", "am": "be",
	"has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "made": "make", "took": "take", "taken": "take",
	"led": "lead", "built": "build", "ran": "run", "kept": "keep", "held": "hold", "wrote": "write", "written": "write",
	"chose": "choose", "chosen": "choose", "bought": "buy", "sold": "sell", "taught": "teach", "oversaw": "oversee", "overseen": "oversee",
	"gave": "give", "given": "give", "drew": "draw", "drawn": "draw", "grew": "grow", "grown": "grow", "undertook": "undertake", "undertaken": "undertake",
	"dealt": "deal", "spent": "spend", "met": "meet", "paid": "pay", "saw": "see", "seen": "see", "sought": "seek", "gone": "go", "goes": "go", "went": "go",
	"children": "child", "men": "man", "women": "woman", "people": "people", "staff": "staff", "criteria": "criterion", "analyses": "analysis", "says": "say",
	"lying": "lie", "tying": "tie", "lives": "life", "series": "series", "business": "business", "process": "process",
}

// verbLemma returns the base form of a verb's form. Forms of a verb that the
// tables know are sure; others follow the spelling.
func (r *Reader) verbLemma(w string) string {
	if l, ok := irregular[w]; ok {
		return l
	}
	if _, ok := r.actions[w]; ok {
		return w
	}
	guess := w
	for _, c := range verbStems(w) {
		if _, ok := r.actions[c]; ok {
			return c
		}
		if guess == w {
			guess = c
		}
	}
	return guess
}

// verbStems lists what a form may be built from, likeliest first.
func verbStems(w string) []string {
	cut := func(suffix string) (string, bool) {
		s, ok := strings.CutSuffix(w, suffix)
		return s, ok && len(s) >= 2
	}
	for _, suffix := range []string{"ing", "ed"} {
		if s, ok := cut(suffix); ok {
			n := len(s)
			out := []string{s, s + "e"}
			if n > 2 && s[n-1] == s[n-2] {
				out = []string{s[:n-1], s, s + "e"}
			} else if suffix == "ed" && s[n-1] == 'i' {
				out = []string{s[:n-1] + "y"}
			} else if strings.HasSuffix(s, "at") || strings.HasSuffix(s, "iz") || strings.HasSuffix(s, "is") || s[n-1] == 'v' || s[n-1] == 'c' || s[n-1] == 'g' && !strings.HasSuffix(s, "ng") {
				out = []string{s + "e", s}
			}
			return out
		}
	}
	if s, ok := cut("ies"); ok {
		return []string{s + "y"}
	}
	if s, ok := cut("es"); ok {
		if strings.HasSuffix(s, "sh") || strings.HasSuffix(s, "ch") || strings.HasSuffix(s, "ss") || strings.HasSuffix(s, "x") {
			return []string{s, s + "e"}
		}
		return []string{s + "e", s}
	}
	if s, ok := cut("s"); ok && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") {
		return []string{s}
	}
	return nil
}

// nounLemma returns a noun's singular.
func (r *Reader) nounLemma(w string) string {
	if l, ok := irregular[w]; ok {
		return l
	}
	if _, ok := r.nouns[w]; ok {
		return w
	}
	for _, suffix := range []string{"ss", "us", "is", "ics"} {
		if strings.HasSuffix(w, suffix) {
			return w
		}
	}
	if s, ok := strings.CutSuffix(w, "ies"); ok && len(s) > 2 {
		return s + "y"
	}
	for _, suffix := range []string{"ses", "xes", "ches", "shes", "zes"} {
		if strings.HasSuffix(w, suffix) && len(w) > 5 && !strings.HasSuffix(w, "uses") && !strings.HasSuffix(w, "ases") {
			return strings.TrimSuffix(w, "es")
		}
	}
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > 2 {
		return s
	}
	return w
}

// nominal lists the endings of nouns that name an act, with what stands in
// the verb in their place.
var nominalEndings = []struct{ noun, verb string }{
	{"ization", "ize"}, {"isation", "ise"}, {"ification", "ify"}, {"ication", "y"}, {"ution", "ve"}, {"isition", "ire"}, {"uction", "uce"},
	{"ation", "ate"}, {"ation", "e"}, {"ation", ""}, {"ition", "e"}, {"ition", ""}, {"sion", "d"}, {"sion", "se"}, {"ption", "be"},
	{"tion", "te"}, {"tion", "t"}, {"ment", ""}, {"enance", "ain"}, {"ance", ""}, {"ance", "e"}, {"ence", ""}, {"al", ""}, {"al", "e"}, {"ysis", "yze"}, {"ure", "e"}, {"age", ""}, {"ership", ""},
	{"ing", ""}, {"ing", "e"}, {"ery", "er"}, {"y", "e"},
}

// verbOf returns the verb that a noun is the act of ("maintenance",
// "recruitment"), "" for none that the tables know.
func (r *Reader) verbOf(noun string) string {
	if n, ok := r.nouns[noun]; ok && n.kind != "activity" {
		return ""
	}
	for _, e := range nominalEndings {
		stem, ok := strings.CutSuffix(noun, e.noun)
		if !ok || len(stem) < 2 {
			continue
		}
		if c, ok := r.actions[stem+e.verb]; ok && c != Light {
			return stem + e.verb
		}
	}
	return same[noun]
}

// same holds nouns that are spelled like no verb's ending.
var same = map[string]string{
	"review": "review", "design": "design", "purchase": "purchase", "choice": "choose", "decision": "decide", "upkeep": "maintain", "repair": "repair",
	"oversight": "oversee", "supervision": "supervise", "acquisition": "acquire", "control": "control", "sign-off": "sign off", "leadership": "lead",
	"hire": "hire", "sale": "sell", "inspection": "inspect", "research": "research", "valuation": "value", "stewardship": "lead",
}
