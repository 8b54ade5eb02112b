package html

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"roleclaims/corpus"
)

// longLine is the length in words from which on a paragraph begins the text.
const longLine = 20

// maxHeadingWords is the length up to which a bold line is taken for a heading.
const maxHeadingWords = 12

var (
	// bullet matches the typed bullet of a line that no list element holds.
	bullet = regexp.MustCompile(`^\s*(?:[•●○▪■◦‣∙·✓✔➢►▶»→⁃]\s*|[-–—*]\s+)`)
	// number matches what may stand unbold before a bold heading.
	number = regexp.MustCompile(`^\s*(?:\d{1,3}|[A-Za-z])[.):]?\s*$`)
)

// flush makes blocks of the runs gathered so far. Two br in a row part
// paragraphs; one is a blank, unless a typed bullet follows it or a bold line
// stands before it.
func (w *walker) flush(at place) {
	lines := breakLines(w.runs)
	linked := w.linked
	w.runs, w.linked = nil, false
	group := 0 // of the typed bullets in these lines
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if (i == 0 || line.apart) && w.pseudo(line.runs, at) {
			continue
		}
		for i+1 < len(lines) && !lines[i+1].apart && !bulleted(lines[i+1].runs) {
			i++
			line.runs = append(append(line.runs, corpus.Run{Text: " "}), lines[i].runs...)
		}
		if at.kind == corpus.Paragraph && bulleted(line.runs) {
			if group == 0 {
				group = w.bulletGroup()
			}
			w.out.Add(corpus.Block{Kind: corpus.Item, Level: 1, Group: group}, unbullet(line.runs))
			continue
		}
		if at.kind == corpus.Paragraph && w.keep != nil {
			words := wordsOf(line.runs)
			if words <= maxLineWords && aboutPage(textOfRuns(line.runs), linked, w.begun) {
				continue
			}
			w.begun = w.begun || words >= longLine
		}
		block := corpus.Block{Kind: at.kind, Level: at.level, Group: at.group}
		w.out.Add(block, line.runs)
	}
}

// wordsOf counts the words of runs.
func wordsOf(runs []corpus.Run) int {
	words := 0
	for _, run := range runs {
		words += wordsIn(run.Text)
	}
	return words
}

// textOfRuns returns the text of runs, white space collapsed.
func textOfRuns(runs []corpus.Run) string {
	var text strings.Builder
	for _, run := range runs {
		text.WriteString(run.Text)
	}
	return squeeze(text.String())
}

// pseudo adds a heading where a paragraph, or its first line, is one in all
// but markup, and reports whether it did.
func (w *walker) pseudo(runs []corpus.Run, at place) bool {
	if at.kind != corpus.Paragraph || !pseudoHeading(runs) {
		return false
	}
	level := 6
	if w.level > 0 {
		level = min(w.level+1, 6)
	}
	w.out.Add(corpus.Block{Kind: corpus.Heading, Level: level}, runs)
	return true
}

// bulletGroup returns the group of the typed list that goes on, or a new one.
func (w *walker) bulletGroup() int {
	if last := w.out.Last(); last.Kind == corpus.Item && last.Group == w.groups {
		return last.Group
	}
	w.groups++
	return w.groups
}

// pseudoHeading reports whether runs read as a heading: bold throughout but
// for a number before and marks after, short, with no full stop at its end.
func pseudoHeading(runs []corpus.Run) bool {
	var text strings.Builder
	strong := false
	for _, run := range runs {
		if run.Strong && strings.TrimSpace(run.Text) != "" {
			strong = true
		} else if !run.Strong && hasWord(run.Text) && (strong || !number.MatchString(run.Text)) {
			return false
		}
		text.WriteString(run.Text)
	}
	words := strings.Fields(text.String())
	if !strong || len(words) == 0 || len(words) > maxHeadingWords || !hasWord(text.String()) {
		return false
	}
	return !strings.HasSuffix(words[len(words)-1], ".") && !strings.HasSuffix(words[len(words)-1], ",")
}

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// textLine is what stands between two line breaks.
type textLine struct {
	runs  []corpus.Run
	apart bool // two breaks or more stand before it
}

// breakLines splits runs at line breaks and leaves out empty lines.
func breakLines(runs []corpus.Run) []textLine {
	var lines []textLine
	line := textLine{runs: make([]corpus.Run, 0, len(runs))}
	breaks, seen := 0, false
	for _, run := range runs {
		if run.Text == lineBreak {
			if seen {
				lines = append(lines, line)
				line, seen, breaks = textLine{}, false, 0
			}
			breaks++
			continue
		}
		if strings.TrimSpace(run.Text) != "" && !seen {
			seen = true
			line.apart = breaks > 1
		}
		line.runs = append(line.runs, run)
	}
	if seen {
		lines = append(lines, line)
	}
	return lines
}

// bulleted reports whether a line begins with a typed bullet.
func bulleted(runs []corpus.Run) bool {
	text := ""
	for _, run := range runs {
		if text += run.Text; len(text) > 16 {
			break
		}
	}
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(first) {
		return false // so begin most lines
	}
	return bullet.MatchString(text) && hasWord(text[len(bullet.FindString(text)):])
}

// unbullet returns the runs without the typed bullet before them.
func unbullet(runs []corpus.Run) []corpus.Run {
	rest := make([]corpus.Run, 0, len(runs))
	cut := false
	for _, run := range runs {
		if !cut && strings.TrimSpace(run.Text) != "" {
			text := strings.TrimLeftFunc(run.Text, unicode.IsSpace)
			_, size := utf8.DecodeRuneInString(text)
			run.Text = text[size:]
			cut = true
		}
		rest = append(rest, run)
	}
	return rest
}
