package role

import (
	"maps"
	"slices"
	"strings"
)

// learnHeadings takes the titles that stand alone in a heading, a table's
// head or in bold, or on a side of "vs", although the lexicon lacks a word of
// theirs: "Gas plant operator".
func (inv *Inventory) learnHeadings(text []passage) {
	for i := range text {
		if !text[i].label || len(text[i].tokens) > 40 {
			continue
		}
		s := inv.open(&text[i])
		for from, to := range s.sides {
			s.learnSide(from, to)
		}
	}
}

// sides cuts the pieces at "vs", "versus", "and", "or", commas, colons and
// other marks.
func (s *scan) sides(yield func(from, to int) bool) {
	start := 0
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.is("vs", "versus", "or", "and") || !p.isWord() && !p.is("&") && !p.is("'s") {
			if !yield(start, i) {
				return
			}
			start = i + 1
		}
	}
	yield(start, len(s.pieces))
}

// learnSide learns the pieces [from, to) as a title if they are two to five
// words that end in a head noun and the lexicon does not read them whole.
func (s *scan) learnSide(from, to int) {
	for from < to && s.pieces[from].is("a", "an", "the", "what", "is", "are", "why", "how", "become", "to") {
		from++
	}
	for n := 1; from < to && n > 0; from += n {
		n = s.grade(from)
		if n == 0 {
			break
		}
	}
	if to-from < 2 || to-from > 5 || !s.pieces[from].open || !s.pieces[to-1].close {
		return
	}
	h, _, n := s.head(to - 1)
	if h == nil || n != 1 || h.verb {
		return
	}
	if f, ok := s.at(from); ok && f.end == to {
		return
	}
	for i := from; i < to-1; i++ {
		p := &s.pieces[i]
		gerund := strings.HasSuffix(p.text, "ing") && p.word == nil
		if gerund && i == from && to-from == 2 {
			continue // "Letting agent"; gerunds that take people are in the lexicon
		}
		if p.stop() || p.is("'s", "of") || gerund || p.abbreviation && p.word == nil && len(p.text) > 3 {
			return
		}
		if h, plural, _ := s.head(i); h != nil && plural || p.acts() {
			return
		}
	}
	words := s.text(from, to-1) + " " + h.form
	s.inv.learn(words, slug(words), false)
}

// learnAbbreviations takes what the article says that short forms stand for:
// "chief data officer (CDO)", "CDO (chief data officer)", "CDO: chief data
// officer". An abbreviation of the lexicon that is used beside its full title
// counts as said.
func (inv *Inventory) learnAbbreviations(text []passage) {
	named := map[string]int{}
	used := map[string]bool{}
	written := map[string]bool{}   // keys of titles in full
	capital := map[string]string{} // abbreviations of the lexicon, and their keys
	var pairs []pair
	for i := range text {
		s := inv.open(&text[i])
		for k := 0; k < len(s.pieces); {
			if p := &s.pieces[k]; p.abbreviation && p.open && p.close {
				short := strings.ToLower(strings.TrimSuffix(p.text, "s"))
				if key := inv.rec.introduced[short]; key != "" {
					used[short] = true
				}
				s.expandAfter(k)
			}
			if !s.mayBegin(k) {
				k++
				continue
			}
			f, ok := s.at(k)
			if !ok {
				k++
				continue
			}
			named[f.key]++
			if p := &s.pieces[k]; f.end > k+1 || !p.abbreviation {
				written[f.key] = true
			} else {
				capital[strings.ToLower(strings.TrimSuffix(p.text, "s"))] = f.key
			}
			pairs = s.namesAfter(pairs, k, f)
			if f.guess && f.gradeFrom == f.gradeTo && !f.plural {
				inv.learn(s.text(k, f.end), f.key, false)
			}
			s.shortAfter(k, f)
			k = f.end
		}
	}
	for _, short := range slices.Sorted(maps.Keys(used)) {
		if key := inv.rec.introduced[short]; named[key] > 0 && inv.own[short] == nil {
			inv.learn(short, key, true)
		}
	}
	for _, short := range slices.Sorted(maps.Keys(capital)) {
		if key := abbreviated(short, written); !written[capital[short]] && key != "" && inv.own[short] == nil {
			inv.learn(short, key, true) // "PM" beside project managers alone
		}
	}
	inv.learnNames(pairs, named, text)
	for i := range text {
		text[i].kept = false // titles may have other keys now
	}
}

// abbreviated returns the one key whose words have the initials of short, "" for
// none or several.
func abbreviated(short string, keys map[string]bool) string {
	one := ""
	for key := range keys {
		words := strings.Split(key, "-")
		if len(words) != len(short) {
			continue
		}
		same := true
		for i, word := range words {
			same = same && strings.HasPrefix(word, short[i:i+1])
		}
		if same && one != "" {
			return ""
		} else if same {
			one = key
		}
	}
	return one
}

// shortAfter learns the abbreviation in brackets after the title f at k.
func (s *scan) shortAfter(k int, f found) {
	i := f.end
	if i+2 >= len(s.pieces) || f.key == "-" || f.shares || !s.pieces[i].is("(") {
		return
	}
	p := &s.pieces[i+1]
	if !p.abbreviation || !s.pieces[i+2].is(")", ",", "/", "or") {
		return
	}
	s.learnShort(strings.TrimSuffix(p.text, "s"), k, f)
}

// learnShort learns the abbreviation of the title f at k unless its letters
// are not the title's or the lexicon has it as a head ("VP").
func (s *scan) learnShort(short string, k int, f found) {
	w := s.inv.rec.words[strings.ToLower(short)]
	if (w == nil || w.head == nil) && abbreviates(short, s.initials(k, f.end)) {
		s.inv.learn(short, f.key, true)
	}
}

// expandAfter learns the abbreviation at k if a title with its initials
// follows in brackets or after a colon or dash.
func (s *scan) expandAfter(k int) {
	if k+2 >= len(s.pieces) || !s.pieces[k+1].is("(", ":", "-", "–", "—") {
		return
	}
	if f, ok := s.at(k + 2); ok && f.key != "-" {
		s.learnShort(strings.TrimSuffix(s.pieces[k].text, "s"), k+2, f)
	}
}

// initials returns the first letters of the pieces, in lower case.
func (s *scan) initials(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		b.WriteString(strings.ToLower(s.pieces[i].text[:1]))
	}
	return b.String()
}

// abbreviates reports whether the letters of short are initials in order,
// beginning with the first.
func abbreviates(short, initials string) bool {
	short = strings.ToLower(short)
	if short == "" || initials == "" || len(short) > 7 {
		return false
	}
	at := 0
	for i := 0; i < len(short) && at <= len(initials); i++ {
		n := strings.IndexByte(initials[at:], short[i])
		if n < 0 {
			return false
		}
		at += n + 1
	}
	return short[0] == initials[0] || len(short) == len(initials)
}

// learnFields lets fields and short forms stand for roles where the title or
// a heading sets them against another: "data analytics vs data science".
func (inv *Inventory) learnFields(text []passage) {
	for i := range text {
		if text[i].level == 0 {
			continue
		}
		s := inv.open(&text[i])
		if !slices.ContainsFunc(s.pieces, func(p piece) bool { return p.is("vs", "vs.", "versus") }) {
			continue
		}
		for from, to := range s.sides {
			words := strings.ToLower(strings.ReplaceAll(s.text(from, to), "-", " "))
			if key := inv.rec.introduced[words]; key != "" {
				inv.enter(words, entry{title: &title{key: key, field: true}})
			}
		}
	}
}
