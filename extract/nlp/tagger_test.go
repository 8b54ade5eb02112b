package nlp

import (
	_ "embed"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"roleclaims/corpus"
)

//go:embed testdata/sentences.txt
var sentenceFile string

// wordsOf returns the words of each line of testdata/sentences.txt.
func wordsOf(text string) [][]string {
	var all [][]string
	for line := range strings.Lines(text) {
		var words []string
		for _, token := range Tokenize(nil, line, corpus.Span{End: len(line)}) {
			words = append(words, token.Text)
		}
		all = append(all, words)
	}
	return all
}

// TestTagLikeProse compares a Tagger with prose's own API token for token, on
// sentences and on the same words in any order.
func TestTagLikeProse(t *testing.T) {
	tagger, reference := newTaggers(t)
	sentences := wordsOf(sentenceFile)
	rng := rand.New(rand.NewPCG(1, 2))
	var pool []string
	for _, words := range sentences {
		pool = append(pool, words...)
	}
	for range 300 {
		words := make([]string, 1+rng.IntN(30))
		for i := range words {
			words[i] = pool[rng.IntN(len(pool))]
			if rng.IntN(8) == 0 {
				words[i] = strings.ToUpper(words[i])
			}
		}
		sentences = append(sentences, words)
	}
	for _, words := range sentences {
		compare(t, tagger, reference, words)
	}
}

func newTaggers(tb testing.TB) (*Tagger, *Reference) {
	model, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	reference, err := NewReference()
	if err != nil {
		tb.Fatal(err)
	}
	return model.NewTagger(), reference
}

// known returns what is known of each word.
func known(words []string) []*Word {
	known := make([]*Word, len(words))
	for i, word := range words {
		known[i] = WordOf(word)
	}
	return known
}

// compare tags words both ways, if prose takes them as they are.
func compare(t *testing.T, tagger *Tagger, reference *Reference, words []string) {
	t.Helper()
	want, got := make([]Tag, len(words)), make([]Tag, len(words))
	if err := reference.Tag(words, want); err != nil {
		t.Fatal(err)
	}
	tagger.Tag(known(words), got)
	share(words, got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-prose +own)\n%s", strings.Join(words, " "), diff)
	}
}

// share does what prose does to a word that stands several times: all but one
// at the end get the tag of the last.
func share(words []string, tags []Tag) {
	last := map[string]Tag{}
	for i := range max(0, len(words)-1) {
		last[plain(words[i])] = tags[i]
	}
	for i := range max(0, len(words)-1) {
		tags[i] = last[plain(words[i])]
	}
}

func TestTag(t *testing.T) {
	tagger, _ := newTaggers(t)
	tests := []struct{ name, text, want string }{
		{"curly like straight", "They don’t manage the chef’s staff", "PRP VBP RB VB DT NN POS NN"},
		{"quotes open and close", `They must "lead, manage and build."`, "PRP MD `` VB , NN CC NN . ''"},
		{"curly quotes", "They must “lead and build.”", "PRP MD `` VB CC VB . ''"},
		{"quotes are no context", "The “chief cook” manages the kitchen", "DT `` JJ NN '' VBZ DT NN"},
		{"slash", "CTO/VP roles differ and/or vary", "NNP CC NNP NNS VBP CC VBP"},
		{"dash", "Bakers—not cooks—start early", "NNS : RB NNS : VBP JJ"},
		{"amounts", "They earn $150k–$200k or $90,000.50 now", "PRP VBP CD CC CD RB"},
		{"unknown words", "зарплата xyzzyq", "NN NN"},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			words := append([]string(nil), wordsOf(test.text + "\n")[0]...)
			tags := make([]Tag, len(words))
			tagger.Tag(known(words), tags)
			var got []string
			for _, tag := range tags {
				got = append(got, tag.String())
			}
			if got := strings.Join(got, " "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func FuzzTag(f *testing.F) {
	tagger, reference := newTaggers(f)
	f.Add("The CTO leads R&D -LRB- 0 * @x -a a-b 1999 12345")
	f.Add("x ab abc \x80\xff é 1.5 www.a.example")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		tags := make([]Tag, len(words))
		tagger.Tag(known(words), tags)
		for i, tag := range tags {
			if tag == Untagged {
				t.Fatalf("no tag for %q", words[i])
			}
		}
		if len(text) < 200 && reference.Tag(words, tags) == nil && !strings.ContainsAny(text, `"'“”«»„`) && !hasEmoticon(words) {
			compare(t, tagger, reference, words)
		}
	})
}

// hasEmoticon reports whether prose may take one of the words for an emoticon:
// a short one with few letters, or a face of letters alone.
func hasEmoticon(words []string) bool {
	for _, word := range words {
		switch strings.ToLower(word) {
		case "xd", "xdd", "8d", "v_v", "o_o", "o.o", "o_0", "=d":
			return true
		}
		if strings.ContainsAny(word, ":;=()¬¯_`^[]|") && len(word) > 1 {
			return true
		}
	}
	return false
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	tagger, _ := newTaggers(b)
	var sentences [][]*Word
	for _, words := range wordsOf(sentenceFile) {
		sentences = append(sentences, known(words))
	}
	tags := make([]Tag, maxWord)
	b.SetBytes(int64(len(sentenceFile)))
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range sentences {
			tagger.Tag(words, tags)
		}
	}
}

func BenchmarkTokenize(b *testing.B) {
	var tokens []Token
	b.SetBytes(int64(len(sentenceFile)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = Tokenize(tokens[:0], sentenceFile, corpus.Span{End: len(sentenceFile)})
	}
}

func BenchmarkSentences(b *testing.B) {
	text := strings.ReplaceAll(sentenceFile, "\n", " ")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(text, corpus.Span{End: len(text)})
	}
}
