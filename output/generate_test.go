package output

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// generated yields n rows of responsibilities in their order, made up with the
// proportions of real ones: a hundred roles, thousands of sources with a dozen
// articles each, so that of a million rows an article has 15, sentences of 8 to
// 30 words, a phrase within each. The same n gives the same rows.
func generated(n int) iter.Seq2[ResponsibilityRow, error] {
	return generatedBy(n, func(i int) int { return i })
}

// scattered yields the rows of generated in an order far from theirs.
func scattered(n int) iter.Seq2[ResponsibilityRow, error] {
	const stride = 618033989 // a prime, so that each row comes once
	return generatedBy(n, func(i int) int { return i * stride % n })
}

func generatedBy(n int, number func(int) int) iter.Seq2[ResponsibilityRow, error] {
	return func(yield func(ResponsibilityRow, error) bool) {
		g := newGenerator(n)
		for i := range n {
			if !yield(g.row(number(i)), nil) {
				return
			}
		}
	}
}

// generatedDocuments yields n documents in their order, with texts of 700 words
// or some 5 KB and a source for every 13 of them. The same n gives the same.
func generatedDocuments(n int) iter.Seq2[DocumentRow, error] {
	return func(yield func(DocumentRow, error) bool) {
		g := newGenerator(n)
		for i := range n {
			g.source.Seed(4, uint64(i))
			source := fmt.Sprintf("source-%07d.example", i/13)
			row := DocumentRow{
				DocID: fmt.Sprintf("%016x", g.Uint64()), URI: fmt.Sprintf("https://%s/%04d", source, i%13), Source: source,
				Title: stated(strings.Join(g.sentence(6), " ")), Lang: "en", Words: 700,
				TextSHA256: fmt.Sprintf("%016x%016x%016x%016x", g.Uint64(), g.Uint64(), g.Uint64(), g.Uint64()),
				Text:       strings.Join(g.sentence(700), " "),
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

type generator struct {
	*rand.Rand
	source *rand.PCG
	words  []string
	rows   int
}

func newGenerator(rows int) *generator {
	source := rand.NewPCG(1, 2)
	g := &generator{Rand: rand.New(source), source: source, rows: rows}
	for i := range 8000 {
		g.words = append(g.words, g.word(2+i%9))
	}
	return g
}

func (g *generator) word(letters int) string {
	var b strings.Builder
	for range letters {
		b.WriteByte("etaoinshrdlucmfwypvbgk"[int(float64(22)*g.Float64()*g.Float64())])
	}
	return b.String()
}

// sentence draws words, frequent ones more often.
func (g *generator) sentence(words int) []string {
	list := make([]string, words)
	for i := range list {
		x := g.Float64()
		list[i] = g.words[int(float64(len(g.words))*x*x*x)]
	}
	return list
}

// row makes row number n by itself. The rows of a role and topic stand together, and all such groups are of one size.
func (g *generator) row(n int) ResponsibilityRow {
	const topics, groups = 40, 100 * 40
	group := ((n+1)*groups - 1) / g.rows
	first, next := g.rows*group/groups, g.rows*(group+1)/groups
	role, topic, i, of := group/topics, group%topics, n-first, next-first
	g.source.Seed(3, uint64(n))
	words := g.sentence(8 + g.IntN(23))
	from := g.IntN(len(words) / 2)
	to := from + 2 + g.IntN(len(words)-from-2)
	phrase := strings.Join(words[from:to], " ")
	start := int64(g.IntN(20000))
	source := i * 5000 / of
	article := uint64(source*13+g.IntN(13)+1) * 0x9e3779b97f4a7c15
	row := ResponsibilityRow{
		ClaimID: fmt.Sprintf("%016x", g.Uint64()), DocID: fmt.Sprintf("%016x", article),
		Source: fmt.Sprintf("source-%07d.example", source*7), Role: fmt.Sprintf("role-of-kind-%03d", role), RoleText: "The " + g.words[role],
		Phrase: phrase, Start: start, End: start + int64(len(phrase)), Polarity: "asserted",
		Action: words[from], Object: strings.Join(words[from+1:min(to, from+3)], " "), Topic: fmt.Sprintf("topic-%02d", topic),
		Sentence: strings.Join(words, " ") + ".", Rule: []string{"subject-verb", "item-verb", "item-nominal", "cell"}[g.IntN(4)],
		Confidence: []float64{0.91, 0.84, 0.77, 0.69}[g.IntN(4)],
	}
	if g.IntN(10) == 0 {
		row.Polarity = "denied"
	}
	if g.IntN(5) == 0 {
		row.Modality = stated([]string{"usually", "sometimes", "always"}[g.IntN(3)])
	}
	if g.IntN(8) == 0 {
		row.SharedWith = []string{fmt.Sprintf("role-of-kind-%03d", g.IntN(100))}
	}
	if g.IntN(2) == 0 {
		row.Section = stated(strings.Join(g.sentence(3), " "))
	}
	if g.IntN(3) > 0 {
		row.Slots = stated(fmt.Sprintf(`[{"act":%q,"concept":%q,"head":%q,"key":"%s:%s","kind":"duty","mods":%q,"role":%q,"section":%d,"sentence":%d,"stance":"does","verb":%q}]`,
			row.Action, row.Object, words[to-1], row.Action, words[to-1], row.Object, row.Role, g.Uint32(), start, row.Action))
	}
	return row
}
