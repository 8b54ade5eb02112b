package contradict_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"roleclaims/corpus"
	"roleclaims/corpus/decode"
	"roleclaims/extract"
	"roleclaims/extract/contradict"
	"roleclaims/extract/lexicon"
)

// flood is a page that repeats one thing, which makes work that looks from
// each of many things at all others show.
type flood struct {
	name   string
	format corpus.Format
	before string
	unit   func(i int) string
	after  string
}

// text returns the flood at a length in bytes.
func (f flood) text(size int) string {
	var b strings.Builder
	b.WriteString(f.before)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(f.unit(i))
	}
	b.WriteString(f.after)
	return b.String()
}

// words are what titles that no lexicon has are made of.
var words = strings.Fields("bridge harbor river tower castle garden forest valley desert island mountain meadow ocean canyon prairie lagoon")

// titled writes a text with the title of the i-th of many jobs in it.
func titled(format string) func(int) string {
	return func(i int) string {
		name := words[i%len(words)]
		for i /= len(words); i > 0; i /= len(words) {
			name += " " + words[i%len(words)]
		}
		return strings.ReplaceAll(format, "JOB", name+" engineer")
	}
}

func same(unit string) func(int) string { return func(int) string { return unit } }

// counted writes a text with numbers that differ in place of N.
func counted(format string) func(int) string {
	return func(i int) string { return strings.ReplaceAll(format, "N", fmt.Sprint(100+i)) }
}

// longSentences are floods without an end of a sentence.
var longSentences = []flood{
	{"duties", corpus.Text, "", same("The CTO leads the team and "), ""},
	{"verbs", corpus.Text, "The CTO ", same("leads the team, "), ""},
	{"nouns", corpus.Text, "The CTO is responsible for ", same("hiring engineers, "), ""},
	{"words without a verb", corpus.Text, "", same("plan "), ""},
	{"places", corpus.Text, "", same("in London, the CTO leads teams, "), ""},
	{"roles", corpus.Text, "", titled("the JOB, "), ""},
	{"orders", corpus.Text, "", same("the CTO earns more than the nurse and "), ""},
	{"amounts", corpus.Text, "", same("The CTO earns $100 "), ""},
	{"ranges", corpus.Text, "The CTO earns ", same("$100-"), ""},
	{"numbers", corpus.Text, "The CTO earns ", same("100 "), ""},
	{"digits", corpus.Text, "The CTO earns $", same("1"), ""},
	{"brackets", corpus.Text, "The CTO leads ", same("(the team "), ""},
	{"full stops", corpus.Text, "The CTO leads ", same(". "), ""},
	{"letters", corpus.Text, "The CTO leads the ", same("team"), ""},
	{"roles in a heading", corpus.Markdown, "# ", same("the CTO leads "), "\n\nLeads the team."},
}

// longPages are floods of blocks and sentences. Little is done for each pair of
// those, so that they must be long to show it.
var longPages = []flood{
	{"sentences", corpus.Text, "", same("The CTO leads the team. They report to the CEO. "), ""},
	{"orders", corpus.Text, "", same("The CTO earns more than the nurse. They earn less than the CEO. "), ""},
	{"roles", corpus.Text, "", titled("The JOB leads the team. "), ""},
	{"abbreviations", corpus.Text, "", titled("The JOB (JOBE) leads the team. "), ""},
	{"amounts of two roles", corpus.Text, "", counted("The CTO earns $N,000 a year. The nurse earns $N a year. "), ""},
	{"amounts of many roles", corpus.Text, "", titled("The JOB earns $100,000 a year.\n\n"), ""},
	{"notes on amounts", corpus.Text, "", same("All figures are in euros for 2023.\n\nThe CTO earns $100,000.\n\n"), ""},
	{"sections of amounts", corpus.Markdown, "", same("## Pay\n\nAll figures are in euros.\n\nThe CTO earns $100,000.\n\n"), ""},
	{"rows of amounts", corpus.Markdown, "| job | pay |\n|---|---|\n", same("| CTO | $100,000 |\n"), "\nSource: a survey of 2023.\n"},
	{"paragraphs that lead in", corpus.Text, "The CTO:\n\n", same("Lead the team;\n\n"), ""},
	{"items", corpus.Markdown, "# CTO\n\nDuties include:\n\n", same("- leads the team\n"), ""},
	{"items with labels", corpus.Markdown, "# CTO\n\n", same("- **Hiring**: leads the team\n"), ""},
	{"nested items", corpus.Markdown, "# CTO\n\nDuties include:\n\n", func(i int) string { return strings.Repeat("  ", i%9) + "- leads the team\n" }, ""},
	{"a ladder", corpus.Markdown, "The ranks from highest to lowest:\n\n", titled("- JOB\n"), ""},
	{"ladders without rungs", corpus.Text, "", same("The ranks go from highest to lowest. "), ""},
	{"rows", corpus.Markdown, "| role | CTO | nurse |\n|---|---|---|\n", same("| duty | leads the team | cares for patients |\n"), ""},
	{"rows of roles", corpus.Markdown, "| role | duty | pay |\n|---|---|---|\n", titled("| JOB | leads the team | $100,000 |\n"), ""},
	{"headings", corpus.Markdown, "", same("## CTO\n\nLeads the team.\n\n"), ""},
	{"headings of roles", corpus.Markdown, "", titled("## The JOB\n\nLeads the team.\n\n"), ""},
	{"divisions", corpus.HTML, "<body><article><h1>CTO</h1>", same("<div><p>The CTO leads the team and the nurse cares for patients.</p></div>"), "</article></body>"},
	{"runs", corpus.HTML, "<body><article><h1>CTO</h1><p>", same("<span>The CTO leads the team. </span>"), "</p></article></body>"},
}

// TestLinear reads floods of two lengths: eight times the text may ask for
// at most twice eight times the memory, not its square. What is asked for is the same on
// every machine; the times are printed, for they are not.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const times, slack = 8, 2
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(lex, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := contradict.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	read := func(f flood, size int) (allocated uint64, took time.Duration) {
		page := corpus.Page{URI: f.name, Format: f.format, Body: []byte(f.text(size))}
		var before, after runtime.MemStats
		runtime.GC() // twice, so that no pool keeps memory of the article before
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := time.Now()
		if doc, reject := decode.Decode(page); reject == nil {
			claims := x.Extract(doc)
			r.Records(doc, &claims)
		}
		took = time.Since(start)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc, took
	}
	read(longPages[0], 1000) // loads the tables of words
	check := func(f flood, size int) {
		t.Run(f.name, func(t *testing.T) {
			short, quick := read(f, size)
			long, slow := read(f, times*size)
			t.Logf("%d bytes: %d allocated, %v; %d bytes: %d allocated, %v", size, short, quick, times*size, long, slow)
			if long > slack*times*short {
				t.Errorf("%d bytes allocate %d, %d bytes %d: more than %v times", size, short, times*size, long, slack*times)
			}
		})
	}
	for _, f := range longSentences {
		check(f, 5_000)
	}
	for _, f := range longPages {
		check(f, 40_000)
	}
}
