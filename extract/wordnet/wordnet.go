// Package wordnet answers questions about single English words from an
// extract of WordNet 3.0: base forms, kinds of nouns, antonyms, the verb
// behind a noun. It does not look at sentences, has no senses beyond the
// first few and no synonyms.
package wordnet

import (
	"compress/gzip"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"

	"roleclaims/extract/recent"
)

//go:generate go run gen.go -dict /usr/share/wordnet

// extract holds WordNet's lines, see gen.go; extra those of our own.
var (
	//go:embed wordnet.tsv.gz
	extract string
	//go:embed extra.tsv
	extra string
)

// categories are the names of WordNet's lexicographer files of nouns, from 3.
var categories = strings.Fields("tops act animal artifact attribute body cognition communication event feeling food group " +
	"location motive object person phenomenon plant possession process quantity relation shape state substance time")

type noun struct {
	count    int // how often WordNet's tagged texts use it
	category string
	person   bool
	verb     string // the one it comes from, "" for none
}

type words struct {
	verbs      map[string]int // count
	nouns      map[string]noun
	antonyms   map[string][]string
	irregular  map[string][]string // base forms of irregular verb forms
	irregularN map[string][]string // singulars
	recent     recent.Words[Lemmas]
}

// load reads the extract once. The file is part of the program: that it can be
// read is tested, not handled.
var load = sync.OnceValue(func() *words {
	unzipped, err := gzip.NewReader(strings.NewReader(extract))
	if err != nil {
		panic(err)
	}
	data, err := io.ReadAll(unzipped)
	if err != nil {
		panic(err)
	}
	w := &words{
		verbs: make(map[string]int, 9000), nouns: make(map[string]noun, 44000), antonyms: map[string][]string{},
		irregular: map[string][]string{}, irregularN: map[string][]string{},
	}
	for line := range strings.Lines(string(data)) {
		w.add(strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	for line := range strings.Lines(extra) {
		w.add(strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return w
})

func (w *words) add(row []string) {
	switch row[0] {
	case "v":
		if len(row) < 4 {
			w.verbs[row[1]] += 0
			return
		}
		w.verbs[row[1]] = number(row[2])
		w.antonyms[row[1]] = append(w.antonyms[row[1]], strings.Fields(row[3])...)
	case "a":
		w.antonyms[row[1]] = append(strings.Fields(row[2]), w.antonyms[row[1]]...)
	case "n":
		w.nouns[row[1]] = noun{number(row[2]), categories[number(row[3])-3], row[4] == "p", row[5]}
	case "d":
		n := w.nouns[row[1]]
		n.verb = row[2]
		w.nouns[row[1]] = n
	case "V":
		w.irregular[row[1]] = append(w.irregular[row[1]], row[2])
	case "N":
		w.irregularN[row[1]] = append(w.irregularN[row[1]], row[2])
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

// IsVerb reports whether a base form in lower case is a verb.
func IsVerb(lemma string) bool {
	_, ok := load().verbs[lemma]
	return ok
}

// IsNoun reports whether a singular in lower case is a noun.
func IsNoun(lemma string) bool {
	return LemmasOf(lemma).Singular
}

// NounCategory returns the kind of thing that a noun's first sense names, by
// the name of WordNet's file ("act", "artifact", "person", "group",
// "cognition", "communication", ...), "" for a word it does not know.
func NounCategory(lemma string) string { return LemmasOf(lemma).Category }

// IsPerson reports whether a noun names a person in one of its first three
// senses.
func IsPerson(lemma string) bool { return LemmasOf(lemma).Person }

// Antonyms returns the opposites of an adjective or a verb, the adjective's
// first, in the order of its senses; the caller must not change them.
func Antonyms(lemma string) []string { return load().antonyms[lemma] }

// VerbOfNoun returns the verb that a noun for something done comes from
// ("management" to "manage"). For nouns for people, things and groups ok is
// false, even where a verb is related.
func VerbOfNoun(lemma string) (verb string, ok bool) {
	verb = LemmasOf(lemma).Deed
	return verb, verb != ""
}

// VerbMoreLikely reports whether WordNet's tagged texts use a form more often
// as a verb than as a noun; of a form that only one of the two can have, it
// reports whether that is the verb.
func VerbMoreLikely(form string) bool {
	return LemmasOf(form).VerbLikelier
}
