package nlp

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"
)

//go:generate go test -run ^TestModelFile$ . -update

// modelFile holds prose's weights in the form that decode reads; see
// model_test.go, which writes it.
//
//go:embed model.bin
var modelFile string

// maxTags bounds the tags of a model, maxClasses those that it gives to words:
// the others mark what stands before a sentence. Scores of so many classes fill
// two lines of the processor's memory.
const (
	maxTags    = 48
	maxClasses = 45
)

// Model holds the weights of the averaged perceptron of
// github.com/jdkato/prose/v2, in thousandths, which is exact. It is read-only
// and may be shared.
type Model struct {
	names []string // of the classes in prose's order, then the marks before a sentence
	tags  []Tag    // of the classes
	fixed map[string]uint8
	words map[string]wordRows

	suffixes map[string]suffixRows
	prefixes [256]row // by first byte
	bias     row
	// tagsBefore holds what the tags of the word before and of the one before
	// that add to the scores, each by itself and both together; noTag for none.
	tagsBefore [maxTags + 1][maxTags + 1]scores

	endings sync.Map  // suffix -> what ends returns, as far as asked for
	taggers sync.Pool // those given back
}

// row holds what one feature adds to the scores of the classes, by class.
type row []weight

type weight struct {
	value int32 // thousandths
	class uint8
}

// wordRows holds the features of a context word by its distance.
type wordRows struct {
	at    [5]row // two before to two after; at[2] is the word itself
	after []pair // the word itself with the tag before it
}

type pair struct {
	tag uint8
	row row
}

// suffixRows holds the features of a suffix of the word before, the word
// itself and the next.
type suffixRows [3]row

// Load returns the model that is embedded in the program, decoded once.
var Load = sync.OnceValues(func() (*Model, error) { return decode(modelFile) })

var errModel = errors.New("nlp: model file is damaged")

// decode reads a model: varints, strings with their length before them, and
// lists with theirs, in the order of the statements below.
func decode(file string) (*Model, error) {
	d := decoder{rest: file}
	m := &Model{fixed: map[string]uint8{}, words: map[string]wordRows{}, suffixes: map[string]suffixRows{}}
	for range d.count(maxTags) {
		name := d.text()
		m.names, m.tags = append(m.names, name), append(m.tags, TagOf(name))
	}
	d.weights = make([]weight, 0, d.count(len(file)))
	for range d.count(len(file)) {
		word := d.text()
		m.fixed[word] = d.tag(m)
	}
	m.bias = d.row()
	for range d.count(256) {
		b := d.count(255)
		m.prefixes[b] = d.row()
	}
	m.addTags(d.rows(len(m.tags)), d.rows(len(m.tags)), d.rows(len(m.tags)*len(m.tags)))
	for range d.count(len(file)) {
		suffix := d.text()
		m.suffixes[suffix] = suffixRows(d.rows(3))
	}
	for range d.count(len(file)) {
		word := d.text()
		rows := wordRows{at: [5]row(d.rows(5))}
		for range d.count(maxTags) {
			rows.after = append(rows.after, pair{d.tag(m), d.row()})
		}
		m.words[word] = rows
	}
	if d.broken || d.rest != "" {
		return nil, errModel
	}
	return m, nil
}

// addTags adds up the rows by the tag of the word before, by that of the one
// before that, and by both, those of a tag before together.
func (m *Model) addTags(before, before2, both []row) {
	for i, row := range before {
		for k := range m.tagsBefore[i] {
			m.tagsBefore[i][k].addRow(row)
		}
	}
	for k, row := range before2 {
		for i := range m.tagsBefore {
			m.tagsBefore[i][k].addRow(row)
		}
	}
	for i, row := range both {
		m.tagsBefore[i/len(m.tags)][i%len(m.tags)].addRow(row)
	}
}

// decoder takes values off the front of a file; once broken it gives zeroes.
type decoder struct {
	rest    string
	weights []weight // what the rows are cut from
	broken  bool
}

func (d *decoder) varint() int {
	v, n := binary.Varint([]byte(d.rest[:min(len(d.rest), binary.MaxVarintLen64)]))
	if n <= 0 {
		d.broken, d.rest = true, ""
		return 0
	}
	d.rest = d.rest[n:]
	return int(v)
}

// count returns a number from 0 to limit.
func (d *decoder) count(limit int) int {
	n := d.varint()
	if n < 0 || n > limit {
		d.broken, d.rest = true, ""
		return 0
	}
	return n
}

func (d *decoder) text() string {
	n := d.count(len(d.rest))
	if n > len(d.rest) {
		d.broken, d.rest = true, ""
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) tag(m *Model) uint8 { return uint8(d.count(len(m.tags) - 1)) }

func (d *decoder) row() row {
	start := len(d.weights)
	for range d.count(maxTags) {
		class := d.count(maxClasses - 1)
		d.weights = append(d.weights, weight{int32(d.varint()), uint8(class)})
	}
	return row(d.weights[start:len(d.weights):len(d.weights)])
}

func (d *decoder) rows(n int) []row {
	rows := make([]row, n)
	for i := range rows {
		rows[i] = d.row()
	}
	return rows
}
