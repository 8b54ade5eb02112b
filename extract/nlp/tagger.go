package nlp

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// Model holds the weights of prose's averaged perceptron. It is read-only and
// may be shared.
type Model struct {
	classes []string
	fixed   map[string]string             // tag of words with one tag only
	weights map[string]map[string]float64 // by feature and class
}

// Load returns the model, decoded once.
var Load = sync.OnceValues(load)

func load() (*Model, error) {
	m := &Model{}
	for name, into := range map[string]any{"classes": &m.classes, "tags": &m.fixed, "weights": &m.weights} {
		data, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return nil, fmt.Errorf("nlp: model: %w", err)
		}
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(into); err != nil {
			return nil, fmt.Errorf("nlp: model: %s: %w", name, err)
		}
	}
	return m, nil
}

// Tagger tags sentences. It is not safe for concurrent use; make one for each
// worker.
type Tagger struct {
	model *Model
}

// NewTagger returns a tagger with scratch space of its own.
func (m *Model) NewTagger() *Tagger { return &Tagger{model: m} }

// Tag sets tags[i] to the part of speech of words[i]; the words are those of
// one sentence. It panics if tags is shorter than words.
func (t *Tagger) Tag(words []string, tags []Tag) {
	tags = tags[:len(words)]
	ctx := []string{"-START-", "-START2-"}
	for _, w := range words {
		ctx = append(ctx, normal(w))
	}
	ctx = append(ctx, "-END-", "-END2-")
	p1, p2 := "-START-", "-START2-"
	for i, w := range words {
		tag, ok := t.model.fixed[w]
		switch {
		case w == "":
			tag = "NN"
		case w == "-":
			tag = "-"
		case !ok:
			tag = t.model.best(w, ctx[i:i+5], p1, p2)
		}
		tags[i] = Tag(tag)
		p1, p2 = tag, p1
	}
}

func (m *Model) best(w string, c []string, p1, p2 string) string {
	scores := map[string]float64{}
	for _, f := range []string{
		"bias", "i suffix " + suffix(w), "i pref1 " + string(rune(w[0])), "i-1 tag " + p1, "i-2 tag " + p2,
		"i tag+i-2 tag " + p1 + " " + p2, "i word " + c[2], "i-1 tag+i word " + p1 + " " + c[2], "i-1 word " + c[1],
		"i-1 suffix " + suffix(c[1]), "i-2 word " + c[0], "i+1 word " + c[3], "i+1 suffix " + suffix(c[3]), "i+2 word " + c[4],
	} {
		for class, weight := range m.weights[f] {
			scores[class] += weight
		}
	}
	best, top := "", math.Inf(-1)
	for _, class := range m.classes {
		if s, ok := scores[class]; ok && s > top {
			best, top = class, s
		}
	}
	return best
}

func suffix(s string) string { return s[max(0, len(s)-3):] }

func normal(word string) string {
	switch {
	case word == "":
		return word
	case strings.Contains(word, "-") && word[0] != '-':
		return "!HYPHEN"
	case '0' <= word[0] && word[0] <= '9':
		if _, err := strconv.Atoi(word); err == nil && len(word) == 4 {
			return "!YEAR"
		}
		return "!DIGITS"
	}
	return strings.ToLower(word)
}
