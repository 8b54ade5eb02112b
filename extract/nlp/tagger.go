package nlp

// noTag is the tag of a word that the model has to decide on, or one that the
// model's features do not know.
const noTag = maxTags

// Tagger tags sentences. It is not safe for concurrent use; make one for each
// worker.
type Tagger struct {
	model *Model

	before, after [2]*form // what stands around a sentence
	opened        *form    // a straight quote that opens
	closed        *form    // one that closes

	sentence []*form
}

// form is what the model says about a word wherever it stands.
type form struct {
	tag Tag   // the only tag it can have, zero for none
	id  uint8 // of tag, noTag for none

	// at is what it adds as the word two before, one before, itself, and so on;
	// words that the model does not know share what their endings say.
	at    [5]*scores
	after []pair
}

// NewTagger returns a tagger with scratch space of its own.
func (m *Model) NewTagger() *Tagger {
	t := &Tagger{model: m}
	for i, mark := range []string{"-START-", "-START2-"} {
		t.before[i] = &form{id: m.id(mark)}
		m.addContext(t.before[i], mark)
	}
	for i, mark := range []string{"-END-", "-END2-"} {
		t.after[i] = &form{}
		m.addContext(t.after[i], mark)
	}
	t.opened, t.closed = m.newForm("``"), m.newForm("''")
	return t
}

// Tagger returns a tagger that was given back, or a new one.
func (m *Model) Tagger() *Tagger {
	if t, ok := m.taggers.Get().(*Tagger); ok {
		return t
	}
	return m.NewTagger()
}

// Release gives a tagger back; it must not be used after.
func (t *Tagger) Release() { t.model.taggers.Put(t) }

// Tag sets tags[i] to the part of speech of words[i]; the words are those of
// one sentence, as Tokenize cuts them. It panics if tags is shorter than
// words.
//
// Quotes say nothing of the words beside them: they get the tags of quotes
// that open and close, and the others are tagged as if they were not there.
func (t *Tagger) Tag(words []*Word, tags []Tag) {
	tags = tags[:len(words)]
	t.sentence = append(t.sentence[:0], t.before[:]...)
	open := false
	for i, word := range words {
		f := t.form(word)
		if word.Text == `"` {
			open = !open
			f = t.quote(open)
		}
		if tags[i] = f.tag; !isQuote(f.tag) {
			t.sentence = append(t.sentence, f)
		}
	}
	t.sentence = append(t.sentence, t.after[:]...)
	t.decide(tags)
}

func isQuote(tag Tag) bool { return tag == openQuote || tag == closeQuote }

// decide tags the sentence from left to right, but for its quotes.
func (t *Tagger) decide(tags []Tag) {
	prev, prev2 := t.before[0].id, t.before[1].id
	rest := t.sentence
	for i := range tags {
		if isQuote(tags[i]) {
			continue
		}
		id := rest[2].id
		if tags[i] == Untagged {
			id = t.best(rest[:5], prev, prev2)
			tags[i] = t.model.tags[id]
		}
		prev, prev2 = id, prev
		rest = rest[1:]
	}
}

// best returns the class with the highest score for the third of five forms,
// the first of them in the model's order where scores are equal. A class that
// no feature names cannot win, even where all others score below zero.
func (t *Tagger) best(forms []*form, prev, prev2 uint8) uint8 {
	total := t.model.tagsBefore[prev][prev2]
	for i, f := range forms[:5] {
		if f.at[i] != &noScores {
			total.add(f.at[i])
		}
	}
	if prev != noTag {
		for _, p := range forms[2].after {
			if p.tag == prev {
				total.addRow(p.row)
				break
			}
		}
	}
	return total.best()
}

func (t *Tagger) quote(open bool) *form {
	if open {
		return t.opened
	}
	return t.closed
}

// form returns the form of a word, which the word keeps: looking it up costs
// more than tagging.
func (t *Tagger) form(word *Word) *form {
	f := word.form.Load()
	if f == nil {
		f = t.model.newForm(plain(word.Text))
		word.form.Store(f)
	}
	return f
}

// newForm looks a word up.
func (m *Model) newForm(word string) *form {
	f := &form{}
	if only := m.only(word); only != "" {
		f.tag, f.id = TagOf(only), m.id(only)
	} else {
		f.id = noTag
	}
	m.addContext(f, normal(word))
	if word != "" {
		own := new(scores)
		own.add(f.at[2])
		own.addRow(m.bias)
		own.addRow(m.suffixes[suffix(word)][1])
		own.addRow(m.prefixes[word[0]])
		f.at[2] = own
	}
	return f
}

// addContext adds to a form what a word says as its neighbours see it. A form
// adds to the scores of its neighbours: as the word before theirs where it is
// at[1], as the word after theirs where it is at[3].
func (m *Model) addContext(f *form, word string) {
	ends := m.ends(suffix(word))
	f.at = [5]*scores{&noScores, ends[0], &noScores, ends[1], &noScores}
	rows, known := m.words[word]
	if !known {
		return
	}
	f.after = rows.after
	for i, row := range rows.at {
		if len(row) > 0 {
			own := *f.at[i]
			own.addRow(row)
			f.at[i] = &own
		}
	}
}

// noScores is what nothing adds.
var noScores scores

// ends returns what a suffix adds to the scores of the word after it and of
// the one before it.
func (m *Model) ends(suffix string) [2]*scores {
	if e, ok := m.endings.Load(suffix); ok {
		return e.([2]*scores)
	}
	var e [2]*scores
	for i, row := range []row{m.suffixes[suffix][0], m.suffixes[suffix][2]} {
		e[i] = &noScores
		if len(row) > 0 {
			e[i] = new(scores)
			e[i].addRow(row)
		}
	}
	if e != [2]*scores{&noScores, &noScores} {
		m.endings.Store(suffix, e)
	}
	return e
}

// id returns the number of a tag by its name, noTag if the model has none.
func (m *Model) id(name string) uint8 {
	for i, n := range m.names {
		if n == name {
			return uint8(i)
		}
	}
	return noTag
}
