package contradict

import (
	"fmt"
	"strings"

	"roleclaims/extract"
	"roleclaims/extract/duty"
	"roleclaims/extract/lexicon"
)

// manners finds how something is done and whether with or without it.
type manners struct {
	byWords map[string]mannerSide
	starts  map[string]bool // first words of the phrases
	longest int
}

type mannerSide struct {
	manner  string
	without bool
}

func newManners(lex *lexicon.Lexicon) (manners, error) {
	m := manners{byWords: map[string]mannerSide{}, starts: map[string]bool{}}
	for _, row := range lex.Rows("contradict-manners") {
		side, err := sideOf(row)
		if err != nil {
			return m, fmt.Errorf("contradict-manners: %w", err)
		}
		m.byWords[row[0]] = side
		m.starts[firstWord(row[0])] = true
		m.longest = max(m.longest, 1+strings.Count(row[0], " "))
	}
	return m, nil
}

// sideOf reads a row of words, what they are about, and with or without it.
func sideOf(row []string) (mannerSide, error) {
	if row[2] != "with" && row[2] != "without" {
		return mannerSide{}, fmt.Errorf("%s: side %q is neither with nor without", row[0], row[2])
	}
	return mannerSide{row[1], row[2] == "without"}, nil
}

// manner returns the text in which a claim's manner would stand: the phrase
// and what follows it up to the next mark of punctuation.
func manner(sentence string, c *extract.Responsibility, text string) string {
	end := c.Sentence.Start + len(sentence)
	rest := text[c.Span.End:end]
	if i := strings.IndexAny(rest, ",;.:"); i >= 0 {
		rest = rest[:i]
	}
	return c.Span.Of(text) + rest
}

// records returns the manner's records: same role, same duty, with or
// without.
func (m manners) records(rec Record, d duty.Duty, text string) []Record {
	fields := split(text)
	var joined []byte
	for i := range fields {
		if !m.starts[fields[i].text] {
			continue
		}
		joined = joined[:0]
		for k := i; k < len(fields) && k < i+m.longest; k++ {
			joined = appendWord(joined, fields[k].text)
			if side, ok := m.byWords[string(joined)]; ok {
				return []Record{mannerRecord(rec, side)}
			}
		}
	}
	for _, f := range fields {
		if side, ok := adverbSide(f.text); ok {
			return []Record{mannerRecord(rec, side)}
		}
	}
	if d.Manner != "" {
		return []Record{mannerRecord(rec, mannerSide{d.Manner, d.Without})}
	}
	return nil
}

func mannerRecord(rec Record, side mannerSide) Record {
	rec.Key = "manner:" + rec.Key + ":" + side.manner
	rec.Vague, rec.Weak, rec.Assisting = false, false, false
	if side.without {
		rec.Stance = denial(rec.Stance)
	}
	return rec
}
