package role

// asVerb reports whether the modifier at k is rather a verb with
// the title as its object: "they support engineers", "to lead engineers".
func (s *scan) asVerb(k int) bool {
	if s.pieces[k].caps && k > 0 {
		return false
	}
	return s.afterAuxiliary(k) || k > 1 && s.pieces[k-1].is("both") && s.pieces[k-2].is("they", "we", "you") || k > 0 && s.afterSubject(k-1) || s.afterVerb(k) || s.leading(k)
}

// takesPeople reports whether the first word of a title at k, of n pieces, is
// rather a verb with the people after it as its object: "recruiting nurses",
// "to mentor founders", "They review plans, coach analysts". The word is a
// gerund that takes people (m), or a head that is mostly a verb (h).
func (s *scan) takesPeople(k, n int, m *modifier, h *head) bool {
	if m != nil {
		return m.people && !s.determined(k) && !s.capitalWithin(k) && s.peopleAt(k+n)
	}
	if h == nil || !h.verb || s.pieces[k].caps && k > 0 || s.determined(k) {
		return false
	}
	next, plural, _ := s.head(k + 1)
	return next != nil && plural
}

// peopleAt reports whether the people that a gerund may take begin at k: a
// plural title, but none that stands for a function ("training officers").
func (s *scan) peopleAt(k int) bool {
	near := true
	for range maxParts {
		if h, plural, n := s.head(k); h != nil && (plural || n > 1) {
			return plural && !(near && s.pieces[k].function())
		}
		n := s.grade(k)
		if m, size := s.modifier(k); n == 0 && m != nil {
			n = size
		}
		if n == 0 {
			break
		}
		near = false
		k += n
	}
	return false
}

// capitalWithin reports whether the piece at k has a capital that no start of
// a sentence and no title case of a whole heading explains.
func (s *scan) capitalWithin(k int) bool {
	return k > 0 && s.pieces[k].caps && !s.pieces[k-1].is("to", "for", "of", "and", "or", "by", "on", "when", "while", "how", ":", "in")
}

// determined reports whether a determiner or a possessive stands before k.
func (s *scan) determined(k int) bool {
	return k > 0 && s.afterDeterminer(k) && !s.pieces[k-1].is("as", "of", "or", "vs", "versus", "than")
}

// leading reports whether "lead" or "head" at k has the plural title after it
// as its object; with a determiner it is part of the title ("the lead
// engineers").
func (s *scan) leading(k int) bool {
	h, plural, _ := s.head(k + 1)
	return k > 0 && h != nil && plural && s.pieces[k].is("lead", "head") && !s.afterDeterminer(k)
}

// afterVerb reports whether "and", "or" or a comma before k joins it to a word
// that is no part of a title, as it joins verbs: "recruit and train nurses",
// "meet clients, support developers".
func (s *scan) afterVerb(k int) bool {
	if k < 2 || !s.pieces[k-1].is("and", "or", ",") || !s.pieces[k-2].isWord() {
		return false
	}
	if s.pieces[k-1].is(",") && s.opening(k-1) {
		return false // "In Toronto, project managers …"
	}
	m, _ := s.modifier(k - 2)
	return m == nil && !s.titled(k-2)
}

// opening reports whether the comma at k is the first and ends a phrase that a
// preposition or a time opened the sentence with.
func (s *scan) opening(k int) bool {
	for i := range k {
		if s.pieces[i].is(",") {
			return false
		}
	}
	return s.pieces[0].is("in", "at", "on", "for", "across", "within", "with", "after", "before", "by", "under", "like", "unlike", "as", "from", "among",
		"today", "often", "usually", "typically", "generally", "here", "elsewhere", "however", "finally", "second", "third", "first", "next", "traditionally", "currently", "outside", "during", "since", "according")
}

// bareVerb reports whether the head at k, without a modifier, is rather a verb:
// after an auxiliary, or, where the word is mostly one, without a determiner
// ("they guide, coach and support") or after its subject ("she coaches").
func (s *scan) bareVerb(k int, h *head, plural bool) bool {
	switch {
	case !h.verb:
		return !plural && s.afterAuxiliary(k)
	case plural:
		if k == 0 && len(s.pieces) > 1 && s.pieces[1].is("the", "a", "an", "their", "your", "his", "her", "our", "other", "others", "team", "teams") {
			return true // "Coaches the team"
		}
		return k > 0 && (s.titled(k-1) || s.pieces[k-1].is("he", "she", "it", "who", "that", "which"))
	}
	return k > 0 && !s.afterDeterminer(k)
}

func (s *scan) afterDeterminer(k int) bool {
	switch s.pieces[k-1].lower {
	case "a", "an", "the", "this", "that", "these", "those", "each", "every", "any", "no", "another", "one", "other",
		"our", "your", "their", "his", "her", "its", "my", "'s", "as", "of", "or", "vs", "versus", "than":
		return true
	}
	return false
}

func (s *scan) afterAuxiliary(k int) bool {
	if k == 0 {
		return false
	}
	switch s.pieces[k-1].lower {
	case "to", "will", "can", "could", "should", "must", "may", "might", "would", "shall", "not", "'ll", "'d",
		"they", "we", "you", "i", "who", "also", "often", "usually", "typically", "directly", "then", "help", "helps":
		return true
	}
	return false
}

// afterSubject reports whether the piece at k is a plural title, the subject
// of what follows.
func (s *scan) afterSubject(k int) bool {
	h, plural, _ := s.head(k)
	return h != nil && plural
}
