// Package extract finds, in one document, the claims made about roles: what
// they do, what they earn, how they rank. Every claim is a span of the
// document's text. It does no I/O, starts no goroutines, keeps nothing but
// memory between documents, and does not compare documents: contradict does.
package extract

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"roleclaims/corpus"
	"roleclaims/extract/clause"
	"roleclaims/extract/duty"
	"roleclaims/extract/lexicon"
	"roleclaims/extract/nlp"
	"roleclaims/extract/place"
	"roleclaims/extract/role"
)

// Options change what an Extractor finds; the zero value finds everything.
type Options struct {
	Disable []string // ids of rules that are switched off, for ablation
}

// Extractor reads documents. It is read-only, but for the memory that readings
// give back, and safe for concurrent use.
type Extractor struct {
	model   *nlp.Model
	roles   *role.Recognizer
	grammar *clause.Grammar
	frames  *duty.Reader
	places  *place.Gazetteer
	pay     payWords
	words   words
	off     map[string]bool
	rooms   *sync.Pool // memory that readings gave back
}

// New returns an extractor over a lexicon. Its error is a mistake in the
// lexicon or the embedded model.
func New(lex *lexicon.Lexicon, opts Options) (*Extractor, error) {
	model, err := nlp.Load()
	if err != nil {
		return nil, fmt.Errorf("load tagger: %w", err)
	}
	roles, err := role.New(lex)
	if err != nil {
		return nil, fmt.Errorf("read role tables: %w", err)
	}
	frames, err := duty.New(lex)
	if err != nil {
		return nil, fmt.Errorf("read duty tables: %w", err)
	}
	words, err := newWords(lex)
	if err != nil {
		return nil, err
	}
	off := map[string]bool{}
	for _, rule := range opts.Disable {
		if _, ok := words.rules[rule]; !ok {
			return nil, fmt.Errorf("no rule %q; the rules are listed in extract/lexicon/data/rules.tsv", rule)
		}
		off[rule] = true
	}
	return &Extractor{
		model: model, roles: roles, grammar: clause.New(lex), frames: frames,
		places: place.New(lex), pay: newPayWords(lex), words: words, off: off, rooms: new(sync.Pool),
	}, nil
}

// Extract returns what a document says. It is pure: the same document gives
// the same claims, sorted by where they stand.
func (x *Extractor) Extract(doc *corpus.Document) Claims {
	r := x.read(doc)
	defer r.release()
	var c Claims
	c.Responsibilities = r.responsibilities()
	c.Salaries, c.Unused = r.salaries()
	topics := r.topics()
	c.Compared = r.compared(topics)
	c.Comparisons = r.comparisons(c.Salaries, topics, c.Compared)
	c.Responsibilities = dutiesBut(c.Comparisons, c.Responsibilities)
	slices.SortStableFunc(c.Responsibilities, func(a, b Responsibility) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Role, b.Role))
	})
	return c
}
