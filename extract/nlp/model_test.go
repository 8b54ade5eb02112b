package nlp

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"flag"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

var update = flag.Bool("update", false, "write model.bin anew from prose's model")

// TestModelFile packs prose's model and compares it with the embedded one.
func TestModelFile(t *testing.T) {
	packed := pack(t)
	if *update {
		if err := os.WriteFile("model.bin", packed, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(packed) != modelFile {
		t.Errorf("model.bin has %d bytes and differs from prose's model in %d; run go generate", len(modelFile), len(packed))
	}
}

func TestDecodeDamagedModel(t *testing.T) {
	for n := 0; n < len(modelFile); n += len(modelFile)/50 + 1 {
		if _, err := decode(modelFile[:n]); err == nil {
			t.Errorf("the first %d bytes pass for a model", n)
		}
	}
	if _, err := decode(modelFile + "x"); err == nil {
		t.Error("a byte too many passes")
	}
}

// packer writes what decoder reads.
type packer struct {
	t       *testing.T
	file    []byte
	tags    []string
	weights map[string]map[string]float64
	packed  int
}

func pack(t *testing.T) []byte {
	p := &packer{t: t}
	var fixed map[string]string
	for name, into := range map[string]any{"classes": &p.tags, "tags": &fixed, "weights": &p.weights} {
		data, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			t.Fatal(err)
		}
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(into); err != nil {
			t.Fatal(err)
		}
	}
	p.tags = append(p.tags, "-START-", "-START2-")
	p.list(p.tags, p.text)
	count := 0
	for _, weights := range p.weights {
		count += len(weights)
	}
	p.number(count)
	p.list(slices.Sorted(maps.Keys(fixed)), func(word string) {
		p.text(word)
		p.tag(fixed[word])
	})
	p.row("bias")
	p.list(p.keys("i pref1 "), func(prefix string) {
		p.number(int([]rune(prefix)[0]))
		p.row("i pref1 " + prefix)
	})
	p.rows(p.tags, "i-1 tag ")
	p.rows(p.tags, "i-2 tag ")
	for _, tag := range p.tags {
		p.rows(p.tags, "i tag+i-2 tag "+tag+" ")
	}
	p.list(p.keys("i-1 suffix ", "i suffix ", "i+1 suffix "), func(suffix string) {
		p.features(suffix, "i-1 suffix ", "i suffix ", "i+1 suffix ")
	})
	p.words()
	if p.packed != count {
		t.Fatalf("packed %d of %d weights", p.packed, count)
	}
	return p.file
}

// words packs the context words, each with the pairs it makes with a tag.
func (p *packer) words() {
	after := map[string][]string{}
	for _, key := range p.keys("i-1 tag+i word ") {
		tag, word, _ := strings.Cut(key, " ")
		after[word] = append(after[word], tag)
	}
	words := p.keys("i-2 word ", "i-1 word ", "i word ", "i+1 word ", "i+2 word ")
	words = slices.Compact(slices.Sorted(slices.Values(append(words, slices.Collect(maps.Keys(after))...))))
	p.list(words, func(word string) {
		p.features(word, "i-2 word ", "i-1 word ", "i word ", "i+1 word ", "i+2 word ")
		p.list(after[word], func(tag string) {
			p.tag(tag)
			p.row("i-1 tag+i word " + tag + " " + word)
		})
	})
}

// keys returns what follows one of the prefixes in the names of features.
func (p *packer) keys(prefixes ...string) []string {
	found := map[string]bool{}
	for name := range p.weights {
		for _, prefix := range prefixes {
			if key, ok := strings.CutPrefix(name, prefix); ok {
				found[key] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func (p *packer) features(key string, prefixes ...string) {
	p.text(key)
	for _, prefix := range prefixes {
		p.row(prefix + key)
	}
}

func (p *packer) rows(keys []string, prefix string) {
	for _, key := range keys {
		p.row(prefix + key)
	}
}

func (p *packer) row(name string) {
	weights := p.weights[name]
	p.list(slices.Sorted(maps.Keys(weights)), func(class string) {
		thousandths := math.Round(1000 * weights[class])
		if math.Abs(weights[class]-thousandths/1000) > 1e-9 {
			p.t.Fatalf("%q, %s: %v is no multiple of 0.001", name, class, weights[class])
		}
		p.packed++
		p.tag(class)
		p.number(int(thousandths))
	})
}

func (p *packer) list(keys []string, each func(string)) {
	p.number(len(keys))
	for _, key := range keys {
		each(key)
	}
}

func (p *packer) tag(tag string) {
	id := slices.Index(p.tags, tag)
	if id < 0 {
		p.t.Fatalf("tag %q is no class", tag)
	}
	p.number(id)
}

func (p *packer) text(s string) {
	p.number(len(s))
	p.file = append(p.file, s...)
}

func (p *packer) number(n int) { p.file = binary.AppendVarint(p.file, int64(n)) }
