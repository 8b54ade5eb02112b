package role

// pair is two keys that a sentence gives as names of one title.
type pair struct{ first, second string }

// namesAfter adds the title that is said to be another name of the title f,
// which begins at k: "X, also known as Y", "X (also called Y)", "X, or Y,".
func (s *scan) namesAfter(pairs []pair, k int, f found) []pair {
	if f.key == "-" || f.shares {
		return pairs
	}
	i := f.end
	open := i < len(s.pieces) && s.pieces[i].is(",", "(", "–", "—")
	if open {
		i++
	}
	or := open && i < len(s.pieces) && s.pieces[i].is("or")
	if or {
		i++
	}
	said := s.called(i)
	if said == i && !or {
		return pairs
	}
	for i = said; i < len(s.pieces) && s.pieces[i].is("a", "an", "the", "simply", "just", "\"", "“"); {
		i++
	}
	if i >= len(s.pieces) {
		return pairs
	}
	g, ok := s.at(i)
	if !ok || g.key == "-" || g.key == f.key || g.shares || g.gradeFrom < g.gradeTo {
		return pairs
	}
	if or && !s.apposed(k, f, g) {
		return pairs
	}
	if f.gradeFrom < f.gradeTo {
		s.learnGraded(k, f, g)
		return pairs
	}
	return append(pairs, pair{f.key, g.key})
}

// learnGraded learns that a title with its grade is another title: "senior
// engineers, often known as head engineers" says nothing of other engineers.
func (s *scan) learnGraded(k int, f, g found) {
	if h, _, n := s.head(f.end - 1); h != nil && n == 1 && f.end-1 > k {
		s.inv.learn(s.text(k, f.end-1)+" "+h.form, g.key, false)
	}
}

// called returns the end of "also known as" and the like at i, or i.
func (s *scan) called(i int) int {
	k := i
	for k < len(s.pieces) && s.pieces[k].is("also", "often", "sometimes", "commonly", "usually", "generally", "occasionally", "otherwise", "formerly", "more") {
		k++
	}
	switch {
	case k >= len(s.pieces):
	case s.pieces[k].is("aka", "a.k.a"):
		return k + 1
	case s.pieces[k].is("called", "titled", "termed") && k > i:
		return k + 1
	case s.pieces[k].is("known") && k+1 < len(s.pieces) && s.pieces[k+1].is("as"):
		return k + 2
	case s.pieces[k].is("referred") && k+2 < len(s.pieces) && s.pieces[k+1].is("to") && s.pieces[k+2].is("as"):
		return k + 3
	}
	return i
}

// apposed reports whether the title g after "or" only repeats f in other
// words: it is closed as it was opened, and no list of titles goes before.
func (s *scan) apposed(k int, f, g found) bool {
	if g.end >= len(s.pieces) || f.plural != g.plural || k > 1 && s.pieces[k-1].is(",") && s.titled(k-2) {
		return false
	}
	if s.pieces[f.end].is("(") {
		return s.pieces[g.end].is(")")
	}
	return s.pieces[g.end].is(",") && s.pieces[f.end].is(",")
}

// learnNames settles which of two names of one title is its key: the one
// named more often, or else the first. Names that both stand in headings, or
// are both frequent, are two titles that only some people mix up.
func (inv *Inventory) learnNames(pairs []pair, named map[string]int, text []passage) {
	for key := range named {
		for i := 0; i <= len(key); i++ {
			if i < len(key) && key[i] != '-' {
				continue
			}
			if twin := inv.rec.twins[key[:i]]; twin != "" && named[twin+key[i:]] > 0 {
				inv.same[key] = twin + key[i:]
			}
		}
	}
	if len(pairs) == 0 {
		return
	}
	heads := inv.inHeadings(text)
	for _, p := range pairs {
		if named[p.second] > named[p.first] {
			p.first, p.second = p.second, p.first
		}
		rare := named[p.second] <= 3 || named[p.second]*4 <= named[p.first]
		if !rare || len(inv.same) >= maxOwn || heads[p.first] && heads[p.second] || inv.same[p.first] != "" || inv.same[p.second] != "" {
			continue
		}
		for from, to := range inv.same {
			if to == p.second {
				inv.same[from] = p.first
			}
		}
		inv.same[p.second] = p.first
	}
}

// inHeadings returns the keys of the titles in headings and labels.
func (inv *Inventory) inHeadings(text []passage) map[string]bool {
	keys := map[string]bool{}
	for i := range text {
		if !text[i].label || text[i].strong {
			continue
		}
		for _, m := range inv.mentionsIn(&text[i]) {
			keys[m.Key] = true
		}
	}
	return keys
}
