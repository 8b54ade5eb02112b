package contradict

import (
	"regexp"
	"slices"
	"strings"

	"roleclaims/corpus"
	"roleclaims/extract"
	"roleclaims/extract/nlp"
)

// maxTokens is the most tokens of a sentence whose duties give records.
const maxTokens = 400

// passage is a sentence with what its words say of every claim made in it, so
// that a sentence of many claims is read once.
type passage struct {
	span   corpus.Span
	text   string
	tokens []nlp.Token // without tags; nil for a sentence of more than maxTokens
	stated []nlp.Tag   // tags of the tokens as they stand, nil until asked for
	asked  []nlp.Tag   // tags behind "They", nil until asked for
	cues   []cue
	scope  []string  // years
	places []located // places named as nouns

	contrast bool     // the opening of the next sentence sets roles apart
	roles    []string // keys named in the sentence and in that opening
	before   []string // keys named before it; of a sentence that sets roles apart
}

// located is a scope and where the sentence names it.
type located struct {
	scope string
	span  corpus.Span
}

// passage reads a sentence, unless it is that of the claim before.
func (r *Reader) passage(doc *article, span corpus.Span) *passage {
	if doc.last != nil && doc.last.span == span {
		return doc.last
	}
	in := &passage{span: span, text: span.Of(doc.Text)}
	doc.last = in
	tokens := nlp.Tokenize(nil, doc.Text, span)
	if len(tokens) > maxTokens {
		return in
	}
	in.tokens = tokens
	in.cues = r.cues.find(in.text)
	for _, m := range doc.roles.Mentions(tokens) { // a head of support assists nobody
		in.roles = append(in.roles, m.Key)
		in.cues = slices.DeleteFunc(in.cues, func(q cue) bool {
			return m.Span.Contains(corpus.Span{Start: span.Start + q.start, End: span.Start + q.end})
		})
	}
	if opening, _, ok := strings.Cut(in.text, " "); ok && (opening == "Where" || opening == "Wherever") {
		in.cues = append(in.cues, cue{condition, 0, len(opening)}) // "Where nobody else can, …"
	}
	next := opening(doc.Text, span.End)
	for _, q := range r.cues.find(next.Of(doc.Text)) {
		in.contrast = in.contrast || q.kind == contrast
	}
	in.roles = append(in.roles, doc.named(next)...)
	if in.contrast || slices.ContainsFunc(in.cues, func(q cue) bool { return q.kind == contrast }) {
		in.before = doc.named(preceding(doc.Text, span.Start))
	}
	if year := yearPattern.FindString(in.text); year != "" {
		in.scope = append(in.scope, "year-"+year)
	}
	for _, m := range r.places.Find(doc.Text, span) {
		if !m.Adjective {
			in.places = append(in.places, located{"place-" + strings.ReplaceAll(m.Name, " ", "-"), m.Span})
		}
	}
	return in
}

// yearPattern finds years that a statement may be limited to.
var yearPattern = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// tags returns the tags of the tokens, tagged behind "They" where asked.
func (in *passage) tags(tagger *nlp.Tagger, behindThey bool) []nlp.Tag {
	tags, before := &in.stated, []*nlp.Word(nil)
	if behindThey {
		tags, before = &in.asked, []*nlp.Word{nlp.WordOf("They")}
	}
	if *tags == nil {
		words := before
		for i, t := range in.tokens {
			if w := t.Text; i == 0 && w != strings.ToUpper(w) {
				t.Word = nlp.WordOf(strings.ToLower(w))
			}
			words = append(words, t.Word)
		}
		all := make([]nlp.Tag, len(words))
		tagger.Tag(words, all)
		*tags = all[len(before):]
	}
	return *tags
}

// context reads the words around a phrase into the record's flags and
// reports whether the article rejects the view.
func (in *passage) context(c *extract.Responsibility, rec *Record) (reject bool) {
	at := c.Span.Start - c.Sentence.Start
	end := c.Span.End - c.Sentence.Start
	var scope []string
	for _, q := range in.cues {
		gap := at - q.end
		switch q.kind {
		case contrast:
			rec.Contrast = true
		case own:
			rec.Own = rec.Own || q.start <= at
		case breadth:
			rec.Own = rec.Own && q.start > at
		case may:
			rec.May = rec.May || q.start <= at && gap < 40
		case permission, ban:
			near := q.start <= at+1 && gap < 40
			rec.Ruled = rec.Ruled || near
			rec.May = rec.May || near && q.kind == ban
		case assist:
			rec.Assisting = rec.Assisting || gap >= 0 && gap < 16
		case shared:
			rec.Shared = rec.Shared || q.start < end
		case small, large, past:
			scope = append(scope, string(q.kind))
		case condition:
			// A clause inside the duty's own words limits its object, not it.
			if q.end <= at || q.start >= end {
				scope = append(scope, string(q.kind))
			}
		case rejected:
			reject = true
		}
	}
	rec.Contrast = rec.Contrast || in.contrast
	if rec.Contrast {
		rec.Apart = join(without(in.roles, c.Role))
		if rec.Apart == "" { // "A CTO, on the other hand, …"
			rec.Apart = join(without(in.before, c.Role))
		}
	}
	scope = append(scope, in.scope...)
	for _, p := range in.places {
		if !c.Span.Contains(p.span) {
			scope = append(scope, p.scope)
		}
	}
	rec.Scope = join(scope)
	return reject
}

// without returns the keys but for one.
func without(keys []string, key string) []string {
	var rest []string
	for _, k := range keys {
		if k != key {
			rest = append(rest, k)
		}
	}
	return rest
}

// preceding returns the words before an offset that tell what it is set
// apart from.
func preceding(text string, at int) corpus.Span {
	const reach = 600 // bytes: about a paragraph
	start := max(0, at-reach)
	for start < at && start > 0 && text[start] != ' ' && text[start] != '\n' {
		start++
	}
	return corpus.Span{Start: start, End: at}
}

// opening returns where the first words of the sentence after an offset
// stand, in the same paragraph.
func opening(text string, at int) corpus.Span {
	const words = 8
	for at < len(text) && text[at] == ' ' {
		at++
	}
	seen, end := 0, at
	for ; end < len(text) && text[end] != '\n'; end++ {
		if text[end] == ' ' {
			if seen++; seen == words {
				break
			}
		}
	}
	return corpus.Span{Start: at, End: end}
}
